"""The app: the main screen, the keys' first stop, the filter at the edge, and how it ends."""

import asyncio
import gc
import signal
import sys
from collections.abc import Sequence
from functools import partial

from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter

from feedtui.ui.dialogs.help import HelpScreen
from feedtui.ui.dialogs.outline import OutlineDialog
from feedtui.ui.hangup import end_with_terminal
from feedtui.ui.screen import MainScreen
from feedtui.ui.scrub import Scrub

_SCRUB = Scrub()
_ENDINGS = (signal.SIGTERM, signal.SIGHUP)
"""Signals after which the toolkit alone would leave the terminal unusable."""

_TURN = 0.001
"""Seconds after which a thread that sets an article has to let the screen go on."""


class FeedtuiApp(App[bytes]):
    """Holds one main screen and the dialogs over it. What it returns is the last frame."""

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
            leave = partial(loop.call_soon_threadsafe, self._main.leave)
            end_with_terminal(sys.stdin.fileno(), leave)

    def on_ready(self) -> None:
        """What was made up to here stays; the collector need not look at it again.

        From here on the screen shares the interpreter with the threads of `aside`.
        """
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(_TURN)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The toolkit's filters, and ours, which no control character passes."""
        return [*super().get_line_filters(), _SCRUB]

    async def on_event(self, event: Event) -> None:
        """Keys go to the main screen's own sequences first, unless a dialog is over it."""
        if isinstance(event, Key) and not event.is_forwarded and await self._takes(event.key):
            return
        await super().on_event(event)

    async def _takes(self, key: str) -> bool:
        match self.screen:
            case MainScreen() as main:
                return await main.press(key)
            case HelpScreen() | OutlineDialog() as dialog:
                return dialog.press(key)
            case _:
                return False
