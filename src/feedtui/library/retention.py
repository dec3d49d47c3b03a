"""How long entries are kept, and how they go.

Nothing goes but by the person's word: the bounds of config.toml and feeds.toml say what may, and
`feedtui purge`, or the setting that lets every refresh do it, when. A feed that was unsubscribed
from is kept for 30 days and then may go likewise. What is starred, tagged or read half-way never
goes.

What goes, goes into its feed's bin first, as one step that can be taken back. What has lain
there for 30 days, a purge takes note of; one that finds the same a day later or more deletes it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from feedtui.clean import SafeText, clean_line
from feedtui.config.settings import Keep
from feedtui.errors import StoreError
from feedtui.library.home import Home
from feedtui.library.library import Library
from feedtui.library.positions import Position, read_position
from feedtui.library.wording import called, counted
from feedtui.model import EMPTY, Head, Status, Subscription
from feedtui.query.retention import Bounds, surplus
from feedtui.store.bin import Bin
from feedtui.store.cache import FeedCache
from feedtui.store.emptying import Looks
from feedtui.store.removed import forget_removed, kept_besides, removed_since
from feedtui.store.steps import Binned, Step

_T = TypeVar("_T")
_Done = TypeVar("_Done")

_EVER = 2**63 - 1

GRACE = 30 * 24 * 3600
"""Seconds for which a removed feed is kept, and purged entries lie in the bin."""


@dataclass(frozen=True, slots=True)
class Surplus:
    """What would go of a feed: its key, its title, the heads, and the bytes of their texts."""

    feed: str
    title: SafeText
    heads: tuple[Head, ...]
    size: int

    @property
    def oldest(self) -> int:
        """The date of the oldest entry."""
        return min(head.date for head in self.heads)

    @property
    def newest(self) -> int:
        """The date of the newest entry."""
        return max(head.date for head in self.heads)


@dataclass(frozen=True, slots=True)
class Purged:
    """How many entries went into bins, and how many left them for good."""

    entries: int
    emptied: int


def surpluses(home: Home, library: Library) -> tuple[Surplus, ...]:
    """What a purge would take, by feed; `library` is loaded. Raises ConfigError, StoreError.

    A removed feed that nobody noted as removed is noted now, and one that is subscribed to again is
    noted no more. A feed that can't be read is told of.
    """
    subscriptions, keep, cache = home.subscriptions(), home.settings().keep, home.cache()
    removed = _removed(home, cache, subscriptions)
    now = home.now()

    def beyond(feed: Subscription) -> Surplus:
        forget_removed(cache, feed.key)
        return _surplus(cache, feed.key, _beyond(cache, feed, keep, now, library))

    def left(key: str) -> Surplus:
        return _surplus(cache, key, _left(cache, key, now, library))

    found = (*_attempts(home, subscriptions, beyond), *_attempts(home, removed, left))
    return tuple(each for each in found if each.heads)


def outdated(home: Home) -> int:
    """How many entries a purge would delete for good, from the bins. Raises ConfigError."""
    before = _looks(home).believed(home.clock()) - GRACE * 1000
    return sum(_attempts(home, _bins(home), lambda each: each.count(before)))


def binned(home: Home) -> int:
    """How many entries lie in bins. Raises ConfigError."""
    return sum(_attempts(home, _bins(home), lambda each: each.count(_EVER)))


def purge(home: Home, found: Sequence[Surplus]) -> Purged:
    """Put what was found into the bins, as one step, and empty bins of what lay there for long.

    The step is written first, so that what a kill interrupts can be taken back. A feed whose files
    can't be written is told of and stays as it is. Raises ConfigError, and StoreError.
    """
    time, looks = home.clock(), _looks(home)
    before = looks.believed(time) - GRACE * 1000
    emptied = sum(_attempts(home, _bins(home), lambda each: each.empty(before)))
    purged = _let_go(home, found, time) if found else 0
    looks.note(time)
    return Purged(purged, emptied)


def purge_if_automatic(home: Home) -> Purged:
    """What a front calls after a refresh: purge, if the person set it so. Raises as `purge`."""
    if not home.settings().keep.automatic:
        return Purged(0, 0)
    return purge(home, surpluses(home, home.library()))


def _removed(home: Home, cache: FeedCache, feeds: Iterable[Subscription]) -> Iterable[str]:
    """The feeds that left feeds.toml; none where the whole file is missing, as if by accident."""
    if not home.places.subscriptions.exists():
        return ()
    return kept_besides(cache, {feed.key for feed in feeds})


def _beyond(
    cache: FeedCache, feed: Subscription, keep: Keep, now: int, library: Library
) -> tuple[Head, ...]:
    bounds = Bounds(
        keep.entries if feed.keep is None else feed.keep,
        keep.age if feed.keep_for is None else feed.keep_for,
    )
    if bounds == Bounds():
        return ()

    def is_exempt(head: Head) -> bool:
        status = library.status_of(head.id)
        return _is_dear(status) or (keep.unread == "keep" and not status.read)

    return surplus(cache.feed(feed.key).heads, bounds, now, is_exempt)


def _left(cache: FeedCache, key: str, now: int, library: Library) -> tuple[Head, ...]:
    """What may go of a feed that nobody is subscribed to."""
    heads = cache.feed(key).heads
    if not heads or now - removed_since(cache, key, now) < GRACE:
        return ()
    return tuple(head for head in heads if not _is_dear(library.status_of(head.id)))


def _is_dear(status: Status) -> bool:
    """Whether an entry never goes: it is starred, tagged, or read half-way."""
    return status.starred or bool(status.tags) or _is_half_read(read_position(status.position))


def _is_half_read(position: Position | None) -> bool:
    return position is not None and position.is_half_way


def _surplus(cache: FeedCache, key: str, heads: tuple[Head, ...]) -> Surplus:
    if not heads:
        return Surplus(key, EMPTY, (), 0)
    bodies = cache.bodies(key, (head.id for head in heads))
    size = sum(len(body.html.encode("utf-8", "replace")) for body in bodies.values())
    return Surplus(key, clean_line(called(cache.feed(key).title, key)), heads, size)


def _let_go(home: Home, found: Sequence[Surplus], time: int) -> int:
    """Put what was found into the bins, as one step; how many entries."""
    going = tuple(Binned(each.feed, tuple(head.id for head in each.heads)) for each in found)
    number = sum(len(each.entries) for each in going)
    name = f"purged {counted(number, 'entry', 'entries')} of {counted(len(going), 'feed')}"
    feeds = tuple(each.feed for each in going)
    home.past().will(Step("", name, time, time, feeds, binned=going))
    return sum(_attempts(home, going, lambda each: _put(home, each, time)))


def _looks(home: Home) -> Looks:
    return Looks(home.places.emptying, home.warn)


def _bins(home: Home) -> Iterator[Bin]:
    cache = home.cache()
    subscribed = [feed.key for feed in home.subscriptions()]
    for key in (*subscribed, *kept_besides(cache, subscribed)):
        yield Bin(cache, key, home.warn)


def _put(home: Home, binned: Binned, time: int) -> int:
    Bin(home.cache(), binned.feed, home.warn).put(binned.entries, time)
    return len(binned.entries)


def _attempts(home: Home, each: Iterable[_T], do: Callable[[_T], _Done]) -> Iterator[_Done]:
    """What came of each; where the store failed, that is told."""
    for one in each:
        try:
            yield do(one)
        except StoreError as error:
            home.warn(str(error))
