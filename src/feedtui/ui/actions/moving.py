"""Moving about: in the lists, in the article, and from pane to pane."""

from feedtui.ui.arrangement import neighbour, round_trip
from feedtui.ui.desk import Desk
from feedtui.ui.panes.article import ArticlePane
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Moving:
    """Commands that change nothing but what is in sight."""

    def __init__(self, desk: Desk, stage: Stage, showing: Showing) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def down(self, count: int = 1) -> None:
        """Rows or lines down."""
        self._move(count)

    def up(self, count: int = 1) -> None:
        """Rows or lines up."""
        self._move(-count)

    def page_down(self, count: int = 1) -> None:
        """Pages down."""
        self._page(count)

    def page_up(self, count: int = 1) -> None:
        """Pages up."""
        self._page(-count)

    def half_page_down(self, count: int = 1) -> None:
        """Half a page down, or several halves."""
        self._move(count * self._half)

    def half_page_up(self, count: int = 1) -> None:
        """Half a page up, or several halves."""
        self._move(-count * self._half)

    def top(self, count: int = 1) -> None:
        """To the beginning, or to the row or the line of a number."""
        self._to(count)

    def bottom(self, count: int = 0) -> None:
        """To the end, or to the row or the line of a number."""
        self._to(count)

    def left(self) -> None:
        """To the pane on the left; in the list of feeds, fold, or go up to the folder."""
        if self._stage.at == "feeds":
            self._desk.climb()
            self._showing.all()
        else:
            self._stage.go(neighbour(self._stage.at, -1))

    def next_pane(self) -> None:
        """To the next pane."""
        self._stage.go(round_trip(self._stage.at, 1))

    def previous_pane(self) -> None:
        """To the pane before."""
        self._stage.go(round_trip(self._stage.at, -1))

    def _move(self, by: int) -> None:
        if self._stage.at == "article":
            self._text.scroll_lines(by)
        elif self._stage.at == "entries":
            self._desk.move(by)
            self._showing.cursor()
        else:
            self._showing.place(self._desk.place + by)

    def _page(self, by: int) -> None:
        if self._stage.at == "article":
            self._text.scroll_pages(by)
        else:
            rows = self._stage.feeds if self._stage.at == "feeds" else self._stage.entries
            self._move(by * rows.page_length)

    @property
    def _half(self) -> int:
        pane = {"feeds": self._stage.feeds, "entries": self._stage.entries, "article": self._text}
        return max(pane[self._stage.at].size.height // 2, 1)

    def _to(self, number: int) -> None:
        """To a row or a line, counted from 1; 0 means the last."""
        if self._stage.at == "article":
            self._to_line(number)
        elif self._stage.at == "entries":
            self._desk.move_to(number - 1)
            self._showing.cursor()
        else:
            self._showing.place(number - 1 if number else len(self._desk.places) - 1)

    def _to_line(self, number: int) -> None:
        if number:
            self._text.go(number - 1)
        else:
            self._text.scroll_to_edge(1)

    @property
    def _text(self) -> ArticlePane:
        """What scrolls: a footnote that is longer than its pane, else the article."""
        return self._stage.foot if self._stage.foot.scrolls else self._stage.article
