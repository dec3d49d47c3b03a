"""What a program costs, with all the processes that it starts."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from refresh_programs import Command

_EVERY = 0.05
"""Seconds between two looks at memory."""

_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of processors; MB of all processes together and of the largest."""

    wall: float
    processors: float
    memory: float
    largest: float
    code: int


def cost_of(command: Command) -> Cost:
    """Run it to its end."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command.words,
        env=command.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    watch = MemoryWatch(process.pid)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    processors, largest = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    return Cost(wall, processors, max(watch.end(), largest), largest, process.returncode)


class MemoryWatch:
    """Looks at the memory of a process and all that descend from it until it is ended."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._ended = Event()
        self._thread = Thread(target=self._look)
        self._thread.start()

    def end(self) -> float:
        """The most that was seen, in MB."""
        self._ended.set()
        self._thread.join()
        return self._most * _PAGE / 1024**2

    def _look(self) -> None:
        while not self._ended.wait(_EVERY):
            self._most = max(self._most, _pages(self._pid))


def _pages(pid: int) -> int:
    """Resident pages of a process and its descendants."""
    parents: dict[int, int] = {}
    pages: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _fields(entry)):
            parents[int(entry.name)] = int(fields[1])
            pages[int(entry.name)] = int(fields[21])
    return sum(pages[each] for each in pages if _descends(each, pid, parents))


def _fields(process: Path) -> list[str]:
    """The fields of proc(5) stat behind the name, from the state on; none if it has ended."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _descends(pid: int, ancestor: int, parents: dict[int, int]) -> bool:
    while pid not in {0, 1, ancestor}:
        pid = parents.get(pid, 0)
    return pid == ancestor
