"""The line in a dialog where something is typed, with its cursor."""

from rich.text import Text
from textual.widget import Widget

from feedtui.ui.typed import Typed


class Prompt(Widget):
    """A sign, and what was typed behind it; what could be typed, until there is something."""

    def __init__(self, sign: str, placeholder: str = "") -> None:
        super().__init__(classes="prompt")
        self._sign = sign
        self._placeholder = placeholder
        self._typed: Typed | None = None

    def sign(self, sign: str) -> None:
        """Have another sign before what is typed."""
        self._sign = sign
        self.refresh()

    def show(self, typed: Typed | None) -> None:
        """Show what was typed, with the cursor; None while nothing is being typed."""
        self._typed = typed
        self.refresh()

    def render(self) -> Text:
        """The line, of which the part with the cursor is in sight."""
        if self._typed is None:
            return Text(f"{self._sign}{self._placeholder}", "dim", no_wrap=True)
        text, at = self._typed.text, self._typed.at
        room = max(self.size.width - len(self._sign) - 2, 1)
        before, after = text[max(at - room, 0) : at], text[at:]
        line = Text(f"{self._sign}{before}", no_wrap=True)
        line.append(after[:1] or " ", "reverse")
        line.append(after[1:] if text else f" {self._placeholder}", "" if text else "dim")
        line.truncate(self.size.width)
        return line
