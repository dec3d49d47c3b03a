"""What relative links start from, written out where a document says it.

`xml:base` (https://www.w3.org/TR/xmlbase/) holds for an element and what is in it. feedparser goes
back to the base outside only if there is one, and without the document's address there is none: the
base of the first entry would be that of all after it. So each base is made a whole address, and the
root gets one that leaves addresses as they are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from xml.parsers.expat import ExpatError, ParserCreate

from feedtui.address import is_web_address
from feedtui.feeds.links import absolute

_HAS_BASE = re.compile(rb"[\s:]base\s*=")
_NAME = re.compile(rb"<[^\s/>]+")
_ATTRIBUTE = re.compile(rb"\s+([^\s=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NAMES = ("xml:base", "base")

_NEUTRAL = "about:feed"
"""A base that no address is relative to; an address joined to it is what it was."""

_LONGEST = 1024
"""Characters of a base. One in another in another grows with each."""

_MOST = 30_000
"""Bases of one document: a few for each entry. Further ones are not heard."""


def with_bases(xml: bytes, address: str) -> bytes:
    """A well-formed document (UTF-8) whose bases are web addresses; `address` is its own.

    A base that leads to none is that of the element around it.
    """
    if not _HAS_BASE.search(xml):
        return xml
    bases = _Bases(address)
    try:
        bases.find_in(xml)
    except ExpatError:
        return xml
    return b"".join(_rewritten(xml, bases.found))


def _rewritten(xml: bytes, found: Iterable[tuple[int, str]]) -> Iterator[bytes]:
    """A document in pieces, with these bases in the tags that begin there."""
    done = 0
    for begin, base in found:
        if name := _NAME.match(xml, begin):
            end = _end_of_attributes(xml, name.end())
            yield from (xml[done : name.end()], _attribute(base), _others(xml[name.end() : end]))
            done = end
    yield xml[done:]


class _Bases:
    """Where the tags of a document begin that say a base, and which; "" is the one around it."""

    def __init__(self, address: str) -> None:
        self.found: list[tuple[int, str]] = []
        self._address = address
        self._open = [_NEUTRAL]
        self._parser = ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def find_in(self, xml: bytes) -> None:
        """Read it all. Raises ExpatError."""
        self._parser.Parse(xml, True)  # noqa: FBT003 - the library's

    def _start(self, _name: str, attributes: Mapping[str, str]) -> None:
        said = next((attributes[name] for name in _NAMES if name in attributes), None)
        around = self._open[-1]
        base = around if said is None else self._inside(said.strip())
        if said is not None or not self.found:
            is_news = base != around or not self.found
            self.found.append((self._parser.CurrentByteIndex, base if is_news else ""))
        self._open.append(base)

    def _inside(self, said: str) -> str:
        """The base that is meant; the one around it, where that is none."""
        around = self._open[-1]
        if not said or len(said) > _LONGEST or len(self.found) >= _MOST:
            return around
        base = absolute(said, self._address if around == _NEUTRAL else around)
        return base if len(base) <= _LONGEST and is_web_address(base) else around

    def _end(self, _name: str) -> None:
        self._open.pop()


def _attribute(base: str) -> bytes:
    return f' xml:base="{escape(base)}"'.encode("utf-8", "replace")


def _end_of_attributes(xml: bytes, place: int) -> int:
    while attribute := _ATTRIBUTE.match(xml, place):
        place = attribute.end()
    return place


def _others(attributes: bytes) -> bytes:
    """Attributes without those that declare a base."""
    every = _ATTRIBUTE.finditer(attributes)
    return b"".join(each[0] for each in every if each[1].decode("utf-8", "replace") not in _NAMES)
