"""Which feed a person means, who may know it by its title."""

from feedtui.cli.context import Context
from feedtui.library.subscribing import choose
from feedtui.model import Subscription


def choose_feed(context: Context, name: str) -> Subscription:
    """The feed that `name` means. Raises UsageError unless it is just one."""
    known = context.home.subscriptions()
    library = context.home.empty_library()
    library.load(known)
    titles = {source.url: source.title for source in library.sources}
    return choose(known, name, titles.__getitem__)
