"""An entry between its format and the model.

Every format has its own names for the same few things. A draft is those things, still as they were
written; what is done to all of them alike (cleaning, bounding, finding a name and a title) is done
here, once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from feedtui.clean import SafeText, clean_line
from feedtui.feeds.bodies import fullest
from feedtui.feeds.identity import identity_of
from feedtui.feeds.links import web_address
from feedtui.feeds.titles import beginning
from feedtui.model import EMPTY, Enclosure, Entry

_MOST_ENTRIES = 10_000
"""Entries of one document that are taken."""

_MOST_ALIKE = 100
"""Authors, categories or enclosures of one entry that are taken."""

_LONGEST_NAME = 200
"""Characters of a person's name, a category, a media type."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document says of an entry.

    `name` is its guid or id, else its link as it was written (an address seen from a feed that
    moves would change with it). `title` and `link` are finished; `bodies` are its texts as HTML.
    """

    name: str
    title: SafeText
    link: SafeText
    authors: tuple[str, ...]
    published: int | None
    updated: int | None
    bodies: tuple[str, ...]
    base: str
    categories: tuple[str, ...]
    enclosures: tuple[Enclosure, ...]
    comments: SafeText = EMPTY


def entries_of(drafts: Iterable[Draft]) -> tuple[Entry, ...]:
    """The entries of a document in its order; drafts that say nothing are left out."""
    return tuple(_entry(draft) for draft in islice(drafts, _MOST_ENTRIES) if _says(draft))


def enclosure(fields: tuple[str, str, str], length: int | None, base: str) -> Enclosure:
    """A file of an entry, from its address, media type and title; without a web address, empty."""
    address, media_type, title = fields
    return Enclosure(
        url=web_address(address, base),
        type=clean_line(media_type, most=_LONGEST_NAME),
        length=length,
        title=clean_line(title, most=_LONGEST_NAME),
    )


def _says(draft: Draft) -> bool:
    return bool(draft.name or draft.title or any(draft.bodies) or draft.enclosures)


def _entry(draft: Draft) -> Entry:
    body = fullest(draft.bodies)
    return Entry(
        identity=identity_of(draft.name, draft.title, draft.published, body),
        title=draft.title or beginning(body),
        link=draft.link,
        author=clean_line(", ".join(_lines(draft.authors)), most=_LONGEST_NAME),
        published=draft.published,
        updated=draft.updated,
        body=body,
        base=draft.base,
        categories=tuple(_lines(draft.categories)),
        enclosures=tuple(_files(draft.enclosures)),
        comments=draft.comments,
    )


def _lines(texts: Iterable[str]) -> Iterator[SafeText]:
    """Names, each once."""
    lines = (clean_line(text, most=_LONGEST_NAME) for text in texts)
    return islice(dict.fromkeys(line for line in lines if line), _MOST_ALIKE)


def _files(enclosures: Iterable[Enclosure]) -> Iterator[Enclosure]:
    """The files that have an address, each once: the first that names it knows its length best."""
    files: dict[str, Enclosure] = {}
    for file in enclosures:
        if file.url:
            files.setdefault(file.url, file)
    return islice(files.values(), _MOST_ALIKE)
