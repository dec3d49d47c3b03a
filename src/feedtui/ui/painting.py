"""Rows as text, purely: what a row says, cut and padded to a width in cells.

A piece has a role, not a colour; the style sheet gives roles their looks.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

from feedtui.config.settings import Column, Lists
from feedtui.library.library import Counts
from feedtui.model import Item, Status
from feedtui.query.condition import Condition, condition
from feedtui.query.grouping import Part, day_name
from feedtui.query.places import Place

Role = Literal["plain", "strong", "dim", "star", "bad", "accent", "part"]

MINUTE, HOUR, DAY = 60, 3600, 86400

_STATE, _AGE, _DAY = 3, 5, 12
_NAMES: Mapping[Column, int] = {"author": 16, "tags": 14, "feed": 18}
"""Widths of columns that give way to the titles, the first one first."""

_TITLE = 18
"""Cells that a title has to have before any of those is shown."""

_SIGNS: Mapping[Condition, str] = {"well": "", "failing": "! ", "lost": "? ", "silent": "~ "}
_FOLDS = {"open": "▾ ", "shut": "▸ "}


class Piece(NamedTuple):
    """Some text in a role."""

    text: str
    role: Role


def entry_row(
    item: Item,
    width: int,
    now: int,
    status: Status,
    widths: Mapping[Column, int],
    *,
    picked: bool = False,
) -> list[Piece]:
    """An entry in a list: the columns that have a width."""
    cells = {"state": _state(status, picked=picked), "title": [_title(item, status, widths)]}
    for column, text in _names(item, status).items():
        cells[column] = [Piece(fit(f" {text}", widths.get(column, 0)), "dim")]
    cells["date"] = [Piece(_date(item.date, now, widths.get("date", 0)), "dim")]
    row = [piece for column in widths for piece in cells[column]]
    return row if "title" in widths else [*row, Piece(" " * (width - _cells(row)), "plain")]


@lru_cache(maxsize=64)
def column_widths(lists: Lists, width: int, *, with_feed: bool) -> Mapping[Column, int]:
    """Which columns there is room for, from left to right, and how many cells each has."""
    wanted = [each for each in lists.columns if with_feed or each != "feed"]
    date = _DAY if lists.dates == "absolute" else _AGE
    if "title" not in wanted:
        return _widths(wanted, width, date)
    for gone in range(len(_NAMES) + 1):
        given = tuple(_NAMES)[:gone]
        widths = _widths([each for each in wanted if each not in given], width, date)
        if widths["title"] >= _TITLE:
            return widths
    return _widths([each for each in wanted if each not in _NAMES], width, _AGE)


def _widths(columns: Sequence[Column], width: int, date: int) -> dict[Column, int]:
    known: dict[Column, int] = {**_NAMES, "state": _STATE, "date": date}
    taken = sum(known.get(each, 0) for each in columns)
    return {each: known.get(each, max(width - taken, 0)) for each in columns}


def part_row(part: Part, width: int, today: date) -> list[Piece]:
    """The heading of a part of a list: which day or feed, and how many entries."""
    name = part.title if part.day is None else day_name(part.day, today)
    number = f" ({part.length:,}) "
    return [Piece(fit(f"— {name}", max(width - cell_len(number), 0)), "part"), Piece(number, "dim")]


def place_row(place: Place, counts: Counts, width: int, now: int, lists: Lists) -> list[Piece]:
    """A row of the list of feeds: indented title, how the feed is, numbers of entries."""
    number = f" {_number(place, counts, lists)}".rstrip() + " "
    state = condition(place.source, now) if place.source else "well"
    indent, sign = "  " * place.depth, _FOLDS.get(place.fold, _SIGNS[state])
    title = fit(place.title, max(width - cell_len(f" {indent}{sign}{number}"), 0))
    return [
        Piece(f" {indent}", "plain"),
        Piece(sign, "bad" if state in {"failing", "lost"} else "dim"),
        Piece(title, "strong" if _counted(place, counts) else "plain"),
        Piece(number, "accent"),
    ]


def fold_cells(place: Place) -> range:
    """The cells of a place's row in which its fold sign stands."""
    start = 1 + 2 * place.depth
    return range(start, start + 2) if place.fold != "none" else range(0)


def age_of(time: int, now: int) -> str:
    """How long ago, in at most three characters: now, 5m, 3h, 2d, 7w, 4y."""
    age = now - time
    if age < MINUTE:
        return "now"
    for unit, letter, below in ((MINUTE, "m", HOUR), (HOUR, "h", DAY), (DAY, "d", 14 * DAY)):
        if age < below:
            return f"{age // unit}{letter}"
    weeks = age // (7 * DAY)
    return f"{weeks}w" if weeks < 100 else f"{age // (365 * DAY)}y"


def day_of(time: int, now: int) -> str:
    """The day, in ten characters; of today, the hour."""
    moment = datetime.fromtimestamp(time).astimezone()
    today = moment.date() == datetime.fromtimestamp(now).astimezone().date()
    return f"{moment:%H:%M}" if today else moment.date().isoformat()


def fit(text: str, width: int) -> str:
    """Text in exactly `width` cells, ended by an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…" if width else ""


def _state(status: Status, *, picked: bool) -> list[Piece]:
    return [
        Piece("★" if status.starred else " ", "star"),
        Piece(" " if status.read else "●", "accent"),
        Piece("✓" if picked else " ", "accent"),
    ]


def _title(item: Item, status: Status, widths: Mapping[Column, int]) -> Piece:
    title = fit(item.head.label, widths.get("title", 0))
    return Piece(title, "dim" if status.read else "strong")


def _names(item: Item, status: Status) -> dict[Column, str]:
    tags = dict.fromkeys((*status.tags, *item.source.tags))
    return {"feed": item.source.title, "author": item.head.author, "tags": ", ".join(tags)}


def _date(time: int, now: int, width: int) -> str:
    if width == _DAY:
        return f" {day_of(time, now):>10} "
    return f" {age_of(time, now):>3} "


def _counted(place: Place, counts: Counts) -> int:
    match place.view.kind:
        case "starred":
            return counts.starred
        case "hidden":
            return counts.hidden
        case "started":
            return counts.total
        case _:
            return counts.unread


def _number(place: Place, counts: Counts, lists: Lists) -> str:
    number = _counted(place, counts)
    if lists.counts == "none":
        return ""
    if lists.counts == "both" and place.view.kind not in {"starred", "hidden", "started", "unread"}:
        return f"{number}/{counts.total}" if counts.total else ""
    return f"{number}" if number else ""


def _cells(row: Sequence[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in row)
