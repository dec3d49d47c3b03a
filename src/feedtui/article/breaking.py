"""Where the lines of a text may end: at blanks, and by the rules of scripts that have none.

The script decides, not a declared language: no line is hyphenated, so nothing else depends on the
language. Chinese and Japanese break between any two signs but for the rules of kinsoku; Korean at
blanks; Thai, Lao, Khmer and Burmese between syllables as far as those can be told without a
dictionary. A word or an address that is longer than a line breaks behind one of its signs, or else
where the line is full.

Lines are handed out as places in the text, so that whoever knows the styles of the text can cut
them along.
"""

import re
from collections.abc import Iterator
from unicodedata import category

from feedtui.article.cells import fit

_IDEOGRAPHS = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff9f\uffe0-\uffe6\U00020000-\U0003fffd"
)
_PICTURES = "\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001f3fa\U0001f400-\U0001faff"
_SYLLABLES = "\u0e01-\u0e4e\u0e81-\u0ede\u1000-\u104f\u1780-\u17dc"

_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_PICTURE = re.compile(f"[{_PICTURES}]")
_SYLLABLE = re.compile(f"[{_SYLLABLES}]")
_CANDIDATE = re.compile(
    f"[{_IDEOGRAPHS}{_PICTURES}{_SYLLABLES}\u2000-\u2006\u2008-\u200a\u2010\u2013\u2014\u0f0b\u1361-]"
)
"""One of these is before or behind every place within a word at which a line may end."""

# Kinsoku (JIS X 4051, and CLREQ for Chinese): closing marks, small kana and units don't begin a
# line, opening marks and currencies don't end one. Pairs of dashes and dots are never taken apart.
_NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉ー〜～…‥々〻ヽヾゝゞ％‰℃°′″￠／"
    "」』）］｝〕〉》】〙〗〟｠»›’”"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
    ",.!?:;)]}%'\""
    "\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f"  # Thai
    "\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u0eaf"  # Lao
    "\u17d4\u17d5\u17d6\u17d7\u17da\u104a\u104b\u104c\u104d\u104f"  # Khmer, Burmese
)
_NEVER_LAST = frozenset(
    "「『（［｛〔〈《【〘〖〝｟«‹‘“([{'\"￥＄￡$€£¥№＃#"
    "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"  # vowels written first
)
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7ff]")

_STACKING = frozenset("\u1039\u17d2")
"""By these Burmese and Khmer put the next letter below the last."""

_NEEDS_AN_END = re.compile("[\u0e31\u0e37\u0e47\u0eb1\u0ebb][\u0e48-\u0e4b\u0ec8-\u0ecb]?")
"""Thai and Lao vowels behind which a syllable goes on."""

_ENDING = re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c|[\u1000-\u1021]\u1037?[\u1039\u103a]")
"""A letter that ends the syllable before it: a silent one in Thai, a final one in Burmese."""

_DASHES = frozenset("-‐–—")
_ENDERS = frozenset("\u0f0b\u1361\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a")
"""What stands between words in Tibetan and Ethiopic, and blanks of other widths."""

_HANG = 2
_SIGNS = "-/?&=._,:;+%#"
_BEHIND_SLASH = re.compile(rf"/(?![{_SIGNS}])")
_BEHIND_SIGN = re.compile(rf"[{_SIGNS}](?![{_SIGNS}])")


def lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of the text starts and ends when it is filled to `width` cells, at least 1.

    `\\n` ends a line; blanks at which a line is broken belong to neither. At a width of 1 wide
    characters don't fit; see `cells.squeezed`.
    """
    for start, stop in _written_lines(text):
        yield from _filled(text, start, stop, width)


def verbatim_lines(text: str, width: int, spare: int) -> Iterator[tuple[int, int]]:
    """The same for text in which blanks count: what is too long goes on further in, see `hang`."""
    for start, stop in _written_lines(text):
        end = _full(text, start, stop, width)
        yield start, end
        left = width - hang(text[start:end], spare) if end < stop else width
        while end < stop:
            begin, end = end, _full(text, end, stop, left)
            yield begin, end


def hang(first: str, spare: int) -> int:
    """How many cells further in a line of code goes on that begins like this; `spare` at most."""
    if spare < _HANG:
        return 0
    return min(len(first) - len(first.lstrip(" ")) + _HANG, spare)


def _written_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that the writer ended starts and ends."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _last_break(text: str, start: int, limit: int) -> int:
    """The last place in front of `limit` or there at which a line may end."""
    blank = text.rfind(" ", start + 1, limit + 1)
    word = start if blank < 0 else blank + 1
    if _CANDIDATE.search(text, word, limit + 1) and not _is_address(text[word:limit]):
        for place in range(limit, word, -1):
            if _may_break(text, place):
                return blank if _is_guess(text, place, blank, start) else place
    return blank if blank > start else _break_within_word(text, start, limit)


def _is_address(word: str) -> bool:
    return "/" in word and word.isascii()


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


def _full(text: str, start: int, stop: int, width: int) -> int:
    """Where the line ends: behind a blank, when there is one in its last third."""
    limit = fit(text, start, stop, width)
    if limit == stop:
        return stop
    blank = text.rfind(" ", start + (limit - start) * 2 // 3, limit)
    return limit if blank < 0 else blank + 1


def _is_guess(text: str, place: int, blank: int, start: int) -> bool:
    """Whether a blank, which is near, is a better end than what may be amid a word."""
    return _SYLLABLE.match(text, place) is not None and blank - start > (place - start) * 2 // 3


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end between two characters that no blank separates."""
    before, after = text[place - 1], text[place]
    if before in _DASHES and before != after:
        return _may_end_in_dash(text, place)
    if before.isascii() and after.isascii():
        return False
    if before in _ENDERS:
        return after not in _ENDERS
    if after in _NEVER_FIRST or before in _NEVER_LAST or not _begins(text, place):
        return False
    if _SYLLABLE.match(before) and _SYLLABLE.match(after):
        return _is_between_syllables(text, place)
    return _is_between_signs(before, after)


def _may_end_in_dash(text: str, place: int) -> bool:
    before, last = text[place - 1], text[place - 2 : place - 1]
    return text[place].isalpha() and (last.isalpha() or last == before == "—")


def _is_between_syllables(text: str, place: int) -> bool:
    if _ENDING.match(text, place):
        return False
    return _NEEDS_AN_END.fullmatch(text, max(place - 2, 0), place) is None and (
        _NEEDS_AN_END.fullmatch(text, place - 1, place) is None
    )


def _is_between_signs(before: str, after: str) -> bool:
    """Whether there is an ideograph on a side, or there are pictures on both."""
    if _HANGUL.match(before) or _HANGUL.match(after):
        return False
    if _IDEOGRAPH.match(before) or _IDEOGRAPH.match(after):
        return True
    return bool(_PICTURE.match(before) and _PICTURE.match(after))


def _begins(text: str, place: int) -> bool:
    """Whether a grapheme begins here, as far as scripts go that break without blanks."""
    if text[place - 1] in _STACKING or text[place - 1] == "\u200d":
        return False
    return category(text[place]) not in {"Mn", "Mc", "Me", "Cf", "Sk"}


def _break_within_word(text: str, start: int, limit: int) -> int:
    """For a word that is longer than a line: behind a sign as in addresses, if there is one."""
    length = limit - start
    for sign, first in ((_BEHIND_SLASH, length * 2 // 3), (_BEHIND_SIGN, length // 2)):
        places = (match.end() for match in sign.finditer(text, start + first, limit + 1))
        behind = max((place for place in places if place <= limit), default=start)
        if behind > start and _begins(text, behind):
            return behind
    return limit - 1 if text[start + 1 : limit + 1].endswith("://") else limit
