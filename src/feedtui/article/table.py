"""Tables: cells side by side where they fit, else each row as a record of "name: value".

A column gets what its widest cell would like; when that is too much, all columns shrink towards
their longest word. What a cell contains is laid out like anything else, in the column's room.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from feedtui.article.cells import cells
from feedtui.article.document import Block, Cell, Paragraph, Row, Span, Spans, Style, Table
from feedtui.article.fill import styled
from feedtui.article.room import Flow, Room, Rows
from feedtui.article.tabular import MOST_COLUMNS
from feedtui.clean import SafeText

_BAR = " │ "
_CROSS = "─┼─"
_LONGEST_WORD = 12
"""Cells: a longer word may be broken before a table is given up."""

_NUMBER = re.compile(r"[-+−±~<>]?\s*[$€£¥]?\s*\d[\d.,'\s]*\s*(?:%|[a-zA-Z]{0,2})")


_NOTHING = Cell(())


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell in its place: the column where it starts, and whether this is its first row."""

    cell: Cell
    column: int
    is_first: bool = False


_Grid = tuple[tuple[_Slot, ...], ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column would like, what it needs at least, and gets, in cells; numbers go right."""

    natural: int
    least: int
    numeric: bool
    width: int = 0


def table_rows(table: Table, room: Room, flow: Flow) -> Rows:
    """The table in rows that fit the room."""
    grid = tuple(_grid(table.rows))
    count = max((slot.column + slot.cell.columns for slots in grid for slot in slots), default=0)
    if count * (len(_BAR) + 1) - len(_BAR) > room.width:
        return _records(table, grid, room, flow)
    wishes = [_column(number, grid, room, flow) for number in range(count)]
    columns = _shared(wishes, room.width - len(_BAR) * (count - 1))
    if columns is None:
        return _records(table, grid, room, flow)
    return _aligned(table, grid, columns, room, flow)


def _grid(rows: tuple[Row, ...]) -> Iterator[tuple[_Slot, ...]]:
    """Each cell's column, counting those that reach down from rows above."""
    above: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        slots = tuple(_slots(row, above))
        above = {column: (cell, left - 1) for column, (cell, left) in above.items() if left > 1}
        for slot in slots:
            if slot.is_first and slot.cell.rows > 1 and slot.column < MOST_COLUMNS:
                above[slot.column] = (slot.cell, slot.cell.rows - 1)
        yield slots


def _slots(row: Row, above: dict[int, tuple[Cell, int]]) -> Iterator[_Slot]:
    column = 0
    last = max(above, default=-1)
    waiting = deque(row.cells)
    while waiting or column <= last:
        if column in above:
            slot = _Slot(above[column][0], column)
        elif waiting:
            slot = _Slot(waiting.popleft(), column, is_first=True)
        else:
            slot = _Slot(_NOTHING, column)
        yield slot
        column += slot.cell.columns


def _column(number: int, grid: _Grid, room: Room, flow: Flow) -> _Column:
    found = [slot.cell for slots in grid for slot in slots if _is_alone_in(slot, number)]
    texts = [[_text(row) for row in flow(cell.blocks, room)] for cell in found]
    rows = [row for cell_rows in texts for row in cell_rows]
    data = ["".join(rows) for cell, rows in zip(found, texts, strict=True) if not cell.header]
    longest_word = max((cells(word) for row in rows for word in row.split()), default=1)
    return _Column(
        natural=max((cells(row) for row in rows), default=1),
        least=min(longest_word, _LONGEST_WORD),
        numeric=any(data) and all(_NUMBER.fullmatch(value) for value in data if value),
    )


def _is_alone_in(slot: _Slot, column: int) -> bool:
    return slot.is_first and slot.column == column and slot.cell.columns == 1


def _shared(columns: list[_Column], space: int) -> list[_Column] | None:
    """The columns with their widths when they share `space` cells; None when that is too little."""
    if sum(column.natural for column in columns) <= space:
        return [replace(column, width=max(column.natural, 1)) for column in columns]
    left = space - sum(column.least for column in columns)
    if left < 0:
        return None
    wanted = max(sum(column.natural - column.least for column in columns), 1)
    return [
        replace(column, width=column.least + left * (column.natural - column.least) // wanted)
        for column in columns
    ]


def _aligned(table: Table, grid: _Grid, columns: list[_Column], room: Room, flow: Flow) -> Rows:
    bands = [_band(slots, columns, room, flow) for slots in grid]
    rule = (Span(SafeText(_CROSS.join("─" * column.width for column in columns)), Style.FRAME),)
    tall = any(len(band) > 1 for band in bands)
    rows: Rows = []
    for number, band in enumerate(bands):
        if number and (tall or table.rows[number - 1].header > table.rows[number].header):
            rows.append(rule)
        rows += band
    return rows


def _band(slots: tuple[_Slot, ...], columns: list[_Column], room: Room, flow: Flow) -> Rows:
    """One row of the table, as many lines high as its highest cell."""
    end = slots[-1].column + slots[-1].cell.columns if slots else 0
    missing = [_Slot(_NOTHING, column) for column in range(end, len(columns))]
    parts = [_part(slot, columns, room, flow) for slot in (*slots, *missing)]
    blanks = [(_blank(part.width),) for part in parts]
    bands = zip_longest(*(part.rows for part in parts))
    return [
        _joined([row or blank for row, blank in zip(band, blanks, strict=True)]) for band in bands
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one cell adds to its row of the table: rows of exactly `width` cells."""

    width: int
    rows: Rows


def _part(slot: _Slot, columns: list[_Column], room: Room, flow: Flow) -> _Part:
    spanned = columns[slot.column : slot.column + slot.cell.columns]
    width = sum(column.width for column in spanned) + len(_BAR) * (len(spanned) - 1)
    if not slot.is_first:
        return _Part(width, [])
    right = spanned[0].numeric and not slot.cell.header
    rows = flow(slot.cell.blocks, room.column(width))
    shown = [styled(row, Style.BOLD) for row in rows] if slot.cell.header else rows
    return _Part(width, [_padded(row, width, right=right) for row in shown])


def _padded(row: Spans, width: int, *, right: bool) -> Spans:
    missing = width - cells(_text(row))
    if missing <= 0:
        return row
    return (_blank(missing), *row) if right else (*row, _blank(missing))


def _joined(parts: list[Spans]) -> Spans:
    bar = Span(SafeText(_BAR), Style.FRAME)
    return tuple(span for number, part in enumerate(parts) for span in _after(bar, number, part))


def _after(bar: Span, number: int, part: Spans) -> Spans:
    return (bar, *part) if number else part


def _blank(width: int) -> Span:
    return Span(SafeText(" " * width))


def _records(table: Table, grid: _Grid, room: Room, flow: Flow) -> Rows:
    """Row by row, each cell behind the name of its column."""
    named = len(grid) > 1 and table.rows[0].header
    names = {slot.column: _words(slot.cell) for slot in grid[0]} if named else {}
    rows: Rows = []
    for slots in grid[1:] if named else grid:
        if rows:
            rows.append(())
        for slot in slots:
            rows += flow(_field(names.get(slot.column, ()), slot.cell), room)
    return rows


def _field(name: Spans, cell: Cell) -> tuple[Block, ...]:
    """A cell's blocks with the name of its column in front, if it has one."""
    if not cell.blocks or not name:
        return cell.blocks
    label = (*styled(name, Style.BOLD), Span(SafeText(": "), Style.BOLD))
    first, *others = cell.blocks
    if isinstance(first, Paragraph):
        return (Paragraph((*label, *first.spans)), *others)
    return (Paragraph(label), *cell.blocks)


def _words(cell: Cell) -> Spans:
    return next((block.spans for block in cell.blocks if isinstance(block, Paragraph)), ())


def _text(row: Spans) -> str:
    return "".join(span.text for span in row)
