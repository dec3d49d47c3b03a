"""Chemical formulas and reactions, as the package mhchem lets them be written: `\\ce{H2O}`.

Read by its simpler rules (mhchem 4, "Chemical Equations"): digits behind a letter or a bracket are
low, a sign at the end of a species is its charge, arrows may carry conditions.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from feedtui.article.maths.symbols import symbol
from feedtui.article.maths.tree import NOTHING, SPACE, Node, Role, Row, Scripts, Symbol, row

_ARROWS = {
    "<=>>": "⇌",
    "<<=>": "⇌",
    "<−−>": "⇄",
    "<=>": "⇌",
    "<−>": "↔",
    "−>": "→",
    "<−": "←",
}
_PART = re.compile(
    r"(?P<arrow><=>>|<<=>|<−−>|<=>|<−>|−>|<−)(?:\[(?P<above>[^\[\]]*)\])?(?:\[(?P<below>[^\[\]]*)\])?"
    r"|(?P<gas>\s\^(?=\s|\Z))|(?P<solid>\sv(?=\s|\Z))"
    r"|(?P<plus>\s\+\s)"
    r"|(?P<scripts>(?:[_^](?:\{[^{}]*\}|\d*[+−]|[\w*•]))+)"
    r"|(?P<low>(?<=[A-Za-z)\]])\d+(?:\.\d+)?)"
    r"|(?P<charge>(?<=[A-Za-z)\]\d])[+−]+(?=\s|\Z|[,;)\]]))"
    r"|(?P<math>\$[^$]*\$|\\[A-Za-z]+)"
    r"|(?P<dot>\s?[*.]\s?(?=\d*[A-Z(]))"
    r"|(?P<bond>[−=#])"
    r"|(?P<name>[A-Za-z]+|\d+(?:[./]\d+)?)"
    r"|(?P<blank>\s+)|(?P<sign>[^{}\\$])"
)
_SCRIPT = re.compile(r"([_^])(\{[^{}]*\}|\d*[+−]|[\w*•])")
_SIGNS = {"gas": "↑", "solid": "↓", "dot": "·", "#": "≡"}

Inner = Callable[[str], Node]
"""Reads the TeX that stands within a reaction."""


def reaction(source: str, inner: Inner) -> Node:
    """The formula or the reaction in an argument of `\\ce`."""
    nodes: list[Node] = []
    for match in _PART.finditer(source):
        kind = match.lastgroup or ""
        if match["arrow"] is not None:
            nodes.append(_arrow(match, inner))
        elif kind in {"scripts", "low", "charge"}:
            base = nodes.pop() if nodes and nodes[-1] is not SPACE else NOTHING
            nodes.append(_scripted(base, match[0]))
        else:
            nodes.append(_plain(kind, match[0], inner))
    return row(nodes)


def _arrow(match: re.Match[str], inner: Inner) -> Node:
    above, below = (
        reaction(part, inner) if part else NOTHING for part in (match["above"], match["below"])
    )
    return Scripts(symbol(_ARROWS[match["arrow"]]), below, above)


def _plain(kind: str, text: str, inner: Inner) -> Node:
    match kind:
        case "math":
            return inner(text.strip("$"))
        case "plus":
            return Symbol("+", Role.BINARY)
        case "blank":
            return SPACE
        case _:
            return Symbol(_SIGNS.get(kind) or _SIGNS.get(text, text))


def _scripted(base: Node, text: str) -> Node:
    """The base with its numbers and charges; one that has a low number already keeps it."""
    done = base if isinstance(base, Scripts) else Scripts(base, NOTHING, NOTHING)
    for mark, script in _SCRIPT.findall(text) or [("_" if text[0].isdigit() else "^", text)]:
        shown = Row(tuple(Symbol(sign) for sign in script.strip("{}")))
        done = replace(done, lower=shown) if mark == "_" else replace(done, upper=shown)
    return done
