"""The kernel's locks (`flock`): a dead process holds none, and nobody has to clean up after it.

Some file systems, over a network most of all, have no locks. There the work goes on without, and
whoever starts it tells the person so (`told_of_missing`).
"""

import errno
import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

_UNKNOWN_HERE = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})

Attempt = Literal["held", "busy", "none"]
"""What came of trying: it is ours, it is somebody else's, or there are no locks here."""


def hold(descriptor: int) -> bool:
    """Wait for the lock of an open file; False where there are no locks. Raises OSError."""
    return _took(descriptor, fcntl.LOCK_EX)


def attempt(descriptor: int) -> Attempt:
    """Take the lock of an open file if it is free. Raises OSError."""
    try:
        return "held" if _took(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB) else "none"
    except BlockingIOError:
        return "busy"


def told_of_missing(folders: Iterable[Path]) -> str:
    """What to tell when folders, as far as they are there, are where no locks are; or nothing."""
    without = [str(folder) for folder in folders if _has_none(folder)]
    if not without:
        return ""
    return (
        f"{' and '.join(without)}: this file system has no locks. Don't let two feedtui work at "
        "the same time here; one could overwrite what the other writes"
    )


def _has_none(folder: Path) -> bool:
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        return not _took(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _took(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how)
    except OSError as error:
        if error.errno in _UNKNOWN_HERE:
            return False
        raise
    return True
