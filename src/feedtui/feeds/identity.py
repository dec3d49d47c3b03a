"""What makes an entry the same entry tomorrow.

Its guid or id, if the feed gives one; else its link; else a hash of what doesn't churn. Feeds break
this by giving one guid to several entries. Those are told apart by what they say, and never by
their order, because order is what changes from one fetch to the next.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from feedtui.model import Entry

_LONGEST = 1000
"""Characters of a guid that are kept as they are; longer ones are hashed."""

_FIRST_WORDS = 500
"""Characters of a text that stand for an entry which has nothing else."""


def entry_id(feed_url: str, identity: str) -> str:
    """The name of an entry everywhere in the program: 16 hexadecimal digits."""
    return short_hash(feed_url, identity)


def short_hash(*parts: str) -> str:
    """16 hexadecimal digits of BLAKE2b over the parts and their lengths."""
    hasher = blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "replace")
        hasher.update(b"%d:" % len(data))
        hasher.update(data)
    return hasher.hexdigest()


def digest(entry: Entry) -> str:
    """A hash of what an entry says: title, link, text and files, but no dates, for they churn."""
    files = (enclosure.url for enclosure in entry.enclosures)
    return short_hash(entry.title, entry.link, entry.body, *files)


def identity_of(name: str, title: str, published: int | None, body: str) -> str:
    """What a feed calls an entry: its guid, id or link (`name`), else a hash of what it says.

    `title` is the feed's own, empty if it gave none.
    """
    if name:
        return name if len(name) <= _LONGEST else f"long:{short_hash(name)}"
    return f"text:{short_hash(title or body[:_FIRST_WORDS], str(published))}"


def told_apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of a document in its order, no two with one identity.

    Entries that are the same twice become one; different ones under one identity get a suffix each,
    made of the first of link, date and title in which they all differ, else of everything.
    """
    once: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        once.setdefault((entry.identity, *_said(entry)), entry)
    groups: dict[str, list[Entry]] = {}
    for entry in once.values():
        groups.setdefault(entry.identity, []).append(entry)
    apart = {identity: _difference(group) for identity, group in groups.items() if len(group) > 1}
    return tuple(_renamed(entry, apart.get(entry.identity)) for entry in once.values())


def suffixed(entry: Entry, said: str) -> str:
    """The identity of an entry that shares its name with others but says something of its own."""
    return f"{entry.identity}#{short_hash(said)}"


def _renamed(entry: Entry, difference: Callable[[Entry], str] | None) -> Entry:
    if difference is None:
        return entry
    return replace(entry, identity=suffixed(entry, difference(entry)))


def _link(entry: Entry) -> str:
    return entry.link


def _date(entry: Entry) -> str:
    return str(entry.published)


def _title(entry: Entry) -> str:
    return entry.title


def _everything(entry: Entry) -> str:
    return short_hash(*_said(entry))


def _said(entry: Entry) -> tuple[str, str, str, str]:
    return (entry.link, str(entry.published), entry.title, entry.body)


def _difference(namesakes: Sequence[Entry]) -> Callable[[Entry], str]:
    for said in (_link, _date, _title):
        if len({said(entry) for entry in namesakes}) == len(namesakes):
            return said
    return _everything
