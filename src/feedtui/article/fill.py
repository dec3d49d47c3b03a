"""Spans are filled into rows: broken as one text, then cut where styles change.

A paragraph whose first letter is of a script that runs from right to left stands at the right of
its room, in the order of its letters: it is the terminal that turns them around, or not (the first
strong character decides, rules P2 and P3 of UAX 9).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from unicodedata import bidirectional

from feedtui.article.breaking import hang, lines, verbatim_lines
from feedtui.article.cells import MOST_OF_A_CELL, cells, squeezed
from feedtui.article.document import Media, Span, Spans, Style
from feedtui.article.room import Room, Row, Rows, indent
from feedtui.clean import SafeText

_INDENT = 4
_TAB = 8
"""Cells between the stops of tabs; at the beginning of a line, where they indent, half of that."""

_FIXED_BLANK = "\xa0"
_GOES_ON = Span(SafeText("↪ "), Style.SIGN)
_TO_THE_LEFT = re.compile(
    "[\u05be-\u08c9\ufb1d-\ufdfc\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eebb]"
)


def fill(spans: Spans, room: Room) -> Rows:
    """Running text in rows that are as full as they can be."""
    spans = room.hand(spans)
    text = text_of(spans)
    if _is_one_line(text, room.width):
        return iter((Row(spans),) if text else ())
    spans = _squeezed(spans, room.width)
    places = lines(text_of(spans), room.width)
    spans = _replaced(spans, _FIXED_BLANK, " ")
    rows = _cut(spans, text_of(spans), places)
    return _at_right(rows, room.width) if runs_to_the_left(text) else rows


def in_one_line(spans: Spans, room: Room) -> Spans | None:
    """The same at once, for text that is a single row as it stands; None for other text."""
    spans = room.hand(spans)
    return spans if _is_one_line(text_of(spans), room.width) else None


def fill_verbatim(spans: Spans, room: Room) -> Rows:
    """Each line of what a hand wrote with all its blanks; a long one goes on below, further in."""
    spans = _replaced(_squeezed(spans, room.width), _FIXED_BLANK, " ")
    text = text_of(spans)
    if not text:
        return
    if "\t" in text:
        spans = _without_tabs(spans, _tabs(text))
        text = text_of(spans)
    above = Row(())
    for row in _cut(spans, text, verbatim_lines(text, room.width, room.spare)):
        if row.joint:
            above = row
            yield row
        else:
            yield Row((*_hanging(above, room.spare), *row.spans), row.joint)


def styled(spans: Spans, style: Style) -> Spans:
    """The spans in one more style."""
    return tuple(Span(span.text, span.style | style, span.link, span.target) for span in spans)


def media_span(media: Media) -> Span:
    """What is shown for a picture, a film, a page within the page."""
    style = Style.MEDIA if media.link is None else Style.MEDIA | Style.LINK
    return Span(SafeText(f"{media.kind.value} {media.label}"), style, media.link)


def text_of(spans: Spans) -> str:
    """The spans without their styles."""
    return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


def runs_to_the_left(text: str) -> bool:
    """Whether the first letter is of a script that is read from right to left."""
    if text.isascii() or not _TO_THE_LEFT.search(text):
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"})
    return next(strong, "L") != "L"


def _is_one_line(text: str, width: int) -> bool:
    if "\n" in text or _FIXED_BLANK in text:
        return False
    if text.isascii() or len(text) > width * MOST_OF_A_CELL:
        return len(text) <= width
    return cells(text) <= width and not runs_to_the_left(text)


def _hanging(above: Row, spare: int) -> Spans:
    width = hang(text_of(above.spans), spare) - len(_GOES_ON.text)
    if width < 0:
        return ()
    return (indent(width), _GOES_ON) if width else (_GOES_ON,)


def _at_right(rows: Rows, width: int) -> Rows:
    for row in rows:
        missing = width - cells(text_of(row.spans))
        if row.spans and missing > 0:
            yield Row((indent(missing), *row.spans), row.joint)
        else:
            yield row


def _squeezed(spans: Spans, width: int) -> Spans:
    if width > 1:
        return spans
    return tuple(
        Span(SafeText(squeezed(span.text, width)), span.style, span.link, span.target)
        for span in spans
    )


def _replaced(spans: Spans, sign: str, by: str) -> Spans:
    if not any(sign in span.text for span in spans):
        return spans
    return tuple(
        Span(SafeText(span.text.replace(sign, by)), span.style, span.link, span.target)
        for span in spans
    )


def _without_tabs(spans: Spans, blanks: Iterator[str]) -> Spans:
    return tuple(
        Span(SafeText("".join(_with_blanks(span.text, blanks))), span.style, span.link, span.target)
        for span in spans
    )


def _with_blanks(text: str, blanks: Iterator[str]) -> Iterator[str]:
    first, *others = text.split("\t")
    yield first
    for part in others:
        yield next(blanks)
        yield part


def _tabs(text: str) -> Iterator[str]:
    """The blanks that stand for each tab."""
    for line in text.split("\n"):
        column = 0
        for part in line.split("\t")[:-1]:
            column += cells(part) if column or part.strip(" ") else 0
            width = _TAB - column % _TAB if column else _INDENT
            column += width if column else 0
            yield " " * width


def _cut(spans: Spans, text: str, places: Iterable[tuple[int, int]]) -> Rows:
    """The spans between the places, each behind the one before; `text` is theirs."""
    cutter = _Cutter(spans)
    joint, last = "\n", -1
    for start, end in places:
        if last >= 0:
            joint = text[last:start][:1]
            if joint == " " and cutter.is_sign(last):
                joint = ""
        yield Row(cutter.cut(start, end), joint)
        last = end


class _Cutter:
    """Cuts one stretch of the spans after the other."""

    def __init__(self, spans: Spans) -> None:
        self._spans = spans
        self._ends = list(accumulate([len(span.text) for span in spans]))
        self._number = 0

    def cut(self, start: int, end: int) -> Spans:
        """The spans between two places that are not before those of the last call."""
        row: list[Span] = []
        while start < end:
            while self._ends[self._number] <= start:
                self._number += 1
            span, stop = self._spans[self._number], self._ends[self._number]
            before = stop - len(span.text)
            if before < start or end < stop:
                text = SafeText(span.text[start - before : end - before])
                span = Span(text, span.style, span.link, span.target)
            row.append(span)
            start = stop
        return tuple(row)

    def is_sign(self, place: int) -> bool:
        """Whether the layout added what stands there, which is not before what was cut last."""
        while self._ends[self._number] <= place:
            self._number += 1
        return Style.SIGN in self._spans[self._number].style
