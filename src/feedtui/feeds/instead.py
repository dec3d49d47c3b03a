"""What came instead of a feed, said to a person.

“Not a feed” is the beginning of an answer. A login page, an empty file and a list of feeds ask for
different things to be done, and a page often names the feed that was meant.
"""

import re

from feedtui.clean import SafeText, clean_line
from feedtui.feeds.decoding import decoded
from feedtui.feeds.discover import discover, title_of_page
from feedtui.model import NotAFeed

_LOOKED_AT = 16_384
"""Bytes at the beginning of a document that tell what it is."""

_QUOTED = 60
"""Characters of a text that are quoted."""

_PROLOG = r"\A(?>\s+|\ufeff|<!--.*?-->|<\?.*?\?>)*+"
_PAGE = re.compile(_PROLOG + r"<(?:!doctype\s+html\b|html\b)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(
    _PROLOG + r"(?><!doctype[^>\[]*+(?:\[.*?\]\s*)?>\s*)?+(?>\s+|<!--.*?-->)*+<([\w:.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_FRAGMENT = re.compile(r"<(?:html|head|body|meta|div|p|script)\b", re.IGNORECASE)
_OF_FEEDS = frozenset({"rss", "feed", "rdf:rdf"})
_OTHERS = {
    "opml": "a list of feeds (OPML), not a feed. It can be imported.",
    "urlset": "a sitemap, not a feed.",
    "sitemapindex": "a list of sitemaps, not a feed.",
    "opensearchdescription": "the description of a search, not a feed.",
    "svg": "a picture (SVG), not a feed.",
    "error": "an error in XML, not a feed.",
}
"""What other documents in XML are, by their first element."""

_OF_PAGES = frozenset({"html", "head", "body", "title", "meta", "div", "p", "script", "h1", "a"})
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_page(text: str) -> bool:
    """Whether a document says of itself that it is a web page, and its first element agrees."""
    beginning = text[:_LOOKED_AT]
    root = _ROOT.match(beginning)
    return bool(_PAGE.match(beginning)) and not (root and root[1].lower() in _OF_FEEDS)


def instead(body: bytes, address: str) -> NotAFeed:
    """What a document is that is no feed, in a sentence, and the feeds it names."""
    start = _beginning(body)
    if not start.strip():
        return NotAFeed(SafeText("The answer is empty."))
    if _CONTROLS.search(start):
        return NotAFeed(SafeText("This is a binary file, not a feed."))
    root = _ROOT.match(start)
    if root and root[1].lower() not in _OF_PAGES:
        return NotAFeed(_of_xml(root[1].lower()))
    if root or _FRAGMENT.search(start):
        return _of_page(body, address)
    return NotAFeed(SafeText(f"This is text, not a feed: “{clean_line(start, most=_QUOTED)}”"))


def _beginning(body: bytes) -> str:
    return decoded(body[:_LOOKED_AT])


def _of_xml(root: str) -> SafeText:
    if root in _OF_FEEDS:
        return SafeText("This feed is too broken to be read.")
    if known := _OTHERS.get(root):
        return SafeText(f"This is {known}")
    return SafeText(f"This is XML (“{clean_line(root, most=_QUOTED)}”), not a feed.")


def _of_page(body: bytes, address: str) -> NotAFeed:
    title = title_of_page(body)
    named = f" (“{title}”)" if title else ""
    return NotAFeed(
        SafeText(f"This is a web page{named}, not a feed."),
        tuple(link.address for link in discover(body, address)),
    )
