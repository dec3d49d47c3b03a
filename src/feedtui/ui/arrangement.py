"""Which panes there is room for, how wide they are, and where one stands among them: no widgets."""

from collections.abc import Mapping
from dataclasses import replace

from feedtui.store.leaving import Panes
from feedtui.ui.commands import Pane

WIDE, MEDIUM = 110, 60
"""From so many columns on there are three panes, or two."""

TALL, LOW = 14, 10
"""Lines from which on there is room for a path above a single pane, and for the line of keys."""

_EASY = 100
"""Columns beyond which the eye loses the line."""

_NARROWEST: Mapping[Pane, int] = {"feeds": 12, "entries": 24, "article": 30}
"""Columns that each pane keeps beside others."""

_ORDER: tuple[Pane, ...] = ("feeds", "entries", "article")


def shown_panes(width: int, at: Pane) -> tuple[Pane, ...]:
    """The panes to show, from left to right, when the person is at one of them.

    Three where they fit; else the two lists, and the article in their place while it is read; in
    the narrowest, one.
    """
    if width >= WIDE:
        return _ORDER
    if width >= MEDIUM and at != "article":
        return ("feeds", "entries")
    return (at,)


def shows_path(width: int, height: int) -> bool:
    """Whether the way to the single pane is written above it."""
    return width < MEDIUM and height >= TALL


def shows_keys(height: int) -> bool:
    """Whether there is a line for the keys that matter."""
    return height > LOW


def columns(width: int, shown: tuple[Pane, ...], wanted: Panes) -> dict[Pane, int]:
    """How many columns each pane gets, with one for each border between them.

    What is wanted is met as far as every pane keeps the columns that it can't do without.
    """
    if len(shown) == 1:
        return {shown[0]: width}
    rest = width - len(shown) + 1
    others = sum(_NARROWEST[pane] for pane in shown[1:])
    feeds = _between(_NARROWEST["feeds"], wanted.feeds, rest - others)
    rest -= feeds
    if len(shown) == 2:
        return {"feeds": feeds, "entries": rest}
    entries = round(rest * wanted.entries / 1000)
    entries = _between(_NARROWEST["entries"], entries, rest - _NARROWEST["article"])
    return {"feeds": feeds, "entries": entries, "article": rest - entries}


def resized(width: int, shown: tuple[Pane, ...], wanted: Panes, border: int, by: int) -> Panes:
    """What is wanted after a border was moved by columns; 0 is the first from the left."""
    now = columns(width, shown, wanted)
    if not 0 <= border < len(shown) - 1:
        return wanted
    if border == 0:
        moved = replace(wanted, feeds=max(now["feeds"] + by, 0))
        return replace(moved, feeds=columns(width, shown, moved)["feeds"])
    rest = now["entries"] + now["article"]
    entries = _between(_NARROWEST["entries"], now["entries"] + by, rest - _NARROWEST["article"])
    return replace(wanted, entries=round(1000 * entries / rest))


def widened(width: int, at: Pane, wanted: Panes, by: int) -> Panes:
    """What is wanted after the pane where the person is was made wider, or narrower."""
    shown = shown_panes(width, at)
    place = shown.index(at)
    is_last = place == len(shown) - 1
    return resized(width, shown, wanted, place - is_last, -by if is_last else by)


def neighbour(at: Pane, by: int) -> Pane:
    """The pane to the left (-1) or the right (1); at the edge, the same."""
    return _ORDER[max(0, min(len(_ORDER) - 1, _ORDER.index(at) + by))]


def round_trip(at: Pane, by: int) -> Pane:
    """The next pane (1) or the one before (-1), around the edge."""
    return _ORDER[(_ORDER.index(at) + by) % len(_ORDER)]


def path_to(at: Pane, place: str, feed: str, title: str) -> tuple[str, ...]:
    """The steps of the way to where the person is: Unread, LWN, the title of an entry."""
    steps = {"feeds": ("Feeds",), "entries": (place,), "article": (place, feed, title)}[at]
    return tuple(dict.fromkeys(filter(None, steps)))


def _between(least: int, wanted: int, most: int) -> int:
    """What is wanted, within bounds; the upper one counts more."""
    return max(min(max(wanted, least), most), 0)


def easy_width(widest: int) -> int:
    """The columns of an article that stands alone: `widest`, where 0 is no bound, or 100."""
    return min(widest or _EASY, _EASY)
