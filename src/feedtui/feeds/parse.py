"""A document's bytes become a `Feed`, or the news that they are none.

They are decoded, mended and bounded first, so that what reads them gets well-formed XML in UTF-8,
or JSON. XML that is like most feeds is read by `usual`, the rest by feedparser (`unusual`); both
give the same dictionaries, of which `xmlfeed` makes the feed.
"""

import re
from dataclasses import dataclass, replace

from feedtui.feeds.bases import with_bases
from feedtui.feeds.bounds import BOUNDS, Bounds
from feedtui.feeds.captions import set_apart
from feedtui.feeds.decoding import decoded_document
from feedtui.feeds.excess import Trimmed
from feedtui.feeds.fields import Fields, row
from feedtui.feeds.instead import instead, is_page
from feedtui.feeds.json_documents import read_json
from feedtui.feeds.pace import pace_of
from feedtui.feeds.unpacking import unpacked
from feedtui.feeds.usual import read_usual
from feedtui.feeds.wellformed import well_formed
from feedtui.feeds.xmlfeed import feed_of, is_feed
from feedtui.model import Feed, NotAFeed

_JSON = re.compile(r"\ufeff?\s*[{\[]")


def parse(
    body: bytes, address: str, content_type: str = "", bounds: Bounds = BOUNDS
) -> Feed | NotAFeed:
    """The feed that a document is: RSS, Atom, CDF or JSON Feed.

    `address` is where it came from after all redirects, the base of its relative links;
    `content_type` the header of that name, whose charset counts. A gzip file is unpacked. What is
    beyond the bounds is left out, and the feed's `notice` says so.
    """
    return read(legible(body, content_type, bounds), address)


@dataclass(frozen=True, slots=True)
class Legible:
    """A document as it came, and what it says: JSON, well-formed XML or nothing, in UTF-8.

    `left_out` entries of it are not in the text, because it had more than the `bounds` say.
    """

    body: bytes
    text: bytes
    is_json: bool
    bounds: Bounds = BOUNDS
    left_out: int = 0


def legible(body: bytes, content_type: str, bounds: Bounds = BOUNDS) -> Legible:
    """The document in a state in which it can be read, or cut into pieces."""
    body = unpacked(body)
    said = decoded_document(body, content_type)
    if _JSON.match(said):
        json = said.lstrip("\ufeff").encode("utf-8", "replace")
        return Legible(body, json, is_json=True, bounds=bounds)
    part = Trimmed("") if is_page(said) else well_formed(said, bounds.entries)
    xml = set_apart(part.text).encode("utf-8", "replace")
    return Legible(body, xml, is_json=False, bounds=bounds, left_out=part.left_out)


def read(document: Legible, address: str) -> Feed | NotAFeed:
    """The feed that a legible document is; see `parse`."""
    if document.is_json:
        return read_json(document.text.decode(), address, document.bounds)
    parsed = read_usual(document.text) or _read_unusual(with_bases(document.text, address))
    if not is_feed(parsed):
        return instead(document.body, address)
    feed = feed_of(parsed, address, document.bounds, document.left_out)
    return replace(feed, pace=pace_of(row(parsed, "feed"), document.text))


def _read_unusual(xml: bytes) -> Fields:
    from feedtui.feeds.unusual import read_unusual

    return read_unusual(xml)
