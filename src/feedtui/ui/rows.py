"""A list of any length, painted line by line: what isn't seen costs nothing.

The toolkit's own lists make a widget or a renderable of every row; at a hundred thousand rows they
take seconds to open. Here a row is painted when it is first seen, and moving the cursor repaints
two lines.
"""

from textwrap import wrap
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style as Look
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from feedtui.query.walk import step
from feedtui.ui.looks import look_of
from feedtui.ui.painting import Piece

_MOST_KEPT = 512

_PLAIN = "plain"
"""The look of which the others are variations."""


class RowList(ScrollView, can_focus=True):
    """A virtual list with a cursor. Subclasses say how many rows there are and paint one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--plain",
        "row--strong",
        "row--dim",
        "row--star",
        "row--bad",
        "row--accent",
        "row--part",
        "row--marked",
        "row--cursor",
        "row--resting",
    }

    ALLOW_SELECT = False

    cursor = reactive(0, repaint=False, init=False)

    class Clicked(Message):
        """A row was clicked: plainly, or with Ctrl to pick it, or with Shift to pick up to it."""

        def __init__(
            self, rows: "RowList", index: int, how: Literal["plain", "one", "up to"]
        ) -> None:
            super().__init__()
            self.rows = rows
            self.index = index
            self.how = how

        @property
        def control(self) -> "RowList":
            """The list that sent it."""
            return self.rows

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the toolkit's word
        super().__init__(id=id)
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        self._looks: dict[str, Look] = {}
        self._instead: tuple[str, ...] = ()

    def advise(self, sentences: tuple[str, ...]) -> None:
        """Say something in place of rows, while there are none."""
        self._instead = sentences
        self.refresh()

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """One row as pieces of text with their roles, at most `width` cells wide."""
        raise NotImplementedError

    def row_at(self, line: int) -> int | None:
        """The row that stands on a line; None where there is none, but something else."""
        return line

    def first_with(self, line: int) -> int:
        """The first line that is to be in sight when this one is."""
        return line

    def is_marked(self, line: int) -> bool:  # noqa: ARG002 - for subclasses
        """Whether a line is one of those that were picked."""
        return False

    def rows_changed(self, cursor: int) -> None:
        """Paint anew after the rows changed, with the cursor on line `cursor`.

        The cursor stays where it is on the screen, so rows that come or go don't move the others.
        """
        above = self.cursor - self.scroll_offset.y
        self._strips.clear()
        self.virtual_size = Size(0, self.row_count())
        self.set_reactive(RowList.cursor, step(cursor, 0, self.row_count()))
        self._scroll_to_line(max(self.cursor - above, 0))
        self._keep_in_sight(self.cursor)
        self.refresh()

    def repaint(self) -> None:
        """Paint anew after what the rows say changed, but not which they are."""
        self._strips.clear()
        self.refresh()

    @property
    def page_length(self) -> int:
        """How many rows a page moves on, so that one row of the old page stays in sight."""
        return max(self.size.height - 1, 1)

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the cursor in sight and repaint the two rows that it concerns."""
        self._keep_in_sight(new)
        for index in (old, new):
            self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """The strip for line `y` of what is seen."""
        index = y + self.scroll_offset.y
        if index >= self.row_count():
            return self._below(y)
        key = (index, index == self.cursor, self.is_marked(index))
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _MOST_KEPT:
                self._strips.clear()
            strip = self._strips[key] = self._paint(*key)
        return strip

    def on_resize(self, _event: events.Resize) -> None:
        """Rows are as wide as the list."""
        self._strips.clear()
        self._keep_in_sight(self.cursor)

    def on_focus(self) -> None:
        """The cursor looks different with the keyboard."""
        self.repaint()

    def on_blur(self) -> None:
        """The cursor looks different without the keyboard."""
        self.repaint()

    def notify_style_update(self) -> None:
        """Colours changed."""
        self._strips.clear()
        self._looks.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked; what follows is not the list's business."""
        line = event.y + self.scroll_offset.y
        row = self.row_at(line) if line < self.row_count() else None
        if row is not None:
            self.click_row(row, event)

    def click_row(self, index: int, event: events.Click) -> None:
        """Tell that a row was clicked, and how."""
        how: Literal["plain", "one", "up to"] = "plain"
        if event.ctrl or event.meta:
            how = "one"
        elif event.shift:
            how = "up to"
        self.post_message(self.Clicked(self, index, how))

    def _paint(self, index: int, under_cursor: bool, marked: bool) -> Strip:  # noqa: FBT001 - a key
        width = self.size.width
        cursor = self._look("marked") if marked else Look.null()
        cursor += self._cursor_look() if under_cursor else Look.null()
        plain = self._look(_PLAIN)
        segments = [
            Segment(piece.text, plain + self._look(piece.role) + cursor)
            for piece in self.paint_row(index, width)
        ]
        return Strip(segments).adjust_cell_length(width, plain + cursor)

    def _below(self, y: int) -> Strip:
        """Where there is no row; where there is none at all, what is said instead."""
        width, plain = self.size.width, self._look(_PLAIN)
        room = max(width - 2, 1)
        lines = [line for each in self._instead for line in wrap(each, room)]
        if self.row_count() or not 1 <= y <= len(lines):
            return Strip.blank(width, plain)
        look = plain + (self._look("dim") if y > 1 else Look.null())
        return Strip([Segment(f" {lines[y - 1]}", look)]).adjust_cell_length(width, plain)

    def _cursor_look(self) -> Look:
        return self._look("cursor" if self.has_focus else "resting")

    def _look(self, kind: str) -> Look:
        if kind not in self._looks:
            own = look_of(self, f"row--{kind}")
            self._looks[kind] = self.rich_style + own if kind == _PLAIN else own
        return self._looks[kind]

    def _keep_in_sight(self, index: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        first = self.first_with(index)
        if first < top:
            self._scroll_to_line(first)
        elif height and index >= top + height:
            self._scroll_to_line(index - height + 1)

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, force=True, immediate=True)
