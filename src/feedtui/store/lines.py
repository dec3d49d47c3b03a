"""The lines of a journal of marks: JSON, an object each.

The first line says the version. A mark is entry, field, value and time, with short names because
there are many; where a journal was compacted, a line has lists of entries and of times. Any other
line is damaged: it is counted, and costs itself only. So do the lines that a version control system
leaves behind where it could not merge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from feedtui.model import Marking, MarkValue
from feedtui.store.words import LATEST_TIME, Words

VERSION = 2
"""The format. The first one had no lines with lists; it is read as well."""

_TOGETHER = 100
"""Marks in one line of a compacted journal: so many may a damaged line cost."""

_Entry = Annotated[str, msgspec.Meta(min_length=1)]
_Time = Annotated[int, msgspec.Meta(ge=0, le=LATEST_TIME)]


@dataclass(frozen=True, slots=True)
class _Line:
    """A mark: entry, field, value, time. Or a first line: version, and `lines` as `compacted`."""

    e: _Entry | list[_Entry] = ""
    f: str = ""
    v: MarkValue = True
    t: _Time | list[_Time] = 0
    version: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """What lines say: marks, the numbers of the damaged ones, the largest version that is named."""

    markings: tuple[Marking, ...] = ()
    damaged: tuple[int, ...] = ()
    version: int = 0


_Marks = tuple[list[str], list[int]]

_DECODER = msgspec.json.Decoder(_Line)
_ENCODER = msgspec.json.Encoder()
_DAMAGED = _Line()


def read_lines(content: bytes, device: str, before: int = 0) -> Read:
    """Read lines of the journal of a device; `before` is how many lines stand above them.

    The marks come together by field and value, in no order: none is needed.
    """
    gathered: dict[tuple[str, MarkValue], _Marks] = {}
    damaged = []
    version = 0
    for number, line in enumerate(content.split(b"\n"), before + 1):
        found = _decoded(line)
        marks = _marks(found)
        if marks:
            entries, times = gathered.setdefault((found.f, found.v), ([], []))
            entries += marks[0]
            times += marks[1]
        elif found.version:
            version = max(version, found.version)
        elif line:
            damaged.append(number)
    markings = [Marking(field, value, *marks, device) for (field, value), marks in gathered.items()]
    return Read(tuple(markings), tuple(damaged), version)


def damaged_lines(content: bytes, numbers: tuple[int, ...]) -> bytes:
    """The lines of a journal that have these numbers."""
    lines = content.split(b"\n")
    return b"".join(lines[number - 1] + b"\n" for number in numbers)


def first_line(lines: int = 1) -> bytes:
    """The line that every journal begins with; `lines` is how many it has after compaction."""
    return _ENCODER.encode({"version": VERSION, "lines": lines}) + b"\n"


def read_first_line(line: bytes) -> tuple[int, int]:
    """The version that a first line names, and how many lines the journal had; 0 for what isn't."""
    found = _decoded(line)
    return found.version, found.lines


def marks_as_lines(marking: Marking) -> Iterator[bytes]:
    """A line for each mark, as they are appended."""
    for entry, time in zip(marking.entries, marking.times, strict=True):
        yield _encoded(marking.field, marking.value, entry, time)


def compacted(words: Words) -> bytes:
    """A whole journal that says what these words say, once each."""
    lines = [line for marking in words.markings() for line in _together(marking)]
    return first_line(len(lines) + 1) + b"".join(lines)


def _together(marking: Marking) -> Iterator[bytes]:
    for start in range(0, len(marking.entries), _TOGETHER):
        some = slice(start, start + _TOGETHER)
        yield _encoded(marking.field, marking.value, marking.entries[some], marking.times[some])


def _encoded(field: str, value: MarkValue, entry: object, time: object) -> bytes:
    return _ENCODER.encode({"e": entry, "f": field, "v": value, "t": time}) + b"\n"


def _decoded(line: bytes) -> _Line:
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _DAMAGED


def _marks(line: _Line) -> _Marks | None:
    """The entries and the times of a line, as many of these as of those; None when it has none."""
    entries, times = line.e, line.t
    if isinstance(entries, str) and isinstance(times, int) and entries and line.f:
        return [entries], [times]
    if isinstance(entries, str) or isinstance(times, int) or not line.f:
        return None
    return (entries, times) if len(entries) == len(times) else None
