"""`feedtui mark` under a kill: what it printed stays marked, and nothing else changes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from generate import write_library
from killing import Round, duration, entries, run_and_kill
from sandbox import Sandbox

ENTRIES = 300

_WAYS = {
    "--read": ("read", True),
    "--unread": ("read", False),
    "--star": ("starred", True),
    "--unstar": ("starred", False),
    "--tag=kept": ("tags", ["kept"]),
    "--untag=kept": ("tags", []),
}

Records = dict[str, dict[str, object]]


@contextmanager
def marking(sandbox: Sandbox) -> Iterator["Marking"]:
    """Rounds of marking in a sandbox."""
    write_library(sandbox.places, ENTRIES, per_feed=30)
    yield Marking(sandbox)


class Marking:
    """Marks of single entries, one command each."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._records = entries(sandbox)
        first = next(iter(self._records.values()))
        self._longest = duration(sandbox, "mark", str(first["id"]), "--unread")

    def round(self, chance: Random) -> Round:
        """Mark one entry after the other until the kill, and compare all with what they were."""
        end = time.perf_counter() + chance.uniform(0.1, 6) * self._longest
        confirmed = 0
        while (left := end - time.perf_counter()) > 0:
            title, way = chance.choice(list(self._records)), chance.choice(list(_WAYS))
            words = ["mark", str(self._records[title]["id"]), way]
            ended = run_and_kill(self._sandbox, words, left)
            before, self._records = self._records, _marked(self._records, title, way)
            if ended.code and "found" not in ended.printed:
                return Round(ended.hit, confirmed, self._look(before, self._records))
            confirmed += 1
        return Round(hit=False, confirmed=confirmed, violations=self._look(self._records))

    def _look(self, *allowed: Records) -> tuple[str, ...]:
        found = entries(self._sandbox)
        self._records = found
        return () if found in allowed else (_difference(allowed[0], found),)


def _marked(records: Records, title: str, way: str) -> Records:
    field, value = _WAYS[way]
    return records | {title: records[title] | {field: value}}


def _difference(wanted: Records, found: Records) -> str:
    titles = [title for title in wanted if wanted[title] != found.get(title)]
    return (
        ", ".join(f"{title} is now {found.get(title)}" for title in titles[:3]) or "more than was"
    )
