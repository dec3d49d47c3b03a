"""What a feed has without saying it: from `[defaults]`, and from `[folder."News"]` for a folder.

The nearest word counts: the feed's own, then that of its folder, then those of the folders around
it, then `[defaults]`. Tags add up instead, because who tags one feed of a tagged folder wants both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from feedtui.clean import clean_line
from feedtui.config.document import Fault, Table, name_of, read_table
from feedtui.config.feed_kinds import INHERITABLE, KINDS
from feedtui.config.kinds import Value, Wrong, shown

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Inheritance:
    """The two kinds of tables; folders by their paths."""

    defaults: Values = field(default_factory=dict)
    folders: Mapping[str, Values] = field(default_factory=dict)

    def of(self, folder: Value) -> Values:
        """What a feed in this folder inherits; an empty folder is none."""
        values: Values = self.defaults
        for path in _outermost_first(str(folder)):
            values = _under(self.folders.get(path, {}), values)
        return values

    def resolved(self, own: Values) -> Values:
        """A feed's values: those of its own table, and what it inherits."""
        return _under(own, self.of(own.get("folder", "")))


def read_inheritance(given: Mapping[str, object]) -> tuple[Inheritance, list[Fault]]:
    """The tables of a parsed feeds.toml, and what is wrong with them."""
    defaults = read_table(given.get("defaults", {}), INHERITABLE, ("defaults",))
    folders, faults = _folders(given.get("folder", {}))
    return Inheritance(defaults.values, folders), [*defaults.faults, *faults]


def _folders(given: object) -> tuple[Mapping[str, Values], list[Fault]]:
    if not isinstance(given, dict):
        wrong = f'folder: expected tables such as [folder."News"]; got {shown(given)}'
        return {}, [Fault(("folder",), wrong)]
    folders: dict[str, Values] = {}
    faults: list[Fault] = []
    for name, values in given.items():
        path, table = KINDS["folder"].read(name), _folder(name, values)
        faults += table.faults
        if isinstance(path, Wrong) or path in {"", *folders}:
            faults.append(_no_folder(name, path))
        else:
            folders[str(path)] = table.values
    return folders, faults


def _folder(name: str, values: object) -> Table:
    """A folder's table. One within it is told of: it was meant to be a folder in a folder."""
    if not isinstance(values, dict):
        return read_table(values, INHERITABLE, ("folder", name))
    within = [
        key for key, value in values.items() if isinstance(value, dict) and key not in INHERITABLE
    ]
    own = {key: value for key, value in values.items() if key not in within}
    table = read_table(own, INHERITABLE, ("folder", name))
    return Table(table.values, (*table.faults, *(_nested(name, key) for key in within)))


def _nested(folder: str, name: str) -> Fault:
    place = ("folder", folder, name)
    advice = clean_line(f'a folder in a folder is written as [folder."{folder}/{name}"]')
    return Fault(place, f"{name_of(place)}: {advice}")


def _no_folder(name: str, path: Value | Wrong) -> Fault:
    place = ("folder", name)
    if isinstance(path, str) and path:
        return Fault(place, f"{name_of(place)}: {path} is there already")
    return Fault(place, f"{name_of(place)}: expected {KINDS['folder'].expected}")


def _outermost_first(folder: str) -> Iterator[str]:
    names = folder.split("/") if folder else []
    return ("/".join(names[:depth]) for depth in range(1, len(names) + 1))


def _under(nearer: Values, farther: Values) -> Values:
    """The values of both, of which the nearer ones count; but all tags."""
    around = _tags(farther)
    tags = (*around, *(tag for tag in _tags(nearer) if tag not in around))
    return {**farther, **nearer, **({"tags": tags} if tags else {})}


def _tags(values: Values) -> tuple[str, ...]:
    tags = values.get("tags", ())
    return tags if isinstance(tags, tuple) else ()
