"""One person's feedtui: where the files are, what the environment says, what time it is."""

import secrets
import shlex
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from feedtui.config.settings import Settings, read_settings
from feedtui.errors import StoreError
from feedtui.library.library import Library
from feedtui.library.past import Past
from feedtui.library.subscribing import subscriptions
from feedtui.model import Subscription
from feedtui.store import atomic
from feedtui.store.cache import FeedCache, Warn
from feedtui.store.device import device_name
from feedtui.store.hosts import HostLog
from feedtui.store.locks import told_of_missing
from feedtui.store.marks import MarkJournal
from feedtui.store.paths import Places
from feedtui.store.steps import StepJournal

_TAKE_A_LINE = frozenset(
    {"vi", "vim", "nvim", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "mg", "ne", "kak"}
)
"""Editors that go to the line that `+LINE` names."""


@dataclass(frozen=True, slots=True)
class Home:
    """What every front is given. `clock` gives milliseconds since 1970; `warn` takes sentences."""

    places: Places
    environment: Mapping[str, str]
    clock: Callable[[], int]
    warn: Warn

    def now(self) -> int:
        """Seconds since 1970."""
        return self.clock() // 1000

    def settings(self) -> Settings:
        """config.toml, or the defaults without one. Raises ConfigError."""
        path = self.places.settings
        return read_settings(atomic.read_text(path, ""), str(path))

    def subscriptions(self) -> tuple[Subscription, ...]:
        """feeds.toml. Raises ConfigError with every mistake in it."""
        return subscriptions(self.places)

    def cache(self) -> FeedCache:
        """What feeds said."""
        return FeedCache(self.places.feeds, self.warn)

    def hosts(self) -> HostLog:
        """What hosts asked for."""
        return HostLog(self.places.hosts, self.places.lock("hosts"), self.warn)

    def empty_library(self) -> Library:
        """A library that has read nothing yet."""
        device = self.device()
        journal = MarkJournal(self.places.marks, device, self.warn)
        return Library(self.cache(), journal, device, self.past(), self.clock, self.warn)

    def device(self) -> str:
        """This device's name."""
        return device_name(self.places.device, socket.gethostname(), _four_digits, self.warn)

    def mark_journal(self) -> MarkJournal:
        """What the person did, on all devices; this one writes its own."""
        return MarkJournal(self.places.marks, self.device(), self.warn)

    def compact_marks(self) -> None:
        """Make this device's journal of marks short if it has become long; it says the same then.

        It is for moments in which nobody waits. Where it can't be done, `warn` is told.
        """
        try:
            self.mark_journal().compact_if_due()
        except StoreError as error:
            self.warn(str(error))

    def past(self) -> Past:
        """What was done on this device, and can be taken back."""
        places = self.places
        journal = StepJournal(places.steps, places.lock("steps"), _eight_digits, self.warn)
        return Past(journal, places, self.cache(), self.clock, self.warn)

    def library(self) -> Library:
        """All that is known, loaded. Raises ConfigError and StoreError."""
        library = self.empty_library()
        library.load(self.subscriptions())
        return library

    def warn_without_locks(self) -> None:
        """Warn whoever is about to write where the file system has no locks."""
        said = told_of_missing((self.places.state, self.places.data))
        if said:
            self.warn(said)

    def editor(self, line: int = 0) -> list[str]:
        """The person's editor for feeds.toml, as an argument list: VISUAL, EDITOR, else vi.

        Editors that are known to understand `+LINE` get the line, if there is one.
        """
        chosen = self.environment.get("VISUAL") or self.environment.get("EDITOR") or "vi"
        command = shlex.split(chosen)
        takes_line = bool(command) and PurePath(command[0]).name in _TAKE_A_LINE
        at = [f"+{line}"] if line and takes_line else []
        return [*command, *at, str(self.places.subscriptions)]


def _four_digits() -> str:
    return secrets.token_hex(2)


def _eight_digits() -> str:
    return secrets.token_hex(4)
