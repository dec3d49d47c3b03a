"""A line that someone types: its text and the cursor in it, and what keys do to them.

The toolkit has a widget for this, which gets keys by and by; a dialog that takes keys itself knows
the whole line at the moment when Enter comes.
"""

from dataclasses import dataclass

from feedtui.clean import clean_line
from feedtui.ui.keynames import character_of

MOST = 500
"""Characters that a line has at most."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, and the place in it before which the next character comes."""

    text: str = ""
    at: int = 0

    def press(self, key: str) -> "Typed | None":
        """The line after a key; None if the key changes no line."""
        match key:
            case "backspace" | "ctrl+h":
                return self._without(self.at - 1, self.at)
            case "delete" | "ctrl+d":
                return self._without(self.at, self.at + 1)
            case "ctrl+w":
                return self._without(self._word(), self.at)
            case "ctrl+u":
                return self._without(0, self.at)
            case "ctrl+k":
                return self._without(self.at, len(self.text))
            case "left" | "ctrl+b":
                return self._moved(self.at - 1)
            case "right" | "ctrl+f":
                return self._moved(self.at + 1)
            case "home" | "ctrl+a":
                return self._moved(0)
            case "end" | "ctrl+e":
                return self._moved(len(self.text))
        character = character_of(key)
        return self.insert(character) if character else None

    def insert(self, text: str) -> "Typed":
        """The line with a text at the cursor, made safe and cut to what there is room for."""
        safe = text if text == " " else clean_line(text)
        safe = safe[: MOST - len(self.text)]
        return Typed(self.text[: self.at] + safe + self.text[self.at :], self.at + len(safe))

    def _moved(self, at: int) -> "Typed":
        return Typed(self.text, max(0, min(len(self.text), at)))

    def _without(self, start: int, end: int) -> "Typed":
        start = max(start, 0)
        return Typed(self.text[:start] + self.text[end:], start)

    def _word(self) -> int:
        """Where the word before the cursor begins."""
        return self.text.rstrip().rfind(" ", 0, self.at) + 1 if self.at else 0


def typed(text: str) -> Typed:
    """A line with the cursor behind it."""
    return Typed(text, len(text))
