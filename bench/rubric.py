"""How much of the rubric the typesetter meets: articles as a hundred platforms send them.

Prints the percentage of lines met, for kinds that the plan names and for kinds that nobody planned
for, at each width; with `-v` the lines that aren't met, and what they asked for.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "article"))

from bodies import WIDTHS, Body, all_bodies
from page import always

_ALWAYS = "what holds for any article"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one line of one body at one width: the wants that weren't met."""

    body: Body
    width: int
    line: str
    unmet: tuple[str, ...]


def main() -> int:
    """Examine, print; the exit code is 1 when anything wasn't met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="bodies; all without")
    parser.add_argument("-v", action="store_true", dest="verbose", help="name what wasn't met")
    said = parser.parse_args()
    bodies = [body for body in all_bodies() if not said.names or body.name in said.names]
    verdicts = [verdict for body in bodies for verdict in _verdicts(body)]
    _print_table(verdicts)
    if said.verbose:
        _print_unmet(verdicts)
    return int(any(verdict.unmet for verdict in verdicts))


def _verdicts(body: Body) -> Iterator[Verdict]:
    for width in WIDTHS:
        page = body.page(width)
        yield Verdict(body, width, _ALWAYS, tuple(always(page)))
        for line in body.lines:
            if width in line.widths:
                yield Verdict(body, width, line.name, line.unmet(page))


def _print_table(verdicts: list[Verdict]) -> None:
    asked = [verdict for verdict in verdicts if verdict.line != _ALWAYS]
    print(f"{'':8}" + "".join(f"{width:>8}" for width in WIDTHS))
    _print_row("seen", [verdict for verdict in asked if verdict.body.seen])
    _print_row("unseen", [verdict for verdict in asked if not verdict.body.seen])
    _print_row("always", [verdict for verdict in verdicts if verdict.line == _ALWAYS])


def _print_row(name: str, verdicts: list[Verdict]) -> None:
    shares = [_share([each for each in verdicts if each.width == width]) for width in WIDTHS]
    bodies = len({verdict.body.name for verdict in verdicts})
    lines = len({(verdict.body.name, verdict.line) for verdict in verdicts})
    row = f"{name:8}" + "".join(f"{share:>8}" for share in shares)
    print(f"{row}   {lines} lines of {bodies} bodies")


def _share(verdicts: list[Verdict]) -> str:
    kept = sum(not verdict.unmet for verdict in verdicts)
    return f"{100 * kept / len(verdicts):.1f}" if verdicts else "-"


def _print_unmet(verdicts: list[Verdict]) -> None:
    found: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.unmet:
            found.setdefault((verdict.body.name, verdict.line), []).append(verdict)
    for (body, line), each in found.items():
        widths = ", ".join(str(verdict.width) for verdict in each)
        print(f"\n{body}: {line}\n  at {widths}")
        for want in dict.fromkeys(want for verdict in each for want in verdict.unmet):
            print(f"    {want}")


if __name__ == "__main__":
    sys.exit(main())
