"""What feeds said: one folder per feed, with the heads apart from the bodies.

`heads.json` holds what lists need and the fetch history, `bodies.json` the texts. Lists of a
hundred thousand entries read heads only. Bodies are written before the heads that name them, so
that a crash between the two leaves texts without a head (the next fetch brings the head), never the
reverse.

A file that can't be understood is moved aside, and its feed is fetched again without validators.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from feedtui.model import Body, StoredFeed
from feedtui.store import atomic
from feedtui.store.documents import read_document
from feedtui.store.fulltexts import FullTexts

VERSION = 1
HEADS = "heads.json"
BODIES = "bodies.json"

Warn = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _HeadsFile:
    version: int
    feed: StoredFeed


@dataclass(frozen=True, slots=True)
class _BodiesFile:
    version: int
    bodies: dict[str, msgspec.Raw]


_HEADS = msgspec.json.Decoder(_HeadsFile)
_BODIES = msgspec.json.Decoder(_BodiesFile)
_BODY = msgspec.json.Decoder(Body)
_ENCODER = msgspec.json.Encoder()


class FeedCache:
    """The folder `feeds/`. `warn` is told, in a sentence, of every file that was moved aside."""

    def __init__(self, folder: Path, warn: Warn) -> None:
        self.folder = folder
        self.warn = warn

    def feed(self, url: str) -> StoredFeed:
        """The feed as it is kept; one that was never fetched has no heads and an empty history.

        Without its bodies a feed's validators are worth nothing, so they are not handed out.
        Raises NewerVersionError, and StoreError when the file can't be read.
        """
        found = read_document(self._path(url, HEADS), _HEADS, VERSION, self._lost)
        if found is None:
            return StoredFeed(url)
        if found.feed.heads and not self._path(url, BODIES).exists():
            return without_validators(found.feed)
        return found.feed

    def body(self, url: str, entry: str) -> Body | None:
        """The text of one entry, or None when it isn't kept."""
        raw = self._bodies(url).get(entry)
        return None if raw is None else _BODY.decode(raw)

    def bodies(self, url: str, entries: Iterable[str]) -> dict[str, Body]:
        """The texts of those of the entries that have one, read in one go."""
        raw = self._bodies(url)
        return {entry: _BODY.decode(raw[entry]) for entry in entries if entry in raw}

    def write(self, feed: StoredFeed, bodies: Mapping[str, Body]) -> None:
        """Keep a feed that was read; `bodies` are added to the texts that are there.

        There is a file of texts afterwards even if none of the entries has one: its absence means
        that texts were lost. Raises StoreError when the disk refuses; what was there is unchanged.
        """
        if bodies or not self._path(feed.url, BODIES).exists():
            encoded = {entry: msgspec.Raw(_ENCODER.encode(body)) for entry, body in bodies.items()}
            texts = _BodiesFile(VERSION, self._bodies(feed.url) | encoded)
            atomic.write(self._path(feed.url, BODIES), _ENCODER.encode(texts))
        self.write_heads(feed)

    def write_heads(self, feed: StoredFeed) -> None:
        """Keep what is known of a feed besides its texts. Raises StoreError."""
        atomic.write(self._path(feed.url, HEADS), _ENCODER.encode(_HeadsFile(VERSION, feed)))

    @contextmanager
    def locked(self, url: str) -> Iterator[None]:
        """Hold this feed's files from reading to writing, so that two processes don't mix."""
        with atomic.locked_folder(self.folder / folder_name(url)):
            yield

    def full_texts(self, url: str) -> FullTexts:
        """What the web pages of the feed's entries said, beside the feed's own texts."""
        return FullTexts(self.folder / folder_name(url), self.warn)

    def _bodies(self, url: str) -> dict[str, msgspec.Raw]:
        found = read_document(self._path(url, BODIES), _BODIES, VERSION, self._lost)
        return {} if found is None else found.bodies

    def _path(self, url: str, file: str) -> Path:
        return self.folder / folder_name(url) / file

    def _lost(self, what: str) -> None:
        self.warn(f"{what}; the feed will be fetched again")


def without_validators(feed: StoredFeed) -> StoredFeed:
    """The feed as one to ask unconditionally, and at once."""
    history = replace(feed.history, etag="", last_modified="", body_hash="", next=0)
    return replace(feed, history=history)


def folder_name(url: str) -> str:
    """A readable name for a feed's folder: its host, and a short hash of its address."""
    host = (urlsplit(url).hostname or "feed").encode("ascii", "ignore").decode()
    readable = "".join(letter for letter in host if letter.isalnum() or letter in ".-").strip(".")
    digest = blake2b(url.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{readable[:60]}-{digest}"
