"""What a file says of the feedtui that wrote it."""

import os
import re
from pathlib import Path

from feedtui.errors import NewerVersionError

_BEGINNING = re.compile(rb'\s*\{\s*"version"\s*:\s*(\d{1,9})\b')
_ENOUGH = 64
"""Bytes of a file in which its version is: every file begins with it."""


def refuse_newer(path: Path, version: int, known: int) -> None:
    """Raise NewerVersionError when a file has a format above the one that is known."""
    if version > known:
        raise NewerVersionError(
            f"{path} was written by a newer feedtui (format {version}, this one reads {known}). "
            "It is left alone; please update feedtui"
        )


def version_at(path: Path) -> int:
    """The format of a file by its first bytes; 0 when it isn't there or doesn't begin with it.

    It is asked of every file of a thousand feeds, so it does no more than it has to.
    """
    try:
        found = _BEGINNING.match(_first_bytes(path))
    except OSError:
        return 0
    return int(found[1]) if found else 0


def _first_bytes(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(descriptor, _ENOUGH)
    finally:
        os.close(descriptor)
