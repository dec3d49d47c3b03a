"""The text of HTML by the standard library's tokenizer alone: a second opinion, nothing more."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from feedtui.article.tags import VOID, names

_UNSEEN = names(
    "script style template noscript textarea select button svg title iframe object"
    " noembed noframes video audio annotation annotation-xml mjx-assistive-mml"
)
_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small"
    " span strike strong sub sup time tt u var wbr"
)
_MENTIONED = names("noscript select")
"""Elements that people mention in prose without escaping them: the paragraph ends those."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMES = frozenset({"alt", "title", "aria-label", "summary", "src", "data-src"})


@dataclass(frozen=True, slots=True)
class Plain:
    """What is to be read, and what attributes say beside it."""

    text: str
    attributes: str


def plain_reading(html: str) -> Plain:
    """Read it, skipping what is never shown."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Plain("".join(reader.text), " ".join(reader.attributes))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.attributes: list[str] = []
        self._unseen = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value or "" for name, value in attrs if name in _NAMES]
        if tag not in _INLINE:
            self.text.append(" ")
        if tag == self._unseen:
            self._depth += 1
        elif not self._unseen and tag not in VOID and (tag in _UNSEEN or _is_hidden(attrs)):
            self._unseen, self._depth = tag, 1

    def handle_startendtag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value or "" for name, value in attrs if name in _NAMES]
        self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.text.append(" ")
        if tag == self._unseen:
            self._depth -= 1
        if not self._depth or (tag == "p" and self._unseen in _MENTIONED):
            self._unseen = ""

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.append(data)


def _is_hidden(attributes: list[tuple[str, str | None]]) -> bool:
    return any(
        name == "hidden" or (name == "style" and _HIDDEN.search(value or ""))
        for name, value in attributes
    )
