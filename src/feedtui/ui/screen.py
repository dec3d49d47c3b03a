"""The main screen: keys in, the command of each looked up and done.

What the commands do is in `actions`; what is shown, on the stage.
"""

import gc
from collections.abc import Sequence
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
from feedtui.ui.actions.copying import Copying
from feedtui.ui.actions.feeds import Feeds
from feedtui.ui.actions.filtering import Filtering
from feedtui.ui.actions.finding import Finding
from feedtui.ui.actions.headings import Headings
from feedtui.ui.actions.links import Links
from feedtui.ui.actions.marking import Marking
from feedtui.ui.actions.moving import Moving
from feedtui.ui.actions.opening import Opening
from feedtui.ui.actions.program import Program
from feedtui.ui.actions.texts import Texts
from feedtui.ui.desk import Desk
from feedtui.ui.errands import Errands
from feedtui.ui.keymap import Keymap
from feedtui.ui.orders import Orders
from feedtui.ui.outside import Outside
from feedtui.ui.panes.lines import LinesPane
from feedtui.ui.picture import picture_of
from feedtui.ui.rows import RowList
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage

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
        self._stage = stage = Stage(desk, settings.reading)
        self._showing = showing = Showing(self, desk, stage, settings.reading)
        self._errands = errands = Errands(desk, home, stage.say, showing.all)
        outside = Outside(self, home, settings.programs)
        marks = settings.reading.mark_read == "open"
        self._opening = Opening(desk, stage, showing, outside, marks=marks)
        self._links = Links(stage, outside)
        self._finding = Finding(stage)
        self._filtering = Filtering(desk, stage, showing)
        self._orders = Orders(
            stage,
            Moving(desk, stage, showing),
            self._opening,
            self._links,
            Headings(self, stage),
            self._finding,
            Copying(self, desk, stage),
            Marking(desk, stage, showing),
            Texts(self, desk, stage, errands, showing),
            self._filtering,
            Feeds(self, desk, stage, errands, outside),
            Program(self, stage, self._filtering, self.leave),
        )
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

    async def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here.

        A dialog is waited for until it is there, so that it gets the keys that are typed next. Keys
        that were typed before there was anything to move in are kept until there is.
        """
        if self._early is not None:
            self._early.append(key)
            return True
        if self._stage.typing_filter:
            return self._press_in_filter(key)
        if self._stage.typing_words:
            return await self._press_in_words(key)
        if self._links.press(key):
            return True
        return await self._orders.press(key)

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
        self._showing.settle()
        self.app.exit(picture_of(self, self.app.console))

    @on(RowList.Clicked, "#feeds")
    def _feed_clicked(self, message: RowList.Clicked) -> None:
        self._stage.go("feeds")
        self._showing.place(message.index)

    @on(RowList.Clicked, "#entries")
    def _entry_clicked(self, message: RowList.Clicked) -> None:
        self._desk.move_to(message.index)
        self._opening.open()

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

    def on_click(self, event: Click) -> None:
        """A click into the article goes there; the lists tell of theirs themselves."""
        if event.widget is self._stage.article:
            self._stage.go("article")

    def _load(self) -> None:
        try:
            self._desk.start(self._home.subscriptions())
        except FeedtuiError as error:
            self._stage.say(str(error))
        gc.freeze()  # what was read here stays; the collector need not go through it
        self._showing.all()
        self._warn()

    def _look_around(self) -> None:
        try:
            self._errands.look_around()
        except StoreError as error:
            self._stage.say(str(error))
        self._warn()

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
