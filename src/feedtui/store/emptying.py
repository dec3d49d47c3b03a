"""By which time bins are emptied: one that two looks at the clock, a day apart, agree has come.

A clock may be years ahead for an hour, and what is deleted by it can't be brought back. So a purge
deletes what the one before found old enough, if that was a day ago at least; `emptying.json` has
the time of that look. A look of a time that is yet to come was such a clock's, and doesn't count.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from feedtui.store import atomic
from feedtui.store.documents import read_document

VERSION = 1
A_DAY = 24 * 3600 * 1000
"""Milliseconds between two looks that count."""


@dataclass(frozen=True, slots=True)
class _File:
    version: int
    looked: int


_DECODER = msgspec.json.Decoder(_File)
_ENCODER = msgspec.json.Encoder()


class Looks:
    """The file at `path`. Times are in milliseconds; `warn` is told when it was damaged.

    All of it raises NewerVersionError, and StoreError when the disk refuses.
    """

    def __init__(self, path: Path, warn: Callable[[str], None]) -> None:
        self._path = path
        self._warn = warn

    def believed(self, now: int) -> int:
        """The time that has come for sure; 0 when nobody looked a day ago."""
        looked = self._last()
        return looked if looked <= now - A_DAY else 0

    def note(self, now: int) -> None:
        """Remember this look, unless the last one is not a day ago."""
        if not now - A_DAY < self._last() <= now:
            atomic.write(self._path, _ENCODER.encode(_File(VERSION, now)))

    def _last(self) -> int:
        found = read_document(self._path, _DECODER, VERSION, self._lost)
        return found.looked if found else 0

    def _lost(self, what: str) -> None:
        self._warn(f"{what}; what was purged is kept for a day longer")
