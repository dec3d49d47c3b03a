"""A journal that grows, read as it grows: what was read once is not read again.

Others may replace the file meanwhile: the device that compacts it, a program that carries it from
one machine to another, or a person with a backup. Reading goes on where it stopped only if the
bytes before that place are still those that were read; else it begins anew. Marks may be heard
twice, so that costs time and nothing else.
"""

import os
from pathlib import Path

_REMEMBERED = 256
"""Bytes by which the place is known again: two marks at least, of which no other journal has both
at the same place."""


class Followed:
    """A journal at `path`; `lines` is how many lines of it have been taken."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = 0
        self._offset = 0
        self._before = b""
        self._seen: tuple[int, ...] = ()

    def news(self) -> bytes:
        """The whole lines that have come since those that were taken. Raises OSError."""
        seen = _appearance(self.path)
        if seen == self._seen:
            return b""
        with self.path.open("rb") as file:
            if not self._is_known(file.fileno()):
                self._begin_anew()
            file.seek(self._offset)
            content = file.read()
        self._seen = seen
        return content[: content.rfind(b"\n") + 1]

    def take(self, lines: bytes) -> None:
        """Go on behind these whole lines."""
        self.lines += lines.count(b"\n")
        self._offset += len(lines)
        self._before = (self._before + lines[-_REMEMBERED:])[-_REMEMBERED:]

    def ends_at(self, descriptor: int) -> bool:
        """Whether all that an open journal has was taken."""
        return self._offset == os.fstat(descriptor).st_size and self._is_known(descriptor)

    def rest(self, descriptor: int) -> bytes | None:
        """All that an open journal has behind the lines that were taken; None if it is another."""
        if not self._is_known(descriptor):
            return None
        size = os.fstat(descriptor).st_size
        return os.pread(descriptor, size - self._offset, self._offset)

    def _is_known(self, descriptor: int) -> bool:
        start = self._offset - len(self._before)
        return os.pread(descriptor, len(self._before), start) == self._before

    def _begin_anew(self) -> None:
        self.lines = 0
        self._offset = 0
        self._before = b""


def _appearance(path: Path) -> tuple[int, ...]:
    """What is different about a file when anybody has written it."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev
