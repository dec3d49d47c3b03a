"""The command line: a command's name and, where it takes them, words, with completion."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from feedtui.ui.choices import Choice, completions
from feedtui.ui.painting import Piece, fit
from feedtui.ui.panes.prompt import Prompt
from feedtui.ui.rows import RowList
from feedtui.ui.typed import Typed, typed

MOST_SHOWN = 8
"""Rows of what a line may become."""

_NAME = 22

Words = Callable[[str], Sequence[str]]
"""The words that a command of a name suggests."""


class Offers(RowList):
    """What the line may become, and what that does."""

    def __init__(self, known: Sequence[Choice]) -> None:
        super().__init__(id="line-offers")
        self._helps = {choice.line: choice.help for choice in known}
        self.lines: tuple[str, ...] = ()

    def show(self, lines: tuple[str, ...], cursor: int) -> None:
        """Show these; the cursor is on the one that the line is now, -1 for none."""
        self.lines = lines
        self.display = bool(lines)
        self.styles.height = min(len(lines), MOST_SHOWN)
        self.rows_changed(max(cursor, 0))

    def row_count(self) -> int:
        """One row for each."""
        return len(self.lines)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """The line, and what it does."""
        line = self.lines[index]
        room = min(max(_NAME, len(line) + 2), width)
        return [
            Piece(fit(f" {line}", room), "plain"),
            Piece(fit(self._helps.get(line, ""), max(width - room, 0)), "dim"),
        ]


class CommandLine(ModalScreen[str | None]):
    """A line at the foot of the screen. Enter does it, Escape leaves, Tab completes.

    Up and Down go through what was told before in this session.
    """

    def __init__(self, known: tuple[Choice, ...], words: Words, history: Sequence[str]) -> None:
        super().__init__()
        self._known = known
        self._words = words
        self._history = (*history, "")
        self._past = len(history)
        self._offers = Offers(known)
        self._prompt = Prompt(":", "a command; Tab completes it")
        self._typed = Typed()
        self._begun = ""
        self._turn = -1

    def compose(self) -> ComposeResult:
        """What the line may become, and the line."""
        with Vertical(id="line"):
            yield self._offers
            yield self._prompt

    def on_mount(self) -> None:
        """Nothing is offered before something is typed."""
        self._show(self._typed, ())

    def press(self, key: str) -> bool:
        """Take a key before the toolkit does; whether it means anything here."""
        match key:
            case "escape":
                self.dismiss(None)
            case "enter":
                self.dismiss(self._typed.text.strip() or None)
            case "backspace" if not self._typed.text:
                self.dismiss(None)
            case "tab" | "shift+tab":
                self._complete(1 if key == "tab" else -1)
            case "up" | "down":
                self._recall(1 if key == "down" else -1)
            case _:
                if after := self._typed.press(key):
                    self._type(after)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is typed."""
        self._type(self._typed.insert(event.text))

    def _type(self, after: Typed) -> None:
        self._begun, self._turn = after.text, -1
        self._show(after, self._becoming(after.text))

    def _complete(self, by: int) -> None:
        """Go on to the next of what the line may become."""
        lines = self._becoming(self._begun)
        if not lines:
            return
        self._turn = (self._turn + by) % len(lines) if self._turn >= 0 or by > 0 else len(lines) - 1
        self._show(typed(lines[self._turn]), lines)

    def _recall(self, by: int) -> None:
        self._past = max(0, min(len(self._history) - 1, self._past + by))
        self._type(typed(self._history[self._past]))

    def _show(self, after: Typed, lines: tuple[str, ...]) -> None:
        self._typed = after
        self._prompt.show(after)
        self._offers.show(lines, self._turn)

    def _becoming(self, text: str) -> tuple[str, ...]:
        name, blank, words = text.partition(" ")
        if not text:
            return ()
        if not blank:
            return completions(self._known, text)
        before, _, last = words.rpartition(" ")
        begun = f"{name} {before} " if before else f"{name} "
        return tuple(f"{begun}{word}" for word in self._words(name) if word.startswith(last))
