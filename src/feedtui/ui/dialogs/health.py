"""How the feeds fare: a list over the main screen, and what there is to say of the one chosen."""

from collections.abc import Awaitable, Callable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from feedtui.clean import clean
from feedtui.library.health import Health, Order, Which, chosen, ordered
from feedtui.library.pace import BLOCKS, chart
from feedtui.library.state import sentences
from feedtui.query.walk import step
from feedtui.ui.healthrows import health_row
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList
from feedtui.ui.wishes import Bedside, Deed

_LINES = {"j": 1, "down": 1, "k": -1, "up": -1}
_PAGES = {"space": 1, "pagedown": 1, "pageup": -1}
_EDGES = {"G": 1, "end": 1, "g": -1, "home": -1}
_ENDS = ("escape", "q", "exclamation_mark")
_LISTS: dict[str, Which] = {"1": "all", "2": "failing", "3": "silent", "4": "never read"}
_ORDERS: tuple[Order, ...] = ("need", "title", "last answer", "most posts")
_EMPTY: dict[Which, str] = {
    "all": "There are no feeds yet; a subscribes to one.",
    "failing": "No feed fails.",
    "silent": "No feed is silent.",
    "never read": "You have read something of every feed.",
}

_ROOMY = 80
"""Columns from which on there is room for more than what changes."""

_KEYS = "Enter list  r retry  e change  m new address  o site  E editor  D unsubscribe  s sort  1-4"

_DEEDS: dict[str, Deed] = {
    "r": "retry",
    "e": "change",
    "E": "edit",
    "m": "find",
    "o": "site",
    "D": "leave",
}


Read = Callable[[], Awaitable[tuple[Health, ...] | str]]
"""How all feeds fare, or why that can't be said."""


Care = Callable[[Deed, Health, Bedside], Awaitable[object] | None]
"""Does something about a feed; a dialog that it opens is to be waited for."""


class HealthList(RowList):
    """A feed in each row. `blocks` draw its chart."""

    def __init__(self, blocks: str, now: Callable[[], int]) -> None:
        super().__init__(id="feeds-health")
        self._blocks = blocks
        self._now = now
        self._feeds: tuple[Health, ...] = ()

    def show(self, feeds: tuple[Health, ...]) -> None:
        """Show other feeds, with the cursor on the same one if it is among them."""
        was = self.current
        self._feeds = feeds
        same = (at for at, each in enumerate(feeds) if was and each.feed == was.feed)
        self.rows_changed(next(same, min(self.cursor, max(len(feeds) - 1, 0))))

    @property
    def current(self) -> Health | None:
        """The feed under the cursor."""
        return self._feeds[self.cursor] if self.cursor < len(self._feeds) else None

    def row_count(self) -> int:
        """A row for each."""
        return len(self._feeds)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """The feed's state, name, chart and figures."""
        return health_row(self._feeds[index], width, self._now(), self._blocks)


class HealthScreen(ModalScreen[str | None]):
    """Over the main screen; gives the address of a feed whose list is wanted."""

    def __init__(
        self, read: Read, care: Care, now: Callable[[], int], blocks: str = BLOCKS
    ) -> None:
        super().__init__()
        self._read = read
        self._care = care
        self._now = now
        self._blocks = blocks
        self._all: tuple[Health, ...] = ()
        self._early: list[str] | None = []
        self._which: Which = "all"
        self._order: Order = "need"
        self._list = HealthList(blocks, now)
        self._head = Static("", markup=False, id="health-head")
        self._detail = Static("", markup=False, id="health-detail")
        self._said = Static("reading what is kept of the feeds …", markup=False, id="health-said")

    def compose(self) -> ComposeResult:
        """A line about the list, the list, what there is to say of one feed, and the keys."""
        with Vertical(id="health"):
            yield self._head
            yield self._list
            yield self._detail
            yield self._said
            yield Static(_KEYS, markup=False, id="health-keys")

    def on_mount(self) -> None:
        """Read how they fare, while keys are taken already."""
        self._list.focus()
        self._show()
        self.read()

    def on_screen_resume(self) -> None:
        """A dialog over it may have changed something."""
        if self._all:
            self.read()

    async def take(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here.

        A dialog is waited for until it is there, so that it gets the keys that are typed next. Keys
        that were typed before there was anything to choose from are kept until there is.
        """
        if key in _ENDS:
            self.dismiss(None)
        elif self._early is not None:
            self._early.append(key)
        elif key in _DEEDS:
            await self._do(_DEEDS[key])
        else:
            return self._press(key)
        return True

    def _press(self, key: str) -> bool:
        if key in _LISTS:
            self._which = _LISTS[key]
            self._show()
        elif key == "s":
            self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
            self._show()
        elif key == "enter":
            self._open()
        else:
            return self._move(key)
        return True

    @work(exclusive=True, group="health")
    async def read(self) -> None:
        """Show how the feeds fare now."""
        found = await self._read()
        early, self._early = self._early, None
        if isinstance(found, str):
            self.say(found)
            return
        self._all = found
        self._show()
        if early is not None:
            self.say("")
        for key in early or ():
            await self.take(key)

    def say(self, message: str) -> None:
        """Say how something goes."""
        self._said.update(clean(message))

    @on(RowList.Clicked)
    def _clicked(self, message: RowList.Clicked) -> None:
        if message.index == self._list.cursor:
            self._open()
        else:
            self._list.cursor = message.index
            self._show_detail()

    def _move(self, key: str) -> bool:
        by = _LINES.get(key, 0) + _PAGES.get(key, 0) * self._list.page_length
        by += _EDGES.get(key, 0) * self._list.row_count()
        if by:
            self._list.cursor = step(self._list.cursor, by, self._list.row_count())
            self._show_detail()
        return by != 0

    def _open(self) -> None:
        if feed := self._list.current:
            self.dismiss(feed.feed)

    async def _do(self, deed: Deed) -> None:
        feed = self._list.current
        if feed is None:
            return
        self.say("")
        opening = self._care(deed, feed, self)
        if opening is not None:
            await opening

    def _show(self) -> None:
        self._list.show(ordered(chosen(self._all, self._which), self._order))
        self._head.update(self._heading())
        self._show_detail()

    def _show_detail(self) -> None:
        feed = self._list.current
        if feed is None:
            self._detail.update(_EMPTY[self._which] if self._early is None else "")
            return
        weeks = f"by week, for half a year: |{chart(feed.posts, self._blocks)}|"
        self._detail.update("\n".join((*sentences(feed, self._now()), weeks)))

    def _heading(self) -> str:
        """Which lists there are, how long, and which is shown; what it is all about, with room."""
        width = max(self.size.width, 1)
        about = "Health of feeds: " if width >= _ROOMY else ""
        lists = " · ".join(
            f"{key} {'▸' if which == self._which else ''}{which} {len(chosen(self._all, which))}"
            for key, which in _LISTS.items()
        )
        return fit(f"{about}{lists} · sorted by {self._order}", width)
