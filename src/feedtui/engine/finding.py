"""From an address that a person gives to a feed: the feed itself, or one that its page names."""

from dataclasses import dataclass

from feedtui.clean import SafeText
from feedtui.feeds.parse import parse
from feedtui.model import Feed
from feedtui.net.client import Client, Fetched, NotModified, Refused, Request

MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A feed, the address to subscribe to, the answer that it was read from, and other feeds."""

    url: str
    feed: Feed
    answer: Fetched
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """No feed, and why, in a sentence."""

    reason: SafeText


async def find(client: Client, url: str, now: int) -> Found | NotFound:
    """The feed at an address, else the first of those that the page there names."""
    tried = await _look(client, url, now)
    if not isinstance(tried, _Page):
        return tried
    for candidate in tried.feeds[:MOST_CANDIDATES]:
        found = await _look(client, candidate, now)
        if isinstance(found, Found):
            others = tuple(each for each in tried.feeds if each != candidate)
            return Found(candidate, found.feed, found.answer, others)
    return NotFound(tried.reason)


@dataclass(frozen=True, slots=True)
class _Page:
    reason: SafeText
    feeds: tuple[str, ...]


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
                return Found(url, read, answer)
            return _Page(read.reason, read.feeds)
