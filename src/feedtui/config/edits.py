"""A person's TOML text, edited as a guest would.

An edit changes the lines of one table and leaves every other byte alone: line ends, blanks, the way
the last line ends. No edit deletes a comment, wherever it stands: a comment is the person's, and
the program can't know what it is about. Comments above or inside a table that is cut out stay where
they are, and one that shared a line with something that goes gets a line of its own.

As for `layout`, the text has to be valid TOML.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from feedtui.config.layout import Part, Path, parts

_LINE = re.compile(r"[^\n]*\n")
_BLANK_LINE = re.compile(r"[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class _Edit:
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def append(text: str, tables: Iterable[Iterable[str]]) -> str:
    """The text with more tables, given as lines, at its end; a blank line before each."""
    line_end = _line_end(text)
    new = ["".join(line + line_end for line in lines) for lines in tables]
    whole = _whole(text)
    gap = "" if _ends_blank(whole) else line_end
    return _ended_like(text, whole + gap + line_end.join(new)) if new else text


def insert(text: str, path: Path, lines: Iterable[str]) -> str:
    """The text with one more table, given as lines, above another and above its comments."""
    line_end = _line_end(text)
    above = _lines(text[: _table(_whole(text), path)[0].start])
    own = 0
    while own < len(above) and above[-1 - own].lstrip().startswith("#"):
        own += 1
    start = len("".join(above[: len(above) - own]))
    new = "".join(line + line_end for line in lines)
    return text[:start] + new + line_end + text[start:]


def cut(text: str, path: Path) -> str:
    """The text without a table and its keys, but with their comments."""
    whole = _whole(text)
    table = _table(whole, path)
    kept = "".join(_comments(whole, table))
    before, after = whole[: table[0].start], whole[table[-1].end :]
    if not kept and _ends_blank(before):
        before, after = _without_gap(before, after)
    return _ended_like(text, before + kept + after)


def rewrite(text: str, path: Path, values: Mapping[str, str | None]) -> str:
    """The text with other values, as TOML, for keys of a table; a key without a value goes.

    New keys come last in the table.
    """
    whole = _whole(text)
    table = _table(whole, path)
    held = {part.path[-1]: part for part in table[1:]}
    edits = [_replacing(whole, held[key], value) for key, value in values.items() if key in held]
    new = (f"{key} = {value}" for key, value in values.items() if value and key not in held)
    lines = "".join(table[-1].indent + line + _line_end(whole) for line in new)
    return _ended_like(text, _applied(whole, [*edits, _Edit(table[-1].end, table[-1].end, lines)]))


def _table(text: str, path: Path) -> tuple[Part, ...]:
    """The header of a table and its keys."""
    return tuple(part for part in parts(text) if part.path[: len(path)] == path)


def _replacing(text: str, part: Part, value: str | None) -> _Edit:
    if value is None:
        return _Edit(part.start, part.end, _own_lines(text, part, (*part.inside, part.beside)))
    above = _own_lines(text, part, part.inside)
    return _Edit(part.start, part.value_end, above + text[part.start : part.value_start] + value)


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def _comments(text: str, table: tuple[Part, ...]) -> Iterator[str]:
    """Every comment of a table, as lines."""
    position = table[0].start
    for part in table:
        yield from (line for line in _lines(text[position : part.start]) if line.strip())
        yield _own_lines(text, part, (*part.inside, part.beside))
        position = part.end


def _own_lines(text: str, part: Part, comments: Iterable[str]) -> str:
    return "".join(part.indent + comment + _line_end(text) for comment in comments if comment)


def _lines(text: str) -> list[str]:
    """Lines as TOML counts them, with their ends; Python's own also end at a form feed."""
    return _LINE.findall(text)


def _without_gap(before: str, after: str) -> tuple[str, str]:
    """Blank above and blank below: one of them separated what is gone."""
    if blank := _BLANK_LINE.match(after):
        return before, after[blank.end() :]
    return ("".join(_lines(before)[:-1]), after) if not after else (before, after)


def _ends_blank(text: str) -> bool:
    return not text or text.endswith(("\n\n", "\n\r\n"))


def _line_end(text: str) -> str:
    return "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"


def _whole(text: str) -> str:
    """The text with its last line ended, so that every line is one."""
    return text if not text or text.endswith("\n") else text + _line_end(text)


def _ended_like(text: str, edited: str) -> str:
    return edited if text == _whole(text) else edited.removesuffix("\n").removesuffix("\r")
