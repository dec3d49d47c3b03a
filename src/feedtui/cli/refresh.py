"""Ask the feeds that are due for news, or just the feeds that are named.

On a terminal there is a bar of progress; in a pipe, a plain line for each feed; with --json, an
object for each. A second refresh at the same time waits for the first, and asks nobody again whom
that one has asked meanwhile. With --plan nobody is asked: it says when each feed will be, and why.
"""

import asyncio
import random
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from feedtui.address import shown_address
from feedtui.cli.context import Context
from feedtui.cli.naming import named
from feedtui.cli.plan import print_plan
from feedtui.cli.reporting import Bar, Counts, Lines, Objects, Report
from feedtui.cli.titles import choose_feed
from feedtui.engine.due import Urgency, Wish
from feedtui.engine.refresh import refresh
from feedtui.engine.surroundings import Stores, Surroundings
from feedtui.engine.watch import Watch
from feedtui.errors import FeedtuiError
from feedtui.library.indexing import indexed_meanwhile
from feedtui.library.retention import purge_if_automatic
from feedtui.library.subscribing import move
from feedtui.model import Outcome, Subscription, Unchanged, Updated
from feedtui.pages.extra import missing_extra
from feedtui.store import atomic

_TICK = 1.0
"""Seconds between two looks at what is awaited."""


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui refresh`."""
    parser.add_argument(
        "feeds",
        nargs="*",
        metavar="FEED",
        help="its address or title, or a part; - for lines of standard input",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="ask feeds that are not due, too, unless their host forbade it",
    )
    parser.add_argument("--plan", action="store_true", help="say when feeds will be asked, and why")
    parser.add_argument("--json", action="store_true", help="one object per feed")
    parser.add_argument(
        "--progress",
        action="store_true",
        help="with --json, also an object for what is awaited, at most one a second",
    )


def run(said: Namespace, context: Context) -> int:
    """Refresh, report each feed's outcome, and sum up; 1 when a feed failed."""
    names = named(said.feeds, context)
    chosen = _chosen(names, context)
    if said.plan:
        print_plan(context, chosen, as_objects=said.json)
        return 0
    counts = Counts()
    _warn_of_missing_extra(chosen, context)
    with alone(context) as since:
        chosen = chosen if since is None else _as_they_are_now(chosen, context)
        report = _report(said, context, len(chosen), counts)
        with indexed_meanwhile(context.home):
            _Errand(context, chosen, report, counts).run(Wish(_urgency(said, names), since))
    purge_if_automatic(context.home)
    context.home.compact_marks()
    return 1 if counts.outcomes["failed"] else 0


def surroundings(context: Context) -> Surroundings:
    """The clock, chance and environment that a refresh gets."""
    return Surroundings(context.home.now, random.random, environment=context.home.environment)


def stores(context: Context) -> Stores:
    """What a refresh reads and writes."""
    return Stores(context.home.cache(), context.home.hosts())


@contextmanager
def alone(context: Context) -> Iterator[int | None]:
    """Hold the lock of refreshing; the time since which that was waited for, if it was."""
    lock: Path = context.home.places.lock("refresh")
    since = None
    if atomic.is_locked(lock):
        context.home.warn("a refresh is under way; waiting for it to end")
        since = context.home.now()
    with atomic.locked(lock):
        yield since


@dataclass(frozen=True, slots=True)
class _Errand:
    """A refresh on the way: who is asked, and who is told."""

    context: Context
    chosen: tuple[Subscription, ...]
    report: Report
    counts: Counts

    def run(self, wish: Wish) -> None:
        """Do it. Raises KeyboardInterrupt when it was told to end."""
        try:
            asyncio.run(self._refresh(wish))
        except KeyboardInterrupt:
            self._tell_of_end()
            raise
        finally:
            self.report.end()
        self.report.sum_up(self.counts)

    async def _refresh(self, wish: Wish) -> None:
        home, watch = self.context.home, Watch()
        ticking = asyncio.create_task(self._tick(watch))
        try:
            await refresh(
                self.chosen,
                stores(self.context),
                home.settings(),
                surroundings(self.context),
                self._done,
                wish=wish,
                watch=watch,
            )
        finally:
            ticking.cancel()

    async def _tick(self, watch: Watch) -> None:
        while True:
            await asyncio.sleep(_TICK)
            self.report.tick(watch)

    def _done(self, outcome: Outcome) -> None:
        outcome = self._taken_over(outcome)
        self.counts.add(outcome)
        self.report.tell(outcome)

    def _taken_over(self, outcome: Outcome) -> Outcome:
        """The outcome, with the feed's new address written into feeds.toml if it has one."""
        if not (isinstance(outcome, Updated | Unchanged) and outcome.moved):
            return outcome
        feed = next(each for each in self.chosen if each.url == outcome.feed)
        try:
            step = f"took over that {shown_address(feed.url)} has moved"
            home = self.context.home
            moved = move(home.places, feed, outcome.moved, home.past().edited(step))
        except FeedtuiError as error:
            self.context.home.warn(f"{shown_address(feed.url)} has moved, but: {error}")
            return replace(outcome, moved="")
        return replace(outcome, moved=moved.url)

    def _tell_of_end(self) -> None:
        done = f"{self.counts.done} of {len(self.chosen)} feeds"
        self.context.home.warn(f"stopped after {done}; what came is kept")


def _report(said: Namespace, context: Context, total: int, counts: Counts) -> Report:
    if said.json:
        return Objects(context, progress=said.progress)
    return Bar(context, total, counts) if context.out.isatty() else Lines(context)


def _urgency(said: Namespace, names: list[str]) -> Urgency:
    if names:
        return "named"
    return "all" if said.force else "due"


def _chosen(names: list[str], context: Context) -> tuple[Subscription, ...]:
    if not names:
        return context.home.subscriptions()
    return tuple(dict.fromkeys(choose_feed(context, name) for name in names))


def _as_they_are_now(
    chosen: tuple[Subscription, ...], context: Context
) -> tuple[Subscription, ...]:
    """The feeds by what feeds.toml says after a wait: another refresh may have moved them."""
    keys = {feed.key for feed in chosen}
    return tuple(feed for feed in context.home.subscriptions() if feed.key in keys)


def _warn_of_missing_extra(chosen: tuple[Subscription, ...], context: Context) -> None:
    missing = missing_extra()
    if missing and any(feed.full_text != "never" for feed in chosen):
        context.home.warn(missing)
