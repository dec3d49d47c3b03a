"""Where the words that a person types stand in the lines of an article.

A person types what is quick to type: small letters, no accents, plain quotes, one blank. So the
text is folded to that, letter by letter, which keeps every place. A capital letter in the words
means that case counts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

from feedtui.article.layout import Line
from feedtui.article.logical import Piece, pieces

MOST_HITS = 5000
"""No more are looked for: nobody goes through them."""

_LONGEST = 200
"""Characters of the words that are looked for."""

_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
"""What readers leave out when they type: accents, points of Hebrew, vowels of Arabic."""

_MARK = re.compile(f"[{_MARKS}]")
_FOREIGN = re.compile("[^\x00-\x7f\u3040-\u9fff\uac00-\ud7a3]+")
"""Letters that may be folded: Chinese, Japanese and Korean ones are typed as they are."""

_BLANKS = r"(?: *\n *| +)"
_PLAIN = str.maketrans("‘’‚‛′“”„‟″‐‑‒–—―−ς", "'''''\"\"\"\"\"-------σ")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a line's text."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand; more than one mark where a line ends within it."""

    marks: tuple[Mark, ...]


def find(lines: Sequence[Line], words: str) -> tuple[Hit, ...]:
    """The first `MOST_HITS` hits in reading order; none for empty words.

    A blank in the words is any number of them in the text, or the end of a line.
    """
    wanted = " ".join(words[:_LONGEST].split())
    if not wanted:
        return ()
    text, found = _joined(lines)
    fold = _small if wanted == wanted.lower() else _folded
    matches = _pattern(fold(wanted), text).finditer(fold(text))
    starts = [start for start, _ in found]
    return tuple(
        Hit(tuple(_marks(found, starts, match.start(), match.end())))
        for match in islice(matches, MOST_HITS)
    )


_Found = list[tuple[int, Piece]]
"""Pieces, and where each starts in the text of all."""


def _joined(lines: Sequence[Line]) -> tuple[str, _Found]:
    texts: list[str] = []
    found: _Found = []
    length = 0
    for piece in pieces(lines):
        length += len(piece.joint)
        found.append((length, piece))
        length += len(piece.text)
        texts += piece.joint, piece.text
    return "".join(texts), found


def _pattern(words: str, text: str) -> re.Pattern[str]:
    """The words, where a text has loose marks with any behind each letter."""
    behind = f"[{_MARKS}]*" if _MARK.search(text) else ""
    letters = (_BLANKS if letter == " " else re.escape(letter) + behind for letter in words)
    return re.compile("".join(letters))


def _small(text: str) -> str:
    return _FOREIGN.sub(lambda match: "".join(map(_small_letter, match[0])), text).lower()


def _folded(text: str) -> str:
    return _FOREIGN.sub(lambda match: "".join(map(_letter, match[0])), text)


@lru_cache(maxsize=4096)
def _small_letter(letter: str) -> str:
    small = _letter(letter).lower()
    return small if len(small) == 1 else letter


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """The one character that is typed for this one."""
    simple = normalize("NFKC", letter)
    whole = normalize("NFD", simple if len(simple) == 1 else letter)
    base = whole[0] if all(map(_MARK.match, whole[1:])) else letter
    return base.translate(_PLAIN)


def _marks(found: _Found, starts: list[int], start: int, end: int) -> Iterator[Mark]:
    """Where a stretch of the text stands in the lines."""
    for number in range(bisect_right(starts, start) - 1, len(found)):
        first, piece = found[number]
        if first >= end:
            return
        low, high = max(start - first, 0), min(end - first, len(piece.text))
        if low < high:
            yield Mark(piece.line, piece.start + low, piece.start + high)
