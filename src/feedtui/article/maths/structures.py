"""Commands of TeX that build something: fractions, roots, limits, delimiters, grids.

Each is a function of the parser, which stands behind the command's name.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import partial

from feedtui.article.maths import commands
from feedtui.article.maths.parser import Command, Parser
from feedtui.article.maths.symbols import DOUBLE, FUNCTIONS, STACKED, symbol
from feedtui.article.maths.tree import (
    NOTHING,
    SPACE,
    Binomial,
    Braced,
    Fraction,
    Node,
    Role,
    Root,
    Row,
    Scripts,
    Symbol,
    row,
)

_LENGTH = re.compile(r"[−-]?(?:\d+(?:\.\d*)?|\.\d+)?")
_UNIT = re.compile("pt|em|ex|mu|px|cm|mm|in|bp|pc|sp|dd|cc")


def _fraction(parser: Parser) -> Node:
    return Fraction(parser.argument(), parser.argument())


def _continued_fraction(parser: Parser) -> Node:
    parser.option()
    return _fraction(parser)


def _general_fraction(parser: Parser) -> Node:
    opening, closing, thickness = (parser.source.raw() for _ in range(3))
    parser.source.group()
    above, below = parser.argument(), parser.argument()
    if not thickness.strip("0.").startswith(("pt", "em", "mu", "px")):
        inside: Node = Fraction(above, below)
    else:
        inside = Binomial(above, below)
    return Row((_bracket(opening, Role.OPENING), inside, _bracket(closing, Role.CLOSING)))


def _bracket(written: str, role: Role) -> Symbol:
    return Symbol(commands.SIGNS.get(written.removeprefix("\\"), written), role)


def _binomial(parser: Parser) -> Node:
    return Binomial(parser.argument(), parser.argument())


def _root(parser: Parser) -> Node:
    degree = parser.option()
    return Root(parser.argument(), degree)


def _over(parser: Parser) -> Node:
    upper = parser.argument()
    base = _in_its_role(parser.argument())
    if isinstance(base, Symbol) and isinstance(upper, Symbol):
        stacked = STACKED.get((base.text, upper.text))
        if stacked is not None:
            return symbol(stacked)
    return Scripts(base, NOTHING, upper)


def _under(parser: Parser) -> Node:
    lower = parser.argument()
    return Scripts(_in_its_role(_named(parser.argument())), lower, NOTHING)


def _named(node: Node) -> Node:
    """Names of functions side by side (`\\arg\\max`) as the one that they are."""
    if not isinstance(node, Row) or not all(_is_function(item) for item in node.items):
        return node
    names = (item.text for item in node.items if isinstance(item, Symbol))
    return Symbol(" ".join(name.strip() for name in names if name.strip()), Role.FUNCTION)


def _is_function(node: Node) -> bool:
    return node in (NOTHING, SPACE) or (isinstance(node, Symbol) and node.role is Role.FUNCTION)


def _in_its_role(node: Node) -> Node:
    """The sign again as what it was before braces made it an ordinary one."""
    if isinstance(node, Symbol) and node.role is Role.ORDINARY:
        return symbol(node.text)
    return node


def _arrow(sign: str, parser: Parser) -> Node:
    lower = parser.option()
    return Scripts(symbol(sign), lower, parser.argument())


def _braced(parser: Parser) -> Node:
    return Braced(parser.argument())


def _double_struck(parser: Parser) -> Node:
    inside = parser.argument()
    if isinstance(inside, Symbol):
        return Symbol(DOUBLE.get(inside.text, inside.text), inside.role)
    if isinstance(inside, Row):
        letters = (item for item in inside.items if isinstance(item, Symbol))
        return Row(tuple(Symbol(DOUBLE.get(item.text, item.text), item.role) for item in letters))
    return inside


def _word(parser: Parser) -> Node:
    """An argument whose letters are a name."""
    inside = parser.argument()
    if not isinstance(inside, Row):
        return inside
    letters = [item.text for item in inside.items if isinstance(item, Symbol)]
    name = "".join(letters)
    if len(letters) < len(inside.items) or not name.isalnum():
        return inside
    return Symbol(name, Role.FUNCTION if name in FUNCTIONS else Role.WORD)


def _operator(parser: Parser) -> Node:
    inside = _named(parser.argument())
    name = inside.text if isinstance(inside, Symbol) else ""
    return Symbol(name, Role.FUNCTION) if len(name) > 1 else inside


def _negated(parser: Parser) -> Node:
    base = parser.argument()
    if isinstance(base, Symbol):
        return Symbol(unicodedata.normalize("NFC", base.text + "\u0338"), base.role)
    return base


def _left(parser: Parser) -> Node:
    opening = Symbol(parser.delimiter(), Role.OPENING)
    inside = parser.row(frozenset({"\\right"}))
    if not parser.source.take("\\right"):
        return Row((opening, inside))
    return Row((opening, inside, Symbol(parser.delimiter(), Role.CLOSING)))


def _delimiter(role: Role, parser: Parser) -> Node:
    return Symbol(parser.delimiter(), role)


def _around(opening: str, closing: str, parser: Parser) -> Node:
    inside = parser.argument()
    return Row((Symbol(opening, Role.OPENING), inside, Symbol(closing, Role.CLOSING)))


def _modulus(parser: Parser) -> Node:
    return Row((SPACE, symbol("("), Symbol("mod "), parser.argument(), symbol(")")))


def _length(parser: Parser) -> Node:
    """A blank of a width that is written without braces: `\\kern3pt`."""
    source = parser.source
    source.skip_blanks()
    is_back = source.take("−")
    if _LENGTH.fullmatch(source.peek()) and source.peek():
        source.next()
    source.skip_blanks()
    unit = source.next() + source.next()
    if not _UNIT.fullmatch(unit):
        source.back()
        source.back()
    return NOTHING if is_back else SPACE


def _space(parser: Parser) -> Node:
    width = parser.source.raw().strip()
    return NOTHING if width.startswith(("−", "0")) and not width.startswith("0.") else SPACE


def _last_of(count: int, parser: Parser) -> Node:
    """The last of some arguments; the others say how it looks."""
    for _ in range(count - 1):
        parser.source.option()
        parser.source.group()
    return parser.argument()


def _first_of(count: int, parser: Parser) -> Node:
    first = parser.argument()
    for _ in range(count - 1):
        parser.source.group()
    return first


def _prescript(parser: Parser) -> Node:
    upper, lower = parser.argument(), parser.argument()
    return Row((Scripts(NOTHING, lower, upper), parser.argument()))


def _sided(parser: Parser) -> Node:
    before, behind = parser.argument(), parser.argument()
    return Row((before, Scripts(parser.argument(), NOTHING, NOTHING), behind))


def _derivative(sign: str, parser: Parser) -> Node:
    """The physics package's `\\dv{f}{x}`."""
    order = parser.option()
    above = parser.argument()
    parser.source.skip_blanks()
    if parser.source.peek() != "{":
        return Fraction(Symbol(sign), row([Symbol(sign), Scripts(above, NOTHING, order)]))
    below = parser.argument()
    upper = row([Scripts(Symbol(sign), NOTHING, order), above])
    return Fraction(upper, row([Symbol(sign), Scripts(below, NOTHING, order)]))


def _character(parser: Parser) -> Node:
    code = parser.source.raw().strip().lower()
    match = re.fullmatch(r"(?:x|\"|0x)([0-9a-f]{1,6})|(\d{1,7})", code)
    if match is None:
        return NOTHING
    number = int(match[1], 16) if match[1] else int(match[2])
    return symbol(chr(number)) if number <= 0x10FFFF else NOTHING


def _sign(shown: Node, _: Parser) -> Node:
    return shown


STRUCTURES: Mapping[str, Command] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "nicefrac", "sfrac", "flatfrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    **dict.fromkeys(("overset", "stackrel"), _over),
    **dict.fromkeys(("pmod", "pod"), _modulus),
    **dict.fromkeys(("Bbb", "mathbb", "mathds"), _double_struck),
    **dict.fromkeys(("mathrm", "mathsf", "mathtt", "mathit", "mathnormal"), _word),
    **dict.fromkeys(("kern", "mkern", "mskip", "hskip", "vskip"), _length),
    **dict.fromkeys(("hspace", "hspace*", "mspace"), _space),
    **dict.fromkeys(("underbrace", "overbrace", "underparen", "overparen"), _braced),
    **dict.fromkeys(("underbracket", "overbracket"), _braced),
    **dict.fromkeys(commands.OPENED, partial(_delimiter, Role.OPENING)),
    **dict.fromkeys(commands.CLOSED, partial(_delimiter, Role.CLOSING)),
    **dict.fromkeys(
        ("middle", "bigm", "Bigm", "biggm", "Biggm"), partial(_delimiter, Role.RELATION)
    ),
    **{name: partial(_arrow, sign) for name, sign in commands.ARROWS.items()},
    **{name: partial(_around, *signs) for name, signs in commands.AROUND.items()},
    **dict.fromkeys(("dv", "odv"), partial(_derivative, "d")),
    **dict.fromkeys(("pdv", "pderivative"), partial(_derivative, "∂")),
    "bmod": partial(_sign, Symbol("mod", Role.BINARY)),
    "cfrac": _continued_fraction,
    "colon": partial(_sign, Symbol(":", Role.PUNCTUATION)),
    "genfrac": _general_fraction,
    "left": _left,
    "lvert": partial(_sign, Symbol("|", Role.OPENING)),
    "lVert": partial(_sign, Symbol("‖", Role.OPENING)),
    "mathchoice": partial(_first_of, 4),
    "mathop": _operator,
    "mid": partial(_sign, Symbol("|", Role.RELATION)),
    "multicolumn": partial(_last_of, 3),
    "not": _negated,
    "prescript": _prescript,
    "raisebox": partial(_last_of, 2),
    "rvert": partial(_sign, Symbol("|", Role.CLOSING)),
    "rVert": partial(_sign, Symbol("‖", Role.CLOSING)),
    "scalebox": partial(_last_of, 2),
    "sideset": _sided,
    "sqrt": _root,
    "underset": _under,
    "unicode": _character,
}
"""The commands that are no signs, by name."""
