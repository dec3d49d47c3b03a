"""Sites whose feeds are known by rule.

Some sites don't name their feeds in their pages, name them where only a browser finds them, or have
more than they name. What their addresses look like has been the same for years, so a page's address
is enough to know its feeds, and nobody has to be asked.

The rules are rows of a table (`site_rules`); an address that is a feed's already has none.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from feedtui.address import is_web_address
from feedtui.clean import clean_line
from feedtui.feeds.discover import Link, looks_usual
from feedtui.feeds.links import web_address
from feedtui.feeds.site_rules import RULES, FeedRow

_LONGEST = 2000
"""Characters of an address that is looked at."""

_QUERY_OF_FEED = re.compile(
    r"[?&](?:feed|format|alt|type)=(?:rss2?|atom|json|feed)\b|/feeds?/", re.IGNORECASE
)
_PREFIXES = re.compile(r"^(?:www|m|mobile|old|new|np)\.(?=[^.]+\.[^.]+)")


Groups = Mapping[str, str]
"""What the groups of a pattern found."""


def feeds_of_site(address: str) -> tuple[Link, ...]:
    """The feeds of a page at an address of a known site, by rule alone; the usual one first."""
    if len(address) > _LONGEST or not is_web_address(address) or _is_of_feed(address):
        return ()
    subject = _subject(address)
    for rule in RULES:
        if match := rule.pattern.fullmatch(subject):
            found = {"scheme": urlsplit(address).scheme, **_groups(match)}
            called = {name: unquote(value) for name, value in found.items()}
            return tuple(links(rule.feeds, found, called))
    return ()


def _is_of_feed(address: str) -> bool:
    return looks_usual(address) or bool(_QUERY_OF_FEED.search(address))


def _subject(address: str) -> str:
    """Host, path and query, as the rows describe them."""
    parts = urlsplit(address)
    host = _PREFIXES.sub("", parts.netloc.rpartition("@")[2].lower())
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _groups(match: re.Match[str]) -> Groups:
    return {name: value or "" for name, value in match.groupdict().items()}


def links(feeds: tuple[FeedRow, ...], found: Groups, called: Groups) -> Iterator[Link]:
    """The feeds of rows; addresses say what was `found`, titles what that is `called`."""
    for title, kind, template in feeds:
        address = web_address(template.format(**found), "")
        if address:
            yield Link(address, clean_line(title.format(**called), most=200), kind)
