"""A journal made short: the latest word on each field of each entry, and none of the earlier ones.

Only the device that writes a journal compacts it. What has been read is merged and written to
another file first; then, under the journal's lock, what was added meanwhile is copied behind it,
and the file takes the journal's name. Up to that moment the old journal is there, and from it on
the new one, which says the same; nobody who marks has to wait for more than the copying.

A journal of an older version is kept beside the new one, and so are damaged lines.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from feedtui.store import atomic, locks
from feedtui.store.appending import locked_journal
from feedtui.store.documents import copy_aside
from feedtui.store.following import Followed
from feedtui.store.lines import (
    VERSION,
    compacted,
    damaged_lines,
    read_first_line,
    read_lines,
)
from feedtui.store.versions import refuse_newer
from feedtui.store.words import Words

_LONG = 20_000
"""Lines; what is shorter is read in no time."""

_GROWN = 2
"""How many times as long as after its last compaction a journal has to be."""


def is_due(content: bytes) -> bool:
    """Whether a journal is worth compacting."""
    _, kept = read_first_line(content.partition(b"\n")[0])
    return content.count(b"\n") > max(_LONG, _GROWN * kept)


def compact(path: Path) -> bool:
    """Make the journal at `path` short; False when another process may be at work on it.

    Raises OSError, NewerVersionError and StoreError; the journal is there as it was then.
    """
    with atomic.try_locked_folder(path.parent) as alone:
        if not alone:
            return False
        target = path.resolve()
        atomic.sweep(target.parent, target.name)
        return _replace(target)


def _replace(path: Path) -> bool:
    old = Followed(path)
    content = old.news()
    old.take(content)
    short = _shortened(path, content)
    prefix = f".{path.name}."
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=atomic.PART, dir=path.parent)
    temporary = Path(name)
    try:
        _write(descriptor, short)
        with locked_journal(path) as journal:
            return _finish(old, journal, temporary)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write(descriptor: int, content: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _finish(old: Followed, journal: int, temporary: Path) -> bool:
    """Copy what was added meanwhile, and take the journal's name.

    False if it is not the same journal any more, or without locks: somebody may be adding to it.
    """
    rest = old.rest(journal)
    if rest is None or locks.attempt(journal) != "held":
        return False
    _write(os.open(temporary, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC), rest)
    _set_mode(temporary, os.fstat(journal).st_mode & 0o777)
    temporary.replace(old.path)
    atomic.flush_folder(old.path.parent)
    return True


def _set_mode(path: Path, mode: int) -> None:
    """Give a file its mode, and ask nothing of a file system that knows one mode only."""
    if path.stat().st_mode & 0o777 != mode:
        path.chmod(mode)


def _shortened(path: Path, content: bytes) -> bytes:
    """The journal in short, once what won't be in it any more is kept elsewhere."""
    read = read_lines(content, "")
    refuse_newer(path, read.version, VERSION)
    if 0 < read.version < VERSION:
        atomic.write(path.with_name(f"{path.name}.v{read.version}"), content)
    if read.damaged:
        copy_aside(path, damaged_lines(content, read.damaged))
    words = Words()
    for marking in read.markings:
        words.take(marking)
    return compacted(words)
