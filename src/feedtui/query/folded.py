"""What is said of a list's entries, without case, for a query that grows letter by letter.

Folding a hundred thousand titles takes longer than a person should wait for a letter; looking
through folded ones doesn't. So a list is folded once, in slices, while nothing else is to be done,
and searched as often as a letter is typed.
"""

from collections.abc import Sequence

from feedtui.model import Item

_SLICE = 4000
_BETWEEN = "\x1f"
"""Stands between title, author and feed; no clean text has it, so no word spans two of them."""


class Folded:
    """For each entry its title, its author and its feed's title in one string, case-folded."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._texts: list[str] = []

    def fold_some(self) -> bool:
        """Fold a slice of the list; whether there is more to fold."""
        start = len(self._texts)
        self._texts += map(_folded, self._items[start : start + _SLICE])
        return len(self._texts) < len(self._items)

    def texts(self) -> list[str]:
        """All of them, in the order of the list; what wasn't folded yet is folded now."""
        while len(self._texts) < len(self._items):
            self.fold_some()
        return self._texts


def _folded(item: Item) -> str:
    head = item.head
    return f"{head.title}{_BETWEEN}{head.author}{_BETWEEN}{item.source.title}".casefold()
