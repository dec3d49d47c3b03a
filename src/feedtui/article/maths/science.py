"""The commands of the sciences: reactions (mhchem), numbers and units (siunitx)."""

from collections.abc import Mapping

from feedtui.article.maths.chemistry import reaction
from feedtui.article.maths.parser import Command, Parser
from feedtui.article.maths.tree import NOTHING, Node, Role, Symbol
from feedtui.article.maths.units import angle, numeral, quantity, units


def _reaction(parser: Parser) -> Node:
    return reaction(parser.source.raw(), parser.inner)


def _quantity(parser: Parser) -> Node:
    parser.source.option()
    parser.source.skip_blanks()
    if parser.source.peek() != "{":
        return NOTHING  # the package physics has a command of this name for large brackets
    number = parser.source.raw()
    parser.source.option()
    return Symbol(quantity(number, parser.source.raw()), Role.WORD)


def _range(parser: Parser) -> Node:
    parser.source.option()
    first, last = numeral(parser.source.raw()), parser.source.raw()
    return Symbol(f"{first} to {quantity(last, parser.source.raw())}", Role.WORD)


def _number(parser: Parser) -> Node:
    parser.source.option()
    return Symbol(numeral(parser.source.raw()), Role.WORD)


def _angle(parser: Parser) -> Node:
    parser.source.option()
    return Symbol(angle(parser.source.raw()), Role.WORD)


def _unit(parser: Parser) -> Node:
    parser.source.option()
    return Symbol(units(parser.source.raw()), Role.WORD)


SCIENCE: Mapping[str, Command] = {
    **dict.fromkeys(("ce", "cf", "chemfig"), _reaction),
    **dict.fromkeys(("SI", "qty"), _quantity),
    **dict.fromkeys(("si", "unit"), _unit),
    **dict.fromkeys(("SIrange", "qtyrange"), _range),
    "ang": _angle,
    "num": _number,
}
"""These commands, by name."""
