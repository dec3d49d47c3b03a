"""Asking for a feed to subscribe to: an address, what is there, and where to put it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from feedtui.address import shown_address
from feedtui.clean import clean, clean_line
from feedtui.library.changing import tags_of
from feedtui.library.preview import Newest, Preview, facts, name_of
from feedtui.query.walk import step
from feedtui.ui.dialogs.fields import Completion, Field, line
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList
from feedtui.ui.wishes import Known, Wish

_ASK = "Enter looks what is there · Escape leaves"
_TAKE = "Enter subscribes · Tab to the folder and the tags · Escape leaves"
_CHOOSE = "↑ ↓ choose · Enter subscribes · Tab to the folder and the tags · Escape leaves"
_THERE = "It is subscribed to already; Enter goes there · Escape leaves"


class Finder(Protocol):
    """Who asks the network."""

    def look(self, address: str) -> Awaitable[tuple[Preview, ...] | str]:
        """The feeds that an address leads to; or why there is none, in words."""
        ...

    def subscribe(self, wish: Wish, tell: Callable[[str], None]) -> Awaitable[str]:
        """Subscribe to a feed; why that failed, in words, or nothing. `tell` hears of waiting."""
        ...


class OfferList(RowList):
    """The feeds that were found."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="offers")
        self._offers: tuple[Preview, ...] = ()

    def show(self, offers: tuple[Preview, ...], cursor: int = 0) -> None:
        """Show other feeds, if there is anything to choose."""
        self._offers = offers
        self.display = len(offers) > 1
        self.styles.height = min(len(offers), 4)
        self.rows_changed(cursor)

    def row_count(self) -> int:
        """A row for each."""
        return len(self._offers)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """What it is called."""
        offer = self._offers[index]
        sign = "✓ " if offer.subscribed else "  "
        return [Piece(fit(f"{sign}{name_of(offer)}", width), "plain")]


class AddDialog(ModalScreen[str | None]):
    """Asks for an address, shows what is there, asks where to put it; gives the feed's address.

    Whatever goes wrong is said, and what was typed stays. Escape takes nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "move(1)", "Next"),
        Binding("up", "move(-1)", "Previous"),
    ]

    def __init__(self, finder: Finder, folder: str, known: Known) -> None:
        super().__init__()
        self._finder = finder
        self._offers: tuple[Preview, ...] = ()
        self._busy = False
        self._list = OfferList()
        self._said = Static("", markup=False, id="said")
        self._preview = Static("", markup=False, id="preview")
        self._hint = Static(_ASK, markup=False, id="hint")
        self._address = line("", name="address", placeholder="example.org, or a feed's own address")
        folders, tags = Completion(known.folders), Completion(known.tags, comma=",")
        nests = "Tech/Python nests"
        self._folder = line(folder, name="folder", placeholder=nests, suggester=folders)
        self._tags = line("", name="tags", placeholder="long, weekly", suggester=tags)

    def compose(self) -> ComposeResult:
        """Lines to fill in, and between them what was found."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("Subscribe to a feed", markup=False, classes="title")
            yield Field("Address", self._address)
            yield self._said
            yield self._list
            yield self._preview
            yield Field("Folder", self._folder)
            yield Field("Tags", self._tags)
            yield self._hint

    def on_mount(self) -> None:
        """Nothing is found yet."""
        self._list.show(())
        self._show()

    @on(Input.Changed, "#address")
    def _other_address(self) -> None:
        if not self._busy and self._offers:
            self._found(())

    def on_input_submitted(self) -> None:
        """Look, or take what was found; one thing at a time."""
        if self._busy or not self._address.value.strip():
            return
        if self._offers:
            self._take(self._offers[self._list.cursor])
        else:
            self._look()

    def action_move(self, by: int) -> None:
        """Choose another one of the feeds that were found."""
        self._list.cursor = step(self._list.cursor, by, len(self._offers))
        self._show()

    @on(RowList.Clicked)
    def _clicked(self, message: RowList.Clicked) -> None:
        self._list.cursor = message.index
        self._show()

    def _take(self, offer: Preview) -> None:
        if offer.subscribed:
            self.dismiss(offer.feed)
        else:
            self._subscribe(offer)

    @work
    async def _look(self) -> None:
        self._begin(f"looking at {shown_address(self._address.value)} …")
        try:
            found = await self._finder.look(self._address.value.strip())
        finally:
            self._busy = False
        if isinstance(found, str):
            self._say(found)
        else:
            self._found(found)

    @work
    async def _subscribe(self, offer: Preview) -> None:
        self._begin(f"subscribing to {name_of(offer)} …")
        wish = Wish(offer.feed, self._folder.value.strip(), tags_of(self._tags.value))
        try:
            refusal = await self._finder.subscribe(wish, self._say)
        finally:
            self._busy = False
        if refusal:
            self._say(refusal)
        else:
            self.dismiss(offer.feed)

    def _begin(self, what: str) -> None:
        self._busy = True
        self._say(what)

    def _found(self, offers: tuple[Preview, ...]) -> None:
        self._offers = offers
        new = (at for at, each in enumerate(offers) if not each.subscribed)
        self._list.show(offers, next(new, 0))
        self._say("" if len(offers) < 2 else f"{len(offers)} feeds are there:")
        self._show()

    def _show(self) -> None:
        offer = self._offers[self._list.cursor] if self._offers else None
        self._preview.update("" if offer is None else "\n".join(preview_lines(offer)))
        self._preview.display = offer is not None
        self._hint.update(_hint(offer, self._offers))

    def _say(self, what: str) -> None:
        self._said.update(clean(what))
        self._said.display = bool(what)


def preview_lines(offer: Preview) -> tuple[str, ...]:
    """A feed before it is subscribed to: its name, its address, figures, its newest entries."""
    return (
        name_of(offer),
        shown_address(offer.feed),
        facts(offer),
        *(_entry(each) for each in offer.latest),
    )


def _entry(entry: Newest) -> str:
    title = clean_line(entry.title)
    return f"  {entry.published:%Y-%m-%d}  {title}" if entry.published else f"  {title}"


def _hint(offer: Preview | None, offers: Sequence[Preview]) -> str:
    if offer is None:
        return _ASK
    if offer.subscribed:
        return _THERE
    return _CHOOSE if len(offers) > 1 else _TAKE
