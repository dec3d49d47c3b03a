"""MathML becomes a tree."""

from collections.abc import Callable, Mapping, Sequence

from feedtui.article.maths.marks import Mark
from feedtui.article.maths.symbols import DOUBLE, FUNCTIONS, OVER, UNDER, plain, symbol
from feedtui.article.maths.tree import (
    NOTHING,
    SPACE,
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
)

_APPLY = "\u2061"
"""The sign that can't be seen, between a function and its argument."""

_STRUCK = "\u0336"
_NO_LINE = frozenset({"0", "0px", "0em", "0pt", "0.0px"})
_NO_BASE = frozenset({"none", "mprescripts"})


def tree_of_mark(mark: Mark) -> Node:
    """The formula that an element of MathML means."""
    return _READ.get(mark.name, _row)(mark)


def _row(mark: Mark) -> Node:
    return Row(tuple(_side_by_side(mark.parts)))


def _side_by_side(parts: Sequence[Mark]) -> list[Node]:
    """The parts as trees; a name before an invisible sign of application is a function."""
    nodes: list[Node] = []
    for part in parts:
        if part.name == "mo" and part.text.strip() == _APPLY:
            nodes[-1:] = [_applied(node) for node in nodes[-1:]]
        else:
            nodes.append(tree_of_mark(part))
    return nodes


def _applied(node: Node) -> Node:
    if isinstance(node, Symbol) and node.role is Role.WORD:
        return Symbol(node.text, Role.FUNCTION)
    return node


def _identifier(mark: Mark) -> Node:
    text = " ".join(plain(mark.text).split())
    if mark.get("mathvariant") == "double-struck":
        return Symbol(DOUBLE.get(text, text))
    if text in FUNCTIONS:
        return Symbol(text, Role.FUNCTION)
    if len(text) > 1 and text.isalpha():
        return Symbol(text, Role.WORD)
    return _unless_relation(symbol(text))


def _unless_relation(shown: Symbol) -> Symbol:
    """The sign as an ordinary one if it would be a relation: it was marked as something else."""
    return Symbol(shown.text) if shown.role is Role.RELATION else shown


def _operator(mark: Mark) -> Node:
    text = plain(mark.text).strip()
    if not text:
        return Symbol("", Role.CLOSING) if mark.get("fence") == "true" else NOTHING
    shown = symbol(text)
    if mark.get("form") == "prefix" and shown.role is Role.ORDINARY:
        return Symbol(shown.text, Role.OPENING) if mark.get("fence") == "true" else shown
    if mark.get("form") == "postfix" and mark.get("fence") == "true":
        return Symbol(shown.text, Role.CLOSING)
    if mark.get("fence") == "true":
        shown = _unless_relation(shown)
    return _texclass(mark, shown)


def _texclass(mark: Mark, shown: Symbol) -> Symbol:
    role = {"OPEN": Role.OPENING, "CLOSE": Role.CLOSING, "ORD": Role.ORDINARY}.get(
        mark.get("data-mjx-texclass")
    )
    return shown if role is None or mark.text == "/" else Symbol(shown.text, role)


def _number(mark: Mark) -> Node:
    return Symbol(plain(mark.text).strip())


def _text(mark: Mark) -> Node:
    text = mark.text.replace("\xa0", " ")
    return Symbol(text, Role.TEXT) if text.strip() else SPACE


def _space(mark: Mark) -> Node:
    width = mark.get("width")
    return NOTHING if width.startswith(("-", "0em", "0px", "0.0")) else SPACE


def _part(mark: Mark, place: int) -> Node:
    return tree_of_mark(mark.parts[place]) if place < len(mark.parts) else NOTHING


def _first(mark: Mark) -> Node:
    return _part(mark, 0)


def _fraction(mark: Mark) -> Node:
    above, below = _part(mark, 0), _part(mark, 1)
    if mark.get("linethickness") in _NO_LINE:
        return Binomial(above, below)
    return Fraction(above, below)


def _square_root(mark: Mark) -> Node:
    return Root(_row(mark), NOTHING)


def _enclosed(mark: Mark) -> Node:
    notation = mark.get("notation")
    if "radical" in notation:
        return _square_root(mark)
    return Accent(_row(mark), _STRUCK) if "strike" in notation else _row(mark)


def _root(mark: Mark) -> Node:
    return Root(_part(mark, 0), _part(mark, 1))


def _lower(mark: Mark) -> Node:
    return Scripts(_part(mark, 0), _part(mark, 1), NOTHING)


def _upper(mark: Mark) -> Node:
    return Scripts(_part(mark, 0), NOTHING, _part(mark, 1))


def _both(mark: Mark) -> Node:
    return Scripts(_part(mark, 0), _part(mark, 1), _part(mark, 2))


def _above(mark: Mark) -> Node:
    base, top = _part(mark, 0), _part(mark, 1)
    sign = _accent(base, top, OVER)
    return Scripts(base, NOTHING, top) if sign is None else _marked(base, sign)


def _below(mark: Mark) -> Node:
    base, bottom = _part(mark, 0), _part(mark, 1)
    sign = _accent(base, bottom, UNDER)
    return Scripts(base, bottom, NOTHING) if sign is None else _marked(base, sign)


def _marked(base: Node, sign: str) -> Node:
    return Accent(base, sign) if sign else Braced(base)


def _accent(base: Node, script: Node, signs: Mapping[str, str]) -> str | None:
    """The mark that stands on the base; None when it is a text, or the base an arrow."""
    while isinstance(script, Row) and len(script.items) == 1:
        script = script.items[0]
    is_operator = isinstance(base, Symbol) and base.role in {Role.RELATION, Role.LARGE}
    return signs.get(script.text) if isinstance(script, Symbol) and not is_operator else None


def _fenced(mark: Mark) -> Node:
    between = (mark.get("separators") or ",").strip()[:1]
    nodes: list[Node] = [Symbol(mark.attributes.get("open", "("), Role.OPENING)]
    for place, part in enumerate(mark.parts):
        if place and between:
            nodes.append(symbol(between))
        nodes.append(tree_of_mark(part))
    return Row((*nodes, Symbol(mark.attributes.get("close", ")"), Role.CLOSING)))


def _table(mark: Mark) -> Node:
    rows = tuple(_cells(part) for part in mark.parts if part.name in {"mtr", "mlabeledtr"})
    aligned = mark.get("columnalign").startswith("right left")
    return Grid(rows, lines=aligned or mark.get("displaystyle") == "true")


def _cells(mark: Mark) -> tuple[Node, ...]:
    cells = tuple(_row(part) for part in mark.parts)
    return (*cells[1:], SPACE, *cells[:1]) if mark.name == "mlabeledtr" else cells


def _many_scripts(mark: Mark) -> Node:
    parts = list(mark.parts)
    names = [part.name for part in parts]
    middle = names.index("mprescripts") if "mprescripts" in names else len(parts)
    before, after = parts[middle + 1 :], parts[1:middle]
    behind = Scripts(_part(mark, 0), _shown(after[::2]), _shown(after[1::2]))
    return Row((Scripts(NOTHING, _shown(before[::2]), _shown(before[1::2])), behind))


def _shown(parts: Sequence[Mark]) -> Node:
    return Row(tuple(tree_of_mark(part) for part in parts if part.name not in _NO_BASE))


def _nothing(_: Mark) -> Node:
    return NOTHING


_READ: Mapping[str, Callable[[Mark], Node]] = {
    **dict.fromkeys(("semantics", "maction"), _first),
    **dict.fromkeys(("mprescripts", "none"), _nothing),
    **dict.fromkeys(("mtext", "ms"), _text),
    **dict.fromkeys(("msubsup", "munderover"), _both),
    "menclose": _enclosed,
    "mfenced": _fenced,
    "mfrac": _fraction,
    "mi": _identifier,
    "mmultiscripts": _many_scripts,
    "mn": _number,
    "mo": _operator,
    "mover": _above,
    "mroot": _root,
    "mspace": _space,
    "msqrt": _square_root,
    "msub": _lower,
    "msup": _upper,
    "mtable": _table,
    "munder": _below,
}
