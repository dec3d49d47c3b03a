"""A formula in one line, as one would type it for a friend: `(−b ± √(b² − 4ac))/(2a)`.

Brackets appear where a line could be read in two ways. In scripts and in the cells of a matrix
operators stand without blanks, so that a blank there means the next thing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from feedtui.article.maths.brackets import bracketed, hold_of, paired
from feedtui.article.maths.marking import (
    accented,
    in_brackets,
    is_enclosed,
    lowered,
    raised,
    with_scripts,
)
from feedtui.article.maths.spacing import End, Hold, Piece, is_gap, resolved, set_apart
from feedtui.article.maths.symbols import LIMITS
from feedtui.article.maths.tree import (
    HELD,
    NOTHING,
    OPERATORS,
    Accent,
    Binomial,
    Braced,
    Fraction,
    Grid,
    Node,
    Role,
    Root,
    Row,
    Scripts,
    Symbol,
    flat,
)
from feedtui.clean import SafeText, clean, clean_line

_DIFFERENTIAL = re.compile(r"[d∂][²³ⁿ]?\w[\u0300-\u036f\u20d0-\u20f0]?[₀-₉ₐ-ₜᵢ-ᵪⱼ]*[²³ⁿ]?")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_CELL_END = " ,"
_FIXED_BLANK = "\xa0"
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_IN_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]{1,20}[)\]}]")
"""What is short enough to stay in one line."""

_NAMES = frozenset({Role.FUNCTION, Role.LARGE})


def line(tree: Node) -> SafeText:
    """The formula as one line of clean text; empty when there is nothing to see."""
    return clean_line(_write(tree, tight=False).text)


def running_line(tree: Node) -> SafeText:
    """The same for running text: some blanks are such that no line ends there (U+00A0)."""
    text = _BLANKS.sub(" ", clean(_write(tree, tight=False).text)).strip()
    return SafeText(_IN_BRACKETS.sub(lambda found: found[0].replace(" ", _FIXED_BLANK), text))


def text_of_row(*items: Node) -> str:
    """What stands side by side, as a line that isn't cleaned yet."""
    return _row(items, tight=False).text


def _write(node: Node, *, tight: bool) -> Piece:
    match node:
        case Symbol(text, role):
            is_loose = role is Role.TEXT and " " in text.strip()
            return Piece(text, role, Hold.LOOSE if is_loose else Hold.ATOM)
        case Row(items):
            return _row(items, tight=tight)
        case Fraction(above, below):
            return _fraction(above, below, tight=tight)
        case Binomial(above, below):
            return Piece(f"C({_text(above)}, {_text(below)})", Role.ORDINARY)
        case Root(inside, degree):
            return _root(inside, degree, tight=tight)
        case Scripts():
            return _scripts(node, tight=tight)
        case Accent(base, mark):
            return accented(_write(base, tight=tight), mark)
        case Braced(base):
            return _write(base, tight=tight)
        case Grid(rows):
            text = _lines(rows, tight=tight) if node.is_stack else f"[{cells(rows)}]"
            return Piece(text, Role.ORDINARY)


def _text(node: Node, *, tight: bool = False) -> str:
    return _write(node, tight=tight).text.strip()


def _row(items: tuple[Node, ...], *, tight: bool) -> Piece:
    pieces = paired(_pieces(_fenced(flat(items)), tight=tight))
    pieces = set_apart(bracketed(resolved(pieces)))
    if not pieces:
        return Piece("", Role.ORDINARY)
    if len(pieces) == 1:
        return replace(pieces[0], gap=False)
    gaps = [False, *(is_gap(a, b, tight=tight) for a, b in pairwise(pieces))]
    blanks = ("", *(_blank(a, b) for a, b in pairwise(pieces)))
    text = "".join(
        blank + piece.text if gap else piece.text
        for piece, gap, blank in zip(pieces, gaps, blanks, strict=True)
    )
    return Piece(text, Role.ORDINARY, hold_of(pieces, gaps), pieces[-1].end)


def _blank(before: Piece, piece: Piece) -> str:
    """The blank between the two: one at which a line may end, or not."""
    if piece.role in OPERATORS or before.role in _NAMES:
        return _FIXED_BLANK
    return " "


def _fenced(items: Iterator[Node]) -> list[Node]:
    """The items; a matrix or a binomial has taken the brackets around it."""
    done: list[Node] = []
    pending = list(items)[::-1]
    while pending:
        item = pending.pop()
        opening = done[-1] if done else None
        if not isinstance(item, Grid | Binomial) or not _is(opening, Role.OPENING):
            done.append(item)
            continue
        closing = pending[-1] if pending else None
        if isinstance(closing, Symbol) and closing.role is Role.CLOSING:
            pending.pop()
            done[-1] = _in_fences(item, opening, closing)
        elif isinstance(opening, Symbol) and opening.text == "{" and isinstance(item, Grid):
            done[-1] = _in_fences(item, opening, Symbol(""))
        elif isinstance(closing, Scripts) and _is(closing.base, Role.CLOSING):
            pending.pop()
            done[-1] = replace(closing, base=_in_fences(item, opening, closing.base))
        else:
            done.append(item)
    return done


def _is(node: Node | None, role: Role) -> bool:
    return isinstance(node, Symbol) and node.role is role


def _in_fences(item: Grid | Binomial, opening: Node | None, closing: Node) -> Node:
    if isinstance(item, Binomial):
        return item
    begin, end = _text(opening or NOTHING), _text(closing)
    if begin == "{" and not end:
        return Symbol(f"{{{_cases(item)}}}")
    if item.lines:
        return Symbol(f"{begin}{_lines(item.rows, tight=False)}{end}")
    if begin in {"(", "["} and end in {")", "]"}:
        begin, end = "[", "]"
    return Symbol(f"{begin}{cells(item.rows)}{end}")


def _pieces(items: list[Node], *, tight: bool) -> list[Piece]:
    """The items written; blanks have become the gap before the next one."""
    pieces: list[Piece] = []
    gap = False
    for item in items:
        piece = _write(item, tight=tight)
        if piece.role is Role.SPACE:
            gap = True
        elif piece.text or (item is HELD and not pieces):
            pieces.append(replace(piece, gap=gap) if gap else piece)
            gap = False
    return pieces


def _fraction(above: Node, below: Node, *, tight: bool) -> Piece:
    over, under = _write(above, tight=tight), _write(below, tight=tight)
    shown = over.text.strip() if over.hold >= Hold.PRODUCT else in_brackets(over.text)
    if under.hold >= Hold.UNIT or _DIFFERENTIAL.fullmatch(under.text):
        return Piece(f"{shown}/{under.text.strip()}", Role.FRACTION, Hold.LOOSE, under.end)
    return Piece(f"{shown}/{in_brackets(under.text)}", Role.FRACTION, Hold.LOOSE)


def _root(inside: Node, degree: Node, *, tight: bool) -> Piece:
    index = _text(degree, tight=True)
    sign = _ROOTS.get(index) or f"{raised(index, degree).text}√"
    gap = sign[0] not in "√∛∜"
    piece = _write(inside, tight=tight)
    if piece.hold is Hold.ATOM and piece.text and not is_enclosed(piece.text):
        return Piece(f"{sign}{piece.text}", Role.ORDINARY, Hold.UNIT, End.OPEN, gap)
    return Piece(f"{sign}{in_brackets(piece.text)}", Role.ORDINARY, Hold.UNIT, gap=gap)


def _labelled(base: Node, node: Scripts, *, tight: bool) -> Piece:
    """What a brace holds together, with the label in square brackets behind it."""
    piece = _write(base, tight=tight)
    label = _text(Row((node.lower, node.upper)))
    shown = in_brackets(piece.text) if piece.hold is Hold.LOOSE else piece.text
    return Piece(f"{shown} [{label}]", Role.WORD, Hold.LOOSE, End.OPEN)


def _scripts(node: Scripts, *, tight: bool) -> Piece:
    inside = _only(node.base)
    if isinstance(inside, Braced):
        return _labelled(inside.base, node, tight=tight)
    inner = _behind_last(node)
    if inner is not None:
        return _write(inner, tight=tight)
    base = _write(node.base, tight=tight)
    lower, upper = _text(node.lower, tight=True), _text(node.upper, tight=True)
    if not lower and not upper:
        return base
    if base.hold is not Hold.ATOM and base.text:
        base = Piece(in_brackets(base.text), Role.ORDINARY)
    if base.role is Role.FUNCTION and base.text in LIMITS and (lower or base.text == "lim"):
        base = replace(base, role=Role.LARGE)
    return with_scripts(base, lowered(lower, node.lower), raised(upper, node.upper))


def _only(node: Node) -> Node:
    """What a row of one holds."""
    while isinstance(node, Row) and len(node.items) == 1:
        node = node.items[0]
    return node


def _behind_last(node: Scripts) -> Node | None:
    """For what only has a closing delimiter (`\\left. x \\right|_0`): scripts belong to that."""
    base = node.base
    if not isinstance(base, Row) or not base.items or base.items[0] != Symbol("", Role.OPENING):
        return None
    *before, last = base.items
    return Row((*before[1:], replace(node, base=last)))


def _lines(rows: Sequence[tuple[Node, ...]], *, tight: bool) -> str:
    lines = (_text(Row(joined(cells)), tight=tight).rstrip(_CELL_END) for cells in rows)
    return (", " if tight else "; ").join(filter(None, lines))


def joined(cells: Sequence[Node]) -> tuple[Node, ...]:
    """The cells of an aligned line; what begins one behind `&` has a left side."""
    items: list[Node] = []
    for place, cell in enumerate(cells):
        items += [HELD, cell] if place % 2 else [cell]
    return tuple(items)


def cells(rows: Sequence[tuple[Node, ...]]) -> str:
    """The rows of a matrix: `1 0; 0 1`, with commas where a cell has blanks in it."""
    written = [[_text(cell, tight=True) for cell in row] for row in rows]
    has_blanks = any(len(cell.split()) > 1 for row in written for cell in row)
    return "; ".join((", " if has_blanks else " ").join(row) for row in written)


def _cases(grid: Grid) -> str:
    if grid.lines:
        return _lines(grid.rows, tight=False)
    return "; ".join(_case(row) for row in grid.rows)


def _case(row: tuple[Node, ...]) -> str:
    value, *others = (_text(cell).rstrip(_CELL_END) for cell in row)
    said = " ".join(filter(None, others))
    if not said:
        return value
    return f"{value} {said}" if begins_with_word(said) else f"{value}, {said}"


def begins_with_word(text: str) -> bool:
    """Whether it says when, rather than being a formula."""
    return text[:2].isalpha()
