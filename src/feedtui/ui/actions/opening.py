"""Opening entries: the one under the cursor, the next unread one, and its page outside."""

from feedtui.errors import StoreError
from feedtui.ui.desk import Desk
from feedtui.ui.outside import Outside
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Opening:
    """Commands that go from the lists into the articles. `marks` is whether opening marks read."""

    def __init__(
        self, desk: Desk, stage: Stage, showing: Showing, outside: Outside, *, marks: bool
    ) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing
        self._outside = outside
        self.marks = marks

    def enter(self) -> None:
        """Go into a feed's entries, or open an entry."""
        if self._stage.at == "feeds":
            self._stage.go("entries")
        else:
            self.open()

    def right(self) -> None:
        """To the pane on the right, or into what is folded; from the entries, open one."""
        if self._stage.at == "feeds" and self._desk.unfold():
            self._showing.all()
        elif self._stage.at == "feeds":
            self._stage.go("entries")
        elif self._stage.at == "entries":
            self.open()

    def space(self) -> None:
        """Read on: a page further, and from the end to the next unread entry."""
        if self._stage.at != "article":
            self.open()
        elif self._stage.article.at_end:
            self._seek(1)
        else:
            self._stage.article.scroll_pages(1)

    def next_unread(self, count: int = 1) -> None:
        """Open the next unread entry, or the next but some."""
        self._seek(1, count)

    def previous_unread(self, count: int = 1) -> None:
        """Open the unread entry before, or one before that."""
        self._seek(-1, count)

    def browse(self) -> None:
        """Open the entry's page in the browser."""
        item = self._desk.current
        if item is not None:
            self._stage.say(self._outside.open(item.head.link))

    def open(self) -> None:
        """Open the entry under the cursor."""
        try:
            item = self._desk.open(mark=self.marks)
        except StoreError as error:
            self._stage.say(str(error))
            item = self._desk.current
        if item is None:
            return
        self._showing.cursor()
        self._showing.marks()
        self._stage.go("article")
        self._showing.article(item)
        self._showing.read_on()

    def _seek(self, by: int, count: int = 1) -> None:
        before = self._desk.view
        if not self._desk.seek_unread(by, count):
            self._stage.say("there is nothing unread")
            return
        if self._desk.view != before:
            self._stage.close_filter()
            self._showing.all()
        self.open()
