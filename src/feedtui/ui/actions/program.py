"""Leaving: what lies on top, a pane, the program."""

from collections.abc import Callable

from textual.screen import Screen

from feedtui.ui.actions.filtering import Filtering
from feedtui.ui.arrangement import neighbour
from feedtui.ui.stage import Stage


class Program:
    """Commands that take something away; `leave` ends the program."""

    def __init__(
        self, screen: Screen[None], stage: Stage, filtering: Filtering, leave: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._stage = stage
        self._filtering = filtering
        self._leave = leave

    def escape(self) -> None:
        """Take away what lies on top, one thing at a time; at last, go back a pane."""
        stage = self._stage
        if "foot" in stage.where:
            stage.close_foot()
        elif self._screen.selections:
            self._screen.clear_selection()
        elif "hits" in stage.where:
            stage.article.end_search()
        elif stage.alone:
            stage.leave_alone()
        elif stage.filtering and stage.at == "entries":
            self._filtering.end()
        else:
            stage.go(neighbour(stage.at, -1))

    def suspend(self) -> None:
        """Stop, as a job of the shell's."""
        self._screen.app.action_suspend_process()

    def close(self) -> None:
        """Go back a pane; from the first one, leave feedtui."""
        if self._stage.at == "feeds":
            self._leave()
        else:
            self.escape()

    def quit(self) -> None:
        """Leave feedtui."""
        self._leave()
