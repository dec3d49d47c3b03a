"""Kills feedtui at random moments, and checks that nothing it had confirmed is gone.

After each kill every file has to parse, what the round confirmed has to be there, and nothing else
may have changed. `kill.py refresh mark --kills 100` is two hundred kills.

Everything happens in temporary folders, with a server on the loopback interface; no other process
is touched, and nobody else is asked for anything. The exit code is 1 when something was lost.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from random import Random

from kill_add import adding
from kill_compaction import compacting
from kill_mark import marking
from kill_purge import purging
from kill_refresh import refreshing
from kill_screen import pressing
from killing import Kind, Round
from sandbox import Sandbox, open_sandbox
from soundness import counted, unsound

KINDS: dict[str, Callable[[Sandbox], AbstractContextManager[Kind]]] = {
    "refresh": refreshing,
    "mark": marking,
    "add": adding,
    "purge": purging,
    "compact": compacting,
    "screen": pressing,
}
MOST_ROUNDS = 5
"""Rounds for each kill that is wanted, at most."""

_ROW = "{:<8} {:>7} {:>6} {:>10} {:>6} {:>10} {:>11}"
_HEADINGS = ("kind", "rounds", "kills", "confirmed", "files", "leftovers", "violations")


def main() -> int:
    """Run the rounds and print a line for each kind."""
    said = _arguments()
    print(_ROW.format(*_HEADINGS))
    violations = [lost for kind in said.kinds or KINDS for lost in _rounds(kind, said)]
    for violation in violations:
        print(violation)
    return 1 if violations else 0


def _arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--kills", type=int, default=50, metavar="N", help="of each kind")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="for the moments")
    said = parser.parse_args()
    if unknown := set(said.kinds) - set(KINDS):
        parser.error(f"there is no kind {', '.join(sorted(unknown))}")
    return said


def _rounds(name: str, said: Namespace) -> list[str]:
    chance = Random(f"{said.seed} {name}")
    with open_sandbox() as sandbox, KINDS[name](sandbox) as kind:
        rounds = _rounds_until(said.kills, partial(_round, kind, sandbox, chance))
        _print_row(name, rounds, sandbox)
    return [
        f"{name}, round {number}: {violation}"
        for number, each in enumerate(rounds)
        for violation in each.violations
    ]


def _rounds_until(kills: int, one: Callable[[], Round]) -> list[Round]:
    """Rounds until so many kills have met a running program, or it is always done before."""
    rounds: list[Round] = []
    while sum(each.hit for each in rounds) < kills and len(rounds) < MOST_ROUNDS * kills:
        rounds.append(one())
    return rounds


def _round(kind: Kind, sandbox: Sandbox, chance: Random) -> Round:
    done = kind.round(chance)
    return replace(done, violations=(*done.violations, *unsound(sandbox.places)))


def _print_row(name: str, rounds: list[Round], sandbox: Sandbox) -> None:
    kills = sum(each.hit for each in rounds)
    confirmed = sum(each.confirmed for each in rounds)
    violations = sum(len(each.violations) for each in rounds)
    files, leftovers = counted(sandbox.places), sandbox.leftovers()
    row = _ROW.format(name, len(rounds), kills, confirmed, files, leftovers, violations)
    print(row, flush=True)


if __name__ == "__main__":
    sys.exit(main())
