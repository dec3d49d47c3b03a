"""How a feed fares: when it last came, what is wrong with it, whether anybody reads it.

Pure figures over what is kept anyway: its history, the dates of its entries, the person's marks.
`feedtui health --json` prints a `Health` as a line, and the screen reads it from there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from feedtui.library.library import Counts
from feedtui.library.pace import DAY, WEEKS, by_week
from feedtui.model import WELCOME, FetchHistory, Head, Source

SILENT_AFTER = 60 * DAY
"""Seconds without a new entry after which a feed may have ended."""

_MANY_TIMES = 6
"""Feeds that write seldom are silent after so many times their usual gap."""

Which = Literal["all", "failing", "silent", "never read"]
"""A list of feeds: those that failed the last time, that have nothing new, that nobody reads."""

Order = Literal["need", "title", "last answer", "most posts"]
"""What comes first: what needs care, the alphabet, what has not answered for longest, the most."""


@dataclass(frozen=True, slots=True)
class Health:
    """A feed's state. Times are in UTC, None for never; `next` is None for never by itself.

    `posts` are entries in each of the last 26 weeks, the oldest week first. `requests` counts all
    of them, `not_modified` those that brought nothing; `size` is that of the last document in
    bytes, `took` the last request's milliseconds. `moved` is where its host says it has gone, and
    `taken` that another subscription has that address. `gone` means that its host has said never to
    ask again.
    """

    feed: str
    feed_title: str
    folder: str = ""
    site: str = ""
    checked: datetime | None = None
    succeeded: datetime | None = None
    error: str = ""
    failures: int = 0
    gone: bool = False
    next: datetime | None = None
    why: str = ""
    notice: str = ""
    newest: datetime | None = None
    posts: tuple[int, ...] = (0,) * WEEKS
    entries: int = 0
    unread: int = 0
    starred: int = 0
    requests: int = 0
    not_modified: int = 0
    size: int = 0
    took: int = 0
    moved: str = ""
    taken: bool = False
    failing: bool = False
    silent: bool = False
    never_read: bool = False

    @property
    def share_not_modified(self) -> int | None:
        """Of a hundred requests, those that brought nothing; None before the first one."""
        return round(100 * self.not_modified / self.requests) if self.requests else None

    @property
    def weekly(self) -> float:
        """Entries a week over the last half-year."""
        return sum(self.posts) / len(self.posts) if self.posts else 0.0


@dataclass(frozen=True, slots=True)
class Next:
    """When a feed is asked again, in seconds since 1970, and why then, as the engine plans it.

    `moved` and `taken` are as in `Health`.
    """

    time: int | None = None
    why: str = ""
    moved: str = ""
    taken: bool = False


def health_of(
    source: Source,
    history: FetchHistory,
    heads: Sequence[Head],
    counts: Counts,
    planned: Next,
    now: int,
) -> Health:
    """The health of a feed from all that is known of it; `now` is in seconds since 1970."""
    dates = [head.date for head in heads]
    newest = max((date for date in dates if date <= now), default=0)
    return Health(
        feed=source.url,
        feed_title=source.title,
        folder=source.folder,
        site=source.link,
        checked=_moment(history.attempted),
        succeeded=_moment(history.succeeded),
        error=history.error,
        failures=history.failures,
        gone=history.gone,
        next=_moment(planned.time),
        why=planned.why,
        notice=source.notice,
        newest=_moment(newest),
        posts=by_week(dates, now),
        entries=counts.total,
        unread=counts.unread,
        starred=counts.starred,
        requests=history.asked,
        not_modified=history.unchanged,
        size=history.size,
        took=history.took,
        moved=planned.moved,
        taken=planned.taken,
        failing=bool(history.error) or history.gone,
        silent=_is_silent(source, history, newest, now),
        never_read=0 < counts.total == counts.unread and not counts.starred,
    )


def chosen(feeds: Iterable[Health], which: Which) -> tuple[Health, ...]:
    """Those of the feeds that are in a list."""
    return tuple(each for each in feeds if _IN_LIST[which](each))


def ordered(feeds: Iterable[Health], order: Order) -> tuple[Health, ...]:
    """The feeds in an order; equal ones by the alphabet."""
    by_title = sorted(feeds, key=lambda each: each.feed_title.casefold())
    return tuple(sorted(by_title, key=_KEYS[order]))


def _is_silent(source: Source, history: FetchHistory, newest: int, now: int) -> bool:
    """Nothing new for long, and for much longer than is usual for it, although it answers."""
    if source.url == WELCOME or not (history.succeeded and newest):
        return False
    return now - newest > max(SILENT_AFTER, _MANY_TIMES * (history.rhythm or 0))


def _moment(time: int | None) -> datetime | None:
    return datetime.fromtimestamp(time, UTC) if time else None


def _need(health: Health) -> int:
    """How much a feed needs a person's care: less than nothing, so that it sorts first."""
    signs = (health.never_read, health.silent, bool(health.moved), health.failing)
    return -sum(sign << place for place, sign in enumerate(signs))


def _last(health: Health) -> float:
    return health.succeeded.timestamp() if health.succeeded else 0.0


_IN_LIST: dict[Which, Callable[[Health], bool]] = {
    "all": lambda _each: True,
    "failing": lambda each: each.failing,
    "silent": lambda each: each.silent,
    "never read": lambda each: each.never_read,
}

_KEYS: dict[Order, Callable[[Health], float]] = {
    "need": _need,
    "title": lambda _each: 0,
    "last answer": _last,
    "most posts": lambda each: -each.weekly,
}
