"""Changes to feeds.toml on the person's behalf: small, under a lock, and never of a broken file.

Each change is a pure function of the file's text (`config.subscriptions`), applied to the text as
it is at that moment. A file with a mistake is reported and stays as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from feedtui.address import shown_address, with_credentials_of
from feedtui.config.subscriptions import (
    add,
    add_all,
    change,
    first_file,
    read_subscriptions,
    remove,
)
from feedtui.errors import UsageError
from feedtui.model import Subscription
from feedtui.store import atomic
from feedtui.store.paths import Places


def subscriptions(places: Places) -> tuple[Subscription, ...]:
    """The feeds that the person wants. Raises ConfigError with every mistake in the file."""
    text = atomic.read_text(places.subscriptions, "")
    return read_subscriptions(text, str(places.subscriptions))


def subscribe(places: Places, wanted: Subscription) -> None:
    """Add a feed. Raises UsageError when it is there already."""
    _edit(places, lambda text: add(text, wanted))


def subscribe_all(places: Places, wanted: Sequence[Subscription]) -> int:
    """Add those feeds that are not there yet, as one edit of the file; how many that were."""
    added = 0

    def edit(text: str) -> str:
        nonlocal added
        feeds = read_subscriptions(text, str(places.subscriptions))
        known = {address for feed in feeds for address in (feed.url, feed.key)}
        missing = [feed for feed in wanted if feed.url not in known]
        added = len(missing)
        return add_all(text, missing)

    _edit(places, edit)
    return added


def write_first_file(places: Places) -> bool:
    """Write the commented feeds.toml if there is none; whether there was none."""
    if places.subscriptions.exists():
        return False
    _edit(places, lambda text: text)
    return True


def unsubscribe(places: Places, url: str) -> None:
    """Remove a feed from the list; its entries and marks stay in the store."""
    _edit(places, lambda text: remove(text, url))


def resubscribe(places: Places, wanted: Subscription) -> None:
    """Change what the list says of a feed that is in it."""
    _edit(places, lambda text: change(text, wanted.url, wanted))


def move(places: Places, feed: Subscription, target: str) -> Subscription:
    """Give a feed another address, and keep what is kept of it: entries, marks, history.

    Credentials go along within one origin. Moving it to its first address takes all moves back.
    Raises UsageError when `target` is subscribed to, or no address.
    """
    url = with_credentials_of(target, feed.url)
    moved = replace(feed, url=url, formerly="" if url == feed.key else feed.key)

    def edit(text: str) -> str:
        for other in read_subscriptions(text, str(places.subscriptions)):
            if other.url == url and other.key != feed.key:
                raise UsageError(f"{shown_address(url)} is subscribed to already")
        return change(text, feed.url, moved)

    _edit(places, edit)
    return moved


def choose(known: tuple[Subscription, ...], name: str, title: Callable[[str], str]) -> Subscription:
    """The feed that a person means: its address, its title, or a part of either that is unique.

    `title` gives the title that a feed is shown with. Raises UsageError.
    """
    exact = [feed for feed in known if name in (feed.url, title(feed.url))]
    folded = name.casefold()
    found = exact or [
        feed
        for feed in known
        if folded in feed.url.casefold() or folded in title(feed.url).casefold()
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"no subscribed feed is called “{shown_address(name)}”; `feedtui feeds` lists them"
        )
    names = ", ".join(shown_address(feed.url) for feed in found[:3])
    raise UsageError(
        f"“{shown_address(name)}” could be {len(found)} feeds ({names}…); please say more of it"
    )


def _edit(places: Places, edit: Callable[[str], str]) -> None:
    atomic.edit(places.subscriptions, places.lock("feeds"), edit, first_file())
