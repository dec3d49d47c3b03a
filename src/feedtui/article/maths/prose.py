"""Words within a formula: texts, names of operators, numbers of equations."""

from collections.abc import Mapping

from feedtui.article.maths.parser import Command, Parser
from feedtui.article.maths.tokens import text
from feedtui.article.maths.tree import SPACE, Node, Role, Row, Symbol, row

_TEXTS = (
    "text",
    "textrm",
    "textbf",
    "textit",
    "textsf",
    "texttt",
    "textnormal",
    "textup",
    "textsc",
    "textsl",
    "textmd",
    "mbox",
    "hbox",
    "intertext",
    "shortintertext",
)


def _text(parser: Parser) -> Node:
    """A text, and the formulas in it between dollars."""
    parts = parser.source.raw().split("$")
    nodes = [
        parser.inner(part) if place % 2 else Symbol(text(part), Role.TEXT)
        for place, part in enumerate(parts)
        if part
    ]
    return row(nodes)


def _tag(parser: Parser) -> Node:
    return Row((SPACE, Symbol("("), _text(parser), Symbol(")")))


def _bare_tag(parser: Parser) -> Node:
    return Row((SPACE, _text(parser)))


def _operator(parser: Parser) -> Node:
    return Symbol(text(parser.source.raw()), Role.FUNCTION)


def _reference(parser: Parser) -> Node:
    return Symbol(f"({text(parser.source.raw())})", Role.TEXT)


PROSE: Mapping[str, Command] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(("operatorname", "operatorname*", "DeclareMathOperator"), _operator),
    **dict.fromkeys(("ref", "eqref", "cref", "Cref", "autoref"), _reference),
    "tag": _tag,
    "tag*": _bare_tag,
}
"""The commands whose argument is prose, by name."""
