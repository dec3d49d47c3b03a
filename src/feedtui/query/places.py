"""The list of feeds: which rows it has, and what folding leaves of them.

Its rows are a tree, told by their depth: what lies in a row stands below it and deeper.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from feedtui.model import Source
from feedtui.query.views import ALL, HIDDEN, STARRED, STARTED, TAGS, UNREAD, View

Fold = Literal["none", "open", "shut"]


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the list of feeds: a view, how it is called, and how deep it lies in folders.

    `fold` says whether there is anything in it, and whether that is shown.
    """

    view: View
    title: str
    depth: int = 0
    source: Source | None = None
    fold: Fold = "none"


def places(sources: Sequence[Source], tags: Sequence[str] = ()) -> tuple[Place, ...]:
    """All rows of the list of feeds: the three rivers, feeds without a folder, the folder tree.

    Feeds keep the order of feeds.toml, folders the order in which they first appear there. Tags and
    hidden feeds come last, if there are any.
    """
    rivers = (Place(ALL, "All"), Place(UNREAD, "Unread"), Place(STARRED, "Starred"))
    shown = [source for source in sources if not source.hidden]
    return (*rivers, *_below("", shown, 0), *_tags(tags), *_aside(sources))


def unfolded(rows: Sequence[Place], folded: AbstractSet[View]) -> tuple[Place, ...]:
    """The rows that are left when some are folded, each with whether it is."""
    shown: list[Place] = []
    deepest = None
    for place, after in zip(rows, (*rows[1:], None), strict=False):
        if deepest is not None and place.depth > deepest:
            continue
        deepest = place.depth if place.view in folded else None
        holds = after is not None and after.depth > place.depth
        fold: Fold = "none" if not holds else "open" if deepest is None else "shut"
        shown.append(place if fold == place.fold else replace(place, fold=fold))
    return tuple(shown)


def parent(rows: Sequence[Place], index: int) -> int | None:
    """The row in which a row lies; None for one that lies in no other."""
    above = range(index - 1, -1, -1)
    return next((each for each in above if rows[each].depth < rows[index].depth), None)


def row_of(view: View, rows: Sequence[Place], shown: Sequence[Place]) -> int | None:
    """Where a view is among the rows that are shown: its own, or the folded one that it lies in."""
    visible = {place.view: index for index, place in enumerate(shown)}
    index = next((each for each, place in enumerate(rows) if place.view == view), None)
    while index is not None and rows[index].view not in visible:
        index = parent(rows, index)
    return None if index is None else visible[rows[index].view]


def _below(folder: str, sources: Sequence[Source], depth: int) -> Iterator[Place]:
    for each in sources:
        if each.folder == folder:
            yield _feed(each, depth)
    for path in _children(folder, sources):
        inside = [each for each in sources if f"{each.folder}/".startswith(f"{path}/")]
        yield Place(View("folder", path), path.rpartition("/")[2], depth)
        yield from _below(path, inside, depth + 1)


def _feed(source: Source, depth: int) -> Place:
    return Place(View("feed", source.url), source.title, depth, source)


def _children(folder: str, sources: Sequence[Source]) -> tuple[str, ...]:
    prefix = f"{folder}/" if folder else ""
    deeper = (each.folder for each in sources if each.folder != folder)
    names = (path.removeprefix(prefix).partition("/")[0] for path in deeper)
    return tuple(dict.fromkeys(prefix + name for name in names))


def _tags(tags: Sequence[str]) -> Iterator[Place]:
    if tags:
        yield Place(TAGS, "Tags")
    yield from (Place(View("tag", tag), tag, 1) for tag in tags)


def _aside(sources: Sequence[Source]) -> Iterator[Place]:
    """What was left half-way and what is hidden: always there, to know where things went."""
    yield Place(STARTED, "Continue reading")
    yield Place(HIDDEN, "Hidden")
    yield from (_feed(each, 1) for each in sources if each.hidden)
