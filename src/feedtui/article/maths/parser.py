"""TeX is read from left to right: rows, groups, scripts, and the arguments of commands.

The parser descends no deeper than it is allowed to, and goes through the tokens once. Every string
is a formula: braces that are missing are supposed, what is too deep is read as if it stood further
out, and a command that isn't known shows its name. What the commands mean is told to it.
"""

from collections.abc import Callable, Mapping

from feedtui.article.maths import commands
from feedtui.article.maths.symbols import FUNCTIONS, plain, symbol
from feedtui.article.maths.tokens import Tokens, is_script, tokens
from feedtui.article.maths.tree import (
    HELD,
    NOTHING,
    SPACE,
    Accent,
    Binomial,
    Fraction,
    Grid,
    Node,
    Role,
    Row,
    Scripts,
    Symbol,
    row,
)

_PRIMES = {1: "′", 2: "″", 3: "‴"}
_CLOSERS = frozenset({"}", "&", "\\\\", "\\cr", "\\newline", "\\end", "\\right"})
_NEW_ROW = frozenset({"\\\\", "\\cr", "\\newline"})
_INFIX = frozenset({"\\choose", "\\atop", "\\brack"})
_LOOSE = frozenset({Role.BINARY, Role.RELATION, Role.PUNCTUATION})

Command = Callable[["Parser"], Node]


class Parser:
    """Reads one formula. `meanings` are commands that take more than the sign they show."""

    def __init__(self, signs: list[str], depth: int, meanings: Mapping[str, Command]) -> None:
        self.source = Tokens(signs)
        self._depth = depth
        self._meanings = meanings
        self._awaited: list[frozenset[str]] = []

    def formula(self) -> Node:
        """All of it; several lines are a grid."""
        grid = self.grid(frozenset())
        if len(grid.rows) == 1:
            return Row(grid.rows[0])
        return Grid(grid.rows, lines=True)

    def inner(self, source: str) -> Node:
        """A formula within a text of this one; nothing when that is too deep."""
        if self._depth <= 0:
            return Symbol(source, Role.TEXT)
        return Parser(tokens(source), self._depth - 1, self._meanings).formula()

    def grid(self, ends: frozenset[str]) -> Grid:
        """Cells and rows up to one of `ends`, which is taken."""
        rows: list[tuple[Node, ...]] = []
        cells: list[Node] = []
        borders = ends | {"&"} | _NEW_ROW
        while True:
            cells.append(self.row(borders))
            sign = self.source.next()
            if sign in _NEW_ROW:
                self.source.take("*")
                self.option()
                rows.append(tuple(cells))
                cells = []
            elif sign != "&":
                break
        if len(cells) > 1 or cells[0] != NOTHING or not rows:
            rows.append(tuple(cells))
        return Grid(tuple(rows))

    def row(self, ends: frozenset[str]) -> Node:
        """All up to one of `ends`, which is left; or up to what an outer row waits for."""
        if self._depth <= 0:
            return NOTHING
        self._depth -= 1
        self._awaited.append(ends)
        items = self._items(ends)
        self._awaited.pop()
        self._depth += 1
        return row(items)

    def argument(self) -> Node:
        """The next group, or the next single sign."""
        sign = self.source.first_sign()
        if not sign or sign in _CLOSERS:
            self.source.back()
            return NOTHING
        if self._depth <= 0:
            return symbol(sign)
        self._depth -= 1
        atom = self._atom(sign)
        self._depth += 1
        return atom

    def option(self) -> Node:
        """What stands in square brackets here, if it does."""
        if not self.source.opens_option():
            return NOTHING
        inside = self.row(frozenset("]"))
        self.source.take("]")
        return inside

    def delimiter(self) -> str:
        """The bracket that comes next; empty for the dot that stands for none."""
        sign = self.source.next_solid()
        name = sign.removeprefix("\\")
        if sign != name:
            name = plain(commands.SIGNS.get(name, name))
        return "" if name == "." else {"<": "⟨", ">": "⟩"}.get(name, name)

    def _items(self, ends: frozenset[str]) -> list[Node]:
        items: list[Node] = []
        while self.source.peek():
            sign = self.source.peek()
            if sign in ends or (sign in _CLOSERS and self._is_awaited(sign)):
                break
            self.source.next()
            if sign == "\\over" and self._depth > 0:
                return [Fraction(row(items), self.row(ends))]
            if sign in _INFIX and self._depth > 0:
                return [Binomial(row(items), self.row(ends))]
            if sign not in _CLOSERS:
                items.append(self._with_scripts(sign))
        return items

    def _is_awaited(self, sign: str) -> bool:
        return any(sign in ends for ends in self._awaited)

    def _with_scripts(self, sign: str) -> Node:
        if is_script(sign):
            return self._scripts(NOTHING, sign)
        base = self._atom(sign)
        if base is SPACE:
            return base
        found = self._scripted(base)
        is_function = isinstance(base, Symbol) and base.role is Role.FUNCTION
        if is_function and self.source.peek() == "{" and self._depth > 0:
            return Row((found, self._scripted(_bracketed(self.argument()))))
        return found

    def _scripted(self, base: Node) -> Node:
        self.source.skip_limits()
        return self._scripts(base, self.source.next()) if is_script(self.source.peek()) else base

    def _scripts(self, base: Node, sign: str) -> Node:
        lower: list[Node] = []
        upper: list[Node] = []
        while True:
            if sign == "_":
                lower.append(self.argument())
            elif sign == "^":
                upper.append(self.argument())
            else:
                upper.append(Symbol(_PRIMES.get(len(sign), "′" * len(sign))))
            self.source.skip_limits()
            if not is_script(self.source.peek()):
                return Scripts(base, row(lower), row(upper))
            sign = self.source.next()

    def _atom(self, sign: str) -> Node:
        if sign == "{":
            return self._group()
        if sign[0] == "\\":
            return self._command(sign[1:])
        if sign.isspace():
            return NOTHING
        return SPACE if sign == "~" else symbol(sign)

    def _group(self) -> Node:
        if self.source.take("}"):
            return HELD
        inside = self.row(frozenset("}"))
        self.source.take("}")
        if isinstance(inside, Symbol) and inside.role in _LOOSE:
            return Symbol(inside.text)
        return inside

    def _command(self, name: str) -> Node:
        if name in self._meanings:
            return self._meanings[name](self)
        if name in commands.SIGNS:
            return symbol(plain(commands.SIGNS[name]))
        if name in commands.BLANKS:
            return SPACE
        if name in commands.IGNORED or not name:
            return NOTHING
        if name in FUNCTIONS:
            return Symbol(name, Role.FUNCTION)
        if name in commands.ACCENTS:
            return Accent(self.argument(), commands.ACCENTS[name])
        if name in commands.WRAPPERS:
            return self.argument()
        if name in commands.DROPPED:
            return self._dropped(commands.DROPPED[name])
        return Symbol(name, Role.WORD)

    def _dropped(self, count: int) -> Node:
        self.source.option()
        for _ in range(count):
            self.source.group()
        return NOTHING


def _bracketed(argument: Node) -> Node:
    """A function's argument: braces around a sum are its brackets."""
    if not isinstance(argument, Row) or not any(map(_is_operator, argument.items)):
        return argument
    first = argument.items[0]
    if isinstance(first, Symbol) and first.role is Role.OPENING:
        return argument
    return Row((Symbol("(", Role.OPENING), argument, Symbol(")", Role.CLOSING)))


def _is_operator(node: Node) -> bool:
    return isinstance(node, Symbol) and node.role in {Role.BINARY, Role.RELATION}
