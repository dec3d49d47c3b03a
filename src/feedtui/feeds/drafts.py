"""An entry between its format and the model.

Every format has its own names for the same few things. A draft is those things, still as they were
written; what is done to all of them alike (cleaning, bounding, finding a name and a title) is done
here, once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from feedtui.clean import SafeText, clean_line
from feedtui.feeds.bodies import fullest
from feedtui.feeds.bounds import Bounds, Excess, notice_of
from feedtui.feeds.discussion import NO_DISCUSSION, Discussion
from feedtui.feeds.fields import Fields
from feedtui.feeds.identity import identity_of
from feedtui.feeds.titles import beginning, shortened, title_of_markup
from feedtui.model import Enclosure, Entry

_MOST_ALIKE = 100
"""Authors or categories of one entry that are taken."""

_LONGEST_NAME = 200
"""Characters of a person's name or a category."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document says of an entry.

    `name` is its guid or id, else its link as it was written (an address seen from a feed that
    moves would change with it). `title` and `link` are finished, but the title is as long as it is;
    `bodies` are its texts as HTML.
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


@dataclass(frozen=True, slots=True)
class Taken:
    """The entries of a document in its order, and in a sentence what was too much."""

    entries: tuple[Entry, ...]
    notice: SafeText


def entries_of(
    items: Sequence[Fields], draft: Callable[[Fields], Draft], bounds: Bounds, left_out: int = 0
) -> Taken:
    """The entries of a document's items, of which so many were `left_out` already.

    Those that say nothing are left out, too.
    """
    drafts = tuple(one for one in map(draft, items[: bounds.entries]) if _says(one))
    excess = Excess(
        left_out + max(len(items) - bounds.entries, 0),
        sum(len(one.title) > bounds.title for one in drafts),
        sum(max(map(len, one.bodies), default=0) > bounds.content for one in drafts),
    )
    return Taken(tuple(_entry(one, bounds) for one in drafts), notice_of(excess, bounds))


def _says(draft: Draft) -> bool:
    return bool(draft.name or draft.title or any(draft.bodies) or draft.enclosures)


def _entry(draft: Draft, bounds: Bounds) -> Entry:
    body = fullest(draft.bodies, bounds.content)
    # The bounds are settings, which a name may not depend on.
    return Entry(
        identity=identity_of(draft.name, shortened(draft.title), draft.published, body),
        title=shortened(draft.title, bounds.title) or beginning(body),
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
