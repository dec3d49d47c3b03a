"""Entries that are picked for what will be done to all of them: single ones, and a range.

Entries are picked by their ids, so a refresh or a filter changes nothing. A range is still being
drawn: it reaches from where it was begun to the cursor.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feedtui.model import Item
from feedtui.query.views import ids_of


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids of `picked` entries; rows `anchor` and `cursor` are the ends of the range, if any."""

    picked: frozenset[str] = frozenset()
    anchor: int | None = None
    cursor: int = 0

    def __bool__(self) -> bool:
        return bool(self.picked) or self.anchor is not None

    def has(self, item: Item, index: int) -> bool:
        """Whether an entry, which stands in this row, is picked."""
        return item.id in self.picked or index in self._range

    def ids(self, rows: Sequence[Item]) -> frozenset[str]:
        """The ids of all that is picked, the range included."""
        return self.picked | ids_of(rows[self._range.start : self._range.stop])

    def count(self, rows: Sequence[Item]) -> int:
        """How many entries are picked."""
        return len(self.ids(rows)) if self.picked else len(self._range)

    def begun(self) -> "Selection":
        """With a range that begins under the cursor."""
        return replace(self, anchor=self.cursor)

    def ended(self, rows: Sequence[Item]) -> "Selection":
        """With the entries of the range picked, so that another can be begun."""
        return Selection(self.ids(rows), None, self.cursor)

    def toggled(self, rows: Sequence[Item]) -> "Selection":
        """With the entry under the cursor picked, or not any more; a range ends first."""
        ended = self.ended(rows)
        return replace(ended, picked=ended.picked ^ {rows[self.cursor].id})

    @property
    def _range(self) -> range:
        if self.anchor is None:
            return range(0)
        low, high = sorted((self.anchor, self.cursor))
        return range(low, high + 1)
