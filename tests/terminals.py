"""The real program on a terminal of its own, and what it sends there."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

PATIENCE = 20.0
LEFT = b"\x1b[?1049l"
"""What a program sends when it gives the terminal's other screen back."""

FEEDTUI = (sys.executable, "-m", "feedtui")
_WITH_ITS_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " os.execv(sys.argv[1], sys.argv[1:])"
)
_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
_SHELL_MODES = {
    b"25": b"h",
    b"1049": b"l",
    b"2004": b"l",
    b"1004": b"l",
    b"7": b"h",
} | dict.fromkeys((b"1000", b"1003", b"1006", b"1015", b"1016"), b"l")
"""How a shell wants the terminal: a cursor, the first screen, no mouse and no brackets."""


class Terminal:
    """A process on a pty, and all that it has sent."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, slave: int) -> None:
        self.process = process
        self.sent = b""
        self.master = master
        self._slave = slave
        self.settings_before = termios.tcgetattr(slave)

    @property
    def settings(self) -> list[object]:
        """The line settings of now."""
        return termios.tcgetattr(self._slave)

    def wrong_for_a_shell(self) -> dict[bytes, bytes]:
        """The modes that were changed and not changed back."""
        modes = dict(_MODE.findall(self.sent))
        return {
            mode: modes[mode]
            for mode, wanted in _SHELL_MODES.items()
            if mode in modes and modes[mode] != wanted
        }

    def is_usable(self) -> bool:
        """Whether a shell has its terminal again, as it was."""
        return self.settings == self.settings_before and not self.wrong_for_a_shell()

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size; nobody is told."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for_stop(self) -> None:
        """Wait until the process was stopped, reading what it says before."""
        deadline = time.monotonic() + PATIENCE
        while not os.WIFSTOPPED(os.waitpid(self.process.pid, os.WUNTRACED | os.WNOHANG)[1]):
            assert time.monotonic() < deadline, "it goes on"
            self._read(0.05)
        while self._read(0):
            pass

    def wait_for(self, expected: bytes, after: int = 0) -> None:
        """Read until `expected` has been sent."""
        deadline = time.monotonic() + PATIENCE
        while expected not in self.sent[after:]:
            ended = self.process.poll() is not None and not self._read(0)
            late = ended or time.monotonic() > deadline
            assert not late, f"{expected!r} was not sent: {self.sent[-2000:]!r}"
            self._read(0.5)

    def type(self, keys: bytes) -> int:
        """Type keys; how much had been sent before."""
        before = len(self.sent)
        os.write(self.master, keys)
        return before

    def type_until(self, keys: bytes, expected: bytes) -> None:
        """Type keys again and again until they have an effect."""
        before, deadline = len(self.sent), time.monotonic() + PATIENCE
        while expected not in self.sent[before:]:
            assert time.monotonic() < deadline, f"{expected!r} was not sent"
            self.type(keys)
            self._read(0.5)

    def end(self) -> int:
        """Wait for the end; the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read(0.2) or self.process.poll() is None:
            assert time.monotonic() < deadline, f"it goes on: {self.sent[-2000:]!r}"
        return self.process.wait()

    def hang_up(self) -> None:
        """Close the terminal, as a window that is closed does."""
        os.close(self.master)
        self.master = os.open(os.devnull, os.O_RDONLY)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            content = os.read(self.master, 65536)
        except OSError:
            return False
        self.sent += content
        return bool(content)


@contextmanager
def terminal(
    columns: int = 120,
    rows: int = 40,
    command: Sequence[str] = FEEDTUI,
    *,
    variables: Mapping[str, str] = {},
    controlling: bool = False,
) -> Iterator[Terminal]:
    """A program on a terminal of its own; `controlling` if keys are to send it signals."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    known = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    environment = known | {"TERM": "xterm-256color", "COLORTERM": "truecolor", **variables}
    before = (sys.executable, "-c", _WITH_ITS_TERMINAL) if controlling else ()
    process = subprocess.Popen(
        [*before, *command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
        start_new_session=True,
    )
    program = Terminal(process, master, slave)
    try:
        yield program
    finally:
        process.kill()
        process.wait()
        os.close(slave)
        os.close(program.master)


_ELSEWHERE = {
    "TMUX",
    "STY",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "TERM_PROGRAM",
    "VTE_VERSION",
}
"""What tells of the terminal and the desktop around the tests, which aren't theirs."""
