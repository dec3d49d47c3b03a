"""Unsubscribe. The feed leaves feeds.toml; its entries and marks stay in the store."""

from argparse import ArgumentParser, Namespace

from feedtui.address import shown_address
from feedtui.cli.context import Context
from feedtui.cli.titles import choose_feed
from feedtui.library.subscribing import unsubscribe


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui remove`."""
    parser.add_argument("feed", metavar="URL|NAME", help="its address, its title, or a part of one")


def run(said: Namespace, context: Context) -> int:
    """Remove one feed."""
    feed = choose_feed(context, said.feed)
    unsubscribe(context.home.places, feed.url)
    context.say(f"unsubscribed from {shown_address(feed.url)}; its entries and marks are kept")
    return 0
