"""Searching without the index: text by text. Slow, and always possible."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from feedtui.errors import StoreError
from feedtui.library.indexing import text_of
from feedtui.model import Body, FullText, Item
from feedtui.query.searching import Search, document, may_fit
from feedtui.store.cache import FeedCache


def scan(items: Iterable[Item], cache: FeedCache, search: Search) -> list[Item]:
    """The items that fit a search, in their order. Of a feed that can't be read, titles count."""
    found = {item.head.id for each in _by_feed(items) for item in _fitting(each, cache, search)}
    return [item for item in items if item.head.id in found]


def _by_feed(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    for _, each in groupby(sorted(items, key=_feed), _feed):
        yield tuple(each)


def _feed(item: Item) -> str:
    return item.source.key


def _fitting(items: Sequence[Item], cache: FeedCache, search: Search) -> Iterator[Item]:
    own, full = _texts(items, cache)
    for item in items:
        head = item.head
        text = text_of(own.get(head.id), full.get(head.id))
        likely = may_fit(search, f"{head.title} {head.author} {text}")
        if likely and document(head.title, head.author, text).fits(search):
            yield item


def _texts(items: Sequence[Item], cache: FeedCache) -> tuple[dict[str, Body], dict[str, FullText]]:
    feed, entries = _feed(items[0]), [item.head.id for item in items]
    try:
        return cache.bodies(feed, entries), cache.full_texts(feed).some(entries)
    except StoreError as error:
        cache.warn(str(error))
        return {}, {}
