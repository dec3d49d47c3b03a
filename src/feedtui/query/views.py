"""The lists that the program offers by itself, and which entries are in them."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter, not_
from typing import Literal

from feedtui.model import Item, Source

Kind = Literal["all", "unread", "starred", "folder", "feed", "tags", "tag", "hidden", "started"]


@dataclass(frozen=True, slots=True)
class View:
    """One list of entries. `name` is a folder's path, a feed's address or a tag."""

    kind: Kind
    name: str = ""


_DATE, _ID = itemgetter(2), itemgetter(3)

ALL = View("all")
UNREAD = View("unread")
STARRED = View("starred")
STARTED = View("started")
"""Entries that were left half-way, the one that was read last first."""

TAGS = View("tags")
"""All that has a tag."""

HIDDEN = View("hidden")
"""Entries that the person hid. Hidden feeds lie below it."""

FOLDED = frozenset({TAGS, HIDDEN})
"""What is folded until the person unfolds it."""


def shows_source(view: View, source: Source) -> bool:
    """Whether entries of this feed can be in the view at all.

    A hidden feed is in no view but its own, with its stars, and with what was hidden of it.
    """
    match view.kind:
        case "feed":
            return source.url == view.name
        case "folder":
            return not source.hidden and f"{source.folder}/".startswith(f"{view.name}/")
        case "starred" | "hidden":
            return True
        case _:
            return not source.hidden


def newest_first(items: Iterable[Item]) -> list[Item]:
    """The river. Equal dates keep the order of the feeds and, in a feed, of its document."""
    return sorted(items, key=_DATE, reverse=True)


def ids_of(items: Iterable[Item]) -> frozenset[str]:
    """The ids of entries."""
    return frozenset(map(_ID, items))


def among(items: Sequence[Item], ids: AbstractSet[str]) -> list[Item]:
    """The entries with one of these ids. A list is long, so nothing is done for each in Python."""
    return list(compress(items, map(ids.__contains__, map(_ID, items))))


def without(items: Sequence[Item], ids: AbstractSet[str]) -> list[Item]:
    """The entries with none of these ids."""
    return list(compress(items, map(not_, map(ids.__contains__, map(_ID, items)))))
