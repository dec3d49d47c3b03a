"""Whether every file of a feedtui is whole, whatever was done to the program before."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from feedtui.store import atomic
from feedtui.store.paths import Places


def unsound(places: Places) -> list[str]:
    """What is wrong with the files: those that don't parse, and those that were moved aside."""
    folders = dict.fromkeys((places.config, places.data, places.state))
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    wrong = [f"{path} was found damaged" for path in files if ".damaged-" in path.name]
    return [*wrong, *(found for path in files for found in _faults(path))]


def counted(places: Places) -> int:
    """How many files are looked at."""
    folders = dict.fromkeys((places.config, places.data, places.state))
    return sum(path.suffix in _READERS for folder in folders for path in folder.rglob("*"))


def _faults(path: Path) -> Iterator[str]:
    reader = _READERS.get(path.suffix)
    if reader is None or atomic.is_temporary(path):
        return
    try:
        reader(path.read_bytes())
    except ValueError as error:
        yield f"{path} doesn't parse: {error}"


def _read_json(content: bytes) -> None:
    document = json.loads(content)
    if not isinstance(document, dict) or "version" not in document:
        raise ValueError("it doesn't say which version wrote it")


def _read_lines(content: bytes) -> None:
    """A journal: the first line tells the version; the last may be unfinished, others may not."""
    whole, _, _ = content.rpartition(b"\n")
    lines = [json.loads(line) for line in whole.splitlines() if line]
    if lines and "version" not in lines[0]:
        raise ValueError("it doesn't begin with a version")


def _read_toml(content: bytes) -> None:
    tomllib.loads(content.decode())


_READERS = {".json": _read_json, ".jsonl": _read_lines, ".toml": _read_toml}
