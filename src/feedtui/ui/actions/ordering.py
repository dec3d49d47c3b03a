"""How lists are laid out for now: their order, their parts, with what is read or without it."""

from feedtui.query.grouping import Grouping
from feedtui.query.sorting import Order
from feedtui.ui.desk import Desk
from feedtui.ui.lists.order import GROUPING_NAMES, ORDER_NAMES
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Ordering:
    """Commands for all lists until the program ends; config.toml says how it begins."""

    def __init__(self, desk: Desk, stage: Stage, showing: Showing) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def newest_first(self) -> None:
        """By date, downwards."""
        self._sort("newest")

    def oldest_first(self) -> None:
        """By date, upwards."""
        self._sort("oldest")

    def sort_by_feed(self) -> None:
        """By the name of the feed."""
        self._sort("feed")

    def sort_by_title(self) -> None:
        """By title."""
        self._sort("title")

    def unread_first(self) -> None:
        """Unread ones before those that are read."""
        self._sort("unread")

    def group_by_day(self) -> None:
        """A part for each day."""
        self._group("day")

    def group_by_feed(self) -> None:
        """A part for each feed."""
        self._group("feed")

    def ungroup(self) -> None:
        """No parts."""
        self._group("none")

    def hide_read(self) -> None:
        """Leave out what is read, or show it again."""
        hidden = self._desk.turn_hide_read()
        self._stage.say(
            "lists leave out what is read" if hidden else "lists show what is read, too"
        )
        self._showing.rows()

    def _sort(self, order: Order) -> None:
        self._desk.sort(order)
        self._stage.say(ORDER_NAMES[order])
        self._showing.rows()

    def _group(self, grouping: Grouping) -> None:
        self._desk.group(grouping)
        self._stage.say(GROUPING_NAMES[grouping])
        self._showing.rows()
