"""Every test has a home of its own; nobody's real files are read or written."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from feedtui.library.home import Home
from feedtui.store.paths import Places, find_places
from loopback import Loopback, serve

NOON = 1_790_000_000
"""The moment at which tests take place, in seconds since 1970."""


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
        "NO_COLOR",
    ):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.fixture
def places(own_folders: Path) -> Places:
    """Where the program keeps its files in this test."""
    return find_places(os.environ)


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    milliseconds: int = NOON * 1000

    def __call__(self) -> int:
        return self.milliseconds

    def seconds(self) -> int:
        return self.milliseconds // 1000

    def advance(self, seconds: int) -> None:
        self.milliseconds += seconds * 1000


@dataclass
class Complaints:
    """Collects warnings."""

    said: list[str] = field(default_factory=list)

    def __call__(self, message: str) -> None:
        self.said.append(message)


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
def loopback() -> Iterator[Loopback]:
    with serve() as server:
        yield server
