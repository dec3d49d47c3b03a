"""Every test has a home of its own; nobody's real files are read or written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feedtui.clean import clean_line
from feedtui.cli.main import run
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Entry, Feed, Subscription
from feedtui.store.paths import Places, find_places
from loopback import Loopback, serve
from refusing import Disk
from stock import NEWS, POEMS, Feedtui, Keep
from world import NOON, Clock, Complaints

if TYPE_CHECKING:
    from claims import Claims


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders under tmp_path for everything that the program keeps."""
    for variable, folder in {
        "HOME": "home",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
    }.items():
        monkeypatch.setenv(variable, str(tmp_path / folder))
    for variable in (
        "PAGER",
        "EDITOR",
        "VISUAL",
        "BROWSER",
        "http_proxy",
        "https_proxy",
        "no_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_PROXY",
        "NO_COLOR",
    ):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.fixture(autouse=True, scope="session")
def watching(request: pytest.FixtureRequest) -> Claims | None:
    """Who watches which commands are given, where there is a screen."""
    if not any(item.path.parent.name == "ui" for item in request.session.items):
        return None
    from claims import Claims  # and the toolkit with it

    watching = Claims()
    request.config.pluginmanager.register(watching)
    return watching


@pytest.fixture(autouse=True)
def claimed(
    request: pytest.FixtureRequest, watching: Claims | None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A test gives the commands that docs/commands.md says it gives."""
    if watching is None or request.node.path.parent.name != "ui":
        yield
        return
    commands = watching.watch(monkeypatch)
    yield
    watching.check(request.node, commands)


@pytest.fixture
def places(own_folders: Path) -> Places:
    """Where the program keeps its files in this test."""
    return find_places(os.environ)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def home(places: Places, clock: Clock, complaints: Complaints) -> Home:
    return Home(places, dict(os.environ), clock, complaints)


@pytest.fixture
def write_feeds(places: Places) -> Callable[[str], Path]:
    """Writes feeds.toml as a person would."""

    def write(text: str) -> Path:
        places.config.mkdir(parents=True, exist_ok=True)
        places.subscriptions.write_text(text, encoding="utf-8")
        return places.subscriptions

    return write


@pytest.fixture
def feedtui(capsys: pytest.CaptureFixture[str]) -> Feedtui:
    """Runs a command in this process, as a shell would."""

    def call(*words: str) -> tuple[int, str, str]:
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with serve() as server:
        yield server


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def keep(home: Home) -> Keep:
    """Keeps a feed as a fetch would: its address, title and the titles of its entries."""

    def keep_feed(url: str, title: str, titles: Sequence[str]) -> None:
        entries = tuple(
            Entry(
                str(number),
                clean_line(each),
                clean_line(f"{url}/{number}"),
                published=NOON - number * 3600,
                body=f"<p>The text of {each}.</p>" + "<p>More.</p>" * 60,
            )
            for number, each in enumerate(titles)
        )
        cache = home.cache()
        merged = merge(cache.feed(url), Feed(clean_line(title), entries=entries), NOON)
        cache.write(merged.feed, merged.bodies)

    return keep_feed


@pytest.fixture
def stocked(home: Home, keep: Keep) -> Home:
    """Two feeds: News with three entries, in no folder, and Poems with two, in Arts."""
    subscribe(home.places, Subscription(NEWS))
    subscribe(home.places, Subscription(POEMS, folder="Arts"))
    keep(NEWS, "News", ["Alpha", "Beta", "Gamma"])
    keep(POEMS, "Poems", ["Ode", "Sonnet"])
    return home
