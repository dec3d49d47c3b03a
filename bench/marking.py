"""What marks cost: two processes that mark at once, looking for others' marks, reading journals.

The exit code is 1 when a mark was lost. Everything happens in temporary folders.
"""

import multiprocessing
import os
import sys
import time
import tracemalloc
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import print_columns, print_times
from generate import write_library
from sandbox import Sandbox, open_sandbox

from feedtui.library.home import Home
from feedtui.library.library import Library
from feedtui.library.marks import READ, STARRED, Marks
from feedtui.model import Item, Marking
from feedtui.query.views import ALL
from feedtui.store.marks import MarkJournal

_REPEAT = 7
_JOURNALS = 10
_START = 1_790_000_000_000
_SETTLE_EVERY = 1.0

Work = Callable[[Library, Sequence[Item]], None]


@dataclass(frozen=True, slots=True)
class Worked:
    """What a process did: seconds, and how often it waited for the disk."""

    seconds: float
    flushes: int


def main() -> int:
    """Print all figures."""
    said = _arguments()
    lost = sum(_two_at_once(said.entries, work) for work in (one_by_one, all_at_once))
    print_columns()
    _looking()
    _reading(said.words)
    return 1 if lost else 0


def one_by_one(library: Library, items: Sequence[Item]) -> None:
    """Each entry is a mark of its own, on the disk within a second, as on the screen."""
    settled = time.perf_counter()
    for item in items:
        library.mark([item], READ, "read", value=True)
        if time.perf_counter() > settled + _SETTLE_EVERY:
            library.settle()
            settled = time.perf_counter()
    library.settle()


def all_at_once(library: Library, items: Sequence[Item]) -> None:
    """One action for all entries."""
    library.mark(items, READ, "read", value=True)
    library.settle()


def process(folder: Path, half: int, work: Work, results: "multiprocessing.Queue[Worked]") -> None:
    """Work on every second entry; put what came of it into `results`."""
    flushes = 0
    fsync = os.fsync

    def counting(descriptor: int) -> None:
        nonlocal flushes
        flushes += 1
        fsync(descriptor)

    os.fsync = counting  # type: ignore[assignment]
    library = _home(Sandbox(folder)).library()
    items = library.items(ALL)[half::2]
    started = time.perf_counter()
    work(library, items)
    results.put(Worked(time.perf_counter() - started, flushes))


def _two_at_once(entries: int, work: Work) -> int:
    """Two processes mark so many entries each; how many marks are missing in the end."""
    with open_sandbox() as sandbox:
        write_library(sandbox.places, 2 * entries, body=100)
        world = multiprocessing.get_context("spawn")
        results: multiprocessing.Queue[Worked] = world.Queue()
        running = [
            world.Process(target=process, args=(sandbox.folder, half, work, results))
            for half in (0, 1)
        ]
        for each in running:
            each.start()
        worked = [results.get() for _ in running]
        for each in running:
            each.join()
        library = _home(sandbox).library()
        missing = sum(not library.is_read(item) for item in library.every_item())
        written = sum(path.stat().st_size for path in sandbox.places.marks.iterdir())
    seconds = max(each.seconds for each in worked)
    print(
        f"two processes, {entries:,} entries each, {work.__name__.replace('_', ' ')}: "
        f"{seconds:.1f} s, {written / (2 * entries):.0f} bytes a mark, "
        f"{sum(each.flushes for each in worked)} flushes, {missing} marks missing"
    )
    return missing


def _looking() -> None:
    """How long it takes to look for marks of others, in ten journals."""
    with TemporaryDirectory(prefix="feedtui-bench-") as folder:
        journals = [_journal(Path(folder), f"device-{number}") for number in range(_JOURNALS)]
        for number, journal in enumerate(journals):
            journal.append([_marks(READ, 1000, number)])
        reader, other = journals[0], journals[1]
        reader.read_new()
        print_times("a look, nothing new", _timed(reader.read_new))

        def one_more() -> float:
            other.append([_marks(STARRED, 1, time.time_ns())])
            return _seconds(reader.read_new)

        print_times("a look, one new mark", [one_more() for _ in range(_REPEAT)])


def _reading(words: int) -> None:
    """How long a start reads a journal, before and after it was compacted, and what it keeps."""
    with TemporaryDirectory(prefix="feedtui-bench-") as folder:
        journal = _journal(Path(folder), "laptop")
        journal.append([_marks(READ, words // 2, 0), _marks(STARRED, words // 2, 0)])
        _print_reading(f"{words:,} marks, a line each", journal.path)
        print_times("compacting them", [_seconds(journal.compact)])
        _print_reading(f"{words:,} marks, compacted", journal.path)
        print(f"  kept in memory: {_kept(journal.path) / 1e6:.0f} MB")


def _print_reading(name: str, path: Path) -> None:
    print_times(name, _timed(lambda: _read(path)))
    print(f"  {path.stat().st_size:,} bytes")


def _read(path: Path) -> Marks:
    marks = Marks()
    marks.apply(_journal(path.parent, "reader").read_new())
    return marks


def _kept(path: Path) -> int:
    tracemalloc.start()
    marks = _read(path)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del marks
    return size


def _marks(field: str, number: int, start: int) -> Marking:
    entries = [f"{start % 2**32:08x}{index * 2654435761 % 2**32:08x}" for index in range(number)]
    return Marking(field, value=True, entries=entries, times=range(_START, _START + number))


def _journal(folder: Path, device: str) -> MarkJournal:
    return MarkJournal(folder, device, print)


def _home(sandbox: Sandbox) -> Home:
    return Home(sandbox.places, sandbox.environment, lambda: time.time_ns() // 10**6, print)


def _timed(what: Callable[[], object]) -> list[float]:
    return [_seconds(what) for _ in range(_REPEAT)]


def _seconds(what: Callable[[], object]) -> float:
    started = time.perf_counter()
    what()
    return time.perf_counter() - started


def _arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000, help="for each process")
    parser.add_argument("--words", type=int, default=200_000, help="marks in the journal")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
