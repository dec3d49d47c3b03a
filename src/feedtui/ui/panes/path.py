"""The way to where the person is, above the single pane of a narrow screen."""

from collections.abc import Sequence

from rich.text import Text
from textual.widget import Widget

_BETWEEN = " › "


class PathBar(Widget):
    """One line with the steps of the way."""

    def __init__(self) -> None:
        super().__init__(id="path")
        self._steps: Sequence[str] = ()

    def show(self, steps: Sequence[str]) -> None:
        """Show another way."""
        if steps != self._steps:
            self._steps = steps
            self.refresh()

    def render(self) -> Text:
        """As much of the way as there is room for."""
        room = max(self.size.width - 2, 0)
        path = fitting_path(self._steps, room)
        path.truncate(room, overflow="ellipsis")
        return Text.assemble(" ", path, no_wrap=True)


def fitting_path(steps: Sequence[str], room: int) -> Text:
    """The last steps, as many as leave the very last one half of the room, or need no more."""
    for start in range(len(steps)):
        way = Text(_BETWEEN.join((*(("…",) if start else ()), *steps[start:-1], "")))
        path = way + steps[-1]
        if path.cell_len <= room or way.cell_len <= room // 2:
            return path
    return Text(steps[-1] if steps else "")
