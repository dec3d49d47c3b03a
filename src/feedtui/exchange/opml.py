"""OPML, the list of feeds that every reader writes (opml.org/spec2.opml), and that few write well.

Half of the OPML files in the wild are not XML: a bare `&` in an address, quotes and markup inside
of a title (50 of 109 in the corpus, where a parser of XML loses 418 feeds of 1987). So a file is
read as what it is, a row of outline tags: an attribute ends at a quote behind which another
attribute or the end of the tag follows. Nothing that a document type declares is ever expanded,
nothing recurses, and the time is that of reading the file a few times.

Nested outlines become a folder, `News/Local`. A `/` in the name of an outline must not make a
folder of its own, so it becomes `∕` (U+2215), which looks the same. `category` becomes tags.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from itertools import takewhile

from feedtui.clean import SafeText, clean_line
from feedtui.errors import ExchangeError
from feedtui.exchange.decoding import decode
from feedtui.exchange.imported import (
    LONGEST_NAME,
    Import,
    gather,
    names,
    refused,
    skipped,
    web_address,
)
from feedtui.model import Subscription

_DEEPEST = 16
"""Folders in folders; what lies deeper is put into the last of them."""

_SLASH = "∕"

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<(?=[A-Za-z_])(?:[\w.-]{1,40}:)?([\w.-]{1,40})")
_BOUNDARY = re.compile(
    r"<(?P<end>/?)(?:[\w.-]{1,40}:)?(?:(?P<outline>outline)|body|opml)(?=[\s/>])", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"\s*(?:[\w.-]{1,40}:)?([\w.-]{1,40})\s*=\s*([\"'])")
_CLOSING = {
    quote: re.compile(rf"{quote}(?:(?=\s+[\w.:-]{{1,81}}\s*=\s*[\"'])|\s*(?P<leaf>/?)>\s*(?=<|\Z))")
    for quote in "\"'"
}
_LAST_CLOSING = {quote: re.compile(rf"{quote}\s*(?P<leaf>/?)>") for quote in "\"'"}
_BARE_END = re.compile(r"\s*(?P<leaf>/?)>")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_NOT_TAKEN = {
    "rss": "it has no address",
    "atom": "it has no address",
    "include": "it is another list, which is not followed",
    "link": "it is a link, which is not followed",
}

_Folder = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """The opening tag of an outline; the names of its attributes are in lower case."""

    attributes: Mapping[str, str]
    is_leaf: bool

    @property
    def address(self) -> str:
        """Where the feed is said to be; empty for what is no feed."""
        return self.attributes.get("xmlurl", "").strip()

    @property
    def name(self) -> SafeText:
        """What the outline is called."""
        return clean_line(self.attributes.get("text", "")) or clean_line(
            self.attributes.get("title", "")
        )


def read_opml(body: bytes) -> Import:
    """The feeds of an OPML file, in its order.

    Raises ExchangeError, with the line, when the file is no OPML.
    """
    text = _without_comments(decode(body))
    root = _ROOT.search(text)
    if root is None:
        raise ExchangeError("line 1: this is not OPML: there is no <opml> in it")
    if root[1].lower() != "opml":
        line = text.count("\n", 0, root.start()) + 1
        raise ExchangeError(
            f"line {line}: this is not OPML: it begins with <{clean_line(root[1])}>"
        )
    return gather(_found(text))


def write_opml(subscriptions: Iterable[Subscription], title: str = "feedtui") -> str:
    """OPML 2.0 with the addresses, titles, folders and tags; read back, they are the same.

    Feeds keep their order within a folder and stand before the folders in it. What OPML can't say
    is left out: `hidden`, `interval`, a comma within a tag, and addresses that are not of the web.
    """
    feeds = _grouped([feed for feed in subscriptions if web_address(feed.url)])
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{escape(clean_line(title))}</title></head>",
        "  <body>",
        *_outlines(feeds),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def _without_comments(text: str) -> str:
    """Comments go, their lines stay; a comment that never ends is none."""
    end = text.rfind("-->") + len("-->")
    return _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text[:end]) + text[end:]


def _found(text: str) -> Iterator[Subscription | SafeText]:
    folders: list[_Folder] = [()]
    for line, boundary, stop in _boundaries(text):
        if not boundary["outline"]:
            folders = [()]
        elif boundary["end"]:
            del folders[max(1, len(folders) - 1) :]
        elif outline := _outline(text, boundary.end(), stop):
            yield from _taken(outline, folders[-1], line)
            if not outline.is_leaf:
                folders.append(_inside(outline, folders[-1]))
        else:
            yield skipped(line, text[boundary.start() : stop], "this tag can't be read")


def _boundaries(text: str) -> Iterator[tuple[int, re.Match[str], int]]:
    """The tags that matter: the line of each, its beginning, and where the next one begins."""
    boundary = _BOUNDARY.search(text)
    line = 1 + text.count("\n", 0, boundary.start()) if boundary else 1
    while boundary:
        following = _BOUNDARY.search(text, boundary.end())
        stop = following.start() if following else len(text)
        yield line, boundary, stop
        line += text.count("\n", boundary.start(), stop)
        boundary = following


def _outline(text: str, start: int, stop: int) -> _Outline | None:
    """The tag whose attributes begin at `start`; None when it has no end before `stop`."""
    attributes: dict[str, str] = {}
    while opening := _ATTRIBUTE.match(text, start, stop):
        closing = _closing(opening[2], text, opening.end(), stop)
        if closing is None:
            return None
        value = text[opening.end() : closing.start()]
        attributes.setdefault(opening[1].lower(), _REFERENCE.sub(_character, value))
        if closing["leaf"] is not None:
            return _Outline(attributes, is_leaf=bool(closing["leaf"]))
        start = closing.end()
    end = _BARE_END.match(text, start, stop)
    return _Outline(attributes, is_leaf=bool(end["leaf"])) if end else None


def _closing(quote: str, text: str, start: int, stop: int) -> re.Match[str] | None:
    """The quote that ends an attribute; the last one may be followed by a tag's end and text."""
    return _CLOSING[quote].search(text, start, stop) or _LAST_CLOSING[quote].search(
        text, start, stop
    )


def _character(reference: re.Match[str]) -> str:
    return unescape(reference[0])


def _taken(outline: _Outline, folder: _Folder, line: int) -> Iterator[Subscription | SafeText]:
    """The feed that the outline is, or why it isn't; nothing for a folder or a note."""
    if not outline.address:
        reason = _NOT_TAKEN.get(outline.attributes.get("type", "").lower())
        if reason and outline.is_leaf:
            yield skipped(line, outline.name or "an outline without a name", reason)
        return
    address = web_address(outline.address)
    if address is None:
        yield refused(line, outline.address)
        return
    yield Subscription(
        address,
        title="" if outline.name == outline.address else clean_line(outline.name, LONGEST_NAME),
        folder="/".join(folder),
        tags=_tags(outline.attributes.get("category", "")),
    )


def _tags(category: str) -> tuple[str, ...]:
    """Tags and paths, between commas; the slash that marks a path is no part of its name."""
    return names(word.strip().lstrip("/") for word in category.split(","))


def _inside(outline: _Outline, folder: _Folder) -> _Folder:
    """The folder of what the outline holds; a feed, or what has no name, makes none."""
    name = clean_line(outline.name, LONGEST_NAME).replace("/", _SLASH)
    if outline.address or not name or len(folder) == _DEEPEST:
        return folder
    return (*folder, name)


def _grouped(feeds: list[Subscription]) -> list[Subscription]:
    """The feeds of a folder side by side, the folders in the order of their first feeds."""
    places: dict[_Folder, int] = {}
    for feed in feeds:
        for folder in _path(feed):
            places.setdefault(folder, len(places))
    return sorted(feeds, key=lambda feed: [places[folder] for folder in _path(feed)])


def _path(feed: Subscription) -> list[_Folder]:
    """The folders that hold a feed, from the outermost one on, each with its whole name."""
    folder = _folder(feed)
    return [folder[:depth] for depth in range(1, len(folder) + 1)]


def _folder(feed: Subscription) -> _Folder:
    return tuple(feed.folder.split("/")) if feed.folder else ()


def _outlines(feeds: list[Subscription]) -> Iterator[str]:
    before: _Folder = ()
    for feed in feeds:
        folder = _folder(feed)
        yield from _moved(before, folder)
        yield f"{_indent(folder)}{_feed(feed)}"
        before = folder
    yield from _moved(before, ())


def _moved(before: _Folder, after: _Folder) -> Iterator[str]:
    """The tags that close the folders of `before` and open those of `after`."""
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))))
    for depth in range(len(before), shared, -1):
        yield f"{_indent(before[: depth - 1])}</outline>"
    for depth in range(shared, len(after)):
        yield f'{_indent(after[:depth])}<outline text="{_attribute(after[depth])}">'


def _feed(feed: Subscription) -> str:
    tags = ",".join(tag.replace(",", " ") for tag in feed.tags)
    attributes = {
        "type": "rss",
        "text": feed.title or feed.url,
        "title": feed.title,
        "xmlUrl": feed.url,
        "category": tags,
    }
    written = (f'{name}="{_attribute(value)}"' for name, value in attributes.items() if value)
    return f"<outline {' '.join(written)}/>"


def _attribute(value: str) -> str:
    return escape(clean_line(value), quote=True)


def _indent(folder: _Folder) -> str:
    return "  " * (2 + len(folder))
