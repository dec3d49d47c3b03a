"""Spans are filled into rows: broken as one text, then cut where styles change."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from feedtui.article.cells import lines, squeezed, verbatim_lines
from feedtui.article.document import Span, Spans, Style
from feedtui.article.room import Room, Rows
from feedtui.clean import SafeText

_TAB = " " * 4
_FIXED_BLANK = "\xa0"


def fill(spans: Spans, room: Room) -> Rows:
    """Running text in rows that are as full as they can be."""
    spans = room.hand(spans)
    text = squeezed(_text(spans), room.width)
    return list(_cut(spans, text.replace(_FIXED_BLANK, " "), lines(text, room.width)))


def fill_verbatim(spans: Spans, room: Room) -> Rows:
    """Each line of the text as a row of its own, with all its blanks."""
    spans = tuple(
        Span(SafeText(span.text.replace("\t", _TAB)), span.style, span.link, span.target)
        for span in room.hand(spans)
    )
    text = squeezed(_text(spans), room.width).replace(_FIXED_BLANK, " ")
    return list(_cut(spans, text, verbatim_lines(text, room.width)))


def styled(spans: Spans, style: Style) -> Spans:
    """The spans in one more style."""
    return tuple(Span(span.text, span.style | style, span.link, span.target) for span in spans)


def _text(spans: Spans) -> str:
    return spans[0].text if len(spans) == 1 else "".join(span.text for span in spans)


def _cut(spans: Spans, text: str, places: Iterable[tuple[int, int]]) -> Iterator[Spans]:
    ends = list(accumulate(len(span.text) for span in spans))
    number = 0
    for start, end in places:
        row = []
        place = start
        while place < end:
            while ends[number] <= place:
                number += 1
            stop = min(end, ends[number])
            span = spans[number]
            row.append(Span(SafeText(text[place:stop]), span.style, span.link, span.target))
            place = stop
        yield tuple(row)
