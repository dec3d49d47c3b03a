"""The app: the main screen, the keys' first stop, the filter at the edge, and how it ends."""

import asyncio
import gc
import select
import signal
import sys
from collections.abc import Sequence

from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter

from feedtui.ui.dialogs.help import HelpScreen
from feedtui.ui.screen import MainScreen
from feedtui.ui.scrub import Scrub

_SCRUB = Scrub()
_ENDINGS = (signal.SIGTERM, signal.SIGHUP)
"""Signals after which the toolkit alone would leave the terminal unusable."""


_CHECK_TERMINAL_EVERY = 1.0
"""Seconds between two looks at whether the terminal is still there."""


def hung_up(descriptor: int) -> bool:
    """Whether the terminal behind a descriptor has vanished.

    The toolkit would read its end for ever, at full speed, where no signal tells it to stop.
    """
    watch = select.poll()
    watch.register(descriptor, 0)
    return any(event & select.POLLHUP for _, event in watch.poll(0))


class FeedtuiApp(App[None]):
    """Holds one main screen and the dialogs over it."""

    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "feedtui"

    def __init__(self, main: MainScreen, theme: str) -> None:
        super().__init__()
        self.animation_level = "none"
        self.theme = theme
        self._main = main

    def get_default_screen(self) -> MainScreen:
        """The three panes."""
        return self._main

    def on_mount(self) -> None:
        """End well when we are told to end."""
        loop = asyncio.get_running_loop()
        for ending in _ENDINGS:
            loop.add_signal_handler(ending, self._main.leave)
        if not self.is_headless:
            self.set_interval(_CHECK_TERMINAL_EVERY, self._leave_with_the_terminal)

    def on_ready(self) -> None:
        """What was made up to here stays; the collector need not look at it again."""
        gc.freeze()
        gc.enable()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The toolkit's filters, and ours, which no control character passes."""
        return [*super().get_line_filters(), _SCRUB]

    async def on_event(self, event: Event) -> None:
        """Keys go to the main screen's own sequences first, unless a dialog is over it."""
        if isinstance(event, Key) and not event.is_forwarded and await self._takes(event.key):
            return
        await super().on_event(event)

    def _leave_with_the_terminal(self) -> None:
        if hung_up(sys.stdin.fileno()):
            self._main.leave()

    async def _takes(self, key: str) -> bool:
        match self.screen:
            case MainScreen() as main:
                return await main.press(key)
            case HelpScreen() as help_screen:
                return help_screen.press(key)
            case _:
                return False
