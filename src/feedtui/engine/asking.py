"""The way of one feed, from its host's turn to its outcome; whatever goes wrong is its outcome."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace

from feedtui.address import is_local_address
from feedtui.clean import clean_line
from feedtui.config.settings import Settings
from feedtui.engine.due import Candidate
from feedtui.engine.histories import (
    after_304,
    after_same_document,
    after_vain,
    is_same_document,
    with_document,
)
from feedtui.engine.jobs import Job, Result
from feedtui.engine.surroundings import Surroundings
from feedtui.engine.turns import PutOff, Turns
from feedtui.engine.workers import Workers
from feedtui.errors import StoreError
from feedtui.feeds.bounds import Bounds
from feedtui.model import (
    Failed,
    FetchHistory,
    Outcome,
    Skipped,
    Subscription,
    Unchanged,
    Updated,
)
from feedtui.net import local, manners
from feedtui.net.client import Answer, Client, Fetched, Limits, NotModified, Refused, Request
from feedtui.net.manners import Policy
from feedtui.net.moves import is_settled
from feedtui.store.cache import FeedCache


@dataclass(frozen=True, slots=True)
class Asking:
    """How feeds are asked in one run: by which client, in whose turn, and who reads what comes."""

    cache: FeedCache
    settings: Settings
    world: Surroundings
    client: Client
    limits: Limits
    workers: Workers
    turns: Turns

    async def one(self, feed: Candidate) -> Outcome:
        """Ask for one feed, keep what comes, and say what that was."""
        return await _told(feed, self._one(feed))

    async def take(self, feed: Candidate, answer: Fetched) -> Outcome:
        """Keep what came already, and say what that was."""
        return await _told(feed, self._digest(feed, answer))

    async def _digest(self, feed: Candidate, answer: Fetched) -> Outcome:
        subscription, now = feed.subscription, self.world.clock()
        history = with_document(feed.history, answer, now)
        result = await self.workers.digest(
            Job(
                folder=str(self.cache.folder),
                feed=subscription.key,
                body=answer.body,
                content_type=answer.content_type,
                history=history,
                now=now,
                policy=self._policy(subscription),
                asked=answer.asked,
                chance=self.world.chance(),
                bounds=_bounds(self.settings),
            )
        )
        if result.error:
            before = after_vain(feed.history, answer, result.error)
            return await self._failed(feed, self._after_failure(feed, before, None))
        return _read(subscription, result, _settled(history, now))

    async def _one(self, feed: Candidate) -> Outcome:
        request = _request(feed, self.world.clock())
        answer = await self._ask(request)
        now = self.world.clock()
        if not isinstance(answer, PutOff) and manners.asks_whole(feed.history, now):
            feed = replace(feed, history=replace(feed.history, whole=now))
        match answer:
            case PutOff(reason, until):
                return Skipped(feed.subscription.url, reason, until)
            case Refused():
                return await self._refused(feed, answer)
            case NotModified():
                return await self._unchanged(feed, after_304(feed.history, answer, now), answer)
            case Fetched() if is_same_document(feed.history, answer.body):
                history = after_same_document(feed.history, answer, now)
                return await self._unchanged(feed, history, answer)
            case Fetched():
                return await self._digest(feed, answer)

    async def _ask(self, request: Request) -> Answer | PutOff:
        async with self.turns.at(request.url) as put_off:
            if put_off is not None:
                return put_off
            answer = await self._answer(request)
            await self.turns.heed(answer)
            return answer

    async def _answer(self, request: Request) -> Answer:
        if is_local_address(request.url):
            return await local.read(request, self.limits, self.world.environment)
        again = self.turns.others_wait(request.url)
        request = replace(request, again=again)
        places = self.turns.on_the_way(request.url)
        return await self.client.get(request, self.world.clock(), places)

    async def _unchanged(
        self, feed: Candidate, before: FetchHistory, answer: Fetched | NotModified
    ) -> Outcome:
        now, chance = self.world.clock(), self.world.chance()
        policy = self._policy(feed.subscription)
        history = manners.after_answer(before, now, policy, answer.asked, chance)
        await self._keep(feed, history)
        return Unchanged(feed.subscription.url, history.next, moved=_settled(history, now))

    async def _refused(self, feed: Candidate, answer: Refused) -> Outcome:
        before = after_vain(feed.history, answer, answer.reason)
        if answer.gone:
            history = manners.after_gone(before, self.world.clock(), answer.reason)
            return await self._failed(feed, history)
        history = self._after_failure(feed, before, answer.wait)
        if not answer.forbids:
            history = manners.open_to_a_person(history)
        return await self._failed(feed, history)

    def _after_failure(
        self, feed: Candidate, before: FetchHistory, wait: int | None
    ) -> FetchHistory:
        now, chance = self.world.clock(), self.world.chance()
        policy = self._policy(feed.subscription)
        return manners.after_failure(before, now, policy, before.result, wait, chance)

    async def _failed(self, feed: Candidate, history: FetchHistory) -> Outcome:
        await self._keep(feed, history)
        return Failed(feed.subscription.url, history.error, history.next)

    async def _keep(self, feed: Candidate, history: FetchHistory) -> None:
        await asyncio.to_thread(self.cache.write_history, feed.subscription.key, history)

    def _policy(self, subscription: Subscription) -> Policy:
        own = subscription.interval
        if own is not None:
            return Policy(own)
        return Policy(self.settings.fetch.interval, learns=self.settings.fetch.learn)


async def _told(feed: Candidate, work: Coroutine[object, None, Outcome]) -> Outcome:
    """The outcome, also where the disk refuses."""
    try:
        return await work
    except StoreError as error:
        return Failed(feed.subscription.url, clean_line(str(error), most=300), 0)


def _request(feed: Candidate, now: int) -> Request:
    """The request for a feed: conditional, but for the one that makes sure of it."""
    history, subscription = feed.history, feed.subscription
    request = Request(subscription.url, certificate=subscription.certificate)
    if manners.asks_whole(history, now):
        return request
    return replace(
        request,
        etag=history.etag,
        last_modified=history.last_modified,
        validators_from=history.address,
    )


def _bounds(settings: Settings) -> Bounds:
    fetch = settings.fetch
    return Bounds(fetch.max_entries, fetch.max_title, fetch.max_content_kib * 1024)


def _read(subscription: Subscription, result: Result, moved: str) -> Outcome:
    if result.new or result.changed:
        return Updated(subscription.url, result.new, result.changed, result.next, moved=moved)
    return Unchanged(subscription.url, result.next, moved=moved)


def _settled(history: FetchHistory, now: int) -> str:
    """Where a feed has moved to, once that is beyond doubt."""
    move = history.moved
    return move.target if move is not None and is_settled(move, now) else ""
