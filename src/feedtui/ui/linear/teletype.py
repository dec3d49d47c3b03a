"""A terminal as a teletype: keys in, lines out, and nothing that moves, colours or clears.

All that is written goes through `clean`, so no byte of a control sequence is ever sent, ours
included. A line is written with the line feed before it rather than behind it: so the cursor rests
on the line that was said last.
"""

import codecs
import os
import re
import select
import signal
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self

from feedtui.clean import clean, clean_line
from feedtui.ui.linear.typed import is_unfinished, take_key

_LFLAG, _CC = 3, 6
_PATIENCE = 0.1
"""Seconds within which the rest of a key's sequence comes, also on a slow line."""

_MOST = 1024


_Attributes = list[int | list[bytes | int]]


class HungUpError(Exception):
    """There is nobody at the terminal any more."""


class Teletype:
    """The terminal behind two file descriptors. Within `with`, keys come one by one, unechoed."""

    def __init__(self, source: int, target: int, encoding: str) -> None:
        self._source = source
        self._target = target
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ahead = ""
        self._at_start = True
        self._before = termios.tcgetattr(source)

    def __enter__(self) -> Self:
        """Take the terminal, and take it again after Ctrl+Z and `fg`."""
        self.listen()
        signal.signal(signal.SIGCONT, lambda _number, _frame: self.listen())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the terminal back as it was, if it is still there."""
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        with suppress(HungUpError):
            if not self._at_start:
                self._write("\n")
            self._set(self._before)

    def listen(self) -> None:
        """Have keys come one by one, without an echo; signals of keys stay what they are."""
        quiet = termios.tcgetattr(self._source)
        quiet[_LFLAG] &= ~(termios.ECHO | termios.ICANON)
        quiet[_CC][termios.VMIN], quiet[_CC][termios.VTIME] = 1, 0
        self._set(quiet)

    @contextmanager
    def given_back(self) -> Iterator[None]:
        """The terminal as it was, for another program or for typing a line."""
        self._set(self._before)
        try:
            yield
        finally:
            self.listen()

    @property
    def size(self) -> os.terminal_size:
        """Columns and lines, as they are now; a terminal that doesn't know is a teletype of old."""
        try:
            size = os.get_terminal_size(self._target)
        except OSError:
            return os.terminal_size((80, 24))
        return os.terminal_size((size.columns or 80, size.lines or 24))

    def say(self, text: str) -> None:
        """Write lines; the cursor rests behind the last one."""
        start = "" if self._at_start else "\n"
        self._at_start = False
        self._write(start + clean(text).replace("\t", " "))

    def key(self) -> str:
        """Wait for a key. Raises HungUpError when there will be none."""
        key = ""
        while not key:
            self._ahead = self._ahead or self._typed()
            key, self._ahead = take_key(self._ahead)
        return key

    def pressed(self) -> bool:
        """Whether Escape was pressed meanwhile; other keys wait until they are asked for."""
        if not self._waits(0):
            return False
        typed, escaped = self._typed(), False
        while typed:
            key, rest = take_key(typed)
            escaped = escaped or key == "escape"
            self._ahead += "" if key == "escape" else typed[: len(typed) - len(rest)]
            typed = rest
        return escaped

    def ask(self, question: str) -> str:
        """A line that the person types, without blanks around it; nothing if they give none.

        What was typed ahead is the line, or its beginning, which can't be changed any more.
        """
        self.say(f"{question}: ")
        line, end, rest = re.sub("[\r\n]", "\n", self._ahead).partition("\n")
        self._ahead = rest
        self._write(clean(line) + end)
        if not end:
            with self.given_back():
                line += self._line()
        self._at_start = True
        return clean_line(line)

    def _line(self) -> str:
        typed = b""
        while not typed.endswith((b"\n", b"\r")):
            heard = self._read()
            if not heard:
                break
            typed += heard
        return typed.decode(self._encoding, "replace")

    def _typed(self) -> str:
        typed = self._decoder.decode(self._heard())
        while is_unfinished(typed) and self._waits(_PATIENCE):
            typed += self._decoder.decode(self._heard())
        return typed

    def _heard(self) -> bytes:
        heard = self._read()
        if not heard:
            raise HungUpError
        return heard

    def _read(self) -> bytes:
        try:
            return os.read(self._source, _MOST)
        except OSError as error:
            raise HungUpError from error

    def _waits(self, seconds: float) -> bool:
        return bool(select.select([self._source], [], [], seconds)[0])

    def _write(self, text: str) -> None:
        content = text.encode(self._encoding, "replace")
        try:
            while content:
                content = content[os.write(self._target, content) :]
        except OSError as error:
            raise HungUpError from error

    def _set(self, attributes: _Attributes) -> None:
        try:
            termios.tcsetattr(self._source, termios.TCSADRAIN, attributes)
        except termios.error as error:
            raise HungUpError from error
