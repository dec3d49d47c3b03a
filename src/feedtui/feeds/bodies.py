"""The texts of an entry, of which one becomes its body: HTML, bounded, and fit to be stored.

Feeds send a summary, a content, both, or the same in two places, as HTML or as plain text. The
fullest is the body. What is plain text is made HTML here, so that those who read bodies need to
know one language only; what is HTML is passed on as it came, hostile and all.
"""

import re
from collections.abc import Iterable
from html import escape
from textwrap import dedent

from feedtui.feeds.bounds import BOUNDS
from feedtui.feeds.mangled import unmangled

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_TAB = 8
_DOCUMENT_INDENT = 4
"""Blanks; where all lines but the first have as many, they are the document's, not the text's."""

_COUNTED_BLANKS = re.compile(
    r"^[ \t]+(?=\S)|(?<=[^\s.?!:;,\"')])[ \t]{2,}(?=\S)|(?<=[.?!:;,\"')])[ \t]{3,}(?=\S)",
    re.MULTILINE,
)
"""Blanks that somebody counted: in front of a line, and within it more than end a sentence."""

_NO_END = re.compile(r"</(?:area|br|col|embed|hr|img|input|meta|source|track|wbr)>")
"""End tags of elements that have none. feedparser writes them, and browsers read some as tags."""

_HTML = re.compile(
    r"</(?:a|b|blockquote|code|div|em|h[1-6]|i|li|ol|p|pre|span|strong|table|ul)>|<br ?/?>|<img\s",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[a-zA-Z/!]")


def fullest(bodies: Iterable[str], most: int = BOUNDS.content) -> str:
    """The longest of the texts (the first of equals), bounded, without lone surrogates.

    One that had to be cut says so at its end.
    """
    body = unmangled(_cut(max(bodies, key=len, default=""), most))
    return body if body.isascii() else _SURROGATE.sub("\ufffd", body)


def is_html(text: str) -> bool:
    """Whether a text that was declared to be plain is HTML all the same, as its end tags show."""
    return bool(_HTML.search(text))


def _cut(body: str, most: int) -> str:
    if len(body) <= most:
        return body
    beginning = body[:most]
    if beginning.rfind("<") > beginning.rfind(">"):
        beginning = beginning[: beginning.rfind("<")]
    return f"{beginning}<p>[The text was cut here: it has {len(body):,} characters.]</p>"


def html_of_text(text: str) -> str:
    """Plain text as HTML: blank lines part paragraphs, line ends stay line ends.

    So do the blanks by which lines are indented and columns stand.
    """
    return _with_breaks(escape(text, quote=False))


def html_of_html(html: str) -> str:
    """HTML as it is; unless it has no tag at all, for then its lines are all the shape it has.

    Media RSS descriptions are the case in point: text, handed to us as if it were HTML.
    """
    return _NO_END.sub("", html) if _MARKUP.search(html) else _with_breaks(html)


def _with_breaks(html: str) -> str:
    lines = html.replace("\r\n", "\n").replace("\r", "\n").strip()
    if "\n" not in lines:
        return lines
    counted = _COUNTED_BLANKS.sub(_fixed, _without_document_indent(lines))
    paragraphs = _BLANK_LINES.split(counted)
    return "".join(f"<p>{paragraph.replace(chr(10), '<br>')}</p>" for paragraph in paragraphs)


def _without_document_indent(text: str) -> str:
    """The text, trimmed, without the indent that its lines had as part of a document."""
    first, _, others = text.partition("\n")
    indents = [len(line) - len(line.lstrip()) for line in others.split("\n") if line.strip()]
    return f"{first}\n{dedent(others)}" if min(indents, default=0) >= _DOCUMENT_INDENT else text


def _fixed(blanks: re.Match[str]) -> str:
    return "&nbsp;" * len(blanks[0].expandtabs(_TAB))
