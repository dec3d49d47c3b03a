"""Subscribe to a feed. A page's address works too: the first feed that it leads to is taken.

The feed is asked once, before it is written into feeds.toml, and its entries are kept at once.
`--list` shows all the feeds that an address leads to, and subscribes to none.
"""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, day, moment, print_table
from feedtui.cli.refresh import surroundings
from feedtui.engine.finding import Found, NotFound
from feedtui.engine.refresh import find_feed, find_feeds, take
from feedtui.errors import FeedtuiError, UsageError
from feedtui.library.subscribing import subscribe
from feedtui.library.wording import called, counted
from feedtui.model import Failed, Subscription, Updated
from feedtui.store import atomic


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui add`."""
    parser.add_argument("url", metavar="URL", help="of a feed, or of a page that names one")
    parser.add_argument("--folder", default="", metavar="F", help='may nest: "Tech/Python"')
    parser.add_argument("--tag", action="append", default=[], metavar="T", dest="tags")
    parser.add_argument("--title", default="", help="shown instead of the feed's own")
    parser.add_argument("--list", action="store_true", help="show what is there, and add nothing")
    parser.add_argument("--json", action="store_true", help="with --list, an object for each feed")


def run(said: Namespace, context: Context) -> int:
    """Find the feed, subscribe, and keep its entries."""
    url = address(said.url)
    if said.list:
        return _list(url, said, context)
    _refuse_twice(context, url)
    settings, world = context.home.settings(), surroundings(context)
    found = asyncio.run(find_feed(url, settings, world))
    if isinstance(found, NotFound):
        raise FeedtuiError(f"{clean_line(url)}: {found.reason}. Nothing was added")
    wanted = Subscription(found.url, said.title, said.folder, tuple(said.tags))
    name = called(said.title or found.feed.title, found.url)
    subscribe(context.home.places, wanted, context.home.past().edited(f"subscribed to {name}"))
    with atomic.locked(context.home.places.lock("refresh")):
        outcome = asyncio.run(take(wanted, found.answer, context.home.cache(), settings, world))
    if isinstance(outcome, Failed):
        raise FeedtuiError(f"subscribed to {found.url}, but: {outcome.error}")
    _tell(context, found, outcome.new if isinstance(outcome, Updated) else 0)
    return 0


def _list(url: str, said: Namespace, context: Context) -> int:
    found = asyncio.run(find_feeds(url, context.home.settings(), surroundings(context)))
    if isinstance(found, NotFound):
        raise FeedtuiError(f"{clean_line(url)}: {found.reason}")
    if said.json:
        for each in found:
            context.say(as_json(_record(each)))
    else:
        print_table(context.out, _table(found))
    return 0


def _table(found: Sequence[Found]) -> list[str]:
    header = ("TITLE", "KIND", "ENTRIES", "NEWEST", "ADDRESS")
    rows = [
        (
            each.feed.title,
            each.kind,
            str(len(each.feed.entries)),
            "" if each.newest is None else day(each.newest),
            clean_line(each.url),
        )
        for each in found
    ]
    return columns([header, *rows], right=frozenset({2}))


def _record(found: Found) -> dict[str, object]:
    return {
        "feed": found.url,
        "feed_title": found.feed.title or None,
        "kind": found.kind or None,
        "entries": len(found.feed.entries),
        "newest": moment(found.newest),
    }


def address(typed: str) -> str:
    """The address that a person means, who may leave out the scheme."""
    typed = typed.strip()
    return typed if "://" in typed else f"https://{typed}"


def _refuse_twice(context: Context, url: str) -> None:
    if any(known.url == url for known in context.home.subscriptions()):
        raise UsageError(f"{clean_line(url)} is in {context.home.places.subscriptions} already")


def _tell(context: Context, found: Found, new: int) -> None:
    title = found.feed.title or "a feed without a title"
    entries = counted(new, "entry", "entries")
    context.say(f"subscribed to {title} ({clean_line(found.url)}): {entries}")
    for other in found.others:
        context.say(f"  the page also names {clean_line(other)}")
