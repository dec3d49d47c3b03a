"""What reading on costs: remembering a place, listing what was left half-way, comparing versions.

Everything happens in a temporary folder.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial

from essays import essay
from figures import print_columns, print_times
from generate import write_library
from sandbox import open_sandbox

from feedtui.article.differences import differences
from feedtui.article.reader import read
from feedtui.library.home import Home
from feedtui.library.library import Library
from feedtui.library.positions import Position
from feedtui.query.views import ALL, STARTED

_REPEAT = 15
_SIZES = (3_000, 60_000, 500_000)


def main() -> int:
    """Print all figures."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--left", type=int, default=1000, help="entries that were left half-way")
    said = parser.parse_args()
    print_columns()
    with open_sandbox() as sandbox:
        write_library(sandbox.places, said.entries)
        home = Home(sandbox.places, sandbox.environment, _milliseconds, print)
        _places(home.library(), said.left)
    for size in _SIZES:
        _versions(size)
    return 0


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


def _places(library: Library, left: int) -> None:
    items = library.items(ALL)[:left]
    place = Position(3, 120, 40)
    times = [_seconds(partial(library.set_position, item, place)) for item in items]
    print_times("remembering a place", times)
    times = [_seconds(partial(library.items, STARTED)) for _ in range(_REPEAT)]
    print_times(f"listing {left:,} that were left", times)


def _versions(size: int) -> None:
    before = read(essay(size), "")
    after = read(essay(size).replace("river", "stream").replace("several", "a few"), "")
    times = [_seconds(partial(differences, before, after)) for _ in range(_REPEAT)]
    print_times(f"comparing {size // 1000} KB", times)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
