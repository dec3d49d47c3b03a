"""A question that is answered with yes or no, before something that concerns a lot."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class QuestionDialog(ModalScreen[bool]):
    """A question over the main screen: y or Enter means yes; n, q or Escape means no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "dismiss(True)", "Yes"),
        Binding("n,q,escape", "dismiss(False)", "No"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, and how to answer it."""
        with Vertical(id="dialog"):
            yield Static(self._question, markup=False)
            yield Static("y or Enter: yes · n or Escape: no", markup=False)
