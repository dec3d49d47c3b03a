"""Give a feed another address. Its entries, its marks and what is known of asking it are kept.

Without ADDRESS, the one that the feed's host says it has moved to for good is taken over. With it,
nothing is asked of the network: `feedtui refresh` does that; `-` in its place means a line of
standard input. Moving a feed back to its first address undoes all moves, and it stays there
whatever its host says.
"""

from argparse import ArgumentParser, Namespace

from feedtui.address import shown_address
from feedtui.cli.context import Context
from feedtui.cli.naming import address, named
from feedtui.cli.titles import choose_feed
from feedtui.errors import FeedtuiError
from feedtui.library.moving import remember_move
from feedtui.library.subscribing import move
from feedtui.model import Subscription


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui move`."""
    parser.add_argument("feed", metavar="FEED", help="its address, its title, or a part of one")
    parser.add_argument(
        "address", nargs="?", metavar="ADDRESS", help="where it is from now on; or -"
    )


def run(said: Namespace, context: Context) -> int:
    """Write the new address into feeds.toml."""
    feed = choose_feed(context, said.feed)
    target = _target(feed, said.address, context)
    if target == feed.url:
        context.say(f"{shown_address(feed.url)} is its address already")
        return 0
    step = f"moved {shown_address(feed.url)} to {shown_address(target)}"
    moved = move(context.home.places, feed, target, context.home.past().edited(step))
    remember_move(context.home.cache(), feed, moved, context.home.now())
    where = f"from {shown_address(feed.url)} to {shown_address(moved.url)}"
    context.say(f"moved {where}; its entries and marks are kept")
    return 0


def _target(feed: Subscription, said: str | None, context: Context) -> str:
    if said is not None:
        return address(named([said], context)[0])
    found = context.home.cache().history(feed.key).moved
    if found is None:
        raise FeedtuiError(f"{shown_address(feed.url)}: its host has named no other address")
    return found.target
