"""Going through the lists of feeds and of entries."""

from feedtui.ui.commands import Pane
from feedtui.ui.desk import Desk
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.linear.wording import entry_said, list_said, place_said, position_said

_PAGE = 10
"""Rows that a page is in a list."""


class Lists:
    """Says what is in the lists of a desk. `at` is the list, or the article, where one is."""

    def __init__(self, desk: Desk, teletype: Teletype) -> None:
        self.at: Pane = "entries"
        self._desk = desk
        self._teletype = teletype

    def arrive(self, pane: Pane) -> None:
        """Go to a list and say what it is, and where one is in it."""
        self.at = pane
        desk = self._desk
        if pane == "entries":
            unread = desk.library.counts(desk.view).unread
            self._teletype.say(list_said(desk.title, len(desk.rows), unread, desk.narrowed))
        self.say_again()

    def say_again(self) -> None:
        """Say where one is."""
        if self.at == "feeds":
            self._say_place()
        elif self._desk.rows:
            self._teletype.say(self._entry(self._desk.cursor))

    def go(self, by: int) -> None:
        """Move by rows."""
        before = self._row
        self._move_to(before + by)
        if self._row == before:
            self._teletype.say("the end" if by > 0 else "the beginning")
        else:
            self.say_again()

    def go_page(self, by: int) -> None:
        """Say the next rows, or those before; the cursor is on the last of them."""
        before = self._row
        self._move_to(before + by * _PAGE)
        step = 1 if by > 0 else -1
        if self._row == before:
            self.go(by)
        for row in range(before + step, self._row + step, step) if self._row != before else ():
            self._teletype.say(self._place(row) if self.at == "feeds" else self._entry(row))

    def go_to(self, row: int) -> None:
        """Go to a row; -1 is the last."""
        self._move_to(row if row >= 0 else self._count - 1)
        self.say_again()

    @property
    def _row(self) -> int:
        return self._desk.place if self.at == "feeds" else self._desk.cursor

    @property
    def _count(self) -> int:
        return len(self._desk.places if self.at == "feeds" else self._desk.rows)

    def _move_to(self, row: int) -> None:
        row = max(min(row, self._count - 1), 0)
        if self.at == "feeds":
            self._desk.show_place(row)
        else:
            self._desk.move_to(row)

    def _say_place(self) -> None:
        if self._desk.places:
            self._teletype.say(self._place(self._desk.place))

    def _place(self, row: int) -> str:
        place = self._desk.places[row]
        said = place_said(place, self._desk.counts(place))
        return f"{said}, {position_said(row, len(self._desk.places))}"

    def _entry(self, row: int) -> str:
        desk = self._desk
        item = desk.rows[row]
        unread = "" if desk.library.is_read(item) else "unread"
        starred = "starred" if desk.library.is_starred(item) else ""
        feed = "" if desk.view.kind == "feed" else item.source.title
        said = entry_said(item, desk.clock(), (unread, starred), feed)
        return f"{said}, {position_said(row, len(desk.rows))}"
