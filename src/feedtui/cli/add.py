"""Subscribe to a feed. A page's address works too: the first feed that it names is taken.

The feed is asked once, before it is written into feeds.toml, and its entries are kept at once.
"""

import asyncio
from argparse import ArgumentParser, Namespace

from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.cli.refresh import surroundings
from feedtui.engine.finding import Found, NotFound
from feedtui.engine.refresh import find_feed, take
from feedtui.errors import FeedtuiError, UsageError
from feedtui.library.subscribing import subscribe
from feedtui.library.wording import counted
from feedtui.model import Failed, Subscription, Updated
from feedtui.store import atomic


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui add`."""
    parser.add_argument("url", metavar="URL", help="of a feed, or of a page that names one")
    parser.add_argument("--folder", default="", metavar="F", help='may nest: "Tech/Python"')
    parser.add_argument("--tag", action="append", default=[], metavar="T", dest="tags")
    parser.add_argument("--title", default="", help="shown instead of the feed's own")


def run(said: Namespace, context: Context) -> int:
    """Find the feed, subscribe, and keep its entries."""
    url = address(said.url)
    _refuse_twice(context, url)
    settings, world = context.home.settings(), surroundings(context)
    found = asyncio.run(find_feed(url, settings, world))
    if isinstance(found, NotFound):
        raise FeedtuiError(f"{clean_line(url)}: {found.reason}. Nothing was added")
    wanted = Subscription(found.url, said.title, said.folder, tuple(said.tags))
    subscribe(context.home.places, wanted)
    with atomic.locked(context.home.places.lock("refresh")):
        outcome = asyncio.run(take(wanted, found.answer, context.home.cache(), settings, world))
    if isinstance(outcome, Failed):
        raise FeedtuiError(f"subscribed to {found.url}, but: {outcome.error}")
    _tell(context, found, outcome.new if isinstance(outcome, Updated) else 0)
    return 0


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
