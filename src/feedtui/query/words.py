"""What a word is when texts are searched: one meaning for the index, the query and the marks.

Letters are folded: no case, no accents (`naïve` is `naive`, `ё` is `е`, `й` is `и`), `ß` is `ss`,
`ø` is `o`, ligatures and full-width forms are the letters that they stand for. What is neither a
letter nor a digit separates words. Scripts that put no blanks between words (Chinese, Japanese,
Thai, Khmer …), and Korean, whose words carry their particles with them, are cut into single signs,
so that one sign can be looked for, and a word of several is a phrase of them.

The text that comes out holds ASCII, of which letters and digits are words, and other signs, all of
which are: what SQLite's `ascii` tokenizer takes for words, and nothing depends on its release.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

_FOREIGN = re.compile("[^\x00-\x7f]+")
_GAP = re.compile("[^0-9A-Za-z\x80-\U0010ffff]+")
_RUN = re.compile("[0-9A-Za-z\x80-\U0010ffff]+")

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"  # Arabic ones
)
"""Accents, and what people leave out when they type: vowel points, the tatweel."""

_CLUSTER = re.compile(rf"[^\x00-\x7f](?:{_MARKS.pattern}|[\u3099\u309a])*|[\x00-\x7f]+")

_OTHER_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
)
"""Letters that people write otherwise where keyboards lack them, and Unicode doesn't take apart."""

_SINGLE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u318f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97f\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\U0001aff0-\U0001b16f"
    "\U00020000-\U0003ffff]"
)


_LONGEST_OFTEN = 40
"""Signs without a blank that may well come again; a longer run is not worth remembering."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, folded, and where it stands there."""

    word: str
    start: int
    end: int


def segmented(text: str) -> str:
    """The text with everything that isn't ASCII folded, and cut where no blanks do it."""
    return text if text.isascii() else _FOREIGN.sub(_folded_match, text)


def spaced(text: str) -> str:
    """The words of a text with one blank before and behind each, so that `in` finds phrases."""
    return f" {_GAP.sub(' ', segmented(text).lower()).strip(' ')} "


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(spaced(text).split())


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, and where each stands in it."""
    for run in _RUN.finditer(text):
        if run[0].isascii():
            yield Token(run[0].lower(), run.start(), run.end())
        else:
            yield from _tokens_of_run(run[0], run.start())


def _tokens_of_run(run: str, offset: int) -> Iterator[Token]:
    """The words of a run without ASCII blanks: sign by sign, because folding changes lengths."""
    word, start, end = "", offset, offset
    for cluster in _CLUSTER.finditer(run):
        before, *others = re.split(" +", segmented(cluster[0]).lower())
        word += before
        end = offset + cluster.end() if before or not others else end
        for part in others:
            if word:
                yield Token(word, start, end)
            word, start, end = part, offset + cluster.start(), offset + cluster.end()
        if not word:
            start = offset + cluster.end()
    if word:
        yield Token(word, start, end)


def _folded_match(match: re.Match[str]) -> str:
    run = match[0]
    return _folded_often(run) if len(run) <= _LONGEST_OFTEN else _folded(run)


@lru_cache(maxsize=20_000)
def _folded_often(run: str) -> str:
    return _folded(run)


def _folded(run: str) -> str:
    letters = _MARKS.sub("", normalize("NFKD", _MARKS.sub("", normalize("NFKD", run)).casefold()))
    return "".join(map(_sign, normalize("NFC", letters).lower().translate(_OTHER_LETTERS)))


@lru_cache(maxsize=20_000)
def _sign(letter: str) -> str:
    """What stands for one sign: itself, itself alone, a gap, or nothing where it only hints."""
    if letter.isascii():
        return letter if letter.isalnum() else " "
    match category(letter)[0]:
        case "L" | "N" | "M":
            return f" {letter} " if _SINGLE.match(letter) else letter
        case _:
            return "" if category(letter) == "Cf" else " "
