"""In which order a list shows its entries. What comes in is a river: the newest entry first."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from feedtui.model import Item
from feedtui.query.views import among, without

Order = Literal["newest", "oldest", "feed", "title", "unread"]

ORDERS: tuple[Order, ...] = ("newest", "oldest", "feed", "title", "unread")


def ordered(river: Sequence[Item], order: Order, read: AbstractSet[str]) -> list[Item]:
    """The entries of a river in another order. Where that says nothing, newer ones come first.

    `read` are the ids of entries that stand below the others where unread ones come first.
    """
    match order:
        case "newest":
            return list(river)
        case "oldest":
            return list(reversed(river))
        case "feed":
            return [item for each in by_feed(river) for item in each]
        case "title":
            return sorted(river, key=_title)
        case "unread":
            return [*without(river, read), *among(river, read)]


def by_feed(river: Sequence[Item]) -> list[list[Item]]:
    """The entries of each feed, in the order of the feeds' names."""
    feeds: dict[str, list[Item]] = {}
    for item in river:
        feeds.setdefault(item.source.url, []).append(item)
    return sorted(feeds.values(), key=_name)


def _name(items: Sequence[Item]) -> tuple[str, str]:
    source = items[0].source
    return source.title.casefold(), source.url


def _title(item: Item) -> str:
    return item.head.label.casefold()
