"""Asking shortly whether a feed is to go."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from feedtui.library.wording import counted

_YES = ("y", "Y", "enter")
_NO = ("n", "N", "q", "escape")


class RemoveDialog(ModalScreen[bool]):
    """Asks whether to unsubscribe: y and Enter do, n and Escape don't."""

    def __init__(self, title: str, entries: int) -> None:
        super().__init__()
        self._title = title
        self._kept = counted(entries, "entry", "entries")

    def compose(self) -> ComposeResult:
        """The question, and what it means."""
        with Vertical(id="dialog"):
            yield Static(f"Unsubscribe from {self._title}?", markup=False, classes="title")
            yield Static(f"What is kept of it stays: {self._kept}, and your marks.", markup=False)
            yield Static("y unsubscribes (u takes it back) · n doesn't", markup=False, id="hint")

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here."""
        if key in _YES or key in _NO:
            self.dismiss(key in _YES)
            return True
        return False
