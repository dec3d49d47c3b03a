"""Which text stands at a line, so that it is found again when the lines have changed.

A place counts the characters of its block, without blanks and without what the layout added: those
are the same at every width.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from feedtui.article.document import Style
from feedtui.article.layout import Line

_UNCOUNTED = Style.INDENT | Style.QUOTE | Style.FRAME | Style.SIGN | Style.MARKER


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article: the block, and how many characters of its text stand before."""

    block: int = 0
    characters: int = 0


def place_of(lines: Sequence[Line], index: int) -> Place:
    """The place at the beginning of a line; the article's own when there is no such line."""
    if not 0 <= index < len(lines):
        return Place()
    block = lines[index].block
    first = bisect_left(lines, block, key=_block)
    return Place(block, sum(map(_characters, lines[first:index])))


def line_of(lines: Sequence[Line], place: Place) -> int:
    """The number of the line in which the place is; 0 when there are no lines."""
    first = bisect_left(lines, place.block, key=_block)
    stop = bisect_right(lines, place.block, key=_block)
    left = place.characters
    for number in range(first, stop):
        left -= _characters(lines[number])
        if left < 0:
            return number
    return max(min(max(stop - 1, first), len(lines) - 1), 0)


def _block(line: Line) -> int:
    return line.block


def _characters(line: Line) -> int:
    return sum(
        len(span.text) - span.text.count(" ")
        for span in line.spans
        if span.style is Style.PLAIN or not span.style & _UNCOUNTED
    )
