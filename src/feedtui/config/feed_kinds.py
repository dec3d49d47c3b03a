"""The keys of a `[[feed]]` table of feeds.toml, and what each may be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from feedtui.address import is_plain_local_address, is_plain_web_address
from feedtui.clean import clean_line
from feedtui.config.durations import DAY
from feedtui.config.kinds import Choice, Duration, Kind, Number, Switch, Text, Value, Words, Wrong
from feedtui.config.settings import INTERVAL
from feedtui.model import WELCOME

_FINGERPRINT = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a feed is: on the web, in a file, in a program's output, or built in."""

    expected: str = f'a web address ("https://…"), "file:///path", "exec:program" or "{WELCOME}"'

    def read(self, value: object) -> Value | Wrong:
        """The address, byte for byte."""
        if not isinstance(value, str):
            return Wrong(self.expected)
        good = value == WELCOME or is_plain_web_address(value) or is_plain_local_address(value)
        return value if good else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Folder:
    """A path of folders."""

    expected: str = 'names with "/" between them, such as "News/Local"'

    def read(self, value: object) -> Value | Wrong:
        """The path, clean, without blanks around its names."""
        if value == "":
            return ""
        path = clean_line(value).split("/") if isinstance(value, str) else []
        names = [name.strip() for name in path]
        return "/".join(names) if names and all(names) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The SHA-256 of a certificate, as programs print it, or nothing."""

    expected: str = 'a SHA-256 fingerprint, 64 hexadecimal digits, such as "3f:9a:…"'

    def read(self, value: object) -> Value | Wrong:
        """The digits in lower case, without colons."""
        digits = value.replace(":", "").lower() if isinstance(value, str) else "-"
        return digits if not digits or _FINGERPRINT.fullmatch(digits) else Wrong(self.expected)


KINDS: Mapping[str, Kind] = {
    "url": Address(),
    "title": Text(),
    "folder": Folder(),
    "tags": Words(),
    "hidden": Switch(),
    "interval": INTERVAL,
    "full_text": Choice(("always", "short", "never")),
    "notify": Switch(),
    "formerly": Address(),
    "certificate": Fingerprint(),
    "keep": Number(1, 1_000_000),
    "keep_for": Duration(DAY, 100 * 365 * DAY),
}
"""The keys of a `[[feed]]` table; they are the fields of `Subscription`."""

INHERITABLE: Mapping[str, Kind] = {
    name: KINDS[name]
    for name in ("tags", "hidden", "interval", "full_text", "notify", "keep", "keep_for")
}
"""Those that `[defaults]` and `[folder."News"]` may hold, for all feeds or for a folder's."""
