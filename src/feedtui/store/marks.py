"""What the person did: a journal of marks, one file per device, only ever appended to.

Each device writes its own file and reads all of them, so a folder that is carried between machines
never has two writers for one file. A line is one mark. A line that was torn by a crash, or damaged,
is skipped and reported; the next append starts on a line of its own. The first line says which
version wrote the file.
"""

import fcntl
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from feedtui.model import Mark, MarkValue
from feedtui.store import atomic
from feedtui.store.cache import Warn
from feedtui.store.versions import refuse_newer

VERSION = 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a journal, short because there are many: entry, field, value, time."""

    e: str = ""
    f: str = ""
    v: MarkValue = True
    t: int = 0
    version: int = 0


_DECODER = msgspec.json.Decoder(_Line)
_ENCODER = msgspec.json.Encoder()


class MarkJournal:
    """The folder `marks/`, seen from one device. `warn` is told of lines that are damaged."""

    def __init__(self, folder: Path, device: str, warn: Warn) -> None:
        self.path = folder / f"{device}.jsonl"
        self._folder = folder
        self._device = device
        self._warn = warn
        self._read_up_to: dict[Path, int] = {}
        self._unsettled = False

    def append(self, marks: Iterable[Mark]) -> None:
        """Write marks to this device's file. They outlive this process from here on.

        Raises StoreError when the disk refuses.
        """
        lines = b"".join(_encode(mark) for mark in marks)
        try:
            atomic.make_folder(self._folder)
            _append(self.path, lines)
        except OSError as error:
            raise atomic.unwritable(self.path, error) from error
        self._unsettled = True

    def settle(self) -> None:
        """Wait until what was appended is on the disk, where a power cut can't reach it."""
        if not self._unsettled:
            return
        self._unsettled = False
        try:
            atomic.flush(self.path)
            atomic.flush(self._folder)
        except OSError as error:
            raise atomic.unwritable(self.path, error) from error

    def read_new(self) -> tuple[Mark, ...]:
        """The marks, of all devices, that were not handed out before.

        Raises NewerVersionError, and StoreError when a journal can't be read.
        """
        return tuple(
            mark for path in sorted(self._folder.glob("*.jsonl")) for mark in self._read(path)
        )

    def _read(self, path: Path) -> list[Mark]:
        start = self._read_up_to.get(path, 0)
        try:
            with path.open("rb") as file:
                file.seek(start)
                content = file.read()
        except OSError as error:
            raise atomic.unreadable(path, error) from error
        whole = content[: content.rfind(b"\n") + 1]
        self._read_up_to[path] = start + len(whole)
        return self._decode(path, whole)

    def _decode(self, path: Path, content: bytes) -> list[Mark]:
        marks = []
        damaged = 0
        device = path.stem
        for line in content.splitlines():
            try:
                found = _DECODER.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                damaged += bool(line)
                continue
            refuse_newer(path, found.version, VERSION)
            if found.e and found.f:
                marks.append(Mark(found.e, found.f, found.v, found.t, device))
        if damaged:
            self._warn(f"{path}: {damaged} damaged line(s) were skipped; the others count")
        return marks


def _encode(mark: Mark) -> bytes:
    fields = {"e": mark.entry, "f": mark.field, "v": mark.value, "t": mark.time}
    return _ENCODER.encode(fields) + b"\n"


def _append(path: Path, lines: bytes) -> None:
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    descriptor = os.open(path, flags, atomic.PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _write_all(descriptor, _beginning(descriptor) + lines)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _beginning(descriptor: int) -> bytes:
    size = os.fstat(descriptor).st_size
    if not size:
        return _ENCODER.encode({"version": VERSION}) + b"\n"
    torn = os.pread(descriptor, 1, size - 1) != b"\n"
    return b"\n" if torn else b""
