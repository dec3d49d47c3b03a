"""A bar of progress on one line of a terminal."""

from typing import TextIO

_CELLS = 30


class Progress:
    """How many of `total` are done. Drawn over itself, and gone when cleared."""

    def __init__(self, out: TextIO, total: int) -> None:
        self._out = out
        self._total = total
        self._done = 0

    def advance(self, remark: str) -> None:
        """One more is done."""
        self._done += 1
        full = _CELLS * self._done // self._total
        bar = "█" * full + "░" * (_CELLS - full)
        self._out.write(f"\r\x1b[K{bar} {self._done}/{self._total}  {remark}")
        self._out.flush()

    def clear(self) -> None:
        """Take the bar away, so that a line can be printed."""
        self._out.write("\r\x1b[K")
        self._out.flush()
