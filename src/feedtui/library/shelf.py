"""The entries of all feeds, in memory: feed by feed, and as one river, newest first.

Refreshing replaces one feed after the other while a person reads, so what is made of all of them
is made anew only when it is asked for.
"""

from collections.abc import Collection, Iterable

from feedtui.model import Head, Item, Source
from feedtui.query.views import newest_first


class Shelf:
    """Entries by the address of their feed."""

    def __init__(self) -> None:
        self._feeds: dict[str, list[Item]] = {}
        self._river: list[Item] | None = None

    def put(self, source: Source, heads: Iterable[Head]) -> None:
        """Put a feed's entries in the place of those that it had."""
        self._feeds[source.url] = [Item(head, source, head.date, head.id) for head in heads]
        self._river = None

    def keep(self, feeds: Iterable[str]) -> None:
        """Take all other feeds away, and have these in this order."""
        self._feeds = {feed: self._feeds[feed] for feed in feeds}
        self._river = None

    def of(self, feed: str) -> list[Item]:
        """The entries of a feed, newest first; none of one that isn't here."""
        return self._feeds.get(feed, [])

    def river(self) -> list[Item]:
        """The entries of all feeds, newest first."""
        if self._river is None:
            self._river = self._merged(self._feeds)
        return self._river

    def of_feeds(self, feeds: Collection[str]) -> list[Item]:
        """The entries of some feeds, newest first."""
        return self.river() if len(feeds) == len(self._feeds) else self._merged(feeds)

    def _merged(self, feeds: Iterable[str]) -> list[Item]:
        return newest_first([item for feed in feeds for item in self._feeds.get(feed, ())])
