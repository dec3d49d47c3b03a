"""How the entries of a list are laid out: their order, their parts, with read ones or without."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedtui.config.settings import Settings
from feedtui.model import Item
from feedtui.query.grouping import Grouping, Part, arranged, parts
from feedtui.query.sorting import Order
from feedtui.query.views import View

ORDER_NAMES: Mapping[Order, str] = {
    "newest": "newest first",
    "oldest": "oldest first",
    "feed": "by feed",
    "title": "by title",
    "unread": "unread first",
}

GROUPING_NAMES: Mapping[Grouping, str] = {
    "none": "in one piece",
    "day": "day by day",
    "feed": "feed by feed",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """The person's wishes for all lists."""

    order: Order = "newest"
    grouping: Grouping = "none"
    hide_read: bool = False

    @classmethod
    def of(cls, settings: Settings) -> "Layout":
        """The wishes that config.toml says."""
        return cls(settings.lists.order, settings.lists.group, settings.reading.hide_read)

    def grouping_of(self, view: View) -> Grouping:
        """Into which parts a list is divided; that of one feed isn't by feed."""
        if view.kind == "started" or (view.kind == "feed" and self.grouping == "feed"):
            return "none"
        return self.grouping

    def hides_read(self, view: View) -> bool:
        """Whether a list leaves out what is read; stars stay in sight."""
        return self.hide_read and view.kind not in {"starred", "hidden", "started"}

    def lay_out(self, view: View, river: Sequence[Item], read: frozenset[str]) -> list[Item]:
        """A river in the person's order. `read` ones are last where unread ones come first.

        What is to be continued stays in the order in which it was read.
        """
        if view.kind == "started":
            return list(river)
        return arranged(river, self.order, self.grouping_of(view), read)

    def parts(self, view: View, rows: Sequence[Item]) -> tuple[Part, ...]:
        """The parts of rows that were laid out."""
        return parts(rows, self.grouping_of(view))
