"""Environments of TeX: what stands in rows and columns between `\\begin` and `\\end`."""

from collections.abc import Mapping
from functools import partial

from feedtui.article.maths import commands
from feedtui.article.maths.parser import Command, Parser
from feedtui.article.maths.tree import Grid, Node, Role, Row, Symbol

_COLUMNS = frozenset(
    {"array", "alignat", "alignedat", "tabular", "subarray", "xalignat", "IEEEeqnarray"}
)
_DIAGRAMS = frozenset({"tikzpicture", "tikzcd", "CD", "circuitikz", "picture", "pgfpicture", "xy"})
_THREE_COLUMNS = frozenset({"eqnarray", "IEEEeqnarray"})
"""Environments that put the relation into a column of its own."""


def _environment(parser: Parser) -> Node:
    name = parser.source.raw().rstrip("*")
    if name in _DIAGRAMS:
        return _diagram(parser, name)
    parser.source.option()
    if name in _COLUMNS:
        parser.source.group()
    grid = parser.grid(frozenset({"\\end"}))
    parser.source.group()
    return _in_form(grid, name)


def _diagram(parser: Parser, name: str) -> Node:
    """A drawing, of which nothing can be read."""
    source = parser.source
    while source.peek():
        if source.next() == "\\end" and source.raw() == name:
            break
    return Symbol("[diagram]", Role.TEXT)


def _in_form(grid: Grid, name: str) -> Node:
    """Rows in the form that the environment of that name gives them."""
    if name in _THREE_COLUMNS:
        grid = Grid(tuple((*row[:1], Row(row[1:])) for row in grid.rows))
    if name not in commands.FENCES:
        return Grid(grid.rows, lines=name in commands.LINES)
    opening, closing = commands.FENCES[name]
    return Row((Symbol(opening, Role.OPENING), grid, Symbol(closing, Role.CLOSING)))


def _in_braces(name: str, parser: Parser) -> Node:
    """Plain TeX's `\\matrix{…}`, which is an environment in braces."""
    parser.source.skip_blanks()
    parser.source.take("{")
    return _in_form(parser.grid(frozenset("}")), name)


def _stack(parser: Parser) -> Node:
    parser.source.skip_blanks()
    parser.source.take("{")
    return Grid(parser.grid(frozenset("}")).rows, lines=True)


ENVIRONMENTS: Mapping[str, Command] = {
    **{name: partial(_in_braces, name) for name in ("matrix", "pmatrix", "cases", "eqalign")},
    **dict.fromkeys(("displaylines", "eqalignno", "shortstack"), partial(_in_braces, "gather")),
    "begin": _environment,
    "substack": _stack,
}
"""The commands that lay out rows, by name."""
