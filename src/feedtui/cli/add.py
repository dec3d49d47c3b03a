"""Subscribe to a feed. A page's address works too: the first feed that it leads to is taken.

The feed is asked once, before it is written into feeds.toml, and its entries are kept at once.
`--list` shows all the feeds that an address leads to, and subscribes to none; `--preview` says more
of each: its newest entries, how many come a week, and whether they are whole. `-` in the place of
the address means those on the lines of standard input, where no other user of this machine can see
the passwords in them. A file of this machine or a program is a feed as well: file:///path, or
"exec:~/bin/make-feed --all" for what that prints.
"""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil

from feedtui.address import shown_address
from feedtui.cli.context import Context
from feedtui.cli.naming import address, named
from feedtui.cli.printing import as_json, columns, day, moment, print_table
from feedtui.cli.refresh import alone, stores, surroundings
from feedtui.engine.finding import Found, NotFound
from feedtui.engine.refresh import find_feed, find_feeds, take
from feedtui.engine.surroundings import Surroundings
from feedtui.errors import FeedtuiError, UsageError
from feedtui.library.exposure import exposure
from feedtui.library.preview import Newest, Preview, facts, name_of, preview_of
from feedtui.library.subscribing import subscribe
from feedtui.library.wording import called, counted
from feedtui.model import Failed, Subscription, Updated


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui add`."""
    parser.add_argument("url", metavar="URL", help="of a feed, or of a page that names one; or -")
    parser.add_argument("--folder", default="", metavar="F", help='may nest: "Tech/Python"')
    parser.add_argument("--tag", action="append", default=[], metavar="T", dest="tags")
    parser.add_argument("--title", default="", help="shown instead of the feed's own")
    parser.add_argument("--list", action="store_true", help="show what is there, and add nothing")
    parser.add_argument(
        "--preview", action="store_true", help="show what each is like; add nothing"
    )
    parser.add_argument(
        "--json", action="store_true", help="with --list or --preview, an object for each feed"
    )


def run(said: Namespace, context: Context) -> int:
    """Do it for each address; one that fails is told of, and the others are added."""
    return max([_attempt(each, said, context) for each in named([said.url], context)])


def _attempt(typed: str, said: Namespace, context: Context) -> int:
    try:
        url = address(typed)
        return (_list if said.list or said.preview else _add)(url, said, context)
    except FeedtuiError as error:
        context.home.warn(str(error))
        return error.exit_code


def _add(url: str, said: Namespace, context: Context) -> int:
    """Find the feed, subscribe, and keep its entries."""
    _refuse_twice(context, url)
    settings, world = context.home.settings(), _surroundings(context)
    found = asyncio.run(find_feed(url, stores(context), settings, world))
    if isinstance(found, NotFound):
        why = found.reason.removesuffix(".")
        raise FeedtuiError(f"{shown_address(url)}: {why}. Nothing was added")
    wanted = Subscription(found.url, said.title, said.folder, tuple(said.tags))
    name = called(said.title or found.feed.title, shown_address(found.url))
    subscribe(context.home.places, wanted, context.home.past().edited(f"subscribed to {name}"))
    if exposed := exposure(context.home.places.subscriptions, [wanted]):
        context.home.warn(exposed)
    with alone(context):
        outcome = asyncio.run(take(wanted, found.answer, stores(context), settings, world))
    if isinstance(outcome, Failed):
        raise FeedtuiError(f"subscribed to {shown_address(found.url)}, but: {outcome.error}")
    _tell(context, found, outcome.new if isinstance(outcome, Updated) else 0)
    return 0


def _list(url: str, said: Namespace, context: Context) -> int:
    settings, world = context.home.settings(), _surroundings(context)
    found = asyncio.run(find_feeds(url, stores(context), settings, world))
    if isinstance(found, NotFound):
        raise FeedtuiError(f"{shown_address(url)}: {found.reason}")
    previews = _previews(found, context)
    if said.json:
        for each in previews:
            context.say(as_json(preview_record(each)))
    elif said.preview:
        print_table(context.out, [line for each in previews for line in _lines(each)])
    else:
        print_table(context.out, _table(found))
    return 0


def _surroundings(context: Context) -> Surroundings:
    """Those of a refresh, but a person is told of the pauses that hosts want."""

    async def pause(seconds: float) -> None:
        wait = counted(ceil(seconds), "second")
        context.home.warn(f"its host wants a pause between two requests; waiting {wait}")
        await asyncio.sleep(seconds)

    return replace(surroundings(context), pause=pause)


def _previews(found: Sequence[Found], context: Context) -> list[Preview]:
    feeds = context.home.subscriptions()
    known = {address for feed in feeds for address in (feed.url, feed.key)}
    return [
        preview_of(
            each.url,
            each.feed,
            each.kind,
            each.carried,
            context.home.now(),
            subscribed=not known.isdisjoint((each.url, each.answer.address)),
        )
        for each in found
    ]


def _lines(preview: Preview) -> list[str]:
    """A feed in a few lines for people."""
    there = " (subscribed to already)" if preview.subscribed else ""
    return [
        name_of(preview),
        f"  {shown_address(preview.feed)}{there}",
        f"  {facts(preview)}",
        *(f"  {_dated(each)}" for each in preview.latest),
    ]


def _dated(entry: Newest) -> str:
    return f"{entry.published:%Y-%m-%d}  {entry.title}" if entry.published else entry.title


def _table(found: Sequence[Found]) -> list[str]:
    header = ("TITLE", "KIND", "ENTRIES", "NEWEST", "ADDRESS")
    rows = [
        (
            each.feed.title,
            each.kind,
            str(len(each.feed.entries)),
            "" if each.newest is None else day(each.newest),
            shown_address(each.url),
        )
        for each in found
    ]
    return columns([header, *rows], right=frozenset({2}))


def preview_record(preview: Preview) -> dict[str, object]:
    """A feed that could be subscribed to, under the field names of the JSON output."""
    return {
        "feed": preview.feed,
        "feed_title": preview.feed_title,
        "kind": preview.kind,
        "entries": preview.entries,
        "newest": _moment(preview.newest),
        "weekly": preview.weekly,
        "carries": preview.carries,
        "words": preview.words,
        "subscribed": preview.subscribed,
        "latest": [
            {"title": each.title, "published": _moment(each.published)} for each in preview.latest
        ],
    }


def _moment(time: datetime | None) -> str | None:
    return None if time is None else moment(int(time.timestamp()))


def _refuse_twice(context: Context, url: str) -> None:
    for known in context.home.subscriptions():
        if url in (known.url, known.key):
            since = "" if url == known.url else f", as {shown_address(known.url)}"
            place = context.home.places.subscriptions
            raise UsageError(f"{shown_address(url)} is in {place} already{since}")


def _tell(context: Context, found: Found, new: int) -> None:
    title = found.feed.title or "a feed without a title"
    entries = counted(new, "entry", "entries")
    context.say(f"subscribed to {title} ({shown_address(found.url)}): {entries}")
    for other in found.others:
        context.say(f"  the page also names {shown_address(other)}")
