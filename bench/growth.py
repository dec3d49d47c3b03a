"""Measures how loading, memory, marking and refreshing grow with the library.

Each library is made anew in a temporary folder, with one more feed that a server on this machine
answers for. Nothing is judged; the figures are printed. What was written is told by the system: the
files of the sandbox that are others afterwards, and how long they are. SQLite writes within its
file; of the search index, what is told is by how much it grew.
"""

import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from generate import mark_read, write_library
from sandbox import Sandbox, open_sandbox
from serving import Pages, rss, serve_pages

from feedtui.library.subscribing import subscribe_all
from feedtui.model import Subscription
from feedtui.store.cache import folder_name

TIMES = 5
LISTED = 100
"""Entries in the document of the feed that is refreshed."""

_HTML = "<p>What is written here is written again with each refresh of this feed.</p>\n" * 55
_LOAD = """
import gc, resource, sys, time
gc.disable()
import os
from feedtui.library.home import Home
from feedtui.store.paths import find_places
home = Home(find_places(os.environ), os.environ, lambda: 0, print)
started = time.perf_counter()
library = home.library()
river = library.every_item()
seconds = time.perf_counter() - started
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_ROW = "  {:<44} {:>12}"


@dataclass(frozen=True, slots=True)
class Written:
    """What a command wrote: seconds, and the bytes of each file that are new or replace others."""

    seconds: float
    files: Mapping[str, int]

    def to(self, part: str) -> int:
        """The bytes of files that have this in their path."""
        return sum(size for path, size in self.files.items() if part in path)


def main() -> int:
    """Measure at each size."""
    said = _arguments()
    for size in said.sizes:
        with open_sandbox() as sandbox, serve_pages() as pages:
            write_library(sandbox.places, size)
            mark_read(sandbox.places, size, said.read)
            print(f"\n{size:,} entries, {said.read} % of them read", flush=True)
            _print_all(sandbox, pages)
    return 0


def _arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000, 100_000], metavar="N")
    parser.add_argument("--read", type=int, choices=range(100), default=50, metavar="PERCENT")
    return parser.parse_args()


def _print_all(sandbox: Sandbox, pages: Pages) -> None:
    loads = [_load(sandbox) for _ in range(TIMES)]
    _print("load and sort all heads and marks, ms", 1000 * median(one for one, _ in loads))
    _print("memory of that process, MB", median(one for _, one in loads))
    url = f"{pages.address}/feed"
    subscribe_all(sandbox.places, [Subscription(url)])
    pages.pages["/feed"] = _document(range(LISTED))
    sandbox.run("refresh", url)
    sandbox.run("search", "--update")
    _print_marks(sandbox)
    _print_refreshes(sandbox, pages, url)


def _load(sandbox: Sandbox) -> tuple[float, float]:
    python = [sys.executable, "-c", _LOAD]
    told = subprocess.run(
        python, env=sandbox.environment, capture_output=True, text=True, check=True
    )
    seconds, memory = map(float, told.stdout.split())
    return seconds, memory


def _print_marks(sandbox: Sandbox) -> None:
    ids = [line.split()[0] for line in sandbox.run("entries", "--limit", "6").stdout.splitlines()]
    marks = [_written(sandbox, "mark", one, "--star") for one in ids[:TIMES]]
    _print("mark one entry, whole command, ms", 1000 * median(each.seconds for each in marks))
    last = marks[-1]
    _print("bytes written for it", last.to("/"))
    _print("... to the journal of marks", last.to("/marks/"))
    _print("... to the journal of steps", last.to("steps.jsonl"))
    _print("files written for it", len(last.files))


def _print_refreshes(sandbox: Sandbox, pages: Pages, url: str) -> None:
    refreshes = []
    for number in range(1, TIMES + 1):
        pages.pages["/feed"] = _document(range(number, number + LISTED))
        refreshes.append(_written(sandbox, "refresh", url))
    own, last = f"/{folder_name(url)}/", refreshes[-1]
    others = {path for path in last.files if "/feeds/" in path and own not in path}
    _print("refresh one feed, one entry new, ms", 1000 * median(each.seconds for each in refreshes))
    _print("bytes written for it to its own folder", last.to(own))
    _print("... to which files, how many", sum(own in path for path in last.files))
    _print("files of other feeds that were written", len(others))
    _print("bytes by which the search index grew, each", _mean(refreshes, "search.db"))
    _print("bytes written to all other files", last.to("/") - last.to(own) - last.to("search.db"))
    _print("size of the search index, KB", sandbox.places.search.stat().st_size / 1000)


def _mean(refreshes: Sequence[Written], part: str) -> float:
    return sum(each.to(part) for each in refreshes) / len(refreshes)


def _document(numbers: range) -> str:
    return rss("Growing", {f"entry {number}": f"{number} {_HTML}" for number in reversed(numbers)})


def _written(sandbox: Sandbox, *words: str) -> Written:
    before = _files(sandbox.folder)
    seconds = _timed(lambda: sandbox.run(*words))
    after = _files(sandbox.folder)
    changed = {name: now for name, now in after.items() if before.get(name) != now}
    added = {name: _added(before.get(name), now) for name, now in changed.items()}
    return Written(seconds, added)


def _added(before: tuple[int, int, int] | None, now: tuple[int, int, int]) -> int:
    """Bytes that were appended to a file, or all of them where it is another one now."""
    (inode, size, _), (old_inode, old_size, _) = now, before or (0, 0, 0)
    return size - old_size if inode == old_inode else size


def _files(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {str(path): (stat.st_ino, stat.st_size, stat.st_mtime_ns) for path, stat in found}


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def _print(name: str, value: float) -> None:
    print(
        _ROW.format(
            name, f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"
        ),
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
