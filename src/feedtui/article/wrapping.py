"""What was put around a body on its way: CDATA marks, and escapes once too often.

Whether a body is HTML is decided here, too: text that only looks like it is text.
"""

import html
import re

from feedtui.article.tags import KNOWN

LONGEST = 2_000_000
"""Characters of a body that are read; a longer one is no article."""

_MOST_ESCAPES = 2

_CDATA_END = re.compile(r"(?<=[>\s])\]\]>(?=\s*(?:<|\Z))")
"""A mark that lost its beginning; in code, something else stands around it."""

_TAG = re.compile(r"<(?:/?(?:jats:)?([a-z][a-z0-9-]*)(?=[\s/>])|!--)", re.IGNORECASE)
_ESCAPED_START = re.compile(r"\s*(?:&amp;|&)lt;(?:!--|([a-z][a-z0-9]*)(?:\s|/|&))", re.IGNORECASE)
_ESCAPED_TAG = re.compile(
    r"&lt;(/?)(p|a|div|li|ul|ol|h[1-6]|table|blockquote|pre)\b(?:(?!&[lg]t;)[^<>]){0,300}&gt;",
    re.IGNORECASE,
)
_ESCAPED_END = re.compile(r"(?:&amp;|&)gt;\s*\Z", re.IGNORECASE)
_LINE_TAGS = frozenset({"p", "br"})
_LINE_TAG = re.compile(r"\s*<(?:/?p|br\s*/?)>\s*", re.IGNORECASE)


def unwrap(text: str) -> str:
    """The body without the wrappings that were put around it once too often.

    Literal CDATA marks go; a body that consists of escaped tags only is unescaped, at most twice.
    Paragraphs and line breaks that were made of such a body's line ends don't count as tags.
    """
    text = text[:LONGEST]
    if "<![CDATA[" in text:
        text = text.replace("<![CDATA[", "").replace("]]>", "")
    elif "]]>" in text:
        text = _CDATA_END.sub("", text)
    for _ in range(_MOST_ESCAPES):
        escaped = _escaped(text)
        if escaped is None:
            break
        text = html.unescape(escaped)
    return text


def is_html(text: str) -> bool:
    """Whether any tag of HTML occurs; what only looks like one (`vector<int>`) doesn't count."""
    found = (match[1] for match in _TAG.finditer(text))
    return any(name is None or name.lower() in KNOWN for name in found)


def _escaped(text: str) -> str | None:
    """The text to unescape, or None when it is what its writer sent."""
    if "lt;" not in text:
        return None
    if not is_html(text):
        return text if _is_escaped_html(text) else None
    if any((match[1] or "").lower() not in _LINE_TAGS for match in _TAG.finditer(text)):
        return None
    bare = _LINE_TAG.sub("\n", text)
    if "<" in bare or _ESCAPED_END.search(bare[-100:]) is None:
        return None
    return bare if _ESCAPED_START.match(bare) and _has_escaped_pair(bare) else None


def _is_escaped_html(text: str) -> bool:
    start = _ESCAPED_START.match(text)
    if start is not None:
        return start[1] is None or start[1].lower() in KNOWN
    return _has_escaped_pair(text)


def _has_escaped_pair(text: str) -> bool:
    """Whether an escaped tag is opened and closed."""
    tags = [(bool(match[1]), match[2].lower()) for match in _ESCAPED_TAG.finditer(text)]
    opened = {name for closes, name in tags if not closes}
    return any(closes and name in opened for closes, name in tags)
