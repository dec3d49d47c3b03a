"""What changing one feed and looking at the health of all cost in a library of 100,000 entries.

python bench/feeds.py [ENTRIES]

Both are done aside; what the screen itself has to do is the reload, which holds up its keys.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter, time_ns

from generate import write_library

from feedtui.config.settings import Settings
from feedtui.library.changing import change_feed
from feedtui.library.home import Home
from feedtui.store.paths import Places
from feedtui.ui.child import run_feedtui
from feedtui.ui.desk import Desk

ROUNDS = 5


def main() -> None:
    """Print milliseconds."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        home = _home(Path(folder))
        write_library(home.places, entries, body=64)
        desk = Desk(home.empty_library(), home.now, Settings())
        _say("loading all", _timed(lambda: desk.start(home.subscriptions())))
        for number in range(ROUNDS):
            _change(home, desk, f"Renamed {number}")
        _health(home)


def _change(home: Home, desk: Desk, title: str) -> None:
    feed = home.subscriptions()[0]
    wanted = replace(feed, title=title)
    _say("renaming a feed (aside)", _timed(lambda: change_feed(home, feed, wanted, "it")))
    now = home.subscriptions()
    _say("showing that it is renamed", _timed(lambda: desk.resubscribed(now)))


def _health(home: Home) -> None:
    begin = perf_counter()
    came: list[float] = []
    with _environment(home):
        asyncio.run(run_feedtui(["health", "--json"], lambda _line: came.append(perf_counter())))
    _say(f"health, the first of {len(came):,} feeds (aside)", came[0] - begin)
    _say("health, the last (aside)", came[-1] - begin)


@contextmanager
def _environment(home: Home) -> Iterator[None]:
    """Children find the home where the environment says."""
    places = home.places
    folders = {"CONFIG": places.config, "DATA": places.data, "CACHE": places.cache}
    names = {f"XDG_{name}_HOME": str(path.parent) for name, path in folders.items()}
    before = dict(os.environ)
    os.environ.update(names | {"XDG_STATE_HOME": str(places.state.parent)})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _home(folder: Path) -> Home:
    names = ("config", "data", "cache", "state")
    places = Places(*(folder / name / "feedtui" for name in names))
    return Home(places, {}, lambda: time_ns() // 1_000_000, _complain)


def _timed(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return perf_counter() - begin


def _complain(message: str) -> None:
    sys.stderr.write(f"{message}\n")


def _say(what: str, seconds: float) -> None:
    sys.stdout.write(f"{what:<48}{1000 * seconds:9.1f} ms\n")


if __name__ == "__main__":
    main()
