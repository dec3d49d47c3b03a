"""What lies on the desk, shown on the stage: lists at once, articles when they are looked at."""

from functools import partial

from textual.screen import Screen
from textual.timer import Timer

from feedtui.article.document import Document
from feedtui.clean import SafeText
from feedtui.config.settings import Reading
from feedtui.errors import StoreError
from feedtui.library.texts import Text
from feedtui.model import Body, Item
from feedtui.ui.desk import Desk
from feedtui.ui.stage import Stage

SETTLE_AFTER = 1.0
"""Seconds after which a single mark is on the disk, too; a crash can't harm it before."""

PREVIEW_AFTER = 0.06
"""Seconds that the cursor has to rest on an entry before the article pane shows it."""


class Showing:
    """Shows the desk, with the timers of the `screen`, as the settings of `reading` say."""

    def __init__(self, screen: Screen[None], desk: Desk, stage: Stage, reading: Reading) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._reading = reading
        self._preview: Timer | None = None
        self._settling: Timer | None = None
        self._shown: Item | None = None

    def all(self) -> None:
        """The lists have changed."""
        self._stage.show_places(self._desk.places, self._desk.place)
        self.rows()

    def place(self, index: int) -> None:
        """Another place's list is wanted."""
        self._desk.show_place(index)
        self._stage.feeds.cursor = self._desk.place
        self._stage.close_filter()
        self.rows()

    def rows(self) -> None:
        """The list of entries has changed."""
        self._stage.show_rows(self._desk.rows, self._desk.cursor)
        self.cursor()

    def cursor(self) -> None:
        """The cursor is on another entry, which is shown when it rests there."""
        self._stage.entries.cursor = self._desk.cursor
        self._stage.show_where(self._desk.where())
        if self._preview is not None:
            self._preview.stop()
        self._preview = self._screen.set_timer(PREVIEW_AFTER, self.preview)

    def marks(self) -> None:
        """Marks have changed, and will be on the disk soon."""
        self._stage.show_marks()
        self._stage.show_where(self._desk.where())
        if self._settling is None:
            self._settling = self._screen.set_timer(SETTLE_AFTER, self.settle)

    def settle(self) -> None:
        """See to it that marks are on the disk."""
        self._settling = None
        try:
            self._desk.library.settle()
        except StoreError as error:
            self._stage.say(str(error))

    def preview(self) -> None:
        """Show the entry under the cursor beside the list, if there is room and nothing is read."""
        if self._preview is not None:
            self._preview.stop()
            self._preview = None
        item = self._desk.current
        if item is not None and self._stage.shows_article and self._stage.at != "article":
            self.article(item)

    def article(self, item: Item) -> None:
        """Show an entry's article, if it isn't there."""
        if self._shown == item:
            return
        self._shown = item
        text = self._text(item)
        from feedtui.ui.heading import headed, remark_of  # after the first paint

        remark = remark_of(text)
        article = partial(_article, item, text.body, remark, self._reading)
        self._stage.show_article(article, headed(item, Document(), remark))

    def again(self, item: Item) -> None:
        """Another text of an entry is wanted, if it is still the one that is shown."""
        if self._shown is not None and self._shown.head.id == item.head.id:
            self._shown = None
            self.article(item)

    def _text(self, item: Item) -> Text:
        try:
            return self._desk.text(item)
        except StoreError as error:
            self._stage.say(str(error))
            return Text(None)


def _article(item: Item, body: Body | None, remark: SafeText, reading: Reading) -> Document:
    """The article as it is shown. It is read in a thread, and knows nothing but its arguments."""
    from feedtui.article.reader import read
    from feedtui.ui.heading import NOT_KEPT, headed

    if body is None:
        return headed(item, NOT_KEPT, remark)
    base = body.base or item.head.link
    return headed(item, read(body.html, base, reading.trackers), remark)
