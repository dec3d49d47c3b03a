"""A list in parts: the entries of a day, or those of a feed, below a heading each.

Headings aren't entries. A list stays a list of entries, and its parts say where each begins, so
nothing that moves through a list has to know of them. Days are those of the local time.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from operator import attrgetter
from typing import Literal

from feedtui.model import Item
from feedtui.query.sorting import Order, by_feed, ordered

Grouping = Literal["none", "day", "feed"]

GROUPINGS: tuple[Grouping, ...] = ("none", "day", "feed")

_YESTERDAY = timedelta(days=1)
_URL = attrgetter("source.url")


@dataclass(frozen=True, slots=True)
class Part:
    """Some entries of a list: where they begin, how many there are, and what they have in common.

    `day` is theirs where they are of one day; else `title` says which feed they are of.
    """

    start: int
    length: int
    title: str = ""
    day: date | None = None


def arranged(
    river: Sequence[Item], order: Order, grouping: Grouping, read: AbstractSet[str]
) -> list[Item]:
    """The entries of a river in an order, and within it those of one part side by side.

    Days come in the order of time, feeds in that of their names. `read` is as in `ordered`.
    """
    if grouping == "none" or (grouping == "day" and order in {"newest", "oldest"}):
        return ordered(river, order, read)
    groups = by_feed(river) if grouping == "feed" else _by_day(river)
    return [item for each in groups for item in ordered(each, order, read)]


def parts(rows: Sequence[Item], grouping: Grouping) -> tuple[Part, ...]:
    """The parts of a list that was arranged like this, and perhaps narrowed since."""
    match grouping:
        case "none":
            return ()
        case "feed":
            return tuple(_feeds(rows))
        case "day":
            return tuple(_days(rows))


def day_name(day: date, today: date) -> str:
    """What to call a day: Today, Yesterday, Monday 21 September, and the year if it is another."""
    if day == today:
        return "Today"
    if day == today - _YESTERDAY:
        return "Yesterday"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"


def _by_day(river: Sequence[Item]) -> list[Sequence[Item]]:
    return [river[part.start : part.start + part.length] for part in _days(river)]


def _feeds(rows: Sequence[Item]) -> Iterator[Part]:
    start = 0
    for length in Counter(map(_URL, rows)).values():
        yield Part(start, length, rows[start].source.title)
        start += length


def _days(rows: Sequence[Item]) -> Iterator[Part]:
    """Each day of a list whose days lie in the order of time, one way or the other.

    The end of a day is sought, because asking a hundred thousand entries for theirs takes too long.
    """
    start = 0
    while start < len(rows):
        day = datetime.fromtimestamp(rows[start].date).astimezone().date()
        outside = partial(_is_outside, _midnight(day), _midnight(day + timedelta(days=1)))
        end = max(bisect_left(rows, 1, start, key=outside), start + 1)
        yield Part(start, end - start, day=day)
        start = end


def _is_outside(first: float, following: float, item: Item) -> bool:
    return not first <= item.date < following


def _midnight(day: date) -> float:
    return datetime(day.year, day.month, day.day).astimezone().timestamp()
