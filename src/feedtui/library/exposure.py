"""Passwords in feeds.toml, and whether other users of this machine can read them there.

The program makes its files for the person alone, but keeps the mode of one that the person made.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from feedtui.address import without_credentials
from feedtui.model import Subscription

_READ, _SEARCH = 4, 1
_GROUP, _EVERYBODY = 3, 0
"""How far a mode is shifted to have someone's three bits at its end."""


def exposure(path: Path, feeds: Iterable[Subscription]) -> str:
    """What to tell a person whose passwords others can read in `path`; empty if they can't."""
    if all(without_credentials(feed.url) == feed.url for feed in feeds):
        return ""
    try:
        folders = [folder.stat().st_mode for folder in path.resolve().parents]
        can_be_read = others_can_read(path.stat().st_mode, folders)
    except OSError:
        return ""
    told = f"{path} has passwords in it, and other users can read it; chmod 600 keeps them out"
    return told if can_be_read else ""


def others_can_read(file: int, folders: Sequence[int]) -> bool:
    """Whether more than its owner can read a file, by its mode and those of the folders above."""
    return any(
        file >> who & _READ and all(folder >> who & _SEARCH for folder in folders)
        for who in (_GROUP, _EVERYBODY)
    )
