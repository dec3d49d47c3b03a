"""From an address that a person gives to a feed: the feed itself, or one that its page leads to.

Known sites are asked for the feeds that they have by rule. Otherwise the page is asked; then the
feeds that it names, or that the program which made it has; and if it names none, the usual places.
The first feed that has entries is the one that is meant. The others are only asked when a person
wants to choose.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from feedtui.clean import SafeText
from feedtui.feeds.discover import Link, discover, kind_of
from feedtui.feeds.parse import parse
from feedtui.feeds.platforms import feeds_of_platform, usual_places
from feedtui.feeds.sites import feeds_of_site
from feedtui.model import Feed
from feedtui.net.client import Client, Fetched, NotModified, Refused, Request

MOST_CANDIDATES = 8
"""Addresses that are asked in search of a feed, besides the one that was given."""


@dataclass(frozen=True, slots=True)
class Found:
    """A feed, the address to subscribe to, the answer that it was read from, and other feeds.

    `kind` is what people call its format.
    """

    url: str
    feed: Feed
    answer: Fetched
    others: tuple[str, ...] = ()
    kind: str = ""

    @property
    def newest(self) -> int | None:
        """The date of the newest entry, in seconds since 1970."""
        dates = (entry.published or entry.updated for entry in self.feed.entries)
        return max(filter(None, dates), default=None)


@dataclass(frozen=True, slots=True)
class NotFound:
    """No feed, and why, in a sentence."""

    reason: SafeText


async def find(client: Client, url: str, now: int) -> Found | NotFound:
    """The feed that an address means, with the addresses of the others there."""
    candidates = _addresses(feeds_of_site(url))
    found = await _first(client, candidates, now)
    if found is not None:
        return found
    tried = await _look(client, url, now)
    if not isinstance(tried, _Page):
        return tried
    found = await _first(client, tried.feeds, now) or await _any_place(client, tried.usual, now)
    return NotFound(tried.reason) if found is None else found


async def find_all(client: Client, url: str, now: int) -> tuple[Found, ...] | NotFound:
    """All feeds that an address leads to, each of them asked."""
    by_rule = await _every(client, _addresses(feeds_of_site(url)), now)
    if by_rule:
        return by_rule
    tried = await _look(client, url, now)
    if isinstance(tried, Found):
        return (tried,)
    if isinstance(tried, NotFound):
        return tried
    found = await _every(client, tried.feeds, now) or await _every(client, tried.usual, now)
    return found or NotFound(tried.reason)


@dataclass(frozen=True, slots=True)
class _Page:
    """What came instead of a feed, the feeds that it leads to, and where else one may be."""

    reason: SafeText
    feeds: tuple[str, ...]
    usual: tuple[str, ...]


async def _first(client: Client, candidates: tuple[str, ...], now: int) -> Found | None:
    """The first that is a feed with entries, else the first that is one."""
    empty: Found | None = None
    for candidate in candidates[:MOST_CANDIDATES]:
        tried = await _look(client, candidate, now)
        if isinstance(tried, Found):
            others = tuple(each for each in candidates if each != candidate)
            tried = replace(tried, others=others)
            if tried.feed.entries:
                return tried
            empty = empty or tried
    return empty


async def _any_place(client: Client, places: tuple[str, ...], now: int) -> Found | None:
    """The first feed in the usual places; the others were only guessed."""
    found = await _first(client, places, now)
    return found and replace(found, others=())


async def _every(client: Client, candidates: tuple[str, ...], now: int) -> tuple[Found, ...]:
    tried = [await _look(client, candidate, now) for candidate in candidates[:MOST_CANDIDATES]]
    return tuple(each for each in tried if isinstance(each, Found))


async def _look(client: Client, url: str, now: int) -> Found | NotFound | _Page:
    answer = await client.get(Request(url), now)
    match answer:
        case Refused(reason, _):
            return NotFound(reason)
        case NotModified():
            return NotFound(SafeText("its host said “not modified” to a first request"))
        case Fetched():
            read = parse(answer.body, answer.address, answer.content_type)
            if isinstance(read, Feed):
                return Found(url, read, answer, kind=kind_of(answer.body))
            return _page(answer, read.reason)


def _page(answer: Fetched, reason: SafeText) -> _Page:
    named = _addresses(discover(answer.body, answer.address))
    made = _addresses(feeds_of_platform(answer.body, answer.address))
    feeds = tuple(dict.fromkeys((*named, *made)))
    return _Page(reason, feeds, usual_places(answer.address))


def _addresses(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(link.address for link in links)
