"""The way back: through the jumps in an article, and then to the entries that were read before."""

from feedtui.query.views import STARTED, View
from feedtui.ui.desk import Desk
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage
from feedtui.ui.visits import Stop


class Trail:
    """Commands that go to where the person has been."""

    def __init__(self, desk: Desk, stage: Stage, showing: Showing) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def back(self) -> None:
        """Go back to where the last jump began; without one, to the entry that was read before."""
        if self._stage.article.back() or self._showing.restore():
            return
        stop = self._showing.visits.last_stop()
        if stop is None:
            self._stage.say("this is where you began")
        elif self._find(stop):
            self._stage.go("article")
            self._showing.return_to(stop)
        else:
            self._stage.go("entries")
            self._stage.say(f"“{stop.item.head.label}” is in no list any more")

    def continue_reading(self) -> None:
        """List the entries that were left half-way."""
        self._desk.show(STARTED)
        self._stage.close_filter()
        self._showing.all()
        self._stage.go("entries")
        if not self._desk.rows:
            self._stage.say("nothing was left half-way")

    def _find(self, stop: Stop) -> bool:
        """Put the cursor on an entry: here, or in the list in which it was read, or in its feed's.

        Whether it is in any of them.
        """
        self._desk.point(stop.item.id)
        if self._desk.current and self._desk.current.id == stop.item.id:
            self._showing.cursor()
            return True
        views = (stop.view, View("feed", stop.item.source.url))
        found = any(self._desk.show_entry(view, stop.item.id) for view in views)
        self._stage.close_filter()
        self._showing.all()
        return found
