"""Marking entries read and starred, and taking back what was done."""

from collections.abc import Callable

from feedtui.errors import FeedtuiError
from feedtui.library.marks import READ, STARRED
from feedtui.ui.desk import Desk
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Marking:
    """Commands that change marks; what was done is said."""

    def __init__(self, desk: Desk, stage: Stage, showing: Showing) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def toggle_read(self) -> None:
        """Read, or unread again."""
        self._mark(lambda: self._desk.toggle(READ))

    def toggle_star(self) -> None:
        """Starred, or not."""
        self._mark(lambda: self._desk.toggle(STARRED))

    def mark_all(self) -> None:
        """Everything in the list is read."""
        self._mark(self._desk.mark_list_read)

    def undo(self) -> None:
        """Take back what was done last."""
        self._turn(self._desk.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn(self._desk.redo)

    def _turn(self, act: Callable[[], str]) -> None:
        """Lists may have come back or gone, not just marks."""
        self._mark(act)
        self._showing.all()

    def _mark(self, act: Callable[[], str]) -> None:
        try:
            self._stage.say(act())
        except FeedtuiError as error:
            self._stage.say(str(error))
        self._showing.marks()
