"""The article: set in lines aside, shown as far as it is set.

The pane owns the place in the article, the way there, and what the person is about: choosing where
to go, looking for words. Where it is told to go may not be set yet; then it goes there as soon as
it is.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from textual import events
from textual.message import Message

from feedtui.article.document import Document
from feedtui.article.layout import lay_out
from feedtui.article.placing import Place, line_of, place_of
from feedtui.article.room import Hand
from feedtui.ui.aside import AT_ONCE, Aside, Threads
from feedtui.ui.hints import Following, hints_for
from feedtui.ui.hits import Search, searching
from feedtui.ui.looks import CURRENT_HIT, HIT
from feedtui.ui.panes.lines import Label, LinesPane
from feedtui.ui.strips import Mark
from feedtui.ui.typesetting import Coloured, Galley, Proof, typeset

_BEGINNING = Place()

_MOST_JUMPS = 100
"""Jumps that can be gone back."""

_END = sys.maxsize
"""A line that no article has."""

_MANY = 1000
"""Lines of which it is known beforehand that they won't be set at once."""

_ALL = 100

_ABOVE_HIT = 3
"""A hit that was out of sight stands below a third of the pane."""


class Stand(NamedTuple):
    """How far a person has come in an article: the place, and how many percent are done with."""

    place: Place
    percent: int


class ArticlePane(LinesPane):
    """A document, whose text is written by `hand`."""

    class Moved(Message):
        """Another part of the article is in sight, or more is known of it."""

        def can_replace(self, message: Message) -> bool:
            """The last one says it all."""
            return isinstance(message, ArticlePane.Moved)

    class Left(Message):
        """The person went elsewhere."""

    def __init__(self, widest: int, hand: Hand, threads: Threads, *, id: str) -> None:  # noqa: A002
        super().__init__(widest, id=id)
        self.document = Document()
        self.complete = True
        self.following: Following | None = None
        self.search: Search | None = None
        self._hand = hand
        self._read: Callable[[], Document] = Document
        self._typesetting = Aside[Proof](threads, self, "typesetting", self._take)
        self._searching = Aside[Search](threads, self, "searching", self._found)
        self._searching_again = Aside[Search](threads, self, "searching", self._found_again)
        self._set_for = 0
        self._goal: int | Place | None = None
        self._kept = (-1, Place())
        self._stand = Stand(Place(), 0)
        self.jumps: tuple[Place, ...] = ()
        self._labels: Mapping[int, Sequence[Label]] = {}

    # What is shown.

    def show(
        self, read: Callable[[], Document], meanwhile: Document, place: Place = _BEGINNING
    ) -> None:
        """Show the document that `read` gives, at a place; another document until it is there."""
        self._read, self.document = cache(read), meanwhile
        self.jumps = ()
        self._stand = Stand(place, 0)
        self._scroll_to_line(0)
        self._goal, self._set_for = (0 if place == _BEGINNING else place), 0
        self.follow(None)
        self.end_search()
        if not self._set():
            self._take(Galley(meanwhile, 0, lay_out(meanwhile, self.column), complete=False))

    def on_resize(self, _event: events.Resize) -> None:
        """Lines are set anew for another width; the person stays at the same place."""
        self.post_message(self.Moved())
        self.reset()

    def reset(self) -> None:
        """Set the lines anew, if the column has another width."""
        if not self.size.width or self.column == self._set_for:
            self._reach()
            return
        self.follow(None)
        if self._goal not in {0, _END}:
            self._goal = self.place
        self._set(AT_ONCE if len(self.lines) < _MANY else 0)

    def leave(self) -> None:
        """Take in that the person goes elsewhere."""
        self.follow(None)
        self._stand = self.stand
        self.post_message(self.Left())

    def narrow(self, widest: int) -> None:
        """Set the article in a column of at most so many cells."""
        if widest == self._widest:
            return
        self._widest = widest
        self.reset()

    def marks_in(self, index: int) -> Sequence[Mark]:
        """The hits of the search."""
        if self.search is None:
            return ()
        looks = self.look(HIT), self.look(CURRENT_HIT)
        return [
            Mark(start, end, looks[hit == self.search.at])
            for start, end, hit in self.search.marks.get(index, ())
        ]

    def labels_in(self, index: int) -> Sequence[Label]:
        """The hints."""
        return self._labels.get(index, ())

    # Where the person is, and going elsewhere.

    @property
    def top(self) -> int:
        """The first line in sight."""
        return self.scroll_offset.y

    @property
    def sight(self) -> range:
        """The lines in sight."""
        return range(self.top, min(self.top + self.size.height, len(self.lines)))

    @property
    def place(self) -> Place:
        """Where the person is, or is going."""
        if isinstance(self._goal, Place):
            return self._goal
        line, place = self._kept
        return place if line == self.top else place_of(self.lines, self.top)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self.complete and self.sight.stop >= len(self.lines)

    @property
    def stand(self) -> Stand:
        """How far the person has come, or had when the pane was seen last."""
        if self.size.height:
            above = _ALL * self.top // max(len(self.lines), 1)
            self._stand = Stand(self.place, _ALL if self.at_end else min(above, _ALL - 1))
        return self._stand

    @property
    def progress(self) -> int | None:
        """How much was in sight up to here, in percent; None while that isn't known."""
        if not self.complete or not self.lines:
            return None
        return 100 * self.sight.stop // len(self.lines)

    def scroll_lines(self, by: int) -> None:
        """Scroll by lines."""
        aim = self._goal if isinstance(self._goal, int) else self.top
        self.go(max(aim + by, 0))

    def scroll_pages(self, by: int) -> None:
        """Scroll by pages, less a line that connects them."""
        self.scroll_lines(by * max(self.size.height - 1, 1))

    def scroll_to_edge(self, by: int) -> None:
        """Scroll to the beginning (-1) or the end (1)."""
        self.go(_END if by > 0 else 0)

    def go(self, goal: int | Place) -> None:
        """Go to a line or a place, at once or as soon as it is set."""
        self._goal = goal
        self._reach()

    def jump(self, place: Place) -> None:
        """Go to a place, from which `back` leads here."""
        self.jumps = (*self.jumps, self.place)[-_MOST_JUMPS:]
        self.go(place)

    def back(self) -> bool:
        """Go where the last jump began; whether there was one."""
        if not self.jumps:
            return False
        place = self.jumps[-1]
        self.jumps = self.jumps[:-1]
        self.go(place)
        return True

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that something else is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    # What the person is about.

    def hints(self) -> Following:
        """What there is to follow in sight."""
        return Following(hints_for(self.lines, self.sight), len(self.document.links))

    def follow(self, following: Following | None) -> None:
        """Show hints, or none."""
        self.following = following
        labels: dict[int, list[Label]] = {}
        for hint in following.shown if following else ():
            for spot in hint.spots:
                labels.setdefault(spot.line, []).append(Label(spot.start, hint.letters))
        self._labels = labels
        self.repaint()

    def find(self, words: str, origin: Place) -> None:
        """Look for words; go to where they stand first, from a place on."""
        self.search = Search(words, done=False)
        self._tell()
        self._searching.start(searching(tuple(self.lines), words, line_of(self.lines, origin)))

    def next_hit(self, by: int) -> None:
        """Go to another hit of the search."""
        if self.search is not None:
            self._look_at(self.search.moved(by))

    def end_search(self) -> None:
        """Look for nothing."""
        self._searching.stop()
        self.search = None
        self._tell()

    # How it is done.

    def _set(self, patience: float = AT_ONCE) -> bool:
        """Set the article for the width that there is; whether its beginning is there at once."""
        self._kept = (-1, Place())
        if not self.size.width:
            return False
        self._set_for = self.column
        place = self._goal if isinstance(self._goal, Place) else Place()
        steps = typeset(self._read, self.column, self._hand, place)
        return self._typesetting.start(steps, patience)

    def _take(self, proof: Proof) -> None:
        self.document = proof.document
        match proof:
            case Galley(_, start, lines, complete):
                self.lines[start:] = lines
                self.complete = complete
                self.lines_changed(start)
                self._reach()
                self._search_again()
            case Coloured(document, lines):
                self.lines[:] = lines
                self._read = lambda: document
                self.lines_changed(0)
        self.post_message(self.Moved())

    def _search_again(self) -> None:
        """What was found stands in other lines now."""
        if self.search is None:
            return
        self.search = replace(self.search, marks={})
        if self.complete:
            steps = searching(tuple(self.lines), self.search.words, self.top)
            self._searching_again.start(steps)

    def _reach(self) -> None:
        """Go to the goal, if it is set; else as far as there are lines."""
        match self._goal:
            case Place() as place if self._is_set(place):
                line = line_of(self.lines, place)
                self._scroll_to_line(line)
                self._goal, self._kept = None, (line, place)
            case int(line):
                self._scroll_to_line(line)
                if self.complete or line <= self._last_top:
                    self._goal = None

    @property
    def _last_top(self) -> int:
        return max(len(self.lines) - self.size.height, 0)

    def _is_set(self, place: Place) -> bool:
        return self.complete or (bool(self.lines) and self.lines[-1].block > place.block)

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=min(line, self._last_top), animate=False, force=True, immediate=True)

    def _found(self, found: Search) -> None:
        before = self.search.at if self.search and not self.search.hits else 0
        self._look_at(replace(found.moved(before), done=self.complete or bool(found.hits)))

    def _found_again(self, found: Search) -> None:
        if self.search is None or not self.search.hits:
            self._found(found)
            return
        self.search = replace(found, at=min(self.search.at, len(found.hits) - 1))
        self._tell()

    def _look_at(self, looked_for: Search) -> None:
        self.search = looked_for
        self._tell()
        line = looked_for.line
        if line is not None and line not in self.sight:
            self.go(max(line - self.size.height // _ABOVE_HIT, 0))

    def _tell(self) -> None:
        self.repaint()
        self.post_message(self.Moved())
