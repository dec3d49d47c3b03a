"""The folder of one feed, and the rules by which its files are read and written.

Reading takes no lock and writes nothing, but for moving damaged files out of the way. Writing
happens under the folder's lock: what killed writers left is swept away, files of older formats are
brought up to date first, and where one file is of a newer format the whole folder is left alone.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TypeVar

import msgspec

from feedtui.errors import StoreError
from feedtui.store import atomic
from feedtui.store.documents import (
    Versioned,
    copy_aside,
    move_aside,
    read_file,
    upgrade_file,
    upgraded,
)
from feedtui.store.formats import FORMATS, HISTORIES, LISTS, HistoryFile, Kind
from feedtui.store.versions import refuse_newer, version_at

Warn = Callable[[str], None]

_File = TypeVar("_File", bound=Versioned)

_ENCODER = msgspec.json.Encoder()
_OLD_HISTORY = msgspec.json.Decoder(HistoryFile)


class FeedFolder:
    """The files of one feed. `warn` is told, in a sentence, of every file that was damaged.

    `is_held` says that its lock is ours; the one who has it must not ask for it again.
    """

    def __init__(self, path: Path, warn: Warn) -> None:
        self.path = path
        self.is_held = False
        self._is_ready = False
        self._warn = warn

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, waiting for whoever has it. Raises StoreError without a folder."""
        self._make_way()
        with atomic.locked_folder(self.path) as alone:
            if alone:
                atomic.sweep(self.path)
            self.is_held = True
            try:
                yield
            finally:
                self.is_held = self._is_ready = False

    def alone(self) -> AbstractContextManager[bool]:
        """A block in which nobody else writes here, or word that somebody does just now."""
        return (
            nullcontext(enter_result=True) if self.is_held else atomic.try_locked_folder(self.path)
        )

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return atomic.is_there(self.path / name)

    def read(self, kind: Kind[_File]) -> _File | None:
        """What a file holds; None without it, and for a damaged one, which is moved aside.

        Raises NewerVersionError, and StoreError when the file can't be read.
        """
        try:
            return read_file(self.path / kind.name, kind.format, self.lost, self.alone)
        except StoreError:
            if self._make_way():
                return None
            raise

    def history_among_heads(self) -> HistoryFile | None:
        """The history where format 1 had it; None in a newer folder, or without one."""
        old = upgraded(self.path / LISTS.name, LISTS.format)
        if old is None or HISTORIES.name not in old.beside:
            return None
        try:
            return _OLD_HISTORY.decode(_ENCODER.encode(old.beside[HISTORIES.name]))
        except msgspec.DecodeError:
            return None

    def write(self, name: str, document: Versioned) -> None:
        """Replace a file, whole. The lock is held. Raises NewerVersionError and StoreError."""
        self._make_ready()
        atomic.write(self.path / name, _ENCODER.encode(document))

    def remove(self, name: str) -> None:
        """Remove a file, if it is there. The lock is held. Raises as `write` does."""
        self._make_ready()
        atomic.delete(self.path / name)

    def copy_aside(self, name: str) -> Path:
        """Keep a file that is damaged in part under another name, too. Raises StoreError."""
        path = self.path / name
        try:
            return copy_aside(path, path.read_bytes())
        except OSError as error:
            raise atomic.unreadable(path, error) from error

    def refuse_newer(self) -> None:
        """Raise NewerVersionError when any of the files is of a newer format."""
        refuse_newer_in(self.path)

    def lost(self, what: str) -> None:
        """Tell of a damage, and what follows from it."""
        self._warn(f"{what}; the feed will be fetched again")

    def _make_ready(self) -> None:
        """Before the first change under a lock: are all files ours to change, and up to date?"""
        if self._is_ready:
            return
        self.refuse_newer()
        if 0 < version_at(self.path / LISTS.name) < LISTS.format.version:
            upgrade_file(self.path / LISTS.name, LISTS.format)
        self._is_ready = self.is_held

    def _make_way(self) -> bool:
        """Move a file aside that lies where the folder should be; whether there was one."""
        if not atomic.is_there(self.path) or self.path.is_dir():
            return False
        aside = move_aside(self.path)
        if aside is not None:
            self.lost(f"{self.path} is a file in the place of a folder. It is now {aside.name}")
        return aside is not None


def refuse_newer_in(folder: Path) -> None:
    """Raise NewerVersionError when any file of a feed's folder is of a newer format."""
    for name, known in FORMATS.items():
        path = folder / name
        refuse_newer(path, version_at(path), known)
