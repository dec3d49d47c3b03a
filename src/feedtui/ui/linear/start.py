"""Opening the linear mode: settings, the first run, the terminal, and how it ends."""

import sys
from contextlib import suppress
from dataclasses import replace
from shutil import get_terminal_size

from feedtui.config.settings import Settings
from feedtui.errors import FeedtuiError
from feedtui.library.first_run import prepare
from feedtui.library.home import Home
from feedtui.store.leaving import keep_left, read_left
from feedtui.ui.desk import Desk
from feedtui.ui.linear.session import Session
from feedtui.ui.linear.teletype import HungUpError, Teletype
from feedtui.ui.owned import owned_keymap

HUNG_UP = 129
"""The exit code of a shell's program that lost its terminal."""


def run(home: Home, settings: Settings) -> int:
    """Run the linear mode until the person leaves it; its exit code. Raises ConfigError before."""
    try:
        return _run(home, settings)
    except FeedtuiError:
        raise
    except Exception as error:  # noqa: BLE001 - a traceback would say what a feed says
        from feedtui.ui.crash import Crash, tell_of  # it loads the toolkit

        tell_of(Crash(error, home.now(), *get_terminal_size()), home)
        return 1


def _run(home: Home, settings: Settings) -> int:
    keymap = owned_keymap(settings.keys, str(home.places.settings))
    prepare(home)
    home.warn_without_locks()
    with suppress(OSError):
        home.places.frame.unlink(missing_ok=True)  # it would be painted before the next start
    left = read_left(home.places.left)
    subscriptions = home.subscriptions()
    try:
        with Teletype(sys.stdin.fileno(), sys.stdout.fileno(), sys.stdout.encoding) as teletype:
            desk = Desk(replace(home, warn=teletype.say).empty_library(), home.now, settings)
            session = Session(desk, replace(home, warn=teletype.say), settings, keymap, teletype)
            desk.start(subscriptions, left.lists)
            try:
                session.run()
            finally:
                _settle(session)
                keep_left(home.places.left, replace(left, lists=desk.left()))
    except HungUpError:
        return HUNG_UP
    return 0


def _settle(session: Session) -> None:
    """Have everything on the disk, however the session ended."""
    try:
        session.leave()
    except FeedtuiError as error:
        sys.stderr.write(f"feedtui: {error}\n")
