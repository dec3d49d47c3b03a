"""What lies on the reading desk: the place, the list, the cursor, the open entry.

The one owner of the screen's state, without a toolkit. Commands change it, the panes show it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from feedtui.library.library import Counts, Library
from feedtui.library.marks import READ, STARRED
from feedtui.library.texts import Text, Which
from feedtui.model import Item, Subscription
from feedtui.query.folded import Folded
from feedtui.query.parse import Query, parse_query
from feedtui.query.views import ALL, UNREAD, Place, View, ids_of, places
from feedtui.query.walk import around, following, stay, step

Seconds = Callable[[], int]


class Desk:
    """The state of the screen over a library. `clock` gives seconds since 1970."""

    def __init__(self, library: Library, clock: Seconds, *, hide_read: bool) -> None:
        self.library = library
        self.clock = clock
        self._hide_read = hide_read
        self.places: tuple[Place, ...] = ()
        self.place = 0
        self.view = ALL
        self.query_text = ""
        self.rows: list[Item] = []
        self.cursor = 0
        self.opened: Item | None = None
        self._listed: list[Item] = []
        self._query = Query()
        self._folded = Folded(())
        self._subscriptions: dict[str, Subscription] = {}
        self._asked: dict[str, Which] = {}

    def start(self, subscriptions: Iterable[Subscription]) -> None:
        """Load what is known, and show what is unread, or all if there is nothing unread."""
        self.resubscribed(subscriptions)
        self.show(UNREAD if self.library.counts(UNREAD).unread else ALL)

    def resubscribed(self, subscriptions: Iterable[Subscription]) -> None:
        """Load anew after feeds.toml changed, staying where the person is."""
        now = {each.url: each for each in subscriptions}
        self.view = _followed(self.view, self._subscriptions, now)
        self._subscriptions = now
        self.library.load(tuple(now.values()))
        self.renew()

    def refreshed(self, feeds: Iterable[str]) -> None:
        """Read these feeds again, and take in what other processes marked."""
        for url in feeds:
            if url in self._subscriptions:
                self.library.reread(self._subscriptions[url])
        self.library.catch_up()
        self.renew()

    def renew(self) -> None:
        """Show what a refresh or another process brought, without moving what is being read."""
        self.places = places(self.library.sources)
        views = [place.view for place in self.places]
        if self.view in views:
            self.place = views.index(self.view)
            self._renew_rows()
        else:
            self.show(ALL)

    def feed_here(self) -> str:
        """The address of the feed whose list this is, or whose entry is under the cursor."""
        if self.view.kind == "feed":
            return self.view.name
        return self.current.source.url if self.current else ""

    def counts(self, place: Place) -> Counts:
        """How many entries a place has."""
        return self.library.counts(place.view)

    def where(self) -> str:
        """Which list this is, how long, how much of it is unread, and what it is narrowed to."""
        position = f"{self.cursor + 1 if self.rows else 0}/{len(self.rows)}"
        unread = f"{self.library.counts(self.view).unread} unread"
        narrowed = f"filter: {self.query_text}" if self.query_text else ""
        return " · ".join(filter(None, (self.title, position, unread, narrowed)))

    @property
    def title(self) -> str:
        """What the list shows."""
        return self.places[self.place].title if self.places else ""

    @property
    def current(self) -> Item | None:
        """The entry under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def show(self, view: View) -> None:
        """Show another list, from its top, without a filter."""
        self.view = view
        views = [place.view for place in self.places]
        self.place = views.index(view) if view in views else 0
        self.query_text, self._query = "", Query()
        self._list(self._fresh())
        self.rows, self.cursor = self._listed, 0

    def show_place(self, index: int) -> None:
        """Show the list of a place, if there are any."""
        if not self.places:
            return
        self.show(self.places[step(index, 0, len(self.places))].view)

    def filter(self, text: str) -> None:
        """Show of the list what a query finds. Raises UsageError for a query that is none."""
        self._query = parse_query(text)
        self.query_text = text
        self._show_rows(self._matching(self._listed))

    def prepare_filter(self) -> bool:
        """Do some of what makes filtering quick; whether there is more of it to do."""
        return self._folded.fold_some()

    def move(self, by: int) -> None:
        """Move the cursor by rows, and stop at the ends."""
        self.cursor = step(self.cursor, by, len(self.rows))

    def move_to(self, index: int) -> None:
        """Put the cursor on a row; -1 is the last."""
        self.cursor = step(index if index >= 0 else len(self.rows) - 1, 0, len(self.rows))

    def open(self, *, mark: bool) -> Item | None:
        """Open the entry under the cursor, and mark it read if so wanted.

        Raises StoreError where it can't be marked; it is open all the same.
        """
        item = self.opened = self.current
        if item is not None and mark:
            self.library.mark([item], READ, f"read “{item.head.label}”", value=True)
        return item

    def text(self, item: Item) -> Text:
        """The text of an entry that is to be shown, and which. Raises StoreError."""
        return self.library.text(item, self._asked.get(item.head.id))

    def ask_for(self, item: Item, which: Which) -> None:
        """Show this text of the entry from now on, in this session."""
        self._asked[item.head.id] = which

    def seek_unread(self, by: int) -> bool:
        """Move to an unread entry, in this list or in that of another feed; whether there is one.

        `by` is 1 for the next, which may be the one under the cursor if it isn't open yet, and -1
        for the one before.
        """
        if by > 0 and self._here_is_unread():
            return True
        found = following(self.rows, self.cursor, self._unread, by)
        if found is None and self.view.kind in {"feed", "folder"}:
            return self._seek_place(by)
        if found is None and self.rows:
            found = around(self.rows, self.cursor, self._unread, by)
        if found is None:
            return False
        self.cursor = found
        return True

    def toggle(self, field: str) -> str:
        """Set or clear a mark of the entry under the cursor; what was done, in words."""
        item = self.current
        if item is None:
            return "there is no entry here"
        value = not (self.library.is_read(item) if field == READ else self.library.is_starred(item))
        word = _WORDS[field, value]
        self.library.mark([item], field, f"{word} “{item.head.label}”", value=value)
        return word

    def mark_list_read(self) -> str:
        """Mark all entries of the list read; what was done, in words, when it is on the disk."""
        count = sum(map(self._unread, self.rows))
        done = f"marked {count:,} read in {self.title}"
        self.library.mark(self.rows, READ, done, value=True)
        self.library.settle()
        return f"{done} (u takes it back)"

    def undo(self) -> str:
        """Take back the last action; what was taken back, in words, when it is on the disk.

        Raises UsageError when it can't be taken back any more, and StoreError.
        """
        done = self._settled(self.library.undo())
        return f"took back: {done}" if done else "there is nothing to take back"

    def redo(self) -> str:
        """Do again what was taken back last, likewise."""
        done = self._settled(self.library.redo())
        return f"did again: {done}" if done else "there is nothing to do again"

    def _settled(self, done: str | None) -> str | None:
        self.library.settle()
        self.renew()
        return done

    def _fresh(self, keep: Collection[str] = frozenset()) -> list[Item]:
        items = self.library.items(self.view, keep)
        if not self._hide_read or self.view.kind == "starred":
            return items
        return [item for item in items if self._unread(item) or item.head.id in keep]

    def _renew_rows(self) -> None:
        """Entries that were just read stay in the list until the person leaves it."""
        self._list(self._fresh(keep=ids_of(self._listed)))
        self._show_rows(self._matching(self._listed))

    def _show_rows(self, rows: list[Item]) -> None:
        self.cursor = stay(self.rows, self.cursor, rows, _id)
        self.rows = rows

    def _list(self, items: list[Item]) -> None:
        self._listed, self._folded = items, Folded(items)

    def _matching(self, items: list[Item]) -> list[Item]:
        if not self._query.terms:
            return items
        return self._query.select(items, self.library.status, self._folded.texts())

    def _unread(self, item: Item) -> bool:
        return not self.library.is_read(item)

    def _here_is_unread(self) -> bool:
        item = self.current
        return item is not None and item != self.opened and self._unread(item)

    def _seek_place(self, by: int) -> bool:
        found = around(self.places, self.place, self._has_unread, by)
        if found is None:
            return False
        self.show_place(found)
        first = following(self.rows, -1, self._unread)
        self.cursor = first or 0
        return first is not None

    def _has_unread(self, place: Place) -> bool:
        return place.view.kind == "feed" and self.counts(place).unread > 0


def _id(item: Item) -> str:
    return item.head.id


_WORDS = {
    (READ, True): "marked read",
    (READ, False): "marked unread",
    (STARRED, True): "starred",
    (STARRED, False): "unstarred",
}


def _followed(
    view: View, before: Mapping[str, Subscription], now: Mapping[str, Subscription]
) -> View:
    """The same list, also if it is that of a feed that has another address now."""
    feed = before.get(view.name) if view.kind == "feed" else None
    if feed is None:
        return view
    return next((View("feed", url) for url, each in now.items() if each.key == feed.key), view)
