"""A document in pieces: what is said of the feed, and its items, byte for byte.

Most of a document that changed is what it was. Its items are cut out without being read, so that
those whose bytes are known needn't be parsed again, and the others are parsed in a document of
their own: the same head, fewer items.

The cuts are where an XML parser says that elements begin and end, so nothing that looks like a tag
in a comment or a CDATA section is taken for one, and only well-formed documents are cut. A document
that has items in unusual places stays whole: None is always a right answer here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from xml.parsers.expat import ExpatError, ParserCreate

import msgspec

from feedtui.feeds.repair import ENTRIES, HOLD_ENTRIES

_TAG = re.compile(rb"<([^\s/>]+)")

_VOLATILE = re.compile(
    rb"<!--(?:.*?-->|(?P<open>.*))"
    rb"|<(?P<list>(?:[\w-]{1,40}:)?items)\b(?:.*?</(?P=list)\s*>|(?P<rest>.*))"
    rb"|<(?P<date>(?:[\w-]{1,40}:)?(?:lastbuilddate|pubdate|updated|modified|date|totalresults))\b"
    rb"[^<>]*>[^<>]*</(?P=date)\s*>"
    rb"|\s+",
    re.DOTALL | re.IGNORECASE,
)
"""What changes in a head with every fetch, and has no bearing on how an item is read."""


@dataclass(frozen=True, slots=True)
class Split:
    """A document as the pieces before and after its items, with `between` between two items."""

    before: bytes
    items: tuple[bytes, ...]
    after: bytes
    between: bytes = b""

    def only(self, places: Iterable[int]) -> bytes:
        """The document as if it had the items at these places only."""
        return self.before + self.between.join(self.items[place] for place in places) + self.after

    def hashes(self) -> tuple[str, ...]:
        """A hash of each item."""
        return tuple(_hash(item) for item in self.items)

    def head_hash(self, *circumstances: str) -> str:
        """A hash of what an item depends on: the head without its dates, and circumstances."""
        head = _lasting(self.before) + b"\0" + _lasting(self.after)
        return _hash(
            b"\0".join((head, *(each.encode("utf-8", "replace") for each in circumstances)))
        )


def split_xml(document: bytes) -> Split | None:
    """The pieces of a feed in XML (UTF-8), or None where it is better left whole."""
    scanner = _Scanner(document)
    try:
        scanner.scan()
    except (ExpatError, _UnusualError):
        return None
    cuts = tuple((begin, document.find(b">", end) + 1) for begin, end in scanner.items)
    if not cuts:
        return None
    ends, begins = (end for _, end in cuts), (*(begin for begin, _ in cuts[1:]), len(document))
    return Split(
        before=document[: cuts[0][0]],
        items=tuple(document[begin:end] for begin, end in cuts),
        after=b"".join(document[end:begin] for end, begin in zip(ends, begins, strict=True)),
    )


def split_json(document: bytes) -> Split | None:
    """The pieces of a JSON Feed (UTF-8), or None where it is better left whole."""
    try:
        members = msgspec.json.decode(document, type=dict[str, msgspec.Raw])
        items = msgspec.json.decode(members.pop("items", b""), type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    head = msgspec.json.encode(members)[:-1] + (b"," if members else b"")
    return Split(head + b'"items":[', tuple(bytes(item) for item in items), b"]}", b",")


class _UnusualError(Exception):
    """Items are where they aren't expected, or depend on each other."""


class _Scanner:
    """Where the items of a document begin and where their end tags do, in bytes."""

    def __init__(self, document: bytes) -> None:
        self._document = document
        self.items: list[tuple[int, int]] = []
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[str] = []
        self._depth = 0
        self._depth_of_items = 0
        self._begin = -1
        self._is_closed = False

    def scan(self) -> None:
        """Read it all. Raises ExpatError and _UnusualError."""
        self._parser.Parse(self._document, True)  # noqa: FBT003 - the library's

    def _start(self, name: str, _attributes: list[str]) -> None:
        self._depth += 1
        if self._begin < 0 and self._depth <= 3:
            self._start_outside(name.rpartition(" ")[2].lower())
        if self._begin >= 0:
            self._check(name)

    def _check(self, name: str) -> None:
        """feedparser ends an item with one inside it."""
        if self._depth > self._depth_of_items and name.endswith(("item", "entry")):
            raise _UnusualError

    def _start_outside(self, name: str) -> None:
        del self._open[self._depth - 1 :]
        if name in ENTRIES and all(holder in HOLD_ENTRIES for holder in self._open):
            self._start_item()
        else:
            self._open.append(name)

    def _start_item(self) -> None:
        if self._is_closed or self._depth not in {2, 3}:
            raise _UnusualError
        self._begin = self._parser.CurrentByteIndex
        self._depth_of_items = self._depth

    def _end(self, _name: str) -> None:
        if self._begin >= 0 and self._depth == self._depth_of_items:
            self._end_item(self._parser.CurrentByteIndex)
        self._depth -= 1
        if self.items and self._depth < self._depth_of_items - 1:
            self._is_closed = True

    def _end_item(self, end: int) -> None:
        tag = _TAG.match(self._document, self._begin)
        if not tag or not self._document.startswith(b"</" + tag[1], end):
            raise _UnusualError  # an empty element has no end tag
        self.items.append((self._begin, end))
        self._begin = -1

    def _doctype(
        self,
        _name: str,
        _system: str | None,
        _public: str | None,
        has_subset: bool,  # noqa: FBT001 - the library's
    ) -> None:
        if has_subset:
            raise _UnusualError


def _lasting(head: bytes) -> bytes:
    return _VOLATILE.sub(rb"\g<open>\g<rest>", head)


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
