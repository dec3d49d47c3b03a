"""What stands on the main screen: panes, lines to type in, bars; and how they are shown.

The stage shows what the screen hands it and decides nothing about feeds or entries.
"""

import asyncio
from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from feedtui.article.document import Document
from feedtui.article.layout import as_it_is
from feedtui.article.placing import Place as TextPlace
from feedtui.article.progress import progress_in_words
from feedtui.article.writing import link_numbers
from feedtui.config.settings import Reading
from feedtui.model import Item
from feedtui.query.places import Place
from feedtui.store.leaving import DEFAULT_PANES, Panes
from feedtui.ui.arrangement import (
    MEDIUM,
    columns,
    easy_width,
    path_to,
    resized,
    shown_panes,
    shows_keys,
    shows_path,
    widened,
)
from feedtui.ui.aside import Threads
from feedtui.ui.bars import FooterBar, StatusBar
from feedtui.ui.commands import Pane, Where
from feedtui.ui.desk import Desk
from feedtui.ui.emptiness import advice
from feedtui.ui.hints import Goal
from feedtui.ui.keymap import Keymap, default_keymap
from feedtui.ui.keys import Pressed
from feedtui.ui.panes.article import ArticlePane
from feedtui.ui.panes.border import Border, sides
from feedtui.ui.panes.entries import EntriesPane
from feedtui.ui.panes.feeds import FeedsPane
from feedtui.ui.panes.foot import Foot
from feedtui.ui.panes.path import PathBar

_TOP = TextPlace()


class Stage(Vertical):
    """The widgets of the main screen. `at` is the pane that has the keyboard.

    `alone` says that there is nothing but the article and a line below it.
    """

    def __init__(self, desk: Desk, reading: Reading, wanted: Panes = DEFAULT_PANES) -> None:
        super().__init__(id="stage")
        self.at: Pane = "entries"
        self.alone = False
        self.keymap = default_keymap()
        self._widest = reading.width
        self._remark = ""
        self.wanted = wanted
        self._told = False
        self._desk = desk
        self.feeds = FeedsPane(desk)
        self.entries = EntriesPane(desk)
        self.threads = threads = Threads()
        hand = link_numbers if reading.link_numbers else as_it_is
        self.article = ArticlePane(reading.width, hand, threads, id="article")
        self.foot = Foot(reading.width, threads)
        self._path = PathBar()
        self._borders = Border(0), Border(1)
        self._middle = Vertical(id="middle")
        self._right = Vertical(id="right")
        self._filter = Input(
            id="filter", placeholder="words, is:unread, is:hidden, feed:NAME, tag:NAME"
        )
        self._words = Input(id="words", placeholder="words to look for in the article")
        self._status = StatusBar()
        self._footer = FooterBar()

    def compose(self) -> ComposeResult:
        """The panes side by side, and the two bars below them."""
        yield self._path
        with Horizontal(id="panes"):
            yield self.feeds
            yield self._borders[0]
            with self._middle:
                yield self.entries
                yield self._filter
            yield self._borders[1]
            with self._right:
                yield self.article
                yield self.foot
                yield self._words
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """The lines to type in are there when they are asked for; nothing blinks."""
        self._filter.display = self._words.display = False
        self._filter.cursor_blink = self._words.cursor_blink = False

    def use_width(self, widest: int) -> None:
        """Set articles at most that wide from now on; 0 means as wide as there is room."""
        self._widest = widest
        self._arrange()

    def on_resize(self) -> None:
        """Three panes, two, or one."""
        self._arrange()

    def go(self, pane: Pane) -> None:
        """Give the keyboard to a pane, at once: keys that were typed behind it are for it."""
        if self.at == "article" and pane != "article":
            self.alone = False
            self.article.leave()
        self.at = pane
        self._words.display = False
        self._arrange()
        self.screen.set_focus(self._pane(pane))
        self.show_reading()

    @property
    def where(self) -> tuple[Where, ...]:
        """What decides on the meaning of a key: the pane, and the states that the article is in."""
        if self.at == "entries" and self._desk.selecting:
            return ("entries", "selection")
        if self.at != "article":
            return (self.at,)
        hits: tuple[Where, ...] = ("hits",) if self.article.search else ()
        return ("article", *hits, "foot") if self.foot.display else ("article", *hits)

    @property
    def shows_article(self) -> bool:
        """Whether there is room for the article."""
        return self._right.display

    @property
    def filtering(self) -> bool:
        """Whether the filter's line is there."""
        return self._filter.display

    @property
    def typing_filter(self) -> bool:
        """Whether keys are letters for the filter."""
        return self.screen.focused is self._filter

    @property
    def typing_words(self) -> bool:
        """Whether keys are letters of the words to look for in the article."""
        return self.screen.focused is self._words

    def open_filter(self, words: str = "") -> None:
        """Have the person type what to look for, after `words` if there are some."""
        self.go("entries")
        self._filter.display = True
        self._filter.value = words or self._filter.value
        self.screen.set_focus(self._filter)

    def show_filter(self, words: str) -> None:
        """Show what the list is narrowed to, while the keyboard stays where it is."""
        self._filter.display = True
        self._filter.value = words

    def close_filter(self) -> None:
        """Take the filter's line away, and what is in it."""
        self._filter.value = ""
        self._filter.display = False

    def open_words(self) -> None:
        """Have the person type what to look for in the article."""
        self.foot.close()
        self._words.value = ""
        self._words.display = True
        self.screen.set_focus(self._words)

    async def close_words(self) -> str:
        """Take the words' line away; what was typed, also if it wasn't shown yet."""
        self.go("article")
        typed = asyncio.Event()
        self._words.call_later(typed.set)
        await typed.wait()
        return self._words.value

    def open_foot(self, goal: Goal, document: Document) -> None:
        """Show something below the article."""
        self.foot.open(goal, document)
        self.show_reading()

    def close_foot(self) -> None:
        """Show nothing below the article."""
        self.foot.close()
        self.show_reading()

    def show_places(self, places: Sequence[Place], cursor: int) -> None:
        """Show the list of feeds."""
        self.feeds.show(places, cursor)

    def show_rows(self, rows: Sequence[Item], cursor: int) -> None:
        """Show the list of entries; where there is none, what to do next."""
        self.entries.show(rows, cursor)
        self.entries.advise(advice(self._desk, self.keymap))

    def show_marks(self) -> None:
        """Show that marks and counts have changed."""
        self.feeds.repaint()
        self.entries.repaint()

    def show_article(
        self,
        read: Callable[[], Document],
        meanwhile: Document,
        place: TextPlace = _TOP,
        remark: str = "",
    ) -> None:
        """Show the article that `read` gives, at a place in it; another until it is there.

        `remark` is what the line below it says of it.
        """
        self.foot.close()
        self._remark = remark
        self.article.show(read, meanwhile, place)

    def leave_alone(self) -> None:
        """Show nothing but the article, in a column that is easy to read; or all again."""
        self.alone = not self.alone
        self._arrange()

    @on(ArticlePane.Moved)
    def show_reading(self) -> None:
        """Show how far the article is read, and which keys matter now."""
        self._status.reading(self._reading() if self.at == "article" else "")
        self._footer.about(self.where)

    def show_where(self, place: str) -> None:
        """Show where the person is, and which keys matter there."""
        self._status.at(place)
        self._footer.about(self.where)
        self._show_path()

    def use_keys(self, keymap: Keymap) -> None:
        """Tell of these keys from now on."""
        self.keymap = keymap
        self._footer.use(keymap)

    def show_begun(self, pressed: Pressed) -> None:
        """Show what was typed of a sequence or a count, and how it can go on."""
        self._status.begun(pressed.shown)
        self._footer.about(self.where, pressed.pending)

    def say(self, message: str) -> None:
        """Say something; what is too long for the bar stands above it until the next command."""
        if not message:
            self._clear()
        elif "\n" in message or len(message) > self._status.room:
            self._told = True
            self.notify(message, markup=False, timeout=10)
        self._status.say(message.partition("\n")[0])

    def _clear(self) -> None:
        """Take away what stands above the bar; most often nothing does."""
        if self._told:
            self._told = False
            self.app.clear_notifications()

    def _reading(self) -> str:
        search, progress = self.article.search, self.article.progress
        found = search.count if search else ""
        minutes = self.article.document.minutes if self.app.size.width >= MEDIUM else 0
        far = "" if progress is None else progress_in_words(progress, minutes)
        return " · ".join(filter(None, (found, far, self._remark)))

    def _pane(self, pane: Pane) -> Widget:
        return {"feeds": self.feeds, "entries": self.entries, "article": self.article}[pane]

    def widen(self, by: int) -> None:
        """Make the pane where the person is wider by columns, or narrower."""
        self.wanted = widened(self.app.size.width, self.at, self.wanted, by)
        self._arrange()

    @on(Border.Dragged)
    def _dragged(self, message: Border.Dragged) -> None:
        width = self.app.size.width
        shown = shown_panes(width, self.at)
        self.wanted = resized(width, shown, self.wanted, message.border.number, message.by)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.app.size
        shown: tuple[Pane, ...] = ("article",) if self.alone else shown_panes(width, self.at)
        self.article.narrow(easy_width(self._widest) if self.alone else self._widest)
        room = columns(width, shown, self.wanted)
        boxes: dict[Pane, Widget] = {
            "feeds": self.feeds,
            "entries": self._middle,
            "article": self._right,
        }
        for pane, box in boxes.items():
            box.display = pane in shown
            box.styles.width = room.get(pane, 0)
        for border, side in zip(self._borders, sides(shown, self.at), strict=True):
            border.display = border.number < len(shown) - 1
            border.point(side)
        self._path.display = shows_path(width, height) and not self.alone
        self._footer.display = shows_keys(height) and not self.alone
        self._show_path()

    def _show_path(self) -> None:
        item = self._desk.current
        feed, title = (item.source.title, item.head.label) if item else ("", "")
        self._path.show(path_to(self.at, self._desk.title, feed, title))
