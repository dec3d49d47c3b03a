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
from feedtui.feeds.discussion import NO_DISCUSSION, Discussion
from feedtui.feeds.excess import MOST_ENTRIES
from feedtui.feeds.identity import identity_of
from feedtui.feeds.titles import beginning, title_of_markup
from feedtui.model import Enclosure, Entry

_MOST_ALIKE = 100
"""Authors or categories of one entry that are taken."""

_LONGEST_NAME = 200
"""Characters of a person's name or a category."""


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
    discussion: Discussion = NO_DISCUSSION


def entries_of(drafts: Iterable[Draft]) -> tuple[Entry, ...]:
    """The entries of a document in its order; drafts that say nothing are left out."""
    return tuple(_entry(draft) for draft in islice(drafts, MOST_ENTRIES) if _says(draft))


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
        enclosures=draft.enclosures,
        comments=draft.discussion.page,
        comments_feed=draft.discussion.feed,
        comment_count=draft.discussion.comments,
    )


def _lines(texts: Iterable[str]) -> Iterator[SafeText]:
    """Names, each once."""
    lines = (clean_line(title_of_markup(text), most=_LONGEST_NAME) for text in texts)
    return islice(dict.fromkeys(line for line in lines if line), _MOST_ALIKE)
