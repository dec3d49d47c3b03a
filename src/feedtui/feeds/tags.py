"""Broken markup becomes tags and text, one after the other.

Whatever the text, something comes out, and nothing is looked at twice: time grows with the length
only. Whether the tags belong together is not asked here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from feedtui.feeds.characters import allowed
from feedtui.feeds.excess import LONGEST_ATTRIBUTE

_PART = r"[A-Za-z_][A-Za-z0-9_.-]{0,80}"
_NAME = rf"{_PART}(?::{_PART})?(?![\w.:-])"
_QUOTED = r"(?:\"(?:[^\"<]*|[^\"]{0,2000})\"|'(?:[^'<]*|[^']{0,2000})')(?=[\s/>?])"
_TOKEN = re.compile(
    r"(?P<text>[^<]+)"
    r"|(?P<cdata><!\[CDATA\[)"
    r"|(?P<comment><!--)"
    r"|(?P<aside><[!?][^<>]*>?)"
    rf"|</(?P<end>{_NAME})[^<>]*>?"
    rf"|<(?P<start>{_NAME})(?P<rest>(?:[^<>\"']|{_QUOTED})*+)>"
    rf"|<(?P<broken>{_NAME})(?P<pieces>[^<>]*)>"
    r"|(?P<cut><[^<>]*\Z)"
    r"|(?P<stray><)"
)
_ATTRIBUTE = re.compile(rf"({_NAME})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_MOST_ATTRIBUTES = 100

_ENTRY_TAG = re.compile(r"</?(?:item|entry)[\s>]", re.IGNORECASE)


class Text(NamedTuple):
    """A piece of text, as XML."""

    xml: str


class Start(NamedTuple):
    """A start tag, or an empty element. Values of attributes are as XML has them."""

    name: str
    attributes: dict[str, str]
    is_empty: bool


class End(NamedTuple):
    """An end tag."""

    name: str


Token = Text | Start | End


class Tags:
    """The tokens of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._last_start = ""
        self._last_end_of_cdata = text.rfind("]]>")
        self._last_end_of_comment = text.rfind("-->")

    def __iter__(self) -> Iterator[Token]:
        while match := _TOKEN.match(self._text, self._at):
            self._at = match.end()
            if token := self._token(match):
                yield token

    def _token(self, match: re.Match[str]) -> Token | None:
        if text := match["text"]:
            return Text(allowed(text.replace("]]>", ""), {}))
        if match["cdata"]:
            return Text(f"<![CDATA[{self._cdata()}]]>")
        if match["comment"]:
            self._skip_comment()
        if match["stray"]:
            return Text("&lt;")
        if name := match["end"]:
            return End(name)
        name = match["start"] or match["broken"]
        return self._start(name, match["rest"] or match["pieces"] or "") if name else None

    def _start(self, name: str, rest: str) -> Start:
        self._last_start = name
        return Start(name, _attributes(rest), rest.endswith("/"))

    def _skip_comment(self) -> None:
        """Comments are left out. One that doesn't end is none."""
        if self._at <= self._last_end_of_comment:
            self._at = self._text.index("-->", self._at) + len("-->")

    def _cdata(self) -> str:
        start, end = self._at, self._end_of_cdata()
        self._at = end + len("]]>") if self._text.startswith("]]>", end) else end
        return self._text[start:end].replace("<![CDATA[", "").replace("]]>", "")

    def _end_of_cdata(self) -> int:
        """Where a section ends: at its mark, unless that is the mark of another entry's section."""
        if self._at > self._last_end_of_cdata:
            return self._end_of_element()
        end = self._text.index("]]>", self._at)
        other = self._text.find("<![CDATA[", self._at, end)
        if other < 0 or not _ENTRY_TAG.search(self._text, self._at, other):
            return end
        return self._end_of_element()

    def _end_of_element(self) -> int:
        pattern = rf"</(?:{re.escape(self._last_start)}|item|entry)\s*>"
        found = re.compile(pattern, re.IGNORECASE).search(self._text, self._at)
        return found.start() if found else len(self._text)


def _attributes(rest: str) -> dict[str, str]:
    """Attributes by name; of two with one name the first counts."""
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        value = match[2] or match[3] or match[4] or ""
        quoted = allowed(value[:LONGEST_ATTRIBUTE], {}).replace("<", "&lt;").replace('"', "&quot;")
        attributes.setdefault(match[1], quoted)
        if len(attributes) == _MOST_ATTRIBUTES:
            break
    return attributes


def written(name: str, attributes: dict[str, str], end: str) -> str:
    """A start tag as text; `end` is what closes it, `>` or `/>`."""
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{pairs}{end}"
