"""What was purged of a feed, for a while: `bin.json` beside its files.

Entries go into the bin before they leave the feed, and leave the bin after they are back in the
feed. So a kill in between leaves them in both places, never in none; entries are told by their ids,
so nothing is there twice in the end. A purge that comes much later empties the bin.
"""

from collections.abc import Callable, Collection
from contextlib import nullcontext
from dataclasses import dataclass, field, replace

import msgspec

from feedtui.model import Body, FullText, Head, StoredFeed, Version
from feedtui.store import atomic
from feedtui.store.cache import FeedCache
from feedtui.store.documents import Format, read_file
from feedtui.store.folder import refuse_newer_in
from feedtui.store.formats import BIN, FORMATS_BESIDE
from feedtui.store.removed import is_noted

FILE = BIN
VERSION = FORMATS_BESIDE[FILE]


@dataclass(frozen=True, slots=True)
class Batch:
    """What one purge took: heads, and what there was of each by id. `time` is in milliseconds."""

    time: int
    heads: tuple[Head, ...]
    bodies: dict[str, Body] = field(default_factory=dict)
    earlier: dict[str, tuple[Version, ...]] = field(default_factory=dict)
    texts: dict[str, FullText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    version: int = VERSION
    batches: tuple[Batch, ...] = ()


_FORMAT = Format(VERSION, msgspec.json.Decoder(_File))
_ENCODER = msgspec.json.Encoder()


class Bin:
    """The bin of one feed. `warn` is told when it was damaged.

    All its methods raise NewerVersionError and StoreError.
    """

    def __init__(self, cache: FeedCache, feed: str, warn: Callable[[str], None]) -> None:
        self._cache = cache
        self._feed = feed
        self._path = cache.path(feed) / FILE
        self._warn = warn

    def put(self, entries: Collection[str], time: int) -> None:
        """Take entries out of the feed, and keep them here as the batch of a time."""
        with self._cache.locked(self._feed):
            feed = self._cache.feed(self._feed)
            gone = tuple(head for head in feed.heads if head.id in entries)
            if not gone:
                return
            self._write((*self._batches(), self._batch(gone, time)))
            self._take_out(feed, gone)

    def restore(self, time: int) -> bool:
        """Bring the batch of a time back into the feed; whether it was here."""
        with self._cache.locked(self._feed):
            batches = self._batches()
            batch = next((each for each in batches if each.time == time), None)
            if batch is None:
                return False
            self._put_in(self._cache.feed(self._feed), batch)
            self._write(tuple(each for each in batches if each.time != time))
            return True

    def count(self, before: int) -> int:
        """How many entries were purged before a time in milliseconds."""
        if not self._path.exists():
            return 0
        with self._cache.locked(self._feed):
            return sum(len(batch.heads) for batch in self._batches() if batch.time < before)

    def empty(self, before: int) -> int:
        """Delete for good what was purged before a time in milliseconds; how many entries."""
        number = self.count(before)
        if not number:
            return 0
        with self._cache.locked(self._feed):
            self._write(tuple(batch for batch in self._batches() if batch.time >= before))
        return number

    def _batch(self, gone: tuple[Head, ...], time: int) -> Batch:
        ids = {head.id for head in gone}
        earlier = self._cache.all_earlier(self._feed)
        return Batch(
            time,
            gone,
            self._cache.bodies(self._feed, ids),
            {entry: versions for entry, versions in earlier.items() if entry in ids},
            self._cache.full_texts(self._feed).some(ids),
        )

    def _take_out(self, feed: StoredFeed, gone: tuple[Head, ...]) -> None:
        """Heads first: a head without its text would look like an entry without one.

        Of a removed feed nothing is set aside: who subscribes to it again wants what it lists.
        """
        ids = {head.id for head in gone}
        kept = tuple(head for head in feed.heads if head.id not in ids)
        aside = () if is_noted(self._cache, self._feed) else (*feed.purged, *gone)
        self._cache.write_heads(replace(feed, heads=kept, purged=aside))
        self._cache.forget_bodies(self._feed, ids)
        earlier = self._cache.all_earlier(self._feed)
        if not ids.isdisjoint(earlier):
            left = {entry: versions for entry, versions in earlier.items() if entry not in ids}
            self._cache.write_earlier(self._feed, left)
        self._cache.full_texts(self._feed).forget(ids)

    def _put_in(self, feed: StoredFeed, batch: Batch) -> None:
        """Heads last, for the same reason."""
        here = {head.id for head in feed.heads}
        missing = {head.id for head in batch.heads} - here
        texts = {entry: text for entry, text in batch.texts.items() if entry in missing}
        self._cache.full_texts(self._feed).put_back(texts)
        if earlier := {entry: each for entry, each in batch.earlier.items() if entry in missing}:
            self._cache.write_earlier(
                self._feed, {**earlier, **self._cache.all_earlier(self._feed)}
            )
        bodies = {entry: body for entry, body in batch.bodies.items() if entry in missing}
        self._cache.add_bodies(self._feed, bodies)
        self._cache.write_heads(_with_heads(feed, batch.heads, missing))

    def _batches(self) -> tuple[Batch, ...]:
        """The feed's lock is held."""
        held = nullcontext(enter_result=True)
        found = read_file(self._path, _FORMAT, self._lost, lambda: held)
        return found.batches if found else ()

    def _write(self, batches: tuple[Batch, ...]) -> None:
        refuse_newer_in(self._path.parent)
        if batches:
            atomic.write(self._path, _ENCODER.encode(_File(VERSION, batches)))
        else:
            atomic.delete(self._path)

    def _lost(self, what: str) -> None:
        self._warn(f"{what}; what was purged from its feed can't be brought back")


def _with_heads(feed: StoredFeed, heads: tuple[Head, ...], missing: Collection[str]) -> StoredFeed:
    """The feed with heads that it lacks, where their dates belong."""
    added = (head for head in heads if head.id in missing)
    present = (*feed.heads, *added)
    back = {head.id for head in present}
    return replace(
        feed,
        heads=tuple(sorted(present, key=lambda head: -head.date)),
        purged=tuple(head for head in feed.purged if head.id not in back),
    )
