"""The real program on a terminal of its own, and what it sends there."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 20.0
LEFT = b"\x1b[?1049l"
"""What a program sends when it gives the terminal's other screen back."""


class Terminal:
    """A process on a pty, and all that it has sent."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process = process
        self.sent = b""
        self.master = master

    def wait_for(self, expected: bytes, after: int = 0) -> None:
        """Read until `expected` has been sent."""
        deadline = time.monotonic() + PATIENCE
        while expected not in self.sent[after:]:
            assert time.monotonic() < deadline, f"{expected!r} was not sent: {self.sent[-2000:]!r}"
            self._read(0.5)

    def type(self, keys: bytes) -> int:
        """Type keys; how much had been sent before."""
        before = len(self.sent)
        os.write(self.master, keys)
        return before

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
def terminal(columns: int = 120, rows: int = 40) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process = subprocess.Popen(
        [sys.executable, "-m", "feedtui"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
        start_new_session=True,
    )
    os.close(slave)
    program = Terminal(process, master)
    try:
        yield program
    finally:
        process.kill()
        process.wait()
        os.close(program.master)
