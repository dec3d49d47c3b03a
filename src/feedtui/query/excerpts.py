"""Where in a text the words of a search stand, and the piece of it that shows them best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from feedtui.clean import SafeText, clean_line
from feedtui.query.searching import Phrase
from feedtui.query.words import Token, spaced, tokens

_LENGTH = 160
"""Characters of an excerpt."""

_BEFORE = 40
"""Characters shown before the first mark."""

_PIECE = 4_000
_OVERLAP = 400
"""Characters of a text that are looked at in one go, and those that two pieces share."""

_MOST = 2_000_000
"""Characters of a text that are looked at."""

_MOST_HITS = 100
"""Hits among which the best beginning of an excerpt is chosen."""

_NEAREST_BLANK = 24
"""Characters within which a cut is moved to a blank; scripts without blanks have none."""


class Mark(NamedTuple):
    """A hit: characters from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text in one line, and where the hits are in it."""

    text: SafeText
    marks: tuple[Mark, ...] = ()

    def marked(self, before: str, behind: str) -> str:
        """The piece with something before and behind each hit."""
        parts: list[str] = []
        done = 0
        for start, end in self.marks:
            parts += (self.text[done:start], before, self.text[start:end], behind)
            done = end
        return "".join((*parts, self.text[done:]))


class _Hit(NamedTuple):
    start: int
    end: int
    phrase: int


def marks_in(text: str, phrases: Sequence[Phrase]) -> tuple[Mark, ...]:
    """Where the phrases stand in a text, in order, none overlapping another."""
    return _merged([Mark(hit.start, hit.end) for hit in _hits(text, phrases)])


def excerpt(text: str, phrases: Sequence[Phrase]) -> Excerpt:
    """The piece of a text that has most of the phrases; without any, its beginning.

    Only the piece is cleaned, because cleaning takes longer than all the rest.
    """
    for piece in _pieces(text[:_MOST]):
        if not _likely(piece.text, phrases):
            continue
        line = replace(piece, text=clean_line(piece.text))
        if hits := _hits(line.text, phrases):
            return _around(line, hits)
    beginning = clean_line(text[:_PIECE])
    return _cut(_Piece(beginning, follows=False, goes_on=len(text) > _PIECE), 0, ())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text; `follows` and `goes_on` say whether there is more before and behind it."""

    text: str
    follows: bool
    goes_on: bool


def _pieces(text: str) -> Iterator[_Piece]:
    """The text in pieces that begin and end at blanks where there are any."""
    for start in range(0, len(text), _PIECE):
        begin = _at_blank(text, start) if start else 0
        end = _at_blank(text, start + _PIECE + _OVERLAP)
        yield _Piece(text[begin:end], follows=begin > 0, goes_on=end < len(text))


def _at_blank(text: str, place: int) -> int:
    blank = text.find(" ", place, place + _OVERLAP // 2)
    return place if blank < 0 else blank


def _likely(text: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that seem to be in a text, at a quick look."""
    folded = spaced(text)
    return [each for each in phrases if f" {' '.join(each.words)}" in folded]


def _hits(text: str, phrases: Sequence[Phrase]) -> list[_Hit]:
    likely = _likely(text, phrases)
    found = list(tokens(text)) if likely else []
    return sorted(
        hit for which, phrase in enumerate(likely) for hit in _hits_of(found, phrase, which)
    )


def _hits_of(found: list[Token], phrase: Phrase, which: int) -> Iterator[_Hit]:
    first, length = phrase.words[0], len(phrase.words)
    for place in range(len(found) - length + 1):
        if length > 1 and found[place].word != first:
            continue
        stretch = found[place : place + length]
        if _is(phrase, stretch):
            yield _Hit(stretch[0].start, stretch[-1].end, which)


def _is(phrase: Phrase, stretch: list[Token]) -> bool:
    *others, last = (token.word for token in stretch)
    *wanted, end = phrase.words
    return others == wanted and (last.startswith(end) if phrase.unfinished else last == end)


def _around(piece: _Piece, hits: list[_Hit]) -> Excerpt:
    best = max(hits[:_MOST_HITS], key=lambda hit: (_different(hits, hit.start), -hit.start))
    return _cut(piece, max(0, best.start - _BEFORE), hits)


def _different(hits: list[_Hit], start: int) -> int:
    """How many of the phrases an excerpt has whose first mark is at `start`."""
    end = start + _LENGTH - _BEFORE
    near = (hit for hit in hits[: 2 * _MOST_HITS] if start <= hit.start and hit.end <= end)
    return len({hit.phrase for hit in near})


def _cut(piece: _Piece, start: int, hits: Sequence[_Hit]) -> Excerpt:
    text = piece.text
    start = _word_begins(text, start)
    end = _word_ends(text, start + _LENGTH)
    before = "…" if start or piece.follows else ""
    behind = "…" if end < len(text) or piece.goes_on else ""
    shift = len(before) - start
    inside = [
        Mark(hit.start + shift, hit.end + shift)
        for hit in hits
        if start <= hit.start and hit.end <= end
    ]
    return Excerpt(SafeText(f"{before}{text[start:end]}{behind}"), _merged(inside))


def _word_begins(text: str, place: int) -> int:
    blank = text.find(" ", place, place + _NEAREST_BLANK) if place else -1
    return place if blank < 0 else blank + 1


def _word_ends(text: str, place: int) -> int:
    blank = text.rfind(" ", place - _NEAREST_BLANK, place + 1) if place < len(text) else -1
    return place if blank < 0 else blank


def _merged(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    merged: list[Mark] = []
    for mark in sorted(marks):
        if merged and mark.start <= merged[-1].end:
            merged[-1] = Mark(merged[-1].start, max(mark.end, merged[-1].end))
        else:
            merged.append(mark)
    return tuple(merged)
