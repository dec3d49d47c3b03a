"""What is kept and what has come become what will be kept.

Merging only adds. An entry that its feed has stopped listing stays; one that is listed again is
the same entry; one whose text has changed is updated where it stands. The clock is an argument:
entries that come now are `seen` now, and a date that lies in the future is not believed, or one
careless feed would pin itself to the top of every list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from feedtui.clean import SafeText
from feedtui.feeds.identity import digest, entry_id, suffixed
from feedtui.model import Body, Entry, Feed, Head, StoredFeed

_CLOCKS_DIFFER = 24 * 60 * 60
"""Seconds that a date may lie in the future: other people's time zones, and their clocks."""

_Sight = tuple[SafeText, SafeText, int]
"""An entry as a person recognises it: link, title and date."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be kept of a feed from now on, and what of it is news.

    `bodies` has the texts of the document, by entry id; also those that have not changed, because
    the kept ones may have been lost. A text that its feed has emptied is not among them, so the
    last one stays. `new` and `changed` are entry ids, in the document's order.
    """

    feed: StoredFeed
    bodies: Mapping[str, Body]
    new: tuple[str, ...]
    changed: tuple[str, ...]


def merge(old: StoredFeed, feed: Feed, now: int) -> Merged:
    """The stored feed with what a document brought; `now` in seconds since 1970.

    Merging the same document again changes nothing. `history` is passed through.
    """
    known = {head.id: head for head in old.heads}
    entries = _by_id(old, feed.entries, now)
    listed = {name: _head(name, entry, known.get(name), now) for name, entry in entries.items()}
    new = tuple(name for name in listed if name not in known)
    changed = tuple(name for name in listed if name in known and listed[name] != known[name])
    bodies = {name: Body(entry.body, entry.base) for name, entry in entries.items() if entry.body}
    heads = (*listed.values(), *(head for head in old.heads if head.id not in listed))
    return Merged(_with_facts(old, feed, heads), bodies, new, changed)


def _with_facts(old: StoredFeed, feed: Feed, heads: Iterable[Head]) -> StoredFeed:
    return replace(
        old,
        title=feed.title or old.title,
        link=feed.link or old.link,
        description=feed.description or old.description,
        language=feed.language or old.language,
        ttl=feed.ttl,
        heads=tuple(sorted(heads, key=lambda head: -head.date)),
    )


def _head(name: str, entry: Entry, old: Head | None, now: int) -> Head:
    """The head of a listed entry: the known one if it says the same, else a new one in its place.

    An entry that only says when it was updated keeps its first date, so that edits don't move it.
    """
    head = Head(
        id=name,
        title=entry.title,
        link=entry.link,
        author=entry.author,
        published=_published(entry, now),
        updated=_past(entry.updated, now),
        seen=now,
        digest=digest(entry),
        categories=entry.categories,
        enclosures=entry.enclosures,
        comments=entry.comments,
    )
    if old is None:
        return head
    if old.digest == head.digest:
        return old
    published = old.published if entry.published is None else head.published
    return replace(head, published=published, seen=old.seen, changed=now)


def _published(entry: Entry, now: int) -> int | None:
    return _past(entry.updated if entry.published is None else entry.published, now)


def _past(date: int | None, now: int) -> int | None:
    return None if date is None or date > now + _CLOCKS_DIFFER else date


def _by_id(old: StoredFeed, entries: Iterable[Entry], now: int) -> dict[str, Entry]:
    """The entries under the ids they are known by, in the document's order.

    A site that changes its scheme of guids changes nothing else: an entry under a new id, that
    looks just like one which its feed has dropped at the same time, is that one.
    """
    known = {head.id: head for head in old.heads}
    listed = {_own_id(old.url, entry, known, now): entry for entry in entries}
    dropped = _singles(
        (_sight(head.link, head.title, head.published), head.id)
        for head in old.heads
        if head.id not in listed
    )
    arrived = _singles(
        (_sight(entry.link, entry.title, _published(entry, now)), name)
        for name, entry in listed.items()
        if name not in known
    )
    moved = {arrived[sight]: dropped[sight] for sight in arrived if sight in dropped}
    return {moved.get(name, name): entry for name, entry in listed.items()}


def _own_id(url: str, entry: Entry, known: Mapping[str, Head], now: int) -> str:
    """The id of an entry's identity, unless something else has come under that identity before.

    Some feeds give one guid to all that they ever publish; each entry would replace the last.
    """
    name = entry_id(url, entry.identity)
    head = known.get(name)
    if head is None or not _is_another(head, entry, _published(entry, now)):
        return name
    return entry_id(url, suffixed(entry, entry.link))


def _is_another(head: Head, entry: Entry, published: int | None) -> bool:
    """Whether nothing at all is left of what was known: link, title and date are others."""
    before = _sight(head.link, head.title, head.published)
    after = _sight(entry.link, entry.title, published)
    if before is None or after is None:
        return False
    return all(one != other for one, other in zip(before, after, strict=True))


def _sight(link: SafeText, title: SafeText, published: int | None) -> _Sight | None:
    return None if not link or not title or published is None else (link, title, published)


def _singles(sights: Iterable[tuple[_Sight | None, str]]) -> dict[_Sight, str]:
    """What looks like nothing else, by how it looks."""
    names: dict[_Sight, list[str]] = {}
    for sight, name in sights:
        if sight is not None:
            names.setdefault(sight, []).append(name)
    return {sight: alike[0] for sight, alike in names.items() if len(alike) == 1}
