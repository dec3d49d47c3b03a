"""Which part of the screen follows which settings while it is open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.screen import Screen

from feedtui.config.settings import Settings
from feedtui.library.home import Home
from feedtui.ui.actions.feeds import Feeds
from feedtui.ui.actions.opening import Opening
from feedtui.ui.desk import Desk
from feedtui.ui.dressed import DressedApp
from feedtui.ui.keymap import Keymap
from feedtui.ui.live import Use
from feedtui.ui.owned import owned_keymap
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage
from feedtui.ui.themes import find_looks


@dataclass(frozen=True, slots=True)
class Uses:
    """The parts of the `screen` that settings are for."""

    screen: Screen[None]
    home: Home
    desk: Desk
    stage: Stage
    showing: Showing
    opening: Opening
    feeds: Feeds
    use_keys: Callable[[Keymap], None]

    def by_name(self) -> dict[str, Use]:
        """Who follows a setting, or a whole table."""
        return {
            "refresh": lambda settings: partial(self.feeds.keep_time, settings.refresh),
            "reading.width": lambda settings: partial(self.stage.use_width, settings.reading.width),
            "reading.mark_read": self._reading,
            "reading.remove_trackers": self._reading,
            "reading.hide_read": self._lists,
            "lists": self._lists,
            "keys": self._keys,
            "screen.theme": self._theme,
        }

    def _reading(self, settings: Settings) -> Callable[[], None]:
        def follow() -> None:
            self.showing.use(settings.reading)
            self.opening.marks = settings.reading.mark_read == "open"

        return follow

    def _lists(self, settings: Settings) -> Callable[[], None]:
        def follow() -> None:
            self.desk.use(settings)
            self.showing.all()

        return follow

    def _keys(self, settings: Settings) -> Callable[[], None]:
        keymap = owned_keymap(settings.keys, str(self.home.places.settings))
        return partial(self.use_keys, keymap)

    def _theme(self, settings: Settings) -> Callable[[], None]:
        theme = find_looks(self.home, settings.screen).theme

        def follow() -> None:
            if isinstance(self.screen.app, DressedApp):
                self.screen.app.wear(theme)

        return follow
