"""Where things stand in a TOML text: which lines a key or a table's header takes up.

A TOML parser gives values and forgets lines; a style-preserving one (tomlkit 0.15, measured) counts
a comment above a table as the end of the table before and deletes it together with that. Messages
need lines, and edits must not lose comments, so this finds the lines.

The text has to be valid TOML: that is decided by a parser before. On valid text it is enough to
know strings, comments and brackets to see where a value ends (toml.io, version 1.0).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace

Path = tuple[str | int, ...]
"""Names from the outside in; after the name of an array of tables, the table's place in it."""

_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_HEAD = re.compile(
    rf"(?P<indent>[ \t]*)(?P<open>\[{{0,2}})[ \t]*"
    rf"(?P<key>{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)?[ \t]*(?:\]{{1,2}}|=[ \t]*)?"
)
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*|[\[\]{}\n]",
    re.DOTALL,
)
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A table's header, or a key with its value.

    `text[start:end]` are its whole lines with their last line end, and `line` is the number of the
    first; `text[value_start:value_end]` is the value (nothing for a header). `inside` are the
    comments within the value, `beside` is the one after it; both begin with `#`.
    """

    path: Path
    indent: str
    line: int
    start: int
    end: int
    value_start: int
    value_end: int
    inside: tuple[str, ...]
    beside: str


@dataclass(frozen=True, slots=True)
class _Rest:
    """What follows a key or a header up to the end of its last line."""

    end: int
    value_end: int
    inside: tuple[str, ...]
    beside: str


def parts(text: str) -> Iterator[Part]:
    """The headers and keys of a valid TOML text, in its order; not those of inline tables."""
    table: Path = ()
    counts: dict[Path, int] = {}
    for opening, part in _statements(text):
        if not opening:
            yield replace(part, path=table + part.path)
            continue
        table = _absolute(part.path, counts)
        if opening == "[[":
            table = _next_table(part.path, counts)
        yield replace(part, path=table)


def lines_of(text: str) -> dict[Path, int]:
    """The line on which each path is first named; a key that only implies a table names it too."""
    lines: dict[Path, int] = {}
    for part in parts(text):
        for length in range(1, len(part.path) + 1):
            lines.setdefault(part.path[:length], part.line)
    return lines


def _statements(text: str) -> Iterator[tuple[str, Part]]:
    """The brackets that open a header, or nothing for a key; and the part as it names itself."""
    start = 1 if text.startswith("\ufeff") else 0
    line = 1
    while start < len(text) and (head := _HEAD.match(text, start)):
        rest = _rest(text, head.end())
        if head["key"]:
            yield head["open"], _part(head, line, rest)
        line += text.count("\n", start, rest.end)
        start = rest.end


def _part(head: re.Match[str], line: int, rest: _Rest) -> Part:
    return Part(
        path=_names(head["key"]),
        indent=head["indent"],
        line=line,
        start=head.start(),
        end=rest.end,
        value_start=head.end(),
        value_end=rest.value_end,
        inside=rest.inside,
        beside=rest.beside,
    )


def _rest(text: str, start: int) -> _Rest:
    depth = 0
    comments: list[str] = []
    beside, value_end, end = "", len(text), len(text)
    for token in _TOKEN.finditer(text, start):
        mark = token[0]
        if mark == "\n" and depth == 0:
            end = token.end()
            value_end = min(value_end, token.start())
            break
        if mark[0] == "#" and depth == 0:
            beside, value_end = mark.rstrip("\r"), token.start()
        elif mark[0] == "#":
            comments.append(mark.rstrip("\r"))
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
    value_end = start + len(text[start:value_end].rstrip(" \t\r"))
    return _Rest(end, value_end, tuple(comments), beside)


def _names(key: str) -> tuple[str, ...]:
    """The names of a dotted key; the parser itself takes quotes and escapes apart."""
    if _PLAIN.fullmatch(key):
        return (key,)
    names: tuple[str, ...] = ()
    inner: object = tomllib.loads(f"{key} = 0")
    while isinstance(inner, dict):
        [(name, inner)] = inner.items()
        names += (name,)
    return names


def _absolute(names: Path, counts: dict[Path, int]) -> Path:
    """A path in which every array of tables stands for its latest table."""
    path: Path = ()
    for name in names:
        path += (name,)
        if path in counts:
            path += (counts[path] - 1,)
    return path


def _next_table(names: Path, counts: dict[Path, int]) -> Path:
    array = (*_absolute(names[:-1], counts), names[-1])
    counts[array] = counts.get(array, 0) + 1
    return (*array, counts[array] - 1)
