"""config.toml, written while the screen is open.

What can change at once does; of the rest it is said that the next start brings it. With a mistake
in the file nothing changes, and the mistake is shown with its line.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass

from feedtui.clean import clean
from feedtui.config.bound import Bound
from feedtui.config.settings import Settings
from feedtui.errors import FeedtuiError
from feedtui.library.home import Home
from feedtui.ui.stamps import stamp

_OF_CHILDREN = frozenset({"fetch", "keep", "hosts"})
"""Tables that only children of the screen read, and those read them anew."""

_MOST_NAMED = 4

Use = Callable[[Settings], Callable[[], object]]
"""Checks settings for a part of the screen, and gives what has it follow them from now on.

Raises FeedtuiError for those that can't be used.
"""


class Live:
    """The settings that count. `uses` are by the names of settings, or of whole tables."""

    def __init__(
        self, home: Home, settings: Settings, uses: Mapping[str, Use], tell: Callable[[str], None]
    ) -> None:
        self._home = home
        self._settings = settings
        self._uses = uses
        self._tell = tell
        self._written = stamp(home.places.settings)

    def look(self) -> None:
        """Take the file as it is now, if it was written since the last look."""
        if stamp(self._home.places.settings) == self._written:
            return
        self._written = stamp(self._home.places.settings)
        try:
            self._take(self._home.settings())
        except FeedtuiError as error:
            self._tell(f"{clean(str(error))}\n(nothing is changed)")

    def _take(self, settings: Settings) -> None:
        changed = differing(self._settings, settings)
        used = {use: None for name in changed if (use := self._use(name)) is not None}
        for follow in [use(settings) for use in used]:
            follow()
        self._settings = settings
        if changed:
            self._tell(self._sentence(changed))

    def _use(self, name: str) -> Use | None:
        return self._uses.get(name) or self._uses.get(_table(name))

    def _sentence(self, changed: tuple[str, ...]) -> str:
        at_once = [name for name in changed if self._use(name) or _table(name) in _OF_CHILDREN]
        later = [name for name in changed if name not in at_once]
        said = (
            f"taken over from config.toml: {_named(at_once)}" if at_once else "",
            f"from the next start on: {_named(later)}" if later else "",
        )
        return "; ".join(filter(None, said))


def differing(before: Settings, after: Settings) -> tuple[str, ...]:
    """The names of the settings that differ, such as `reading.width`; tables of free names as one.

    Keys that stand on other lines are the same.
    """
    pairs = [
        (table.name, getattr(before, table.name), getattr(after, table.name))
        for table in fields(Settings)
    ]
    return tuple(name for pair in pairs for name in _differing(*pair))


def _differing(table: str, old: object, new: object) -> list[str]:
    if isinstance(old, Bound) and isinstance(new, Bound):
        return [table] if _words(old) != _words(new) else []
    if not is_dataclass(old):
        return [table] if old != new else []
    names = (each.name for each in fields(old))
    return [f"{table}.{name}" for name in names if getattr(old, name) != getattr(new, name)]


def _words(bound: Bound) -> tuple[object, ...]:
    """What keys and macros say, wherever it stands."""
    tables = ({"": bound.preset}, bound.keys, bound.macros)
    return tuple(
        {name: (line.words, line.listed) for name, line in table.items()} for table in tables
    )


def _table(name: str) -> str:
    return name.partition(".")[0]


def _named(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
