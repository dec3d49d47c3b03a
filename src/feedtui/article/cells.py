"""Text measured in terminal cells, and broken into lines.

A cell is what a Latin letter takes; an ideograph takes two, an accent none. What belongs together
on the screen (a letter and its accents, an emoji and its joiners) is a grapheme and stays in one
line, unless it is wider than the line. Lines are handed out as places in the text, so that whoever
knows the styles of the text can cut them along.

Texts in which a character is a cell, most of them, are measured by counting.
"""

import re
from collections.abc import Iterator

from wcwidth import iter_graphemes, wcswidth, wcwidth

_NARROW = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20cf\u2100-\u22ff]*"
)
_WIDE = re.compile(
    "[\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]*"
)

# Chinese and Japanese may be broken between any two characters, but for the rules of kinsoku
# (JIS X 4051): closing marks and small kana don't begin a line, opening marks don't end one.
_CJK = re.compile(
    "[\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff01-\uffef"
    "\U00020000-\U0003fffd]"
)
_NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉ー〜～…‥々〻ヽヾゝゞ％℃」』）］｝〕〉》】〙〗’”»›"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u3099\u309a\uff9e\uff9f\uff61\uff63\uff64"
    ",.!?:;)]}%"
)
_NEVER_LAST = frozenset("「『（［｛〔〈《【〘〖‘“«‹([{￥＄")

_JOINER = "\u200d"
_DASHES = "-–—"
_ADDRESS_BREAKS = "/-?&=._,:;+%#"
_LONGEST_GRAPHEME = 64


def cells(text: str) -> int:
    """How many cells the text takes in a line."""
    return len(text) if text.isascii() else max(0, wcswidth(text))


def lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of the text starts and ends when it is filled to `width` cells, at least 1.

    `\\n` ends a line; blanks at which a line is broken belong to neither. At a width of 1 wide
    characters don't fit; see `squeezed`.
    """
    for start, stop in _paragraph_lines(text):
        yield from _filled(text, start, stop, width)


def verbatim_lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The same for text in which blanks count: what is too long goes on in the next line."""
    for start, stop in _paragraph_lines(text):
        yield from _cut(text, start, stop, width)


def fit(text: str, start: int, stop: int, width: int) -> int:
    """The furthest place up to which the text from `start` takes no more than `width` cells.

    At least one character further than `start`, unless that is `stop`.
    """
    ahead = text[start : min(stop, start + width + 1)]
    if ahead.isascii() or _NARROW.fullmatch(ahead):
        return min(stop, start + width)
    if _WIDE.fullmatch(text, start, min(stop, start + width // 2 + 1)):
        return min(stop, start + max(1, width // 2))
    return _fit_graphemes(text, start, stop, width)


def squeezed(text: str, width: int) -> str:
    """The text with a sign in the place of each character that is wider than the line."""
    if width > 1 or text.isascii():
        return text
    return "".join("□" if wcwidth(letter) > width else letter for letter in text)


def _fit_graphemes(text: str, start: int, stop: int, width: int) -> int:
    place = start
    left = width
    for grapheme in iter_graphemes(text[start : min(stop, start + width * 4 + _LONGEST_GRAPHEME)]):
        left -= cells(grapheme)
        if left < 0:
            break
        place += len(grapheme)
    return place if place > start else min(start + 1, stop)


def _paragraph_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _filled(text: str, start: int, stop: int, width: int) -> Iterator[tuple[int, int]]:
    while (limit := fit(text, start, stop, width)) < stop:
        end = _last_break(text, start, limit)
        shown = end
        while shown > start and text[shown - 1] == " ":
            shown -= 1
        yield start, shown
        start = end
        while start < stop and text[start] == " ":
            start += 1
    yield start, stop


def _cut(text: str, start: int, stop: int, width: int) -> Iterator[tuple[int, int]]:
    while (limit := fit(text, start, stop, width)) < stop:
        blank = text.rfind(" ", start + (limit - start) * 2 // 3, limit)
        end = limit if blank < 0 else blank + 1
        yield start, end
        start = end
    yield start, stop


def _last_break(text: str, start: int, limit: int) -> int:
    """The last place in front of `limit` or there at which a line may end."""
    blank = text.rfind(" ", start + 1, limit + 1)
    word = max(blank, start) + 1
    for place in range(limit, word, -1):
        if _may_break(text, place):
            return place
    return blank if blank > start else _break_within_word(text, start, limit)


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end between two characters that no blank separates."""
    before, after = text[place - 1], text[place]
    if before in _DASHES:
        return after.isalpha() and text[place - 2].isalpha()
    if before.isascii() and after.isascii():
        return False
    if after in _NEVER_FIRST or before in _NEVER_LAST or before == _JOINER:
        return False
    return bool(_CJK.match(before) or _CJK.match(after)) and wcwidth(after) > 0


def _break_within_word(text: str, start: int, limit: int) -> int:
    """For a word that is longer than a line: behind a sign as in addresses, if there is one."""
    half = start + (limit - start) // 2
    behind = max(text.rfind(sign, half, limit) for sign in _ADDRESS_BREAKS) + 1
    if behind > half and wcwidth(text[behind]) > 0:
        return behind
    return limit
