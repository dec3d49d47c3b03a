"""In which columns a table stands side by side, and what is between them; if it does at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feedtui.article.columns import Column, columns_of, natural_widths, row_heights, shared_widths
from feedtui.article.document import Align, Heading, Media, Paragraph, Span, Style
from feedtui.article.grid import Grid
from feedtui.article.room import Room
from feedtui.article.slots import Slot
from feedtui.article.wishes import natural, wishes
from feedtui.clean import SafeText

_BAR = " │ "
_NARROW_BAR = "│"
_WAYS = ((_BAR, natural_widths), (_NARROW_BAR, natural_widths), (_BAR, shared_widths))
"""How a table may stand side by side, the best first."""

_PLAIN = (Paragraph, Media, Heading)
_HIGH = 2
"""Lines that rows may have on average and still be told from each other without rules."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns in which a table stands, and what is between them.

    `is_ruled` when there are rules between all rows.
    """

    rooms: tuple[Room, ...]
    aligns: tuple[Align, ...]
    is_ruled: bool
    bar: Span

    def room(self, slot: Slot) -> Room:
        """The room of a slot, with the bars that it stretches over."""
        room = self.rooms[slot.column]
        if slot.columns == 1:
            return room
        bars = len(self.bar.text) * (slot.columns - 1)
        spanned = self.rooms[slot.column : slot.column + slot.columns]
        return room.column(sum(each.width for each in spanned) + bars)

    def align(self, slot: Slot) -> Align:
        """The side on which a slot's text stands."""
        default = self.aligns[slot.column] if slot.columns == 1 else Align.LEFT
        return slot.cell.align or default


def frame_of(grid: Grid, room: Room) -> Frame | None:
    """The frame of a table that can be read side by side; None for another one."""
    if not 0 < grid.columns * 2 <= room.width + 1:
        return None
    columns = columns_of(grid, room.hand)
    for bar, share in _WAYS:
        widths = share(columns, room.width - len(bar) * (grid.columns - 1))
        if widths is not None:
            frame = Frame(
                tuple(room.column(width) for width in widths),
                tuple(column.align for column in columns),
                _holds_blocks(grid) or _needs_rules(columns, widths),
                Span(SafeText(bar), Style.FRAME),
            )
            return _stretched(frame, grid, room.width)
    return None


def _holds_blocks(grid: Grid) -> bool:
    """Whether there is more in some cell than a paragraph, such as a list, or another one."""
    shown = (slot.cell.blocks for band in grid.bands for slot in band.slots if slot.shows)
    return any(
        sum(isinstance(block, Paragraph) for block in blocks) > 1
        or not all(isinstance(block, _PLAIN) for block in blocks)
        for blocks in shown
    )


def _needs_rules(columns: Sequence[Column], widths: Sequence[int]) -> bool:
    """Whether an eye would not see at the left where a row begins, or rows are high."""
    heights = row_heights(columns, widths)
    if set(heights.values()) <= {1}:
        return False
    first = [entry for entry in columns[0].entries if entry.row in heights]
    begins = len(first) == len(heights) and all(each.height(widths[0]) == 1 for each in first)
    return not begins or sum(heights.values()) > len(heights) * _HIGH


def _stretched(frame: Frame, grid: Grid, space: int) -> Frame:
    """The frame with wider columns where a cell stretches over them and there is room for it."""
    for slot in (slot for band in grid.bands for slot in band.slots):
        if slot.columns > 1 and slot.shows:
            room = frame.room(slot)
            missing = natural(wishes(slot.cell, room.hand)) - room.width
            taken = sum(each.width for each in frame.rooms)
            taken += len(frame.bar.text) * (grid.columns - 1)
            frame = _wider(frame, slot, min(missing, space - taken))
    return frame


def _wider(frame: Frame, slot: Slot, by: int) -> Frame:
    """The frame with `by` more cells for a slot, shared by the columns that it stretches over."""
    if by <= 0:
        return frame
    rooms = list(frame.rooms)
    for number in range(slot.columns):
        more = by // slot.columns + (number < by % slot.columns)
        room = rooms[slot.column + number]
        rooms[slot.column + number] = room.column(room.width + more)
    return replace(frame, rooms=tuple(rooms))
