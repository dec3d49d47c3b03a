"""Adding lines to a journal that several processes of one device write, and one may replace.

The journal's own lock is held while it is written. Who had to wait for it may hold a file that was
replaced meanwhile, and opens the new one then. Lines are added all or not at all, as far as a disk
that is full allows; a line that a dead writer left unfinished is ended first.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from feedtui.store import atomic, locks
from feedtui.store.lines import VERSION, first_line, read_first_line
from feedtui.store.versions import refuse_newer

_LONGEST_FIRST_LINE = 100


@contextmanager
def locked_journal(path: Path) -> Iterator[int]:
    """The journal at `path` as an open file, under its lock; made if it isn't there.

    Raises OSError, and NewerVersionError when a newer feedtui wrote it.
    """
    descriptor = _open_locked(path)
    try:
        refuse_newer(path, version_of(descriptor), VERSION)
        yield descriptor
    finally:
        os.close(descriptor)


def add_lines(descriptor: int, lines: bytes) -> bytes:
    """Write lines at the end of a journal that is locked; what was written in all.

    Raises OSError, with the journal as it was.
    """
    size = os.fstat(descriptor).st_size
    content = _beginning(descriptor, size) + lines
    try:
        _write_all(descriptor, content)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size)
        raise
    return content


def version_of(descriptor: int) -> int:
    """The version that an open journal's first line names; 0 when it names none."""
    line = os.pread(descriptor, _LONGEST_FIRST_LINE, 0).partition(b"\n")[0]
    return read_first_line(line)[0]


def _open_locked(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    while True:
        descriptor = os.open(path, flags, atomic.PRIVATE_FILE)
        try:
            locks.hold(descriptor)
            if _is_there(path, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_there(path: Path, descriptor: int) -> bool:
    """Whether the file that was opened still has its name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _beginning(descriptor: int, size: int) -> bytes:
    if not size:
        return first_line()
    unfinished = os.pread(descriptor, 1, size - 1) != b"\n"
    return b"\n" if unfinished else b""


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
