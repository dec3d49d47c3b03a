"""The web pages of entries whose feeds carry summaries: asked for, cut, kept beside their texts.

Pages are asked like feeds are, by the same turns and limits, but nobody waits for them and none is
owed: a page that can't be had costs itself, is remembered, and leaves the feed's own text in place.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from feedtui.address import is_web_address
from feedtui.clean import SafeText, clean_line
from feedtui.engine.jobs import PageJob
from feedtui.engine.turns import PutOff, Turns
from feedtui.engine.workers import Workers
from feedtui.errors import StoreError
from feedtui.model import Body, FullTextWish, Head, NoFullText, Subscription
from feedtui.net import page_manners
from feedtui.net.client import (
    ACCEPT_PAGES,
    PAGES,
    Answer,
    Client,
    Fetched,
    NotModified,
    Refused,
    Request,
)
from feedtui.net.guard import is_private
from feedtui.pages.extra import missing_extra
from feedtui.pages.words import count_words, is_short
from feedtui.store.cache import FeedCache
from feedtui.store.fulltexts import Known

MOST = 20
"""Pages that one refresh asks for one feed's sake."""

NEWEST = 60
"""Entries of a feed that a refresh looks at, newest first; older ones are for a person to ask."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry whose page is to be asked. `words` is how long the feed's own text is.

    `feed` is the feed's key; `moved` is where the feed is by now, if that is somewhere else.
    """

    feed: str
    head: Head
    words: int = 0
    failed: NoFullText | None = None
    asked: bool = False
    moved: str = ""

    @property
    def feed_address(self) -> str:
        """Where the feed is."""
        return self.moved or self.feed


@dataclass(frozen=True, slots=True)
class Taken:
    """The full text of an entry was found and kept: how long it is, and who found it."""

    words: int
    by: str


@dataclass(frozen=True, slots=True)
class Clients:
    """Who asks for what feeds on the web link to, and for what those of the own network do."""

    public: Client
    private: Client


class Pages:
    """The pages of one run of the engine. `clock` gives seconds since 1970."""

    def __init__(
        self,
        cache: FeedCache,
        clock: Callable[[], int],
        clients: Clients,
        workers: Workers,
        turns: Turns,
    ) -> None:
        self._cache = cache
        self._clock = clock
        self._clients = clients
        self._workers = workers
        self._turns = turns

    async def take_wanted(self, subscription: Subscription) -> int:
        """Ask for the pages that a subscription wants; how many full texts that brought."""
        if subscription.full_text == "never" or missing_extra():
            return 0
        try:
            wanted = await asyncio.to_thread(self._wanted, subscription)
        except StoreError as error:
            self._cache.warn(str(error))
            return 0
        done = await asyncio.gather(*map(self.take, wanted))
        return sum(isinstance(each, Taken) for each in done)

    async def take(self, wanted: Wanted) -> Taken | NoFullText:
        """Ask for one page and keep its text, or why there is none."""
        failed = wanted.failed
        if failed is not None and page_manners.is_forbidden(failed, self._clock()):
            return failed
        try:
            return await self._take(wanted)
        except StoreError as error:
            return NoFullText(clean_line(str(error), most=300))

    async def _take(self, wanted: Wanted) -> Taken | NoFullText:
        if not is_web_address(wanted.head.link):
            return await self._failed(wanted, SafeText("the entry names no web page"), None)
        answer = await self._ask(wanted)
        match answer:
            case PutOff(_, until):
                later = page_manners.put_off(wanted.failed, self._clock(), until)
                return await self._keep(wanted, later)
            case Refused(reason, wait, forbids):
                return await self._failed(wanted, reason, wait if forbids else None)
            case NotModified():
                return await self._failed(wanted, SafeText("its host sent nothing"), None)
            case Fetched():
                return await self._digest(wanted, answer)

    async def _ask(self, wanted: Wanted) -> Answer | PutOff:
        url = wanted.head.link
        private = is_private(wanted.feed_address)
        client = self._clients.private if private else self._clients.public
        async with self._turns.at(url) as put_off:
            if put_off is not None:
                return put_off
            again = self._turns.others_wait(url)
            request = Request(url, accept=ACCEPT_PAGES, types=PAGES, again=again)
            answer = await client.get(request, self._clock(), self._turns.on_the_way(url))
            await self._turns.heed(answer)
            return answer

    async def _digest(self, wanted: Wanted, answer: Fetched) -> Taken | NoFullText:
        result = await self._workers.extract(
            PageJob(
                folder=str(self._cache.folder),
                feed=wanted.feed,
                entry=wanted.head.id,
                title=wanted.head.title,
                words=wanted.words,
                address=answer.address,
                body=answer.body,
                content_type=answer.content_type,
                now=self._clock(),
                asked=wanted.asked,
            )
        )
        if result.error:
            return await self._failed(wanted, result.error, None)
        return Taken(result.words, result.by)

    async def _failed(self, wanted: Wanted, reason: SafeText, wait: int | None) -> NoFullText:
        failure = page_manners.after_failure(wanted.failed, self._clock(), reason, wait)
        return await self._keep(wanted, failure)

    async def _keep(self, wanted: Wanted, failure: NoFullText) -> NoFullText:
        texts = self._cache.full_texts(wanted.feed)
        await asyncio.to_thread(texts.keep, wanted.head.id, failure)
        return failure

    def _wanted(self, subscription: Subscription) -> tuple[Wanted, ...]:
        url = subscription.key
        heads = self._cache.feed(url).heads[:NEWEST]
        bodies = self._cache.bodies(url, (head.id for head in heads))
        known = self._cache.full_texts(url).known()
        chosen = wanted_heads(heads, bodies, known, subscription.full_text, self._clock())
        moved = subscription.url if subscription.formerly else ""
        return tuple(
            replace(_wanted(url, head, bodies.get(head.id), known), moved=moved)
            for head in chosen[:MOST]
        )


def wanted_heads(
    heads: Iterable[Head],
    bodies: Mapping[str, Body],
    known: Known,
    wish: FullTextWish,
    now: int,
) -> Sequence[Head]:
    """The entries whose pages a refresh should ask for, in the order of `heads`."""
    return [
        head
        for head in heads
        if is_web_address(head.link)
        and head.id not in known.texts
        and page_manners.is_due(known.failures.get(head.id), now)
        and _fits(bodies.get(head.id), wish)
    ]


def wanted_by_person(cache: FeedCache, feed: str, head: Head, moved: str = "") -> Wanted:
    """The entry of a feed as one that a person asks for; `moved` as there. Raises StoreError."""
    body = cache.body(feed, head.id)
    failed = cache.full_texts(feed).known().failures.get(head.id)
    words = count_words(body.html) if body else 0
    return Wanted(feed, head, words, failed, asked=True, moved=moved)


def _wanted(feed: str, head: Head, body: Body | None, known: Known) -> Wanted:
    words = count_words(body.html) if body else 0
    return Wanted(feed, head, words, known.failures.get(head.id))


def _fits(body: Body | None, wish: FullTextWish) -> bool:
    return wish == "always" or (wish == "short" and is_short(body.html if body else ""))
