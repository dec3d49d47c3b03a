"""Changes to feeds.toml on the person's behalf: small, under a lock, and never of a broken file.

Each change is a pure function of the file's text (`config.subscriptions`), applied to the text as
it is at that moment. A file with a mistake is reported and stays as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from feedtui.address import shown_address, with_credentials_of, without_credentials
from feedtui.config.subscriptions import (
    add,
    add_all,
    change,
    first_file,
    line_of_subscription,
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


def line_of_feed(places: Places, url: str) -> int:
    """The line of feeds.toml on which a feed begins. Raises UsageError and ConfigError."""
    return line_of_subscription(atomic.read_text(places.subscriptions, ""), url)


Record = Callable[[str, str], None]
"""What is told of an edit, the text before and after it, so that it can be taken back."""


def unrecorded(before: str, after: str) -> None:
    """For edits that nobody takes back."""


def subscribe(places: Places, wanted: Subscription, record: Record = unrecorded) -> None:
    """Add a feed. Raises UsageError when it is there already."""
    _edit(places, lambda text: add(text, wanted), record)


def subscribe_all(
    places: Places, wanted: Sequence[Subscription], record: Record = unrecorded
) -> int:
    """Add those feeds that are not there yet, as one edit of the file; how many that were."""
    added = 0

    def edit(text: str) -> str:
        nonlocal added
        feeds = read_subscriptions(text, str(places.subscriptions))
        known = {address for feed in feeds for address in (feed.url, feed.key)}
        missing = [feed for feed in wanted if feed.url not in known]
        added = len(missing)
        return add_all(text, missing)

    _edit(places, edit, record)
    return added


def write_first_file(places: Places) -> bool:
    """Write the commented feeds.toml if there is none; whether there was none."""
    if places.subscriptions.exists():
        return False
    _edit(places, lambda text: text, unrecorded)
    return True


def unsubscribe(places: Places, url: str, record: Record = unrecorded) -> None:
    """Remove a feed from the list; its entries and marks stay in the store."""
    _edit(places, lambda text: remove(text, url), record)


def resubscribe(places: Places, wanted: Subscription, record: Record = unrecorded) -> None:
    """Change what the list says of a feed that is in it."""
    _edit(places, lambda text: change(text, wanted.url, wanted), record)


def revise(
    places: Places, feed: Subscription, wanted: Subscription, record: Record = unrecorded
) -> Subscription:
    """Change what the list says of `feed` to what is wanted, its address included; what that made.

    What is kept of it stays its own: entries, marks, history. Credentials go along within one
    origin. Raises UsageError when the new address is subscribed to, or no address.
    """
    url = with_credentials_of(wanted.url, feed.url)
    made = replace(wanted, url=url, formerly="" if url == feed.key else feed.key)

    def edit(text: str) -> str:
        for other in read_subscriptions(text, str(places.subscriptions)):
            if other.url == url and other.key != feed.key:
                raise UsageError(f"{shown_address(url)} is subscribed to already")
        return change(text, feed.url, made)

    _edit(places, edit, record)
    return made


def move(
    places: Places, feed: Subscription, target: str, record: Record = unrecorded
) -> Subscription:
    """Give a feed another address, as `revise` does.

    Moving it to its first address takes all moves back.
    """
    return revise(places, feed, replace(feed, url=target), record)


def choose(known: tuple[Subscription, ...], name: str, title: Callable[[str], str]) -> Subscription:
    """The feed that a person means: its address, its title, or a part of either that is unique.

    An address will do without its credentials, and as it is shown. `title` gives the title that a
    feed is shown with. Raises UsageError.
    """
    for feed in known:
        if feed.url == name:
            return feed
    exact = [
        feed
        for feed in known
        if name in (without_credentials(feed.url), shown_address(feed.url), title(feed.url))
    ]
    folded = name.casefold()
    found = exact or [
        feed
        for feed in known
        if folded in without_credentials(feed.url).casefold()
        or folded in title(feed.url).casefold()
    ]
    if len(found) == 1:
        return found[0]
    raise UsageError(_no_choice(shown_address(name), found))


def _no_choice(name: str, found: Sequence[Subscription]) -> str:
    if not found:
        return f"no subscribed feed is called “{name}”; `feedtui feeds` lists them"
    names = ", ".join(shown_address(feed.url) for feed in found[:3])
    more = "…" if len(found) > 3 else ""
    return f"“{name}” could be {len(found)} feeds ({names}{more}); please say more of it"


def _edit(places: Places, edit: Callable[[str], str], record: Record) -> None:
    made: list[tuple[str, str]] = []

    def change_text(before: str) -> str:
        made.append((before, edit(before)))
        return made[-1][1]

    atomic.edit(places.subscriptions, places.lock("feeds"), change_text, first_file())
    record(*made[-1])
