"""A table as rows of slots that fill its columns; what shows nothing is left out.

Writers space tables out with empty columns and rows; on a terminal those only take room away.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from feedtui.article.affixes import without_affixes
from feedtui.article.document import Group, Table
from feedtui.article.slots import NOTHING, Slot, slots_of


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the table: slots side by side that fill all of its columns."""

    slots: tuple[Slot, ...]
    header: bool
    group: Group


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as `bands` of `columns` columns."""

    bands: tuple[Band, ...]
    columns: int


def grid_of(table: Table) -> Grid:
    """The table's cells in their columns."""
    placed = without_affixes(list(slots_of(table.rows)))
    rows = [
        (row, slots)
        for row, slots in zip(table.rows, placed, strict=True)
        if any(slot.shows for slot in slots)
    ]
    ranks = _ranks([slots for _, slots in rows])
    bands = (Band(_moved(slots, ranks), row.header, row.group) for row, slots in rows)
    return Grid(tuple(bands), len(ranks))


def _ranks(rows: list[list[Slot]]) -> dict[int, int]:
    """The columns in which something is shown, numbered from 0."""
    shown = [slot for slots in rows for slot in slots if slot.shows]
    used = {slot.column for slot in shown if slot.columns == 1}
    for slot in shown:
        if used.isdisjoint(range(slot.column, slot.column + slot.columns)):
            used.add(slot.column)
    return {column: rank for rank, column in enumerate(sorted(used))}


def _moved(slots: list[Slot], ranks: dict[int, int]) -> tuple[Slot, ...]:
    """The slots in the columns that are left, with empty ones where the row has none."""
    count = len(ranks)
    if _end(slots) == count and count - 1 == max(ranks):
        return tuple(slots)
    moved = list(_in_columns(slots, ranks))
    return (*moved, *(Slot(NOTHING, column) for column in range(_end(moved), count)))


def _end(slots: list[Slot]) -> int:
    return slots[-1].column + slots[-1].columns if slots else 0


def _in_columns(slots: list[Slot], ranks: dict[int, int]) -> Iterator[Slot]:
    for slot in slots:
        columns = range(slot.column, slot.column + slot.columns)
        left = [ranks[column] for column in columns if column in ranks]
        if left:
            yield Slot(slot.cell, left[0], len(left), slot.is_first)
