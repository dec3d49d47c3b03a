"""Copying to the clipboard: what is selected, or a part of what is read."""

from collections.abc import Iterator, Sequence

from textual.screen import Screen

from feedtui.article.copying import copied
from feedtui.article.layout import Line
from feedtui.ui.aside import Aside
from feedtui.ui.clipboard import Clipboard
from feedtui.ui.desk import Desk
from feedtui.ui.stage import Stage


class Copying:
    """Commands that copy to the `clipboard`, which says what was copied."""

    def __init__(
        self, screen: Screen[None], desk: Desk, stage: Stage, clipboard: Clipboard
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._clipboard = clipboard
        self._aside = Aside[str](stage.threads, stage, "copying", self._copy_article)

    def copy(self) -> None:
        """What the mouse has selected, or else the entry's link."""
        selected = self._screen.get_selected_text()
        if selected:
            self._copy("the selection", selected)
        else:
            self.copy_link()

    def copy_link(self) -> None:
        """The entry's link."""
        item = self._desk.current
        self._copy("the link", item.head.link if item else "")

    def copy_title(self) -> None:
        """The entry's title."""
        item = self._desk.current
        self._copy("the title", item.head.label if item else "")

    def copy_paragraph(self) -> None:
        """The paragraph at the top of the article pane."""
        lines, sight = self._stage.article.lines, self._stage.article.sight
        first = next((number for number in sight if lines[number].text.strip()), None)
        if first is not None:
            start, end = _paragraph(lines, first)
            self._copy("the paragraph", copied(lines, (start, 0), (end, len(lines[end].text))))

    def copy_article(self) -> None:
        """The whole article, if all of it is there."""
        if self._stage.article.complete:
            self._aside.start(_whole(tuple(self._stage.article.lines)))
        else:
            self._stage.say("the article isn't there yet")

    def _copy_article(self, text: str) -> None:
        self._copy("the article", text)

    def _copy(self, what: str, text: str) -> None:
        if not text:
            self._stage.say("there is nothing to copy")
            return
        self._clipboard.copy(what, text)


def _whole(lines: Sequence[Line]) -> Iterator[str]:
    last = len(lines) - 1
    yield copied(lines, (0, 0), (last, len(lines[last].text))) if lines else ""


def _paragraph(lines: Sequence[Line], number: int) -> tuple[int, int]:
    """The first and the last line of what stands together around a line."""
    start = end = number
    while start and _together(lines[start - 1], lines[number]):
        start -= 1
    while end + 1 < len(lines) and _together(lines[end + 1], lines[number]):
        end += 1
    return start, end


def _together(line: Line, other: Line) -> bool:
    return bool(line.text.strip()) and line.block == other.block
