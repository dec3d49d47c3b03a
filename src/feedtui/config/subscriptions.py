"""feeds.toml: the person's subscriptions, read, and edited for them.

Every string that a subscription gets from here is clean: titles, folders and tags are cleaned, an
address that isn't is refused. A file with a mistake is never edited, and an edit that couldn't be
read again is never made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

import msgspec

from feedtui.address import shown_address
from feedtui.config.document import Fault, line_of, parse, read_table, refusal, unknown
from feedtui.config.edits import append, cut, insert, rewrite
from feedtui.config.feed_kinds import KINDS
from feedtui.config.inheritance import Inheritance, Values, read_inheritance
from feedtui.config.kinds import Value, shown, write
from feedtui.config.layout import Path, lines_of, parts
from feedtui.errors import ConfigError, UsageError
from feedtui.model import Subscription

_NAME = "feeds.toml"
_TABLES = ("feed", "defaults", "folder")

_FIRST = """\
# The feeds that feedtui asks for, one [[feed]] table each. Write here as you like: feedtui adds,
# changes and removes feeds too, but leaves your comments, your order and your layout alone.
# Take a feed out, or comment it out, and its entries are kept.
#
# [[feed]]
# url = "https://example.org/feed.xml"    # the only key that has to be there; or "file:///path",
#                                         # or "exec:~/bin/make-feed --all" for what that prints
# title = "An example"                    # shown instead of the feed's own title
# folder = "News/Local"                   # folders nest
# tags = ["long", "weekly"]               # as many as you like
# hidden = false                          # true: shown in no list but its own
# interval = "2h"                         # asked this often, instead of [fetch] interval
# full_text = "never"                     # "short": where an entry's text is short, it is taken
#                                         # from the entry's web page; "always": for every entry
# notify = true                           # new entries are told of outside the screen
# keep = 500                              # no more entries than these; starred, tagged and unread
# keep_for = "365d"                       # ones stay. Without the two, everything is kept
# certificate = ""                        # the fingerprint of one that nobody vouches for
# formerly = "https://example.org/rss"    # where it was before it moved; its marks go by that
#
# What holds for all feeds, or for those of a folder and of the folders in it; tags add up, of the
# rest the nearest word counts:
#
# [defaults]
# interval = "6h"
#
# [folder."News/Local"]
# tags = ["local"]                        # and hidden, interval, full_text, notify, keep, keep_for
"""


def first_file() -> str:
    """The feeds.toml that is written once, at the first start: explained, and without a feed."""
    return _FIRST


def read_subscriptions(text: str, file: str) -> tuple[Subscription, ...]:
    """The feeds of feeds.toml in the order of the file; `file` is what messages call it.

    Each has what its own table says and what it inherits. Raises ConfigError with every mistake:
    bad syntax, unknown keys, values that don't fit, a feed without an address, an address that
    comes twice.
    """
    return _read(text, file).feeds


@dataclass(frozen=True, slots=True)
class _File:
    feeds: tuple[Subscription, ...]
    inheritance: Inheritance


def _read(text: str, file: str = _NAME) -> _File:
    given = parse(text, file)
    feeds = given.get("feed", [])
    faults = [unknown((name,), _TABLES) for name in given if name not in _TABLES]
    inheritance, wrong = read_inheritance(given)
    faults += wrong
    if not isinstance(feeds, list):
        expected = f"feed: expected tables that begin with [[feed]]; got {shown(feeds)}"
        raise refusal(text, file, (*faults, Fault(("feed",), expected)))
    tables = [read_table(feed, KINDS, ("feed", place)) for place, feed in enumerate(feeds)]
    faults += [fault for table in tables for fault in table.faults]
    faults += _without_address(feeds)
    faults += _repeated([table.values for table in tables], text)
    if faults:
        raise refusal(text, file, faults)
    resolved = [inheritance.resolved(table.values) for table in tables]
    return _File(msgspec.convert(resolved, tuple[Subscription, ...]), inheritance)


def add(text: str, subscription: Subscription) -> str:
    """The text of feeds.toml with one more feed at its end; raises as `add_all` does."""
    return add_all(text, (subscription,))


def add_all(text: str, subscriptions: Iterable[Subscription]) -> str:
    """The text of feeds.toml with more feeds at its end, in one edit however many they are.

    Raises UsageError when one is there already or can't be written, ConfigError when the text has
    mistakes.
    """
    file = _read(text)
    known = {address for feed in file.feeds for address in (feed.url, feed.key)}
    _refuse_one_list(text)
    tables = []
    for subscription in subscriptions:
        if subscription.url in known:
            raise UsageError(f"{shown_address(subscription.url)} is subscribed to already")
        known.add(subscription.url)
        tables.append(_lines(subscription, file.inheritance))
    return _read_back(append(text, tables))


def add_above(text: str, subscription: Subscription, below: str) -> str:
    """The text of feeds.toml with one more feed above the one whose address is `below`.

    It comes last if there is no such feed. Raises as `add_all` does.
    """
    file = _read(text)
    known = [feed.url for feed in file.feeds]
    if below not in known or subscription.url in known:
        return add(text, subscription)
    _refuse_one_list(text)
    path = ("feed", known.index(below))
    return _read_back(insert(text, path, _lines(subscription, file.inheritance)))


def remove(text: str, url: str) -> str:
    """The text of feeds.toml without the feed, but with all comments.

    Raises UsageError when there is no such feed, ConfigError when the text has mistakes.
    """
    place = _place(_read(text), text, url)
    return cut(text, ("feed", place))


def change(text: str, url: str, subscription: Subscription) -> str:
    """The text of feeds.toml with the feed of `url` as `subscription` says.

    Only what differs is written; what the feed inherits is no part of its table. A key goes whose
    value becomes the default or the inherited one. Raises UsageError when there is no such feed or
    the new one can't be written, ConfigError when the text has mistakes.
    """
    file = _read(text)
    place = _place(file, text, url)
    changes = _differing(subscription, file.feeds[place], file.inheritance)
    return _read_back(rewrite(text, ("feed", place), changes))


def line_of_subscription(text: str, url: str) -> int:
    """The line of feeds.toml on which the table of a feed begins. Raises as `remove`."""
    return line_of(("feed", _place(_read(text), text, url)), lines_of(text))


def _place(file: _File, text: str, url: str) -> int:
    for place, feed in enumerate(file.feeds):
        if feed.url == url:
            _refuse_one_list(text)
            return place
    raise UsageError(f"{shown_address(url)} is not in {_NAME}")


def _refuse_one_list(text: str) -> None:
    for part in parts(text):
        if part.path == ("feed",):
            raise UsageError(
                f"{_NAME}:{part.line}: the feeds are written as one list; "
                "write them as [[feed]] tables, then feedtui can edit them"
            )


def _lines(subscription: Subscription, inheritance: Inheritance) -> list[str]:
    values = _differing(subscription, Subscription(""), inheritance).items()
    return ["[[feed]]", *(f"{key} = {value}" for key, value in values if value is not None)]


def _differing(
    new: Subscription, old: Subscription, inheritance: Inheritance
) -> dict[str, str | None]:
    """The keys that differ, with their new values as TOML; None for what needn't be written.

    A feed that goes to another folder inherits from there what it inherited before.
    """
    values, before = asdict(new), asdict(old)
    inherited = asdict(Subscription("")) | dict(inheritance.of(new.folder))
    own = values | {"tags": tuple(tag for tag in new.tags if tag not in inherited["tags"])}
    return {
        key: None if value in (None, inherited[key], ()) else write(KINDS[key], value)
        for key, value in own.items()
        if values[key] != before[key]
    }


def _read_back(text: str) -> str:
    """The edited text, if it can be read: what a caller wants written may be no feed."""
    try:
        _read(text)
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


@dataclass(frozen=True, slots=True)
class _Claim:
    """A feed's table says that this address is its own."""

    place: int
    key: str
    address: Value

    @property
    def path(self) -> Path:
        return ("feed", self.place, self.key)


def _repeated(feeds: list[Values], text: str) -> list[Fault]:
    """Feeds with one address, and feeds whose entries the store would keep in one place."""
    addressed = [(place, feed) for place, feed in enumerate(feeds) if "url" in feed]
    asked = _twice(_Claim(place, "url", feed["url"]) for place, feed in addressed)
    kept = _twice(_key(place, feed) for place, feed in addressed)
    entries = [(claim, first) for claim, first in kept if "formerly" in (claim.key, first.key)]
    lines = lines_of(text) if asked or entries else {}
    return [_already(claim, first, lines) for claim, first in (*asked, *entries)]


def _twice(claims: Iterable[_Claim]) -> list[tuple[_Claim, _Claim]]:
    """Each claim of an address that was claimed before, and the first claim of it."""
    first: dict[Value, _Claim] = {}
    pairs = [(claim, first.setdefault(claim.address, claim)) for claim in claims]
    return [(claim, before) for claim, before in pairs if claim is not before]


def _key(place: int, feed: Values) -> _Claim:
    """What the store knows the feed by, as `Subscription.key`."""
    formerly = feed.get("formerly")
    return _Claim(place, "formerly", formerly) if formerly else _Claim(place, "url", feed["url"])


def _already(claim: _Claim, first: _Claim, lines: Mapping[Path, int]) -> Fault:
    address, line = shown_address(str(claim.address)), line_of(first.path, lines)
    what = "is" if claim.key == first.key == "url" else "names the entries of the feed"
    return Fault(claim.path, f"feed.{claim.key}: {address} {what} on line {line} already")
