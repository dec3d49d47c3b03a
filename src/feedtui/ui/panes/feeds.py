"""The list of feeds: the rivers, the folders and the feeds in them, with their unread counts."""

from collections.abc import Callable, Sequence

from feedtui.library.library import Counts
from feedtui.query.views import Place
from feedtui.ui.painting import Piece, place_row
from feedtui.ui.rows import RowList


class FeedsPane(RowList):
    """Places with their counts."""

    def __init__(self, counts: Callable[[Place], Counts]) -> None:
        super().__init__(id="feeds")
        self._counts = counts
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
        place = self._places[index]
        return place_row(place, self._counts(place), width)
