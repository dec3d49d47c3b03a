"""The list of feeds with what the person folded: all of its rows, and those that are shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from feedtui.model import Source
from feedtui.query.places import Place, parent, places, row_of, unfolded
from feedtui.query.views import FOLDED, View


@dataclass(frozen=True, slots=True)
class Tree:
    """`every` row, and the `shown` ones that are left when those of `folded` views are shut."""

    every: tuple[Place, ...] = ()
    folded: frozenset[View] = FOLDED
    shown: tuple[Place, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", unfolded(self.every, self.folded))

    def grown(self, sources: Sequence[Source], tags: Sequence[str]) -> "Tree":
        """The tree of these feeds and tags, folded as this one."""
        return replace(self, every=places(sources, tags))

    def turned(self, view: View) -> "Tree":
        """With one row folded, or unfolded if it is."""
        return replace(self, folded=self.folded ^ {view})

    def turned_all(self) -> "Tree":
        """With all rows folded, or all of them open if they are."""
        holding = frozenset(place.view for place in self.shown if place.fold != "none")
        shut = all(place.fold != "open" for place in self.shown)
        return replace(self, folded=frozenset() if shut else self.folded | holding)

    def place_of(self, view: View) -> Place | None:
        """The row of a view, shown or not."""
        return next((place for place in self.every if place.view == view), None)

    def row_of(self, view: View) -> int:
        """Which of all rows is a view's; the first one for a view without a row."""
        return next((row for row, place in enumerate(self.every) if place.view == view), 0)

    def index_of(self, view: View) -> int:
        """Where a view is shown: in its own row, or in the folded one that it lies in."""
        return row_of(view, self.every, self.shown) or 0

    def parent(self, index: int) -> int | None:
        """The shown row in which a shown row lies."""
        return parent(self.shown, index)
