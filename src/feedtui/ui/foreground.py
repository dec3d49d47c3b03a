"""Giving the terminal to another program, an editor or a pager, and taking it back as it was.

The program may be killed, with the terminal in any state: so how it was is kept and restored before
the toolkit looks at it, because what it finds there is what the shell gets in the end. Ctrl+C and
Ctrl+\\ are meant for the program, although the terminal tells us, too.
"""

import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from types import FrameType

from textual.app import App

from feedtui.clean import clean_line

_THEIRS = (signal.SIGINT, signal.SIGQUIT)

_TIDY = "\x1b[?1049l\x1b[0m\x1b7\x1b[r\x1b8\x1b[?1l\x1b>\x1b[?25h"
"""What a program does at its end that was killed before: it leaves the other screen, colours, the
scrolling region and the modes of keys; and the cursor is seen again.
"""


def _go_on(_code: int) -> None:
    """Go back to the screen at once."""


def wait_for_enter(_code: int) -> None:
    """Leave on the terminal what the program wrote there, until the person has read it."""
    sys.stderr.write("\nEnter: back to feedtui ")
    sys.stderr.flush()
    sys.stdin.readline()


def wait_after_failure(code: int) -> None:
    """The same, for a program that tells something only when it has failed."""
    if code:
        wait_for_enter(code)


def run_in_foreground(
    app: App[bytes],
    command: Sequence[str],
    content: bytes | None = None,
    afterwards: Callable[[int], None] = _go_on,
) -> str:
    """Run a program on the terminal until it ends; what went wrong, in words, or nothing.

    `content` is what it reads on its standard input, if it isn't to be the terminal. `afterwards`
    is told its exit code while the terminal is still its own.
    """
    name = clean_line(command[0])
    with app.suspend(), _unheard():
        try:
            with _terminal_kept():
                code = subprocess.run(command, input=content, check=False).returncode
        except OSError as error:
            return f"{name} can't be started: {error.strerror}"
        if code < 0:
            sys.stderr.write(_TIDY)
            sys.stderr.flush()
        afterwards(code)
    return _ending(name, code)


def _ending(name: str, code: int) -> str:
    if code < 0:
        return f"{name} was ended: {signal.strsignal(-code)}"
    return f"{name} ended with {code}" if code else ""


@contextmanager
def _terminal_kept() -> Iterator[None]:
    """Afterwards the terminal's line settings are what they were, whoever changed them."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        yield
    finally:
        with suppress(termios.error):  # There is no terminal any more.
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextmanager
def _unheard() -> Iterator[None]:
    """The signals of keys do nothing here. Other than ignored ones, children hear them."""
    with ExitStack() as stack:
        for each in _THEIRS:
            stack.callback(signal.signal, each, signal.signal(each, _do_nothing))
        yield


def _do_nothing(_number: int, _frame: FrameType | None) -> None:
    """An answer to a signal."""
