"""Asking for a command that is to read the article."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from feedtui.query.walk import step


class PipeDialog(ModalScreen[str | None]):
    """Asks for a command. Up and Down bring back those of before, `typed`, the oldest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("up", "recall(-1)", "Before"),
        Binding("down", "recall(1)", "After"),
    ]

    def __init__(self, typed: Sequence[str]) -> None:
        super().__init__()
        self._lines = [*typed, ""]
        self._at = len(typed)

    def compose(self) -> ComposeResult:
        """A line to fill in."""
        with Vertical(id="dialog"):
            yield Static("Command that reads the article as text; no shell reads it", markup=False)
            yield Input(placeholder="less", id="command")
            yield Static("Enter runs it · Up: one of before · Escape leaves", markup=False)

    def action_recall(self, by: int) -> None:
        """Bring back a command that was typed before."""
        line = self.query_one(Input)
        self._lines[self._at] = line.value
        self._at = step(self._at, by, len(self._lines))
        line.value = self._lines[self._at]
        line.cursor_position = len(line.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Give the answer, if there is one."""
        if message.value.strip():
            self.dismiss(message.value.strip())
