"""What the person did: a journal of marks for each device.

Each device writes its own file and reads all of them, so a folder that is carried between machines
never has two writers for one file. All that is ever done to it is to add lines (`appending`), and
now and then to say the same in fewer (`compaction`). The copies that a program leaves which carries
the folder and found two versions of a file are read like any other journal.

One journal that can't be read, or that a newer feedtui wrote, is told of once, and the marks of the
others count.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from feedtui.errors import StoreError
from feedtui.model import Marking
from feedtui.store import atomic
from feedtui.store.appending import add_lines, locked_journal
from feedtui.store.cache import Warn
from feedtui.store.compaction import compact, is_due
from feedtui.store.following import Followed
from feedtui.store.lines import VERSION, marks_as_lines, read_lines
from feedtui.store.versions import refuse_newer
from feedtui.store.words import Words

_SUFFIX = ".jsonl"
_CONFLICT = ".sync-conflict-"
_NAMED = 5
"""Damaged lines whose numbers are told."""


@dataclass(frozen=True, slots=True)
class JournalState:
    """A journal as the doctor sees it: `marks` is how many words in it no later one replaces.

    `size` is in bytes, `damaged` has the numbers of lines. `is_copy` says that a program which
    carries the folder put it beside the device's own; `is_due`, that it is worth compacting.
    """

    path: Path
    device: str
    size: int
    marks: int
    damaged: tuple[int, ...]
    is_copy: bool
    is_due: bool


class MarkJournal:
    """The folder `marks/`, seen from one device. `warn` is told, once, of what can't be read."""

    def __init__(self, folder: Path, device: str, warn: Warn) -> None:
        self.path = folder / f"{device}{_SUFFIX}"
        self._folder = folder
        self._warn = warn
        self._told: set[str] = set()
        self._followed: dict[Path, Followed] = {}
        self._unsettled = False

    def append(self, markings: Iterable[Marking]) -> None:
        """Write marks to this device's file, a line each. They outlive this process from here on.

        They are not handed out by `read_new`. Raises StoreError, with nothing written, when the
        disk refuses, and NewerVersionError.
        """
        lines = b"".join(line for marking in markings for line in marks_as_lines(marking))
        try:
            atomic.make_folder(self._folder)
            self._add(lines)
        except OSError as error:
            raise atomic.unwritable(self.path, error) from error
        self._unsettled = True

    def settle(self) -> None:
        """Wait until what was appended is on the disk, where a power cut can't reach it."""
        if not self._unsettled:
            return
        try:
            atomic.flush(self.path)
            atomic.flush_folder(self._folder)
        except OSError as error:
            raise atomic.unwritable(self.path, error) from error
        self._unsettled = False

    def read_new(self) -> tuple[Marking, ...]:
        """The marks, of all devices, that came since the last time.

        Some may come again, when a file was replaced. Where nothing is new this takes a look at
        each journal's size and date.
        """
        return tuple(marking for path in self._journals() for marking in self._news(path))

    def compact(self) -> bool:
        """Make this device's journal short, whatever it is like; False if another may be at it.

        What it says stays the same. Raises StoreError and NewerVersionError, with the journal as
        it was.
        """
        try:
            return compact(self.path)
        except OSError as error:
            raise atomic.unwritable(self.path, error) from error

    def compact_if_due(self) -> bool:
        """Make this device's journal short if it has become long; whether it was done."""
        try:
            content = self.path.read_bytes()
        except OSError:
            return False
        return is_due(content) and self.compact()

    def states(self) -> Iterator[JournalState]:
        """What there is of each device, read from the beginning."""
        for path in self._journals():
            try:
                yield _state(path)
            except OSError as error:
                self._tell(str(atomic.unreadable(path, error)))

    def _add(self, lines: bytes) -> None:
        followed = self._follow(self.path)
        with locked_journal(self.path) as journal:
            known = followed.ends_at(journal)
            added = add_lines(journal, lines)
        if known:
            followed.take(added)

    def _journals(self) -> list[Path]:
        try:
            paths = [*self._folder.iterdir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            self._tell(str(atomic.unreadable(self._folder, error)))
            return []
        return sorted(
            path for path in paths if path.suffix == _SUFFIX and not path.name.startswith(".")
        )

    def _news(self, path: Path) -> tuple[Marking, ...]:
        followed = self._follow(path)
        try:
            content = followed.news()
            read = read_lines(content, _device_of(path), followed.lines)
            refuse_newer(path, read.version, VERSION)
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._tell(str(atomic.unreadable(path, error)))
            return ()
        except StoreError as error:
            self._tell(str(error))
            return ()
        followed.take(content)
        if read.damaged:
            self._tell(f"{path}: {_skipped(read.damaged)}; the others count")
        return read.markings

    def _follow(self, path: Path) -> Followed:
        return self._followed.setdefault(path, Followed(path))

    def _tell(self, message: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self._warn(message)


def _skipped(damaged: tuple[int, ...]) -> str:
    numbers = ", ".join(map(str, damaged[:_NAMED])) + (", …" if len(damaged) > _NAMED else "")
    return f"{len(damaged)} damaged line(s) were skipped (line {numbers})"


def _device_of(path: Path) -> str:
    """The device whose journal this is, or a copy of one."""
    return path.stem.partition(_CONFLICT)[0]


def _state(path: Path) -> JournalState:
    content = path.read_bytes()
    device = _device_of(path)
    read = read_lines(content, device)
    words = Words()
    for marking in read.markings:
        words.take(marking)
    return JournalState(
        path,
        device,
        size=len(content),
        marks=len(words),
        damaged=read.damaged,
        is_copy=device != path.stem,
        is_due=is_due(content),
    )
