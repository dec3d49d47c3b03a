"""Which signs in a row are brackets, and where a line needs more of them to be read in one way.

A bar is an opening, a closing, or a sign of its own, as its neighbours make it: `|x|`, `P(A|B)`,
`{x | x > 0}`. A fraction with a factor next to it is put in parentheses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from feedtui.article.maths.spacing import BEGINS_OPERAND, ENDS_OPERAND, Hold, Piece
from feedtui.article.maths.tree import OPERATORS, Role

_BAR = "|"
_DOUBLE_BAR = "‖"
_BARS = frozenset({_BAR, _DOUBLE_BAR, "∥"})
_BRA = "⟨"
_KET = "⟩"
_SUFFIXES = frozenset({"!", "%", "′", "″", "°"})
_FACTORS = frozenset({Role.ORDINARY, Role.WORD, Role.CLOSING, Role.OPENING, Role.BRACKETED})
_NAMES = frozenset({Role.ORDINARY, Role.WORD, Role.FUNCTION})
_FENCED = 2
_APPLIED = 3
"""Pieces of `(x)` and of `f(x)` that stand in no bracket, and the brackets."""


@dataclass(slots=True)
class _Level:
    """What was read up to here within a bracket."""

    opening: str
    bars: list[int] = field(default_factory=list)
    is_spaced: bool = False


def paired(pieces: list[Piece]) -> list[Piece]:
    """The same, where bars that stand around something are brackets, and `||` is one sign."""
    if not any(piece.text[:1] in _BARS for piece in pieces if piece.text):
        return pieces
    pieces = _joined(pieces)
    for places, is_spaced in _bars(pieces):
        _pair(pieces, places, is_spaced=is_spaced)
    return pieces


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Two bars next to each other are a double one, unless the first closes (`|x||y|`)."""
    joined: list[Piece] = []
    counts = [0]
    for piece in pieces:
        if piece.role is Role.OPENING:
            counts.append(0)
        elif piece.role is Role.CLOSING and len(counts) > 1:
            counts.pop()
        if piece.text[:1] != _BAR:
            joined.append(piece)
        elif joined and joined[-1].text == _BAR and (counts[-1] % 2 or not _may_close(joined)):
            joined[-1] = replace(piece, text=_DOUBLE_BAR + piece.text[1:], gap=joined[-1].gap)
            counts[-1] -= 1
        else:
            joined.append(piece)
            counts[-1] += 1
    return joined


def _may_close(pieces: list[Piece]) -> bool:
    """Whether the last piece has something before it that a bar could close."""
    return len(pieces) > 1 and pieces[-2].role in ENDS_OPERAND


def _bars(pieces: list[Piece]) -> Iterator[tuple[list[int], bool]]:
    """Where bars stand that no bracket separates, and whether a lone one is better set apart.

    The bars of `⟨ψ|` and `|ψ⟩` are decided on here: each is one half of a pair of brackets.
    """
    levels = [_Level("")]
    for place, piece in enumerate(pieces):
        level = levels[-1]
        if piece.role is Role.OPENING:
            levels.append(_Level(piece.text, is_spaced=piece.text == "{"))
        elif piece.text[:1] == _KET and level.opening != _BRA and level.bars:
            opening = level.bars.pop()
            pieces[opening] = replace(pieces[opening], role=Role.OPENING)
        elif piece.role is Role.CLOSING and len(levels) > 1:
            yield level.bars, level.is_spaced
            levels.pop()
        elif piece.role in OPERATORS:
            level.is_spaced = True
        elif piece.text[:1] not in _BARS or piece.role is not Role.ORDINARY:
            continue
        elif level.opening == _BRA and _ends_there(pieces, place):
            pieces[place] = replace(piece, role=Role.CLOSING)
            levels.pop()
        else:
            level.bars.append(place)
    yield from ((level.bars, level.is_spaced) for level in levels)


def _ends_there(pieces: list[Piece], place: int) -> bool:
    """Whether nothing stands behind it that could belong to it."""
    behind = pieces[place + 1].role if place + 1 < len(pieces) else Role.CLOSING
    return behind in {Role.BINARY, Role.RELATION, Role.CLOSING, Role.PUNCTUATION}


def _pair(pieces: list[Piece], places: list[int], *, is_spaced: bool) -> None:
    """A bar closes the open one, or opens if an odd number follows, or else stands alone."""
    opened = ""
    for left, place in zip(range(len(places) - 1, -1, -1), places, strict=True):
        piece = pieces[place]
        ends = place > 0 and pieces[place - 1].role in ENDS_OPERAND
        if ends and piece.text[0] == opened:
            pieces[place] = replace(piece, role=Role.CLOSING)
            opened = ""
        elif not opened and left and not (ends and left % 2 == 0):
            pieces[place] = replace(piece, role=Role.OPENING)
            opened = piece.text[0]
        elif is_spaced and len(piece.text) == 1:
            pieces[place] = replace(piece, role=Role.RELATION)


def bracketed(pieces: list[Piece]) -> list[Piece]:
    """The same, with brackets around fractions that have a factor next to them."""
    for place, piece in enumerate(pieces):
        if piece.role is not Role.FRACTION:
            continue
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        multiplied = before is not None and _multiplies(before)
        if multiplied or (after is not None and after.role in BEGINS_OPERAND):
            pieces[place] = Piece(f"({piece.text})", Role.BRACKETED, gap=piece.gap)
    return pieces


def _multiplies(before: Piece) -> bool:
    if not before.text:
        return False
    return before.role in ENDS_OPERAND or before.role is Role.FUNCTION


def hold_of(pieces: list[Piece], gaps: list[bool]) -> Hold:
    """How firmly pieces that stand side by side hold together; `gaps`: a blank before each."""
    seen = list(_outer(pieces, gaps))
    if seen and seen[0][0].role is Role.SIGN:
        seen = seen[1:]
    if not _is_product(seen):
        return Hold.LOOSE
    solid = [piece for piece, _ in seen if piece.text and piece.text not in _SUFFIXES]
    if len(solid) <= 1:
        return Hold.UNIT if len(seen) == len(pieces) else Hold.PRODUCT
    if len(seen) == _FENCED and seen[0][0].role is Role.OPENING:
        return Hold.ATOM
    return Hold.UNIT if len(solid) == _APPLIED and _is_applied(solid, pieces) else Hold.PRODUCT


def _outer(pieces: list[Piece], gaps: list[bool]) -> Iterator[tuple[Piece, bool]]:
    """Those that stand in no bracket, and the brackets; and whether a blank stands before each."""
    depth = 0
    for piece, gap in zip(pieces, gaps, strict=True):
        depth -= piece.role is Role.CLOSING
        if depth <= 0:
            yield piece, gap
        depth += piece.role is Role.OPENING


def _is_product(seen: list[tuple[Piece, bool]]) -> bool:
    after = [*(piece.role for piece, _ in seen[1:]), None]
    return all(
        (piece.role in _FACTORS and piece.text != "/")
        or (piece.role is Role.FUNCTION and then is Role.OPENING)
        for (piece, _), then in zip(seen, after, strict=False)
    ) and not any(gap for _, gap in seen[1:])


def _is_applied(solid: list[Piece], pieces: list[Piece]) -> bool:
    """Whether it is a function's value, not a product like `n(n + 1)`."""
    name, opening, _ = solid
    if name.role not in _NAMES or opening.role is not Role.OPENING or name.text[0].isdigit():
        return False
    return name.role is not Role.ORDINARY or all(piece.role is not Role.BINARY for piece in pieces)
