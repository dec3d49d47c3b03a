"""How much of the line is left for a block, and in whose hand its text is written."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from feedtui.article.document import Block, Spans

Rows = list[Spans]
"""Lines in the making."""

Hand = Callable[[Spans], Spans]
"""Writes out what a screen shows by colour: `#` for a heading, `[1]` for a link. Or leaves it."""


@dataclass(frozen=True, slots=True)
class Room:
    """`width` cells for the text, of which indentation may still take `spare`."""

    width: int
    spare: int
    hand: Hand

    def indented(self, cells: int) -> "Room | None":
        """The room behind an indentation, or None when there is none to spare."""
        if cells > self.spare:
            return None
        return replace(self, width=self.width - cells, spare=self.spare - cells)

    def column(self, width: int) -> "Room":
        """The room in a table's column."""
        return replace(self, width=width, spare=width // 2)


Flow = Callable[[tuple[Block, ...], Room], Rows]
"""Lays out blocks below each other."""
