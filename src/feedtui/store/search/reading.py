"""Asking the index.

Where a search finds up to two thousand entries they are ranked by their words (BM25). One that
finds more consists of words that so many entries have that it says little about any of them: then
those with the words in their titles come first, and the newest of each kind. That takes a few
milliseconds, where ranking a hundred thousand takes a hundred.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from feedtui.query.searching import Phrase, Search
from feedtui.store.search.expression import either, expression, in_titles
from feedtui.store.search.opening import open_to_read, told

Chosen = TypeVar("Chosen")
Choose = Callable[[Sequence[str]], Sequence[Chosen]]

MOST_RANKED = 2_000
"""Hits that are ranked by their words."""

_COUNT = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"

# How much a word in the title and the author's name is worth, one in the text being worth 1.
_SCORED = """
SELECT docs.entry, bm25(words, 1.0, 8.0, 4.0), docs.date FROM words
JOIN docs ON docs.id = words.rowid WHERE words MATCH ?
"""
_NEWEST = """
SELECT docs.entry FROM words JOIN docs ON docs.id = words.rowid
WHERE words MATCH ? ORDER BY docs.date DESC
"""
_NAMED = """
SELECT docs.entry FROM names JOIN docs ON docs.id = names.rowid
WHERE names MATCH ? ORDER BY docs.date DESC
"""


class SearchIndex:
    """The index, open for reading. Everything that it does raises StoreError.

    One that has to be made anew raises UselessIndexError, one of a newer feedtui NewerVersionError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = open_to_read(path)
        self._file = _identity(path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def is_current(self) -> bool:
        """Whether this is still the file at its path, which others delete when it is damaged."""
        return _identity(self._path) == self._file

    def stamps(self) -> Mapping[str, str]:
        """The state in which each feed, by its key, is in the index."""
        with told(self._path):
            return dict(self._connection.execute("SELECT key, stamp FROM feeds"))

    def find(self, search: Search, choose: Choose[Chosen], limit: int) -> list[Chosen]:
        """The best entries, of which something must be looked for: what `choose` makes of them.

        It is given ids, the best first, more and more of them until it has chosen enough.
        """
        chosen: list[Chosen] = []
        size = limit
        with told(self._path):
            found = _each_once(self._found(search))
            while len(chosen) < limit and (chunk := list(islice(found, size))):
                chosen += choose(chunk)
                size *= 2
        return chosen[:limit]

    def having(self, phrases: Iterable[Phrase]) -> set[str]:
        """The entries that have any of the phrases."""
        asked = tuple(phrases)
        if not asked:
            return set()
        with told(self._path):
            return set(self._entries(_NEWEST, either(asked)))

    def _found(self, search: Search) -> Iterator[str]:
        asked = expression(search.wanted, search.unwanted)
        named, titled = self._named(search), self._titled(search)
        if self._is_narrow(asked):
            return chain(named, self._ranked(asked, titled))
        return chain(named, titled, self._entries(_NEWEST, asked))

    def _titled(self, search: Search) -> Iterator[str]:
        """Those whose titles have all that is wanted: from the small index, if it knows enough."""
        asked = expression(in_titles(search.wanted), search.unwanted)
        return self._entries(_NEWEST if search.unwanted else _NAMED, asked)

    def _is_narrow(self, asked: str) -> bool:
        (found,) = self._connection.execute(_COUNT, (asked, MOST_RANKED + 1)).fetchone()
        return int(found) <= MOST_RANKED

    def _ranked(self, asked: str, titled: Iterable[str]) -> Iterator[str]:
        """By their words, in steps that leave a say to the date; hits in titles first."""
        first = set(titled)
        rows = self._connection.execute(_SCORED, (asked,)).fetchall()
        rows.sort(key=lambda row: (row[0] not in first, round(row[1], 1), -row[2]))
        return (entry for entry, _, _ in rows)

    def _named(self, search: Search) -> Iterator[str]:
        """Those that only their names find, by the beginning of a word."""
        if not search.names:
            return
        gone = self.having(search.unwanted)
        for entry in self._entries(_NAMED, expression(search.names)):
            if entry not in gone:
                yield entry

    def _entries(self, question: str, asked: str) -> Iterator[str]:
        return (entry for (entry,) in self._connection.execute(question, (asked,)))


def _each_once(entries: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        if entry not in seen:
            seen.add(entry)
            yield entry


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
