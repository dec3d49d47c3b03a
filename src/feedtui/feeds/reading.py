"""Reading only what is new: the work for a document that changed is that for its changes.

A document is cut into its items (`split`). Those whose bytes were seen last time are not parsed;
where they stand and which entries they are is known. The others are parsed in a document with the
same head.

What is known holds only as long as nothing else has a bearing on an entry: the head around it, the
address it came from, the program that reads it. If any of that is different, or if names are used
twice so that entries have to be told apart, the whole document is read.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from feedtui import __version__
from feedtui.feeds.bounds import BOUNDS, Bounds
from feedtui.feeds.identity import entry_id, short_hash
from feedtui.feeds.parse import Legible, legible, read
from feedtui.feeds.split import Split, split_json, split_xml
from feedtui.model import Feed, NotAFeed, SeenItem, SeenItems


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, as far as it had to be read.

    `feed` has the entries that are not `known`; those are given by their place in the document.
    `hashes` are of all its items, none where it can't be cut; `head` is that of what is around.
    """

    feed: Feed
    known: Mapping[int, SeenItem] = field(default_factory=dict)
    hashes: tuple[str, ...] = ()
    head: str = ""

    @property
    def ids(self) -> Mapping[int, str]:
        """The ids of the known entries, by their place."""
        return {place: item.entry for place, item in self.known.items()}


def read_news(
    body: bytes, address: str, content_type: str, seen: SeenItems, bounds: Bounds = BOUNDS
) -> Reading | NotAFeed:
    """What a document has that was not `seen`; the other arguments are those of `parse`."""
    document = legible(body, content_type, bounds)
    split = split_json(document.text) if document.is_json else split_xml(document.text)
    if split is None:
        return _whole(document, address, (), "")
    hashes, head = split.hashes(), split.head_hash(address, __version__, str(bounds))
    known = {place: seen.items[each] for place, each in enumerate(hashes) if each in seen.items}
    part = _part(document, address, split, known) if head == seen.head else None
    if part is None:
        return _whole(document, address, hashes, head)
    return Reading(part, known, hashes, head)


def remember(reading: Reading, ids: Sequence[str], url: str) -> SeenItems:
    """What is known for next time, after `merge` gave the document's entries these ids.

    Only entries that have the id of their own name: what others are depends on more than their
    bytes. Nothing, where items and entries don't go together one by one.
    """
    if len(reading.hashes) != len(ids):
        return SeenItems()
    fresh = iter(reading.feed.entries)
    seen: dict[str, SeenItem] = {}
    for place, (each, name) in enumerate(zip(reading.hashes, ids, strict=True)):
        if place in reading.known:
            seen[each] = reading.known[place]
        elif name == entry_id(url, identity := next(fresh).identity):
            seen[each] = SeenItem(short_hash(identity), name)
    return SeenItems(reading.head, seen)


def _whole(
    document: Legible, address: str, hashes: tuple[str, ...], head: str
) -> Reading | NotAFeed:
    feed = read(document, address)
    return feed if isinstance(feed, NotAFeed) else Reading(feed, {}, hashes, head)


def _part(
    document: Legible, address: str, split: Split, known: Mapping[int, SeenItem]
) -> Feed | None:
    """The feed with the items that are not known; None if that tells another story."""
    places = [place for place in range(len(split.items)) if place not in known]
    feed = read(replace(document, text=split.only(places)), address)
    if isinstance(feed, NotAFeed) or len(feed.entries) != len(places):
        return None
    names = [item.name for item in {*known.values()}]
    names += [short_hash(entry.identity) for entry in feed.entries]
    return feed if _are_different(names) else None


def _are_different(names: Collection[str]) -> bool:
    """Whether no two entries share a name, so that none depends on others for its id."""
    return len(set(names)) == len(names)
