"""One refresh of feedtui over hostile hosts and feeds, with twenty honest feeds behind them.

    python bench/hostile.py [--seconds 5] [--at-once 32]

Prints what a person sees of each hostile one, and what became of the honest ones; then what it took
in all. The server is a process of its own and no part of the figures.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hostile_server import Route, open_routes
from refresh_cost import MemoryWatch
from sandbox import Sandbox, open_sandbox

from feedtui.store.cache import FeedCache

_ROW = "  {:<52} {:>6} {:>6}  {}"


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a route: in which word and sentence, and how long after the beginning."""

    route: Route
    after: float
    word: str
    said: str
    new: int

    @property
    def is_well(self) -> bool:
        """Whether an honest feed has all its entries, or all that settings let it have."""
        return self.word == "updated" and self.new == min(self.route.entries, 2000)


@dataclass(frozen=True, slots=True)
class Ran:
    """A refresh: what became of the routes, its exit code, its complaints, and what it took."""

    ended: list[Ended]
    code: int
    complaints: list[str]
    wall: float
    memory: float


def main() -> int:
    """Run it; 1 when a route has no outcome, or an honest feed not all its entries."""
    said = _arguments()
    with open_routes() as routes, open_sandbox() as sandbox:
        _furnish(sandbox, routes, said)
        ran = _refresh(sandbox, routes)
        _print(ran, routes, sandbox)
    honest = [each for each in ran.ended if each.route.entries]
    whole = len(ran.ended) == len(routes)
    return 0 if whole and all(each.is_well for each in honest) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=5, help="that one feed may take, of 30")
    parser.add_argument("--at-once", type=int, default=32, help="requests")
    return parser.parse_args()


def _furnish(sandbox: Sandbox, routes: list[Route], said: argparse.Namespace) -> None:
    """Subscriptions in the order of the routes, and limits that keep it short."""
    places = sandbox.places
    places.subscriptions.parent.mkdir(parents=True, exist_ok=True)
    places.subscriptions.write_text("\n".join(map(_subscription, routes)))
    seconds = said.seconds
    places.settings.write_text(
        f'[fetch]\ntimeout = "{seconds}s"\nsilence_timeout = "{max(seconds - 1, 1)}s"\n'
        f'connect_timeout = "{max(seconds - 2, 1)}s"\nat_once = {said.at_once}\n'
    )


def _subscription(route: Route) -> str:
    certificate = f'certificate = "{route.certificate}"\n' if route.certificate else ""
    return f'[[feed]]\nurl = "{route.url}"\n{certificate}'


def _refresh(sandbox: Sandbox, routes: list[Route]) -> Ran:
    began = time.perf_counter()
    process = subprocess.Popen(
        sandbox.command("refresh", "--json"),
        env=sandbox.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    watch = MemoryWatch(process.pid)
    ended = list(_outcomes(process, {route.url: route for route in routes}, began))
    complaints = process.stderr.read().splitlines() if process.stderr else []
    code = process.wait()
    return Ran(ended, code, complaints, time.perf_counter() - began, watch.end())


def _outcomes(
    process: subprocess.Popen[str], routes: dict[str, Route], began: float
) -> Iterator[Ended]:
    for line in process.stdout or ():
        after = time.perf_counter() - began
        told: dict[str, Any] = json.loads(line)
        said = told["error"] or told["reason"] or f"{told['new']:,} new"
        yield Ended(routes[told["feed"]], after, told["outcome"], said, told["new"])


def _print(ran: Ran, routes: list[Route], sandbox: Sandbox) -> None:
    by_url = {each.route.url: each for each in ran.ended}
    cache = FeedCache(sandbox.places.feeds, print)
    notices = _notices(sandbox)
    print(_ROW.format("route", "took", "after", "what the person sees"))
    for route in routes:
        each = by_url.get(route.url)
        took = cache.history(route.url).took / 1000
        said = f"{each.word}: {each.said}{notices[route.url]}" if each else "nothing"
        after = f"{each.after:.1f}" if each else ""
        print(_ROW.format(route.name, f"{took:.2f}", after, said))
    _sum_up(ran, routes)


def _notices(sandbox: Sandbox) -> dict[str, str]:
    """What `feedtui feeds` notes of each feed: how much of it was left out."""
    told = map(json.loads, sandbox.run("feeds", "--json").stdout.splitlines())
    return {each["feed"]: f" ({each['notice']})" if each["notice"] else "" for each in told}


def _sum_up(ran: Ran, routes: list[Route]) -> None:
    honest = [each for each in ran.ended if each.route.entries]
    well = sum(each.is_well for each in honest)
    last = max((each.after for each in honest), default=0.0)
    print(f"\n{len(ran.ended)} outcomes of {len(routes)} routes, exit code {ran.code}")
    print(f"honest feeds: {well} of {len(honest)} with all entries, the last after {last:.1f} s")
    print(f"in all: {ran.wall:.1f} s, at most {ran.memory:.0f} MB of all processes together")
    for complaint in ran.complaints:
        print(f"on standard error: {complaint}")


if __name__ == "__main__":
    sys.exit(main())
