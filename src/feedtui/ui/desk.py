"""What lies on the reading desk: the place, the list, the cursor, the open entry.

The one owner of the screen's state, without a toolkit. Commands change it, the panes show it.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from feedtui.config.settings import Settings
from feedtui.errors import UsageError
from feedtui.library.library import Counts, Library
from feedtui.library.marks import HIDDEN, READ, TAG
from feedtui.library.texts import Text, Which
from feedtui.model import Item, Subscription
from feedtui.query.condition import complaint
from feedtui.query.places import Place
from feedtui.query.views import ALL, FOLDED, UNREAD, View, ids_of
from feedtui.query.walk import around, following, step
from feedtui.store.leaving import Lists as Left
from feedtui.ui.commands import Pane
from feedtui.ui.lists.doing import DEEDS, Chosen, Deed, do, toggling
from feedtui.ui.lists.listing import Listing
from feedtui.ui.lists.order import Layout
from feedtui.ui.lists.selection import Selection
from feedtui.ui.lists.tree import Tree

Seconds = Callable[[], int]

_NOTHING = "there is no entry here"
_NEVER_LEFT = Left()

_MOST_PASSED = 1000
"""A count beyond it is as good as it."""


class Desk(Listing):
    """The state of the screen over a library. `clock` gives seconds since 1970.

    `lists` are the person's settings for what lists show. `place` is a row of `places`, which are
    the rows of the list of feeds that aren't folded away.
    """

    def __init__(self, library: Library, clock: Seconds, settings: Settings) -> None:
        super().__init__(library, Layout.of(settings))
        self.clock = clock
        self.lists = settings.lists
        self.tree = Tree()
        self.place = 0
        self.opened: Item | None = None
        self._subscriptions: dict[str, Subscription] = {}
        self._asked: dict[str, Which] = {}

    def start(self, subscriptions: Iterable[Subscription], left: Left = _NEVER_LEFT) -> None:
        """Load what is known, and show what was `left`; else what is unread; else all."""
        self.resubscribed(subscriptions)
        if not self._take_up(left):
            self.show(UNREAD if self.library.counts(UNREAD).unread else ALL)

    def use(self, settings: Settings) -> None:
        """Show lists as other settings say from now on."""
        self.lists = settings.lists
        self.layout = Layout.of(settings)
        self.relist()

    def left(self) -> Left:
        """What is to be taken up again at the next start."""
        entry = self.current.id if self.current else ""
        folded = tuple(sorted(self.tree.folded, key=lambda view: (view.kind, view.name)))
        return Left(self.view, entry, self.query_text, folded)

    def resubscribed(self, subscriptions: Iterable[Subscription]) -> None:
        """Load anew after feeds.toml changed, staying where the person is."""
        now = {each.url: each for each in subscriptions}
        self.view = _followed(self.view, self._subscriptions, now)
        self._subscriptions = now
        self.library.load(tuple(now.values()))
        self.renew()

    @property
    def subscriptions(self) -> Iterable[Subscription]:
        """What feeds.toml says of the feeds."""
        return self._subscriptions.values()

    def refreshed(self, feeds: Iterable[str]) -> None:
        """Read these feeds again, and take in what other processes marked."""
        for url in feeds:
            if url in self._subscriptions:
                self.library.reread(self._subscriptions[url])
        self.library.catch_up()
        self.renew()

    def renew(self) -> None:
        """Show what a refresh or another process brought, without moving what is being read."""
        self._grow()
        if self.tree.place_of(self.view):
            self.relist()
        else:
            self.show(ALL)

    @property
    def places(self) -> tuple[Place, ...]:
        """The rows of the list of feeds that aren't folded away."""
        return self.tree.shown

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
        here = self.tree.place_of(self.view)
        wrong = complaint(here.source, self.clock()) if here and here.source else ""
        position = f"{self.cursor + 1 if self.rows else 0}/{len(self.rows)}"
        unread = f"{self.library.counts(self.view).unread} unread"
        counted = "" if self.view.kind == "hidden" else unread
        picked = f"{self.selection.count(self.rows):,} selected" if self.selecting else ""
        return " · ".join(
            filter(None, (self.title, wrong, position, counted, picked, self.narrowed))
        )

    @property
    def title(self) -> str:
        """What the list shows."""
        place = self.tree.place_of(self.view)
        title = place.title if place else ""
        return f"#{title}" if self.view.kind == "tag" else title

    def show(self, view: View) -> None:
        """Show another list, from its top, without a filter."""
        self.list_view(view)
        self.place = self.tree.index_of(view)

    def show_entry(self, view: View, entry: str) -> bool:
        """Show a list with the cursor on an entry, by its id; whether there still is such a one."""
        self.list_view(view, {entry})
        self.place = self.tree.index_of(view)
        self.point(entry)
        return self.current is not None and self.current.id == entry

    def show_place(self, index: int) -> None:
        """Show the list of a place, if there are any."""
        if self.places:
            self.show(self.places[step(index, 0, len(self.places))].view)

    def fold(self, index: int) -> bool:
        """Fold a place, or unfold it; whether there is anything in it to fold."""
        place = self.places[index] if self.places else None
        if place is None or place.fold == "none":
            return False
        self._take_tree(self.tree.turned(place.view))
        return True

    def fold_all(self) -> None:
        """Fold all places that can be, or unfold all of them if they are."""
        self._take_tree(self.tree.turned_all())

    def unfold(self) -> bool:
        """Unfold this place if it is folded; whether it was."""
        shut = bool(self.places) and self.places[self.place].fold == "shut"
        return shut and self.fold(self.place)

    def climb(self) -> None:
        """Fold this place; if that can't be done, go to the one in which it lies."""
        if self.places and self.places[self.place].fold == "open":
            self.fold(self.place)
        elif (above := self.tree.parent(self.place)) is not None:
            self.show_place(above)

    def open(self, *, mark: bool) -> Item | None:
        """Open the entry under the cursor, and mark it read if so wanted.

        Raises StoreError where it can't be marked; it is open all the same.
        """
        item = self.opened = self.current
        if item is not None and mark:
            self.mark_read(item)
        return item

    def mark_read(self, item: Item) -> None:
        """Mark an entry read that has been read. Raises StoreError."""
        self.library.mark([item], READ, f"read “{item.head.label}”", value=True)

    def text(self, item: Item) -> Text:
        """The text of an entry that is to be shown, and which. Raises StoreError."""
        return self.library.text(item, self._asked.get(item.head.id))

    def ask_for(self, item: Item, which: Which) -> None:
        """Show this text of the entry from now on, in this session."""
        self._asked[item.head.id] = which

    def seek_unread(self, by: int, count: int = 1) -> bool:
        """Move to an unread entry, in this list or in that of another feed; whether there is one.

        `by` is 1 for the next, which may be the one under the cursor if it isn't open yet, and -1
        for the one before. `count` passes over all but the last of so many; they stay unread.
        """
        found = self._seek_one(by)
        for _ in range(min(count, _MOST_PASSED) - 1):
            self.opened = self.current
            found = found and self._seek_one(by)
        return found

    def _seek_one(self, by: int) -> bool:
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

    def seek_feed(self, by: int, count: int = 1) -> bool:
        """Show the list of the next feed, or of the one before; whether there is one.

        `count` passes over all but the last of so many, as far as there are any.
        """
        every, here = self.tree.every, self.tree.row_of(self.view)
        way = range(here + by, len(every) if by > 0 else -1, by)
        feeds = [row for row in way if _is_feed(every[row])][:count]
        if feeds:
            self.show(every[feeds[-1]].view)
        return bool(feeds)

    def chosen(self, at: Pane) -> Chosen:
        """What a person who is in this pane means: the selection, a whole list, or an entry."""
        if self.selecting and at == "entries":
            return Chosen(self.selected(), " in the selection")
        if at == "feeds":
            return self.chosen_list()
        return Chosen((self.current,) if self.current else ())

    def chosen_list(self) -> Chosen:
        """All entries of the list, as far as a filter leaves them."""
        return Chosen(self.rows, f" in {', '.join(filter(None, (self.title, self.narrowed)))}")

    def toggle(self, field: str, chosen: Chosen | None = None) -> str:
        """Set or clear a mark of what was chosen, else of the entry under the cursor; in words."""
        meant = self.chosen("article") if chosen is None else chosen
        if not meant.items:
            return _NOTHING
        return self.do(meant, toggling(self.library, meant.items, field))

    def do(self, chosen: Chosen, deed: Deed) -> str:
        """Do something to what was chosen, of which nothing is picked any more then; in words.

        Entries that are hidden, or shown again, leave the list. Raises StoreError.
        """
        done = do(self.library, chosen, deed)
        self.select(Selection())
        if deed.field == HIDDEN:
            self.drop(ids_of(chosen.items))
        if deed.field.startswith(TAG):
            self._grow()
        return done

    def mark_list_read(self) -> str:
        """Mark all entries of the list read; what was done, in words, when it is on the disk."""
        return self.do(self.chosen_list(), DEEDS[READ, True])

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

    def _grow(self) -> None:
        self.tree = self.tree.grown(self.library.sources, self.library.tags)
        self.place = self.tree.index_of(self.view)

    def _take_tree(self, tree: Tree) -> None:
        """A list that is folded away gives way to that of the place in which it lies."""
        self.tree = tree
        self.place = tree.index_of(self.view)
        if self.places[self.place].view != self.view:
            self.show_place(self.place)

    def _take_up(self, left: Left) -> bool:
        """Show what was left; whether there is anything of it."""
        self.tree = replace(
            self.tree, folded=FOLDED if left.folded is None else frozenset(left.folded)
        )
        if left.view is None or not self.tree.place_of(left.view):
            return False
        self.list_view(left.view, {left.entry})
        self.place = self.tree.index_of(left.view)
        self.point(left.entry)
        with suppress(UsageError):
            self.filter(left.filter)
        return bool(self.rows)

    def _unread(self, item: Item) -> bool:
        return not self.library.is_read(item)

    def _here_is_unread(self) -> bool:
        item = self.current
        return item is not None and item != self.opened and self._unread(item)

    def _seek_place(self, by: int) -> bool:
        every = self.tree.every
        found = around(every, self.tree.row_of(self.view), self._has_unread, by)
        if found is None:
            return False
        self.show(every[found].view)
        first = following(self.rows, -1, self._unread)
        self.cursor = first or 0
        return first is not None

    def _has_unread(self, place: Place) -> bool:
        return _is_feed(place) and self.counts(place).unread > 0


def _is_feed(place: Place) -> bool:
    return place.view.kind == "feed"


def _followed(
    view: View, before: Mapping[str, Subscription], now: Mapping[str, Subscription]
) -> View:
    """The same list, also if it is that of a feed that has another address now."""
    feed = before.get(view.name) if view.kind == "feed" else None
    if feed is None:
        return view
    return next((View("feed", url) for url, each in now.items() if each.key == feed.key), view)
