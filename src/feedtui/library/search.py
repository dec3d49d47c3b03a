"""Finding entries by what they say: the index where it knows a feed, text by text where not.

What the index finds is never shown as it is: only entries of subscribed feeds that are there now
are, and those of feeds that changed since are looked at themselves. So the answer is the same with
an index, without one, and while it is being made; it only takes longer, and then says so.
"""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from feedtui.errors import StoreError
from feedtui.library.home import Home
from feedtui.library.indexing import behind
from feedtui.library.library import Library
from feedtui.library.scanning import scan
from feedtui.library.wording import counted
from feedtui.model import Item
from feedtui.pages.words import plain
from feedtui.query.excerpts import Excerpt, Mark, excerpt, marks_in
from feedtui.query.searching import Search
from feedtui.query.words import spaced
from feedtui.store.search.opening import UselessIndexError
from feedtui.store.search.reading import SearchIndex


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, the best first; `note` says why it took long, empty when it didn't."""

    items: tuple[Item, ...] = ()
    note: str = ""


class Searcher:
    """Searches of one library. Used by one thread at a time; it keeps the index open."""

    def __init__(self, home: Home, library: Library) -> None:
        self._home = home
        self._library = library
        self._cache = home.cache()
        self._index: SearchIndex | None = None
        self._river: Sequence[Item] = ()
        self._by_id: dict[str, Item] = {}

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def find(self, search: Search, limit: int) -> Hits:
        """The best hits, at most `limit`. A search without words finds what its filters let by."""
        if not search.phrases:
            return Hits(tuple(self._chosen(self._library.every_item(), search)[:limit]))
        try:
            return self._with_index(search, limit)
        except UselessIndexError as error:
            why = f"{error}, and is made anew by `feedtui search --update` or a refresh"
        except StoreError as error:
            why = str(error)
        self.close()
        items = self._chosen(self._library.every_item(), search)
        found = _best_first(scan(items, self._cache, search), search)
        return Hits(tuple(found[:limit]), f"searched without the index, slower: {why}")

    def excerpt(self, item: Item, search: Search) -> Excerpt:
        """The piece of an entry's text that shows what was found. Raises StoreError."""
        phrases = [each for each in search.marked if each.place == "anywhere"]
        own = self._library.body(item)
        shown = excerpt(plain(own.html) if own else "", phrases)
        if shown.marks or not phrases:
            return shown
        full = self._cache.full_texts(item.source.key).some((item.head.id,)).get(item.head.id)
        other = excerpt(plain(full.html) if full else "", phrases)
        return other if other.marks else shown

    def _with_index(self, search: Search, limit: int) -> Hits:
        index = self._opened()
        keys = (source.key for source in self._library.sources)
        late = set(behind(self._cache, keys, index.stamps()))
        if not search.wanted:
            return Hits(self._without(index, search, late, limit), _note(late))

        def choose(entries: Sequence[str]) -> list[Item]:
            known = self._items()
            items = (known[entry] for entry in entries if entry in known)
            return self._chosen([item for item in items if item.source.key not in late], search)

        ranked = index.find(search, choose, limit)
        others = _best_first(scan(self._late(late, search), self._cache, search), search)
        return Hits(tuple(islice(merged(ranked, others, search), limit)), _note(late))

    def _without(
        self, index: SearchIndex, search: Search, late: Container[str], limit: int
    ) -> tuple[Item, ...]:
        """The entries that lack what is unwanted, where nothing else is looked for."""
        waiting = self._late(late, search)
        gone = index.having(search.unwanted) | _ids(waiting)
        gone -= _ids(scan(waiting, self._cache, search))
        items = self._chosen(self._library.every_item(), search)
        return tuple(islice((item for item in items if item.head.id not in gone), limit))

    def _late(self, late: Container[str], search: Search) -> list[Item]:
        """The entries of feeds that the index doesn't know as they are."""
        items = (item for item in self._library.every_item() if item.source.key in late)
        return self._chosen(list(items), search)

    def _chosen(self, items: list[Item], search: Search) -> list[Item]:
        """The items that the filters of a search let by; hidden ones only if it asks for them."""
        filters = search.filters
        meant = items if filters.asks_for_hidden else self._library.without_hidden(items)
        return filters.select(meant, self._library.status)

    def _opened(self) -> SearchIndex:
        if self._index is None or not self._index.is_current:
            self.close()
            self._index = SearchIndex(self._home.places.search)
        return self._index

    def _items(self) -> Mapping[str, Item]:
        """All items by their ids, which are kept at hand: there are a hundred thousand."""
        items = self._library.every_item()
        if items is not self._river:
            self._by_id = {item.head.id: item for item in items}
            self._river = items
        return self._by_id


def title_marks(item: Item, search: Search) -> tuple[Mark, ...]:
    """Where in an entry's label the words are that were looked for."""
    phrases = [each for each in search.marked if each.place != "author"]
    return marks_in(item.head.label, phrases)


def merged(ranked: Sequence[Item], others: Sequence[Item], search: Search) -> Iterator[Item]:
    """Ranked hits and others as one list: those in titles first, and then by turns."""
    for wanted in (True, False):
        left, right = (
            [item for item in items if _is_titled(item, search) is wanted]
            for items in (ranked, others)
        )
        for pair in zip_longest(right, left):
            yield from (item for item in pair if item is not None)


def _best_first(items: list[Item], search: Search) -> list[Item]:
    """Hits without a rank: those in titles first, the newest of each kind first."""
    return sorted(items, key=lambda item: (not _is_titled(item, search), -item.date))


def _is_titled(item: Item, search: Search) -> bool:
    """Whether the title alone has all words."""
    title = spaced(item.head.title)
    ways = (search.wanted, search.names)
    return any(way and all(each.is_in(title) for each in way) for way in ways)


def _ids(items: Sequence[Item]) -> set[str]:
    return {item.head.id for item in items}


def _note(late: Collection[str]) -> str:
    if not late:
        return ""
    return (
        f"{counted(len(late), 'feed')} not in the index yet; their texts were searched one by one"
    )
