"""What is kept and what has come become what will be kept.

Merging only adds. An entry that its feed has stopped listing stays; one that is listed again is
the same entry; one that says something else is updated where it stands, and what it said before is
handed out so that the change can be shown. The clock is an argument: entries that come now are
`seen` now.

A document may come in part: of entries whose bytes are those of last time only their place and
their id are known, and nothing about them is read or written again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from feedtui.feeds.identity import digest, is_comparable
from feedtui.feeds.naming import ids_of
from feedtui.feeds.resemblance import believed, published
from feedtui.model import Body, Entry, Feed, Head, StoredFeed


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be kept of a feed from now on, and what of it is news.

    `bodies` has the texts of the entries that were read, by entry id; also those that have not
    changed, because the kept ones may have been lost. A text that its feed has emptied is not among
    them, so the last one stays. `new` and `changed` are entry ids, in the document's order; `ids`
    are those of all its entries. `before` has the heads of changed entries as they were.
    """

    feed: StoredFeed
    bodies: Mapping[str, Body]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    ids: tuple[str, ...]
    before: tuple[Head, ...]


def merge(old: StoredFeed, feed: Feed, now: int, known: Mapping[int, str] | None = None) -> Merged:
    """The stored feed with what a document brought; `now` in seconds since 1970.

    `known` are the ids of entries that are not in `feed` because they are known to be in the
    document as they were, by their place in it. Merging the same document again changes nothing.
    `history` is passed through, but for the pace that the document asks for. Entries that were
    purged are recognised as long as the document lists them, and left out.
    """
    if not old.purged:
        return _merged(old, feed, now, known or {})
    whole = replace(old, heads=(*old.heads, *old.purged), purged=())
    return _without(_merged(whole, feed, now, known or {}), {head.id for head in old.purged})


def _without(merged: Merged, purged: Collection[str]) -> Merged:
    """With the purged entries set aside; those that the document lists no more are forgotten."""
    listed = set(merged.ids).intersection(purged)
    heads = merged.feed.heads
    feed = replace(
        merged.feed,
        heads=tuple(head for head in heads if head.id not in purged),
        purged=tuple(head for head in heads if head.id in listed),
    )
    return replace(
        merged,
        feed=feed,
        bodies={name: body for name, body in merged.bodies.items() if name not in purged},
        changed=tuple(name for name in merged.changed if name not in purged),
        before=tuple(head for head in merged.before if head.id not in purged),
    )


def _merged(old: StoredFeed, feed: Feed, now: int, kept: Mapping[int, str]) -> Merged:
    ids = ids_of(old, feed.entries, set(kept.values()), now)
    entries = _first_of_each(ids, feed.entries)
    former = {head.id: head for head in old.heads}
    read = {name: _head(name, entry, former.get(name), now) for name, entry in entries.items()}
    order = _in_place(ids, kept)
    listed = {name: read.get(name) or former[name] for name in order}
    changed = tuple(name for name in read if name in former and _differ(former[name], read[name]))
    heads = (*listed.values(), *(head for head in old.heads if head.id not in listed))
    return Merged(
        feed=_with_facts(old, feed, heads),
        bodies={name: Body(each.body, each.base) for name, each in entries.items() if each.body},
        new=tuple(name for name in read if name not in former),
        changed=changed,
        ids=order,
        before=tuple(former[name] for name in changed),
    )


def _first_of_each(ids: Iterable[str], entries: Iterable[Entry]) -> dict[str, Entry]:
    first: dict[str, Entry] = {}
    for name, entry in zip(ids, entries, strict=True):
        first.setdefault(name, entry)
    return first


def _in_place(ids: Sequence[str], known: Mapping[int, str]) -> tuple[str, ...]:
    """The ids of a whole document: those that were read, in order, around those that are known."""
    read = iter(ids)
    return tuple(
        known[place] if place in known else next(read) for place in range(len(ids) + len(known))
    )


def _with_facts(old: StoredFeed, feed: Feed, heads: Iterable[Head]) -> StoredFeed:
    return replace(
        old,
        title=feed.title or old.title,
        link=feed.link or old.link,
        description=feed.description or old.description,
        language=feed.language or old.language,
        history=replace(old.history, pace=feed.pace),
        notice=feed.notice,
        heads=tuple(sorted(heads, key=lambda head: -head.date)),
    )


def _head(name: str, entry: Entry, old: Head | None, now: int) -> Head:
    """The head of an entry that was read, in the place of the one that is known.

    An entry that says the same keeps its dates: they churn. One that only says when it was updated
    keeps its first date, so that edits don't move it.
    """
    head = Head(
        id=name,
        title=entry.title,
        link=entry.link,
        author=entry.author,
        published=published(entry, now),
        updated=believed(entry.updated, now),
        seen=now,
        digest=digest(entry),
        categories=entry.categories,
        enclosures=entry.enclosures,
        comments=entry.comments,
        comments_feed=entry.comments_feed,
        comment_count=entry.comment_count,
    )
    if old is None:
        return head
    if not _differ(old, head):
        return _with_dates_of(old, head)
    first = old.published if entry.published is None else head.published
    return replace(head, published=first, seen=old.seen, changed=now)


def _with_dates_of(old: Head, head: Head) -> Head:
    return replace(
        head,
        published=old.published,
        updated=old.updated,
        seen=old.seen,
        changed=old.changed,
    )


def _differ(old: Head, new: Head) -> bool:
    """Whether two heads of an entry say something else, as far as that can be told."""
    return old.digest != new.digest and is_comparable(old.digest)
