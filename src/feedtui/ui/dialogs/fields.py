"""Lines to fill in: a label, and behind it words to type or one of a few to choose."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static


class Completion(Suggester):
    """Completes what is typed to one of the words; behind a comma, what was typed since."""

    def __init__(self, words: Iterable[str], *, comma: str = "") -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = tuple(words)
        self._comma = comma

    async def get_suggestion(self, value: str) -> str | None:
        """The value, completed."""
        return completed(value, self._words, self._comma)


def completed(value: str, words: Sequence[str], comma: str = "") -> str | None:
    """The value with its last word completed, whatever its case; None when nothing fits."""
    before, separator, typed = value.rpartition(comma) if comma else ("", "", value)
    word = typed.lstrip()
    if not word:
        return None
    taken = {each.strip() for each in before.split(comma)} if comma else set()
    for each in words:
        if each not in taken and len(each) > len(word) and _begins(each, word):
            blanks = typed[: len(typed) - len(word)]
            return before + separator + blanks + each
    return None


class Field(Horizontal):
    """A label and a line to type in, on one line of the screen."""

    def __init__(self, label: str, line: "Input | OneOf") -> None:
        super().__init__(classes="field")
        self._label = label
        self._line = line

    def compose(self) -> ComposeResult:
        """Side by side."""
        yield Static(self._label, markup=False, classes="label")
        yield self._line


class OneOf(Widget, can_focus=True):
    """One of a few words; Space and the arrows go through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "turn(1)", "Next", show=False),
        Binding("left", "turn(-1)", "Previous", show=False),
    ]

    def __init__(self, words: Sequence[str], value: str, *, name: str) -> None:
        super().__init__(id=name, classes="one-of")
        self._words = tuple(words)
        self._at = self._words.index(value)

    @property
    def value(self) -> str:
        """The word that is chosen."""
        return self._words[self._at]

    def action_turn(self, by: int) -> None:
        """Choose the next word, or the one before."""
        self._at = (self._at + by) % len(self._words)
        self.refresh()

    def on_click(self) -> None:
        """A click goes on to the next one."""
        self.action_turn(1)

    def render(self) -> Text:
        """The chosen word in brackets among the others."""
        words = (f"[{each}]" if each == self.value else f" {each} " for each in self._words)
        return Text(" ".join(words), no_wrap=True)


def line(
    value: str, *, name: str, placeholder: str = "", suggester: Suggester | None = None
) -> Input:
    """A line to type in, which takes one line of the screen."""
    return Input(
        value,
        placeholder,
        id=name,
        suggester=suggester,
        compact=True,
        select_on_focus=False,
        classes="line",
    )


def _begins(whole: str, beginning: str) -> bool:
    return whole[: len(beginning)].casefold() == beginning.casefold()
