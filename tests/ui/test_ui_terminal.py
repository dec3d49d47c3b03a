"""The real program on a terminal of its own: how it starts, what it sends, how it ends."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from feedtui.clean import SafeText
from feedtui.library.home import Home
from feedtui.query.views import STARRED, UNREAD
from stock import NEWS, Keep

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


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(stocked: Home, ending: signal.Signals) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.process.send_signal(ending)
        assert program.end() == 0
        assert LEFT in program.sent


@pytest.mark.parametrize("keys", [b"", b"jk?q" * 200])
def test_a_terminal_that_vanishes_takes_the_program_with_it(stocked: Home, keys: bytes) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(keys)
        program.hang_up()
        program.process.wait(PATIENCE)


def test_q_leaves(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        assert program.end() == 0
        assert LEFT in program.sent


@pytest.mark.parametrize("keys", [b"?qq", b"jA?qu?qGq", b"/poems\r?qq", b"l/ssmmA\r?qq"])
def test_keys_typed_ahead_are_neither_lost_nor_given_to_another_screen(
    stocked: Home, keys: bytes
) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(keys)
        assert program.end() == 0
    assert stocked.library().counts(STARRED).starred == 0


def test_words_typed_ahead_are_looked_for_and_the_keys_behind_them_are_for_the_hits(
    stocked: Home,
) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"\r/more\rnn")
        program.wait_for("“more” 3/60".encode())
        program.type(b"q")
        assert program.end() == 0
    assert stocked.library().counts(UNREAD).unread == 4


def test_what_is_copied_goes_to_the_terminals_clipboard(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"yt")
        program.wait_for(b"\x1b]52;c;" + b64encode(b"Alpha"))


def test_what_was_shown_as_done_outlives_a_kill(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        before = program.type(b"A")
        program.wait_for(b"marked 5 read", before)
        program.process.kill()
        program.end()
    assert stocked.library().counts(UNREAD).unread == 0


PAYLOADS = (b"]0;owned", b"]52;c;", b"[31mred", b"\x9b", b"P1;owned", b"\xe2\x80\xae")


def test_nothing_of_a_hostile_title_reaches_the_terminal(
    home: Home, keep: Keep, stocked: Home
) -> None:
    hostile = SafeText(
        "safe\x1b]0;owned\x07 \x1b]52;c;b3duZWQ=\x07\x1b[31mred\x9b31m\x1bP1;owned\x1b\\ \u202etxt"
    )
    keep(NEWS, hostile, [hostile] * 3)
    with terminal(200, 50) as program:
        program.wait_for(b"Sonnet")
        for keys in (b"j", b"\r", b"s", b"h", b"h", b"j", b"j", b"A", b"u", b"?", b"q"):
            program.type(keys)
        before = program.type(b"G")
        program.wait_for(b"Poems", before)
        program.type(b"q")
        program.end()
    escapes = [program.sent.find(b"\x1b" + payload) for payload in PAYLOADS]
    assert escapes == [-1] * len(PAYLOADS)
    assert "\x9b".encode() not in program.sent
