"""The last frame: what the screen showed when it was left, as lines for a terminal.

The next start shows it at once, while everything else is still being imported and read. It is a
picture, worth nothing but its speed: it may be lost, and one that doesn't fit is not shown. Nothing
here imports more than it must, because every import would be waited for.
"""

import re
from collections.abc import Sequence
from pathlib import Path

_FIRST = "feedtui frame 1"
_HARMLESS = re.compile(r"(?:\x1b\[[0-9;]*m|[^\x00-\x1f\x7f-\x9f\u2028\u2029])*")
"""Text and its colours, and nothing that moves, asks or sets anything."""

_COLOURED = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3\d|4\d|9\d|10\d)(?:;[0-9;]*)?m")
"""A colour of text or ground (ECMA-48, SGR 30 to 49; 90 to 107)."""


def frame_bytes(rows: Sequence[str], columns: int, lines: int) -> bytes:
    """A frame as it is kept: its size, and its rows with their colours."""
    return "\n".join((f"{_FIRST} {columns} {lines}", *rows)).encode("utf-8", "replace")


def read_frame(path: Path, columns: int, lines: int) -> tuple[str, ...]:
    """The rows of the frame at `path`; none when there is no frame of just this size."""
    try:
        first, *rows = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return ()
    fits = first == f"{_FIRST} {columns} {lines}" and len(rows) == lines
    return tuple(rows) if fits and all(map(_HARMLESS.fullmatch, rows)) else ()


def has_colours(rows: Sequence[str]) -> bool:
    """Whether a frame is more than bold, underlined, faint or reversed."""
    return any(map(_COLOURED.search, rows))
