"""Change what feeds.toml says of a feed: its title, its folder, its tags, how it is asked.

Comments and layout stay, and `feedtui undo` takes it back. An empty word takes a value away:
--folder "" moves the feed out of folders, --interval "" leaves how often it is asked to the
settings. The address is changed by `feedtui move`.
"""

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from feedtui.cli.context import Context
from feedtui.cli.titles import choose_feed, titles
from feedtui.library.changing import change_feed, interval_of
from feedtui.model import Subscription

_SWITCH = {"yes": True, "no": False}


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui change`."""
    parser.add_argument("feed", metavar="FEED", help="its address, its title, or a part of one")
    parser.add_argument("--title", help="shown instead of the feed's own")
    parser.add_argument("--folder", metavar="F", help='may nest: "Tech/Python"')
    parser.add_argument("--tag", action="append", default=[], metavar="T", dest="tags")
    parser.add_argument("--untag", action="append", default=[], metavar="T")
    parser.add_argument("--hidden", choices=_SWITCH, help="whether it is in no list but its own")
    parser.add_argument("--interval", metavar="TIME", help='how often it is asked, such as "2h"')
    parser.add_argument("--full-text", choices=("always", "short", "never"))


def run(said: Namespace, context: Context) -> int:
    """Change one feed."""
    feed = choose_feed(context, said.feed)
    title = titles(context, (feed,))[feed.url]
    context.say(change_feed(context.home, feed, _wanted(feed, said), title))
    return 0


def _wanted(feed: Subscription, said: Namespace) -> Subscription:
    tags = dict.fromkeys((*feed.tags, *said.tags))
    return replace(
        feed,
        title=feed.title if said.title is None else said.title,
        folder=feed.folder if said.folder is None else said.folder,
        tags=tuple(tag for tag in tags if tag not in said.untag),
        hidden=feed.hidden if said.hidden is None else _SWITCH[said.hidden],
        interval=feed.interval if said.interval is None else interval_of(said.interval),
        full_text=said.full_text or feed.full_text,
    )
