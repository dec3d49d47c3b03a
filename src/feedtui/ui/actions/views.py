"""Which list is shown: the rivers, the next feed; the next entry of it; what is folded."""

from collections.abc import Callable

from feedtui.query.views import ALL, STARRED, UNREAD, View
from feedtui.ui.desk import Desk
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Views:
    """Commands that go from list to list. `open` opens the entry under the cursor."""

    def __init__(
        self,
        desk: Desk,
        stage: Stage,
        showing: Showing,
        open: Callable[[], None],  # noqa: A002
    ) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing
        self._open = open

    def show_all(self) -> None:
        """All entries."""
        self._show(ALL)

    def show_unread(self) -> None:
        """Those that are unread."""
        self._show(UNREAD)

    def show_starred(self) -> None:
        """Those with a star."""
        self._show(STARRED)

    def next_feed(self, count: int = 1) -> None:
        """The list of the next feed."""
        self._seek_feed(count, 1)

    def previous_feed(self, count: int = 1) -> None:
        """The list of the feed before."""
        self._seek_feed(count, -1)

    def next_entry(self, count: int = 1) -> None:
        """Open the entry below."""
        self._open_beside(count, "this is the last entry of the list")

    def previous_entry(self, count: int = 1) -> None:
        """Open the entry above."""
        self._open_beside(-count, "this is the first entry of the list")

    def fold(self) -> None:
        """Fold the place in the list of feeds, or unfold it."""
        if self._desk.fold(self._desk.place):
            self._showing.all()
        else:
            self._stage.say("there is nothing in it to fold")

    def fold_all(self) -> None:
        """Fold all folders, or unfold them."""
        self._desk.fold_all()
        self._showing.all()

    def clicked_fold(self, index: int) -> None:
        """The fold sign of a place was clicked."""
        self._stage.go("feeds")
        self._desk.fold(index)
        self._showing.all()

    def _show(self, view: View) -> None:
        self._desk.show(view)
        self._shown()

    def _seek_feed(self, count: int, by: int) -> None:
        if self._desk.seek_feed(by, count):
            self._shown()
        else:
            self._stage.say("this is the last feed" if by > 0 else "this is the first feed")

    def _shown(self) -> None:
        """The list that was read is left."""
        self._stage.close_filter()
        if self._stage.at == "article":
            self._stage.go("entries")
        self._showing.all()

    def _open_beside(self, by: int, at_the_end: str) -> None:
        before = self._desk.cursor
        self._desk.move(by)
        if self._desk.cursor == before:
            self._stage.say(at_the_end)
        else:
            self._open()
