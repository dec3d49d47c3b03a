"""A run of the engine: what it is given, and what is open for as long as it lasts."""

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from feedtui import __version__
from feedtui.config.settings import Settings
from feedtui.engine.asking import Asking
from feedtui.engine.due import Candidate
from feedtui.engine.finding import Askers
from feedtui.engine.pages import Clients, Pages
from feedtui.engine.surroundings import Stores, Surroundings
from feedtui.engine.turns import Room, Turns
from feedtui.engine.watch import Watch
from feedtui.engine.workers import Workers, open_workers
from feedtui.model import Outcome, Unchanged, Updated
from feedtui.net.client import Limits, open_client, open_page_client

LARGEST_PAGE = 8 * 1024 * 1024
"""Bytes of a page that are taken, if feeds may be as large."""


@dataclass(frozen=True, slots=True)
class Run:
    """Who asks for feeds, and who for the pages of entries; both by the same turns."""

    feeds: Asking
    pages: Pages

    async def one(self, feed: Candidate) -> Outcome:
        """Ask for one feed, and for the full texts that it wants."""
        outcome = await self.feeds.one(feed)
        match outcome:
            case Updated() | Unchanged():
                return replace(outcome, texts=await self.pages.take_wanted(feed.subscription))
            case _:
                return outcome


@asynccontextmanager
async def open_run(
    stores: Stores, settings: Settings, world: Surroundings, watch: Watch
) -> AsyncIterator[Run]:
    """A run for as long as the block lasts. Nothing of it is left afterwards."""
    limits, at_once = limits_of(settings), settings.fetch.at_once
    agent = agent_of(settings)
    smaller = replace(limits, body=min(limits.body, LARGEST_PAGE))
    async with AsyncExitStack() as stack:
        feeds = await stack.enter_async_context(open_client(limits, agent, at_once))
        public = await stack.enter_async_context(open_page_client(smaller, agent, at_once))
        private = await stack.enter_async_context(open_client(smaller, agent, at_once))
        patience = settings.fetch.reading_timeout
        workers = await stack.enter_async_context(open_workers(os.cpu_count() or 1, patience))
        turns = Turns(_room(settings, workers), stores.hosts, world, watch)
        yield Run(
            Asking(stores.feeds, settings, world, feeds, limits, workers, turns),
            Pages(stores.feeds, world.clock, Clients(public, private), workers, turns),
        )


@asynccontextmanager
async def open_askers(
    stores: Stores, settings: Settings, world: Surroundings
) -> AsyncIterator[Askers]:
    """Who asks in search of a feed, for as long as the block lasts."""
    limits, at_once = limits_of(settings), settings.fetch.at_once
    agent = agent_of(settings)
    async with (
        open_client(limits, agent, at_once) as trusting,
        open_page_client(limits, agent, at_once) as public,
        open_workers(1, settings.fetch.reading_timeout) as workers,
    ):
        turns = Turns(_room(settings, workers), stores.hosts, world, Watch())
        yield Askers(trusting, public, workers.look, turns, world.clock)


def agent_of(settings: Settings) -> str:
    """The User-Agent: who asks, truthfully, and where that one can be reached (RFC 9110 10.1.5)."""
    contact = f"; +{settings.fetch.contact}" if settings.fetch.contact else ""
    return f"feedtui/{__version__} (terminal feed reader{contact})"


def limits_of(settings: Settings) -> Limits:
    """What one request may cost."""
    fetch = settings.fetch
    return Limits(
        total=fetch.timeout,
        connect=fetch.connect_timeout,
        silence=fetch.silence_timeout,
        body=fetch.max_body_mib * 1024 * 1024,
        redirects=fetch.max_redirects,
    )


def _room(settings: Settings, workers: Workers) -> Room:
    fetch = settings.fetch
    return Room(fetch.at_once, fetch.per_host, settings.hosts, workers.ready)
