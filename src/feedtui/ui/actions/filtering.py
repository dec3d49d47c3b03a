"""Narrowing a list as the person types."""

from collections.abc import Sequence

from feedtui.errors import UsageError
from feedtui.ui.desk import Desk
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage

_STATES = ("is:unread", "is:read", "is:starred", "is:started", "is:hidden")
_TERMS = (*_STATES, "feed:", "folder:", "tag:")

BETWEEN_KEYS = 0.005
"""Seconds between two slices of work that can wait for keys."""


class Filtering:
    """Commands of the filter."""

    def __init__(self, desk: Desk, stage: Stage, showing: Showing) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def filter(self, words: str = "") -> None:
        """Have the person type what the list is narrowed to, or narrow it to these words."""
        self._stage.open_filter(words)
        if words:
            self.typed(words)
            self._stage.go("entries")
        else:
            self._prepare()

    def filter_words(self) -> Sequence[str]:
        """What a filter can begin with."""
        return _TERMS

    def take_up(self) -> None:
        """Show the filter that the list is narrowed to from the start."""
        if self._desk.query_text:
            self._stage.show_filter(self._desk.query_text)

    def _prepare(self) -> None:
        """Get ready between two keys for what will be typed."""
        if self._stage.filtering and self._desk.prepare_filter():
            self._stage.set_timer(BETWEEN_KEYS, self._prepare)

    def typed(self, text: str) -> None:
        """Narrow the list to what was typed up to now."""
        if not self._stage.filtering:
            return
        try:
            self._desk.filter(text)
        except UsageError as error:
            self._stage.say(str(error))
            return
        self._showing.rows()

    def end(self) -> None:
        """Show the whole list again."""
        self._stage.close_filter()
        self._stage.go("entries")
        self._desk.filter("")
        self._showing.rows()
