"""The door to feedparser: a document's bytes become a `Feed`, or the news that it is none.

feedparser reads nine formats. It is given well-formed XML only, in UTF-8, of which the hostile and
the broken parts have been seen to; for what it does on its own with broken documents takes long,
loses entries or fails. Its dictionaries end in `xmlfeed`.

It is called without its cleaning and its resolving of links in texts, which this program does
itself and once; and without the document's address, because it would resolve guids too, and an
entry's name would change when its feed moves from http to https. What a document says of bases is
settled beforehand, in `bases`.
"""

import re
from dataclasses import dataclass, replace
from io import BytesIO

import feedparser
from feedparser.exceptions import UndeclaredNamespace

from feedtui.feeds.bases import with_bases
from feedtui.feeds.captions import set_apart
from feedtui.feeds.decoding import decoded_document
from feedtui.feeds.excess import Trimmed, notice_of
from feedtui.feeds.fields import Fields, rows, text
from feedtui.feeds.instead import instead, is_page
from feedtui.feeds.json_documents import read_json
from feedtui.feeds.split import Split, split_xml
from feedtui.feeds.unpacking import unpacked
from feedtui.feeds.wellformed import well_formed
from feedtui.feeds.xmlfeed import feed_of, is_feed
from feedtui.model import Feed, NotAFeed

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

_JSON = re.compile(r"\ufeff?\s*[{\[]")


def parse(body: bytes, address: str, content_type: str = "") -> Feed | NotAFeed:
    """The feed that a document is: RSS, Atom, CDF or JSON Feed.

    `address` is where it came from after all redirects, the base of its relative links;
    `content_type` the header of that name, whose charset counts. A gzip file is unpacked.
    """
    return read(legible(body, content_type), address)


@dataclass(frozen=True, slots=True)
class Legible:
    """A document as it came, and what it says: JSON, well-formed XML or nothing, in UTF-8.

    `left_out` entries of it are not in the text, because it had too many.
    """

    body: bytes
    text: bytes
    is_json: bool
    left_out: int = 0


def legible(body: bytes, content_type: str) -> Legible:
    """The document in a state in which it can be read, or cut into pieces."""
    body = unpacked(body)
    said = decoded_document(body, content_type)
    if _JSON.match(said):
        return Legible(body, said.lstrip("\ufeff").encode("utf-8", "replace"), is_json=True)
    part = Trimmed("") if is_page(said) else well_formed(said)
    xml = set_apart(part.text).encode("utf-8", "replace")
    return Legible(body, xml, is_json=False, left_out=part.left_out)


def read(document: Legible, address: str) -> Feed | NotAFeed:
    """The feed that a legible document is; see `parse`."""
    if document.is_json:
        return read_json(document.text.decode(), address)
    parsed = _read(with_bases(document.text, address))
    if not is_feed(parsed):
        return instead(document.body, address)
    return replace(feed_of(parsed, address), notice=notice_of(document.left_out))


def _read(xml: bytes) -> Fields:
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
