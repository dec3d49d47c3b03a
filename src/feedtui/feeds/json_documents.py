"""JSON becomes a feed: a JSON Feed, or RSS written as JSON.

A version is not asked for, because programs forget it: what has `items` is the one, what has a
`channel` the other.
"""

import json

from feedtui.clean import SafeText, clean_line
from feedtui.feeds.bounds import BOUNDS, Bounds
from feedtui.feeds.fields import Fields
from feedtui.feeds.jsonfeed import feed_of_json, has_items
from feedtui.feeds.rss_in_json import channel_of, feed_of_channel
from feedtui.model import Feed, NotAFeed

_MOST_DIGITS = 18
"""Digits up to which a number is read as one. Python refuses those of more than 4,300 digits, and
with them would go the feed."""


def read_json(text: str, address: str, bounds: Bounds = BOUNDS) -> Feed | NotAFeed:
    """The feed that a JSON document is; `address` is the base of its relative links."""
    try:
        document: object = json.loads(text.lstrip("\ufeff"), parse_int=_whole, strict=False)
    except ValueError as error:
        return NotAFeed(clean_line(f"This is broken JSON, not a feed: {error}", most=200))
    except RecursionError:
        return NotAFeed(SafeText("This is JSON nested too deep to be read, not a feed."))
    return _feed(document, address, bounds) if isinstance(document, dict) else _no_feed()


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _feed(document: Fields, address: str, bounds: Bounds) -> Feed | NotAFeed:
    if has_items(document):
        return feed_of_json(document, address, bounds)
    channel = channel_of(document)
    return feed_of_channel(channel, address, bounds) if channel else _no_feed()


def _no_feed() -> NotAFeed:
    return NotAFeed(SafeText("This is JSON, but not a JSON Feed."))
