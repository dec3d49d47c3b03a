"""Bringing the search index up to what is kept of the feeds.

Whether a feed is in the index as it is now takes no reading: when its files were written last, how
long they are, and which files they are (they are replaced, never changed) tell it. Only entries
that are new or say something else are read. It is done in slices, each of which is kept, so that
whoever is stopped, or has no more time, loses little.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Event

from feedtui.errors import NewerVersionError, StoreError
from feedtui.library.home import Home
from feedtui.model import Body, FullText, Head
from feedtui.pages.words import plain
from feedtui.query.words import segmented
from feedtui.store import atomic
from feedtui.store.cache import FeedCache, folder_name
from feedtui.store.formats import HEADS
from feedtui.store.fulltexts import FILE as FULL_TEXTS
from feedtui.store.search.opening import NoIndexError, UselessIndexError, discard
from feedtui.store.search.writing import IndexWriter, Row

_SLICE = 2_000
"""Entries that are written together: SQLite sorts many at once much faster than few."""

_PERIOD = 1.0
"""Seconds between two looks at what is new."""

_AFTERWARDS = 5_000
"""Milliseconds for what is left when the work that brought it is done."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What came of it: entries that were taken in, and feeds that are still behind."""

    entries: int = 0
    behind: int = 0


def stamp(cache: FeedCache, feed: str) -> str:
    """The state of what is kept of a feed, as far as it is searched; empty for nothing."""
    heads, full_texts = _files(cache.folder, feed)
    state = _written(heads)
    return state and f"{state} {_written(full_texts)}"


def behind(cache: FeedCache, feeds: Iterable[str], stamps: Mapping[str, str]) -> list[str]:
    """The feeds that aren't in the index as they are now; `stamps` are those in the index."""
    return [feed for feed in feeds if stamp(cache, feed) != stamps.get(feed, "")]


def catch_up(home: Home, feeds: Sequence[str], may_go_on: Callable[[], bool]) -> Indexed:
    """Take in what is new in these feeds, and drop the others; an index that won't do is made anew.

    Waits for whoever else does the same. Raises NewerVersionError, NoIndexError, and StoreError
    when it can't be written.
    """
    path = home.places.search
    with atomic.locked(home.places.lock("search")):
        try:
            return _catch_up(path, home.cache(), feeds, may_go_on)
        except UselessIndexError:
            discard(path)
            return _catch_up(path, home.cache(), feeds, may_go_on)


def make_anew(home: Home, feeds: Sequence[str]) -> Indexed:
    """Make the index from nothing. Raises as `catch_up` does; a newer feedtui's goes as well."""
    with atomic.locked(home.places.lock("search")):
        discard(home.places.search)
        return _catch_up(home.places.search, home.cache(), feeds, _always)


@contextmanager
def indexed_meanwhile(home: Home) -> Iterator[None]:
    """Take in what is stored within the block while it runs, and what is left in a few seconds.

    Nothing here makes the work in the block fail. What can't be written is told once; where there
    can be no index at all, searching says so. Raises ConfigError before the block.
    """
    feeds = tuple(each.key for each in home.subscriptions())
    stop = Event()
    with ThreadPoolExecutor(1) as executor:
        keeping_up = executor.submit(_keep_up, home, feeds, stop)
        try:
            yield
        finally:
            stop.set()
    if keeping_up.result():
        end = home.clock() + _AFTERWARDS
        _index_news(home, feeds, lambda: home.clock() < end)


def _keep_up(home: Home, feeds: Sequence[str], stop: Event) -> bool:
    """Catch up once a second until told to stop; whether that is worth going on with."""
    while not stop.wait(_PERIOD):
        if not _index_news(home, feeds, lambda: not stop.is_set()):
            return False
    return True


def _index_news(home: Home, feeds: Sequence[str], may_go_on: Callable[[], bool]) -> bool:
    try:
        if not atomic.is_locked(home.places.lock("search")):
            catch_up(home, feeds, may_go_on)
    except (NewerVersionError, NoIndexError):
        return False
    except StoreError as error:
        home.warn(f"{error}. Searching works without the index, slower")
        return False
    return True


def text_of(own: Body | None, full: FullText | None) -> str:
    """All that an entry says, as plain text: its feed's text, and its page's where it is kept."""
    return " ".join(plain(each.html) for each in (own, full) if each)


def _catch_up(
    path: Path, cache: FeedCache, feeds: Sequence[str], may_go_on: Callable[[], bool]
) -> Indexed:
    writer = IndexWriter(path)
    try:
        if writer.is_wasteful:
            raise UselessIndexError(f"{path} holds much that is gone")
        return _take_all(writer, cache, feeds, may_go_on)
    finally:
        writer.close()


def _take_all(
    writer: IndexWriter, cache: FeedCache, feeds: Sequence[str], may_go_on: Callable[[], bool]
) -> Indexed:
    stamps = writer.stamps()
    _forget(writer, set(stamps).difference(feeds))
    late = behind(cache, feeds, stamps)
    if not late:
        return Indexed()
    left = iter(late)
    entries = 0
    while may_go_on() and (taken := _take_slice(writer, cache, left, may_go_on)) is not None:
        entries += taken
    if may_go_on():
        writer.tidy()
    return Indexed(entries, len(behind(cache, late, writer.stamps())))


def _forget(writer: IndexWriter, feeds: Iterable[str]) -> None:
    for feed in feeds:
        with writer.kept():
            writer.forget_feed(feed)


def _take_slice(
    writer: IndexWriter, cache: FeedCache, left: Iterator[str], may_go_on: Callable[[], bool]
) -> int | None:
    """Take in feeds until there are many entries or no time; None when no feed is left."""
    entries = 0
    with writer.kept():
        for feed in left:
            entries += _take(writer, cache, feed)
            if entries >= _SLICE or not may_go_on():
                return entries
    return entries or None


def _take(writer: IndexWriter, cache: FeedCache, feed: str) -> int:
    """Take in a feed; how many entries. One that can't be read is left for another time."""
    kept = writer.versions(feed)
    try:
        news = _news(cache, feed, kept)
    except StoreError:
        return 0
    writer.keep(feed, news.state, news.rows, news.gone)
    return len(news.rows)


@dataclass(frozen=True, slots=True)
class _News:
    """How a feed has changed since it was taken in, and its state now."""

    state: str
    rows: tuple[Row, ...]
    gone: tuple[str, ...]


def _news(cache: FeedCache, feed: str, kept: Mapping[str, str]) -> _News:
    state = stamp(cache, feed)
    heads = {head.id: head for head in cache.feed(feed).heads}
    full = cache.full_texts(feed).some(heads)
    versions = {entry: _version(head, full.get(entry)) for entry, head in heads.items()}
    new = [entry for entry, version in versions.items() if kept.get(entry) != version]
    own = cache.bodies(feed, new)
    rows = tuple(
        _row(heads[entry], versions[entry], own.get(entry), full.get(entry)) for entry in new
    )
    gone = tuple(entry for entry, version in kept.items() if versions.get(entry) != version)
    return _News(state, rows, gone)


def _row(head: Head, version: str, own: Body | None, full: FullText | None) -> Row:
    return Row(head.id, version, head.date, head.title, head.author, text_of(own, full))


def _version(head: Head, full: FullText | None) -> str:
    """What changes when what is searched of an entry does."""
    return f"{head.digest} {full.fetched if full else ''} {segmented(head.author)}"


@lru_cache(maxsize=10_000)
def _files(folder: Path, feed: str) -> tuple[Path, Path]:
    """Where a feed's heads and full texts lie; asked for at every letter of a search."""
    own = folder / folder_name(feed)
    return own / HEADS, own / FULL_TEXTS


def _written(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns}:{found.st_size}:{found.st_ino}"


def _always() -> bool:
    return True
