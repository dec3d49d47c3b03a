"""What lies on the desk, shown on the stage: lists at once, articles when they are looked at."""

from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.timer import Timer

from feedtui.article.document import Document
from feedtui.article.placing import Place
from feedtui.clean import SafeText
from feedtui.config.settings import Reading
from feedtui.errors import StoreError
from feedtui.library.texts import Text, Which
from feedtui.model import Body, Item
from feedtui.ui.desk import Desk
from feedtui.ui.stage import Stage
from feedtui.ui.visits import Stop, Visits

SETTLE_AFTER = 1.0
"""Seconds after which a single mark is on the disk, too; a crash can't harm it before."""

PREVIEW_AFTER = 0.06
"""Seconds that the cursor has to rest on an entry before the article pane shows it."""


class Showing:
    """Shows the desk, with the timers of the `screen`, as the settings of `reading` say.

    `visits` are those of articles. While something else stands in an article's place, or its other
    text, the place in it is kept.
    """

    def __init__(self, screen: Screen[None], desk: Desk, stage: Stage, reading: Reading) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._reading = reading
        self._preview: Timer | None = None
        self._settling: Timer | None = None
        self._place: Place | None = None
        self._which: Which = "feed"
        self._places: dict[Which, Place] = {}
        self.visits = Visits(desk, stage.article)

    def use(self, reading: Reading) -> None:
        """Read articles as other settings say from now on."""
        self._reading = reading

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
        self._stage.entries.point(self._desk.cursor)
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
        """Show an entry's article where reading it stopped, if it isn't there."""
        shown = self.visits.item
        if shown is None or not _is_same(shown, item):
            self.leave_article()
            self._places.clear()
            self._show(item, self.visits.begin(item))

    def again(self, item: Item) -> None:
        """Another text of an entry is wanted, if it is still the one that is shown."""
        shown = self.visits.item
        if shown is not None and shown.id == item.id:
            self._places[self._which] = self._stage.article.stand.place
            text = self._text(item)
            self._show_text(item, text, self._places.get(text.which, Place()))

    def instead(self, read: Callable[[], Document], meanwhile: Document) -> None:
        """Show something else in the place of the article, to which `restore` goes back."""
        self._note()
        if self._place is None:
            self._place = self._stage.article.stand.place
        self._stage.show_article(read, meanwhile)

    @property
    def stands_in(self) -> bool:
        """Whether something else is in the place of the article."""
        return self._place is not None

    def restore(self) -> bool:
        """Show the article again where it was, if something else is in its place; whether."""
        item, place = self.visits.item, self._place
        if item is None or place is None:
            return False
        self._show(item, place)
        return True

    def return_to(self, stop: Stop) -> None:
        """Show an entry to which the way back leads, as it was."""
        self.leave_article()
        self.visits.begin_again(stop)
        self._show(stop.item, stop.place)
        self._stage.article.jumps = stop.jumps

    def read_on(self) -> None:
        """Something else of the article is in sight: it may be the end, which may mark it read."""
        item = self.visits.item
        if item is None or self._place is not None or self._stage.at != "article":
            return
        self.visits.open()
        if self.visits.see_end() and self._reading.mark_read == "end":
            self._mark_read(item)

    def leave_article(self) -> None:
        """The person goes elsewhere, or ends the program: remember where reading stopped."""
        if not self.restore():
            self._note()

    def _mark_read(self, item: Item) -> None:
        try:
            self._desk.mark_read(item)
        except StoreError as error:
            self._stage.say(str(error))
        self.marks()

    def _note(self) -> None:
        if self._place is not None:
            return
        try:
            self.visits.note()
        except StoreError as error:
            self._stage.say(str(error))

    def _show(self, item: Item, place: Place) -> None:
        self._show_text(item, self._text(item), place)

    def _show_text(self, item: Item, text: Text, place: Place) -> None:
        self._place, self._which = None, text.which
        from feedtui.ui.heading import headed, remark_of, short_of  # after the first paint

        how = self._stage.keymap.how("full_text")
        remark = remark_of(text, how)
        article = partial(_article, item, text.body, remark, self._reading)
        meanwhile = headed(item, Document(), remark)
        self._stage.show_article(article, meanwhile, place, short_of(text, how))

    def _text(self, item: Item) -> Text:
        try:
            return self._desk.text(item)
        except StoreError as error:
            self._stage.say(str(error))
            return Text(None)


def _is_same(item: Item, other: Item) -> bool:
    """Whether what is shown of an entry is what would be shown; its feed may have been asked."""
    return item.head == other.head and item.source.title == other.source.title


def _article(item: Item, body: Body | None, remark: SafeText, reading: Reading) -> Document:
    """The article as it is shown. It is read in a thread, and knows nothing but its arguments."""
    from feedtui.article.reader import read
    from feedtui.ui.heading import NOT_KEPT, headed

    if body is None:
        return headed(item, NOT_KEPT, remark)
    base = body.base or item.head.link
    return headed(item, read(body.html, base, reading.trackers), remark)
