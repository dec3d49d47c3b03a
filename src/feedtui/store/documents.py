"""JSON files of the program's own: read with care, because disks, crashes and people touch them.

A file that can't be understood is moved aside, so that it is neither lost nor in the way; one that
a newer feedtui wrote is refused and left alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from feedtui.errors import StoreError
from feedtui.store import atomic
from feedtui.store.versions import refuse_newer


class Versioned(Protocol):
    """What every such file begins with."""

    @property
    def version(self) -> int:
        """The format that the file has."""
        ...


@dataclass(frozen=True, slots=True)
class _Version:
    version: int


_Document = TypeVar("_Document", bound=Versioned)

_VERSION = msgspec.json.Decoder(_Version)


def read_document(
    path: Path, decoder: msgspec.json.Decoder[_Document], known: int, lost: Callable[[str], None]
) -> _Document | None:
    """What `path` holds, or None when it isn't there or was damaged.

    `known` is the newest format that is understood. A damaged file is moved aside, and `lost` is
    told so, in the beginning of a sentence. Raises NewerVersionError, and StoreError when the file
    can't be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise atomic.unreadable(path, error) from error
    try:
        found = decoder.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        refuse_newer(path, _version_of(content), known)
        lost(_move_aside(path))
        return None
    refuse_newer(path, found.version, known)
    return found


def _move_aside(path: Path) -> str:
    aside = _free_name(path)
    try:
        path.replace(aside)
    except OSError as error:
        raise StoreError(f"{path} is damaged and can't be moved: {error.strerror}") from error
    return f"{path} was damaged. It is now {aside.name}"


def _version_of(content: bytes) -> int:
    """The version that a file says it has, whatever else is in it; 0 where it says none."""
    try:
        return _VERSION.decode(content).version
    except (msgspec.DecodeError, UnicodeDecodeError):
        return 0


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside
