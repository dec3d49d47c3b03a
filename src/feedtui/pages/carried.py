"""Whether a feed carries whole articles, the beginnings of them, or nothing but titles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from feedtui.pages.words import count_words, is_short

MOST_READ = 20
"""Entries whose texts are looked at; the newest say enough."""

Carries = Literal["articles", "summaries", "titles"]


@dataclass(frozen=True, slots=True)
class Carried:
    """What the entries of a feed mostly have, and how many words that are as a rule."""

    kind: Carries = "titles"
    words: int = 0


TITLES = Carried()


def carried(texts: Sequence[str]) -> Carried:
    """What the texts of a feed's entries, as HTML, amount to."""
    read = texts[:MOST_READ]
    lengths = sorted(map(count_words, read))
    if not any(lengths):
        return TITLES
    short = sum(map(is_short, read))
    return Carried("summaries" if 2 * short > len(read) else "articles", lengths[len(read) // 2])
