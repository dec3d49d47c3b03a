"""The lists that the program offers by itself, and which entries are in them."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter, not_
from typing import Literal

from feedtui.model import Item, Source

Kind = Literal["all", "unread", "starred", "folder", "feed"]


@dataclass(frozen=True, slots=True)
class View:
    """One list of entries. `name` is a folder's path or a feed's address."""

    kind: Kind
    name: str = ""


_DATE, _ID = itemgetter(2), itemgetter(3)

ALL = View("all")
UNREAD = View("unread")
STARRED = View("starred")


def shows_source(view: View, source: Source) -> bool:
    """Whether entries of this feed can be in the view at all.

    A hidden feed is in no view but its own, and with its stars.
    """
    match view.kind:
        case "feed":
            return source.url == view.name
        case "folder":
            return not source.hidden and f"{source.folder}/".startswith(f"{view.name}/")
        case "starred":
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


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the list of feeds: a view, how it is called, and how deep it lies in folders."""

    view: View
    title: str
    depth: int = 0
    source: Source | None = None


def places(sources: Sequence[Source]) -> tuple[Place, ...]:
    """All rows of the list of feeds: the three rivers, feeds without a folder, the folder tree.

    Feeds keep the order of feeds.toml, folders the order in which they first appear there.
    """
    rivers = (Place(ALL, "All"), Place(UNREAD, "Unread"), Place(STARRED, "Starred"))
    shown = [source for source in sources if not source.hidden]
    return (*rivers, *_below("", shown, 0))


def _below(folder: str, sources: Sequence[Source], depth: int) -> list[Place]:
    here = [source for source in sources if source.folder == folder]
    rows = [Place(View("feed", each.url), each.title, depth, each) for each in here]
    for path in _children(folder, sources):
        inside = [each for each in sources if f"{each.folder}/".startswith(f"{path}/")]
        rows.append(Place(View("folder", path), path.rpartition("/")[2], depth))
        rows.extend(_below(path, inside, depth + 1))
    return rows


def _children(folder: str, sources: Sequence[Source]) -> tuple[str, ...]:
    prefix = f"{folder}/" if folder else ""
    deeper = (each.folder for each in sources if each.folder != folder)
    names = (path.removeprefix(prefix).partition("/")[0] for path in deeper)
    return tuple(dict.fromkeys(prefix + name for name in names))
