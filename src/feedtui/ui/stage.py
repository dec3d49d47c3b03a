"""What stands on the main screen: the panes, the filter's line, the bars; and how they are shown.

The stage shows what the screen hands it and decides nothing about feeds or entries.
"""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from feedtui.article.document import Document
from feedtui.model import Item
from feedtui.query.views import Place
from feedtui.ui.arrangement import shown_panes
from feedtui.ui.bars import FooterBar, StatusBar
from feedtui.ui.commands import Pane
from feedtui.ui.desk import Desk
from feedtui.ui.panes.article import ArticlePane
from feedtui.ui.panes.entries import EntriesPane
from feedtui.ui.panes.feeds import FeedsPane


class Stage(Vertical):
    """The widgets of the main screen. `at` is the pane that has the keyboard."""

    def __init__(self, desk: Desk, widest: int) -> None:
        super().__init__(id="stage")
        self.at: Pane = "entries"
        self.feeds = FeedsPane(desk.counts)
        self.entries = EntriesPane(desk)
        self.article = ArticlePane(widest)
        self._middle = Vertical(id="middle")
        self._filter = Input(id="filter", placeholder="words, is:unread, feed:NAME, tag:NAME")
        self._status = StatusBar()
        self._footer = FooterBar()

    def compose(self) -> ComposeResult:
        """The panes side by side, and the two bars below them."""
        with Horizontal(id="panes"):
            yield self.feeds
            with self._middle:
                yield self.entries
                yield self._filter
            yield self.article
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """The filter's line is there when it is asked for."""
        self._filter.display = False

    def on_resize(self) -> None:
        """Three panes, two, or one."""
        self._arrange()

    def go(self, pane: Pane) -> None:
        """Give the keyboard to a pane, at once: keys that were typed behind it are for it."""
        self.at = pane
        self._arrange()
        self.screen.set_focus(self._pane(pane))
        self._footer.about(pane)

    @property
    def shows_article(self) -> bool:
        """Whether there is room for the article."""
        return self.article.display

    @property
    def filtering(self) -> bool:
        """Whether the filter's line is there."""
        return self._filter.display

    @property
    def typing(self) -> bool:
        """Whether keys are letters for the filter."""
        return self.screen.focused is self._filter

    def open_filter(self) -> None:
        """Have the person type what to look for."""
        self.go("entries")
        self._filter.display = True
        self.screen.set_focus(self._filter)

    def close_filter(self) -> None:
        """Take the filter's line away, and what is in it."""
        self._filter.value = ""
        self._filter.display = False

    def show_places(self, places: Sequence[Place], cursor: int) -> None:
        """Show the list of feeds."""
        self.feeds.show(places, cursor)

    def show_rows(self, rows: Sequence[Item], cursor: int) -> None:
        """Show the list of entries."""
        self.entries.show(rows, cursor)

    def show_marks(self) -> None:
        """Show that marks and counts have changed."""
        self.feeds.repaint()
        self.entries.repaint()

    def show_article(self, document: Document) -> None:
        """Show an article from its top."""
        self.article.show(document)

    def show_where(self, place: str) -> None:
        """Show where the person is."""
        self._status.at(place)

    def say(self, message: str) -> None:
        """Say something; what is too long for the bar stands above it for a while."""
        if "\n" in message or len(message) > self._status.room:
            self.notify(message, markup=False, timeout=10)
        self._status.say(message.partition("\n")[0])

    def _pane(self, pane: Pane) -> Widget:
        return {"feeds": self.feeds, "entries": self.entries, "article": self.article}[pane]

    def _arrange(self) -> None:
        shown = shown_panes(self.app.size.width, self.at)
        self.feeds.display = "feeds" in shown
        self._middle.display = "entries" in shown
        self.article.display = "article" in shown
