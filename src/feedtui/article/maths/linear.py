"""A formula in one line, as one would type it for a friend: `(−b ± √(b² − 4ac))/(2a)`.

Brackets appear where a line could be read in two ways. In scripts and in the cells of a matrix
operators stand without blanks, so that a blank there means the next thing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from feedtui.article.maths.spacing import Piece, bracketed, outer, resolved, spread
from feedtui.article.maths.symbols import LOWERED, RAISED
from feedtui.article.maths.tree import (
    NOTHING,
    Accent,
    Binomial,
    Fraction,
    Grid,
    Node,
    Role,
    Root,
    Row,
    Scripts,
    Symbol,
)
from feedtui.clean import SafeText, clean_line

_FACTORS = frozenset({Role.ORDINARY, Role.CLOSING, Role.OPENING, Role.BRACKETED})
_DIFFERENTIAL = re.compile(r"[d∂]\w[²³ⁿ]?|[d∂][²³ⁿ]\w")
_SUFFIXES = frozenset({"!", "%", "′", "″", "°"})
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_CELL_END = " ,"
_HIGH = {"∘": "°", "⊤": "ᵀ"}
"""What is not a letter but has a usual form behind a base."""


_ALREADY = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ")
"""Raised by their code, as MathJax writes the signs that its font lacks."""


def line(tree: Node) -> SafeText:
    """The formula as one line of clean text; empty when there is nothing to see."""
    return clean_line(_write(tree, tight=False).text)


def _write(node: Node, *, tight: bool) -> Piece:
    match node:
        case Symbol(text, role):
            return Piece(text, role, is_atom=role is not Role.TEXT or " " not in text.strip())
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
            piece = _write(base, tight=tight)
            return replace(piece, text=_marked(piece.text, mark))
        case Grid(rows, lines):
            return Piece(_lines(rows, tight=tight) if lines else f"[{_cells(rows)}]", Role.ORDINARY)


def _text(node: Node, *, tight: bool = False) -> str:
    return _write(node, tight=tight).text.strip()


def _row(items: tuple[Node, ...], *, tight: bool) -> Piece:
    pieces = bracketed(resolved(_pieces(_fenced(_flat(items)), tight=tight)))
    if len(pieces) == 1:
        return replace(pieces[0], gap=False)
    text = "".join(spread(pieces, tight=tight))
    seen = list(outer(pieces))
    factors = seen[1:] if seen and seen[0].role is Role.SIGN else seen
    is_product = all(piece.role in _FACTORS and not piece.gap for piece in factors)
    count = sum(piece.text not in _SUFFIXES for piece in seen)
    fenced = count == 2 and seen[0].role is Role.OPENING
    role = Role.ORDINARY if is_product else Role.TEXT
    return Piece(text, role, is_atom=is_product and (fenced or count <= 1))


def _flat(items: Iterable[Node]) -> Iterator[Node]:
    for item in items:
        if isinstance(item, Row):
            yield from _flat(item.items)
        else:
            yield item


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
    if begin in {"(", "["} and end in {")", "]"}:
        begin, end = "[", "]"
    return Symbol(f"{begin}{_cells(item.rows)}{end}")


def _pieces(items: list[Node], *, tight: bool) -> list[Piece]:
    """The items written; blanks have become the gap before the next one."""
    pieces: list[Piece] = []
    gap = False
    for item in items:
        piece = _write(item, tight=tight)
        if piece.role is Role.SPACE:
            gap = True
        elif piece.text:
            pieces.append(replace(piece, gap=gap) if gap else piece)
            gap = False
    return pieces


def _fraction(above: Node, below: Node, *, tight: bool) -> Piece:
    over, under = _write(above, tight=tight), _write(below, tight=tight)
    is_plain = over.is_atom or over.role is Role.ORDINARY
    shown = over.text.strip() if is_plain and over.role is not Role.FRACTION else _in(over)
    is_one = under.is_atom and under.role is not Role.FRACTION
    if is_one or _DIFFERENTIAL.fullmatch(under.text):
        return Piece(f"{shown}/{under.text.strip()}", Role.FRACTION, is_atom=False)
    return Piece(f"{shown}/{_in(under)}", Role.FRACTION, is_atom=False)


def _in(piece: Piece) -> str:
    return f"({piece.text.strip()})"


def _root(inside: Node, degree: Node, *, tight: bool) -> Piece:
    index = _text(degree, tight=True)
    sign = _ROOTS.get(index) or f"{_script(index, RAISED, '^')}√"
    gap = sign[0] not in "√∛∜"
    return Piece(f"{sign}({_text(inside, tight=tight)})", Role.ORDINARY, gap=gap)


def _scripts(node: Scripts, *, tight: bool) -> Piece:
    base = _write(node.base, tight=tight)
    lower, upper = _text(node.lower, tight=True), _text(node.upper, tight=True)
    if not base.is_atom and (lower or upper):
        base = Piece(_in(base), Role.ORDINARY)
    elif upper and isinstance(node.base, Scripts) and node.base.upper != NOTHING:
        base = Piece(_in(base), base.role)
    text = base.text + _script(lower, LOWERED, "_") + _script(_HIGH.get(upper, upper), RAISED, "^")
    return replace(base, text=text)


def _script(text: str, signs: dict[int, int], mark: str) -> str:
    if all(ord(letter) in signs for letter in text):
        return text.translate(signs)
    if text in _HIGH.values() or all(letter in _ALREADY for letter in text):
        return text
    return f"{mark}({text})"


def _marked(text: str, mark: str) -> str:
    if not mark:
        return text
    marked = "".join(letter + mark if _takes_mark(letter) else letter for letter in text)
    return marked if marked != text else text + mark


def _takes_mark(letter: str) -> bool:
    return unicodedata.category(letter) in {"Lu", "Ll", "Lo", "Nd"}


def _lines(rows: tuple[tuple[Node, ...], ...], *, tight: bool) -> str:
    lines = (_text(Row(cells), tight=tight).rstrip(_CELL_END) for cells in rows)
    return "; ".join(filter(None, lines))


def _cells(rows: tuple[tuple[Node, ...], ...]) -> str:
    return "; ".join(" ".join(_text(cell, tight=True) for cell in cells) for cells in rows)


def _cases(grid: Grid) -> str:
    return "; ".join(
        ", ".join(filter(None, (_text(cell).rstrip(_CELL_END) for cell in cells)))
        for cells in grid.rows
    )
