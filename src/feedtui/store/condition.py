"""What lies in the program's folders that a person should know of: damage, leftovers, copies.

Looking changes nothing and takes no lock.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from feedtui.store import atomic
from feedtui.store.locks import told_of_missing
from feedtui.store.paths import Places

LEAST_FREE = 16 * 1024 * 1024
"""Bytes; with less, the next refresh may find no room."""

_DAMAGED = re.compile(r".+\.damaged-\d+")
_OLDER = re.compile(r".+\.v\d+")
_CARRIED = re.compile(r".+\.sync-conflict-.+\.(json|toml)")


@dataclass(frozen=True, slots=True)
class Condition:
    """What was found: files that were moved aside, temporary files of killed writers, and copies.

    The `older` ones are of files in an older format, from before they were upgraded. The `carried`
    ones were left by a program that carries folders between machines and found two versions of a
    file; nothing of them is read, other than of journals of marks.
    """

    damaged: tuple[Path, ...]
    leftovers: tuple[Path, ...]
    older: tuple[Path, ...]
    carried: tuple[Path, ...]


def condition(places: Places) -> Condition:
    """Look through all folders, without following links that lead out of them."""
    files = [path for folder in _folders(places) for path in _files(folder)]
    return Condition(
        damaged=tuple(path for path in files if _DAMAGED.fullmatch(path.name)),
        leftovers=tuple(path for path in files if atomic.is_temporary(path)),
        older=tuple(path for path in files if _OLDER.fullmatch(path.name)),
        carried=tuple(path for path in files if _CARRIED.fullmatch(path.name)),
    )


def obstacles(places: Places) -> list[str]:
    """What is in the way of writing, in sentences: no folder, no permission, no room, no locks."""
    folders = [said for folder in _folders(places) if (said := _obstacle(folder))]
    return [*folders, *filter(None, [told_of_missing((places.state, places.data))])]


def _obstacle(folder: Path) -> str:
    nearest = _nearest(folder)
    if not nearest.is_dir():
        return f"{nearest} is not a folder; nothing can be kept in {folder}"
    if not os.access(nearest, os.W_OK | os.X_OK):
        return f"{nearest} can't be written in; what is done is not kept in {folder}"
    free = free_bytes(folder)
    if free is not None and free < LEAST_FREE:
        return f"{folder} has {free // 1024:,} KiB of free space left"
    return ""


def free_bytes(folder: Path) -> int | None:
    """How much more can be kept in a folder, in bytes; None where that isn't known."""
    try:
        state = os.statvfs(_nearest(folder))
    except OSError:
        return None
    return state.f_bavail * state.f_frsize


def _nearest(folder: Path) -> Path:
    """The folder itself, or what is there of those above it."""
    return next(path for path in (folder, *folder.parents) if atomic.is_there(path))


def _folders(places: Places) -> tuple[Path, ...]:
    return tuple(dict.fromkeys((places.config, places.data, places.state)))


def _files(folder: Path) -> Iterable[Path]:
    for above, folders, files in os.walk(folder):
        for name in sorted((*folders, *files)):
            yield Path(above, name)
