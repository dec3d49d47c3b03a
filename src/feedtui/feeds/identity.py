"""What makes an entry the same entry tomorrow.

Its guid or id, if the feed gives one; else its link; else a hash of what doesn't churn. Feeds break
this by giving one guid to several entries. Those are told apart by what they say, and never by
their order, because order is what changes from one fetch to the next (`naming` does it).
"""

from hashlib import blake2b

from feedtui.feeds.sameness import gist, place_of, plain_address
from feedtui.model import Entry

_LONGEST = 1000
"""Characters of a guid that are kept as they are; longer ones are hashed."""

_FIRST_WORDS = 500
"""Characters of a text that stand for an entry which has nothing else."""

_SCHEME = "2."
"""Begins the digests that are made in the present way. Those made otherwise can't be compared."""


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
    """A hash of what an entry says: title, link, text and files, but nothing that churns.

    Dates do, and white space, tracking, markup, counts of comments (`sameness`).
    """
    files = (place_of(file.url) or file.url for file in entry.enclosures)
    said = (gist(entry.title), plain_address(entry.link), gist(entry.body), *files)
    return f"{_SCHEME}{short_hash(*said)}"


def is_comparable(one: str) -> bool:
    """Whether a digest was made in the present way."""
    return one.startswith(_SCHEME)


def identity_of(name: str, title: str, published: int | None, body: str) -> str:
    """What a feed calls an entry: its guid, id or link (`name`), else a hash of what it says.

    `title` is the feed's own, empty if it gave none.
    """
    if name:
        return name if len(name) <= _LONGEST else f"long:{short_hash(name)}"
    return f"text:{short_hash(title or body[:_FIRST_WORDS], str(published))}"


def suffixed(entry: Entry, said: str) -> str:
    """The identity of an entry that shares its name with others but says something of its own."""
    return f"{entry.identity}#{short_hash(said)}"


def said_of(entry: Entry) -> tuple[str, str, str, str]:
    """What tells one entry from another: link, date, title and text."""
    return (entry.link, str(entry.published), entry.title, entry.body)
