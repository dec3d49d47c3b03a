"""`feedtui purge` and `feedtui undo` under a kill: an entry is in its feed or in its bin.

Afterwards, taking back all purges has to bring back every entry with its text.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from generate import mark_read, write_library
from killing import Round, duration, run_and_kill
from sandbox import Sandbox

ENTRIES = 400
KEPT = 3
"""Entries that a feed may keep."""

Document = dict[str, Any]

Texts = dict[str, str]
"""What is kept of each entry, by its id: the text."""


@contextmanager
def purging(sandbox: Sandbox) -> Iterator["Purging"]:
    """Rounds of purging and taking back in a sandbox."""
    write_library(sandbox.places, ENTRIES, per_feed=20, body=2000)
    mark_read(sandbox.places, ENTRIES, 99)
    sandbox.places.settings.write_text(f"[keep]\nentries = {KEPT}\n")
    yield Purging(sandbox)


class Purging:
    """A purge or the taking back of one in each round, killed in the middle."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._texts = self._in_feeds()
        self._longest = duration(sandbox, "purge", "--dry-run")

    def round(self, chance: Random) -> Round:
        """Purge, or take a purge back, under a kill; then take back all that was purged."""
        command = chance.choice(("purge", "undo"))
        if command == "undo":
            self._sandbox.run("purge")
        ended = run_and_kill(self._sandbox, [command], chance.uniform(0.4, 1.4) * self._longest)
        violations = _missing(self._texts, self._in_feeds() | self._in_bins(), "gone")
        while self._sandbox.run("undo").returncode == 0:
            pass
        violations += _missing(self._texts, self._in_feeds(), "not taken back")
        return Round(ended.hit, int(ended.code == 0), tuple(violations))

    def _in_feeds(self) -> Texts:
        found: Texts = {}
        for heads in self._sandbox.places.feeds.glob("*/heads.json"):
            bodies = _read(heads.with_name("bodies.json"))["bodies"]
            ids = [head["id"] for head in _read(heads)["feed"]["heads"]]
            found |= {entry: bodies[entry]["html"] for entry in ids if entry in bodies}
        return found

    def _in_bins(self) -> Texts:
        found: Texts = {}
        for path in self._sandbox.places.feeds.glob("*/bin.json"):
            for batch in _read(path)["batches"]:
                found |= {entry: body["html"] for entry, body in batch["bodies"].items()}
        return found


def _read(path: Path) -> Document:
    """A file of the store; one that doesn't parse is told of elsewhere, and holds nothing here."""
    try:
        document: Document = json.loads(path.read_bytes())
    except ValueError:
        return {"bodies": {}, "feed": {"heads": []}, "batches": []}
    return document


def _missing(wanted: Texts, found: Texts, what: str) -> list[str]:
    return [f"{entry} is {what}" for entry in wanted if found.get(entry) != wanted[entry]]
