"""What taking back costs in a library of 100,000 entries: single marks and one of everything.

python bench/undo.py [ENTRIES]
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, time_ns

from generate import write_library

from feedtui.library.home import Home
from feedtui.library.library import Library
from feedtui.library.marks import STARRED
from feedtui.store.paths import Places

ROUNDS = 200


def main() -> None:
    """Print milliseconds, and bytes of the journals."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        home = _home(Path(folder))
        write_library(home.places, entries, body=64)
        library = home.library()
        _singles(home, library)
        _bulk(home, library)


def _home(folder: Path) -> Home:
    places = Places(*(folder / name for name in ("config", "data", "cache", "state")))
    return Home(places, {}, lambda: time_ns() // 1_000_000, _complain)


def _singles(home: Home, library: Library) -> None:
    items = library.every_item()
    before = _size(home)
    marking = _timed(
        lambda: [library.mark([item], STARRED, "starred", value=True) for item in items[:ROUNDS]]
    )
    _say("one mark", marking / ROUNDS, f"{(_size(home) - before) / ROUNDS:.0f} bytes of steps")
    _say("one undo", _timed(lambda: [library.undo() for _ in range(ROUNDS)]) / ROUNDS, "")
    _say("one redo", _timed(lambda: [library.redo() for _ in range(ROUNDS)]) / ROUNDS, "")


def _bulk(home: Home, library: Library) -> None:
    items = library.every_item()
    before = _size(home)
    marking = _timed(lambda: library.mark(items, STARRED, "starred all", value=True))
    _say(f"marking {len(items):,}", marking, f"{_size(home) - before:,} bytes of steps")
    _say("taking it back", _timed(library.undo), "")
    _say("doing it again", _timed(library.redo), "")
    _say("naming the steps", _timed(library.steps), "")


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def _size(home: Home) -> int:
    path = home.places.steps
    return path.stat().st_size if path.exists() else 0


def _say(what: str, milliseconds: float, more: str) -> None:
    sys.stdout.write(f"{what:24} {milliseconds:9.2f} ms  {more}\n")


def _complain(message: str) -> None:
    sys.stderr.write(f"{message}\n")


if __name__ == "__main__":
    main()
