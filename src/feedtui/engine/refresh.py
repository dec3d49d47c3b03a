"""The refresh itself: a table of contents from what is due to one Outcome per feed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import aclosing

from feedtui.address import is_local_address
from feedtui.clean import clean_line
from feedtui.config.settings import Settings
from feedtui.engine.due import WHAT_IS_DUE, Candidate, Wish, in_order, skipped
from feedtui.engine.finding import Found, NotFound, find, find_all, find_here
from feedtui.engine.pages import Taken, Wanted
from feedtui.engine.run import Run, limits_of, open_askers, open_run
from feedtui.engine.surroundings import Stores, Surroundings
from feedtui.engine.tasks import as_they_end
from feedtui.engine.watch import Watch
from feedtui.engine.workers import open_workers
from feedtui.errors import StoreError
from feedtui.model import Failed, NoFullText, Outcome, Subscription
from feedtui.net.client import Fetched
from feedtui.store.cache import FeedCache


async def refresh(
    subscriptions: Iterable[Subscription],
    stores: Stores,
    settings: Settings,
    world: Surroundings,
    report: Callable[[Outcome], None],
    *,
    wish: Wish = WHAT_IS_DUE,
    watch: Watch | None = None,
) -> None:
    """Ask the feeds that `wish` means, and keep their news.

    `report` is called once for each feed, as soon as its outcome is known; what it raises ends the
    refresh. What goes wrong with a feed is its outcome. A bug that shows costs that feed only: it
    is raised, in an ExceptionGroup, when the others are done. Whatever ends it, nothing is left
    half written and no worker runs on.
    """
    chosen = list(_chosen(subscriptions, stores.feeds, wish, world.clock(), report))
    if chosen:
        async with open_run(stores, settings, world, watch or Watch()) as run:
            await _ask(run, in_order(chosen), report)


async def take_full_texts(
    wanted: Iterable[Wanted],
    stores: Stores,
    settings: Settings,
    world: Surroundings,
    report: Callable[[Wanted, Taken | NoFullText], None],
) -> None:
    """Ask for the pages of entries that a person named; `report` is told what came of each."""

    async def take_one(run: Run, each: Wanted) -> tuple[Wanted, Taken | NoFullText]:
        return each, await run.pages.take(each)

    async with (
        open_run(stores, settings, world, Watch()) as run,
        aclosing(as_they_end([take_one(run, each) for each in wanted])) as ended,
    ):
        async for each, result in ended:
            report(each, result)


async def find_feed(
    url: str, stores: Stores, settings: Settings, world: Surroundings
) -> Found | NotFound:
    """The feed that is at an address, or that the page there names."""
    if is_local_address(url):
        return await _find_here(url, settings, world)
    async with open_askers(stores, settings, world) as askers:
        return await find(askers, url)


async def find_feeds(
    url: str, stores: Stores, settings: Settings, world: Surroundings
) -> tuple[Found, ...] | NotFound:
    """All feeds that an address leads to, for a person who wants to choose."""
    if is_local_address(url):
        found = await _find_here(url, settings, world)
        return found if isinstance(found, NotFound) else (found,)
    async with open_askers(stores, settings, world) as askers:
        return await find_all(askers, url)


async def take(
    subscription: Subscription,
    answer: Fetched,
    stores: Stores,
    settings: Settings,
    world: Surroundings,
) -> Outcome:
    """Keep a body that was fetched already, so that nobody is asked for it twice."""
    feed = _candidate(subscription, stores.feeds)
    if isinstance(feed, Failed):
        return feed
    async with open_run(stores, settings, world, Watch()) as run:
        return await run.feeds.take(feed, answer)


async def _find_here(url: str, settings: Settings, world: Surroundings) -> Found | NotFound:
    async with open_workers(1, settings.fetch.reading_timeout) as workers:
        return await find_here(url, limits_of(settings), world.environment, workers.look)


def _chosen(
    subscriptions: Iterable[Subscription],
    cache: FeedCache,
    wish: Wish,
    now: int,
    report: Callable[[Outcome], None],
) -> Iterator[Candidate]:
    """The feeds that will be asked; of the others it is reported why not."""
    for subscription in subscriptions:
        feed = _candidate(subscription, cache)
        outcome = skipped(feed, wish, now) if isinstance(feed, Candidate) else feed
        if outcome is not None:
            report(outcome)
        elif isinstance(feed, Candidate):
            yield feed


def _candidate(subscription: Subscription, cache: FeedCache) -> Candidate | Failed:
    try:
        return Candidate(subscription, cache.history(subscription.key))
    except StoreError as error:
        return Failed(subscription.url, clean_line(str(error), most=300), 0)


async def _ask(run: Run, feeds: Sequence[Candidate], report: Callable[[Outcome], None]) -> None:
    async with aclosing(as_they_end([run.one(feed) for feed in feeds])) as outcomes:
        async for outcome in outcomes:
            report(outcome)
