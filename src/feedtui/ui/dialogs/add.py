"""Asking for a feed to subscribe to."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


@dataclass(frozen=True, slots=True)
class Wish:
    """A feed that the person wants: its address or a page's, and the folder for it."""

    address: str
    folder: str


class AddDialog(ModalScreen[Wish | None]):
    """Asks for an address and a folder. Enter takes them, Escape takes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """Two lines to fill in."""
        with Vertical(id="dialog"):
            yield Static("Address of a feed, or of a page that has one", markup=False)
            yield Input(placeholder="example.org", id="address")
            yield Static("Folder (may stay empty; Tech/Python nests)", markup=False)
            yield Input(value=self._folder, id="folder")
            yield Static("Enter subscribes · Tab goes on · Escape leaves", markup=False)

    def on_input_submitted(self) -> None:
        """Give the answer, if there is an address."""
        address = self.query_one("#address", Input).value.strip()
        if address:
            self.dismiss(Wish(address, self.query_one("#folder", Input).value.strip()))
