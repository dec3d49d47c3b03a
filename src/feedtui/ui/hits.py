"""A search in an article: what was looked for, where it stands, and which hit is looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from feedtui.article.layout import Line
from feedtui.article.search import MOST_HITS, Hit, find


class Marked(NamedTuple):
    """Characters `start` to `end` of a line, which belong to a hit."""

    start: int
    end: int
    hit: int


@dataclass(frozen=True, slots=True)
class Search:
    """Words and their hits, of which `at` is the current one. `marks` are the hits by line.

    While there are no hits, `at` is how many the person wants to be away from the first.
    """

    words: str
    hits: tuple[Hit, ...] = ()
    marks: Mapping[int, Sequence[Marked]] = field(default_factory=dict)
    at: int = 0
    done: bool = True

    def moved(self, by: int) -> "Search":
        """At another hit, around the ends."""
        at = self.at + by
        return replace(self, at=at % len(self.hits) if self.hits else at)

    @property
    def line(self) -> int | None:
        """The line of the current hit."""
        return self.hits[self.at].marks[0].line if self.hits else None

    @property
    def count(self) -> str:
        """Which hit of how many, in words."""
        return f"“{self.words}” {self._found()}"

    def _found(self) -> str:
        if not self.done:
            return "…"
        if not self.hits:
            return "not found"
        more = "+" if len(self.hits) == MOST_HITS else ""
        return f"{self.at + 1}/{len(self.hits)}{more}"


def searching(lines: Sequence[Line], words: str, top: int) -> Iterator[Search]:
    """`search` as the one step of work that is done aside."""
    yield search(lines, words, top)


def search(lines: Sequence[Line], words: str, top: int) -> Search:
    """The hits of some words; the current one is the first from line `top` on."""
    hits = find(lines, words)
    below = (number for number, hit in enumerate(hits) if hit.marks[0].line >= top)
    return Search(words, hits, _by_line(hits), next(below, 0))


def _by_line(hits: Sequence[Hit]) -> Mapping[int, Sequence[Marked]]:
    marked: dict[int, list[Marked]] = {}
    for number, hit in enumerate(hits):
        for mark in hit.marks:
            marked.setdefault(mark.line, []).append(Marked(mark.start, mark.end, number))
    return marked
