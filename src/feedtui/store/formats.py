"""The files of a feed's folder: what is in each, in which format, and how older ones are lifted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from feedtui.clean import SafeText
from feedtui.model import EMPTY, FetchHistory, Head, SeenItems, StoredFeed, Version
from feedtui.store.documents import Format, Json, Upgraded, Versioned

HEADS = "heads.json"
BODIES = "bodies.json"
HISTORY = "history.json"
EARLIER = "earlier.json"
ITEMS = "items.json"
FULL_TEXTS = "fulltext.json"
BIN = "bin.json"
REMOVED = "removed.json"


@dataclass(frozen=True, slots=True)
class KeptFeed:
    """A feed without its history: what its last documents said, as lists need it."""

    url: str
    title: SafeText = EMPTY
    link: SafeText = EMPTY
    description: SafeText = EMPTY
    language: SafeText = EMPTY
    heads: tuple[Head, ...] = ()
    notice: SafeText = EMPTY
    purged: tuple[Head, ...] = ()

    @classmethod
    def of(cls, feed: StoredFeed) -> "KeptFeed":
        """What is kept of a feed among its heads."""
        return cls(
            url=feed.url,
            title=feed.title,
            link=feed.link,
            description=feed.description,
            language=feed.language,
            heads=feed.heads,
            notice=feed.notice,
            purged=feed.purged,
        )

    def with_history(self, history: FetchHistory) -> StoredFeed:
        """The feed as the rest of the program knows it."""
        return StoredFeed(
            url=self.url,
            title=self.title,
            link=self.link,
            description=self.description,
            language=self.language,
            history=history,
            heads=self.heads,
            notice=self.notice,
            purged=self.purged,
        )


@dataclass(frozen=True, slots=True)
class HeadsFile:
    """heads.json."""

    version: int
    feed: KeptFeed


@dataclass(frozen=True, slots=True)
class HistoryFile:
    """history.json."""

    version: int
    history: FetchHistory


@dataclass(frozen=True, slots=True)
class BodiesFile:
    """bodies.json; a text is decoded when it is asked for."""

    version: int
    bodies: dict[str, msgspec.Raw]


@dataclass(frozen=True, slots=True)
class EarlierFile:
    """earlier.json."""

    version: int
    versions: dict[str, tuple[Version, ...]]


@dataclass(frozen=True, slots=True)
class ItemsFile:
    """items.json; `document` is the hash of the document that the items were of."""

    version: int
    document: str
    seen: SeenItems


_Document = TypeVar("_Document", bound=Versioned)


@dataclass(frozen=True, slots=True)
class Kind(Generic[_Document]):
    """A kind of file: its name in the folder, and its format."""

    name: str
    format: Format[_Document]


def _with_history_apart(heads: Json) -> Upgraded:
    """Format 1 had the history among the heads; in a file of its own it costs less to rewrite."""
    feed = heads.get("feed")
    facts = feed if isinstance(feed, dict) else {}
    history = facts.get("history")
    beside: dict[str, Json] = {}
    if isinstance(history, dict):
        beside[HISTORY] = {"version": HISTORIES.format.version, "history": history}
    rest = {name: value for name, value in facts.items() if name != "history"}
    return Upgraded({"version": 2, "feed": rest}, beside)


HISTORIES = Kind(HISTORY, Format(1, msgspec.json.Decoder(HistoryFile)))
BODY_TEXTS = Kind(BODIES, Format(1, msgspec.json.Decoder(BodiesFile)))
LISTS = Kind(HEADS, Format(2, msgspec.json.Decoder(HeadsFile), {1: _with_history_apart}))
EARLIER_VERSIONS = Kind(EARLIER, Format(1, msgspec.json.Decoder(EarlierFile)))
SEEN_ITEMS = Kind(ITEMS, Format(1, msgspec.json.Decoder(ItemsFile)))

FORMATS: Mapping[str, int] = {
    kind.name: kind.format.version
    for kind in (HISTORIES, BODY_TEXTS, LISTS, EARLIER_VERSIONS, SEEN_ITEMS)
}
"""The formats that this feedtui writes, by the names of the files. A newer one stops it."""

FORMATS_BESIDE: Mapping[str, int] = {FULL_TEXTS: 1, BIN: 1, REMOVED: 1}
"""Those of what `fulltexts`, `bin` and `removed` keep. A newer one stops these only."""
