"""The main screen: keys in, the command of each looked up and done.

What the commands do is in `actions`; what is shown, on the stage.
"""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.events import Click
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from feedtui.clean import clean
from feedtui.config.settings import Settings
from feedtui.errors import FeedtuiError, StoreError
from feedtui.library.home import Home
from feedtui.query.views import ALL
from feedtui.store.leaving import keep_left, read_left
from feedtui.ui.actions.copying import Copying
from feedtui.ui.actions.feeds import Feeds
from feedtui.ui.actions.filtering import Filtering
from feedtui.ui.actions.finding import Finding
from feedtui.ui.actions.headings import Headings
from feedtui.ui.actions.health import Care
from feedtui.ui.actions.links import Links
from feedtui.ui.actions.looks import Looks
from feedtui.ui.actions.marking import Marking
from feedtui.ui.actions.moving import Moving
from feedtui.ui.actions.opening import Opening
from feedtui.ui.actions.ordering import Ordering
from feedtui.ui.actions.passing import Passing
from feedtui.ui.actions.program import Program
from feedtui.ui.actions.selecting import Selecting
from feedtui.ui.actions.tagging import Tagging
from feedtui.ui.actions.texts import Texts
from feedtui.ui.actions.trail import Trail
from feedtui.ui.actions.versions import Versions
from feedtui.ui.actions.views import Views
from feedtui.ui.bars import FooterBar
from feedtui.ui.clipboard import Clipboard
from feedtui.ui.desk import Desk
from feedtui.ui.errands import Errands
from feedtui.ui.keymap import Keymap, sequence_of
from feedtui.ui.live import Live
from feedtui.ui.notices import Notices
from feedtui.ui.orders import Orders
from feedtui.ui.outside import Outside
from feedtui.ui.panes.article import ArticlePane
from feedtui.ui.panes.feeds import FeedsPane
from feedtui.ui.panes.lines import LinesPane
from feedtui.ui.picture import picture_of
from feedtui.ui.rows import RowList
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage
from feedtui.ui.uses import Uses

LOOK_AROUND_EVERY = 1.9
"""Seconds between two looks at what editors and other processes wrote."""


class MainScreen(Screen[None]):
    """Three panes over a desk. `home` is the person's feedtui, `warnings` what it warned of."""

    def __init__(
        self, desk: Desk, home: Home, settings: Settings, warnings: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._warnings = warnings
        self._told = 0
        self._desk = desk
        self._home = home
        self._settings = settings
        self._left = read_left(home.places.left)
        self._stage = stage = Stage(desk, settings.reading, self._left.panes)
        self._showing = showing = Showing(self, desk, stage, settings.reading)
        self.notices = Notices(self, settings, home.environment, stage.say)
        self._errands = errands = Errands(desk, home, stage.say, showing.all, self._tell_news)
        outside = Outside(self, home, settings.programs)
        clipboard = Clipboard(self, settings.programs.copy, home.environment, stage.say)
        marks = settings.reading.mark_read == "open"
        self._opening = Opening(desk, stage, showing, outside, marks=marks)
        self._views = Views(desk, stage, showing, self._opening.open)
        self._picking = Selecting(desk, stage, showing)
        self._links = Links(stage, outside)
        self._finding = Finding(stage)
        self._filtering = Filtering(desk, stage, showing)
        self._feeds = Feeds(self, desk, stage, showing, errands, outside)
        self._orders = Orders(
            self,
            stage,
            Moving(desk, stage, showing),
            self._opening,
            self._links,
            Headings(self, stage),
            self._finding,
            Copying(self, desk, stage, clipboard),
            Marking(self, desk, stage, showing, errands.look_around),
            Tagging(self, desk, stage, showing),
            Ordering(desk, stage, showing),
            self._views,
            self._picking,
            Texts(self, desk, stage, errands, showing),
            Trail(desk, stage, showing),
            Versions(desk, stage, showing, settings.reading.trackers),
            Passing(self, desk, stage, outside),
            Looks(self, stage, home),
            self._filtering,
            self._feeds,
            Care(self, desk, errands, outside, self._feeds),
            Program(self, stage, self._filtering, self.leave),
        )
        uses = Uses(self, home, desk, stage, showing, self._opening, self._feeds, self.use_keys)
        self._live = Live(home, settings, uses.by_name(), stage.say)
        self._early: list[str] | None = []

    def compose(self) -> ComposeResult:
        """The stage is all there is."""
        yield self._stage

    async def on_mount(self) -> None:
        """Read what is kept before anything is painted; then do what was typed meanwhile."""
        self._stage.go("entries")
        self._load()
        early, self._early = self._early, None
        for key in early or ():
            await self.press(key)
        self.set_interval(LOOK_AROUND_EVERY, self._look_around)
        self._feeds.begin(self._settings.refresh)

    async def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it was taken, as all are but what is typed.

        The toolkit has meanings of its own for some, which nobody could unbind. A dialog is waited
        for until it is there, so that it gets the keys that are typed next. Keys that were typed
        before there was anything to move in are kept until there is.
        """
        if self._early is not None:
            self._early.append(key)
            return True
        if self._stage.typing_filter:
            return self._press_in_filter(key)
        if self._stage.typing_words:
            return await self._press_in_words(key)
        if not self._links.press(key):
            await self._orders.press(key)
        return True

    def use_keys(self, keymap: Keymap) -> None:
        """Take these keys from now on."""
        self._orders.use(keymap)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is under the mouse, and which text: an article's pane knows that by itself."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        if isinstance(widget, LinesPane):
            corner = widget.content_region.offset
            return widget, widget.text_at(x - corner.x, y - corner.y)
        return widget, offset

    def leave(self) -> None:
        """End the program, with everything on the disk."""
        self._showing.leave_article()
        self._showing.settle()
        left = replace(self._left, panes=self._stage.wanted, lists=self._desk.left())
        keep_left(self._home.places.left, left)
        self.app.exit(picture_of(self, self.app.console))

    @on(RowList.Clicked, "#feeds")
    def _feed_clicked(self, message: RowList.Clicked) -> None:
        self._stage.go("feeds")
        self._showing.place(message.index)

    @on(RowList.Clicked, "#entries")
    def _entry_clicked(self, message: RowList.Clicked) -> None:
        if message.how == "one":
            self._picking.clicked_one(message.index)
        elif message.how == "up to":
            self._picking.clicked_up_to(message.index)
        else:
            self._desk.move_to(message.index)
            self._opening.open()

    @on(FeedsPane.Folded)
    def _fold_clicked(self, message: FeedsPane.Folded) -> None:
        self._views.clicked_fold(message.index)

    @on(ArticlePane.Moved)
    def _article_moved(self) -> None:
        self._showing.read_on()

    @on(ArticlePane.Left)
    def _article_left(self) -> None:
        self._showing.leave_article()

    @on(LinesPane.Clicked)
    def _goal_clicked(self, message: LinesPane.Clicked) -> None:
        self._stage.go("article")
        self._links.clicked(message.goal)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, message: Input.Changed) -> None:
        self._filtering.typed(message.value)

    @on(Input.Changed, "#words")
    def _words_changed(self, message: Input.Changed) -> None:
        self._finding.typed(message.value)

    @on(FooterBar.Pressed)
    async def _keys_clicked(self, message: FooterBar.Pressed) -> None:
        for key in sequence_of(message.keys).split():
            await self.press(key)

    def on_click(self, event: Click) -> None:
        """A click into the article goes there; the lists tell of theirs themselves."""
        if event.widget is self._stage.article:
            self._stage.go("article")

    def _load(self) -> None:
        try:
            self._desk.start(self._home.subscriptions(), self._left.lists)
        except FeedtuiError as error:
            self._stage.say(str(error))
        gc.freeze()  # what was read here stays; the collector need not go through it
        self._filtering.take_up()
        self._showing.all()
        self._warn()
        self.retitle()

    def retitle(self) -> None:
        """Have the window's title say how much is unread."""
        self.notices.retitle(self._desk.library.counts(ALL).unread)

    def _tell_news(self, new: Mapping[str, int]) -> None:
        self.notices.tell(new, self._desk.subscriptions, self._desk.library.sources)

    def _look_around(self) -> None:
        try:
            self._errands.look_around()
            self._live.look()
        except StoreError as error:
            self._stage.say(str(error))
        self._warn()
        self.retitle()

    def _warn(self) -> None:
        """Show the latest warning, if there is a new one; all of them are printed at the end."""
        if len(self._warnings) > self._told:
            self._told = len(self._warnings)
            self._stage.say(clean(self._warnings[-1]))

    def _press_in_filter(self, key: str) -> bool:
        if key == "escape":
            self._filtering.end()
        elif key in {"enter", "down", "tab"}:
            self._stage.go("entries")
        else:
            return False
        return True

    async def _press_in_words(self, key: str) -> bool:
        if key == "escape":
            await self._finding.leave()
        elif key in {"enter", "tab"}:
            await self._finding.keep()
        else:
            return False
        return True
