"""What feeds are called, and which one a person means by that."""

from collections.abc import Sequence

from feedtui.cli.context import Context
from feedtui.library.subscribing import choose
from feedtui.model import Subscription


def choose_feed(context: Context, name: str) -> Subscription:
    """The feed that `name` means. Raises UsageError unless it is just one."""
    known = context.home.subscriptions()
    for feed in known:
        if feed.url == name:
            return feed  # without reading what all feeds are called
    return choose(known, name, titles(context, known).__getitem__)


def titles(context: Context, feeds: Sequence[Subscription]) -> dict[str, str]:
    """The titles that feeds are shown with, by address."""
    library = context.home.empty_library()
    library.load(feeds)
    return {source.url: source.title for source in library.sources}
