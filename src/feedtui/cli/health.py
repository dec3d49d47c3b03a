"""Say how the feeds fare: when they last answered, what fails and why, when they are asked next.

The chart shows entries in each week of the last half-year. What needs care comes first: feeds that
fail, have moved, have been silent for long, or of which no entry was ever read.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

import msgspec

from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, print_table
from feedtui.engine.due import Candidate
from feedtui.engine.plan import Hosts, Planned, plan
from feedtui.errors import StoreError
from feedtui.library.health import Health, Next, Which, chosen, health_of, ordered
from feedtui.library.pace import chart
from feedtui.library.state import signs, size_of, time_since, time_until
from feedtui.model import FetchHistory
from feedtui.query.views import View
from feedtui.store.cache import FeedCache

_LISTS: tuple[Which, ...] = ("failing", "silent", "never read")


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui health`."""
    only = parser.add_mutually_exclusive_group()
    for which, meaning in zip(
        _LISTS,
        (
            "only feeds that failed when they were asked last",
            "only feeds without anything new for long",
            "only feeds of which no entry was ever read",
        ),
        strict=True,
    ):
        option = f"--{which.replace(' ', '-')}"
        only.add_argument(
            option, action="store_const", dest="which", const=which, default="all", help=meaning
        )
    parser.add_argument("--json", action="store_true", help="one object per feed")


def run(said: Namespace, context: Context) -> int:
    """Print a line for each feed."""
    feeds = ordered(chosen(_healths(context), said.which), "need")
    if said.json:
        for each in feeds:
            context.say(as_json(health_record(each)))
    else:
        print_table(context.out, _table(feeds, context.home.now()))
    return 0


def health_record(health: Health) -> dict[str, object]:
    """A feed's health under the field names of the JSON output."""
    record: dict[str, object] = msgspec.to_builtins(health)
    return {name: None if value == "" else value for name, value in record.items()}


def _healths(context: Context) -> Iterator[Health]:
    home, now = context.home, context.home.now()
    cache, library = home.cache(), home.library()
    subscriptions = home.subscriptions()
    feeds = [Candidate(feed, _history(cache, feed.key)) for feed in subscriptions]
    planned = plan(feeds, Hosts(home.hosts().read(now), home.settings().hosts), now)
    for source, feed, each in zip(library.sources, feeds, planned, strict=True):
        view = View("feed", source.url)
        heads = [item.head for item in library.items(view)]
        yield health_of(source, feed.history, heads, library.counts(view), _next(each), now)


def _history(cache: FeedCache, key: str) -> FetchHistory:
    """What is known of asking a feed; where that can't be read, that is how it fares."""
    try:
        return cache.history(key)
    except StoreError as error:
        return FetchHistory(error=clean_line(str(error)))


def _next(planned: Planned) -> Next:
    move = planned.moved
    target = move.target if move and not move.declined else ""
    return Next(planned.next, planned.why, target, planned.taken)


def _table(feeds: Sequence[Health], now: int) -> list[str]:
    header = ("FEED", "STATE", "LAST HALF-YEAR", "ANSWERED", "NEXT", "304", "SIZE", "MS", "ERROR")
    rows = [
        (
            clean_line(each.feed_title),
            signs(each),
            chart(each.posts),
            time_since(each.succeeded, now),
            time_until(each.next, now),
            "" if each.share_not_modified is None else f"{each.share_not_modified} %",
            size_of(each.size),
            str(each.took) if each.took else "",
            each.error,
        )
        for each in feeds
    ]
    return columns([header, *rows], right=frozenset({5, 6, 7}))
