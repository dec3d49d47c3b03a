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

    def down(self) -> None:
        """A row or a line down."""
        self._move(1)

    def up(self) -> None:
        """A row or a line up."""
        self._move(-1)

    def page_down(self) -> None:
        """A page down."""
        self._page(1)

    def page_up(self) -> None:
        """A page up."""
        self._page(-1)

    def top(self) -> None:
        """To the beginning."""
        self._to_edge(-1)

    def bottom(self) -> None:
        """To the end."""
        self._to_edge(1)

    def left(self) -> None:
        """To the pane on the left."""
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

    def _to_edge(self, by: int) -> None:
        if self._stage.at == "article":
            self._text.scroll_to_edge(by)
        elif self._stage.at == "entries":
            self._desk.move_to(-1 if by > 0 else 0)
            self._showing.cursor()
        else:
            self._showing.place(len(self._desk.places) - 1 if by > 0 else 0)

    @property
    def _text(self) -> ArticlePane:
        """What scrolls: a footnote that is longer than its pane, else the article."""
        return self._stage.foot if self._stage.foot.scrolls else self._stage.article
