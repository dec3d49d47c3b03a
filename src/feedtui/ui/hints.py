"""Letters for everything in sight that leads somewhere, as few of them as possible.

What leads to the same place has the same letters. No hint is the beginning of another, so that the
last letter of one is all that it takes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from feedtui.article.document import Span, Style
from feedtui.article.layout import Line

Goal = int | str
"""Where text leads: a number into the document's links, or the name of a place in the article."""

LETTERS = "asdfghjkl" + "qwertyuiop" + "zxcvbnm"
"""The row under the fingers first."""

_LAYOUT = Style.INDENT | Style.QUOTE | Style.MARKER


class Spot(NamedTuple):
    """Where text that leads somewhere begins: the line, and the character in it."""

    line: int
    start: int
    goal: Goal


@dataclass(frozen=True, slots=True)
class Hint:
    """What to type for a goal, and where it stands."""

    letters: str
    goal: Goal
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The person has said where to go."""

    goal: Goal


@dataclass(frozen=True, slots=True)
class Following:
    """The person is about to say where to go, by letters or by one of `numbers` links' number."""

    hints: tuple[Hint, ...]
    numbers: int
    typed: str = ""

    def press(self, key: str) -> "Following | Chosen | None":
        """What a key makes of it: None ends it, a key that can't be meant changes nothing."""
        if key == "escape":
            return None
        if key == "backspace":
            return replace(self, typed=self.typed[:-1]) if self.typed else None
        if key == "enter":
            return Chosen(int(self.typed)) if self.typed.isdecimal() else self
        return self._with(self.typed + key)

    def _with(self, typed: str) -> "Following | Chosen":
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= self.numbers:
            return replace(self, typed=typed)
        matching = [hint for hint in self.hints if hint.letters.startswith(typed)]
        if not matching:
            return self
        if matching[0].letters == typed:
            return Chosen(matching[0].goal)
        return replace(self, typed=typed)

    @property
    def shown(self) -> tuple[Hint, ...]:
        """The hints that may still be meant, without the letters that were typed."""
        typed = "" if self.typed.isdecimal() else self.typed
        return tuple(
            replace(hint, letters=hint.letters[len(typed) :])
            for hint in self.hints
            if hint.letters.startswith(typed)
        )


def hints_for(lines: Sequence[Line], sight: range) -> tuple[Hint, ...]:
    """A hint for every goal that the lines in sight lead to, in reading order."""
    goals: dict[Goal, list[Spot]] = {}
    for spot in spots_in(lines, sight):
        goals.setdefault(spot.goal, []).append(spot)
    return tuple(
        Hint(letters, goal, tuple(spots))
        for letters, (goal, spots) in zip(sequences(len(goals)), goals.items(), strict=False)
    )


def spots_in(lines: Sequence[Line], sight: range) -> Iterator[Spot]:
    """Where text in these lines leads somewhere; once for a link that goes on in the next line."""
    before: Goal | None = None
    for number in sight:
        start = 0
        for span in lines[number].spans:
            goal = goal_of(span)
            if goal is not None and goal != before:
                yield Spot(number, start, goal)
            if not span.style & _LAYOUT:
                before = goal
            start += len(span.text)


def goal_at(line: Line, place: int) -> Goal | None:
    """Where a character of the line leads."""
    for span in line.spans:
        place -= len(span.text)
        if place < 0:
            return goal_of(span)
    return None


def goal_of(span: Span) -> Goal | None:
    """Where a span leads."""
    return span.target if span.link is None else span.link


def sequences(count: int) -> tuple[str, ...]:
    """Letters for so many hints, at most two for each; the first ones are the shortest."""
    all_of_them = len(LETTERS)
    first = next((first for first in range(all_of_them + 1) if count <= _reach(first)), all_of_them)
    alone = LETTERS[: all_of_them - first]
    pairs = (one + two for one in LETTERS[all_of_them - first :] for two in LETTERS)
    return (*alone, *pairs)[:count]


def _reach(first: int) -> int:
    """How many hints there can be when so many letters begin pairs."""
    return len(LETTERS) - first + first * len(LETTERS)
