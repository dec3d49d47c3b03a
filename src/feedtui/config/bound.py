"""`[keys]` and `[macros]`: tables in which the names are free, because commands are the screen's.

What stands there is handed on as lists of words, each with its line, so that the screen, which
knows the commands, can say of a mistake where it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from feedtui.clean import clean_line
from feedtui.config.document import Fault, line_of, name_of
from feedtui.config.kinds import Words, Wrong, shown
from feedtui.config.layout import Path

PRESET = "preset"
"""The one name in `[keys]` that is no command's."""

DEFAULT_PRESET = "default"

KEYS = (
    "Keys, by the names of commands, which `feedtui keys` prints; and which keys the others have: "
    "those of feedtui, or as users of vim, newsboat, Miniflux, NetNewsWire or elfeed know them."
)
"""What `[keys]` is for."""

MACROS = (
    "Macros, by the key that is typed after the comma: what they do, one thing after the other."
)
"""What `[macros]` is for."""

KEYS_EXPECTED = (
    'keys such as "n" or "g g", or a list of them such as ["n", "ctrl+n"]; an empty list means none'
)
MACRO_EXPECTED = 'keys such as "o m n", or a list of commands such as ["browse", "next_unread"]'


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of one of the tables says. `listed` is whether it is a list."""

    words: tuple[str, ...]
    line: int
    listed: bool = True


Lines = Mapping[str, Line]


@dataclass(frozen=True, slots=True)
class Bound:
    """The person's keys, by the names of commands, and macros, by their keys."""

    preset: Line = Line((DEFAULT_PRESET,), 0, listed=False)
    keys: Lines = field(default_factory=dict)
    macros: Lines = field(default_factory=dict)


UNBOUND = Bound()
"""What someone has who has set no keys."""


def read_bound(
    keys: object, macros: object, lines: Mapping[Path, int]
) -> tuple[Bound, tuple[Fault, ...]]:
    """What the two tables say, and what in them is no text."""
    read_keys, key_faults = _read(keys, "keys", KEYS_EXPECTED, lines)
    read_macros, macro_faults = _read(macros, "macros", MACRO_EXPECTED, lines)
    preset = read_keys.pop(PRESET, UNBOUND.preset)
    return Bound(preset, read_keys, read_macros), (*key_faults, *macro_faults)


def _read(
    table: object, name: str, expected: str, lines: Mapping[Path, int]
) -> tuple[dict[str, Line], list[Fault]]:
    if not isinstance(table, dict):
        return {}, [Fault((name,), f"{name}: expected a table, got {shown(table)}")]
    read: dict[str, Line] = {}
    faults: list[Fault] = []
    for key, given in table.items():
        words = _words(given)
        if isinstance(words, Wrong):
            message = f"{name_of((name, key))}: expected {expected}; got {shown(given)}"
            faults.append(Fault((name, key), message))
        else:
            line = line_of((name, key), lines)
            read[clean_line(key)] = Line(words, line, listed=isinstance(given, list))
    return read, faults


def _words(given: object) -> tuple[str, ...] | Wrong:
    if isinstance(given, str):
        return (clean_line(given),)
    read = Words().read(given)
    return read if isinstance(read, tuple | Wrong) else Wrong("")
