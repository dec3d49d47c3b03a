"""A picture of the screen, as lines for a terminal: what the next start shows first.

The one place that reads what the toolkit keeps to itself: there is no other way to what it painted
but as an SVG.
"""

from contextlib import suppress
from pathlib import Path

from rich.console import Console
from textual.screen import Screen

from feedtui.errors import StoreError
from feedtui.store import atomic
from feedtui.store.frame import frame_bytes


def picture_of(screen: Screen[None], console: Console) -> bytes:
    """What is on the screen now, to be kept as the last frame."""
    strips = screen._compositor.render_strips()  # noqa: SLF001 - see above
    rows = [strip.render(console) for strip in strips]
    return frame_bytes(rows, screen.size.width, screen.size.height)


def keep_picture(path: Path, picture: bytes) -> None:
    """Keep the last frame, or else none, if the disk lets us; it is worth nothing but time."""
    try:
        atomic.write(path, picture)
    except StoreError:
        with suppress(StoreError):
            atomic.delete(path)
