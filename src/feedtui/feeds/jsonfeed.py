"""JSON Feed, 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).

JSON that a program wrote is well formed and still holds anything: numbers where names should be,
lists of nothing, escapes that are half a character. Every value is asked for by its type, and an
item that says nothing is left out.
"""

import json

from feedtui.clean import SafeText, clean, clean_line
from feedtui.feeds.bodies import html_of_html, html_of_text
from feedtui.feeds.dates import read_date
from feedtui.feeds.decoding import decoded
from feedtui.feeds.drafts import Draft, enclosure, entries_of
from feedtui.feeds.fields import Fields, number, row, rows, text, texts
from feedtui.feeds.links import base_of_body, web_address
from feedtui.feeds.titles import description_of, title_of_text
from feedtui.model import Enclosure, Feed, NotAFeed

_MOST_DIGITS = 18
"""Digits up to which a number is read as one. Python refuses those of more than 4,300 digits, and
with them would go the feed."""

_LONGEST_LANGUAGE = 40


def read_json_feed(body: bytes, address: str) -> Feed | NotAFeed:
    """The feed that a JSON document is; `address` is the base of its relative links."""
    try:
        document: object = json.loads(decoded(body), parse_int=_whole)
    except ValueError as error:
        return NotAFeed(clean_line(f"This is broken JSON, not a feed: {error}", most=200))
    except RecursionError:
        return NotAFeed(SafeText("This is JSON nested too deep to be read, not a feed."))
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        return NotAFeed(SafeText("This is JSON, but not a JSON Feed."))
    return _feed(document, address)


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _feed(document: Fields, address: str) -> Feed:
    site = web_address(text(document, "home_page_url"), address)
    authors = _authors(document)
    return Feed(
        title=title_of_text(text(document, "title")),
        link=site,
        description=description_of(text(document, "description")),
        language=clean_line(text(document, "language"), most=_LONGEST_LANGUAGE),
        entries=entries_of(
            _draft(item, authors, site, address) for item in rows(document, "items")
        ),
    )


def _draft(item: Fields, authors: tuple[str, ...], site: str, address: str) -> Draft:
    written = text(item, "url") or text(item, "external_url")
    link = web_address(written, address)
    return Draft(
        name=_name(item) or written,
        title=title_of_text(text(item, "title")),
        link=link,
        authors=_authors(item) or authors,
        published=read_date(text(item, "date_published")),
        updated=read_date(text(item, "date_modified")),
        bodies=_bodies(item),
        base=base_of_body(link, site, address),
        categories=texts(item, "tags"),
        enclosures=tuple(_enclosure(file, address) for file in rows(item, "attachments")),
    )


def _name(item: Fields) -> str:
    """An id is a string; numbers are to be taken for their digits (the specification, “id”)."""
    value = item.get("id")
    if isinstance(value, str):
        return clean(value.strip())
    return "" if isinstance(value, bool) or not isinstance(value, int | float) else str(value)


def _authors(holder: Fields) -> tuple[str, ...]:
    """Version 1.1 has a list of authors where 1.0 has one."""
    people = (*rows(holder, "authors"), row(holder, "author"))
    return tuple(name for name in (text(person, "name") for person in people) if name)


def _bodies(item: Fields) -> tuple[str, ...]:
    full = (html_of_html(text(item, "content_html")), html_of_text(text(item, "content_text")))
    if any(full):
        return full[:1] if full[0] else full[1:]
    return (html_of_text(text(item, "summary")),)


def _enclosure(file: Fields, address: str) -> Enclosure:
    described = (text(file, "url"), text(file, "mime_type"), text(file, "title"))
    return enclosure(described, number(file, "size_in_bytes"), address)
