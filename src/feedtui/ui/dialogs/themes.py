"""Choosing the colours: a theme is put on as soon as the cursor comes to it.

config.toml is the person's, so what is chosen here holds until the screen is left; how to keep it
is said then.
"""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.theme import Theme

from feedtui.clean import clean_line
from feedtui.errors import FeedtuiError
from feedtui.library.home import Home
from feedtui.query.walk import step
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList
from feedtui.ui.themes import KNOWN, find_theme, own_names

_LINES = {"j": 1, "down": 1, "k": -1, "up": -1}
_PAGES = {"space": 1, "pagedown": 1, "pageup": -1}
_EDGES = {"G": 1, "end": 1, "g": -1, "home": -1}
_ENDS = ("escape", "q")


class ThemesList(RowList):
    """The names of themes, and what is to be said of one."""

    def __init__(self, names: tuple[str, ...], current: int) -> None:
        super().__init__(id="themes")
        self._names = names
        self._current = current
        self._remark = ""

    def on_mount(self) -> None:
        """The theme that is worn is under the cursor."""
        self.rows_changed(self._current)

    def remark(self, text: str) -> None:
        """Say something in the row under the cursor."""
        self._remark = text
        self.repaint()

    def row_count(self) -> int:
        """One row for each theme."""
        return len(self._names)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """A theme."""
        name = self._names[index]
        if index == self.cursor and self._remark:
            return [Piece(fit(f" {name}: {self._remark}", width), "bad")]
        kind = _kind(name)
        room = max(width - len(kind) - 2, 0)
        return [Piece(fit(f" {name}", room), "plain"), Piece(fit(f" {kind} ", width - room), "dim")]


class ThemesDialog(ModalScreen[str | None]):
    """Themes over the main screen; Enter keeps one, Escape and q put the old one on again."""

    def __init__(self, home: Home, worn: Theme, wear: Callable[[Theme], None]) -> None:
        super().__init__()
        self._home = home
        self._worn = worn
        self._wear = wear
        names = (*sorted(KNOWN), *own_names(home))
        self._names = tuple(dict.fromkeys(names))
        current = self._names.index(worn.name) if worn.name in self._names else 0
        self._list = ThemesList(self._names, current)

    def compose(self) -> ComposeResult:
        """One list."""
        yield self._list

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here."""
        if key in _ENDS:
            self._wear(self._worn)
            self.dismiss(None)
            return True
        if key == "enter":
            self.dismiss(self._names[self._list.cursor])
            return True
        by = _LINES.get(key, 0) + _PAGES.get(key, 0) * self._list.page_length
        by += _EDGES.get(key, 0) * len(self._names)
        self._move_to(step(self._list.cursor, by, len(self._names)))
        return by != 0

    @on(RowList.Clicked)
    def _clicked(self, message: RowList.Clicked) -> None:
        self._move_to(message.index)

    def _move_to(self, index: int) -> None:
        self._list.cursor = index
        remarks: list[str] = []
        try:
            self._wear(find_theme(self._home, self._names[index], remarks.append))
        except FeedtuiError as error:
            remarks = str(error).splitlines()
        place = f"{self._home.places.themes}/"
        self._list.remark(clean_line(remarks[0].removeprefix(place)) if remarks else "")


def _kind(name: str) -> str:
    theme = KNOWN.get(name)
    if theme is None:
        return "your own"
    if theme.ansi:
        return "16 colours"
    return "dark" if theme.dark else "light"
