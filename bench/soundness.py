"""Whether every file of a feedtui is whole, whatever was done to the program before."""

import json
import sqlite3
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from feedtui.store import atomic
from feedtui.store.paths import Places


def unsound(places: Places) -> list[str]:
    """What is wrong with the files: those that don't parse, and those that were moved aside."""
    files = [path for path in _paths(places) if path.is_file()]
    wrong = [f"{path} was found damaged" for path in files if ".damaged-" in path.name]
    return [*wrong, *(found for path in files for found in _faults(path))]


def counted(places: Places) -> int:
    """How many files are looked at."""
    return sum(_reader(path) is not None for path in _paths(places))


def _paths(places: Places) -> list[Path]:
    folders = dict.fromkeys((places.config, places.data, places.state, places.cache))
    return [path for folder in folders for path in sorted(folder.rglob("*"))]


def _faults(path: Path) -> Iterator[str]:
    reader = _reader(path)
    if reader is None or atomic.is_temporary(path):
        return
    try:
        reader(path)
    except (ValueError, sqlite3.Error) as error:
        yield f"{path} doesn't parse: {error}"


def _reader(path: Path) -> Callable[[Path], None] | None:
    return _READERS.get(path.suffix or path.name)


def _read_json(path: Path) -> None:
    document = json.loads(path.read_bytes())
    if not isinstance(document, dict) or "version" not in document:
        raise ValueError("it doesn't say which version wrote it")


def _read_lines(path: Path) -> None:
    """A journal: the first line tells the version; the last may be unfinished, others may not."""
    whole, _, _ = path.read_bytes().rpartition(b"\n")
    lines = [json.loads(line) for line in whole.splitlines() if line]
    if lines and "version" not in lines[0]:
        raise ValueError("it doesn't begin with a version")


def _read_toml(path: Path) -> None:
    tomllib.loads(path.read_text())


def _read_index(path: Path) -> None:
    """The search index, as whoever opens it next finds it: without what a killed writer began."""
    with closing(sqlite3.connect(path)) as connection:
        ((found, *_),) = connection.execute("PRAGMA integrity_check(1)")
        if found != "ok":
            raise ValueError(found)
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            connection.execute("SELECT count(*) FROM docs, feeds").fetchone()


def _read_name(path: Path) -> None:
    if not path.read_text().strip():
        raise ValueError("it has no name in it")


_READERS = {
    ".json": _read_json,
    ".jsonl": _read_lines,
    ".toml": _read_toml,
    ".db": _read_index,
    "device": _read_name,
}
