"""A refresh that makes a long journal of marks short, under a kill: every mark stays what it is."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from killing import Round, entries, kill_it
from sandbox import Sandbox
from serving import rss, serve_pages

from feedtui.library.subscribing import subscribe_all
from feedtui.model import Subscription
from feedtui.store import atomic

ENTRIES = 200
_LONG = 40_000
"""Lines of a journal that is worth compacting."""

LATEST = 0.1
"""Seconds after the beginning of the writing, at most, for the kill."""


@contextmanager
def compacting(sandbox: Sandbox) -> Iterator["Compacting"]:
    """Rounds of compaction in a sandbox."""
    with serve_pages() as pages:
        pages.pages["/feed"] = rss("Feed", {f"entry {each}": "<p>.</p>" for each in range(ENTRIES)})
        subscribe_all(sandbox.places, [Subscription(f"{pages.address}/feed")])
        sandbox.run("refresh")
        for query, mark in (("1", "--read"), ("2", "--star"), ("3", "--tag=kept"), ("4", "--hide")):
            sandbox.run("mark", query, mark)
        yield Compacting(sandbox)


class Compacting:
    """In each round the journal is long again, with the same marks said over and over."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        (self._journal,) = sandbox.places.marks.glob("*.jsonl")
        self._version, _, self._marks = self._journal.read_bytes().partition(b"\n")
        self._records = entries(sandbox)
        self._lengthen()
        sandbox.run("refresh")
        self._short = self._journal.stat().st_size

    def round(self, chance: Random) -> Round:
        """Lengthen the journal, have it made short, kill, and compare what the marks say."""
        self._lengthen()
        hit = self._kill_in_the_middle(chance.uniform(0, LATEST))
        short = self._journal.stat().st_size <= self._short
        same = entries(self._sandbox) == self._records
        return Round(hit, int(short), () if same else ("marks are others than before",))

    def _kill_in_the_middle(self, after: float) -> bool:
        """Run a refresh, and kill it so many seconds after it has begun to write the journal."""
        with subprocess.Popen(
            self._sandbox.command("refresh"),
            env=self._sandbox.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        ) as process:
            while process.poll() is None and not atomic.leftovers(self._journal.parent):
                time.sleep(0.0005)
            time.sleep(after)
            return kill_it(process)

    def _lengthen(self) -> None:
        times = _LONG // self._marks.count(b"\n")
        self._journal.write_bytes(self._version + b"\n" + self._marks * times)
