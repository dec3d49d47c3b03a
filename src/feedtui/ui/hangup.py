"""What to do when the terminal vanishes: a window closed, a connection lost.

Where no SIGHUP comes, the toolkit reads the dead terminal's end for ever, at full speed; and where
it was just painting, its writer dies and the app waits for it, so that no signal handler runs any
more. So a thread of its own waits for the kernel's word, costs nothing until then, and makes sure.
Marks are with the operating system as soon as they are shown, so nothing is lost.
"""

import os
import select
import signal
import time
from collections.abc import Callable
from threading import Thread

GRACE = 2.0
"""Seconds that the app has to end by itself."""

EXIT_CODE = 128 + signal.SIGHUP


def end_with_terminal(descriptor: int, leave: Callable[[], object]) -> None:
    """When the terminal behind `descriptor` is gone, `leave`, and if need be just end."""
    Thread(target=_wait, args=(descriptor, leave), name="hang-up", daemon=True).start()


def _wait(descriptor: int, leave: Callable[[], object]) -> None:
    terminal = select.poll()
    terminal.register(descriptor, 0)  # no events are asked for: a hang-up is always told
    while not any(events & select.POLLHUP for _, events in terminal.poll()):
        pass
    leave()
    time.sleep(GRACE)
    os._exit(EXIT_CODE)
