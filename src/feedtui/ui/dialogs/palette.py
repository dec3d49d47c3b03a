"""The palette: all that can be done, found by a few letters, with its keys and what it does."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from feedtui.query.walk import step
from feedtui.ui.choices import Choice, fitting
from feedtui.ui.painting import Piece, Role, fit
from feedtui.ui.panes.prompt import Prompt
from feedtui.ui.rows import RowList
from feedtui.ui.typed import Typed

_LINES = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1}
_PAGES = {"pagedown": 1, "pageup": -1}
_LABEL, _KEYS = 18, 14


class PaletteList(RowList):
    """Commands; those for other places are dim."""

    def __init__(self, known: tuple[Choice, ...]) -> None:
        super().__init__(id="choices")
        self._known = known
        self.shown = known

    def narrow(self, typed: str) -> None:
        """Show what fits what was typed."""
        self.shown = fitting(self._known, typed)
        self.rows_changed(0)

    def move(self, by: int) -> None:
        """Move the cursor by rows, and stop at the ends."""
        self.cursor = step(self.cursor, by, len(self.shown))

    @property
    def chosen(self) -> str | None:
        """The line of what is under the cursor."""
        return self.shown[self.cursor].line if self.shown else None

    def row_count(self) -> int:
        """One row for each command."""
        return len(self.shown)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """What it is called, its keys, and what it does as far as there is room."""
        choice = self.shown[index]
        role: Role = "plain" if choice.here else "dim"
        label, keys = max(min(_LABEL, width), 1), max(min(_KEYS, width - _LABEL), 0)
        return [
            Piece(fit(f" {choice.label}", label - 1) + " ", "strong" if choice.here else "dim"),
            Piece(fit(choice.keys, keys), "accent" if choice.here else "dim"),
            Piece(fit(f" {choice.help}", max(width - label - keys, 0)), role),
        ]


class PaletteDialog(ModalScreen[str | None]):
    """The palette over the main screen. Enter or a click chooses, Escape leaves."""

    def __init__(self, known: tuple[Choice, ...]) -> None:
        super().__init__()
        self._list = PaletteList(known)
        self._prompt = Prompt("> ", "what to do")
        self._typed = Typed()

    def compose(self) -> ComposeResult:
        """A line to type in, and what fits."""
        with Vertical(id="palette"):
            yield self._prompt
            yield self._list

    def on_mount(self) -> None:
        """All of them, at first."""
        self._show(self._typed)

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here."""
        if key == "escape":
            self.dismiss(None)
        elif key == "enter":
            self.dismiss(self._list.chosen)
        elif by := _LINES.get(key, 0) + _PAGES.get(key, 0) * self._list.page_length:
            self._list.move(by)
        elif after := self._typed.press(key):
            self._show(after)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is typed."""
        self._show(self._typed.insert(event.text))

    def _show(self, typed: Typed) -> None:
        self._typed = typed
        self._prompt.show(typed)
        self._list.narrow(typed.text)

    @on(RowList.Clicked)
    def _clicked(self, message: RowList.Clicked) -> None:
        self.dismiss(self._list.shown[message.index].line)
