"""The app: the main screen, the keys' first stop, the filter at the edge, and how it ends.

At an error that nobody expected the toolkit would print the variables of every function, articles
and addresses among them. Here it only ends; `crash` is what `start` makes a report of.
"""

import asyncio
import gc
import signal
import sys
from collections.abc import Sequence
from functools import partial
from types import FrameType

from rich.console import RenderableType
from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter

from feedtui.ui.crash import PanicError
from feedtui.ui.dialogs.pressed import Pressed, Taking
from feedtui.ui.dressed import DressedApp
from feedtui.ui.edge import Looks
from feedtui.ui.hangup import end_with_terminal
from feedtui.ui.screen import MainScreen
from feedtui.ui.scrub import Scrub

_SCRUB = Scrub()
_ENDINGS = (signal.SIGTERM, signal.SIGHUP)
"""Signals after which the toolkit alone would leave the terminal unusable."""

_TURN = 0.001
"""Seconds after which a thread that sets an article has to let the screen go on."""


class FeedtuiApp(DressedApp, inherit_bindings=False):
    """Holds one main screen and the dialogs over it. What it returns is the last frame.

    The toolkit's own keys are left out: Ctrl+Q would end it without a word to the main screen.
    """

    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "feedtui"

    def __init__(self, main: MainScreen, looks: Looks) -> None:
        super().__init__(looks)
        self.crash: BaseException | None = None
        self.animation_level = "none"
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
            signal.signal(signal.SIGQUIT, self._leave_at)  # not by the loop: editors get it, too
            leave = partial(loop.call_soon_threadsafe, self._main.leave)
            end_with_terminal(sys.stdin.fileno(), leave)
            self.app_suspend_signal.subscribe(self, self._step_aside)
            self.app_resume_signal.subscribe(self, self._come_back)

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

    def on_unmount(self) -> None:
        """The window gets its own title back."""
        self._main.notices.untitle()

    def panic(self, *_renderables: RenderableType) -> None:
        """End, without printing what the toolkit would."""
        self.crash = self.crash or PanicError()
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _leave_at(self, _number: int, _frame: FrameType | None) -> None:
        asyncio.get_running_loop().call_soon_threadsafe(self._main.leave)

    def _step_aside(self, _app: App[bytes]) -> None:
        self._main.notices.untitle()

    def _come_back(self, _app: App[bytes]) -> None:
        """Whoever had the terminal meanwhile, all of it is painted anew."""
        self._main.retitle()
        self.refresh(layout=True)

    async def on_event(self, event: Event) -> None:
        """Keys go to the main screen's own sequences first, unless a dialog is over it."""
        if isinstance(event, Key) and not event.is_forwarded and await self._takes(event.key):
            return
        await super().on_event(event)

    async def _takes(self, key: str) -> bool:
        match self.screen:
            case MainScreen() as main:
                return await main.press(key)
            case Taking() as dialog:
                return await dialog.take(key)
            case Pressed() as dialog:
                return dialog.press(key)
            case _:
                return False
