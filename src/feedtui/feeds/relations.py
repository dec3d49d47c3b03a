"""Which of the links of an entry or a feed is the page that a person wants to open.

Links say how they are related to what they stand in. The page is the alternate form, or what the
`link` of RSS says; never an enclosure, a related article, the feed itself or the comments, and
never an id that is no address.
"""

import re
from collections.abc import Iterator

from feedtui.address import is_web_address
from feedtui.clean import SafeText
from feedtui.feeds.fields import Fields, rows, text
from feedtui.feeds.links import absolute, web_address
from feedtui.model import EMPTY

_REGISTERED = re.compile(r"https?://www\.iana\.org/assignments/(?:link-)?relations?(?:\.html#|/)")
"""Relations may be written as addresses (RFC 4287, 4.2.7.2)."""

_FILE = re.compile(
    r"/[^?#]*\.(?:aac|flac|m4[abv]|mov|mp[34]|og[agv]|opus|pdf|wav|web[mp]|zip)(?:[?#]|$)",
    re.IGNORECASE,
)
"""An address of a file to play or to keep. As a guid, it names a podcast's episode."""

_MOST_LINKS = 1000
"""Links of one entry that are looked at."""

_OF_FEEDS = re.compile(r"(?:rss|atom|rdf|json)(?:\+xml|\+json)?$")
"""Endings of media types that are for programs. The alternate form in one of them is no page."""


def related(holder: Fields, relation: str) -> Iterator[Fields]:
    """The links of one relation, in the document's order."""
    links = rows(holder, "links")[:_MOST_LINKS]
    return (link for link in links if _relation(link) == relation)


def page_of(holder: Fields, base: str) -> SafeText:
    """The web address of the page of an entry or a feed, empty if it has none."""
    pages = (web_address(link, base) for link in _candidates(holder))
    return next((page for page in pages if page), EMPTY)


def is_for_programs(link: Fields) -> bool:
    """Whether a link leads to a feed or to data, by its media type."""
    return bool(_OF_FEEDS.search(text(link, "type").partition(";")[0]))


def _candidates(holder: Fields) -> Iterator[str]:
    alternates = [link for link in related(holder, "alternate") if not is_for_programs(link)]
    yield from (text(link, "href") for link in alternates if "html" in text(link, "type"))
    yield from (text(link, "href") for link in alternates)
    yield text(holder, "feedburner_origlink")
    yield from (_source(content) for content in rows(holder, "content") if _is_page(content))
    if not _is_mere_name(holder):
        yield text(holder, "link")


def _relation(link: Fields) -> str:
    return _REGISTERED.sub("", text(link, "rel").lower())


def _is_mere_name(holder: Fields) -> bool:
    """Whether the link was taken from a guid which is no page, though by silence it says it is."""
    link = text(holder, "link")
    others = {text(other, "href") for other in rows(holder, "links")}
    return not is_web_address(link) or link in others or bool(_FILE.search(link))


def _source(content: Fields) -> str:
    source = text(content, "src")
    return absolute(source, text(content, "base")) if source else ""


def _is_page(content: Fields) -> bool:
    return text(content, "type") in {"text/html", "application/xhtml+xml"}
