"""A terminal without a window: it runs a program, presses keys, and knows what was painted.

It says that it understands synchronised output (mode 2026), so the program marks the end of each
frame, and `Screen` shows whole frames only, as a person sees them.
"""

import errno
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from wcwidth import wcwidth

COLUMNS, LINES = 120, 40

_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
_HAS_FRAMES = b"\x1b[?2026;2$y"
_FRAME_ENDS = b"\x1b[?2026l"
_PIECE = re.compile(
    r"\x1b\[(?P<numbers>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-~]"
    r"|(?P<control>[\x00-\x1f])"
    r"|(?P<text>[^\x00-\x1f]+)"
)


class Screen:
    """The cells of a terminal, as far as a full-screen program uses one: places and letters."""

    def __init__(self, columns: int = COLUMNS, lines: int = LINES) -> None:
        self.columns, self.lines = columns, lines
        self._cells = self._blank()
        self._line = 0
        self._column = 0

    def line(self, number: int, start: int = 0, end: int | None = None) -> str:
        """A line, from one column to another; a wide letter stands in its first column."""
        return "".join(self._cells[number][start:end])

    @property
    def text(self) -> str:
        """The whole screen, without blanks at the ends of lines."""
        return "".join(f"{self.line(number).rstrip()}\n" for number in range(self.lines))

    def show(self, output: str) -> None:
        """Take in what a program wrote."""
        for piece in _PIECE.finditer(output):
            if text := piece["text"]:
                self._write(text)
            elif control := piece["control"]:
                self._control(control)
            elif final := piece["final"]:
                self._command(final, piece["numbers"])

    def _blank(self) -> list[list[str]]:
        return [[" "] * self.columns for _ in range(self.lines)]

    def _write(self, text: str) -> None:
        for letter in text:
            width = wcwidth(letter)
            if width < 1:
                self._accent(letter)
            elif self._column + width <= self.columns:
                self._put(letter, width)

    def _put(self, letter: str, width: int) -> None:
        """A letter takes its cells; half of a wide one that was there is no letter any more."""
        row, first, last = self._cells[self._line], self._column, self._column + width
        if row[first] == "" and first:
            row[first - 1] = " "
        if last < self.columns and row[last] == "":
            row[last] = " "
        row[first:last] = [letter, ""][:width]
        self._column = last

    def _accent(self, letter: str) -> None:
        """What has no width belongs to the letter before."""
        row, place = self._cells[self._line], self._column - 1
        while place > 0 and row[place] == "":
            place -= 1
        if place >= 0 and wcwidth(letter) == 0:
            row[place] += letter

    def _control(self, control: str) -> None:
        if control == "\n":
            self._line = min(self._line + 1, self.lines - 1)
        elif control == "\r":
            self._column = 0

    def _command(self, final: str, numbers: str) -> None:
        if final == "H":
            line, _, column = numbers.partition(";")
            self._line = min(int(line or 1), self.lines) - 1
            self._column = min(int(column or 1), self.columns) - 1
        elif final == "J" and numbers == "2":
            self._cells = self._blank()
        elif final == "K" and not numbers:
            self._cells[self._line][self._column :] = [" "] * (self.columns - self._column)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key brought: seconds to the last byte of it, and how many bytes there were."""

    seconds: float
    bytes: int


class Silent(Exception):  # noqa: N818 - said of the program
    """The program didn't answer, or has ended."""


class Terminal:
    """A program on a pseudo-terminal of its own. `screen` shows the frames read so far."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (COLUMNS, LINES),
    ) -> None:
        self.screen = Screen(*size)
        self.started = time.perf_counter()
        self._master, slave = os.openpty()
        self._set_size(size[0])
        self.process = subprocess.Popen(
            command,
            env=environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self._unshown = b""
        self._heard = self.started

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._master, keys.encode())

    def read(self, patience: float) -> bytes:
        """What the program writes next; nothing when it is silent for so many seconds, or dead."""
        ready, _, _ = select.select([self._master], [], [], patience)
        output = self._output() if ready else b""
        self._heard = time.perf_counter() if output else self._heard
        if _ASKS_FOR_FRAMES in output:
            self.press(_HAS_FRAMES.decode())
        whole, mark, rest = (self._unshown + output).rpartition(_FRAME_ENDS)
        self.screen.show((whole + mark).decode(errors="replace"))
        self._unshown = rest
        return output

    def read_until(self, shown: Callable[[Screen], bool], patience: float = 20) -> bool:
        """Read until the screen shows something; whether it did in time."""
        end = time.perf_counter() + patience
        while not shown(self.screen):
            left = end - time.perf_counter()
            if left < 0 or (not self.read(left) and self.process.poll() is not None):
                return False
        return True

    def answer(
        self,
        keys: str,
        done: Callable[[Screen], bool] = lambda _: True,
        quiet: float = 0.03,
        patience: float = 60,
    ) -> Answer:
        """Press keys, read until there was an answer that is `done`, and then `quiet` seconds.

        Raises Silent when there is none within `patience` seconds.
        """
        began = self._heard = time.perf_counter()
        self.press(keys)
        return self._answer(began, done, quiet, patience)

    def resize(self, columns: int, quiet: float = 0.03, patience: float = 60) -> Answer:
        """Make the terminal so wide, at most as at first, and read until there was an answer."""
        began = self._heard = time.perf_counter()
        self._set_size(columns)
        self.process.send_signal(signal.SIGWINCH)  # it has no controlling terminal to tell it
        return self._answer(began, lambda _: True, quiet, patience)

    def _answer(
        self, began: float, done: Callable[[Screen], bool], quiet: float, patience: float
    ) -> Answer:
        size = 0
        while output := self.read(quiet if size and done(self.screen) else patience):
            size += len(output)
        if not size or not done(self.screen):
            raise Silent(f"no answer; exit code {self.process.poll()}")
        return Answer(self._heard - began, size)

    def _set_size(self, columns: int) -> None:
        size = struct.pack("HHHH", self.screen.lines, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def silence(self, seconds: float) -> int:
        """Wait so long; how many bytes were written meanwhile."""
        end = time.perf_counter() + seconds
        size = 0
        while (left := end - time.perf_counter()) > 0:
            size += len(self.read(left))
        return size

    def kill(self) -> None:
        """End the program with SIGKILL, and take in what it had written by then."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        while self.read(0):
            pass

    def close(self) -> None:
        """End the program, if it runs, and the terminal."""
        if self.process.poll() is None:
            self.kill()
        os.close(self._master)

    def _output(self) -> bytes:
        try:
            return os.read(self._master, 65536)
        except OSError as error:
            if error.errno == errno.EIO:  # the program is gone
                return b""
            raise
