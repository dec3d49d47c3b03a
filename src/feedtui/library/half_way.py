"""The entries that were left half-way: looked up once, until another place is remembered.

Lists and counts ask for them often, and there may be a hundred thousand entries to look through.
"""

from collections.abc import Callable, Collection, Sequence

from feedtui.library.marks import POSITION, Marks
from feedtui.library.positions import read_position
from feedtui.model import Item, Marking
from feedtui.query.views import among


class HalfWay:
    """What the positions of `marks` say was left."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._known: list[Item] | None = None

    def forget(self) -> None:
        """Look it up anew: other entries are there, or other places are known."""
        self._known = None

    def heard(self, markings: Sequence[Marking]) -> None:
        """Take in marks that were made elsewhere."""
        if any(marking.field == POSITION for marking in markings):
            self.forget()

    def among(self, river: Callable[[], Sequence[Item]], keep: Collection[str]) -> list[Item]:
        """Those of all entries, the one that was read last first; with those of `keep`."""
        if keep:
            return self._listed(river(), keep)
        if self._known is None:
            self._known = self._listed(river(), keep)
        return self._known

    def _listed(self, items: Sequence[Item], keep: Collection[str]) -> list[Item]:
        read = {
            entry: time
            for entry, time, text in self._marks.positions()
            if entry in keep or ((found := read_position(text)) and found.is_half_way)
        }
        return sorted(among(items, read.keys()), key=lambda item: read[item.id], reverse=True)
