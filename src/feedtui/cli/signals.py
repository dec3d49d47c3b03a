"""Being told to end: SIGTERM and SIGHUP do what Ctrl-C does, and the exit code says which it was.

An interrupt unwinds the command: half-written temporary files are removed, children are ended. A
signal that whoever started us wants ignored (`nohup`) stays ignored.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDINGS = (signal.SIGTERM, signal.SIGHUP)


class Told:
    """Which signal told us to end; without another, it is the terminal's interrupt."""

    def __init__(self) -> None:
        self._number: int = signal.SIGINT

    @property
    def exit_code(self) -> int:
        """The code with which a shell's programs end at that signal."""
        return 128 + self._number

    def interrupt(self, number: int, frame: FrameType | None) -> None:
        """Remember the signal, and go on as at an interrupt, which event loops know to handle.

        In a script's background, interrupts are ignored; this signal isn't.
        """
        self._number = number
        handler = signal.getsignal(signal.SIGINT)
        if not callable(handler):
            raise KeyboardInterrupt
        handler(signal.SIGINT, frame)


@contextmanager
def endings() -> Iterator[Told]:
    """Take the signals that end a program as interrupts, as long as the block lasts."""
    told = Told()
    before = {each: signal.getsignal(each) for each in _ENDINGS}
    heard = [each for each in _ENDINGS if before[each] is not signal.SIG_IGN]
    for each in heard:
        signal.signal(each, told.interrupt)
    try:
        yield told
    finally:
        for each in heard:
            signal.signal(each, before[each] or signal.SIG_DFL)
