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
        self._river: list[Item] = []
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
        self._fetch(keep)
        self._lay_out()
        self.rows, self.cursor = self._listed, 0
        self.parts = self.layout.parts(view, self.rows)

    def relist(self) -> None:
        """List anew what has changed. What is in the list stays in it, and in what was found."""
        shown = ids_of(self.rows)
        self._fetch(ids_of(self._listed))
        self._lay_out()
        found = self._matching()
        stays = found is self._listed
        self._show_rows(found if stays else among(self._listed, shown.union(ids_of(found))))

    def filter(self, text: str) -> None:
        """Show of the list what a query finds. Raises UsageError for a query that is none."""
        before, self._query = self._query, parse_query(text)
        self.query_text = text
        if _wants_hidden(before) != _wants_hidden(self._query):
            self._fetch(())
            self._lay_out()
        self._show_rows(self._matching())

    def prepare_filter(self) -> bool:
        """Do some of what makes filtering quick; whether there is more of it to do."""
        return self._folded.fold_some()

    def sort(self, order: Order) -> None:
        """Show lists in this order."""
        self._unread_here = frozenset()
        self._rearrange(replace(self.layout, order=order))

    def group(self, grouping: Grouping) -> None:
        """Divide lists into these parts."""
        self._rearrange(replace(self.layout, grouping=grouping))

    def turn_hide_read(self) -> bool:
        """Leave out what is read, or show it again; whether it is left out now."""
        self.layout = replace(self.layout, hide_read=not self.layout.hide_read)
        self._fetch(())
        self._lay_out()
        self._show_rows(self._matching())
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
        """Take entries out of the list. The cursor goes to the next one that is left."""
        above = without(self.rows[: self.cursor], ids)
        self._river = without(self._river, ids)
        self._list(without(self._listed, ids))
        self.rows = without(self.rows, ids) if self._query.terms else self._listed
        self.parts = self.layout.parts(self.view, self.rows)
        self.move_to(min(len(above), len(self.rows) - 1))

    def _rearrange(self, layout: Layout) -> None:
        """The same entries in another layout."""
        shown = ids_of(self.rows)
        self.layout = layout
        self._lay_out()
        self._show_rows(among(self._listed, shown) if self._query.terms else self._listed)

    def _fetch(self, keep: Collection[str]) -> None:
        """The entries of the view as a river."""
        items = self._known(keep)
        if self.layout.hides_read(self.view):
            items = without(items, self.library.read_among(items).difference(keep))
        self._river = items

    def _lay_out(self) -> None:
        """The river in the person's order. What was unread when it was listed stays up there."""
        below: frozenset[str] = frozenset()
        if self.layout.order == "unread":
            below = self.library.read_among(self._river) - self._unread_here
            self._unread_here = ids_of(self._river) - below
        self._list(self.layout.lay_out(self.view, self._river, below))

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

    def _matching(self) -> list[Item]:
        if not self._query.terms:
            return self._listed
        return self._query.select(self._listed, self.library.status, self._folded.texts())


def _id(item: Item) -> str:
    return item.id


def _wants_hidden(query: Query) -> bool:
    """Whether a query asks for what is in no list, because the person hid it."""
    return Term("is", "hidden") in query.terms
