"""What is known of asking a feed, once it has got another address at a person's word.

What was known of asking the old address is no reason to leave the new one alone. And a person who
takes a feed back knows better than its host: the same redirect moves it no more.
"""

from feedtui.model import Subscription
from feedtui.net.moves import moved_by_person, taken_back
from feedtui.store.cache import FeedCache


def remember_move(cache: FeedCache, before: Subscription, after: Subscription, now: int) -> None:
    """A person gave a feed another address, or its first one again. Raises StoreError."""
    moved = moved_back if after.url == after.key else moved_on
    moved(cache, before, after, now)


def moved_on(cache: FeedCache, before: Subscription, after: Subscription, now: int) -> None:
    """A feed went from one address to another, `now` in seconds. Raises StoreError."""
    history = cache.history(before.key)
    if history.attempted and before.url != after.url:
        cache.write_history(before.key, moved_by_person(history, after.url, now))


def moved_back(cache: FeedCache, before: Subscription, after: Subscription, now: int) -> None:
    """A feed went back to where it was, and is to stay there. Raises StoreError."""
    history = cache.history(before.key)
    if history.attempted and before.url != after.url:
        history = moved_by_person(history, after.url, now)
        cache.write_history(before.key, taken_back(history, before.url, now))
