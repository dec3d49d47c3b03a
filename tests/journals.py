"""What tests of journals have in common."""

from collections.abc import Iterable
from pathlib import Path

from feedtui.model import Marking, MarkValue
from feedtui.store.marks import MarkJournal

Mark = tuple[str, str, MarkValue, int, str]
"""Entry, field, value, time, device."""

READ = Marking("read", True, ["00000000000000aa"], [5], "laptop")
STAR = Marking("starred", False, ["00000000000000ab"], [6], "laptop")


def each(markings: Iterable[Marking]) -> list[Mark]:
    """The marks one by one, sorted."""
    marks = [
        (entry, marking.field, marking.value, time, marking.device)
        for marking in markings
        for entry, time in zip(marking.entries, marking.times, strict=True)
    ]
    return sorted(marks, key=repr)


def many(number: int, time: int = 1) -> Marking:
    """So many entries, read."""
    entries = [f"{index:016x}" for index in range(number)]
    return Marking("read", True, entries, [*range(time, time + number)], "laptop")


def append_often(folder: Path, number: int, times: int) -> None:
    """Mark so many entries, whose ids begin with the number, one after the other."""
    journal = MarkJournal(folder, "laptop", print)
    for step in range(times):
        journal.append([Marking("read", True, [f"{number:08x}{step:08x}"], [step], "laptop")])


def compact_often(folder: Path, times: int) -> None:
    """Compact the journal so many times."""
    journal = MarkJournal(folder, "laptop", print)
    for _ in range(times):
        journal.compact()
