"""feedtui beside other readers, refreshing the same feeds from the same server.

    python bench/refresh.py [--feeds 500] [--same 1000] [--latency 0 100] [--reader-python PYTHON]

Three refreshes of each program, from files of its own: all feeds new, all changed by one entry, and
of another number of feeds, all as they were. The server is a process of its own and no part of the
figures. Programs that aren't on PATH are left out. How many entries each program keeps afterwards
is compared with how many there are.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from refresh_cost import Cost, cost_of
from refresh_programs import Program, programs_here
from refresh_server import Host, Round, open_host

_ROW = "  {:<10} {:>8} {:>7} {:>8} {:>7} {:>8} {:>8} {:>9} {:>9}  {}"


@dataclass(frozen=True, slots=True)
class Ran:
    """What one refresh of one program cost, and what came of it."""

    name: str
    cost: Cost
    entries: int
    there: int
    answers: str

    @property
    def is_whole(self) -> bool:
        """Whether it ended well and keeps all entries that there are."""
        return self.cost.code == 0 and self.entries == self.there


def main() -> int:
    """Run all of it; 1 when feedtui lacks entries."""
    said = _arguments()
    ran = [each for latency in said.latency for each in _rounds(said, latency / 1000)]
    return 0 if all(each.is_whole for each in ran if each.name == "feedtui") else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--feeds", type=int, default=500, help="that are new, then changed")
    parser.add_argument("--same", type=int, default=1000, help="that are as they were")
    parser.add_argument("--latency", type=int, nargs="+", default=[0, 100], help="milliseconds")
    parser.add_argument("--reader-python", default="", help="a Python that has lemon24/reader")
    parser.add_argument("--only", nargs="+", default=[], help="programs, by name")
    return parser.parse_args()


def _rounds(said: argparse.Namespace, latency: float) -> Iterator[Ran]:
    with _open_world(said, said.feeds) as (host, programs):
        for version, name in enumerate(("new", "changed by one entry")):
            print(f"\n{said.feeds} feeds, all {name}, {1000 * latency:.0f} ms", flush=True)
            yield from _compared(host, programs, Round(version, latency))
    if not said.same:
        return
    with _open_world(said, said.same) as (host, programs):
        for program in programs:
            host.serve(Round(0, 0))
            cost_of(program.refresh())
        print(f"\n{said.same} feeds, all as they were, {1000 * latency:.0f} ms", flush=True)
        yield from _compared(host, programs, Round(0, latency))


@contextmanager
def _open_world(said: argparse.Namespace, feeds: int) -> Iterator[tuple[Host, list[Program]]]:
    """A server of so many feeds, and programs that are subscribed to all of them."""
    with open_host(feeds) as host, TemporaryDirectory(prefix="feedtui-bench-") as folder:
        programs = programs_here(Path(folder), host.urls, said.reader_python)
        yield host, [each for each in programs if not said.only or each.name in said.only]


def _compared(host: Host, programs: list[Program], what: Round) -> list[Ran]:
    there = host.serve(what).entries
    ran = [_run(host, program, there) for program in programs]
    measure = next((each for each in ran if each.name == "newsboat"), None)
    print(
        _ROW.format("", "wall s", "ratio", "CPU s", "ratio", "MB", "largest", "entries", "of", "")
    )
    for each in ran:
        _print(each, measure)
    return ran


def _run(host: Host, program: Program, there: int) -> Ran:
    host.answers()
    cost = cost_of(program.refresh())
    answers = ", ".join(f"{count} × {status}" for status, count in host.answers().items())
    return Ran(program.name, cost, program.entries(), there, answers)


def _print(ran: Ran, measure: Ran | None) -> None:
    cost = ran.cost
    wall = f"{cost.wall / measure.cost.wall:.2f}" if measure else ""
    processors = f"{cost.processors / measure.cost.processors:.2f}" if measure else ""
    times = (f"{cost.wall:.2f}", wall, f"{cost.processors:.2f}", processors)
    memory = (f"{cost.memory:.0f}", f"{cost.largest:.0f}")
    said = ran.answers if cost.code == 0 else f"{ran.answers}, exit {cost.code}"
    print(_ROW.format(ran.name, *times, *memory, ran.entries, ran.there, said), flush=True)


if __name__ == "__main__":
    sys.exit(main())
