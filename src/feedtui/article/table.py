"""Tables: cells side by side where that can be read, else each row as a record of "name: value".

What a cell contains is laid out like anything else, in the column's room. The header is set off by
a rule, and so is each row from the next where rows are high; there the header's rule is a double
one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from feedtui.article.cells import cells
from feedtui.article.document import Align, Block, Group, Paragraph, Span, Spans, Style, Table
from feedtui.article.fill import fill, in_one_line, styled, text_of
from feedtui.article.frame import Frame, frame_of
from feedtui.article.grid import Band, Grid, grid_of
from feedtui.article.records import record_rows
from feedtui.article.room import Flow, Room, Row, Rows, indent
from feedtui.article.slots import Slot
from feedtui.clean import SafeText

_NO_ROW = Row((), "")
"""Below a cell that is not as high as the others."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """Of what a rule is made; `meeting` bars from above, from below or both it has others."""

    line: str
    meeting: Mapping[tuple[bool, bool], str]


_SINGLE = _Signs("─", {(True, True): "┼", (True, False): "┴", (False, True): "┬"})
_DOUBLE = _Signs("═", {(True, True): "╪", (True, False): "╧", (False, True): "╤"})


def table_rows(table: Table, room: Room, flow: Flow) -> Rows:
    """The table in rows that fit the room."""
    grid = grid_of(table)
    frame = None if room.is_cell else frame_of(grid, room)
    if frame is None:
        return record_rows(grid, room, flow)
    return _aligned(grid, frame, flow)


def _aligned(grid: Grid, frame: Frame, flow: Flow) -> Rows:
    above: Band | None = None
    for band in grid.bands:
        if above is not None:
            yield from _rule_between(above, band, frame)
        yield from _band_rows(band, frame, flow)
        above = band


def _rule_between(above: Band, band: Band, frame: Frame) -> Rows:
    ends_header = above.header and not band.header
    begins_foot = band.group is Group.FOOT is not above.group
    if ends_header or begins_foot:
        yield Row((_rule(above, band, frame, _DOUBLE if frame.is_ruled else _SINGLE),))
    elif frame.is_ruled and not band.header:
        yield Row((_rule(above, band, frame, _SINGLE),))


def _rule(above: Band, band: Band, frame: Frame, signs: _Signs) -> Span:
    """A line between two rows that is open where a cell reaches through, with bars as they meet."""
    open_columns = {slot.column for slot in band.slots if slot.cell.rows > 1 and not slot.is_first}
    bars_above, bars_below = _bars(above), _bars(band)
    pad = len(frame.bar.text) // 2
    text, before = "", ""
    for column, room in enumerate(frame.rooms):
        here = " " if column in open_columns else signs.line
        if column:
            meeting = (column in bars_above, column in bars_below)
            text += before * pad + _crossing(before + here, meeting, signs) + here * pad
        text += here * room.width
        before = here
    return Span(SafeText(text), Style.FRAME)


def _bars(band: Band) -> frozenset[int]:
    """The columns that have a bar at their left."""
    return frozenset(slot.column for slot in band.slots)


def _crossing(sides: str, meeting: tuple[bool, bool], signs: _Signs) -> str:
    """The sign where a rule meets the bars `meeting` it from above and from below."""
    if " " not in sides:
        return signs.meeting.get(meeting, signs.line)
    if sides == "  ":
        return "│" if any(meeting) else " "
    return "├" if sides[0] == " " else "┤"


def _band_rows(band: Band, frame: Frame, flow: Flow) -> Rows:
    """One row of the table, as many lines high as its highest cell."""
    rooms = [frame.room(slot) for slot in band.slots]
    parts = [
        _part(slot, band, frame.align(slot), room, flow)
        for slot, room in zip(band.slots, rooms, strict=True)
    ]
    for number, rows in enumerate(zip_longest(*parts, fillvalue=_NO_ROW)):
        joints = tuple(row.joint for row in rows) if number else ()
        yield Row(_side_by_side(rows, rooms, frame.bar), "\n", joints)


def _part(slot: Slot, band: Band, align: Align, room: Room, flow: Flow) -> list[Row]:
    """The rows of a cell, each on its side of the column."""
    if not slot.shows:
        return []
    rows = _cell_rows(slot.cell.blocks, room, flow)
    if slot.cell.header or band.header:
        rows = [Row(styled(row.spans, Style.BOLD), row.joint) for row in rows]
    return [Row(_padded(row.spans, room.width, align), row.joint) for row in rows]


def _cell_rows(blocks: tuple[Block, ...], room: Room, flow: Flow) -> list[Row]:
    match blocks:
        case (Paragraph(spans),):
            line = in_one_line(spans, room)
            return list(fill(spans, room)) if line is None else [Row(line)]
    return list(flow(blocks, room))


def _padded(spans: Spans, width: int, align: Align) -> Spans:
    missing = width - cells(text_of(spans))
    if missing <= 0:
        return spans
    if align is Align.LEFT:
        return (*spans, indent(missing))
    left = missing // 2 if align is Align.CENTER else missing
    right = (indent(missing - left),) if missing > left else ()
    return (indent(left), *spans, *right) if left else (*spans, *right)


def _side_by_side(rows: Sequence[Row], rooms: Sequence[Room], bar: Span) -> Spans:
    """The cells' rows with bars between them; what is empty at the end stays so."""
    spans: list[Span] = []
    for number, row in enumerate(rows):
        if number:
            spans.append(bar)
        spans.extend(row.spans or (indent(rooms[number].width),))
    while spans and spans[-1].style is Style.INDENT:
        spans.pop()
    return tuple(spans)
