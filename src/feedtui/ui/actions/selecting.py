"""Picking entries, for what will be done to all of them."""

from feedtui.query.views import ids_of
from feedtui.ui.desk import Desk
from feedtui.ui.lists.selection import Selection
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Selecting:
    """Commands that change nothing but what is picked."""

    def __init__(self, desk: Desk, stage: Stage, showing: Showing) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def select(self) -> None:
        """Begin a range under the cursor; or end it, with its entries picked."""
        desk, selection = self._desk, self._desk.selection
        if desk.rows:
            drawn = selection.anchor is not None
            self._take(selection.ended(desk.rows) if drawn else selection.begun())

    def select_all(self) -> None:
        """Pick every entry of the list; or none, if all are."""
        rows, selection = self._desk.rows, self._desk.selection
        every = ids_of(rows)
        full = selection.count(rows) >= len(rows) and every <= selection.ids(rows)
        self._take(Selection() if full else Selection(every | selection.picked))

    def pick(self) -> None:
        """Pick the entry under the cursor, or leave it out, and go on to the next."""
        self._toggle()
        self._desk.move(1)
        self._showing.cursor()

    def end_selection(self) -> None:
        """Pick nothing."""
        self._take(Selection())

    def clicked_one(self, index: int) -> None:
        """An entry was clicked that is to be picked, or left out."""
        self._desk.move_to(index)
        self._toggle()

    def clicked_up_to(self, index: int) -> None:
        """An entry was clicked up to which all are to be picked."""
        if self._desk.selection.anchor is None:
            self._take(self._desk.selection.begun())
        self._desk.move_to(index)
        self._take(self._desk.selection)

    def _toggle(self) -> None:
        if self._desk.rows:
            self._take(self._desk.selection.toggled(self._desk.rows))

    def _take(self, selection: Selection) -> None:
        self._desk.select(selection)
        self._stage.go("entries")
        self._stage.entries.repaint()
        self._showing.cursor()
