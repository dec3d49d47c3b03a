"""What the rounds of `kill.py` have in common: a program that is killed, and what a round found."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Protocol

from sandbox import Sandbox

PATIENCE = 60.0
"""Seconds after which a program that wasn't killed has to be done."""


@dataclass(frozen=True, slots=True)
class Round:
    """`hit`: the kill met a running process. `confirmed`: things that it had said were done."""

    hit: bool
    confirmed: int
    violations: tuple[str, ...] = ()


class Kind(Protocol):
    """Something to do over and over again, each time under a kill."""

    def round(self, chance: Random) -> Round:
        """Do it, kill it, and look at what is left."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, what it printed, and whether the kill met it alive."""

    code: int
    printed: str
    hit: bool


Kill = Callable[["subprocess.Popen[str]"], bool]
"""Kills what it will of a program; whether that was still running."""


def kill_it(process: "subprocess.Popen[str]") -> bool:
    """SIGKILL to the process itself."""
    process.kill()
    return process.wait() == -signal.SIGKILL


def run_and_kill(sandbox: Sandbox, words: list[str], after: float, kill: Kill = kill_it) -> Ended:
    """Run the program and kill it so many seconds later, unless it is done by then.

    Its children have its standard error, so this returns when the last of them has ended, too.
    """
    with subprocess.Popen(
        sandbox.command(*words),
        env=sandbox.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        hit = False
        try:
            printed, _ = process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            hit = kill(process)
            printed, _ = process.communicate(timeout=PATIENCE)
    return Ended(process.returncode, printed, hit)


def duration(sandbox: Sandbox, *words: str) -> float:
    """Seconds that the program needs when nobody kills it."""
    started = time.perf_counter()
    sandbox.run(*words)
    return time.perf_counter() - started


def children(pid: int) -> list[int]:
    """The processes that a process started and that are still there."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def kill_one(pid: int) -> bool:
    """SIGKILL to a process; whether it was there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def entries(sandbox: Sandbox) -> dict[str, dict[str, object]]:
    """What the program says of its entries afterwards, by title."""
    ended = sandbox.run("entries", "--json")
    records = [json.loads(line) for line in ended.stdout.splitlines()]
    return {record["title"]: record for record in records}
