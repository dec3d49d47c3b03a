"""A bar of progress on one line of a terminal: what is done, what came, and who is slow."""

from collections.abc import Sequence
from typing import TextIO

from feedtui.cli.printing import PLAIN_WIDTH, cut, terminal_width

_CELLS = 30
_NAMED = 3


class Progress:
    """How many of `total` are done. Drawn over itself, and gone when cleared."""

    def __init__(self, out: TextIO, total: int) -> None:
        self._out = out
        self._total = total

    def show(self, done: int, new: int, slow: Sequence[str]) -> None:
        """So many feeds are done, so many entries came, and these hosts are waited for."""
        full = _CELLS * done // self._total
        bar = "█" * full + "░" * (_CELLS - full)
        line = f"{bar} {done}/{self._total}  {new} new{_slow(slow)}"
        # A terminal may not know its width, and says 0 then.
        width = terminal_width(self._out) or PLAIN_WIDTH
        self._out.write(f"\r\x1b[K{cut(line, width - 1)}")
        self._out.flush()

    def clear(self) -> None:
        """Take the bar away, so that a line can be printed."""
        self._out.write("\r\x1b[K")
        self._out.flush()


def _slow(hosts: Sequence[str]) -> str:
    if not hosts:
        return ""
    others = f" and {len(hosts) - _NAMED} more" if len(hosts) > _NAMED else ""
    return f"  waiting for {', '.join(hosts[:_NAMED])}{others}"
