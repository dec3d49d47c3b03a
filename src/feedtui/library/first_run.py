"""The first start: a commented feeds.toml, written once, and something to read at once."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from feedtui.errors import StoreError
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe_all
from feedtui.library.welcome import welcome
from feedtui.model import WELCOME, Subscription
from feedtui.store import atomic


def prepare(home: Home) -> None:
    """On a first start, keep the welcome and write feeds.toml; afterwards, nothing.

    In this order, because the file ends the first start. Where nothing can be written, that is
    told, and the next start is another first one.
    """
    if atomic.is_there(home.places.subscriptions):
        return
    try:
        keep_welcome(home)
        subscribe_all(home.places, [Subscription(WELCOME)])
    except StoreError as error:
        home.warn(str(error))


def keep_welcome(home: Home) -> None:
    """Put the built-in feed into the store, as if it had been fetched."""
    cache = home.cache()
    found = [str(path) for path in importable(home.environment) if atomic.is_there(path)]
    merged = merge(cache.feed(WELCOME), welcome(found), home.now())
    cache.write(merged.feed, merged.bodies)


def importable(environment: Mapping[str, str]) -> Iterable[Path]:
    """Where other readers keep their subscriptions."""
    if not environment.get("HOME"):
        return ()
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
