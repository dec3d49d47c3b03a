"""The line between two panes: dragged to make one wider, and a sign of which has the keyboard."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from feedtui.ui.looks import look_of

Side = Literal["left", "right", ""]
"""On which side of a border the keyboard is, if it is next to it."""

_LINES: dict[Side, str] = {"left": "┃", "right": "┃", "": "│"}
_ARROWS: dict[Side, str] = {"left": "◂", "right": "▸", "": "│"}


class Border(Widget):
    """A vertical line, thick beside the pane that has the keyboard, with an arrow to it on top."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"border--beside"}
    ALLOW_SELECT = False

    class Dragged(Message):
        """The border is wanted some columns further to the right, or to the left."""

        def __init__(self, border: "Border", by: int) -> None:
            super().__init__()
            self.border = border
            self.by = by

        @property
        def control(self) -> "Border":
            """The border that sent it."""
            return self.border

    def __init__(self, number: int) -> None:
        super().__init__(classes="border")
        self.number = number
        self._side: Side = ""
        self._held = False

    def point(self, side: Side) -> None:
        """Show where the keyboard is."""
        if side != self._side:
            self._side = side
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One cell of the line."""
        look = self.rich_style
        if self._side:
            look += look_of(self, "border--beside")
        sign = _LINES[self._side] if y else _ARROWS[self._side]
        return Strip([Segment(sign, look)], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the border."""
        self._held = True
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Ask for the border to be where the mouse is."""
        by = event.screen_x - self.region.x
        if self._held and by:
            self.post_message(self.Dragged(self, by))

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the border."""
        self._held = False
        self.release_mouse()


def sides(shown: Sequence[str], at: str) -> tuple[Side, Side]:
    """Where the keyboard is, as seen from the first and the second border between the panes."""
    place = shown.index(at)
    pointed: list[Side] = ["", ""]
    if place > 0:
        pointed[place - 1] = "right"
    if place < len(shown) - 1:
        pointed[place] = "left"
    return pointed[0], pointed[1]
