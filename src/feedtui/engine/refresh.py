"""The refresh itself: a table of contents from what is due to one Outcome per feed."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b

from feedtui import __version__
from feedtui.clean import SafeText, clean_line
from feedtui.config.settings import Settings
from feedtui.engine.finding import Found, NotFound, find, find_all
from feedtui.engine.pages import Clients, Pages, Taken, Wanted
from feedtui.engine.turns import Turns
from feedtui.engine.worker import Job
from feedtui.engine.workers import Workers, open_workers
from feedtui.errors import StoreError
from feedtui.model import (
    WELCOME,
    Failed,
    FetchHistory,
    NoFullText,
    Outcome,
    Skipped,
    Subscription,
    Unchanged,
    Updated,
)
from feedtui.net import manners
from feedtui.net.client import (
    Client,
    Fetched,
    Limits,
    NotModified,
    Refused,
    Request,
    open_client,
    open_page_client,
)
from feedtui.store.cache import FeedCache

AGENT = f"feedtui/{__version__} (terminal feed reader)"
"""The User-Agent: who asks, truthfully."""

LARGEST_PAGE = 8 * 1024 * 1024
"""Bytes of a page that are taken, if feeds may be as large."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a refresh takes from the world: seconds since 1970, and chance between 0 and 1."""

    clock: Callable[[], int]
    chance: Callable[[], float]


async def refresh(
    subscriptions: Iterable[Subscription],
    cache: FeedCache,
    settings: Settings,
    world: Surroundings,
    report: Callable[[Outcome], None],
    *,
    force: bool = False,
) -> None:
    """Ask all feeds that are due (`force`: all, but those whose host said when) and keep the news.

    `report` is called once for each feed, as soon as its outcome is known.
    """
    async with _open_run(cache, settings, world) as run, asyncio.TaskGroup() as tasks:
        for subscription in subscriptions:
            tasks.create_task(_report_one(run, subscription, report, force=force))


async def take_full_texts(
    wanted: Iterable[Wanted],
    cache: FeedCache,
    settings: Settings,
    world: Surroundings,
    report: Callable[[Wanted, Taken | NoFullText], None],
) -> None:
    """Ask for the pages of entries that a person named; `report` is told what came of each."""

    async def take_one(run: _Run, each: Wanted) -> None:
        report(each, await run.pages.take(each))

    async with _open_run(cache, settings, world) as run, asyncio.TaskGroup() as tasks:
        for each in wanted:
            tasks.create_task(take_one(run, each))


async def find_feed(url: str, settings: Settings, world: Surroundings) -> Found | NotFound:
    """The feed that is at an address, or that the page there names."""
    async with open_client(_limits(settings), AGENT, settings.fetch.at_once) as client:
        return await find(client, url, world.clock())


async def find_feeds(
    url: str, settings: Settings, world: Surroundings
) -> tuple[Found, ...] | NotFound:
    """All feeds that an address leads to, for a person who wants to choose."""
    async with open_client(_limits(settings), AGENT, settings.fetch.at_once) as client:
        return await find_all(client, url, world.clock())


async def take(
    subscription: Subscription,
    answer: Fetched,
    cache: FeedCache,
    settings: Settings,
    world: Surroundings,
) -> Outcome:
    """Keep a body that was fetched already, so that nobody is asked for it twice."""
    async with (
        open_client(_limits(settings), AGENT, settings.fetch.at_once) as client,
        open_workers(1) as workers,
    ):
        refreshing = Refreshing(cache, settings, world, client, workers, _turns(settings))
        return await refreshing.digest(subscription, cache.history(subscription.key), answer)


class Refreshing:
    """One refresh under way: its connections, its workers, and whose turn it is at each host."""

    def __init__(
        self,
        cache: FeedCache,
        settings: Settings,
        world: Surroundings,
        client: Client,
        workers: Workers,
        turns: Turns,
    ) -> None:
        self._cache = cache
        self._settings = settings
        self._world = world
        self._client = client
        self._workers = workers
        self._turns = turns

    async def one(self, subscription: Subscription, *, force: bool) -> Outcome:
        """Refresh one feed; whatever goes wrong is its outcome."""
        try:
            return await self._one(subscription, force=force)
        except StoreError as error:
            return Failed(subscription.url, clean_line(str(error), most=300), 0)

    async def _one(self, subscription: Subscription, *, force: bool) -> Outcome:
        history = self._cache.history(subscription.key)
        skipped = _reason_to_skip(subscription, history, self._world.clock(), force=force)
        if skipped:
            return Skipped(subscription.url, skipped, history.next)
        answer = await self._ask(subscription, history)
        match answer:
            case Refused(reason, wait):
                return await self._failed(subscription, history, reason, wait)
            case NotModified():
                return await self._unchanged(subscription, _refreshed(history, answer))
            case Fetched() if _body_hash(answer.body) == history.body_hash:
                return await self._unchanged(subscription, _revalidated(history, answer))
            case Fetched():
                return await self.digest(subscription, history, answer)

    async def _ask(
        self, subscription: Subscription, history: FetchHistory
    ) -> Fetched | NotModified | Refused:
        async with self._turns.at(subscription.url):
            return await self._client.get(_request(subscription, history), self._world.clock())

    async def digest(
        self, subscription: Subscription, history: FetchHistory, answer: Fetched
    ) -> Outcome:
        """Have a body read, merged and kept."""
        result = await self._workers.digest(
            Job(
                folder=str(self._cache.folder),
                feed=subscription.key,
                address=answer.address,
                body=answer.body,
                body_hash=_body_hash(answer.body),
                content_type=answer.content_type,
                etag=answer.etag,
                last_modified=answer.last_modified,
                now=self._world.clock(),
                interval=self._interval(subscription),
                chance=self._world.chance(),
            )
        )
        if result.error:
            return await self._failed(subscription, history, result.error, None)
        if result.new or result.changed:
            return Updated(subscription.url, result.new, result.changed, result.next)
        return Unchanged(subscription.url, result.next)

    async def _unchanged(self, subscription: Subscription, before: FetchHistory) -> Outcome:
        interval = self._interval(subscription)
        now, chance = self._world.clock(), self._world.chance()
        history = manners.after_answer(before, now, interval, chance)
        await self._keep(subscription, history)
        return Unchanged(subscription.url, history.next)

    async def _failed(
        self, subscription: Subscription, before: FetchHistory, reason: SafeText, wait: int | None
    ) -> Outcome:
        interval = self._interval(subscription)
        history = manners.after_failure(before, self._world.clock(), interval, reason, wait)
        await self._keep(subscription, history)
        return Failed(subscription.url, reason, history.next)

    async def _keep(self, subscription: Subscription, history: FetchHistory) -> None:
        await asyncio.to_thread(self._cache.write_history, subscription.key, history)

    def _interval(self, subscription: Subscription) -> int:
        own = subscription.interval
        return self._settings.fetch.interval if own is None else own


@dataclass(frozen=True, slots=True)
class _Run:
    """What a run of the engine works with."""

    feeds: Refreshing
    pages: Pages


@asynccontextmanager
async def _open_run(
    cache: FeedCache, settings: Settings, world: Surroundings
) -> AsyncIterator[_Run]:
    limits, at_once = _limits(settings), settings.fetch.at_once
    smaller = replace(limits, body=min(limits.body, LARGEST_PAGE))
    turns = _turns(settings)
    async with AsyncExitStack() as stack:
        feeds = await stack.enter_async_context(open_client(limits, AGENT, at_once))
        public = await stack.enter_async_context(open_page_client(smaller, AGENT, at_once))
        private = await stack.enter_async_context(open_client(smaller, AGENT, at_once))
        workers = await stack.enter_async_context(open_workers(os.cpu_count() or 1))
        yield _Run(
            Refreshing(cache, settings, world, feeds, workers, turns),
            Pages(cache, world.clock, Clients(public, private), workers, turns),
        )


async def _report_one(
    run: _Run, subscription: Subscription, report: Callable[[Outcome], None], *, force: bool
) -> None:
    """Refresh one feed, take the full texts that it wants, and report what came of it."""
    outcome = await run.feeds.one(subscription, force=force)
    if isinstance(outcome, Updated | Unchanged):
        outcome = replace(outcome, texts=await run.pages.take_wanted(subscription))
    report(outcome)


def _turns(settings: Settings) -> Turns:
    return Turns(settings.fetch.at_once, settings.fetch.per_host)


def _reason_to_skip(
    subscription: Subscription, history: FetchHistory, now: int, *, force: bool
) -> str:
    if subscription.url == WELCOME:
        return "it is built in"
    if manners.is_forbidden(history, now):
        return "its host asked for a pause"
    if not force and not manners.is_due(history, now):
        return "it is not due yet"
    return ""


def _request(subscription: Subscription, history: FetchHistory) -> Request:
    return Request(subscription.url, history.etag, history.last_modified, history.address)


def _refreshed(history: FetchHistory, answer: NotModified) -> FetchHistory:
    """With the validators of a 304; a bare one keeps the old (RFC 9111 4.3.4)."""
    etag = answer.etag or history.etag
    last_modified = answer.last_modified or history.last_modified
    return replace(history, etag=etag, last_modified=last_modified)


def _revalidated(history: FetchHistory, answer: Fetched) -> FetchHistory:
    """With the validators of a 200, also where that means none."""
    return replace(
        history,
        address=answer.address,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def _body_hash(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()


def _limits(settings: Settings) -> Limits:
    fetch = settings.fetch
    return Limits(
        total=fetch.timeout,
        connect=fetch.connect_timeout,
        silence=fetch.silence_timeout,
        body=fetch.max_body_mib * 1024 * 1024,
        redirects=fetch.max_redirects,
    )
