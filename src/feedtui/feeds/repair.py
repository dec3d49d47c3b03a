"""A broken document becomes XML again.

Feeds are written by templates: an end tag is missing, a `<` is text, a CDATA section never ends,
the connection broke off. XML says that nothing of such a document may be read. Its readers want all
of it, so its tags are taken one by one, and what is open and may be closed is decided by what is
known of feeds:

- An entry begins where its tag stands, whatever is still open; nothing in it can end anything
  outside of it.
- The document ends where its text does. What says so before is not believed.
- A `title`, a `link` or a date holds text. When the next part of an entry begins, it is over.

Nothing is looked at twice. The same pass keeps names and lists within the bounds of `excess`.
"""

import re
from collections import Counter

from feedtui.feeds.excess import MOST_ALIKE, MOST_ELEMENTS, MOST_PREFIXES, NAMES
from feedtui.feeds.namespaces import namespace_of
from feedtui.feeds.tags import End, Start, Tags, Text, written

_ADDRESS = r"(?!http://www\.w3\.org/(?:XML/1998/namespace|2000/xmlns/))[^\"'<>&\s]{1,400}"
_DECLARATION = re.compile(rf"\sxmlns:([\w.-]{{1,80}})\s*=\s*[\"']({_ADDRESS})[\"']")
_RESERVED = frozenset({"xml", "xmlns"})

ENTRIES = frozenset({"item", "entry"})
_ROOTS = frozenset({"rss", "rdf", "feed"})
HOLD_ENTRIES = frozenset({*_ROOTS, "channel"})
_HOLD_TEXT = frozenset(
    {
        *("title", "link", "guid", "id", "pubdate", "published", "updated", "issued", "modified"),
        *("created", "date", "category", "subject", "keywords", "comments", "creator", "name"),
        *("email", "uri", "url", "language", "ttl", "generator", "docs", "width", "height"),
    }
)
_PARTS = _HOLD_TEXT | {"description", "summary", "content", "encoded", "author", "source"}
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "meta", "track", "wbr"})

_SURPLUS = "surplus"
"""What elements are called of which there are too many: a name that no reader of feeds knows."""

_CUT_REFERENCE = re.compile(r"&[^;]*\Z")

_DEEPEST = 150
"""Elements within one another; the tags of deeper ones are left out."""


def repaired(text: str) -> str:
    """A well-formed document of what a broken one, from its first tag on, can have meant."""
    mending = _Mending()
    for token in Tags(text):
        if mending.is_full:
            break
        match token:
            case Text(xml):
                mending.write(xml)
            case Start():
                mending.start(token)
            case End(name):
                mending.end(name)
    return mending.document(dict(_DECLARATION.findall(text)))


class _Mending:
    """A document under repair: what is written, and the names of what is open."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._counts: Counter[str] = Counter()
        self._alike: Counter[str] = Counter()
        self._floor = 1
        self._root = Start("", {}, is_empty=False)
        self._prefixes: dict[str, None] = {}
        self._elements = 0

    @property
    def is_full(self) -> bool:
        """Whether the rest of the document would be too much."""
        return self._elements >= MOST_ELEMENTS

    def write(self, xml: str) -> None:
        """Text is kept inside the root; of a name, the beginning."""
        if self._open:
            self._written.append(_beginning(xml, NAMES.get(_local(self._open[-1][0]), len(xml))))

    def start(self, tag: Start) -> None:
        """Open an element where it has its place."""
        self._elements += 1
        local = _local(tag.name)
        if not self._open:
            self._begin(tag if local in HOLD_ENTRIES else Start("rss", {}, is_empty=False))
        if tag is not self._root and not self._is_out_of_place(tag, local):
            self._make_room(local)
            self._add(tag, local)

    def end(self, name: str) -> None:
        """Close an element and what is open in it, if it is open and may be closed here."""
        lowered = name.lower()
        if not self._counts[lowered]:
            return
        depth = len(self._open) - 1
        floor = self._floor - 1 if _local(name) in ENTRIES else self._floor
        while depth >= floor and self._open[depth][0] != lowered:
            depth -= 1
        if depth >= max(floor, 1) and not self._is_channel_of_rss(depth):
            self._close_down_to(depth)

    def document(self, declared: dict[str, str]) -> str:
        """All that was written, within its root, which declares every prefix."""
        self._close_down_to(1)
        spaces = {
            f"xmlns:{prefix}": declared.get(prefix) or namespace_of(prefix)
            for prefix in self._prefixes
        }
        name = self._root.name
        start = written(name, spaces | _without_spaces(self._root.attributes), ">")
        return f"{start}{''.join(self._written)}</{name}>" if name else ""

    def _begin(self, root: Start) -> None:
        self._root = root
        self._push(root, root.name)

    def _is_out_of_place(self, tag: Start, local: str) -> bool:
        """Whether it is the beginning of a second document, an empty entry within another, or has a
        prefix when there are too many.
        """
        if len(self._prefixes) >= MOST_PREFIXES and any(":" in name for name in _names(tag)):
            return True
        if local in ENTRIES:
            return tag.is_empty and self._floor > 1
        return local in _ROOTS or (local == "channel" and bool(self._counts["channel"]))

    def _make_room(self, local: str) -> None:
        """End what can't hold an element of this name."""
        if local in ENTRIES:
            self._close_down_to(self._depth_of_entries())
        elif local in _PARTS and _local(self._open[-1][0]) in _HOLD_TEXT:
            self._close_down_to(len(self._open) - 1)

    def _depth_of_entries(self) -> int:
        held = (depth for depth, (name, _) in enumerate(self._open) if _local(name) in HOLD_ENTRIES)
        return max((depth for depth in held if depth < 3), default=0) + 1

    def _add(self, tag: Start, local: str) -> None:
        name = self._name(tag, local)
        if tag.is_empty or (tag.name in _VOID and self._floor > 1):
            self._remember(tag)
            self._written.append(written(name, _without_spaces(tag.attributes), "/>"))
        elif len(self._open) < _DEEPEST:
            self._written.append(written(name, _without_spaces(tag.attributes), ">"))
            self._push(tag, name)
            if local in ENTRIES:
                self._floor = len(self._open)
                self._alike.clear()

    def _name(self, tag: Start, local: str) -> str:
        self._alike[local] += local in NAMES
        return tag.name if self._alike[local] <= MOST_ALIKE else _SURPLUS

    def _push(self, tag: Start, name: str) -> None:
        self._remember(tag)
        self._open.append((tag.name.lower(), name))
        self._counts[tag.name.lower()] += 1

    def _remember(self, tag: Start) -> None:
        for name in _names(tag):
            prefix, colon, _ = name.partition(":")
            if colon and prefix not in _RESERVED:
                self._prefixes[prefix] = None

    def _close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            lowered, name = self._open.pop()
            self._counts[lowered] -= 1
            self._written.append(f"</{name}>")
        if depth < self._floor:
            self._floor = 1

    def _is_channel_of_rss(self, depth: int) -> bool:
        return depth == 1 and self._open[0][0] == "rss" and self._open[1][0] == "channel"


def _beginning(xml: str, most: int) -> str:
    """The first characters of a piece of text, with no reference cut in two."""
    if len(xml) <= most:
        return xml
    beginning = xml[:most]
    if xml.startswith("<![CDATA["):
        return f"{beginning}]]>"
    return _CUT_REFERENCE.sub("", beginning)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _names(tag: Start) -> tuple[str, ...]:
    return (tag.name, *tag.attributes)


def _without_spaces(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes without declarations of prefixes, which the root makes for all."""
    return {
        name: value
        for name, value in attributes.items()
        if not name.startswith("xmlns") or (name == "xmlns" and re.fullmatch(_ADDRESS, value))
    }
