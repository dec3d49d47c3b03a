"""The outline: the article's headings, one of which is chosen."""

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from feedtui.article.outline import Part
from feedtui.query.walk import step
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList

_LINES = {"j": 1, "down": 1, "k": -1, "up": -1}
_PAGES = {"space": 1, "pagedown": 1, "pageup": -1}
_EDGES = {"G": 1, "end": 1, "g": -1, "home": -1}
_ENDS = ("escape", "q", "T")
_INDENT = 2


class OutlineList(RowList):
    """Headings, indented by their level."""

    def __init__(self, parts: tuple[Part, ...], current: int) -> None:
        super().__init__(id="outline")
        self._parts = parts
        self._current = current
        self._highest = min((part.level for part in parts), default=1)

    def on_mount(self) -> None:
        """The heading that is being read is under the cursor."""
        self.rows_changed(self._current)

    def move(self, by: int) -> None:
        """Move the cursor by rows, and stop at the ends."""
        self.cursor = step(self.cursor, by, len(self._parts))

    def row_count(self) -> int:
        """One row for each heading."""
        return len(self._parts)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """A heading."""
        part = self._parts[index]
        indent = " " * (1 + _INDENT * (part.level - self._highest))
        role: Literal["strong", "plain"] = "strong" if part.level == self._highest else "plain"
        return [Piece(fit(f"{indent}{part.text}", width), role)]


class OutlineDialog(ModalScreen[Part | None]):
    """Headings over the main screen; Enter chooses one, Escape, q and T none."""

    def __init__(self, parts: tuple[Part, ...], current: int) -> None:
        super().__init__()
        self._parts = parts
        self._list = OutlineList(parts, current)

    def compose(self) -> ComposeResult:
        """One list."""
        yield self._list

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here."""
        if key in _ENDS:
            self.dismiss(None)
            return True
        if key == "enter":
            self.dismiss(self._parts[self._list.cursor])
            return True
        by = _LINES.get(key, 0) + _PAGES.get(key, 0) * self._list.page_length
        by += _EDGES.get(key, 0) * len(self._parts)
        self._list.move(by)
        return by != 0

    @on(RowList.Clicked)
    def _clicked(self, message: RowList.Clicked) -> None:
        self.dismiss(self._parts[message.index])
