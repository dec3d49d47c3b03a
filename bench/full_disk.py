"""Runs feedtui where there is no room, and checks that nothing is damaged and all is told.

At each level of free space: new documents are published, the disk is filled up to that level, and
the command is run. Then every file has to parse, every entry and mark that was there has to be
there, `feedtui entries` has to work, a failure has to be told without a traceback; and when there
is room again, the same command has to succeed. The exit code is 1 when anything was not so.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from full_volumes import Volume, open_volume
from sandbox import Sandbox, furnish
from serving import Pages, rss, serve_pages
from soundness import unsound

from feedtui.library.subscribing import subscribe_all
from feedtui.model import Subscription

FEEDS = 6
LISTED = 10
LEVELS = (0, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024)
"""Free space in KiB."""

_FILLING = "<p>What was there stays there, and what could not be kept is said.</p>\n" * 40
_HEADINGS = ("command", "levels", "failed", "told", "later fine", "violations")
_ROW = "{:<8} {:>7} {:>7} {:>5} {:>11} {:>11}"

Ended = subprocess.CompletedProcess[str]
Records = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one level: whether it failed, said so, and was done when there was room."""

    failed: bool
    told: bool
    later: bool
    violations: tuple[str, ...]


class World:
    """A feedtui on a volume, with feeds that bring another entry each time."""

    def __init__(self, volume: Volume, pages: Pages) -> None:
        self.volume = volume
        self.sandbox = furnish(volume.folder)
        self.pages = pages
        self.number = 0
        urls = [f"{pages.address}/{feed}" for feed in range(FEEDS)]
        subscribe_all(self.sandbox.places, [Subscription(url) for url in urls])
        self.publish()
        self.run("refresh", "--force")

    def publish(self) -> None:
        """Another document for each feed, and a feed that nobody has yet."""
        self.number += 1
        for feed in (*range(FEEDS), f"new{self.number}"):
            numbers = range(self.number, self.number + LISTED)
            texts = {f"{feed}/{number}": f"<p>{number}</p>{_FILLING}" for number in numbers}
            self.pages.pages[f"/{feed}"] = rss(f"Feed {feed}", texts)

    def run(self, *words: str) -> Ended:
        """Run the program under the volume's conditions."""
        sandbox = self.sandbox
        return subprocess.run(
            self.volume.command(sandbox.command(*words)),
            env=sandbox.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def records(self) -> tuple[Ended, Records]:
        """All entries with their marks, by title."""
        ended = self.run("entries", "--json")
        lines = [json.loads(line) for line in ended.stdout.splitlines()]
        return ended, {line["title"]: line for line in lines}


def _refresh(_world: World) -> list[str]:
    return ["refresh", "--force", "--json"]


def _mark(world: World) -> list[str]:
    return ["mark", "--read" if world.number % 2 else "--unread", "--star", "feed:Feed"]


def _add(world: World) -> list[str]:
    return ["add", f"{world.pages.address}/new{world.number}"]


def _undo(world: World) -> list[str]:
    """What is marked with room is taken back without."""
    world.run(*_mark(world))
    return ["undo"]


KINDS: dict[str, Callable[[World], list[str]]] = {
    "refresh": _refresh,
    "mark": _mark,
    "add": _add,
    "undo": _undo,
}


def main() -> int:
    """Run every command at every level, and print a line for each command."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="COMMAND", help=", ".join(KINDS))
    parser.add_argument("--levels", type=int, nargs="+", default=LEVELS, metavar="KIB")
    said = parser.parse_args()
    violations: list[str] = []
    for kind in said.kinds or KINDS:
        with serve_pages() as pages, open_volume() as volume:
            world = World(volume, pages)
            if not violations and kind == (said.kinds or [*KINDS])[0]:
                print(f"on {volume.how}, with free KiB of {', '.join(map(str, said.levels))}")
                print(_ROW.format(*_HEADINGS))
            found = {level: _level(world, KINDS[kind], level * 1024) for level in said.levels}
        violations += _report(kind, found)
    print("\n".join(violations) or "no violations")
    return 1 if violations else 0


def _level(world: World, words_for: Callable[[World], list[str]], free: int) -> Found:
    world.publish()
    words = words_for(world)
    _, before = world.records()
    world.volume.fill(free)
    ended = world.run(*words)
    reading, now = world.records()
    world.volume.clear()
    violations = [*_wrong(words, ended, before, now), *_unread(reading), *_unsound(world.sandbox)]
    later = world.run(*_again(world, words)) if ended.returncode else ended
    _, then = world.records()
    violations += [*_gone(before, then), *_unsound(world.sandbox)]
    if later.returncode:
        violations.append(f"with room again, {words}: {later.stdout[-300:]} {later.stderr[-300:]}")
    told = "can't be" in ended.stdout + ended.stderr
    return Found(ended.returncode != 0, told, later.returncode == 0, tuple(violations))


def _again(world: World, words: list[str]) -> list[str]:
    """The same command, but for a feed that is in the list already and only lacks its entries."""
    listed = world.sandbox.places.subscriptions.read_text(encoding="utf-8")
    return ["refresh", words[1]] if words[0] == "add" and words[1] in listed else words


def _wrong(words: list[str], ended: Ended, before: Records, now: Records) -> Iterator[str]:
    """What is not as a command may leave it: done or not done, and told of."""
    said = ended.stdout + ended.stderr
    if "Traceback" in said or ended.returncode not in (0, 1):
        yield f"{words} ended with {ended.returncode}: {said[-600:]}"
    if ended.returncode and "can't be" not in said:
        yield f"{words} failed without a reason: {said[-300:]}"
    yield from _gone(before, now)
    changed = [title for title in before if before[title] != now.get(title)]
    if ended.returncode and changed and words[0] in ("mark", "undo"):
        yield f"{words} failed, but changed {len(changed)} entries"


def _gone(before: Records, now: Records) -> Iterator[str]:
    if missing := before.keys() - now.keys():
        yield f"{len(missing)} entries are gone, such as {min(missing)}"


def _unread(reading: Ended) -> Iterator[str]:
    if reading.returncode or "Traceback" in reading.stderr:
        yield f"entries ended with {reading.returncode}: {reading.stderr[-300:]}"


def _unsound(sandbox: Sandbox) -> list[str]:
    return unsound(sandbox.places)


def _report(kind: str, found: dict[int, Found]) -> list[str]:
    each = found.values()
    violations = [
        f"{kind} with {level} KiB: {violation}"
        for level, one in found.items()
        for violation in one.violations
    ]
    failed = sum(one.failed for one in each)
    told = sum(one.told for one in each)
    later = sum(one.later for one in each)
    print(_ROW.format(kind, len(found), failed, told, later, len(violations)), flush=True)
    return violations


if __name__ == "__main__":
    sys.exit(main())
