"""Marking entries read, starred and hidden, and taking back what was done.

What is meant is what the desk says that is chosen: an entry, a selection, or a whole list.
"""

from collections.abc import Callable

from textual.screen import Screen
from textual.widget import AwaitMount

from feedtui.errors import FeedtuiError
from feedtui.library.marks import HIDDEN, READ, STARRED
from feedtui.query.views import UNREAD
from feedtui.ui.desk import Desk
from feedtui.ui.lists.doing import DEEDS, Chosen
from feedtui.ui.lists.spans import above, below, older_than
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage

DAY = 24 * 60 * 60
_READ = DEEDS[READ, True]


class Marking:
    """Commands that change marks; what was done is said. Questions stand over the `screen`.

    `look_around` takes in what taking back did to other files.
    """

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        stage: Stage,
        showing: Showing,
        look_around: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._look_around = look_around
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def toggle_read(self) -> None:
        """Read, or unread again."""
        self._toggle(READ)

    def toggle_star(self) -> None:
        """Starred, or not."""
        self._toggle(STARRED)

    def toggle_hidden(self) -> None:
        """Out of all lists, or back in them."""
        self._toggle(HIDDEN)
        self._showing.all()

    def mark_all(self) -> None:
        """Everything in the list is read; or of it what is selected."""
        desk, at = self._desk, self._stage.at
        selected = desk.selecting and at == "entries"
        self._read(desk.chosen(at) if selected else desk.chosen_list())

    def mark_everything(self) -> AwaitMount | None:
        """Everything in all lists is read, if the person really means it."""
        items = self._desk.library.items(UNREAD)
        if not items:
            self._stage.say("there is nothing unread")
            return None
        from feedtui.ui.dialogs.question import QuestionDialog  # when it is asked

        question = f"Mark {len(items):,} unread entries of all feeds read?"
        everything = Chosen(items, " in all feeds")
        return self._screen.app.push_screen(
            QuestionDialog(question), lambda yes: self._read(everything) if yes else None
        )

    def mark_above(self) -> None:
        """What stands above the cursor is read."""
        self._read(above(self._desk.rows, self._desk.cursor))

    def mark_below(self) -> None:
        """What stands below the cursor is read."""
        self._read(below(self._desk.rows, self._desk.cursor))

    def mark_older(self) -> None:
        """What is older than the entry under the cursor is read."""
        item = self._desk.current
        if item is not None:
            self._read(older_than(self._desk.rows, item.date, f"“{item.head.label}”"))

    def mark_older_than_day(self) -> None:
        """What is older than a day is read."""
        self._read_before(DAY, "a day")

    def mark_older_than_week(self) -> None:
        """What is older than a week is read."""
        self._read_before(7 * DAY, "a week")

    def mark_older_than_month(self) -> None:
        """What is older than a month is read."""
        self._read_before(30 * DAY, "30 days")

    def undo(self) -> None:
        """Take back what was done last."""
        self._turn(self._desk.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn(self._desk.redo)

    def _toggle(self, field: str) -> None:
        self._mark(lambda: self._desk.toggle(field, self._desk.chosen(self._stage.at)))

    def _read_before(self, age: int, words: str) -> None:
        self._read(older_than(self._desk.rows, self._desk.clock() - age, words))

    def _read(self, chosen: Chosen) -> None:
        self._mark(lambda: self._desk.do(chosen, _READ))

    def _turn(self, act: Callable[[], str]) -> None:
        """Lists may have come back or gone, not just marks; feeds, too."""
        self._mark(act)
        self._look_around()
        self._showing.all()

    def _mark(self, act: Callable[[], str]) -> None:
        try:
            self._stage.say(act())
        except FeedtuiError as error:
            self._stage.say(str(error))
        self._showing.marks()
