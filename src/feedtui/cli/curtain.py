"""The curtain: the frame that was last on the screen, shown until the screen itself is there.

Importing the toolkit takes longer than a person should look at nothing. So the picture of the last
frame is painted before anything else is imported, into the terminal's second screen, which the
toolkit then takes over. Keys that are typed meanwhile are not echoed; they wait for the screen.
"""

import os
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from feedtui.store.frame import has_colours, read_frame
from feedtui.store.paths import find_places

_UP = "\x1b[?1049h\x1b[?25l"
_DOWN = "\x1b[0m\x1b[?25h\x1b[?1049l"
_ECHO, _LINES = termios.ECHO | termios.ICANON, 3


class Curtain:
    """Whether the last frame is on the screen; `lift` says that the screen itself takes over."""

    def __init__(self) -> None:
        self.is_down = False

    def drop(self, rows: Sequence[str]) -> None:
        """Show a frame."""
        self.is_down = True
        lines = "".join(f"\x1b[{number};1H{row}\x1b[0m" for number, row in enumerate(rows, 1))
        _write(_UP + lines)

    def lift(self) -> bool:
        """Leave the picture to be painted over; whether there was one."""
        was_down, self.is_down = self.is_down, False
        return was_down

    def take_away(self) -> None:
        """Give the terminal back as it was, if the screen didn't come to take it over."""
        if self.lift():
            _write(_DOWN)


@contextmanager
def curtain(words: Sequence[str], environment: Mapping[str, str]) -> Iterator[Curtain]:
    """The last frame on the terminal, if the screen is about to be opened and it fits."""
    shown = Curtain()
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if words or not all(stream.isatty() for stream in streams):
        yield shown
        return
    rows = _last_frame(find_places(environment).frame)
    if not rows or (environment.get("NO_COLOR") and has_colours(rows)):
        yield shown
        return
    with _without_echo(sys.stdin.fileno()):
        shown.drop(rows)
        try:
            yield shown
        finally:
            shown.take_away()


def _last_frame(path: Path) -> tuple[str, ...]:
    size = os.get_terminal_size(sys.stderr.fileno())
    return read_frame(path, size.columns, size.lines)


@contextmanager
def _without_echo(descriptor: int) -> Iterator[None]:
    before = termios.tcgetattr(descriptor)
    quiet = termios.tcgetattr(descriptor)
    quiet[_LINES] &= ~_ECHO
    termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _write(sequence: str) -> None:
    sys.stderr.write(sequence)
    sys.stderr.flush()
