"""The help screen: the table of commands, by group."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from feedtui.ui.commands import COMMANDS, Command
from feedtui.ui.keymap import default_keymap
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList

_KEYS_WIDTH = 19
_NARROWEST = 20
_ENDS = ("escape", "q", "question_mark")
_LINES = {"j": 1, "down": 1, "k": -1, "up": -1}
_PAGES = {"space": 1, "pagedown": 1, "pageup": -1}
_EDGES = {"G": 1, "end": 1, "g": -1, "home": -1}

_Row = tuple[str, str, str]
"""The name of a group; or keys and what they do; or more of that."""


class HelpList(RowList):
    """Groups, and in each the keys with what they do."""

    def __init__(self) -> None:
        super().__init__(id="help")
        self._rows: tuple[_Row, ...] = ()

    def on_resize(self, _event: events.Resize) -> None:
        """Sentences are broken where the list ends."""
        self._rows = tuple(_rows(self.size.width))
        self.rows_changed(0)

    def row_count(self) -> int:
        """The groups' and the commands' rows."""
        return len(self._rows)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """The name of a group, or a command."""
        group, keys, text = self._rows[index]
        if group:
            return [Piece(fit(f" {group}", width), "strong")]
        return [
            Piece(fit(f"   {keys}", _KEYS_WIDTH), "accent"),
            Piece(fit(text, max(width - _KEYS_WIDTH, 0)), "plain"),
        ]


class HelpScreen(ModalScreen[None]):
    """Help over the main screen; Escape, q and ? end it."""

    def compose(self) -> ComposeResult:
        """One list."""
        yield HelpList()

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here.

        At once, because keys that were typed behind it may be meant for the main screen.
        """
        if key in _ENDS:
            self.dismiss(None)
            return True
        rows = self.query_one(HelpList)
        by = _LINES.get(key, 0) + _PAGES.get(key, 0) * rows.page_length
        by += _EDGES.get(key, 0) * rows.row_count()
        rows.scroll_relative(y=by, animate=False)
        return by != 0


def help_rows() -> tuple[tuple[str, str], ...]:
    """Keys and sentence of each command, after a row with the name of each group."""
    rows: list[tuple[str, str]] = []
    for group, commands in groupby(COMMANDS, key=_group):
        rows.append(("", group))
        rows.extend((_all_keys(command), command.help) for command in commands)
    return tuple(rows)


def _rows(width: int) -> Iterator[_Row]:
    for keys, text in help_rows():
        if not keys:
            yield text, "", ""
            continue
        first, *more = wrap(text, max(width - _KEYS_WIDTH - 1, _NARROWEST))
        yield "", keys, first
        yield from (("", "", line) for line in more)


def _group(command: Command) -> str:
    return command.group


def _all_keys(command: Command) -> str:
    return ", ".join(default_keymap().shown(command.name))
