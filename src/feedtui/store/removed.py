"""When a feed left feeds.toml: `removed.json` in its folder, until it is there again.

A person may also delete a feed's lines, and tell nobody. Then it counts as removed from the moment
at which that is first noticed, so nothing of it goes too early.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from feedtui.store import atomic
from feedtui.store.cache import FeedCache, folder_name
from feedtui.store.documents import Format, read_file
from feedtui.store.folder import refuse_newer_in
from feedtui.store.formats import FORMATS_BESIDE, HEADS, REMOVED
from feedtui.store.versions import refuse_newer, version_at

FILE = REMOVED
VERSION = FORMATS_BESIDE[FILE]


@dataclass(frozen=True, slots=True)
class _File:
    version: int
    removed: int


@dataclass(frozen=True, slots=True)
class _Feed:
    url: str = ""


@dataclass(frozen=True, slots=True)
class _Heads:
    feed: _Feed = _Feed()


_FORMAT = Format(VERSION, msgspec.json.Decoder(_File))
_HEADS_DECODER = msgspec.json.Decoder(_Heads)
_ENCODER = msgspec.json.Encoder()


def note_removed(cache: FeedCache, feed: str, now: int) -> None:
    """Write that a feed was removed `now`, if anything of it is kept.

    Raises NewerVersionError and StoreError.
    """
    folder = cache.path(feed)
    if folder.is_dir():
        refuse_newer_in(folder)
        refuse_newer(folder / FILE, version_at(folder / FILE), VERSION)
        atomic.write(folder / FILE, _ENCODER.encode(_File(VERSION, now)))


def forget_removed(cache: FeedCache, feed: str) -> None:
    """The feed is subscribed to again. Raises StoreError."""
    atomic.delete(cache.path(feed) / FILE)


def is_noted(cache: FeedCache, feed: str) -> bool:
    """Whether it is written that a feed was removed."""
    return (cache.path(feed) / FILE).exists()


def removed_since(cache: FeedCache, feed: str, now: int) -> int:
    """When a feed that isn't subscribed to was removed; noted as `now` if nobody did.

    A note from before the feed was last asked is about an earlier time. Raises StoreError.
    """
    path = cache.path(feed) / FILE
    found = read_file(path, _FORMAT, cache.warn, lambda: atomic.try_locked_folder(path.parent))
    asked = cache.history(feed).attempted
    if found is not None and asked <= found.removed <= now:
        return found.removed
    note_removed(cache, feed, now)
    return now


def kept_besides(cache: FeedCache, subscribed: Collection[str]) -> Iterator[str]:
    """The keys of the feeds of which entries are kept although nobody is subscribed to them."""
    known = {folder_name(key) for key in subscribed}
    for path in sorted(cache.folder.glob(f"*/{HEADS}")):
        if path.parent.name not in known and (key := _key(path)):
            yield key


def _key(heads: Path) -> str:
    """The feed whose folder it is; nothing where that can't be told for sure."""
    try:
        found = _HEADS_DECODER.decode(heads.read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
    return found.feed.url if folder_name(found.feed.url) == heads.parent.name else ""
