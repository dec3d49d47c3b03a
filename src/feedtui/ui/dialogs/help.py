"""The help screen: the table of commands with the person's keys, what matters here first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from feedtui.ui.commands import ANYWHERE, COMMANDS, Command, Where
from feedtui.ui.keymap import MACROS, Keymap
from feedtui.ui.keynames import character_of, shown_keys
from feedtui.ui.painting import Piece, fit
from feedtui.ui.panes.prompt import Prompt
from feedtui.ui.presets import DEFAULT
from feedtui.ui.rows import RowList
from feedtui.ui.typed import Typed

_KEYS_WIDTH = 19
_NARROWEST = 20
_ENDS = ("escape", "q", "question_mark")
_LINES = {"j": 1, "down": 1, "k": -1, "up": -1}
_PAGES = {"space": 1, "pagedown": 1, "ctrl+f": 1, "pageup": -1, "ctrl+b": -1}
_EDGES = {"G": 1, "end": 1, "g": -1, "home": -1}
_HERE = {"feeds": "Here, in the list of feeds", "entries": "Here, in the list of entries"}
_IN_ARTICLE = "Here, in the article"


@dataclass(frozen=True, slots=True)
class HelpRow:
    """The name of a group; or the keys of a command, and what it does."""

    group: str = ""
    keys: str = ""
    text: str = ""
    name: str = ""


_Row = tuple[str, str, str]
"""The name of a group; or keys and what they do; or more of that."""


class HelpList(RowList):
    """Groups, and in each the keys with what they do."""

    def __init__(self, rows: Sequence[HelpRow]) -> None:
        super().__init__(id="help-rows")
        self._all = self._shown = tuple(rows)
        self._rows: tuple[_Row, ...] = ()

    def narrow(self, words: str) -> None:
        """Show the rows that have all of the words."""
        self._shown = found(self._all, words)
        self._break()
        self.scroll_home(animate=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Sentences are broken where the list ends."""
        self._break()

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

    def _break(self) -> None:
        self._rows = tuple(_broken(self._shown, self.size.width))
        self.rows_changed(0)


class HelpScreen(ModalScreen[None]):
    """Help over the main screen; Escape, q and ? end it, / searches in it."""

    def __init__(self, keymap: Keymap, where: Sequence[Where]) -> None:
        super().__init__()
        self._ends = {*_ENDS, *keymap.of("help")}
        self._list = HelpList(help_rows(keymap, where))
        preset = "" if keymap.preset == DEFAULT else f" · keys of {keymap.preset}"
        self._prompt = Prompt(" ", f"/ looks for words · Escape leaves{preset}")
        self._typing: Typed | None = None

    def compose(self) -> ComposeResult:
        """A line to type in, and one list."""
        with Vertical(id="help"):
            yield self._prompt
            yield self._list

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here.

        At once, because keys that were typed behind it may be meant for the main screen.
        """
        if self._typing is not None and self._typed(self._typing, key):
            return True
        if key in self._ends:
            self.dismiss(None)
            return True
        if key == "slash":
            self._type(Typed())
            return True
        return self._scrolled(key)

    def _typed(self, typing: Typed, key: str) -> bool:
        """While words are typed, characters are theirs, and Escape ends the search."""
        if key == "escape" or (key == "backspace" and not typing.text):
            self._type(None)
        elif key != "enter" and (character_of(key) or key in {"backspace", "ctrl+u", "ctrl+w"}):
            self._type(typing.press(key))
        else:
            return False
        return True

    def _type(self, typing: Typed | None) -> None:
        self._typing = typing
        self._prompt.sign("/" if typing else " ")
        self._prompt.show(typing)
        self._list.narrow(typing.text if typing else "")

    def _scrolled(self, key: str) -> bool:
        by = _LINES.get(key, 0) + _PAGES.get(key, 0) * self._list.page_length
        by += _EDGES.get(key, 0) * self._list.row_count()
        self._list.scroll_relative(y=by, animate=False)
        return by != 0


def help_rows(keymap: Keymap, where: Sequence[Where]) -> tuple[HelpRow, ...]:
    """Every command once: those that are for this place in particular first, then by group."""
    here = [command for command in COMMANDS if _is_for(command, where)]
    rows = [HelpRow(_here(where)), *(_row(command, keymap) for command in here)] if here else []
    rest = [command for command in COMMANDS if command not in here]
    for group in dict.fromkeys(command.group for command in rest):
        rows.append(HelpRow(group))
        rows.extend(_row(command, keymap) for command in rest if command.group == group)
    return (*rows, *_macros(keymap))


def found(rows: Sequence[HelpRow], words: str) -> tuple[HelpRow, ...]:
    """The commands whose keys, name or sentence have all of the words, under their groups."""
    wanted = words.casefold().split()
    kept: list[HelpRow] = []
    for group, in_group in groupby(_with_group(rows), key=lambda pair: pair[0]):
        fitting = [row for _, row in in_group if all(word in _all_of(row) for word in wanted)]
        kept.extend([HelpRow(group), *fitting] if fitting else [])
    return tuple(kept)


def _with_group(rows: Sequence[HelpRow]) -> Iterator[tuple[str, HelpRow]]:
    group = ""
    for row in rows:
        if row.group:
            group = row.group
        else:
            yield group, row


def _all_of(row: HelpRow) -> str:
    return f"{row.keys} {row.name} {row.text}".casefold()


def _is_for(command: Command, where: Sequence[Where]) -> bool:
    return bool(set(command.where) & set(where)) and not set(ANYWHERE) <= set(command.where)


def _here(where: Sequence[Where]) -> str:
    return _HERE.get(where[0], _IN_ARTICLE)


def _row(command: Command, keymap: Keymap) -> HelpRow:
    keys = ", ".join(keymap.shown(command.name)) or f":{command.name}"
    return HelpRow(keys=keys, text=command.help, name=command.name)


def _macros(keymap: Keymap) -> Iterator[HelpRow]:
    if keymap.macros:
        yield HelpRow("Your macros")
    for key, macro in keymap.macros.items():
        keys = ", ".join(shown_keys(f"{prefix} {key}") for prefix in keymap.of(MACROS))
        yield HelpRow(keys=keys, text=macro.label)


def _broken(rows: Sequence[HelpRow], width: int) -> Iterator[_Row]:
    for row in rows:
        if row.group:
            yield row.group, "", ""
            continue
        first, *more = wrap(row.text, max(width - _KEYS_WIDTH - 1, _NARROWEST)) or [""]
        yield "", row.keys, first
        yield from (("", "", line) for line in more)
