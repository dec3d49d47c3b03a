"""What the person did on this device, step by step, so that it can be taken back after a restart.

A journal: a line says that a step was done, taken back, done again, or can't be taken back any more
(`lapsed`). It is this device's business and lies in the state folder, which nobody carries to
another machine. All processes of the device share it, under one lock. Damaged lines are skipped.

It is bounded: now and then it is written anew with the latest steps only, when it has become twice
as long as it was then. How old a step is doesn't count there, for that would be by a clock that may
have jumped.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import msgspec

from feedtui.model import MarkValue, Subscription
from feedtui.store import atomic
from feedtui.store.documents import NOT_UNDERSTOOD
from feedtui.store.versions import refuse_newer, version_at

VERSION = 1
MOST_STEPS = 1000
MOST_BYTES = 8 * 1024 * 1024
LONGEST = 30 * 24 * 3600 * 1000
"""Milliseconds for which a step can be taken back."""

LATEST_TIME = 253_402_300_799_000
"""The end of the year 9999, in milliseconds; a step of a later time is damaged."""

_GROWTH = 256 * 1024
_LONGEST_FIRST_LINE = 100


_Time = Annotated[int, msgspec.Meta(ge=0, le=LATEST_TIME)]

WordName = int | str
"""A mark among those of its entry's field: by its time, and its device if it is another one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of some entries, all of which had one value before, by marks of one name."""

    field: str
    before: MarkValue
    after: MarkValue
    was: WordName
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """`before` became `after` at a place of feeds.toml; the hashes are the whole text's."""

    start: int
    before: str
    after: str
    hash_before: str
    hash_after: str


@dataclass(frozen=True, slots=True)
class Table:
    """A feed of feeds.toml before and after an edit; `below` is the feed that stood below it."""

    before: Subscription | None
    after: Subscription | None
    below: str = ""


@dataclass(frozen=True, slots=True)
class FeedsEdit:
    """An edit of feeds.toml: as text, and as what it means."""

    patch: Patch
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Binned:
    """Entries of a feed, by the feed's key, that went into its bin."""

    feed: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One action, with a name for the person and the time at which it was done.

    Times are in milliseconds. `written` is that of its marks, and of its batch in the bins; `feeds`
    are the keys of the feeds that it was about.
    """

    id: str
    name: str
    time: _Time
    written: _Time = 0
    feeds: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    edit: FeedsEdit | None = None
    binned: tuple[Binned, ...] = ()


@dataclass(frozen=True, slots=True)
class Did:
    """A step was done."""

    step: Step


@dataclass(frozen=True, slots=True)
class Undone:
    """A step was taken back, by marks of the time `written`."""

    step: str
    written: int


@dataclass(frozen=True, slots=True)
class Redone:
    """A step was done again, by marks of the time `written`."""

    step: str
    written: int


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A step can be neither taken back nor done again any more."""

    step: str


Event = Did | Undone | Redone | Lapsed


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file. The first has the version, and how long the file was then."""

    version: int = 0
    kept: int = 0
    did: Step | None = None
    undone: str = ""
    redone: str = ""
    lapsed: str = ""
    written: _Time = 0


_DECODER = msgspec.json.Decoder(_Line)
_ENCODER = msgspec.json.Encoder()


class StepJournal:
    """The file at `path`. `name` gives a name to each step, `warn` is told of damage."""

    def __init__(
        self, path: Path, lock: Path, name: Callable[[], str], warn: Callable[[str], None]
    ) -> None:
        self.path = path
        self._lock = lock
        self._name = name
        self._warn = warn
        self._unsettled = False

    def did(self, step: Step) -> None:
        """Write that a step was done, under a name of its own. Raises StoreError."""
        with self.held() as held:
            held.add(Did(replace(step, id=self._name())))
            held.shorten()

    def events(self) -> tuple[Event, ...]:
        """What is written, for whoever only looks; it takes no lock. Raises as `held` does."""
        return HeldJournal(self.path, self._warn).events()

    @contextmanager
    def held(self) -> Iterator["HeldJournal"]:
        """Hold the journal, so that no other process takes back the same step. Raises StoreError.

        It is not to be asked for by who holds it already.
        """
        with atomic.locked(self._lock) as alone:
            if alone:
                atomic.sweep(self.path.parent, self.path.name)
            self._unsettled = True
            yield HeldJournal(self.path, self._warn)

    def settle(self) -> None:
        """Wait until what was written is on the disk. Raises StoreError."""
        if not self._unsettled:
            return
        self._unsettled = False
        try:
            atomic.flush(self.path)
            atomic.flush_folder(self.path.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise atomic.unwritable(self.path, error) from error


class HeldJournal:
    """The journal in the hands of one process."""

    def __init__(self, path: Path, warn: Callable[[str], None]) -> None:
        self._path = path
        self._warn = warn

    def events(self) -> tuple[Event, ...]:
        """What is written, in order. Raises NewerVersionError and StoreError."""
        return tuple(event for event, _ in self._lines())

    def add(self, event: Event) -> None:
        """Write what happened; it outlives this process from here on.

        Raises NewerVersionError and StoreError, with the file as it was.
        """
        refuse_newer(self._path, version_at(self._path), VERSION)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
        try:
            atomic.make_folder(self._path.parent)
            descriptor = os.open(self._path, flags, atomic.PRIVATE_FILE)
        except OSError as error:
            raise atomic.unwritable(self._path, error) from error
        try:
            _write(descriptor, _encoded(event))
        except OSError as error:
            raise atomic.unwritable(self._path, error) from error
        finally:
            os.close(descriptor)

    def shorten(self) -> None:
        """Drop what is too much, if the file has grown by enough to be worth it.

        Raises NewerVersionError and StoreError.
        """
        if not self._is_long():
            return
        lines = b"".join(line + b"\n" for line in _latest(self._lines()))
        first = _ENCODER.encode({"version": VERSION, "kept": len(lines)}) + b"\n"
        atomic.write(self._path, first + lines)

    def _is_long(self) -> bool:
        try:
            with self._path.open("rb") as file:
                first = _decoded(file.readline(_LONGEST_FIRST_LINE))
                size = os.fstat(file.fileno()).st_size
        except OSError as error:
            raise atomic.unreadable(self._path, error) from error
        return size > 2 * (first.kept if first else 0) + _GROWTH

    def _lines(self) -> list[tuple[Event, bytes]]:
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise atomic.unreadable(self._path, error) from error
        lines = content.split(b"\n")
        found = [(_decoded(line), line) for line in lines if line]
        for each, _ in found:
            refuse_newer(self._path, each.version if each else 0, VERSION)
        if damaged := sum(each is None for each, _ in found):
            self._warn(f"{self._path}: {damaged} damaged line(s) were skipped; the others count")
        events = [(_event(each), line) for each, line in found if each]
        return [(event, line) for event, line in events if event]


def _write(descriptor: int, line: bytes) -> None:
    size = os.fstat(descriptor).st_size
    if not size:
        line = _ENCODER.encode({"version": VERSION}) + b"\n" + line
    elif os.pread(descriptor, 1, size - 1) != b"\n":
        line = b"\n" + line
    try:
        _write_all(descriptor, line)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _encoded(event: Event) -> bytes:
    fields: dict[str, object]
    match event:
        case Did(step):
            fields = {"did": step}
        case Undone(name, written):
            fields = {"undone": name, "written": written}
        case Redone(name, written):
            fields = {"redone": name, "written": written}
        case Lapsed(name):
            fields = {"lapsed": name}
    return _ENCODER.encode(fields) + b"\n"


def _decoded(line: bytes) -> _Line | None:
    try:
        return _DECODER.decode(line)
    except NOT_UNDERSTOOD:
        return None


def _event(line: _Line) -> Event | None:
    if line.did:
        return Did(line.did)
    if line.undone:
        return Undone(line.undone, line.written)
    if line.redone:
        return Redone(line.redone, line.written)
    return Lapsed(line.lapsed) if line.lapsed else None


def _latest(lines: Sequence[tuple[Event, bytes]]) -> Iterable[bytes]:
    """The lines of the latest steps, and those about them."""
    kept: set[str] = set()
    left = MOST_BYTES
    for event, line in reversed(lines):
        if not isinstance(event, Did):
            continue
        left -= len(line)
        if left < 0 or len(kept) == MOST_STEPS:
            break
        kept.add(event.step.id)
    return (line for event, line in lines if _step_of(event) in kept)


def _step_of(event: Event) -> str:
    return event.step.id if isinstance(event, Did) else event.step
