"""Opening the index: whose file it is, of which version, and what to do about the wrong ones."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from feedtui.errors import NewerVersionError, StoreError
from feedtui.store import atomic

APPLICATION = 0x66746978
"""What SQLite's `application_id` says in our files: “ftix”."""

VERSION = 1
"""The format, as `user_version`. An older one is made anew, since nothing is in it but words."""

_PATIENCE = 2.0
"""Seconds for which a writer waits for another one that knows nothing of our lock."""

_CORRUPT = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

_SCHEMA = (
    "CREATE TABLE feeds (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL)",
    # An id is never given twice, because words of a dropped entry stay under its id.
    """CREATE TABLE docs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed INTEGER NOT NULL,
        entry TEXT NOT NULL,
        version TEXT NOT NULL,
        date INTEGER NOT NULL
    )""",
    "CREATE INDEX docs_of_feed ON docs (feed)",
    # What is in the first column takes two bytes less for each word of each entry.
    "CREATE VIRTUAL TABLE words USING fts5 (text, title, author, content='', tokenize='ascii')",
    "CREATE VIRTUAL TABLE names USING fts5 (title, author, content='', tokenize='ascii')",
    # Words are sorted in by the 32 MiB: twice as fast as by the one that is usual.
    "INSERT INTO words (words, rank) VALUES ('hashsize', 33554432)",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)


class UselessIndexError(StoreError):
    """The index is damaged, old, or none of ours: it is to be made anew."""


class NoIndexError(StoreError):
    """This SQLite has no full-text index."""


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads. Raises as `open_to_write` does, and StoreError without a file.

    It may be used by one thread after the other.
    """
    if not path.exists():
        raise StoreError("there is no search index yet; `feedtui search --update` makes it")
    connection = _connect(path)
    try:
        _check(connection, path)
        with told(path):
            connection.execute("PRAGMA query_only = 1")
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that writes, to a file that is made if need be, readable by the person alone.

    Raises NewerVersionError for a file of a newer feedtui, UselessIndexError for one that has to
    be made anew, NoIndexError where SQLite knows none, and StoreError when the place won't do.
    """
    _make_file(path)
    connection = _connect(path)
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def discard(path: Path) -> None:
    """Delete the index; those who have it open keep reading what they have. Raises StoreError."""
    for each in (path, *_companions(path)):
        atomic.delete(each)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the error, what is above says more (https://sqlite.org/rescode.html).
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _CORRUPT:
            raise UselessIndexError(f"{path} is damaged") from error
        if code in _BUSY:
            raise StoreError(f"{path} is in use by somebody else") from error
        if "no such module" in str(error):
            raise NoIndexError(f"this Python's SQLite has no full-text index ({error})") from error
        raise StoreError(f"{path} can't be used: {error}") from error


@contextmanager
def written(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(path: Path) -> sqlite3.Connection:
    with told(path):
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    with told(path):
        if _is_empty(connection):
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            connection.execute("PRAGMA journal_mode = WAL")
            _make_tables(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
    _check(connection, path)


def _make_tables(connection: sqlite3.Connection) -> None:
    with written(connection):
        for statement in _SCHEMA if _is_empty(connection) else ():
            connection.execute(statement)


def _is_empty(connection: sqlite3.Connection) -> bool:
    return _number(connection, "SELECT count(*) FROM sqlite_schema") == 0


def _check(connection: sqlite3.Connection, path: Path) -> None:
    with told(path):
        application = _number(connection, "PRAGMA application_id")
        version = _number(connection, "PRAGMA user_version")
    if application != APPLICATION or version < VERSION:
        raise UselessIndexError(f"{path} is not an index of this feedtui")
    if version > VERSION:
        raise NewerVersionError(f"{path} was written by a newer feedtui; it is left alone")


def _number(connection: sqlite3.Connection, question: str) -> int:
    with closing(connection.execute(question)) as cursor:
        return int(cursor.fetchone()[0])


def _make_file(path: Path) -> None:
    try:
        atomic.make_folder(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, atomic.PRIVATE_FILE))
    except OSError as error:
        raise StoreError(f"{path} can't be written: {error.strerror}") from error


def _companions(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))
