"""Choosing one of the files that an entry carries."""

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from feedtui.model import Enclosure
from feedtui.query.walk import step
from feedtui.ui.heading import described
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList

_LINES = {"j": 1, "down": 1, "k": -1, "up": -1, "G": 1 << 20, "end": 1 << 20, "home": -1 << 20}
_ENDS = ("escape", "q", "e")


class EnclosureList(RowList):
    """Files: what they are called, of which kind, how large."""

    def __init__(self, carried: tuple[Enclosure, ...]) -> None:
        super().__init__(id="enclosures")
        self._carried = carried

    def on_mount(self) -> None:
        """The first file is under the cursor."""
        self.rows_changed(0)

    def move(self, by: int) -> None:
        """Move the cursor by rows, and stop at the ends."""
        self.cursor = step(self.cursor, by, len(self._carried))

    def row_count(self) -> int:
        """One row for each file."""
        return len(self._carried)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """A file."""
        return [Piece(fit(f" {described(self._carried[index])}", width), "plain")]


class EnclosuresDialog(ModalScreen[Enclosure | None]):
    """Files over the main screen; Enter chooses one, Escape, q and e none."""

    def __init__(self, carried: tuple[Enclosure, ...]) -> None:
        super().__init__()
        self._carried = carried
        self._list = EnclosureList(carried)

    def compose(self) -> ComposeResult:
        """One list."""
        yield self._list

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here."""
        if key in _ENDS:
            self.dismiss(None)
        elif key == "enter":
            self.dismiss(self._carried[self._list.cursor])
        elif key in _LINES:
            self._list.move(_LINES[key])
        else:
            return False
        return True

    @on(RowList.Clicked)
    def _clicked(self, message: RowList.Clicked) -> None:
        self.dismiss(self._carried[message.index])
