"""How much of the line is left for a block, and in whose hand its text is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from feedtui.article.document import Block, Span, Spans, Style
from feedtui.clean import SafeText


class Row(NamedTuple):
    """A line in the making; `joint` and `joints` as in `layout.Line`."""

    spans: Spans
    joint: str = "\n"
    joints: tuple[str, ...] = ()


Rows = Iterator[Row]

EMPTY_ROW = Row(())
_NARROWEST = 2
"""Cells: what one ideograph takes."""

Hand = Callable[[Spans], Spans]
"""Writes out what a screen shows by colour: `#` for a heading, `[1]` for a link. Or leaves it."""


@dataclass(frozen=True, slots=True)
class Room:
    """`width` cells for the text, of which indentation may still take `spare`.

    `is_cell` in a table, where bars of one within it could not be told from its own.
    """

    width: int
    spare: int
    hand: Hand
    is_cell: bool = False

    def indented(self, cells: int) -> "Room | None":
        """The room behind an indentation, or None when there is none to spare."""
        if cells > self.spare or self.width - cells < _NARROWEST:
            return None
        return replace(self, width=self.width - cells, spare=self.spare - cells)

    def column(self, width: int) -> "Room":
        """The room in a table's column."""
        return Room(width, width // 2, self.hand, is_cell=True)


Flow = Callable[[tuple[Block, ...], Room], Rows]
"""Lays out blocks below each other."""


@lru_cache(maxsize=256)
def indent(cells: int) -> Span:
    """So many blanks that are no part of the text."""
    return Span(SafeText(" " * cells), Style.INDENT)
