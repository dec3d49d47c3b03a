"""RSS written as JSON (https://github.com/scripting/Scripting-News/blob/master/rss-in-json/README.md).

Names are those of RSS 2.0. What an element's attributes were are members, and its text, where it
has both, is `#value`. One element is a value, several are a list.
"""

from feedtui.address import is_web_address
from feedtui.clean import clean, clean_line
from feedtui.feeds.bodies import html_of_html, html_of_text
from feedtui.feeds.bounds import Bounds
from feedtui.feeds.dates import read_date
from feedtui.feeds.discussion import Discussion
from feedtui.feeds.drafts import Draft, entries_of
from feedtui.feeds.fields import Fields, number, row, rows, text, texts, written
from feedtui.feeds.files import file_of, put_together
from feedtui.feeds.links import base_of_body, web_address
from feedtui.feeds.pace import pace_of_channel
from feedtui.feeds.titles import LOOKED_AT, description_of, title_of_markup
from feedtui.model import Enclosure, Feed

_LONGEST_LANGUAGE = 40


def channel_of(document: Fields) -> Fields:
    """The channel of an RSS document in JSON, empty if this is none."""
    return row(row(document, "rss"), "channel") or row(document, "channel")


def feed_of_channel(channel: Fields, address: str, bounds: Bounds) -> Feed:
    """The feed of such a channel; `address` is the base of its relative links."""
    site = web_address(_value(channel, "link"), address)
    items = rows(channel, "item")
    taken = entries_of(items, lambda item: _draft(item, site, address), bounds)
    return Feed(
        title=title_of_markup(_value(channel, "title")),
        link=site,
        description=description_of(_value(channel, "description")),
        language=clean_line(_value(channel, "language"), most=_LONGEST_LANGUAGE),
        entries=taken.entries,
        notice=taken.notice,
        pace=pace_of_channel(channel),
    )


def _draft(item: Fields, site: str, address: str) -> Draft:
    guid = _value(item, "guid")
    named = _value(item, "link") or (guid if is_web_address(guid) else "")
    link = web_address(named, address)
    return Draft(
        name=clean(guid) or named,
        title=title_of_markup(_value(item, "title"), LOOKED_AT),
        link=link,
        authors=tuple(filter(None, (_value(item, "author"), _value(item, "dc:creator")))),
        published=read_date(_value(item, "pubDate")),
        updated=None,
        bodies=_bodies(item),
        base=base_of_body(link, site, address),
        categories=(*texts(item, "category"), *_values(rows(item, "category"))),
        enclosures=put_together(_file(file, address) for file in rows(item, "enclosure")),
        discussion=Discussion(page=web_address(_value(item, "comments"), address)),
    )


def _bodies(item: Fields) -> tuple[str, ...]:
    names = ("content:encoded", "description")
    full = tuple(html_of_html(_value(item, name)) for name in names)
    return full if any(full) else (html_of_text(_value(item, "source:markdown")),)


def _file(file: Fields, address: str) -> Enclosure:
    return file_of((text(file, "url"), text(file, "type"), ""), number(file, "length"), address)


def _value(holder: Fields, name: str) -> str:
    return written(holder, name) or written(row(holder, name), "#value")


def _values(holders: tuple[Fields, ...]) -> tuple[str, ...]:
    return tuple(written(holder, "#value") for holder in holders)
