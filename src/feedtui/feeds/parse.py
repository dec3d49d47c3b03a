"""The door to feedparser: a document's bytes become a `Feed`, or the news that it is none.

feedparser reads nine formats and every way of breaking them, and answers with dictionaries. Those
end here. It is called without its cleaning and its resolving of links in texts, which this program
does itself and once; and without the document's address, because it would resolve guids too, and
an entry's name would change when its feed moves from http to https.

A document with mistakes is read as far as it goes. Only one without a format and without entries
is refused.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import feedparser
from feedparser.exceptions import UndeclaredNamespace

from feedtui.address import is_web_address
from feedtui.clean import SafeText, clean, clean_line
from feedtui.feeds.bodies import html_of_html, html_of_text
from feedtui.feeds.dates import date_of_parts, read_date
from feedtui.feeds.drafts import Draft, enclosure, entries_of
from feedtui.feeds.fields import Fields, number, row, rows, text
from feedtui.feeds.instead import instead, is_page
from feedtui.feeds.jsonfeed import read_json_feed
from feedtui.feeds.links import absolute, base_of_body, web_address
from feedtui.feeds.titles import description_of, title_of_markup, title_of_text
from feedtui.model import EMPTY, Enclosure, Feed, NotAFeed

_GZIP = b"\x1f\x8b"
_MOST_UNPACKED = 16 * 1024 * 1024
"""Bytes of a document after unpacking; what is beyond is cut off, as feeds survive a lost end."""

_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")
_LONGEST_LANGUAGE = 40

_SECONDS = {
    "hourly": 3600,
    "daily": 86400,
    "weekly": 604800,
    "monthly": 2592000,
    "yearly": 31536000,
}
"""Periods of the RSS 1.0 syndication module (https://web.resource.org/rss/1.0/modules/syndication/)."""

_LONGEST_TTL = 366 * 86400

_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_MOST_DIGITS = 12

_STUMBLES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    UndeclaredNamespace,
    ValueError,
)
"""What feedparser raises on documents that nobody thought of: an end without a beginning, a width
that is no number, a charset that is none. Its interface promises nothing here, so the kinds are
named broadly."""


def parse(body: bytes, address: str, content_type: str = "") -> Feed | NotAFeed:
    """The feed that a document is: RSS 0.9 to 2.0, Atom, CDF or JSON Feed.

    `address` is where it came from after all redirects, the base of its relative links;
    `content_type` the header of that name, whose charset counts. A gzip file is unpacked.
    """
    body = _unpacked(body)
    if _JSON.match(body):
        return read_json_feed(body, address)
    if is_page(body):
        return instead(body, address)
    try:
        document = _read(body, content_type)
    except _STUMBLES:
        return NotAFeed(SafeText("This document is too broken to be read as a feed."))
    feed = _feed(document, address)
    return feed if feed.entries or text(document, "version") else instead(body, address)


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, _MOST_UNPACKED)
    except zlib.error:
        return body


def _read(body: bytes, content_type: str) -> Fields:
    document: Fields = feedparser.parse(
        BytesIO(_REFERENCE.sub(_possible, body)),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": content_type} if content_type else {},
    )
    return document


def _possible(reference: re.Match[bytes]) -> bytes:
    """A character reference, or U+FFFD where it names no character: feedparser gives up there."""
    base, digits = (16, reference[1]) if reference[1] else (10, reference[2])
    code = int(digits, base) if len(digits) < _MOST_DIGITS else 0
    exists = 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF
    return reference[0] if exists else b"&#xFFFD;"


@dataclass(frozen=True, slots=True)
class _Document:
    """What an entry has to know of the document around it. `site` is the feed's own page."""

    is_atom: bool
    address: str
    site: SafeText
    authors: tuple[str, ...]


def _feed(parsed: Fields, address: str) -> Feed:
    facts = row(parsed, "feed")
    is_atom = text(parsed, "version").startswith("atom")
    document = _Document(is_atom, address, _link(facts, address), _names(facts))
    return Feed(
        title=_title(facts, document),
        link=document.site,
        description=description_of(text(facts, "subtitle")),
        language=clean_line(text(facts, "language"), most=_LONGEST_LANGUAGE),
        entries=entries_of(_draft(item, document) for item in rows(parsed, "entries")),
        ttl=_ttl(facts),
    )


def _draft(item: Fields, document: _Document) -> Draft:
    link = _link(item, document.address)
    published, updated = _dates(item, document)
    return Draft(
        name=clean(text(item, "id") or text(item, "link")),
        title=_title(item, document),
        link=link,
        authors=_authors(item, document),
        published=published,
        updated=updated,
        bodies=tuple(_html(text(body, "value"), text(body, "type")) for body in _texts(item)),
        base=_base(item, link, document),
        categories=tuple(text(tag, "label") or text(tag, "term") for tag in rows(item, "tags")),
        enclosures=tuple(_enclosures(item, document.address)),
        comments=_comments(item, document.address),
    )


def _title(holder: Fields, document: _Document) -> SafeText:
    """Only Atom tells text from HTML; other titles may be either."""
    title = text(holder, "title")
    if document.is_atom and text(row(holder, "title_detail"), "type") == "text/plain":
        return title_of_text(title)
    return title_of_markup(title)


def _link(holder: Fields, address: str) -> SafeText:
    """The page of an entry or a feed: what feedparser found, else any alternate form."""
    found = "" if _is_mere_guid(holder) else text(holder, "link")
    alternates = (text(link, "href") for link in _related(holder, "alternate"))
    links = (web_address(link, address) for link in (found, *alternates))
    return next((link for link in links if link), EMPTY)


def _is_mere_guid(holder: Fields) -> bool:
    """Whether the link was taken from a guid which is no page, though by silence it says it is."""
    link = text(holder, "link")
    files = (text(file, "href") for file in _related(holder, "enclosure"))
    return link == text(holder, "id") and (not is_web_address(link) or link in files)


def _related(holder: Fields, relation: str) -> Iterator[Fields]:
    return (link for link in rows(holder, "links") if text(link, "rel") == relation)


def _dates(item: Fields, document: _Document) -> tuple[int | None, int | None]:
    """Published and updated. RSS has no date of change: what its `dc:date` says is the one date."""
    updated = _date(item, "updated")
    published = _first(_date(item, "published"), _date(item, "created"))
    return (published if document.is_atom else _first(published, updated)), updated


def _first(*dates: int | None) -> int | None:
    return next((date for date in dates if date is not None), None)


def _date(item: Fields, name: str) -> int | None:
    return _first(read_date(text(item, name)), date_of_parts(dict.get(item, f"{name}_parsed")))


def _authors(item: Fields, document: _Document) -> tuple[str, ...]:
    """An entry's own authors, else its source's; in Atom else the feed's (RFC 4287, 4.2.1)."""
    names = _names(item) or _names(row(item, "source"))
    return names or (document.authors if document.is_atom else ())


def _names(holder: Fields) -> tuple[str, ...]:
    people = rows(holder, "authors")
    names = tuple(text(person, "name") or text(person, "email") for person in people)
    return names if any(names) else tuple(filter(None, [text(holder, "author")]))


def _texts(item: Fields) -> tuple[Fields, ...]:
    """The texts of an entry, each with value, type and base.

    A summary has its details apart, and none where feedparser took it from elsewhere.
    """
    summary = row(item, "summary_detail")
    plain: Fields = {**summary, "value": text(item, "summary")}
    return (*rows(item, "content"), summary, plain)


def _html(value: str, media_type: str) -> str:
    """A text as HTML. Other media (Atom allows a picture as content) have none."""
    if media_type in {"", "text/html"} or media_type.endswith("xml"):
        return html_of_html(value)
    return html_of_text(value) if media_type.startswith("text/") else ""


def _base(item: Fields, link: str, document: _Document) -> str:
    declared = next((base for base in (text(one, "base") for one in _texts(item)) if base), "")
    base = absolute(declared, document.address)
    return (
        base
        if declared and is_web_address(base)
        else base_of_body(link, document.site, document.address)
    )


def _enclosures(item: Fields, address: str) -> Iterator[Enclosure]:
    for link in _related(item, "enclosure"):
        described = (text(link, "href"), text(link, "type"), text(link, "title"))
        yield enclosure(described, number(link, "length"), address)
    for media in rows(item, "media_content"):
        described = (text(media, "url"), text(media, "type") or text(media, "medium"), "")
        yield enclosure(described, number(media, "filesize"), address)


def _comments(item: Fields, address: str) -> SafeText:
    replies = (text(link, "href") for link in _related(item, "replies"))
    return web_address(text(item, "comments") or next(replies, ""), address)


def _ttl(facts: Fields) -> int | None:
    """Seconds between two requests that a feed asks for: `ttl` is in minutes."""
    minutes = number(facts, "ttl")
    if minutes:
        return min(minutes * 60, _LONGEST_TTL)
    period = _SECONDS.get(text(facts, "sy_updateperiod").lower(), 0)
    return period // (number(facts, "sy_updatefrequency") or 1) or None
