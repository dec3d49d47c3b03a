"""TeX becomes a tree: a tokenizer, and a parser that descends no deeper than it is allowed to.

It reads what people write into posts, not what TeX can be made to do: no macros, no catcodes. Every
string is a formula. Braces that are missing are supposed, what is too deep is read as if it stood
further out, and a command that isn't known shows its name.
"""

import unicodedata
from collections.abc import Callable, Mapping

from feedtui.article.maths import commands
from feedtui.article.maths.symbols import DOUBLE, FUNCTIONS, plain, symbol
from feedtui.article.maths.tokens import Tokens, is_script, text
from feedtui.article.maths.tree import (
    NOTHING,
    SPACE,
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
    row,
)

_DEEPEST = 40

_PRIMES = {1: "′", 2: "″", 3: "‴"}
_CLOSERS = frozenset({"}", "&", "\\\\", "\\cr", "\\end", "\\right"})
_NEW_ROW = frozenset({"\\\\", "\\cr"})
_INFIX = frozenset({"\\choose", "\\atop", "\\brack"})
_LOOSE = frozenset({Role.BINARY, Role.RELATION, Role.PUNCTUATION})


def tree_of_tex(source: str) -> Node:
    """The formula that the TeX means."""
    return _Parser(source, _DEEPEST).formula()


class _Parser:
    """Goes through the tokens once. `awaited`: what may end each of the open rows."""

    def __init__(self, source: str, depth: int) -> None:
        self._source = Tokens(source)
        self._depth = depth
        self._awaited: list[frozenset[str]] = []

    def formula(self) -> Node:
        grid = self._grid(frozenset())
        if len(grid.rows) == 1:
            return Row(grid.rows[0])
        return Grid(grid.rows, lines=True)

    def _grid(self, ends: frozenset[str]) -> Grid:
        """Cells and rows up to one of `ends`, which is taken."""
        rows: list[tuple[Node, ...]] = []
        cells: list[Node] = []
        borders = ends | {"&"} | _NEW_ROW
        while True:
            cells.append(self._row(borders))
            sign = self._source.next()
            if sign in _NEW_ROW:
                self._option()
                rows.append(tuple(cells))
                cells = []
            elif sign != "&":
                break
        if len(cells) > 1 or cells[0] != NOTHING or not rows:
            rows.append(tuple(cells))
        return Grid(tuple(rows))

    def _row(self, ends: frozenset[str]) -> Node:
        """All up to one of `ends`, which is left; or up to what an outer row waits for."""
        if self._depth <= 0:
            return NOTHING
        self._depth -= 1
        self._awaited.append(ends)
        items = self._items(ends)
        self._awaited.pop()
        self._depth += 1
        return row(items)

    def _items(self, ends: frozenset[str]) -> list[Node]:
        items: list[Node] = []
        while self._source.peek():
            sign = self._source.peek()
            if sign in ends or (sign in _CLOSERS and self._is_awaited(sign)):
                break
            self._source.next()
            if sign == "\\over" and self._depth > 0:
                return [Fraction(row(items), self._row(ends))]
            if sign in _INFIX and self._depth > 0:
                return [Binomial(row(items), self._row(ends))]
            if sign not in _CLOSERS:
                items.append(self._with_scripts(sign))
        return items

    def _is_awaited(self, sign: str) -> bool:
        return any(sign in ends for ends in self._awaited)

    def _with_scripts(self, sign: str) -> Node:
        if is_script(sign):
            return self._scripts(NOTHING, sign)
        base = self._atom(sign)
        self._source.skip_limits()
        return self._scripts(base, self._source.next()) if is_script(self._source.peek()) else base

    def _scripts(self, base: Node, sign: str) -> Node:
        lower: list[Node] = []
        upper: list[Node] = []
        while True:
            if sign == "_":
                lower.append(self._argument())
            elif sign == "^":
                upper.append(self._argument())
            else:
                upper.append(Symbol(_PRIMES.get(len(sign), "′" * len(sign))))
            self._source.skip_limits()
            if not is_script(self._source.peek()):
                return Scripts(base, row(lower), row(upper))
            sign = self._source.next()

    def _argument(self) -> Node:
        """The next group, or the next single sign."""
        sign = self._source.first_sign()
        if not sign or sign in _CLOSERS:
            self._source.back()
            return NOTHING
        if self._depth <= 0:
            return symbol(sign)
        self._depth -= 1
        atom = self._atom(sign)
        self._depth += 1
        return atom

    def _atom(self, sign: str) -> Node:
        if sign == "{":
            return self._group()
        if sign[0] == "\\":
            return self._command(sign[1:])
        if sign.isspace():
            return NOTHING
        return SPACE if sign == "~" else symbol(sign)

    def _group(self) -> Node:
        inside = self._row(frozenset("}"))
        self._source.take("}")
        if isinstance(inside, Symbol) and inside.role in _LOOSE:
            return Symbol(inside.text)
        return inside

    def _option(self) -> Node:
        """What stands in square brackets here, if it does."""
        if not self._source.opens_option():
            return NOTHING
        inside = self._row(frozenset("]"))
        self._source.take("]")
        return inside

    def _command(self, name: str) -> Node:
        if name in commands.SIGNS:
            return symbol(plain(commands.SIGNS[name]))
        if name in commands.BLANKS:
            return SPACE
        if name in commands.IGNORED or not name:
            return NOTHING
        if name in FUNCTIONS:
            return Symbol(name, Role.FUNCTION)
        if name in commands.ACCENTS:
            return Accent(self._argument(), commands.ACCENTS[name])
        if name in commands.WRAPPERS:
            return self._argument()
        if name in commands.DROPPED:
            return self._dropped(commands.DROPPED[name])
        return self._structure(name)

    def _structure(self, name: str) -> Node:
        if name in _STRUCTURES:
            return _STRUCTURES[name](self)
        if name in commands.WORDS:
            return _word(self._argument())
        if name in commands.TEXTS:
            return self._text(name)
        return Symbol(name, Role.WORD)

    def _dropped(self, count: int) -> Node:
        for _ in range(count):
            self._source.raw()
        return SPACE if count == 0 else NOTHING

    def fraction(self) -> Node:
        return Fraction(self._argument(), self._argument())

    def continued_fraction(self) -> Node:
        self._option()
        return self.fraction()

    def binomial(self) -> Node:
        return Binomial(self._argument(), self._argument())

    def root(self) -> Node:
        degree = self._option()
        return Root(self._argument(), degree)

    def over(self) -> Node:
        upper = self._argument()
        return Scripts(_in_its_role(self._argument()), NOTHING, upper)

    def under(self) -> Node:
        lower = self._argument()
        return Scripts(_in_its_role(self._argument()), lower, NOTHING)

    def right_arrow(self) -> Node:
        lower = self._option()
        return Scripts(symbol("→"), lower, self._argument())

    def left_arrow(self) -> Node:
        lower = self._option()
        return Scripts(symbol("←"), lower, self._argument())

    def operator(self) -> Node:
        return Symbol(text(self._source.raw()), Role.FUNCTION)

    def double_struck(self) -> Node:
        inside = self._argument()
        if isinstance(inside, Symbol):
            return Symbol(DOUBLE.get(inside.text, inside.text), inside.role)
        return inside

    def negated(self) -> Node:
        base = self._argument()
        if isinstance(base, Symbol):
            return Symbol(unicodedata.normalize("NFC", base.text + "\u0338"), base.role)
        return base

    def left(self) -> Node:
        opening = _delimiter(self._source.next_solid())
        inside = self._row(frozenset({"\\right"}))
        if not self._source.take("\\right"):
            return Row((Symbol(opening, Role.OPENING), inside))
        closing = _delimiter(self._source.next_solid())
        return Row((Symbol(opening, Role.OPENING), inside, Symbol(closing, Role.CLOSING)))

    def middle(self) -> Node:
        return Symbol(_delimiter(self._source.next_solid()), Role.RELATION)

    def environment(self) -> Node:
        name = self._source.raw().rstrip("*")
        self._option()
        if name in {"array", "alignat", "alignedat", "tabular"}:
            self._source.raw()
        grid = self._grid(frozenset({"\\end"}))
        self._source.raw()
        if name not in commands.FENCES:
            is_column = all(len(cells) == 1 for cells in grid.rows)
            return Grid(grid.rows, lines=is_column or name in commands.LINES)
        opening, closing = commands.FENCES[name]
        return Row((Symbol(opening, Role.OPENING), grid, Symbol(closing, Role.CLOSING)))

    def stack(self) -> Node:
        self._source.skip_blanks()
        self._source.take("{")
        return Grid(self._grid(frozenset("}")).rows, lines=True)

    def modulus(self) -> Node:
        return Row((SPACE, symbol("("), Symbol("mod "), self._argument(), symbol(")")))

    def binary_modulus(self) -> Node:
        return Symbol("mod", Role.BINARY)

    def bar(self) -> Node:
        return Symbol("|", Role.RELATION)

    def _text(self, name: str) -> Node:
        parts = self._source.raw().split("$")
        if self._depth <= 0:
            return Symbol(text("".join(parts)), Role.TEXT)
        nodes = [self._part(part, place) for place, part in enumerate(parts) if part]
        if name != "tag":
            return row(nodes)
        return Row((SPACE, symbol("("), *nodes, symbol(")")))

    def _part(self, part: str, place: int) -> Node:
        if place % 2:
            return _Parser(part, self._depth - 1).formula()
        return Symbol(text(part), Role.TEXT)


def _in_its_role(node: Node) -> Node:
    """The sign again as what it was before braces made it an ordinary one."""
    if isinstance(node, Symbol) and node.role is Role.ORDINARY:
        return symbol(node.text)
    return node


def _delimiter(sign: str) -> str:
    name = sign.removeprefix("\\")
    if sign != name:
        name = plain(commands.SIGNS.get(name, name))
    return "" if name == "." else {"<": "⟨", ">": "⟩"}.get(name, name)


def _word(inside: Node) -> Node:
    if not isinstance(inside, Row):
        return inside
    letters = [item.text for item in inside.items if isinstance(item, Symbol) and item.text]
    name = "".join(letters)
    if len(letters) < len(inside.items) or not name.isalnum():
        return inside
    return Symbol(name, Role.FUNCTION if name in FUNCTIONS else Role.WORD)


_STRUCTURES: Mapping[str, Callable[[_Parser], Node]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "nicefrac", "sfrac"), _Parser.fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _Parser.binomial),
    **dict.fromkeys(("overset", "stackrel"), _Parser.over),
    **dict.fromkeys(("operatorname", "operatorname*"), _Parser.operator),
    **dict.fromkeys(("pmod", "pod"), _Parser.modulus),
    "Bbb": _Parser.double_struck,
    "begin": _Parser.environment,
    "bmod": _Parser.binary_modulus,
    "cfrac": _Parser.continued_fraction,
    "left": _Parser.left,
    "mathbb": _Parser.double_struck,
    "mid": _Parser.bar,
    "middle": _Parser.middle,
    "not": _Parser.negated,
    "sqrt": _Parser.root,
    "substack": _Parser.stack,
    "underset": _Parser.under,
    "xleftarrow": _Parser.left_arrow,
    "xrightarrow": _Parser.right_arrow,
}
