"""The list of entries: their columns, and headings above the parts of the list.

A heading is a line that is no row: rows are counted without them, here and everywhere else.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from feedtui.config.settings import Lists
from feedtui.model import Item
from feedtui.query.grouping import Part
from feedtui.ui.desk import Desk
from feedtui.ui.painting import Piece, column_widths, entry_row, part_row
from feedtui.ui.rows import RowList


class EntriesPane(RowList):
    """Entries with what the person did to them. `cursor` is a line, as in every list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="entries")
        self._desk = desk
        self._rows: Sequence[Item] = ()
        self._parts: Sequence[Part] = ()
        self._starts: list[int] = []
        self._headings: list[int] = []

    def show(self, rows: Sequence[Item], cursor: int) -> None:
        """Show these entries, in the parts that the desk knows, with the cursor on one of them."""
        self._rows, self._parts = rows, self._desk.parts
        self._starts = [part.start for part in self._parts]
        self._headings = [start + before for before, start in enumerate(self._starts)]
        self.rows_changed(self.line_of(cursor))

    def point(self, index: int) -> None:
        """Put the cursor on an entry."""
        self.cursor = self.line_of(index)

    def watch_cursor(self, old: int, new: int) -> None:
        """While a range is being drawn, all lines between the two change."""
        super().watch_cursor(old, new)
        if abs(new - old) > 1 and self._desk.selection.anchor is not None:
            self.refresh()

    def line_of(self, index: int) -> int:
        """The line on which an entry stands."""
        return index + bisect_right(self._starts, index)

    def row_count(self) -> int:
        """One line for each entry, and one for each heading."""
        return len(self._rows) + len(self._parts)

    def row_at(self, line: int) -> int | None:
        """The entry on a line; None for a heading."""
        above = bisect_right(self._headings, line)
        return None if above and self._headings[above - 1] == line else line - above

    def first_with(self, line: int) -> int:
        """A heading stays in sight with the entry below it."""
        return line - 1 if line and self.row_at(line - 1) is None else line

    def is_marked(self, line: int) -> bool:
        """Whether an entry is selected."""
        index = self.row_at(line)
        return index is not None and self._desk.selection.has(self._rows[index], index)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """An entry, or the heading of a part; a feed is named where there are several."""
        row, desk = self.row_at(index), self._desk
        if row is None:
            part = self._parts[bisect_right(self._headings, index) - 1]
            return part_row(part, width, self._today())
        item, with_feed = self._rows[row], desk.view.kind != "feed" and desk.grouping != "feed"
        widths = column_widths(self._lists(), width, with_feed=with_feed)
        status, picked = desk.library.status(item), desk.selection.has(item, row)
        return entry_row(item, width, desk.clock(), status, widths, picked=picked)

    def _lists(self) -> Lists:
        """What to show: while entries are selected, that too, whatever the person has chosen."""
        lists = self._desk.lists
        if not self._desk.selection or "state" in lists.columns:
            return lists
        return replace(lists, columns=("state", *lists.columns))

    def _today(self) -> date:
        return datetime.fromtimestamp(self._desk.clock()).astimezone().date()
