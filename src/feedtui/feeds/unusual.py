"""The door to feedparser: what is not `usual` becomes the dictionaries that it makes of documents.

It reads nine formats. It is given well-formed XML only, in UTF-8, of which the hostile and the
broken parts have been seen to; for what it does on its own with broken documents takes long, loses
entries or fails. Its dictionaries end in `xmlfeed`.

It is called without its cleaning and its resolving of links in texts, which this program does
itself and once; and without the document's address, because it would resolve guids too, and an
entry's name would change when its feed moves from http to https. What a document says of bases is
settled beforehand, in `bases`.

It takes a twentieth of a second to load, so this module is imported when a document needs it.
"""

import re
from io import BytesIO

import feedparser
from feedparser.exceptions import UndeclaredNamespace

from feedtui.feeds.fields import Fields, rows, text
from feedtui.feeds.split import Split, split_xml

_STUMBLES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    UndeclaredNamespace,
)
"""What feedparser raises on documents that nobody thought of: a category in a category, a link in
an image. Its interface promises nothing here, so the kinds are named broadly."""

_MOST_TRIES = 100
"""Parts of a document that are tried to get around such entries."""

_ATOM = re.compile(rb"<(?:[\w.-]+:)?feed\b")
"""How Atom begins. feedparser takes RSS 1.0 for it that merely declares its namespace."""


def read_unusual(xml: bytes) -> Fields:
    """What feedparser says of a well-formed document (UTF-8); of entries, what it can read."""
    try:
        return _read_whole(xml)
    except _STUMBLES:
        split = split_xml(xml)
        return _read_by_halves(split) if split else {}


def _read_by_halves(split: Split) -> Fields:
    """A document without the entries that feedparser stumbles over, found by halving."""
    entries: list[Fields] = []
    parts, tries = [range(len(split.items))], 0
    while parts and tries < _MOST_TRIES:
        part, tries = parts.pop(), tries + 1
        try:
            entries += rows(_read_whole(split.only(part)), "entries")
        except _STUMBLES:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]] if middle else []
    return _head(split) | {"entries": entries}


def _head(split: Split) -> Fields:
    try:
        return _read_whole(split.only(()))
    except _STUMBLES:
        return {"version": "rss"}


def _read_whole(xml: bytes) -> Fields:
    document: Fields = feedparser.parse(
        BytesIO(xml),
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not _ATOM.match(xml):
        document["version"] = text(document, "version").replace("atom", "rss")
    return document
