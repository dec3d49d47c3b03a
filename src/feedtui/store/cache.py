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

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from feedtui.errors import StoreError
from feedtui.model import Body, FetchHistory, SeenItems, StoredFeed, Version
from feedtui.store.documents import NOT_UNDERSTOOD
from feedtui.store.earlier import with_added
from feedtui.store.folder import FeedFolder
from feedtui.store.formats import (
    BODY_TEXTS,
    EARLIER_VERSIONS,
    HEADS,
    HISTORIES,
    LISTS,
    SEEN_ITEMS,
    BodiesFile,
    EarlierFile,
    HeadsFile,
    HistoryFile,
    ItemsFile,
    KeptFeed,
)
from feedtui.store.fulltexts import FullTexts

Warn = Callable[[str], None]

_BODY = msgspec.json.Decoder(Body)
_ENCODER = msgspec.json.Encoder()


class FeedCache:
    """The folder `feeds/`. `warn` is told, in a sentence, of every file that was damaged.

    Every writing method takes the feed's lock, unless it is held by `locked`. One thread at a time
    may work on one feed.
    """

    def __init__(self, folder: Path, warn: Warn) -> None:
        self.folder = folder
        self.warn = warn
        self._held: dict[str, FeedFolder] = {}

    def feed(self, url: str) -> StoredFeed:
        """The feed as it is kept; one that was never fetched has no heads and an empty history.

        Raises NewerVersionError, and StoreError when a file can't be read.
        """
        found = self._of(url).read(LISTS)
        kept = KeptFeed(url) if found is None else found.feed
        return kept.with_history(self._history(url))

    def history(self, url: str) -> FetchHistory:
        """What is known of asking for a feed. Raises as `feed` does.

        Without its heads and texts a feed's validators are worth nothing, so they are not handed
        out, and it is due. Where any of its files is of a newer format, there is no use in asking.
        """
        self._of(url).refuse_newer()
        return self._history(url)

    def write_history(self, url: str, history: FetchHistory) -> None:
        """Keep what came of asking for a feed. Raises StoreError when the disk refuses."""
        with self._writing(url) as folder:
            folder.write(HISTORIES.name, HistoryFile(HISTORIES.format.version, history))

    def heads_file(self, url: str) -> Path:
        """The file that is written whenever something about a feed's entries has changed."""
        return self.path(url) / HEADS

    def body(self, url: str, entry: str) -> Body | None:
        """The text of one entry, or None when it isn't kept."""
        return self.bodies(url, (entry,)).get(entry)

    def bodies(self, url: str, entries: Iterable[str]) -> dict[str, Body]:
        """The texts of some entries, as far as they are kept."""
        wanted = tuple(entries)
        kept = self._bodies(url) if wanted else {}
        found = {entry: _text(kept[entry]) for entry in wanted if entry in kept}
        if None in found.values():
            self._mend(url)
        return {entry: body for entry, body in found.items() if body is not None}

    def earlier(self, url: str, entry: str) -> tuple[Version, ...]:
        """What an entry said before it was changed, as far as it is kept, the oldest first."""
        return self._earlier(url).get(entry, ())

    def keep_earlier(self, url: str, versions: Mapping[str, Version]) -> None:
        """Add versions of entries that are about to be replaced. Raises StoreError."""
        if not versions:
            return
        with self._writing(url) as folder:
            kept = dict(with_added(self._earlier(url), versions))
            folder.write(EARLIER_VERSIONS.name, EarlierFile(EARLIER_VERSIONS.format.version, kept))

    def all_earlier(self, url: str) -> Mapping[str, tuple[Version, ...]]:
        """What all entries of a feed said before they were changed, as far as it is kept."""
        return self._earlier(url)

    def write_earlier(self, url: str, versions: Mapping[str, tuple[Version, ...]]) -> None:
        """Keep these versions of entries, and no others of the feed. Raises StoreError."""
        file = EarlierFile(EARLIER_VERSIONS.format.version, dict(versions))
        with self._writing(url) as folder:
            folder.write(EARLIER_VERSIONS.name, file)

    def seen(self, feed: StoredFeed) -> SeenItems:
        """The items of the document that a feed was read from last; none if texts were lost."""
        folder = self._of(feed.url)
        found = folder.read(SEEN_ITEMS)
        if found is None or not found.document or found.document != feed.history.body_hash:
            return SeenItems()
        texts = folder.read(BODY_TEXTS)
        if texts is None:
            return SeenItems()
        known = {head.id for head in feed.heads if head.id in texts.bodies}
        known.update(head.id for head in feed.purged)
        items = {key: item for key, item in found.seen.items.items() if item.entry in known}
        return SeenItems(found.seen.head, items)

    def forget_seen(self, url: str) -> None:
        """Have the next document read whole, whatever becomes of this one. Raises StoreError."""
        with self._writing(url) as folder:
            folder.remove(SEEN_ITEMS.name)

    def write_seen(self, feed: StoredFeed, seen: SeenItems) -> None:
        """Keep the items of the document that a feed, as it is written, was read from."""
        file = ItemsFile(SEEN_ITEMS.format.version, feed.history.body_hash, seen)
        with self._writing(feed.url) as folder:
            folder.write(SEEN_ITEMS.name, file)

    def write(self, feed: StoredFeed, bodies: Mapping[str, Body]) -> None:
        """Keep a feed that was read; `bodies` are added to the texts that are there.

        There is a file of texts afterwards even if none of the entries has one: its absence means
        that texts were lost. Raises StoreError when the disk refuses; what was there is unchanged.
        """
        with self._writing(feed.url) as folder:
            if bodies or not folder.has(BODY_TEXTS.name):
                self.add_bodies(feed.url, bodies)
            self.write_heads(feed)
            self.write_history(feed.url, feed.history)

    def write_heads(self, feed: StoredFeed) -> None:
        """Keep a feed's heads and facts, and leave its history as it is. Raises StoreError."""
        with self._writing(feed.url) as folder:
            folder.write(LISTS.name, HeadsFile(LISTS.format.version, KeptFeed.of(feed)))

    def add_bodies(self, url: str, bodies: Mapping[str, Body]) -> None:
        """Add texts of entries to those that are there. Raises StoreError."""
        with self._writing(url) as folder:
            added = {entry: _raw(body) for entry, body in bodies.items()}
            self._write_bodies(folder, self._bodies(url) | added)

    def forget_bodies(self, url: str, entries: Collection[str]) -> None:
        """Drop the texts of entries that have no head any more. Raises StoreError."""
        with self._writing(url) as folder:
            kept = {name: body for name, body in self._bodies(url).items() if name not in entries}
            self._write_bodies(folder, kept)

    def path(self, url: str) -> Path:
        """The folder of a feed."""
        return self.folder / folder_name(url)

    @contextmanager
    def locked(self, url: str) -> Iterator[None]:
        """Hold this feed's files from reading to writing, so that two processes don't mix."""
        with self._taken(url):
            yield

    def full_texts(self, url: str) -> FullTexts:
        """What the web pages of the feed's entries said, beside the feed's own texts."""
        return FullTexts(self.folder / folder_name(url), self.warn)

    def check(self, url: str) -> None:
        """Read everything that is kept of a feed, so that what is damaged is moved aside and told.

        Raises as `feed` does.
        """
        folder = self._of(url)
        folder.refuse_newer()
        self.feed(url)
        self.bodies(url, self._bodies(url))
        folder.read(EARLIER_VERSIONS)
        folder.read(SEEN_ITEMS)
        self.full_texts(url).known()

    def _history(self, url: str) -> FetchHistory:
        folder = self._of(url)
        found = folder.read(HISTORIES) or folder.history_among_heads()
        history = FetchHistory() if found is None else found.history
        is_whole = folder.has(LISTS.name) and folder.has(BODY_TEXTS.name)
        return history if is_whole else without_validators(history)

    def _bodies(self, url: str) -> dict[str, msgspec.Raw]:
        found = self._of(url).read(BODY_TEXTS)
        return {} if found is None else found.bodies

    def _write_bodies(self, folder: FeedFolder, bodies: dict[str, msgspec.Raw]) -> None:
        folder.write(BODY_TEXTS.name, BodiesFile(BODY_TEXTS.format.version, bodies))

    def _earlier(self, url: str) -> Mapping[str, tuple[Version, ...]]:
        found = self._of(url).read(EARLIER_VERSIONS)
        return {} if found is None else found.versions

    def _mend(self, url: str) -> None:
        """Some texts can't be understood: keep the others, and have the feed sent anew.

        What is known of the last document goes first, so that stopping half-way is no harm. Where
        nothing can be written, that is told, and the other texts can be read all the same.
        """
        try:
            with self._writing(url) as folder:
                kept = self._bodies(url)
                whole = {entry: raw for entry, raw in kept.items() if _text(raw) is not None}
                if len(whole) == len(kept):
                    return
                folder.remove(SEEN_ITEMS.name)
                self.write_history(url, without_validators(self._history(url)))
                aside = folder.copy_aside(BODY_TEXTS.name)
                self._write_bodies(folder, whole)
                path = folder.path / BODY_TEXTS.name
                folder.lost(f"{path} was damaged in part. As it was it is kept as {aside.name}")
        except StoreError as error:
            self.warn(str(error))

    def _of(self, url: str) -> FeedFolder:
        return self._held.get(url) or FeedFolder(self.folder / folder_name(url), self.warn)

    def _writing(self, url: str) -> AbstractContextManager[FeedFolder]:
        held = self._held.get(url)
        return self._taken(url) if held is None else nullcontext(held)

    @contextmanager
    def _taken(self, url: str) -> Iterator[FeedFolder]:
        folder = self._of(url)
        with folder.locked():
            self._held[url] = folder
            try:
                yield folder
            finally:
                del self._held[url]


def _text(raw: msgspec.Raw) -> Body | None:
    try:
        return _BODY.decode(raw)
    except NOT_UNDERSTOOD:
        return None


def _raw(body: Body) -> msgspec.Raw:
    return msgspec.Raw(_ENCODER.encode(body))


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
