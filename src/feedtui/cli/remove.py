"""Unsubscribe. The feed leaves feeds.toml; its entries and marks stay in the store.

`feedtui undo` puts it back. After 30 days, `feedtui purge` may let go of its entries.
"""

from argparse import ArgumentParser, Namespace

from feedtui.cli.context import Context
from feedtui.cli.titles import choose_feed, titles
from feedtui.library.removing import remove_feed


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui remove`."""
    parser.add_argument("feed", metavar="URL|NAME", help="its address, its title, or a part of one")


def run(said: Namespace, context: Context) -> int:
    """Remove one feed."""
    feed = choose_feed(context, said.feed)
    done = remove_feed(context.home, feed, titles(context, (feed,))[feed.url])
    context.say(f"{done}; its entries and marks are kept")
    return 0
