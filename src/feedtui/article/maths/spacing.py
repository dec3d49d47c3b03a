"""Where blanks and brackets go when the parts of a formula stand side by side.

A blank around relations and binary operators, none around signs; a blank beside a name that would
run into its neighbour; brackets around a fraction that something is multiplied with.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from feedtui.article.maths.tree import Role

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
_SPACED = frozenset({Role.BINARY, Role.RELATION})
_ENDS_OPERAND = frozenset(
    {Role.ORDINARY, Role.WORD, Role.CLOSING, Role.FRACTION, Role.BRACKETED, Role.DOTS}
)
_BEGINS_OPERAND = frozenset(
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as it is written. `is_atom`: it needs no brackets, whatever is done with it."""

    text: str
    role: Role
    gap: bool = False
    """Whether the writer asked for a blank before it."""
    is_atom: bool = True


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


def bracketed(pieces: list[Piece]) -> list[Piece]:
    """The same, with brackets around fractions that have a factor next to them."""
    for place, piece in enumerate(pieces):
        if piece.role is not Role.FRACTION:
            continue
        before = pieces[place - 1].role if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        multiplied = before in _ENDS_OPERAND or before is Role.FUNCTION
        if multiplied or (after is not None and after.role in _BEGINS_OPERAND):
            pieces[place] = replace(piece, text=f"({piece.text})", role=Role.BRACKETED)
    return pieces


def outer(pieces: list[Piece]) -> Iterator[Piece]:
    """Those that stand in no bracket, and the brackets."""
    depth = 0
    for piece in pieces:
        depth -= piece.role is Role.CLOSING
        if depth <= 0:
            yield piece
        depth += piece.role is Role.OPENING


def spread(pieces: list[Piece], *, tight: bool) -> Iterator[str]:
    """The texts, and the blanks between them; `tight`: none around operators."""
    before: Piece | None = None
    for piece in pieces:
        if before is not None and _is_gap(before, piece, tight=tight):
            yield " "
        yield piece.text
        before = piece


def _is_gap(a: Piece, b: Piece, *, tight: bool) -> bool:
    roles = {a.role, b.role}
    if a.role in {Role.OPENING, Role.SIGN} or b.role in {Role.CLOSING, Role.PUNCTUATION}:
        return False
    if a.role is b.role is Role.RELATION:
        return b.gap and not tight
    if roles & _SPACED:
        return not tight
    if a.role is Role.PUNCTUATION:
        return not tight and (b.gap or a.text != ".")
    return _is_named_gap(a, b, tight=tight)


def _is_named_gap(a: Piece, b: Piece, *, tight: bool) -> bool:
    """Whether there is a blank because of a name, dots, or the writer's wish."""
    if a.role is Role.FUNCTION:
        return b.role not in {Role.OPENING, Role.BRACKETED}
    if a.role is Role.LARGE:
        return True
    if b.role in {Role.FUNCTION, Role.LARGE}:
        return a.role in _ENDS_OPERAND
    if Role.DOTS in {a.role, b.role}:
        return not tight
    if Role.WORD in {a.role, b.role} and {a.role, b.role} <= _LETTERED:
        return a.text[-1].isalnum() and b.text[0].isalnum()
    return b.gap and not (tight and not (a.text[-1].isalnum() and b.text[0].isalnum()))
