"""The list of feeds: the rivers, the folders and the feeds in them, with their counts."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from feedtui.query.places import Place
from feedtui.ui.desk import Desk
from feedtui.ui.painting import Piece, fold_cells, place_row
from feedtui.ui.rows import RowList


class FeedsPane(RowList):
    """Places with their counts."""

    class Folded(Message):
        """The fold sign of a place was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="feeds")
        self._desk = desk
        self._places: Sequence[Place] = ()

    def show(self, places: Sequence[Place], cursor: int) -> None:
        """Show these places."""
        self._places = places
        self.rows_changed(cursor)

    def row_count(self) -> int:
        """One row for each place."""
        return len(self._places)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """A place, with how many entries there are unread."""
        desk, place = self._desk, self._places[index]
        return place_row(place, desk.counts(place), width, desk.clock(), desk.lists)

    def click_row(self, index: int, event: events.Click) -> None:
        """A click on a fold sign folds; elsewhere it chooses the place."""
        if event.x in fold_cells(self._places[index]):
            self.post_message(self.Folded(index))
        else:
            super().click_row(index, event)
