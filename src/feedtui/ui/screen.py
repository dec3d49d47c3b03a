"""The main screen: keys in, the desk changed, the stage told.

An action is the method of the command of the same name; it lets the desk do the work and shows the
result. What takes time or network is an errand, which waits for a child process.
"""

import subprocess
from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.events import Click
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import AwaitMount
from textual.widgets import Input

from feedtui.config.settings import Settings
from feedtui.errors import FeedtuiError, StoreError, UsageError
from feedtui.library.home import Home
from feedtui.library.marks import READ, STARRED
from feedtui.library.subscribing import write_first_file
from feedtui.model import WELCOME, Item
from feedtui.ui import browser
from feedtui.ui.arrangement import neighbour, round_trip
from feedtui.ui.commands import ANYWHERE, sequences
from feedtui.ui.desk import Desk
from feedtui.ui.dialogs.add import AddDialog, Wish
from feedtui.ui.dialogs.help import HelpScreen
from feedtui.ui.errands import Errands
from feedtui.ui.heading import with_heading
from feedtui.ui.keys import Sequences
from feedtui.ui.rows import RowList
from feedtui.ui.stage import Stage

SETTLE_AFTER = 1.0
"""Seconds after which a single mark is on the disk, too; a crash can't harm it before."""

PREVIEW_AFTER = 0.06
"""Seconds that the cursor has to rest on an entry before the article pane shows it."""

LOOK_AROUND_EVERY = 2.0
"""Seconds between two looks at what editors and other processes wrote."""


class MainScreen(Screen[None]):
    """Three panes over a desk. `home` is the person's feedtui."""

    def __init__(self, desk: Desk, home: Home, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        self._home = home
        self._settings = settings
        self._stage = Stage(desk, settings.reading.width)
        self._errands = Errands(desk, home, self._stage.say, self._show_all)
        self._sequences = {pane: Sequences(sequences(pane)) for pane in ANYWHERE}
        self._preview: Timer | None = None
        self._settling: Timer | None = None
        self._shown: Item | None = None

    def compose(self) -> ComposeResult:
        """The stage is all there is."""
        yield self._stage

    def on_mount(self) -> None:
        """Paint first; read what is kept afterwards."""
        self._stage.go("entries")
        self.call_after_refresh(self._load)
        self.set_interval(LOOK_AROUND_EVERY, self._look_around)

    async def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here.

        A dialog is waited for until it is there, so that it gets the keys that are typed next.
        """
        if self._stage.typing:
            return self._press_in_filter(key)
        pressed = self._sequences[self._stage.at].press(key)
        if pressed.command:
            self._stage.say("")
            opening: AwaitMount | None = getattr(self, f"action_{pressed.command}")()
            if opening is not None:
                await opening
        return bool(pressed.command or pressed.pending)

    def leave(self) -> None:
        """End the program, with everything on the disk."""
        self._settle()
        self.app.exit()

    # Moving.

    def action_down(self) -> None:
        """A row or a line down."""
        self._move(1)

    def action_up(self) -> None:
        """A row or a line up."""
        self._move(-1)

    def action_page_down(self) -> None:
        """A page down."""
        self._page(1)

    def action_page_up(self) -> None:
        """A page up."""
        self._page(-1)

    def action_top(self) -> None:
        """To the beginning."""
        self._to_edge(-1)

    def action_bottom(self) -> None:
        """To the end."""
        self._to_edge(1)

    def action_left(self) -> None:
        """To the pane on the left."""
        self._stage.go(neighbour(self._stage.at, -1))

    def action_right(self) -> None:
        """To the pane on the right; from the entries that means to open one."""
        if self._stage.at == "entries":
            self._open()
        else:
            self._stage.go(neighbour(self._stage.at, 1))

    def action_next_pane(self) -> None:
        """To the next pane."""
        self._stage.go(round_trip(self._stage.at, 1))

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self._stage.go(round_trip(self._stage.at, -1))

    def action_escape(self) -> None:
        """End the filter, or go back a pane."""
        if self._stage.filtering and self._stage.at == "entries":
            self._end_filter()
        else:
            self.action_left()

    # Reading.

    def action_enter(self) -> None:
        """Go into a feed's entries, or open an entry."""
        if self._stage.at == "feeds":
            self._stage.go("entries")
        else:
            self._open()

    def action_space(self) -> None:
        """Read on: a page further, and from the end to the next unread entry."""
        if self._stage.at != "article":
            self._open()
        elif self._stage.article.at_end:
            self._seek(1)
        else:
            self._stage.article.scroll_pages(1)

    def action_next_unread(self) -> None:
        """Open the next unread entry."""
        self._seek(1)

    def action_previous_unread(self) -> None:
        """Open the unread entry before."""
        self._seek(-1)

    def action_browse(self) -> None:
        """Open the entry's page in the browser."""
        item = self._desk.current
        if item is not None:
            self._stage.say(self._open_outside(item.head.link) or f"opened {item.head.link}")

    # Marking.

    def action_toggle_read(self) -> None:
        """Read, or unread again."""
        self._mark(lambda: self._desk.toggle(READ))

    def action_toggle_star(self) -> None:
        """Starred, or not."""
        self._mark(lambda: self._desk.toggle(STARRED))

    def action_mark_all(self) -> None:
        """Everything in the list is read."""
        self._mark(self._desk.mark_list_read)

    def action_undo(self) -> None:
        """Take back the last marking."""
        self._mark(self._desk.undo)

    # Feeds, and the program.

    def action_filter(self) -> None:
        """Narrow the list as the person types."""
        self._stage.open_filter()

    def action_refresh_feed(self) -> None:
        """Ask one feed: the one whose list this is, or the one whose entry is under the cursor."""
        url = self._desk.feed_here()
        if not url or url == WELCOME:
            self._stage.say("there is no feed here to ask")
        else:
            self._refresh((url,), 1)

    def action_refresh_all(self) -> None:
        """Ask the feeds that are due."""
        self._refresh((), len(self._desk.library.sources))

    def action_add(self) -> AwaitMount:
        """Subscribe to a feed."""
        view = self._desk.view
        folder = view.name if view.kind == "folder" else ""
        return self.app.push_screen(AddDialog(folder), self._wished)

    def action_edit(self) -> None:
        """Edit feeds.toml, and take it as it is afterwards."""
        write_first_file(self._home.places)
        self._run_in_terminal(self._home.editor())
        self._errands.reload()

    def action_help(self) -> AwaitMount:
        """Show what the keys do."""
        return self.app.push_screen(HelpScreen())

    def action_quit(self) -> None:
        """Leave."""
        self.leave()

    # What the widgets say.

    @on(RowList.Clicked, "#feeds")
    def _feed_clicked(self, message: RowList.Clicked) -> None:
        self._stage.go("feeds")
        self._show_place(message.index)

    @on(RowList.Clicked, "#entries")
    def _entry_clicked(self, message: RowList.Clicked) -> None:
        self._desk.move_to(message.index)
        self._open()

    @on(Input.Changed, "#filter")
    def _filter_changed(self, message: Input.Changed) -> None:
        if not self._stage.filtering:
            return
        try:
            self._desk.filter(message.value)
        except UsageError as error:
            self._stage.say(str(error))
            return
        self._show_rows()

    def on_click(self, event: Click) -> None:
        """A click into the article goes there; the lists tell of theirs themselves."""
        if event.widget is self._stage.article:
            self._stage.go("article")

    # How it is done.

    def _load(self) -> None:
        try:
            self._desk.start(self._home.subscriptions())
        except FeedtuiError as error:
            self._stage.say(str(error))
        self._show_all()

    def _look_around(self) -> None:
        try:
            self._errands.look_around()
        except StoreError as error:
            self._stage.say(str(error))

    def _press_in_filter(self, key: str) -> bool:
        if key == "escape":
            self._end_filter()
        elif key in {"enter", "down", "tab"}:
            self._stage.go("entries")
        else:
            return False
        return True

    def _end_filter(self) -> None:
        self._stage.close_filter()
        self._stage.go("entries")
        self._desk.filter("")
        self._show_rows()

    def _move(self, by: int) -> None:
        if self._stage.at == "article":
            self._stage.article.scroll_lines(by)
        elif self._stage.at == "entries":
            self._desk.move(by)
            self._show_cursor()
        else:
            self._show_place(self._desk.place + by)

    def _page(self, by: int) -> None:
        if self._stage.at == "article":
            self._stage.article.scroll_pages(by)
        else:
            rows = self._stage.feeds if self._stage.at == "feeds" else self._stage.entries
            self._move(by * rows.page_length)

    def _to_edge(self, by: int) -> None:
        if self._stage.at == "article":
            self._stage.article.scroll_to_edge(by)
        elif self._stage.at == "entries":
            self._desk.move_to(-1 if by > 0 else 0)
            self._show_cursor()
        else:
            self._show_place(len(self._desk.places) - 1 if by > 0 else 0)

    def _seek(self, by: int) -> None:
        before = self._desk.view
        if not self._desk.seek_unread(by):
            self._stage.say("there is nothing unread")
            return
        if self._desk.view != before:
            self._stage.close_filter()
            self._show_all()
        self._open()

    def _open(self) -> None:
        mark = self._settings.reading.mark_read == "open"
        try:
            item = self._desk.open(mark=mark)
        except StoreError as error:
            self._stage.say(str(error))
            item = self._desk.current
        if item is None:
            return
        self._show_cursor()
        self._show_marks()
        self._stage.go("article")
        self._show_article(item)

    def _mark(self, act: Callable[[], str]) -> None:
        try:
            self._stage.say(act())
        except StoreError as error:
            self._stage.say(str(error))
        self._show_marks()

    def _show_all(self) -> None:
        self._stage.show_places(self._desk.places, self._desk.place)
        self._show_rows()

    def _show_place(self, index: int) -> None:
        self._desk.show_place(index)
        self._stage.feeds.cursor = self._desk.place
        self._stage.close_filter()
        self._show_rows()

    def _show_rows(self) -> None:
        self._stage.show_rows(self._desk.rows, self._desk.cursor)
        self._show_cursor()

    def _show_cursor(self) -> None:
        self._stage.entries.cursor = self._desk.cursor
        self._stage.show_where(self._desk.where())
        self._preview_soon()

    def _show_marks(self) -> None:
        self._stage.show_marks()
        self._stage.show_where(self._desk.where())
        if self._settling is None:
            self._settling = self.set_timer(SETTLE_AFTER, self._settle)

    def _settle(self) -> None:
        self._settling = None
        try:
            self._desk.library.settle()
        except StoreError as error:
            self._stage.say(str(error))

    def _preview_soon(self) -> None:
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.set_timer(PREVIEW_AFTER, self._show_preview)

    def _show_preview(self) -> None:
        self._preview = None
        item = self._desk.current
        if item is not None and self._stage.shows_article and self._stage.at != "article":
            self._show_article(item)

    def _show_article(self, item: Item) -> None:
        if self._shown == item:
            return
        self._shown = item
        try:
            body = self._desk.library.body(item)
        except StoreError as error:
            self._stage.say(str(error))
            body = None
        base = (body.base if body else "") or item.head.link
        from feedtui.article.reader import read  # after the first paint, which needs no parser

        self._stage.show_article(read(with_heading(item, body), base))

    def _refresh(self, feeds: tuple[str, ...], expected: int) -> None:
        if any(worker.group == "refresh" and worker.is_running for worker in self.workers):
            self._stage.say("a refresh is under way")
            return
        self.run_worker(self._errands.refresh(feeds, expected), group="refresh")

    def _wished(self, wish: Wish | None) -> None:
        if wish is not None:
            self.run_worker(self._errands.subscribe(wish), group="subscribe")

    def _open_outside(self, link: str) -> str:
        environment = self._home.environment
        command = browser.opener(link, self._settings.programs.browser, environment)
        if isinstance(command, str):
            return command
        if not browser.needs_terminal(environment):
            return browser.start(command)
        self._run_in_terminal(command)
        return ""

    def _run_in_terminal(self, command: list[str]) -> None:
        with self.app.suspend():
            try:
                subprocess.run(command, check=False)
            except OSError as error:
                self._stage.say(f"{command[0]} can't be started: {error.strerror}")
