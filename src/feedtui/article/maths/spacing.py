"""Where blanks go when the parts of a formula stand side by side.

A blank around relations and binary operators, none around signs; a blank beside a name that would
run into its neighbour.
"""

import enum
import re
from dataclasses import dataclass, replace

from feedtui.article.maths.tree import OPERATORS, Role

_NO_LEFT_SIDE = frozenset(
    {
        Role.BINARY,
        Role.RELATION,
        Role.OPENING,
        Role.PUNCTUATION,
        Role.FUNCTION,
        Role.LARGE,
        Role.SIGN,
    }
)
_NO_RIGHT_SIDE = frozenset({Role.RELATION, Role.CLOSING, Role.PUNCTUATION})
ENDS_OPERAND = frozenset(
    {Role.ORDINARY, Role.WORD, Role.CLOSING, Role.FRACTION, Role.BRACKETED, Role.DOTS}
)
BEGINS_OPERAND = frozenset(
    {
        Role.ORDINARY,
        Role.WORD,
        Role.OPENING,
        Role.FRACTION,
        Role.FUNCTION,
        Role.LARGE,
        Role.BRACKETED,
    }
)
_LETTERED = frozenset({Role.ORDINARY, Role.WORD, Role.TEXT})
_INTEGRALS = "∫∬∭⨌∮∯∰"
_DIFFERENTIAL = re.compile("d[²³⁴ⁿ]?")


class Hold(enum.IntEnum):
    """How firmly a piece holds together without brackets."""

    LOOSE = 0
    """A sum, a relation, a function with its argument, a text."""
    PRODUCT = 1
    """May stand above a fraction's line."""
    UNIT = 2
    """May stand below it."""
    ATOM = 3
    """May be raised to a power."""


class End(enum.Enum):
    """What the last sign of a piece would do to the next one if no blank came between."""

    CLOSED = enum.auto()
    SCRIPT = enum.auto()
    """A letter behind it would seem to belong to the script."""
    OPEN = enum.auto()
    """Any factor behind it would seem to belong to it, as behind a root."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as it is written. `gap`: the writer asked for a blank before it."""

    text: str
    role: Role
    hold: Hold = Hold.ATOM
    end: End = End.CLOSED
    gap: bool = False


def resolved(pieces: list[Piece]) -> list[Piece]:
    """The same, where an operator without two sides is a sign."""
    left: Role | None = None
    for place, piece in enumerate(pieces):
        if piece.role is Role.BINARY:
            after = pieces[place + 1].role if place + 1 < len(pieces) else None
            if left is None or left in _NO_LEFT_SIDE or after is None or after in _NO_RIGHT_SIDE:
                pieces[place] = replace(piece, role=Role.SIGN)
        left = pieces[place].role
    return pieces


def set_apart(pieces: list[Piece]) -> list[Piece]:
    """The same, with a blank before the `dx` of an integral."""
    if not any(piece.text[:1] in _INTEGRALS for piece in pieces if piece.text):
        return pieces
    for place in range(1, len(pieces) - 1):
        piece, after = pieces[place], pieces[place + 1]
        is_name = after.role is Role.ORDINARY and after.text[:1].isalpha()
        if is_name and piece.role is Role.ORDINARY and _DIFFERENTIAL.fullmatch(piece.text):
            pieces[place] = replace(piece, gap=True)
    return pieces


def is_gap(a: Piece, b: Piece, *, tight: bool) -> bool:
    """Whether a blank goes between the two."""
    if not a.text:
        return b.role in OPERATORS and not tight
    roles = {a.role, b.role}
    if a.role in {Role.OPENING, Role.SIGN} or b.role in {Role.CLOSING, Role.PUNCTUATION}:
        return False
    if a.role is b.role is Role.RELATION:
        return b.gap and not tight
    if roles & OPERATORS:
        return not tight
    if a.role is Role.PUNCTUATION:
        return not tight and (b.gap or a.text != ".")
    return _would_run_together(a, b) or _is_named_gap(a, b, tight=tight)


def _would_run_together(a: Piece, b: Piece) -> bool:
    if a.end is End.OPEN:
        return b.role in BEGINS_OPERAND
    return a.end is End.SCRIPT and b.text[:1].isalnum()


def _is_named_gap(a: Piece, b: Piece, *, tight: bool) -> bool:
    """Whether there is a blank because of a name, dots, or the writer's wish."""
    if a.role is Role.FUNCTION:
        return b.role not in {Role.OPENING, Role.BRACKETED}
    if a.role is Role.LARGE:
        return True
    if b.role in {Role.FUNCTION, Role.LARGE}:
        return a.role in ENDS_OPERAND
    if Role.DOTS in {a.role, b.role}:
        return not tight
    if Role.WORD in {a.role, b.role} and {a.role, b.role} <= _LETTERED:
        return a.text[-1].isalnum() and b.text[0].isalnum()
    return b.gap and not (tight and not (a.text[-1].isalnum() and b.text[0].isalnum()))
