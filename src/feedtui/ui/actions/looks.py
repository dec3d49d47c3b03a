"""How everything looks: the widths of the panes, and the colours."""

from collections.abc import Sequence

from textual.screen import Screen
from textual.widget import AwaitMount

from feedtui.errors import FeedtuiError
from feedtui.library.home import Home
from feedtui.ui.dialogs.themes import ThemesDialog
from feedtui.ui.dressed import DressedApp
from feedtui.ui.stage import Stage
from feedtui.ui.themes import KNOWN, find_theme, own_names

_COLUMNS = 2
"""How far a key moves a border."""


class Looks:
    """Commands that change nothing but the looks of the `screen`."""

    def __init__(self, screen: Screen[None], stage: Stage, home: Home) -> None:
        self._screen = screen
        self._stage = stage
        self._home = home

    def wider(self, count: int = 0) -> None:
        """Make this pane wider."""
        self._stage.widen(_COLUMNS * max(count, 1))

    def narrower(self, count: int = 0) -> None:
        """Make this pane narrower."""
        self._stage.widen(-_COLUMNS * max(count, 1))

    def themes(self, words: str = "") -> AwaitMount | None:
        """Put on the colours of a theme; without one, choose, and see them at once."""
        app = self._screen.app
        if not isinstance(app, DressedApp) or not app.looks.coloured:
            self._stage.say("this terminal is to have no colours (NO_COLOR)")
            return None
        if words:
            self._wear(app, words)
            return None
        return app.push_screen(ThemesDialog(self._home, app.current_theme, app.wear), self._chosen)

    def themes_words(self) -> Sequence[str]:
        """The names of themes."""
        return (*sorted(KNOWN), *own_names(self._home))

    def _wear(self, app: DressedApp, name: str) -> None:
        try:
            app.wear(find_theme(self._home, name, self._stage.say))
        except FeedtuiError as error:
            self._stage.say(str(error))
        else:
            self._chosen(name)

    def _chosen(self, name: str | None) -> None:
        if name is not None:
            path = self._home.places.settings
            self._stage.say(f'to keep it: theme = "{name}" under [screen] in {path}')
