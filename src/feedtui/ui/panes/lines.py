"""Lines of an article, painted one by one where they are seen, and what the mouse does to them."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style as Look
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from feedtui.article.copying import copied
from feedtui.article.document import Style
from feedtui.article.layout import Line
from feedtui.ui.hints import Goal, goal_at
from feedtui.ui.looks import ARTICLE_CLASSES, HINT, LISTING, look_of, look_of_span
from feedtui.ui.strips import Mark, cells_before, labelled, place_at, segments

_MOST_KEPT = 512
_WHOLE = 1 << 30
"""More characters than a line has."""


_NO_LINE = Line((), -1)
_BESIDE = Style.INDENT | Style.QUOTE | Style.MARKER | Style.SIGN


class Label(NamedTuple):
    """Letters in the place of what stands at a character of a line."""

    start: int
    letters: str


class LinesPane(ScrollView, can_focus=True):
    """Lines in a column of at most `widest` cells; 0 means as wide as the pane."""

    COMPONENT_CLASSES = ARTICLE_CLASSES

    class Clicked(Message):
        """Something that leads somewhere was clicked."""

        def __init__(self, pane: "LinesPane", goal: Goal) -> None:
            super().__init__()
            self.pane = pane
            self.goal = goal

        @property
        def control(self) -> "LinesPane":
            """The pane that sent it."""
            return self.pane

    def __init__(self, widest: int, *, id: str) -> None:  # noqa: A002 - the toolkit's word
        super().__init__(id=id)
        self.lines: list[Line] = []
        self._widest = widest
        self._strips: dict[int, Strip] = {}
        self._painted_for = 0
        self._looks: dict[Style | str, Look] = {}

    def marks_in(self, index: int) -> Sequence[Mark]:  # noqa: ARG002 - for subclasses
        """What is marked in a line."""
        return ()

    def labels_in(self, index: int) -> Sequence[Label]:  # noqa: ARG002 - for subclasses
        """What stands over the text of a line."""
        return ()

    def repaint(self) -> None:
        """Paint anew after what is marked has changed."""
        self._strips.clear()
        self.refresh()

    def lines_changed(self, start: int) -> None:
        """Take in that the lines from number `start` on have changed; paint those in sight."""
        self.set_reactive(LinesPane.virtual_size, Size(0, len(self.lines)))
        self.refresh(repaint=False, layout=True)
        if start < self.scroll_offset.y + self.size.height:
            self.repaint()

    @property
    def column(self) -> int:
        """The cells for a line."""
        room = self.size.width - 2
        return max(min(room, self._widest) if self._widest else room, 1)

    def render_line(self, y: int) -> Strip:
        """The strip for line `y` of what is seen."""
        index = y + self.scroll_offset.y
        if self._painted_for != self.size.width:
            self._painted_for = self.size.width
            self._strips.clear()
        strip = self._strips.get(index)
        if strip is None:
            if len(self._strips) > _MOST_KEPT:
                self._strips.clear()
            strip = self._strips[index] = self._paint(index)
        return strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that is selected, as it was before it was broken into lines."""
        last = len(self.lines) - 1
        start, end = selection.start or Offset(0, 0), selection.end or Offset(_WHOLE, last)
        text = copied(self.lines, _place(start, last), _place(end, last)) if self.lines else ""
        return text, "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Show what is selected."""
        self.repaint()

    def text_at(self, x: int, y: int) -> Offset:
        """The character (`x`) and the line (`y`) that are painted at a cell of the pane.

        The toolkit would have it marked in the style of everything that is painted, which takes
        longer than the painting. Beside a line is its beginning or its end.
        """
        index = min(y + self.scroll_offset.y, len(self.lines))
        line = self._line(index)
        return Offset(place_at(line.text, x - self._margin), index)

    def on_click(self, event: events.Click) -> None:
        """Tell where what was clicked leads; the end of a selection is no click.

        The toolkit would take a second click for the wish to select everything.
        """
        event.prevent_default()
        if self.text_selection is not None:
            return
        place, index = self.text_at(event.x, event.y)
        goal = goal_at(self._line(index), place) if event.x >= self._margin else None
        if goal is not None:
            self.post_message(self.Clicked(self, goal))

    def notify_style_update(self) -> None:
        """Colours changed."""
        self._looks.clear()
        self._strips.clear()
        super().notify_style_update()

    def look(self, kind: Style | str) -> Look:
        """How a span of this style looks, or what has this class of the style sheet."""
        if kind not in self._looks:
            known = look_of_span(self, kind) if isinstance(kind, Style) else look_of(self, kind)
            self._looks[kind] = known
        return self._looks[kind]

    @property
    def _margin(self) -> int:
        return max((self.size.width - self.column) // 2, 0)

    def _line(self, index: int) -> Line:
        return self.lines[index] if 0 <= index < len(self.lines) else _NO_LINE

    def _paint(self, index: int) -> Strip:
        line, margin, width = self._line(index), self._margin, self.size.width
        look = self._look_in_listing if self._in_listing(index) else self.look
        marks = [*self.marks_in(index), *self._selected(index)]
        strip = Strip(segments(line.spans, look, marks))
        strip = strip.adjust_cell_length(self.column, look(Style.PLAIN))
        for label in self.labels_in(index):
            cell = cells_before(line.text, label.start)
            strip = labelled(strip, cell, label.letters, self.look(HINT))
        plain = self.look(Style.PLAIN)
        left, right = _blanks(margin, plain), _blanks(width - margin - strip.cell_length, plain)
        return Strip([left, *strip, right], width)

    def _look_in_listing(self, style: Style) -> Look:
        return self.look(style & ~Style.CODE) + self.look(LISTING)

    def _in_listing(self, index: int) -> bool:
        """Whether a line is one of a listing, or an empty one within it."""
        line = self._line(index)
        if line.spans:
            return _is_listed(line)
        around = self._line(index - 1), self._line(index + 1)
        return all(each.block == line.block and _is_listed(each) for each in around)

    def _selected(self, index: int) -> Sequence[Mark]:
        span = self.text_selection.get_span(index) if self.text_selection else None
        if span is None:
            return ()
        start, end = span
        look = self.screen.get_component_rich_style("screen--selection")
        return (Mark(max(start, 0), _WHOLE if end < 0 else end, look),)


def _is_listed(line: Line) -> bool:
    """Whether all of the line's text is code."""
    styles = [span.style for span in line.spans if not span.style & _BESIDE]
    return bool(styles) and all(style & Style.CODE for style in styles)


def _blanks(cells: int, look: Look) -> Segment:
    return Segment(" " * cells, look)


def _place(offset: Offset, last: int) -> tuple[int, int]:
    """A line that there is, and a character of it or the end."""
    return (offset.y, max(offset.x, 0)) if offset.y <= last else (last, _WHOLE)
