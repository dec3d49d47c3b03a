"""What feedparser makes of an XML document becomes a `Feed`.

Its dictionaries have one set of names for all formats, and anything under them. Texts, links and
dates come as they were written: what they mean is decided here and in the rooms next door.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from feedtui.address import is_web_address
from feedtui.clean import SafeText, clean, clean_line
from feedtui.feeds.bodies import html_of_html, html_of_text, is_html
from feedtui.feeds.bounds import BOUNDS, Bounds
from feedtui.feeds.dates import read_date
from feedtui.feeds.discussion import discussion_of
from feedtui.feeds.drafts import Draft, entries_of
from feedtui.feeds.fields import Fields, row, rows, text
from feedtui.feeds.files import files_of
from feedtui.feeds.links import absolute, base_of_body
from feedtui.feeds.relations import page_of
from feedtui.feeds.titles import LOOKED_AT, description_of, title_of_markup, title_of_text
from feedtui.model import Feed

_LONGEST_LANGUAGE = 40
_LONGEST_TITLE = 1000


@dataclass(frozen=True, slots=True)
class _Document:
    """What an entry has to know of the document around it. `site` is the feed's own page."""

    is_atom: bool
    address: str
    site: SafeText
    authors: tuple[str, ...]


def is_feed(parsed: Fields) -> bool:
    """Whether a document that feedparser read is a feed: has entries or a known format."""
    return bool(rows(parsed, "entries")) or bool(text(parsed, "version"))


def feed_of(parsed: Fields, address: str, bounds: Bounds = BOUNDS, left_out: int = 0) -> Feed:
    """The feed that feedparser read; `address` is the base of its relative links.

    So many entries were `left_out` of what it read.
    """
    facts = row(parsed, "feed")
    is_atom = text(parsed, "version").startswith("atom")
    document = _Document(is_atom, address, page_of(facts, address), _names(facts))
    items = rows(parsed, "entries")
    taken = entries_of(items, lambda item: _draft(item, document), bounds, left_out)
    return Feed(
        title=_title(facts, document, _LONGEST_TITLE),
        link=document.site,
        description=description_of(text(facts, "subtitle")),
        language=clean_line(text(facts, "language"), most=_LONGEST_LANGUAGE),
        entries=taken.entries,
        notice=taken.notice,
    )


def _draft(item: Fields, document: _Document) -> Draft:
    link = page_of(item, document.address)
    published, updated = _dates(item, document)
    return Draft(
        name=clean(text(item, "id") or text(item, "link")),
        title=_title(item, document, LOOKED_AT),
        link=link,
        authors=_authors(item, document),
        published=published,
        updated=updated,
        bodies=_bodies(item, document),
        base=_base(item, link, document),
        categories=tuple(_categories(item)),
        enclosures=files_of(item, document.address),
        discussion=discussion_of(item, document.address),
    )


def _title(holder: Fields, document: _Document, most: int) -> SafeText:
    """Only Atom tells text from HTML; other titles may be either."""
    title = text(holder, "title")
    if document.is_atom and text(row(holder, "title_detail"), "type") == "text/plain":
        return title_of_text(title, most)
    return title_of_markup(title, most)


def _dates(item: Fields, document: _Document) -> tuple[int | None, int | None]:
    """Published and updated. RSS has no date of change: what its `dc:date` says is the one date."""
    updated = read_date(text(item, "updated"))
    published = _first(read_date(text(item, "published")), read_date(text(item, "created")))
    return (published if document.is_atom else _first(published, updated)), updated


def _first(*dates: int | None) -> int | None:
    return next((date for date in dates if date is not None), None)


def _authors(item: Fields, document: _Document) -> tuple[str, ...]:
    """An entry's own authors, else its source's; in Atom else the feed's (RFC 4287, 4.2.1)."""
    names = _names(item) or _names(row(item, "source"))
    return names or (document.authors if document.is_atom else ())


def _names(holder: Fields) -> tuple[str, ...]:
    people = rows(holder, "authors")
    names = tuple(text(person, "name") or text(person, "email") for person in people)
    return names if any(names) else tuple(filter(None, [text(holder, "author")]))


def _categories(item: Fields) -> Iterator[str]:
    """Names of categories. Blogger marks with one that an entry is an entry."""
    for tag in rows(item, "tags"):
        if not text(tag, "scheme").endswith("#kind"):
            yield text(tag, "label") or text(tag, "term")


def _bodies(item: Fields, document: _Document) -> tuple[str, ...]:
    """The texts of an entry as HTML; where there are none, what is said of it elsewhere."""
    full = tuple(_html(text(body, "value"), text(body, "type"), document) for body in _texts(item))
    if any(full):
        return full
    lesser = ("media_caption", "source_markdown", "subtitle")
    return tuple(html_of_html(text(item, name)) for name in lesser)


def _texts(item: Fields) -> tuple[Fields, ...]:
    """The texts of an entry, each with value, type and base.

    A summary has its details apart. Without any it is a copy of another text, or one of iTunes.
    """
    texts = (*rows(item, "content"), row(item, "summary_detail"))
    summary = text(item, "summary")
    if any(text(one, "value") == summary for one in texts):
        return texts
    return (*texts, {"value": summary})


def _html(value: str, media_type: str, document: _Document) -> str:
    """A text as HTML. Other media (Atom allows a picture as content) have none.

    What is plain text in Atom was declared to be, often by silence; elsewhere feedparser only
    supposes it.
    """
    if media_type == "text/plain" and document.is_atom and not is_html(value):
        return html_of_text(value)
    if media_type in {"", "text/html", "text/plain"} or media_type.endswith("xml"):
        return html_of_html(value)
    return html_of_text(value) if media_type.startswith("text/") else ""


def _base(item: Fields, link: str, document: _Document) -> str:
    declared = next((base for base in (text(one, "base") for one in _texts(item)) if base), "")
    base = absolute(declared, document.address)
    if declared and is_web_address(base):
        return base
    return base_of_body(link, document.site, document.address)
