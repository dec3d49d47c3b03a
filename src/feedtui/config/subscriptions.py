"""feeds.toml: the person's subscriptions, read, and edited for them.

Every string that a subscription gets from here is clean: titles, folders and tags are cleaned, an
address that isn't is refused. A file with a mistake is never edited, and an edit that couldn't be
read again is never made.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

import msgspec

from feedtui.address import is_plain_web_address
from feedtui.clean import clean_line
from feedtui.config.document import Fault, line_of, parse, read_table, refusal, unknown
from feedtui.config.durations import DAY
from feedtui.config.edits import append, cut, insert, rewrite
from feedtui.config.kinds import (
    Choice,
    Duration,
    Kind,
    Number,
    Switch,
    Text,
    Value,
    Words,
    Wrong,
    shown,
    write,
)
from feedtui.config.layout import lines_of, parts
from feedtui.config.settings import INTERVAL
from feedtui.errors import ConfigError, UsageError
from feedtui.model import WELCOME, Subscription

_FILE = "feeds.toml"
_FINGERPRINT = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class _Address:
    expected: str = f'a web address ("https://…") or "{WELCOME}"'

    def read(self, value: object) -> Value | Wrong:
        if isinstance(value, str) and (value == WELCOME or is_plain_web_address(value)):
            return value
        return Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class _Folder:
    expected: str = 'names with "/" between them, such as "News/Local"'

    def read(self, value: object) -> Value | Wrong:
        if value == "":
            return ""
        path = clean_line(value).split("/") if isinstance(value, str) else []
        names = [name.strip() for name in path]
        return "/".join(names) if names and all(names) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class _Fingerprint:
    expected: str = 'a SHA-256 fingerprint, 64 hexadecimal digits, such as "3f:9a:…"'

    def read(self, value: object) -> Value | Wrong:
        digits = value.replace(":", "").lower() if isinstance(value, str) else "-"
        return digits if not digits or _FINGERPRINT.fullmatch(digits) else Wrong(self.expected)


KINDS: Mapping[str, Kind] = {
    "url": _Address(),
    "title": Text(),
    "folder": _Folder(),
    "tags": Words(),
    "hidden": Switch(),
    "interval": INTERVAL,
    "full_text": Choice(("always", "short", "never")),
    "formerly": _Address(),
    "certificate": _Fingerprint(),
    "keep": Number(1, 1_000_000),
    "keep_for": Duration(DAY, 100 * 365 * DAY),
}
"""The keys of a `[[feed]]` table; they are the fields of `Subscription`."""

_FIRST = """\
# The feeds that feedtui asks for, one [[feed]] table each. Write here as you like: feedtui adds,
# changes and removes feeds too, but leaves your comments, your order and your layout alone.
# Take a feed out, or comment it out, and its entries are kept.
#
# [[feed]]
# url = "https://example.org/feed.xml"    # the only key that has to be there
# title = "An example"                    # shown instead of the feed's own title
# folder = "News/Local"                   # folders nest
# tags = ["long", "weekly"]               # as many as you like
# hidden = false                          # true: shown in no list but its own
# interval = "2h"                         # asked this often, instead of [fetch] interval
# full_text = "never"                     # "short": where an entry's text is short, it is taken
#                                         # from the entry's web page; "always": for every entry
# keep = 500                              # no more entries than these; starred, tagged and unread
# keep_for = "365d"                       # ones stay. Without the two, everything is kept
# certificate = ""                        # the fingerprint of one that nobody vouches for
# formerly = "https://example.org/rss"    # where it was before it moved; its marks go by that
"""


def first_file() -> str:
    """The feeds.toml that is written once, at the first start: explained, and without a feed."""
    return _FIRST


def read_subscriptions(text: str, file: str) -> tuple[Subscription, ...]:
    """The feeds of feeds.toml in the order of the file; `file` is what messages call it.

    Raises ConfigError with every mistake: bad syntax, unknown keys, values that don't fit, a feed
    without an address, an address that comes twice.
    """
    given = parse(text, file)
    feeds = given.get("feed", [])
    faults = [unknown((name,), ("feed",)) for name in given if name != "feed"]
    if not isinstance(feeds, list):
        wrong = Fault(
            ("feed",), f"feed: expected tables that begin with [[feed]]; got {shown(feeds)}"
        )
        raise refusal(text, file, (*faults, wrong))
    tables = [read_table(feed, KINDS, ("feed", place)) for place, feed in enumerate(feeds)]
    faults += [fault for table in tables for fault in table.faults]
    faults += _without_address(feeds)
    faults += _repeated([table.values.get("url") for table in tables], text)
    if faults:
        raise refusal(text, file, faults)
    return msgspec.convert([table.values for table in tables], tuple[Subscription, ...])


def add(text: str, subscription: Subscription) -> str:
    """The text of feeds.toml with one more feed at its end; raises as `add_all` does."""
    return add_all(text, (subscription,))


def add_all(text: str, subscriptions: Iterable[Subscription]) -> str:
    """The text of feeds.toml with more feeds at its end, in one edit however many they are.

    Raises UsageError when one is there already or can't be written, ConfigError when the text has
    mistakes.
    """
    known = {feed.url for feed in read_subscriptions(text, _FILE)}
    _refuse_one_list(text)
    tables = []
    for subscription in subscriptions:
        if subscription.url in known:
            raise UsageError(f"{subscription.url} is subscribed to already")
        known.add(subscription.url)
        tables.append(_lines(subscription))
    return _read_back(append(text, tables))


def add_above(text: str, subscription: Subscription, below: str) -> str:
    """The text of feeds.toml with one more feed above the one whose address is `below`.

    It comes last if there is no such feed. Raises as `add_all` does.
    """
    known = [feed.url for feed in read_subscriptions(text, _FILE)]
    if below not in known or subscription.url in known:
        return add(text, subscription)
    _refuse_one_list(text)
    path = ("feed", known.index(below))
    return _read_back(insert(text, path, _lines(subscription)))


def remove(text: str, url: str) -> str:
    """The text of feeds.toml without the feed, but with all comments.

    Raises UsageError when there is no such feed, ConfigError when the text has mistakes.
    """
    place, _ = _found(text, url)
    return cut(text, ("feed", place))


def change(text: str, url: str, subscription: Subscription) -> str:
    """The text of feeds.toml with the feed of `url` as `subscription` says.

    Only what differs is written; a key whose value becomes the default goes. Raises UsageError when
    there is no such feed or the new one can't be written, ConfigError when the text has mistakes.
    """
    place, feed = _found(text, url)
    return _read_back(rewrite(text, ("feed", place), _differing(subscription, feed)))


def _found(text: str, url: str) -> tuple[int, Subscription]:
    for place, feed in enumerate(read_subscriptions(text, _FILE)):
        if feed.url == url:
            _refuse_one_list(text)
            return place, feed
    raise UsageError(f"{url} is not in {_FILE}")


def _refuse_one_list(text: str) -> None:
    for part in parts(text):
        if part.path == ("feed",):
            raise UsageError(
                f"{_FILE}:{part.line}: the feeds are written as one list; "
                "write them as [[feed]] tables, then feedtui can edit them"
            )


def _lines(subscription: Subscription) -> list[str]:
    values = _differing(subscription, Subscription("")).items()
    return ["[[feed]]", *(f"{key} = {value}" for key, value in values if value is not None)]


def _differing(new: Subscription, old: Subscription) -> dict[str, str | None]:
    """The keys that differ, with their new values as TOML; None for a value that is the default."""
    values, before, default = asdict(new), asdict(old), asdict(Subscription(""))
    return {
        key: None if value == default[key] else write(KINDS[key], value)
        for key, value in values.items()
        if value != before[key]
    }


def _read_back(text: str) -> str:
    """The edited text, if it can be read: what a caller wants written may be no feed."""
    try:
        read_subscriptions(text, _FILE)
    except ConfigError as error:
        reasons = "; ".join(problem.message for problem in error.problems)
        raise UsageError(reasons) from error
    return text


def _without_address(feeds: list[object]) -> list[Fault]:
    return [
        Fault(("feed", place), f"feed.url: missing; expected {KINDS['url'].expected}")
        for place, feed in enumerate(feeds)
        if isinstance(feed, dict) and "url" not in feed
    ]


def _repeated(urls: list[Value | None], text: str) -> list[Fault]:
    first: dict[Value, int] = {}
    repeats = [
        (place, url)
        for place, url in enumerate(urls)
        if url is not None and first.setdefault(url, place) != place
    ]
    lines = lines_of(text) if repeats else {}
    return [
        Fault(
            ("feed", place, "url"),
            f"feed.url: {url} is on line {line_of(('feed', first[url], 'url'), lines)} already",
        )
        for place, url in repeats
    ]
