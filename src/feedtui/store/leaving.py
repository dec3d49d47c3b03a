"""What a person left behind on the screen: left.json, read at start and written at leaving only.

It is a convenience, worth nothing but the moment that it saves. It may be lost, two screens may
write it one after the other, and what can't be read is as good as what isn't there. Each part is a
frozen value of its own with defaults, so that a part may be added without a new format.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from feedtui.errors import StoreError
from feedtui.query.views import View
from feedtui.store import atomic
from feedtui.store.documents import NOT_UNDERSTOOD
from feedtui.store.versions import version_at

VERSION = 1


@dataclass(frozen=True, slots=True)
class Panes:
    """How wide panes are: the feeds in columns, the entries in thousandths of what is left."""

    feeds: int = 28
    entries: int = 400


DEFAULT_PANES = Panes()


@dataclass(frozen=True, slots=True)
class Lists:
    """Which list was shown, which entry the cursor was on, what the list was narrowed to.

    `folded` are the rows of the list of feeds that were shut. None means that nobody knows.
    """

    view: View | None = None
    entry: str = ""
    filter: str = ""
    folded: tuple[View, ...] | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """All that is remembered from one session of the screen to the next."""

    version: int = VERSION
    panes: Panes = DEFAULT_PANES
    lists: Lists = Lists()


def read_left(path: Path) -> Left:
    """What was left at `path`; the defaults where nothing was, or nothing that can be read."""
    try:
        content = path.read_bytes()
        return msgspec.json.decode(content, type=Left)
    except (OSError, *NOT_UNDERSTOOD):
        return Left()


def keep_left(path: Path, left: Left) -> None:
    """Keep it, unless a newer feedtui keeps its own there, or the disk refuses."""
    if version_at(path) > VERSION:
        return
    try:
        atomic.write(path, msgspec.json.encode(left))
    except StoreError:
        return
