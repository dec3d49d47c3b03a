"""The cells of a table in their columns, also those that reach over several columns or rows."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from feedtui.article.document import Cell, Row

MOST_COLUMNS = 40
"""Of one table; what has more was no table."""

NOTHING = Cell(())


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell in its place: its first column, how many it takes, whether its text stands here.

    A cell over several rows stands in each of them, its text in the first.
    """

    cell: Cell
    column: int
    columns: int = 1
    is_first: bool = False

    @property
    def shows(self) -> bool:
        """Whether there is anything to be seen here."""
        return self.is_first and bool(self.cell.blocks)


def slots_of(rows: tuple[Row, ...]) -> Iterator[list[Slot]]:
    """The slots of each row."""
    above: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        slots = list(_slots(row, above))
        above = {column: (cell, left - 1) for column, (cell, left) in above.items() if left > 1}
        for slot in slots:
            if slot.is_first and slot.cell.rows > 1 and slot.column < MOST_COLUMNS:
                above[slot.column] = (slot.cell, slot.cell.rows - 1)
        yield slots


def _slots(row: Row, above: dict[int, tuple[Cell, int]]) -> Iterator[Slot]:
    if not above:
        yield from _side_by_side(row)
        return
    column = 0
    last = max(above)
    waiting = deque(row.cells)
    while waiting or column <= last:
        slot = Slot(NOTHING, column)
        if column in above:
            cell = above[column][0]
            slot = Slot(cell, column, cell.columns)
        elif waiting:
            cell = waiting.popleft()
            slot = Slot(cell, column, cell.columns, is_first=True)
        yield slot
        column += slot.columns


def _side_by_side(row: Row) -> Iterator[Slot]:
    column = 0
    for cell in row.cells:
        yield Slot(cell, column, cell.columns, is_first=True)
        column += cell.columns
