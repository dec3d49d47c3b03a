"""The list of entries: state, title, feed and age."""

from collections.abc import Sequence

from feedtui.model import Item
from feedtui.ui.desk import Desk
from feedtui.ui.painting import Piece, entry_row
from feedtui.ui.rows import RowList


class EntriesPane(RowList):
    """Entries with what the person did to them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="entries")
        self._desk = desk
        self._rows: Sequence[Item] = ()

    def show(self, rows: Sequence[Item], cursor: int) -> None:
        """Show these entries."""
        self._rows = rows
        self.rows_changed(cursor)

    def row_count(self) -> int:
        """One row for each entry."""
        return len(self._rows)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """An entry; its feed is named where the list has entries of several."""
        item = self._rows[index]
        library = self._desk.library
        return entry_row(
            item,
            width,
            self._desk.clock(),
            read=library.is_read(item),
            starred=library.is_starred(item),
            with_feed=self._desk.view.kind != "feed",
        )
