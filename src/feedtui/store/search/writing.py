"""Adding to the index, feed by feed, and dropping what is gone."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from feedtui.query.words import segmented
from feedtui.store.search.opening import open_to_write, told, written

_LEAST_WASTE = 1_000
_WASTE = 0.3
"""Entries that are dropped or replaced, as a share of all, above which the file is made anew."""

_EMPTY = 0.1
"""Share of the file that may be empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry for the index: its plain texts, and the `version` by which a change is known."""

    entry: str
    version: str
    date: int
    title: str
    author: str
    text: str


class IndexWriter:
    """The index, open for writing. Everything that it does raises as `open_to_write` does.

    Hold the index's lock. What is done within `kept` is there together, or not at all.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = open_to_write(path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Write what is done within at its end."""
        with told(self._path), written(self._connection):
            yield

    def stamps(self) -> Mapping[str, str]:
        """The state in which each feed, by its key, is in the index."""
        with told(self._path):
            return dict(self._connection.execute("SELECT key, stamp FROM feeds"))

    def versions(self, feed: str) -> Mapping[str, str]:
        """The version in which each entry of a feed is in the index."""
        asked = "SELECT entry, version FROM docs WHERE feed = (SELECT id FROM feeds WHERE key = ?)"
        with told(self._path):
            return dict(self._connection.execute(asked, (feed,)))

    @property
    def is_wasteful(self) -> bool:
        """Whether so much was dropped that the index had better be made anew."""
        with told(self._path):
            (kept,) = self._connection.execute("SELECT count(*) FROM docs").fetchone()
            asked = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'docs'"
            (ever,) = self._connection.execute(asked).fetchone()
        return bool(ever - kept > max(_LEAST_WASTE, _WASTE * ever))

    def tidy(self) -> None:
        """Give back to the disk what sorting words together has left empty, if it is much."""
        with told(self._path):
            (empty,) = self._connection.execute("PRAGMA freelist_count").fetchone()
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            if empty > _EMPTY * pages:
                # As a script, because `execute` would stop after the first page.
                self._connection.executescript("PRAGMA incremental_vacuum")

    def keep(self, feed: str, stamp: str, rows: Iterable[Row], gone: Iterable[str]) -> None:
        """Take in entries of a feed, drop others, and note the state that the feed is in."""
        number = self._number(feed)
        self._drop(number, gone)
        for row in rows:
            self._add(number, row)
        self._connection.execute("UPDATE feeds SET stamp = ? WHERE id = ?", (stamp, number))

    def forget_feed(self, feed: str) -> None:
        """Drop a feed with all of its entries."""
        number = self._number(feed)
        self._connection.execute("DELETE FROM docs WHERE feed = ?", (number,))
        self._connection.execute("DELETE FROM feeds WHERE id = ?", (number,))

    def _number(self, feed: str) -> int:
        self._connection.execute("INSERT OR IGNORE INTO feeds (key, stamp) VALUES (?, '')", (feed,))
        asked = "SELECT id FROM feeds WHERE key = ?"
        (number,) = self._connection.execute(asked, (feed,)).fetchone()
        return int(number)

    def _drop(self, feed: int, entries: Iterable[str]) -> None:
        self._connection.executemany(
            "DELETE FROM docs WHERE feed = ? AND entry = ?", ((feed, entry) for entry in entries)
        )

    def _add(self, feed: int, row: Row) -> None:
        inserted = self._connection.execute(
            "INSERT INTO docs (feed, entry, version, date) VALUES (?, ?, ?, ?)",
            (feed, row.entry, row.version, row.date),
        )
        number = inserted.lastrowid
        title, author, text = map(segmented, (row.title, row.author, row.text))
        self._connection.execute(
            "INSERT INTO words (rowid, text, title, author) VALUES (?, ?, ?, ?)",
            (number, text, title, author),
        )
        self._connection.execute(
            "INSERT INTO names (rowid, title, author) VALUES (?, ?, ?)", (number, title, author)
        )
