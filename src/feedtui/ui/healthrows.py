"""A feed's health as a row: its state, its name, its chart, its figures, as there is room."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from feedtui.clean import clean_line
from feedtui.library.health import Health
from feedtui.library.pace import WEEKS, chart, halved
from feedtui.library.state import signs, size_of, time_until
from feedtui.ui.painting import Piece, Role, age_of, fit

_LEAST_TITLE = 14


class _Column(NamedTuple):
    """A figure, how wide it is, and how important: columns with a higher rank go first."""

    width: int
    rank: int
    text: Callable[[Health, int, str], str]
    role: Role


def health_row(health: Health, width: int, now: int, blocks: str) -> list[Piece]:
    """A row of exactly `width` cells; columns for which there is no room are left out."""
    columns = _fitting(width)
    title = width - 2 - sum(column.width for column in columns)
    bad = health.failing or bool(health.moved)
    return [
        Piece("! " if bad else "  ", "bad"),
        Piece(fit(clean_line(health.feed_title), max(title, 0)), "strong" if bad else "plain"),
        *(
            Piece(_right(column.text(health, now, blocks), column.width), column.role)
            for column in columns
        ),
    ]


def _state(health: Health, _now: int, _blocks: str) -> str:
    return signs(health)


def _weeks(health: Health, _now: int, blocks: str) -> str:
    return chart(health.posts, blocks)


def _fortnights(health: Health, _now: int, blocks: str) -> str:
    return chart(halved(health.posts), blocks)


def _answered(health: Health, now: int, _blocks: str) -> str:
    return _age(health.succeeded, now)


def _next(health: Health, now: int, _blocks: str) -> str:
    return time_until(health.next, now)


def _unchanged(health: Health, _now: int, _blocks: str) -> str:
    share = health.share_not_modified
    return "" if share is None else f"{share}%"


def _size(health: Health, _now: int, _blocks: str) -> str:
    return size_of(health.size)


def _took(health: Health, _now: int, _blocks: str) -> str:
    return f"{health.took:,} ms" if health.took else ""


_COLUMNS = (
    _Column(WEEKS // 2 + 2, 1, _fortnights, "accent"),
    _Column(WEEKS + 2, 4, _weeks, "accent"),
    _Column(20, 3, _state, "bad"),
    _Column(5, 0, _answered, "dim"),
    _Column(16, 5, _next, "dim"),
    _Column(6, 2, _unchanged, "dim"),
    _Column(12, 6, _size, "dim"),
    _Column(11, 7, _took, "dim"),
)


def _fitting(width: int) -> list[_Column]:
    """As many columns as there is room for beside the title, the important ones first."""
    room = width - 2 - _LEAST_TITLE
    taken: list[_Column] = []
    for column in sorted(_COLUMNS, key=lambda each: each.rank):
        if column.text is _weeks and room + _COLUMNS[0].width >= column.width:
            taken = [each for each in taken if each.text is not _fortnights]
            room += _COLUMNS[0].width
        elif column.width > room:
            break
        taken.append(column)
        room -= column.width
    return [column for column in _COLUMNS if column in taken]


def _age(time: datetime | None, now: int) -> str:
    return "—" if time is None else age_of(int(time.timestamp()), now)


def _right(text: str, width: int) -> str:
    room = max(width - 1, 0)
    cut = text if cell_len(text) <= room else fit(text, room)
    return " " * (width - cell_len(cut)) + cut
