"""The first start: a commented feeds.toml, written once, and something to read at once."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe, write_first_file
from feedtui.library.welcome import welcome
from feedtui.model import WELCOME, Subscription


def prepare(home: Home) -> None:
    """On a first start, write feeds.toml and keep the welcome; afterwards, nothing.

    Raises StoreError when a folder can't be written.
    """
    if write_first_file(home.places):
        subscribe(home.places, Subscription(WELCOME))
        keep_welcome(home)


def keep_welcome(home: Home) -> None:
    """Put the built-in feed into the store, as if it had been fetched."""
    cache = home.cache()
    found = [str(path) for path in importable(home.environment) if path.is_file()]
    merged = merge(cache.feed(WELCOME), welcome(found), home.now())
    cache.write(merged.feed, merged.bodies)


def importable(environment: Mapping[str, str]) -> Iterable[Path]:
    """Where other readers keep their subscriptions."""
    home = _home(environment)
    return (
        *newsboat_lists(environment),
        home / "feeds.opml",
        home / "subscriptions.opml",
        home / "Documents" / "feeds.opml",
        home / "Documents" / "subscriptions.opml",
    )


def newsboat_lists(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where newsboat keeps its list, which is the person's own."""
    home = _home(environment)
    config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    return config / "newsboat" / "urls", home / ".newsboat" / "urls"


def _home(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("HOME", "~")).expanduser()
