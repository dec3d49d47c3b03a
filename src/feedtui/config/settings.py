"""config.toml: the person's settings, which the program reads and never writes.

A setting is one row of one of the classes below: its name, its default, what it may be and what it
is for. Everything else that is known of settings, the example file too, is derived from the rows.
Only the names in `[hosts]`, `[keys]` and `[macros]` aren't rows. A duration is kept in whole
seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal, TypeVar

import msgspec

from feedtui.article.trackers import NO_TRACKERS, TRACKERS, Trackers
from feedtui.config.bound import UNBOUND, Bound, read_bound
from feedtui.config.document import Table, parse, read_named, read_table, refusal, unknown
from feedtui.config.durations import DAY, HOUR, MINUTE
from feedtui.config.kinds import (
    Arguments,
    Choice,
    Choices,
    Contact,
    Duration,
    HostName,
    Kind,
    Number,
    Switch,
    Text,
    Value,
)
from feedtui.config.layout import lines_of
from feedtui.config.sharing import Template
from feedtui.query.grouping import GROUPINGS, Grouping
from feedtui.query.sorting import ORDERS, Order

INTERVAL = Duration(5 * MINUTE, 365 * DAY)
"""How often a feed may be asked at most, here and in feeds.toml."""

Column = Literal["state", "title", "feed", "date", "author", "tags"]
COLUMNS: tuple[Column, ...] = ("state", "title", "feed", "date", "author", "tags")

_Default = TypeVar("_Default", bound=Value)


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a setting besides its name: what it may be, and what it is for."""

    kind: Kind
    purpose: str
    default: Value


def _row(kind: Kind, purpose: str, *, default: _Default) -> _Default:
    return field(default=default, metadata={"row": Row(kind, purpose, default)})


@dataclass(frozen=True, slots=True)
class Fetch:
    """How feeds are asked for."""

    interval: int = _row(
        INTERVAL,
        "How long to wait before a feed is asked again. This is where learning starts; an interval "
        "in feeds.toml is kept as it is.",
        default=HOUR,
    )
    learn: bool = _row(
        Switch(),
        "Whether a feed is asked as often as it usually has news, between 30 minutes and a day. No "
        "host is asked sooner than it allows, either way.",
        default=True,
    )
    at_once: int = _row(Number(1, 256), "How many feeds are asked at the same time.", default=32)
    per_host: int = _row(Number(1, 16), "How many of them may be on one host.", default=2)
    timeout: int = _row(Duration(1, HOUR), "How long one feed may take, all in all.", default=30)
    connect_timeout: int = _row(Duration(1, HOUR), "How long connecting may take.", default=10)
    silence_timeout: int = _row(
        Duration(1, HOUR),
        "How long a host may send nothing in the middle of its answer.",
        default=15,
    )
    reading_timeout: int = _row(
        Duration(1, MINUTE),
        "How long reading one document may take, in a process of its own.",
        default=30,
    )
    max_body_mib: int = _row(
        Number(1, 512), "The largest document that is read, in MiB when unpacked.", default=16
    )
    contact: str = _row(
        Contact(),
        "An address under which hosts reach you if your feedtui troubles them; it is sent to them "
        "with the program's name. Empty means none.",
        default="",
    )
    max_redirects: int = _row(Number(0, 50), "How many redirections are followed.", default=10)
    max_entries: int = _row(
        Number(1, 1_000_000),
        "How many entries of one document are taken.",
        default=2000,
    )
    max_title: int = _row(
        Number(10, 1_000_000), "How many characters of a title are taken.", default=1000
    )
    max_content_kib: int = _row(
        Number(1, 512 * 1024), "How much of one entry's text is taken, in KiB.", default=1000
    )


@dataclass(frozen=True, slots=True)
class Refresh:
    """When the screen asks for news by itself."""

    on_start: bool = _row(
        Switch(),
        "Whether the feeds that are due are asked when the screen opens.",
        default=False,
    )
    every: int = _row(
        Duration(0, DAY),
        "How often they are asked while it is open; less than a minute counts as one. "
        '"0s" means: only when you say so.',
        default=0,
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are shown and read."""

    width: int = _row(
        Number(0, 1000),
        "The widest line of an article, in columns; 0 means as wide as there is room.",
        default=90,
    )
    mark_read: Literal["open", "end", "manual"] = _row(
        Choice(("open", "end", "manual")),
        "When an entry counts as read: once it was opened, once its end was seen, or only when you "
        "say so.",
        default="open",
    )
    hide_read: bool = _row(Switch(), "Whether lists leave out what is read.", default=False)
    link_numbers: bool = _row(
        Switch(), "Whether a link's number stands behind it in an article.", default=True
    )
    remove_trackers: bool = _row(
        Switch(),
        "Whether links lose what tells their hosts where a reader came from (utm_source and its "
        "like), and addresses that only count clicks are left out of the way.",
        default=True,
    )

    @property
    def trackers(self) -> Trackers:
        """What is taken off the links of articles."""
        return TRACKERS if self.remove_trackers else NO_TRACKERS


@dataclass(frozen=True, slots=True)
class Lists:
    """What the lists of feeds and of entries show, and in which order."""

    order: Order = _row(  # noqa: RUF009 - the linter can't see that an alias is a Literal
        Choice(ORDERS),
        "The order of entries: by date, by the name of the feed, by title, or unread ones first. "
        "`O` and a letter changes it for now.",
        default="newest",
    )
    group: Grouping = _row(  # noqa: RUF009 - as above
        Choice(GROUPINGS),
        "Whether lists of several feeds are divided by day or by feed.",
        default="none",
    )
    columns: tuple[Column, ...] = _row(
        Choices(COLUMNS),
        "What is shown of an entry, from left to right. Where there is no room for all, authors, "
        "tags and feeds give way to the titles.",
        default=("state", "title", "feed", "date"),
    )
    dates: Literal["relative", "absolute"] = _row(
        Choice(("relative", "absolute")),
        "Whether dates are ages (3h, 2d) or days (2026-09-21).",
        default="relative",
    )
    counts: Literal["unread", "both", "none"] = _row(
        Choice(("unread", "both", "none")),
        "Which numbers stand beside feeds and folders: how many entries are unread, that and how "
        "many there are (3/120), or none.",
        default="unread",
    )


@dataclass(frozen=True, slots=True)
class Keep:
    """How much is kept of each feed: everything, where no bound says otherwise."""

    entries: int = _row(
        Number(0, 1_000_000),
        "How many entries of a feed are kept, the newest; 0 means all of them. What is starred, "
        "tagged or read half-way stays in any case; `feedtui purge` takes the others.",
        default=0,
    )
    age: int = _row(
        Duration(0, 100 * 365 * DAY),
        'For how long an entry is kept after it came; "0s" means for ever.',
        default=0,
    )
    unread: Literal["keep", "drop"] = _row(
        Choice(("keep", "drop")),
        "Whether unread entries stay, however many and however old they are.",
        default="keep",
    )
    automatic: bool = _row(
        Switch(), "Whether each refresh purges; if not, only `feedtui purge` does.", default=False
    )


@dataclass(frozen=True, slots=True)
class Screen:
    """How the screen looks and behaves."""

    theme: str = _row(
        Text(),
        "The colours: one of the toolkit's themes, of feedtui's (contrast-dark, contrast-light, "
        "terminal: the terminal's own 16 colours), or of your own, NAME for themes/NAME.toml "
        "beside this file. The command `themes` (Ctrl+T) shows them all.",
        default="textual-dark",
    )
    ascii: bool = _row(
        Switch(),
        "Whether the screen draws its signs and lines in ASCII. It does so by itself where the "
        "locale knows no others.",
        default=False,
    )
    linear: bool = _row(
        Switch(),
        "Whether feedtui always opens in the linear mode, as with `--linear`: one thing after the "
        "other in plain lines, for screen readers, Braille displays and slow connections.",
        default=False,
    )
    mouse: bool = _row(Switch(), "Whether the mouse is listened to.", default=True)
    title: bool = _row(
        Switch(),
        "Whether the terminal's title says how much is unread. At the end it is what it was, where "
        "the terminal remembers.",
        default=False,
    )
    notify: bool = _row(
        Switch(),
        "Whether you are told outside the screen of entries that a refresh brought; `notify` in "
        "feeds.toml says so, or otherwise, for a feed or a folder.",
        default=False,
    )


@dataclass(frozen=True, slots=True)
class Programs:
    """Other programs that are started, as lists of arguments; no shell reads them."""

    browser: tuple[str, ...] = _row(
        Arguments(),
        "What opens a link; its address is added at the end. "
        "An empty list means $BROWSER, or what the system uses.",
        default=(),
    )
    player: tuple[str, ...] = _row(
        Arguments(),
        "What plays what entries carry, such as the episode of a podcast; its address is added at "
        "the end. An empty list means the browser.",
        default=(),
    )
    share: tuple[str, ...] = _row(
        Template(),
        "What an entry is shared with. {link}, {title}, {author} and {feed} stand for what the "
        "feed said; nothing of that is ever taken for an option or a command.",
        default=(),
    )
    copy: tuple[str, ...] = _row(
        Arguments(),
        "What copies: it is given the text on its standard input. An empty list means tmux, the "
        "desktop's wl-copy, xclip, xsel or pbcopy where they can work, or else the terminal.",
        default=(),
    )
    notify: tuple[str, ...] = _row(
        Arguments(),
        'What tells you of new entries, such as ["notify-send", "feedtui", "{count}"]; '
        "{count} becomes how many, such as 3 new entries, and {feeds} the names of the feeds. An "
        "empty list means that the terminal tells it, if it can (OSC 9 or 777).",
        default=(),
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, by table; `Settings()` has the defaults."""

    fetch: Fetch = Fetch()
    refresh: Refresh = Refresh()
    reading: Reading = Reading()
    lists: Lists = Lists()
    keep: Keep = Keep()
    screen: Screen = Screen()
    programs: Programs = Programs()
    hosts: Mapping[str, int] = field(default_factory=dict)
    keys: Bound = UNBOUND


HOSTS = (
    "The pause between two requests to a host and to what is below its name. feedtui knows a few "
    "strict hosts by itself; what stands here counts instead."
)
"""What `[hosts]` is for: the seconds of `Settings.hosts`, by the names of hosts in lower case."""

_BOUND = ("keys", "macros")
_FREE = ("hosts", *_BOUND)
"""Tables in which the names are the person's own, or those of commands, which the screen knows."""

PAUSE = Duration(0, DAY)
"""How long a host may be left alone between two requests."""


def rows() -> dict[str, dict[str, Row]]:
    """The settings, by table and name, in the order in which the example shows them."""
    defaults = Settings()
    return {
        table.name: {
            each.name: each.metadata["row"] for each in fields(getattr(defaults, table.name))
        }
        for table in fields(Settings)
        if table.name not in _FREE
    }


def read_settings(text: str, file: str) -> Settings:
    """Read the text of config.toml; `file` is what messages call it.

    Raises ConfigError with every mistake: bad syntax, unknown names, values that don't fit.
    """
    known = rows()
    given = parse(text, file)
    tables = (*known, "hosts")
    read = {name: _table(name, given[name], known) for name in tables if name in given}
    bound, strange = read_bound(given.get("keys", {}), given.get("macros", {}), lines_of(text))
    known_here = {*tables, *_BOUND}
    faults = [unknown((name,), known_here) for name in given if name not in known_here]
    faults += [fault for table in read.values() for fault in table.faults]
    if faults := [*faults, *strange]:
        raise refusal(text, file, faults)
    values = {name: table.values for name, table in read.items()}
    return replace(msgspec.convert(values, Settings), keys=bound)


def _table(name: str, given: object, known: dict[str, dict[str, Row]]) -> Table:
    if name == "hosts":
        return read_named(given, HostName(), PAUSE, (name,))
    return read_table(given, _kinds(known[name]), (name,))


def _kinds(table: dict[str, Row]) -> dict[str, Kind]:
    return {name: row.kind for name, row in table.items()}
