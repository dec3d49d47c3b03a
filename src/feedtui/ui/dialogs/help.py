"""The help screen: the table of commands, by group."""

from itertools import groupby

from textual.app import ComposeResult
from textual.screen import ModalScreen

from feedtui.ui.commands import COMMANDS, Command, shown_keys
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList

_KEYS_WIDTH = 16
_ENDS = ("escape", "q", "question_mark")
_SCROLLS = {"j": 1, "k": -1}


class HelpList(RowList):
    """Groups, and in each the keys with what they do."""

    def __init__(self) -> None:
        super().__init__(id="help")
        self._rows = help_rows()

    def on_mount(self) -> None:
        """All rows are there from the beginning."""
        self.rows_changed(0)

    def row_count(self) -> int:
        """The groups' and the commands' rows."""
        return len(self._rows)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """The name of a group, or a command."""
        keys, text = self._rows[index]
        if not keys:
            return [Piece(fit(f" {text}", width), "strong")]
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
        elif key in _SCROLLS:
            self.query_one(HelpList).scroll_relative(y=_SCROLLS[key], animate=False)
        return key in _ENDS or key in _SCROLLS


def help_rows() -> tuple[tuple[str, str], ...]:
    """Keys and sentence of each command, after a row with the name of each group."""
    rows: list[tuple[str, str]] = []
    for group, commands in groupby(COMMANDS, key=_group):
        rows.append(("", group))
        rows.extend((_all_keys(command), command.help) for command in commands)
    return tuple(rows)


def _group(command: Command) -> str:
    return command.group


def _all_keys(command: Command) -> str:
    return ", ".join(shown_keys(keys) for keys in command.keys)
