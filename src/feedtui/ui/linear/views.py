"""Which list there is, in which order, and what of it."""

from feedtui.errors import UsageError
from feedtui.query.sorting import Order
from feedtui.query.views import ALL, STARRED, UNREAD, View
from feedtui.ui.desk import Desk
from feedtui.ui.linear.rounds import Rounds
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.lists.order import ORDER_NAMES


class Views:
    """Commands that change the list. All of them raise StoreError."""

    def __init__(self, desk: Desk, teletype: Teletype, rounds: Rounds) -> None:
        self._desk = desk
        self._teletype = teletype
        self._rounds = rounds

    def show_all(self) -> None:
        """All entries."""
        self._show(ALL)

    def show_unread(self) -> None:
        """Those that are unread."""
        self._show(UNREAD)

    def show_starred(self) -> None:
        """Those with a star."""
        self._show(STARRED)

    def filter(self, words: str = "") -> None:
        """Narrow the list to what the person types."""
        try:
            self._desk.filter(words or self._teletype.ask("filter"))
        except UsageError as error:
            self._teletype.say(str(error))
        else:
            self._rounds.arrive("entries")

    def fold(self) -> None:
        """Shut the folder, or open it."""
        if self._desk.fold(self._desk.place):
            self._rounds.say_again()
        else:
            self._teletype.say("there is nothing in it to fold")

    def hide_read(self) -> None:
        """Leave out what is read, or have it again."""
        hidden = self._desk.turn_hide_read()
        self._teletype.say("lists leave out what is read" if hidden else "lists have all entries")

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

    def _sort(self, order: Order) -> None:
        self._desk.sort(order)
        self._teletype.say(ORDER_NAMES[order])

    def _show(self, view: View) -> None:
        self._desk.show(view)
        self._rounds.arrive("entries")
