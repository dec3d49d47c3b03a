"""A line of an article as the toolkit paints it: cut where its style changes, or what is marked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as Look
from textual.strip import Strip

from feedtui.article.document import Span, Style


class Mark(NamedTuple):
    """Characters `start` to `end` of a line, painted over with a look."""

    start: int
    end: int
    look: Look


def segments(
    spans: Iterable[Span], look: Callable[[Style], Look], marks: Sequence[Mark]
) -> Iterator[Segment]:
    """The spans in their looks, and the marks over them, later ones over earlier ones."""
    start = 0
    for span in spans:
        end = start + len(span.text)
        for begin, stop in _pieces(start, end, marks):
            over = [mark.look for mark in marks if mark.start <= begin < mark.end]
            shown = Look.combine([look(span.style), *over]) if over else look(span.style)
            yield Segment(span.text[begin - start : stop - start], shown)
        start = end


def labelled(strip: Strip, start: int, label: str, look: Look) -> Strip:
    """A line's strip with a label from a cell on, or as far to the left as it needs to be."""
    width = strip.cell_length
    letters = label[:width]
    start = min(start, width - len(letters))
    end = start + len(letters)
    written = Strip([Segment(letters, look)], len(letters))
    return Strip.join([strip.crop(0, start), written, strip.crop(end, width)])


def cells_before(text: str, place: int) -> int:
    """How many cells stand before a character of a line."""
    return cell_len(text[:place])


def place_at(text: str, cell: int) -> int:
    """The character of a line that is painted at a cell; the end of the line behind it."""
    for place, letter in enumerate(text):
        cell -= cell_len(letter)
        if cell < 0:
            return place
    return len(text)


def _pieces(start: int, end: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Where a span is to be cut, so that each piece lies within a mark or outside of it."""
    borders = {border for mark in marks for border in mark[:2] if start < border < end}
    cuts = [start, *sorted(borders), end]
    yield from pairwise(cuts)
