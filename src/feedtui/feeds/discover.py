"""The feeds that a web page names.

A person gives the address of a page and means its feed. Pages say where it is in `link` elements
with `rel="alternate"` (https://www.rssboard.org/rss-autodiscovery); those come first and in their
order, which is the site's own. Many pages only link to it, so links that look like a feed's come
after them.

Only the few elements that can name a feed are handed to the HTML parser: parsers take quadratic
time on deep nesting (20,000 levels half a second), and a page is a stranger's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from feedtui.address import is_web_address
from feedtui.clean import SafeText, clean_line
from feedtui.feeds.decoding import decoded
from feedtui.feeds.links import absolute, web_address

_LONGEST = 1_000_000
"""Bytes of a page that are looked at."""

_MOST = 50
"""Feeds of a page that are told."""

_LONGEST_TITLE = 200

_MOST_ELEMENTS = 5000
"""Links and anchors of a page that are looked at."""

_ATTRIBUTES = r"""(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^"'<>])*+>"""
_ELEMENT = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|template)\b.*?(?:</\1|\Z)"
    rf"|(?P<element><(?P<name>link|base|a|title)\b{_ATTRIBUTES}[^<]{{0,{_LONGEST_TITLE}}})",
    re.DOTALL | re.IGNORECASE,
)

_KINDS = {
    "application/rss": "RSS",
    "application/xml+rss": "RSS",
    "text/rss": "RSS",
    "text/x-rss": "RSS",
    "application/atom": "Atom",
    "application/xml+atom": "Atom",
    "text/atom": "Atom",
    "application/rss+xml": "RSS",
    "application/x-rss+xml": "RSS",
    "text/rss+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/x.atom+xml": "Atom",
    "application/x-atom+xml": "Atom",
    "text/atom+xml": "Atom",
    "application/feed+json": "JSON Feed",
    "application/json": "JSON Feed",
    "application/rdf+xml": "RDF",
    "application/xml": "XML",
    "text/xml": "XML",
}
"""Media types of feeds, and what to call them before a person."""

_BEGINNING = 8192
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(rss|feed|rdf|channel)\b", re.IGNORECASE)
_ROOTS = {"rss": "RSS", "feed": "Atom", "rdf": "RDF", "channel": "CDF"}

_USUAL = re.compile(
    r"(?:^|/)\.?(?:feeds?|rss2?|atom)/?$"
    r"|(?:^|[/._-])(?:feeds?|rss2?|atom|rdf|index)\.(?:xml|rdf|json)$"
    r"|\.(?:rss|atom|rdf)$",
    re.IGNORECASE,
)
"""Paths that feeds usually have. `index.json` and `index.xml` are what static sites write."""

_NOT_FEEDS = re.compile(r"/wp-json/|oembed", re.IGNORECASE)
"""Other JSON and XML about a page, under the same relation and type."""


@dataclass(frozen=True, slots=True)
class Link:
    """A feed that a page names. `kind` is for people; empty if the page doesn't say."""

    address: str
    title: SafeText
    kind: str


def discover(html: bytes, address: str) -> tuple[Link, ...]:
    """The feeds that the page at `address` names, the site's own choice first."""
    page = _skeleton(html)
    base = _base(page, address)
    found: dict[str, Link] = {}
    for link in (*_alternates(page, base), *_usual_links(page, base)):
        found.setdefault(link.address, link)
    return tuple(found.values())[:_MOST]


def title_of_page(html: bytes) -> SafeText:
    """What a web page calls itself, empty if it doesn't say."""
    title = _skeleton(html).css_first("title")
    return clean_line(title.text() if title else "", most=_LONGEST_TITLE)


def kind_of(document: bytes) -> str:
    """What people call the format of a feed, by its first element; empty if that says nothing."""
    beginning = decoded(document[:_BEGINNING]).lstrip("\ufeff")
    if beginning.lstrip().startswith("{"):
        return "JSON Feed"
    root = _ROOT.search(beginning)
    return _ROOTS[root[1].lower()] if root else ""


def _skeleton(html: bytes) -> LexborHTMLParser:
    """The page reduced to its title, links and anchors, none inside another."""
    found = _ELEMENT.finditer(decoded(html[:_LONGEST]))
    elements = (f"{match['element']}</{match['name']}>" for match in found if match["element"])
    return LexborHTMLParser("".join(islice(elements, _MOST_ELEMENTS)))


def _base(page: LexborHTMLParser, address: str) -> str:
    element = page.css_first("base[href]")
    base = absolute((element.attributes["href"] or "") if element else "", address)
    return base if is_web_address(base) else address


def _alternates(page: LexborHTMLParser, base: str) -> Iterator[Link]:
    for element in page.css("link[href]"):
        link = _link(element.attributes, base, element.attributes.get("title"))
        if link.address and _is_feed(element.attributes, link):
            yield link


def _is_feed(attributes: Mapping[str, str | None], link: Link) -> bool:
    relations = (attributes.get("rel") or "").lower().split()
    if "feed" in relations:
        return True
    named = bool(link.kind) or (not attributes.get("type") and looks_usual(link.address))
    return "alternate" in relations and named and not _NOT_FEEDS.search(link.address)


def _usual_links(page: LexborHTMLParser, base: str) -> Iterator[Link]:
    for element in page.css("a[href]"):
        if looks_usual(absolute(element.attributes["href"] or "", base)):
            link = _link(element.attributes, base, element.text())
            if link.address:
                yield link


def looks_usual(address: str) -> bool:
    """Whether an address is one that feeds usually have."""
    return is_web_address(address) and bool(_USUAL.search(urlsplit(address).path))


def _link(attributes: Mapping[str, str | None], base: str, title: str | None) -> Link:
    media_type = (attributes.get("type") or "").partition(";")[0].strip().lower()
    return Link(
        address=web_address(attributes.get("href") or "", base),
        title=clean_line(title or "", most=_LONGEST_TITLE),
        kind=_KINDS.get(media_type, ""),
    )
