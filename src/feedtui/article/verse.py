"""What a paragraph with line breaks is: verse, a listing, or prose that a mailer has broken.

Lines stay as they are unless it is certain that nobody chose them: when each is filled up to one
width, so that the first word of the next would not have fitted.
"""

from itertools import pairwise

from feedtui.article.document import Block, Code, Paragraph, Span, Spans, Style
from feedtui.clean import SafeText

_FIXED_BLANK = "\xa0"
_FEWEST_LINES = 3
_NARROWEST = 60
_WIDEST = 80
"""Characters of a line in mail (RFC 5322 recommends no more than 78)."""


def settled(spans: Spans) -> Block:
    """The paragraph as what it is. `spans` are trimmed."""
    if not any("\n" in span.text for span in spans):
        return Paragraph(spans)
    if all(Style.CODE in span.style or not span.text.strip() for span in spans):
        return Code(tuple(_verbatim(span) for span in spans))
    text = "".join(span.text for span in spans)
    if _is_filled(text.split("\n")):
        return Paragraph(tuple(_joined(span) for span in spans))
    return Paragraph(spans)


def _is_filled(lines: list[str]) -> bool:
    if len(lines) < _FEWEST_LINES:
        return False
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST or any(map(_is_arranged, lines)):
        return False
    return all(
        len(line) + 1 + len(following.split(" ", 1)[0]) > width
        for line, following in pairwise(lines)
    )


def _is_arranged(line: str) -> bool:
    """Whether blanks or signs in a line show that somebody drew it."""
    begins_as_prose = line[:1].isalnum() or line[:1] in tuple("\"'“‘(«„")
    return not begins_as_prose or _FIXED_BLANK in line


def _joined(span: Span) -> Span:
    return Span(SafeText(span.text.replace("\n", " ")), span.style, span.link, span.target)


def _verbatim(span: Span) -> Span:
    text = SafeText(span.text.replace(_FIXED_BLANK, " "))
    return Span(text, span.style & ~Style.CODE, span.link, span.target)
