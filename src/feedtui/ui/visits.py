"""Where the person has been: the place in each article, and the way back from one to the next.

A place is kept for good when an article is left half-way, and nowhere else: not while it is
scrolled, and not for what was only looked at beside the list. What was opened is also a step of the
way, which goes back to the entry and to the place in it.
"""

from dataclasses import dataclass

from feedtui.article.placing import Place
from feedtui.library.positions import Position, after_visit
from feedtui.model import Item
from feedtui.query.views import View
from feedtui.ui.desk import Desk
from feedtui.ui.panes.article import ArticlePane

MOST_STOPS = 100
"""Entries that can be gone back to."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An entry that was read, in which list, at which place, and the jumps that led there."""

    item: Item
    view: View
    place: Place
    jumps: tuple[Place, ...] = ()


class Visits:
    """The visit of the article that is shown, and the ones before. `item` is what is visited."""

    def __init__(self, desk: Desk, article: ArticlePane) -> None:
        self._desk = desk
        self._article = article
        self._stops: list[Stop] = []
        self._began = Place()
        self._view = desk.view
        self._opened = False
        self._seen = False
        self.item: Item | None = None

    def begin(self, item: Item) -> Place:
        """Visit an entry, after another or anew; the place to begin at."""
        if self.item is not None and self.item.id == item.id:
            self.item = item
            return self._article.stand.place
        if self.item is not None and self._opened:
            self._stops = [*self._stops, self._stop(self.item)][-MOST_STOPS:]
        return self._begin(item, _place(self._desk.library.position(item)))

    def begin_again(self, stop: Stop) -> None:
        """Visit an entry to which the way back leads."""
        self._begin(stop.item, stop.place)

    def open(self) -> None:
        """Take in that the person reads what is shown."""
        self._opened = True

    def see_end(self) -> bool:
        """Whether the end of what is read is in sight, and wasn't during this visit."""
        if self._seen or not self._opened or not self._article.at_end:
            return False
        self._seen = True
        return True

    def last_stop(self) -> Stop | None:
        """The last step of the way, which is no more a part of it; None where it begins."""
        return self._stops.pop() if self._stops else None

    def note(self) -> None:
        """Remember the place, if the entry is left half-way. Raises StoreError."""
        item, (place, percent) = self.item, self._article.stand
        if item is None or not (self._opened or place != self._began):
            return
        library = self._desk.library
        now = Position(place.block, place.characters, percent)
        position = after_visit(library.position(item), now)
        if position is not None:
            library.set_position(item, position)

    def _begin(self, item: Item, place: Place) -> Place:
        self.item, self._began, self._view = item, place, self._desk.view
        self._opened = self._seen = False
        return place

    def _stop(self, item: Item) -> Stop:
        return Stop(item, self._view, self._article.stand.place, self._article.jumps)


def _place(position: Position | None) -> Place:
    """Where to go on reading; what was read to its end begins anew."""
    if position is None or not position.is_half_way:
        return Place()
    return Place(position.block, position.characters)
