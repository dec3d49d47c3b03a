"""What a person changes about a feed: its name, its place, its address; as one step."""

from dataclasses import fields

from feedtui.address import shown_address
from feedtui.config.kinds import shown
from feedtui.config.settings import INTERVAL
from feedtui.errors import UsageError
from feedtui.library.home import Home
from feedtui.library.moving import remember_move
from feedtui.library.subscribing import revise
from feedtui.library.wording import called
from feedtui.model import Subscription


def change_feed(home: Home, feed: Subscription, wanted: Subscription, title: str) -> str:
    """Have feeds.toml say of `feed` what is wanted, as one step; what was done, in words.

    `title` is what it is called until now. Raises UsageError, ConfigError and StoreError, with
    nothing changed.
    """
    done = _done(feed, wanted, called(title, feed.url))
    if not done:
        return f"nothing is changed about {called(title, feed.url)}"
    made = revise(home.places, feed, wanted, home.past().edited(done))
    if made.url != feed.url:
        remember_move(home.cache(), feed, made, home.now())
    return done


def interval_of(typed: str) -> int | None:
    """The seconds that a person typed, such as `2h`; None for nothing. Raises UsageError."""
    if not typed.strip():
        return None
    seconds = INTERVAL.read(typed)
    if isinstance(seconds, int):
        return seconds
    raise UsageError(f"interval: expected {INTERVAL.expected}; got {shown(typed)}")


def tags_of(typed: str) -> tuple[str, ...]:
    """The tags that a person typed with commas between them."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, typed.split(",")))))


_NAMES = {"url": "address", "full_text": "full texts", "hidden": "whether it is hidden"}


def _done(feed: Subscription, wanted: Subscription, name: str) -> str:
    """The step's name; empty when nothing differs."""
    names = [each.name for each in fields(Subscription)]
    differing = [each for each in names if getattr(feed, each) != getattr(wanted, each)]
    match differing:
        case []:
            return ""
        case ["title"]:
            return f"renamed {name}" + (f" to {wanted.title}" if wanted.title else " back")
        case ["folder"]:
            return f"moved {name} " + (f"to {wanted.folder}" if wanted.folder else "out of folders")
        case ["url"]:
            return f"moved {name} to {shown_address(wanted.url)}"
    changed = ", ".join(_NAMES.get(each, each) for each in differing)
    return f"changed {name}: {changed}"
