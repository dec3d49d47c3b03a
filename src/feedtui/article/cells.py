"""Text measured in terminal cells.

A cell is what a Latin letter takes; an ideograph takes two, an accent none. What belongs together
on the screen (a letter and its accents, an emoji and its joiners) is a grapheme, and is measured as
one. Texts in which every character is a cell or two, most of them, are measured by counting.
"""

import re
from collections.abc import Iterator
from unicodedata import category

from wcwidth import iter_graphemes, wcswidth, wcwidth

NARROW = (
    " -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05f4\u0620-\u064a\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2319\u2500-\u25fc\u27c0-\u27ff\u2900-\u2aff"
    "\U0001d400-\U0001d7ff"
)
"""Characters of one cell that never join the one before, as a class of a pattern."""

WIDE = "\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60"
"""The same with two cells."""

MOST_OF_A_CELL = 5
"""Characters: a letter, and as many marks as `clean` leaves on it."""

_NARROW = re.compile(f"[{NARROW}]*")
_SIMPLE = re.compile(f"[{NARROW}{WIDE}]*")
_LONGEST_GRAPHEME = 64
_BOX = "□"
_MARKS = frozenset(("Mn", "Mc", "Me"))
_LAST_LATIN = "\u02ff"


def cells(text: str) -> int:
    """How many cells the text takes in a line, in which something may stand before it."""
    return len(text) if text.isascii() else max(0, wcswidth(f" {text}") - 1)


def fit(text: str, start: int, stop: int, width: int) -> int:
    """The furthest place up to which the text from `start` takes no more than `width` cells.

    At least one character further than `start`, unless that is `stop`.
    """
    end = min(stop, start + width)
    ahead = text[start : min(stop, end + 1)]
    if ahead.isascii() or _NARROW.fullmatch(ahead):
        return end
    place, left = _fit_words(text, start, stop, width)
    place, left = _fit_simple(text, place, min(stop, place + left + 1), left)
    if left > 0 and place < stop:
        place = _fit_graphemes(text, place, stop, left)
    return place if place > start else min(start + 1, stop)


def squeezed(text: str, width: int) -> str:
    """The text with a sign in the place of each letter that is wider than the line.

    A line of one cell has no room for accents either.
    """
    if width > 1 or text.isascii():
        return text
    return "".join(map(_squeezed, text))


def _squeezed(letter: str) -> str:
    taken = wcwidth(letter)
    return letter if taken == 1 or letter == "\n" else _BOX if taken > 1 else ""


def _fit_words(text: str, start: int, stop: int, width: int) -> tuple[int, int]:
    """Words as long as there is twice the room that they need; how far, and how much is left."""
    place, left = start, width
    while (blank := text.rfind(" ", place + 1, min(stop, place + left // 2))) > 0:
        left -= cells(text[place:blank])
        place = blank
    return place, left


def _fit_simple(text: str, start: int, stop: int, width: int) -> tuple[int, int]:
    """The same as far as every character is a grapheme of one or two cells."""
    match = _SIMPLE.match(text, start, stop)
    end = start if match is None else match.end()
    sure = end if end == stop else end - 1
    place, left = start, width
    while place < sure and left > 0:
        step = min(max(left // 2, 1), sure - place)
        taken = wcswidth(text[place : place + step])
        if taken > left:
            return place, 0
        place += step
        left -= taken
    return place, left


def _fit_graphemes(text: str, start: int, stop: int, width: int) -> int:
    place = start
    left = width
    for grapheme in _graphemes(text[start : min(stop, start + width * 4 + _LONGEST_GRAPHEME)]):
        left -= cells(grapheme)
        if left < 0:
            break
        place += len(grapheme)
    return place


def _graphemes(text: str) -> Iterator[str]:
    """The graphemes of the text; a vowel that is one by itself (UAX 29) stays with its letter."""
    held = ""
    for grapheme in iter_graphemes(text):
        if held and grapheme[0] > _LAST_LATIN and category(grapheme[0]) in _MARKS:
            held += grapheme
            continue
        if held:
            yield held
        held = grapheme
    if held:
        yield held
