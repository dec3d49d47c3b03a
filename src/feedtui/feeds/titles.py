"""A title as its feed sent it becomes the line that its writer meant.

RSS never said whether a title is text or HTML, so it comes as either, and often escaped once too
often: `AT&amp;amp;T`, `&lt;em&gt;New&lt;/em&gt;`. Tags go if they are tags of HTML in pairs, which
leaves `List<String>` and “how to use <b>” alone; entities are read until none is left, at most
twice. A title that Atom declares to be text is text: only an entity in it is still an entity.
"""

import re
from html import unescape

from feedtui.clean import SafeText, clean_line
from feedtui.feeds.mangled import unmangled

_MOST = 1000
"""Characters of a line that are kept, unless somebody wants more."""

LOOKED_AT = 20_000
"""Characters of a source that are read; a longer one is an attack, or a body in the wrong place."""

_BEGINNING = 80
"""Characters of a text that stand in for a missing title."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?![\w:-])[^<>]*>")
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|head)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)

_HINTS = re.compile("[\u00ad\u061c\u180e\u200e\u200f]")
"""Hints on breaking and direction. In one line of its own a title needs none."""

_NO_CHARACTER = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")
"""Numbers beyond all characters. Python refuses to read those of more than 4,300 digits."""

_VOID = frozenset({"br", "hr", "img", "wbr"})
_BLOCK = re.compile(
    r"address|article|aside|blockquote|br|center|d[dlt]|div|fig(?:caption|ure)|footer|h[1-6r]"
    r"|header|li|main|nav|[ou]l|p|pre|section|t(?:able|body|d|foot|h|head|r)"
)
_INLINE = re.compile(
    r"a|abbr|acronym|b|bd[io]|big|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|r[pt]|ruby|s"
    r"|samp|small|span|strike|strong|su[bp]|time|tt|u|var|wbr"
)


def title_of_markup(markup: str, most: int = _MOST) -> SafeText:
    """The line that a title means which may be HTML, escaped once or twice or not at all."""
    title = unmangled(markup[:LOOKED_AT])
    for _ in range(2):
        title = read_entities(_without_tags(title))
    return _line(title, most)


def title_of_text(text: str, most: int = _MOST) -> SafeText:
    """The line that a title means which was declared to be text."""
    return _line(read_entities(unmangled(text[:LOOKED_AT])), most)


def shortened(title: SafeText, most: int = _MOST) -> SafeText:
    """A title of so many characters at most; an ellipsis stands for what was cut."""
    return title if len(title) <= most else clean_line(title, most=most)


def beginning(html: str) -> SafeText:
    """The first words of a text, for entries that have no title."""
    return _line(_all_text(html[:LOOKED_AT]), _BEGINNING)


def description_of(html: str) -> SafeText:
    """What a feed says of itself, in one line."""
    return _line(_all_text(html[:LOOKED_AT]), _MOST)


def _line(text: str, most: int) -> SafeText:
    return clean_line(_HINTS.sub("", text), most=most)


def _without_tags(markup: str) -> str:
    if "<" not in markup:
        return markup
    paired = {match[2].lower() for match in _TAG.finditer(markup) if match[1]}
    return _TAG.sub(lambda match: _gone(match, paired | _VOID), markup)


def _gone(match: re.Match[str], tags: set[str]) -> str:
    name = match[2].lower()
    if name not in tags:
        return match[0]
    if _BLOCK.fullmatch(name):
        return " "
    return "" if _INLINE.fullmatch(name) else match[0]


def _all_text(html: str) -> str:
    seen = _UNSEEN.sub(" ", html)
    return read_entities(
        _TAG.sub(lambda match: " " if _BLOCK.fullmatch(match[2].lower()) else "", seen)
    )


def read_entities(text: str) -> str:
    """The text with the characters that its references mean; U+FFFD for those that are none."""
    return unescape(_NO_CHARACTER.sub("\ufffd", text))
