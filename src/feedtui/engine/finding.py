"""From an address that a person gives to a feed: the feed itself, or one that its page leads to.

Known sites are asked for the feeds that they have by rule. Otherwise the page is asked; then the
feeds that it names, or that the program which made it has; and if it names none, the usual places.
The first feed that has entries is the one that is meant. The others are only asked when a person
wants to choose.

The person's word leads anywhere, also into their own network. A page's word doesn't: what it names
on another host than its own is asked at public addresses only, unless the page is private itself.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from feedtui.address import with_credentials_of
from feedtui.clean import SafeText
from feedtui.engine.jobs import LookJob, LookResult
from feedtui.engine.turns import Turns
from feedtui.feeds.sites import feeds_of_site
from feedtui.model import Feed
from feedtui.net import local
from feedtui.net.client import Answer, Client, Fetched, Limits, NotModified, Refused, Request
from feedtui.net.guard import is_private, same_host
from feedtui.pages.carried import TITLES, Carried

Reader = Callable[[LookJob], Awaitable[LookResult]]
"""Says what a body is; in a process of its own, because a document can make that run away."""

MOST_CANDIDATES = 8
"""Addresses that are asked in search of a feed, besides the one that was given."""


@dataclass(frozen=True, slots=True)
class Found:
    """A feed, the address to subscribe to, the answer that it was read from, and other feeds.

    `kind` is what people call its format, `carried` what its entries have of articles.
    """

    url: str
    feed: Feed
    answer: Fetched
    others: tuple[str, ...] = ()
    kind: str = ""
    carried: Carried = TITLES

    @property
    def newest(self) -> int | None:
        """The date of the newest entry, in seconds since 1970."""
        dates = (entry.published or entry.updated for entry in self.feed.entries)
        return max(filter(None, dates), default=None)


@dataclass(frozen=True, slots=True)
class Askers:
    """Who asks for what a person typed, who for what a page on the web named, and who reads it.

    They ask in `turns`, as a refresh does: a search is up to a dozen requests to one host.
    """

    trusting: Client
    public: Client
    read: Reader
    turns: Turns
    clock: Callable[[], int]

    async def ask(self, url: str, page: str = "") -> Answer:
        """Ask for an address that the page at `page` named, or a person, if that is empty."""
        trusted = not page or is_private(page) or same_host(url, page)
        client = self.trusting if trusted else self.public
        async with self.turns.at(url) as put_off:
            if put_off is not None:
                return Refused(put_off.reason)
            places = self.turns.on_the_way(url)
            answer = await client.get(Request(url, again=True), self.clock(), places)
            await self.turns.heed(answer)
            return answer


@dataclass(frozen=True, slots=True)
class NotFound:
    """No feed, and why, in a sentence."""

    reason: SafeText


async def find(askers: Askers, url: str) -> Found | NotFound:
    """The feed that an address means, with the addresses of the others there."""
    by_rule = _Named(tuple(link.address for link in feeds_of_site(url)))
    found = await _first(askers, by_rule)
    if found is not None:
        return found
    tried = await _look(askers, url)
    if not isinstance(tried, _Page):
        return tried
    found = await _first(askers, tried.feeds) or await _any_place(askers, tried.usual)
    return NotFound(tried.reason) if found is None else found


async def find_all(askers: Askers, url: str) -> tuple[Found, ...] | NotFound:
    """All feeds that an address leads to, each of them asked."""
    by_rule = await _every(askers, _Named(tuple(link.address for link in feeds_of_site(url))))
    if by_rule:
        return by_rule
    tried = await _look(askers, url)
    if isinstance(tried, Found):
        return (tried,)
    if isinstance(tried, NotFound):
        return tried
    found = await _every(askers, tried.feeds) or await _every(askers, tried.usual)
    return found or NotFound(tried.reason)


async def find_here(
    url: str, limits: Limits, environment: Mapping[str, str], read: Reader
) -> Found | NotFound:
    """The feed in a file of this machine or in what a program prints; only a person may say so."""
    tried = await _taken(url, await local.read(Request(url), limits, environment), read)
    return NotFound(tried.reason) if isinstance(tried, _Page) else tried


@dataclass(frozen=True, slots=True)
class _Named:
    """Addresses that may be of feeds, and the page that named them; none for rules of our own."""

    addresses: tuple[str, ...]
    page: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """What came instead of a feed, the feeds that it leads to, and where else one may be."""

    reason: SafeText
    feeds: _Named
    usual: _Named


async def _first(askers: Askers, named: _Named) -> Found | None:
    """The first that is a feed with entries, else the first that is one."""
    empty: Found | None = None
    for candidate in named.addresses[:MOST_CANDIDATES]:
        tried = await _look(askers, candidate, named.page)
        if isinstance(tried, Found):
            others = tuple(each for each in named.addresses if each != candidate)
            tried = replace(tried, others=others)
            if tried.feed.entries:
                return tried
            empty = empty or tried
    return empty


async def _any_place(askers: Askers, places: _Named) -> Found | None:
    """The first feed in the usual places; the others were only guessed."""
    found = await _first(askers, places)
    return found and replace(found, others=())


async def _every(askers: Askers, named: _Named) -> tuple[Found, ...]:
    tried = [
        await _look(askers, candidate, named.page)
        for candidate in named.addresses[:MOST_CANDIDATES]
    ]
    return tuple(each for each in tried if isinstance(each, Found))


async def _look(askers: Askers, url: str, page: str = "") -> Found | NotFound | _Page:
    return await _taken(url, await askers.ask(url, page), askers.read)


async def _taken(url: str, answer: Answer, read: Reader) -> Found | NotFound | _Page:
    """What an answer is in the eyes of who looks for a feed."""
    match answer:
        case Refused(reason, _):
            return NotFound(reason)
        case NotModified():
            return NotFound(SafeText("its host said “not modified” to a first request"))
        case Fetched():
            there = await read(LookJob(answer.address, answer.body, answer.content_type))
            if there.feed is not None:
                return Found(url, there.feed, answer, kind=there.kind, carried=there.carried)
            return _page(url, answer.address, there)


def _page(url: str, page: str, there: LookResult) -> _Page:
    """What the page at `url` leads to; its credentials go along, to its own origin only."""
    feeds = tuple(with_credentials_of(each, url) for each in there.named)
    usual = tuple(with_credentials_of(each, url) for each in there.usual)
    return _Page(there.error, _Named(feeds, page), _Named(usual, page))
