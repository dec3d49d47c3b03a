"""What feeds said: one folder per feed, with the heads apart from the bodies.

`heads.json` holds what lists need, `bodies.json` the texts, `history.json` what is known of asking
for the feed. Lists of a hundred thousand entries read heads only; an answer that brings nothing new
writes a history only. Bodies are written before the heads that name them, and the history with the
validators last, so that a crash between two of them leaves texts without a head or heads without
validators (the next fetch brings them), never the reverse.

A file that can't be understood is moved aside, and its feed is fetched again without validators.

Two more files are read only when they are asked for: `earlier.json` with what entries said before
they were changed, and `items.json` with the hashes of the last document's items. The latter are
worth something only for the very document that the heads are of, so they are written last and name
it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from feedtui.model import Body, FetchHistory, SeenItems, StoredFeed, Version
from feedtui.store import atomic
from feedtui.store.documents import read_document
from feedtui.store.earlier import with_added
from feedtui.store.fulltexts import FullTexts

VERSION = 1
HEADS = "heads.json"
BODIES = "bodies.json"
HISTORY = "history.json"
EARLIER = "earlier.json"
ITEMS = "items.json"

Warn = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _HeadsFile:
    version: int
    feed: StoredFeed


@dataclass(frozen=True, slots=True)
class _HistoryFile:
    version: int
    history: FetchHistory


@dataclass(frozen=True, slots=True)
class _BodiesFile:
    version: int
    bodies: dict[str, msgspec.Raw]


@dataclass(frozen=True, slots=True)
class _EarlierFile:
    version: int
    versions: dict[str, tuple[Version, ...]]


@dataclass(frozen=True, slots=True)
class _ItemsFile:
    version: int
    document: str
    seen: SeenItems


_File = TypeVar("_File", _HeadsFile, _HistoryFile, _BodiesFile, _EarlierFile, _ItemsFile)

_HEADS = msgspec.json.Decoder(_HeadsFile)
_HISTORY = msgspec.json.Decoder(_HistoryFile)
_BODIES = msgspec.json.Decoder(_BodiesFile)
_EARLIER = msgspec.json.Decoder(_EarlierFile)
_ITEMS = msgspec.json.Decoder(_ItemsFile)
_BODY = msgspec.json.Decoder(Body)
_ENCODER = msgspec.json.Encoder()


class FeedCache:
    """The folder `feeds/`. `warn` is told, in a sentence, of every file that was moved aside."""

    def __init__(self, folder: Path, warn: Warn) -> None:
        self.folder = folder
        self.warn = warn

    def feed(self, url: str) -> StoredFeed:
        """The feed as it is kept; one that was never fetched has no heads and an empty history.

        Raises NewerVersionError, and StoreError when a file can't be read.
        """
        feed = self._feed(url)
        return replace(feed, history=self._believed(url, feed))

    def history(self, url: str) -> FetchHistory:
        """What is known of asking for a feed. Raises as `feed` does.

        Without its heads and texts a feed's validators are worth nothing, so they are not handed
        out, and it is due.
        """
        return self._believed(url, None)

    def write_history(self, url: str, history: FetchHistory) -> None:
        """Keep what came of asking for a feed. Raises StoreError when the disk refuses."""
        atomic.write(self._path(url, HISTORY), _ENCODER.encode(_HistoryFile(VERSION, history)))

    def heads_file(self, url: str) -> Path:
        """The file that is written whenever something about a feed's entries has changed."""
        return self._path(url, HEADS)

    def body(self, url: str, entry: str) -> Body | None:
        """The text of one entry, or None when it isn't kept."""
        raw = self._bodies(url).get(entry)
        return None if raw is None else _BODY.decode(raw)

    def bodies(self, url: str, entries: Iterable[str]) -> dict[str, Body]:
        """The texts of some entries, as far as they are kept."""
        wanted = tuple(entries)
        kept = self._bodies(url) if wanted else {}
        return {entry: _BODY.decode(kept[entry]) for entry in wanted if entry in kept}

    def earlier(self, url: str, entry: str) -> tuple[Version, ...]:
        """What an entry said before it was changed, as far as it is kept, the oldest first."""
        return self._earlier(url).get(entry, ())

    def keep_earlier(self, url: str, versions: Mapping[str, Version]) -> None:
        """Add versions of entries that are about to be replaced. Raises StoreError."""
        if versions:
            kept = with_added(self._earlier(url), versions)
            file = _EarlierFile(VERSION, dict(kept))
            atomic.write(self._path(url, EARLIER), _ENCODER.encode(file))

    def seen(self, feed: StoredFeed) -> SeenItems:
        """The items of the document that a feed was read from last; none if texts were lost."""
        found = self._kept(feed.url, ITEMS, _ITEMS)
        if found is None or not found.document or found.document != feed.history.body_hash:
            return SeenItems()
        if self._kept(feed.url, BODIES, _BODIES) is None:
            return SeenItems()
        known = {head.id for head in feed.heads}
        items = {key: item for key, item in found.seen.items.items() if item.entry in known}
        return SeenItems(found.seen.head, items)

    def forget_seen(self, url: str) -> None:
        """Have the next document read whole, whatever becomes of this one. Raises StoreError."""
        path = self._path(url, ITEMS)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise atomic.unwritable(path, error) from error

    def write_seen(self, feed: StoredFeed, seen: SeenItems) -> None:
        """Keep the items of the document that a feed, as it is written, was read from."""
        file = _ItemsFile(VERSION, feed.history.body_hash, seen)
        atomic.write(self._path(feed.url, ITEMS), _ENCODER.encode(file))

    def write(self, feed: StoredFeed, bodies: Mapping[str, Body]) -> None:
        """Keep a feed that was read; `bodies` are added to the texts that are there.

        There is a file of texts afterwards even if none of the entries has one: its absence means
        that texts were lost. Raises StoreError when the disk refuses; what was there is unchanged.
        """
        if bodies or not self._path(feed.url, BODIES).exists():
            encoded = {entry: msgspec.Raw(_ENCODER.encode(body)) for entry, body in bodies.items()}
            texts = _BodiesFile(VERSION, self._bodies(feed.url) | encoded)
            atomic.write(self._path(feed.url, BODIES), _ENCODER.encode(texts))
        heads = _HeadsFile(VERSION, replace(feed, history=FetchHistory()))
        atomic.write(self._path(feed.url, HEADS), _ENCODER.encode(heads))
        self.write_history(feed.url, feed.history)

    @contextmanager
    def locked(self, url: str) -> Iterator[None]:
        """Hold this feed's files from reading to writing, so that two processes don't mix."""
        with atomic.locked_folder(self.folder / folder_name(url)):
            yield

    def full_texts(self, url: str) -> FullTexts:
        """What the web pages of the feed's entries said, beside the feed's own texts."""
        return FullTexts(self.folder / folder_name(url), self.warn)

    def _feed(self, url: str) -> StoredFeed:
        found = self._kept(url, HEADS, _HEADS)
        return StoredFeed(url) if found is None else found.feed

    def _believed(self, url: str, feed: StoredFeed | None) -> FetchHistory:
        found = self._kept(url, HISTORY, _HISTORY)
        # The history was among the heads at first.
        history = found.history if found else (feed or self._feed(url)).history
        return history if self._is_whole(url) else without_validators(history)

    def _is_whole(self, url: str) -> bool:
        """Whether what was read of the feed is still there."""
        return all(self._path(url, file).exists() for file in (HEADS, BODIES))

    def _bodies(self, url: str) -> dict[str, msgspec.Raw]:
        found = self._kept(url, BODIES, _BODIES)
        return {} if found is None else found.bodies

    def _earlier(self, url: str) -> Mapping[str, tuple[Version, ...]]:
        found = self._kept(url, EARLIER, _EARLIER)
        return {} if found is None else found.versions

    def _kept(self, url: str, file: str, decoder: msgspec.json.Decoder[_File]) -> _File | None:
        return read_document(self._path(url, file), decoder, VERSION, self._lost)

    def _path(self, url: str, file: str) -> Path:
        return self.folder / folder_name(url) / file

    def _lost(self, what: str) -> None:
        self.warn(f"{what}; the feed will be fetched again")


def without_validators(history: FetchHistory) -> FetchHistory:
    """The history of a feed that has to be asked unconditionally, and at once if it ever was read.

    A host that has forbidden it is not asked any sooner.
    """
    due = 0 if history.succeeded and not history.asked_to_wait else history.next
    return replace(history, etag="", last_modified="", body_hash="", next=due)


def folder_name(url: str) -> str:
    """A readable name for a feed's folder: its host, and a short hash of its address."""
    host = (urlsplit(url).hostname or "feed").encode("ascii", "ignore").decode()
    readable = "".join(letter for letter in host if letter.isalnum() or letter in ".-").strip(".")
    digest = blake2b(url.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{readable[:60]}-{digest}"
