"""The text behind the lines: what was written, in its order, without what keeps it in place.

Where a line was broken the text goes on; bars, indentation and numbers of links are no part of it.
The cells of a table's row stand side by side on the screen, each over several lines; behind the
lines they follow each other.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from feedtui.article.document import Span, Style
from feedtui.article.layout import Line

CELL_END = "\t"
"""The joint between two cells of a row."""

_ADDED = Style.INDENT | Style.QUOTE | Style.FRAME | Style.SIGN
_NO_TEXT = (0, "")

_Part = tuple[int, str]
"""Text that stands together in a line, behind the character where it starts."""


class Piece(NamedTuple):
    """Text of a line from character `start` on, and what stands in the text before it."""

    joint: str
    text: str
    line: int
    start: int


def pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    """The text of the lines. A line without any has an empty piece.

    A rule has none, and takes with it the empty line below that set it off.
    """
    number = 0
    while number < len(lines):
        stop = number + 1
        while stop < len(lines) and lines[stop].joints:
            stop += 1
        if stop > number + 1 or _has_bars(lines[number]):
            yield from _row(lines, number, stop)
        elif not _is_rule(lines[number]):
            yield from _line(lines[number], number)
        elif stop < len(lines) and not _parts(lines[stop].spans, 0):
            stop += 1
        number = stop


def _is_rule(line: Line) -> bool:
    """Whether it only parts what is above from what is below."""
    return any(span.style is Style.FRAME for span in line.spans) and not _parts(line.spans, 0)


def _line(line: Line, number: int) -> Iterator[Piece]:
    joint = line.joint
    for start, text in _parts(line.spans, 0) or [_NO_TEXT]:
        yield Piece(joint, text, number, start)
        joint = ""


def _row(lines: Sequence[Line], number: int, stop: int) -> Iterator[Piece]:
    """The cells of a table's row, one after the other."""
    cells = zip_longest(*(_columns(line) for line in lines[number:stop]), fillvalue=[])
    for column, cell in enumerate(cells):
        before = CELL_END if column else lines[number].joint
        for line, parts in enumerate(cell, number):
            joint = before if line == number else _joint(lines[line], column)
            for start, text in parts or [_NO_TEXT]:
                yield Piece(joint, text, line, start)
                joint = ""


def _joint(line: Line, column: int) -> str:
    return line.joints[column] if column < len(line.joints) else ""


def _has_bars(line: Line) -> bool:
    return any(map(_is_bar, line.spans))


def _is_bar(span: Span) -> bool:
    return span.style is Style.FRAME and span.text.strip() == "│"


def _columns(line: Line) -> list[list[_Part]]:
    """The text between the bars of a line."""
    columns: list[list[_Part]] = []
    start, first = 0, 0
    here = 0
    for number, span in enumerate(line.spans):
        if _is_bar(span):
            columns.append(_parts(line.spans[first:number], start))
            first, start = number + 1, here + len(span.text)
        here += len(span.text)
    columns.append(_parts(line.spans[first:], start))
    return columns


def _parts(spans: Sequence[Span], start: int) -> list[_Part]:
    """The text in the spans, without what the layout added, from character `start` of its line."""
    parts: list[_Part] = []
    text, begin, here = "", start, start
    for span in spans:
        here += len(span.text)
        if span.style is Style.PLAIN or not span.style & _ADDED:
            text += span.text
            continue
        if text:
            parts.append((begin, text))
        text, begin = "", here
    if text:
        parts.append((begin, text))
    return parts
