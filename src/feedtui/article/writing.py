"""The article as plain text, for a pipe, a pager, `feedtui show`.

It is the layout of the screen in another hand: where a screen has colours, this has signs. Links
are numbered in the text and listed below it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from feedtui.article.document import Document, Span, Spans, Style
from feedtui.article.layout import HEADINGS, Line, lines
from feedtui.clean import SafeText

_FIXED_BLANK = "\xa0"
"""Holds a heading's sign to its first word."""


def to_text(document: Document, width: int) -> str:
    """The lines of the layout with `#`, `[1]` and quote marks, then "[1] address" for each link.

    No line is wider than `width` cells but those of the list, where an address stays whole. Lines
    are separated by `\\n`; the last one has none.
    """
    written = [_line(line) for line in lines(document, width, _written)]
    addresses = [f"[{number}] {address}" for number, address in enumerate(document.links, 1)]
    gap = [""] if written and addresses else []
    return "\n".join([*written, *gap, *addresses])


def link_numbers(spans: Spans) -> Spans:
    """The hand of a screen that shows links' numbers: ` [3]` behind a link's text."""
    return tuple(_numbered(iter(spans)))


def _line(line: Line) -> str:
    return "".join(_sign(span) for span in line.spans).rstrip()


def _sign(span: Span) -> str:
    """A quote's bar as mail has it; blanks where a screen shows by a sign that code goes on."""
    if Style.QUOTE in span.style:
        return span.text.replace("│", ">")
    goes_on = Style.SIGN in span.style and span.link is None
    return " " * len(span.text) if goes_on else span.text


def _written(spans: Spans) -> Spans:
    code = _enclosed(spans, Style.CODE, "`")
    return (*_heading_sign(spans), *_numbered(_enclosed(code, Style.STRIKE, "~~")))


def _heading_sign(spans: Spans) -> Spans:
    style = spans[0].style if spans else Style.PLAIN
    return tuple(
        Span(SafeText("#" * level + _FIXED_BLANK), mark)
        for level, mark in enumerate(HEADINGS, 1)
        if mark in style
    )


def _enclosed(spans: Iterable[Span], style: Style, sign: str) -> Iterator[Span]:
    """The spans with `sign` before and behind each stretch that has the style."""
    for has_it, together in groupby(spans, key=lambda span: style in span.style):
        if not has_it:
            yield from together
            continue
        inside = list(together)
        yield Span(SafeText(sign), inside[0].style, inside[0].link)
        yield from inside
        yield Span(SafeText(sign), inside[-1].style, inside[-1].link)


def _numbered(spans: Iterator[Span]) -> Iterator[Span]:
    for link, together in groupby(spans, key=lambda span: span.link):
        yield from together
        if link is not None:
            yield Span(SafeText(f" [{link}]"), Style.DIM | Style.LINK | Style.SIGN, link)
