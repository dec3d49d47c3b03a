"""JSON Feed, 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).

JSON that a program wrote is well formed and still holds anything: numbers where names should be,
one value where a list should be, escapes that are half a character. Every value is asked for by its
type, and an item that says nothing is left out.
"""

from dataclasses import replace

from feedtui.clean import clean, clean_line
from feedtui.feeds.bodies import html_of_html, html_of_text
from feedtui.feeds.bounds import Bounds
from feedtui.feeds.dates import read_date
from feedtui.feeds.drafts import Draft, entries_of
from feedtui.feeds.fields import Fields, number, rows, text, texts, written
from feedtui.feeds.files import file_of, put_together
from feedtui.feeds.links import base_of_body, web_address
from feedtui.feeds.titles import LOOKED_AT, description_of, title_of_text
from feedtui.model import Enclosure, Feed

_LONGEST_LANGUAGE = 40


def has_items(document: Fields) -> bool:
    """Whether a JSON object is a JSON Feed, to go by the one member that makes it one."""
    return isinstance(document.get("items"), list)


def feed_of_json(document: Fields, address: str, bounds: Bounds) -> Feed:
    """The feed of a JSON Feed; `address` is the base of its relative links."""
    site = web_address(text(document, "home_page_url"), address)
    authors = _authors(document)
    items = rows(document, "items")
    taken = entries_of(items, lambda item: _draft(item, authors, site, address), bounds)
    return Feed(
        title=title_of_text(written(document, "title")),
        link=site,
        description=description_of(text(document, "description")),
        language=clean_line(text(document, "language"), most=_LONGEST_LANGUAGE),
        entries=taken.entries,
        notice=taken.notice,
    )


def _draft(item: Fields, authors: tuple[str, ...], site: str, address: str) -> Draft:
    named = text(item, "url") or text(item, "external_url")
    link = web_address(named, address)
    return Draft(
        name=clean(written(item, "id")) or named,
        title=title_of_text(written(item, "title"), LOOKED_AT),
        link=link,
        authors=_authors(item) or authors,
        published=read_date(written(item, "date_published")),
        updated=read_date(written(item, "date_modified")),
        bodies=_bodies(item),
        base=base_of_body(link, site, address),
        categories=texts(item, "tags"),
        enclosures=put_together(_file(file, address) for file in rows(item, "attachments")),
    )


def _authors(holder: Fields) -> tuple[str, ...]:
    """Version 1.1 has a list of authors where 1.0 has one; some write bare names."""
    people = (*rows(holder, "authors"), *rows(holder, "author"))
    named = (text(person, "name") for person in people)
    return tuple(filter(None, (*named, *texts(holder, "authors"), *texts(holder, "author"))))


def _bodies(item: Fields) -> tuple[str, ...]:
    full = (html_of_html(text(item, "content_html")), html_of_text(text(item, "content_text")))
    if any(full):
        return full[:1] if full[0] else full[1:]
    return (html_of_text(text(item, "summary")),)


def _file(file: Fields, address: str) -> Enclosure:
    described = (text(file, "url"), text(file, "mime_type"), text(file, "title"))
    enclosure = file_of(described, number(file, "size_in_bytes"), address)
    return replace(enclosure, duration=number(file, "duration_in_seconds") or None)
