"""One list of entries as it lies there: laid out, narrowed, with a cursor and what is picked of it.

The list stays as it is while a person is in it: an entry that no longer fits, because it was just
read, stays until the list is left; a refresh, a filter or another order moves the cursor to where
its entry is then.
"""

from collections.abc import Collection
from dataclasses import replace

from feedtui.library.library import Library
from feedtui.model import Item
from feedtui.query.folded import Folded
from feedtui.query.grouping import Grouping, Part
from feedtui.query.parse import Query, Term, parse_query
from feedtui.query.sorting import Order
from feedtui.query.views import ALL, View, among, ids_of, without
from feedtui.query.walk import stay, step
from feedtui.ui.lists.order import Layout
from feedtui.ui.lists.selection import Selection


class Listing:
    """The list of a view over a library. `rows` are its entries, `parts` say how it is divided."""

    def __init__(self, library: Library, layout: Layout) -> None:
        self.library = library
        self.layout = layout
        self.view = ALL
        self.query_text = ""
        self.rows: list[Item] = []
        self.parts: tuple[Part, ...] = ()
        self.cursor = 0
        self._listed: list[Item] = []
        self._unread_here: frozenset[str] = frozenset()
        self._query = Query()
        self._folded = Folded(())
        self._selection = Selection()

    @property
    def current(self) -> Item | None:
        """The entry under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def grouping(self) -> Grouping:
        """Into which parts this list is divided."""
        return self.layout.grouping_of(self.view)

    @property
    def selection(self) -> Selection:
        """The entries that are picked."""
        return replace(self._selection, cursor=self.cursor)

    @property
    def selecting(self) -> bool:
        """Whether entries are picked, or a range is being drawn."""
        return bool(self._selection)

    @property
    def narrowed(self) -> str:
        """What the list is narrowed to, in words; nothing without a filter."""
        return f"filter: {self.query_text}" if self.query_text else ""

    def list_view(self, view: View, keep: Collection[str] = ()) -> None:
        """Show a view's list, from its top, without a filter. Entries of `keep` are in it, too."""
        self.view = view
        self.query_text, self._query = "", Query()
        self._selection = Selection()
        self._unread_here = frozenset()
        self._list(self._fresh(keep))
        self.rows, self.cursor = self._listed, 0
        self.parts = self.layout.parts(view, self.rows)

    def relist(self) -> None:
        """List anew what has changed. What is in the list stays in it."""
        self._relist(ids_of(self._listed))

    def filter(self, text: str) -> None:
        """Show of the list what a query finds. Raises UsageError for a query that is none."""
        before, self._query = self._query, parse_query(text)
        self.query_text = text
        if _wants_hidden(before) != _wants_hidden(self._query):
            self._relist(())
        else:
            self._show_rows(self._matching(self._listed))

    def prepare_filter(self) -> bool:
        """Do some of what makes filtering quick; whether there is more of it to do."""
        return self._folded.fold_some()

    def sort(self, order: Order) -> None:
        """Show lists in this order."""
        self.layout = replace(self.layout, order=order)
        self._unread_here = frozenset()
        self.relist()

    def group(self, grouping: Grouping) -> None:
        """Divide lists into these parts."""
        self.layout = replace(self.layout, grouping=grouping)
        self.relist()

    def turn_hide_read(self) -> bool:
        """Leave out what is read, or show it again; whether it is left out now."""
        self.layout = replace(self.layout, hide_read=not self.layout.hide_read)
        self._relist(())
        return self.layout.hide_read

    def move(self, by: int) -> None:
        """Move the cursor by rows, and stop at the ends."""
        self.cursor = step(self.cursor, by, len(self.rows))

    def move_to(self, index: int) -> None:
        """Put the cursor on a row; -1 is the last."""
        self.cursor = step(index if index >= 0 else len(self.rows) - 1, 0, len(self.rows))

    def point(self, entry: str) -> None:
        """Put the cursor on an entry, by its id, if it is in the list."""
        found = (index for index, item in enumerate(self.rows) if item.id == entry)
        self.cursor = next(found, self.cursor)

    def select(self, selection: Selection) -> None:
        """Have these entries picked."""
        self._selection = selection

    def selected(self) -> list[Item]:
        """The entries that are picked, also those that a filter hides."""
        return among(self._listed, self.selection.ids(self.rows))

    def drop(self, ids: frozenset[str]) -> None:
        """Take entries out of the list."""
        self._list(without(self._listed, ids))
        self._show_rows(without(self.rows, ids))

    def _relist(self, keep: Collection[str]) -> None:
        self._list(self._fresh(keep))
        self._show_rows(self._matching(self._listed))

    def _fresh(self, keep: Collection[str]) -> list[Item]:
        """The entries of the view, laid out. Those that were unread here stay among the unread."""
        items = self._known(keep)
        if not self.layout.hides_read(self.view) and self.layout.order != "unread":
            return self.layout.lay_out(self.view, items, frozenset())
        read = self.library.read_among(items)
        if self.layout.hides_read(self.view):
            items = without(items, read.difference(keep))
        below = read - self._unread_here
        self._unread_here = ids_of(items) - below
        return self.layout.lay_out(self.view, items, below)

    def _known(self, keep: Collection[str]) -> list[Item]:
        if _wants_hidden(self._query):
            return self.library.hidden_items(self.view)
        return self.library.items(self.view, keep)

    def _show_rows(self, rows: list[Item]) -> None:
        before, anchor = self.rows, self._selection.anchor
        if anchor is not None:
            self._selection = replace(self._selection, anchor=stay(before, anchor, rows, _id))
        self.cursor = stay(before, self.cursor, rows, _id)
        self.rows = rows
        self.parts = self.layout.parts(self.view, rows)

    def _list(self, items: list[Item]) -> None:
        self._listed, self._folded = items, Folded(items)

    def _matching(self, items: list[Item]) -> list[Item]:
        if not self._query.terms:
            return items
        return self._query.select(items, self.library.status, self._folded.texts())


def _id(item: Item) -> str:
    return item.id


def _wants_hidden(query: Query) -> bool:
    """Whether a query asks for what is in no list, because the person hid it."""
    return Term("is", "hidden") in query.terms
