"""An app that wears a theme, on a terminal that may have no colours, or only a few."""

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter
from textual.theme import Theme

from feedtui.ui.driver import TerminalDriver
from feedtui.ui.edge import Looks
from feedtui.ui.themes import TERMINAL, with_ours

_FEW = (None, "standard")
"""What the toolkit calls it when a terminal has its own sixteen colours, or none."""


class DressedApp(App[bytes]):
    """Shows everything in the `looks` that were chosen, until it is told to `wear` others."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        super().__init__(driver_class=TerminalDriver)
        self.wear(looks.theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The toolkit's filters, and those of the looks."""
        return self.looks.filters(super().get_line_filters())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and those that go by our own names."""
        return with_ours(super().get_css_variables(), self.current_theme)

    def wear(self, theme: Theme) -> None:
        """Show everything in a theme from now on."""
        self.register_theme(theme)
        self.theme = theme.name

    def suit_terminal(self) -> None:
        """Where shades would come out as any of sixteen colours, take the terminal's own."""
        if self.console.color_system in _FEW and not self.current_theme.ansi:
            self.wear(TERMINAL)
