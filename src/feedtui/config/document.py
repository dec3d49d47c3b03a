"""From text to checked values, with everything that is wrong collected on the way.

Reading a table gives its good values and its faults; only at the end are the faults turned into one
`ConfigError`, and only then are their lines looked up.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from feedtui.clean import clean_line
from feedtui.config.kinds import Kind, Value, Wrong, shown
from feedtui.config.layout import Path, lines_of
from feedtui.errors import ConfigError, Problem

_BARE = re.compile("[A-Za-z0-9_-]+")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with what stands at `path`."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its good values, by key, and its faults."""

    values: Mapping[str, Value]
    faults: tuple[Fault, ...]


def parse(text: str, file: str) -> dict[str, object]:
    """The tables of a TOML text. Raises ConfigError, with the line, when it isn't TOML."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise ConfigError((_syntax_problem(str(error), text, file),)) from error
    except RecursionError as error:
        raise ConfigError((Problem(file, 0, "lists are nested too deeply"),)) from error


def read_table(table: object, kinds: Mapping[str, Kind], path: Path) -> Table:
    """Check a table, which stands at `path`, key by key."""
    if not isinstance(table, dict):
        return _no_table(table, path)
    values: dict[str, Value] = {}
    faults: list[Fault] = []
    for key, given in table.items():
        if key not in kinds:
            faults.append(unknown((*path, key), kinds))
            continue
        value = kinds[key].read(given)
        if isinstance(value, Wrong):
            faults.append(_unfit((*path, key), value, given))
        else:
            values[key] = value
    return Table(values, tuple(faults))


def read_named(table: object, name: Kind, kind: Kind, path: Path) -> Table:
    """Check a table in which the person chooses the names: each a `name`, each value a `kind`."""
    if not isinstance(table, dict):
        return _no_table(table, path)
    values: dict[str, Value] = {}
    faults: list[Fault] = []
    for key, given in table.items():
        place = (*path, key)
        pair = _pair(place, given, name, kind)
        if isinstance(pair, Fault):
            faults.append(pair)
        elif pair[0] in values:
            faults.append(Fault(place, f"{name_of(place)}: {pair[0]} is there already"))
        else:
            values[pair[0]] = pair[1]
    return Table(values, tuple(faults))


def unknown(path: Path, known: Iterable[str]) -> Fault:
    """The last name of `path` is none of those that are known there."""
    names = sorted(known)
    nearest = difflib.get_close_matches(str(path[-1]), names, 1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"known here: {', '.join(names)}"
    return Fault(path, f"{name_of(path)}: there is no such setting; {hint}")


def refusal(text: str, file: str, faults: Iterable[Fault]) -> ConfigError:
    """All faults as one error, each with its line, in the order of the lines."""
    lines = lines_of(text)
    problems = (Problem(file, line_of(fault.path, lines), fault.message) for fault in faults)
    return ConfigError(tuple(sorted(problems, key=lambda problem: problem.line)))


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """The line of `path` among `lines_of`; what an inline table holds is where that begins."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


def name_of(path: Path) -> str:
    """A path as messages call it: `fetch.interval`, `feed.url`."""
    return clean_line(".".join(_quoted(part) for part in path if isinstance(part, str)))


def _quoted(name: str) -> str:
    return name if _BARE.fullmatch(name) else f'"{name}"'


def _no_table(given: object, path: Path) -> Table:
    return Table({}, (Fault(path, f"{name_of(path)}: expected a table, got {shown(given)}"),))


def _pair(path: Path, given: object, name: Kind, kind: Kind) -> tuple[str, Value] | Fault:
    key = path[-1]
    called, value = name.read(key), kind.read(given)
    if isinstance(called, Wrong):
        return _unfit(path, called, key)
    if isinstance(given, dict):
        return _without_quotes(path, given)
    return _unfit(path, value, given) if isinstance(value, Wrong) else (str(called), value)


def _without_quotes(path: Path, given: Iterable[str]) -> Fault:
    """Without quotes, `example.org = …` makes a table of `example`."""
    whole = ".".join((str(path[-1]), *islice(given, 1)))
    quoted = f'is a table; a name with dots stands in quotes: "{whole}"'
    return Fault(path, f"{name_of(path)}: {clean_line(quoted)}")


def _unfit(path: Path, wrong: Wrong, given: object) -> Fault:
    return Fault(path, f"{name_of(path)}: expected {wrong.expected}; got {shown(given)}")


def _syntax_problem(message: str, text: str, file: str) -> Problem:
    place = _PLACE.search(message)
    if place is None:
        return Problem(file, 0, f"not TOML: {clean_line(message)}")
    reason = clean_line(message[: place.start()])
    if place[1] is None:
        return Problem(file, text.rstrip("\n").count("\n") + 1, f"not TOML: {reason}")
    return Problem(file, int(place[1]), f"not TOML: {reason} (column {place[2]})")
