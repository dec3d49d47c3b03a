"""Moving about: entry by entry, paragraph by paragraph, page by page, and from list to list."""

from feedtui.ui.arrangement import neighbour, round_trip
from feedtui.ui.desk import Desk
from feedtui.ui.linear.rounds import Rounds
from feedtui.ui.linear.teletype import Teletype


class Moving:
    """Commands that go somewhere and say what is there. All of them raise StoreError."""

    def __init__(self, desk: Desk, teletype: Teletype, rounds: Rounds) -> None:
        self._desk = desk
        self._teletype = teletype
        self._rounds = rounds

    def down(self, count: int = 1) -> None:
        """Entries further, or a paragraph."""
        self._go(count)

    def up(self, count: int = 1) -> None:
        """Entries back, or a paragraph."""
        self._go(-count)

    def page_down(self, count: int = 1) -> None:
        """Pages further."""
        for _ in range(count):
            self._page(1)

    def page_up(self, count: int = 1) -> None:
        """Pages back."""
        for _ in range(count):
            self._page(-1)

    def top(self, count: int = 1) -> None:
        """To the beginning, or to the row of a number."""
        self._to(count, -1)

    def bottom(self, count: int = 0) -> None:
        """To the end, or to the row of a number."""
        self._to(count, 1)

    def left(self) -> None:
        """From the article to the entries, from there to the feeds, in them up to a folder."""
        if self._rounds.at == "feeds":
            self._desk.climb()
            self._rounds.say_again()
        else:
            self._rounds.arrive(neighbour(self._rounds.at, -1))

    def right(self) -> None:
        """From the feeds to the entries, from there into an article."""
        self.enter()

    def next_pane(self) -> None:
        """To the next list, or into the article."""
        self._rounds.arrive(round_trip(self._rounds.at, 1))

    def previous_pane(self) -> None:
        """To the list before."""
        self._rounds.arrive(round_trip(self._rounds.at, -1))

    def enter(self) -> None:
        """Open what one is at: a folder that is shut, a feed's entries, or an entry."""
        if self._rounds.at == "feeds" and self._desk.unfold():
            self._rounds.say_again()
        elif self._rounds.at == "feeds":
            self._rounds.arrive("entries")
        elif self._rounds.at == "entries":
            self._rounds.open()

    def space(self) -> None:
        """Read on: the next page, and from the end to the next unread entry."""
        if self._rounds.at != "article":
            self.enter()
        elif not self._rounds.article.page(1):
            self._seek(1, 1)

    def next_unread(self, count: int = 1) -> None:
        """Open the next unread entry, or the one after several."""
        self._seek(1, count)

    def previous_unread(self, count: int = 1) -> None:
        """Open the unread entry before."""
        self._seek(-1, count)

    def next_entry(self, count: int = 1) -> None:
        """Open the entry below."""
        self._open_beside(count)

    def previous_entry(self, count: int = 1) -> None:
        """Open the entry above."""
        self._open_beside(-count)

    def next_feed(self, count: int = 1) -> None:
        """The list of the next feed."""
        self._seek_feed(1, count)

    def previous_feed(self, count: int = 1) -> None:
        """The list of the feed before."""
        self._seek_feed(-1, count)

    def escape(self) -> None:
        """Give up what was begun; at last, go back."""
        if self._rounds.at == "article" and self._rounds.article.give_up():
            return
        if self._rounds.at == "entries" and self._desk.query_text:
            self._desk.filter("")
            self._rounds.arrive("entries")
        else:
            self.left()

    def _go(self, by: int) -> None:
        if self._rounds.at == "article":
            self._rounds.article.paragraph(1 if by > 0 else -1)
        else:
            self._rounds.lists.go(by)

    def _page(self, by: int) -> None:
        if self._rounds.at != "article":
            self._rounds.lists.go_page(by)
        elif not self._rounds.article.page(by):
            self._rounds.article.paragraph(by)

    def _to(self, number: int, edge: int) -> None:
        """To a row, counted from 1; 0 means the last."""
        if self._rounds.at == "article":
            self._rounds.article.edge(edge)
        else:
            self._rounds.lists.go_to(number - 1)

    def _seek(self, by: int, times: int) -> None:
        sought = [self._desk.seek_unread(by) for _ in range(times)]
        if any(sought):
            self._rounds.open()
        else:
            self._teletype.say("there is nothing unread")

    def _seek_feed(self, by: int, times: int) -> None:
        sought = [self._desk.seek_feed(by) for _ in range(times)]
        if any(sought):
            self._rounds.arrive("entries")
        else:
            self._teletype.say("this is the last feed" if by > 0 else "this is the first feed")

    def _open_beside(self, by: int) -> None:
        before = self._desk.cursor
        self._desk.move(by)
        if self._desk.cursor == before:
            self._teletype.say("the end of the list" if by > 0 else "the beginning of the list")
        else:
            self._rounds.open()
