"""Unsubscribing, so that it can be taken back: the entries and marks of the feed stay.

They stay for good unless a purge takes them, which it may 30 days later.
"""

from feedtui.library.home import Home
from feedtui.library.subscribing import unsubscribe
from feedtui.library.wording import called
from feedtui.model import Subscription


def remove_feed(home: Home, feed: Subscription, title: str) -> str:
    """Take a feed out of feeds.toml, as a step; what was done, in words.

    Raises UsageError, ConfigError and StoreError.
    """
    done = f"unsubscribed from {called(title, feed.url)}"
    unsubscribe(home.places, feed.url, home.past().edited(done))
    return done
