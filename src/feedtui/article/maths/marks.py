"""MathML as values, free of the parser's nodes; other markup is brought into the same form.

Names, and the order of the parts, are those of MathML Core (W3C, 2025).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, element, text_of
from feedtui.article.tags import names

DEEPEST = 60
"""Marks in each other; what is deeper is read as text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An element of MathML: its text if it is a leaf, else its parts."""

    name: str
    text: str = ""
    parts: "tuple[Mark, ...]" = ()
    attributes: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The attribute, or an empty text."""
        return self.attributes.get(name, "")


EMPTY = Mark("mrow")
LEAVES = frozenset({"mi", "mo", "mn", "mtext", "ms"})


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The elements directly below."""
    below = node.first_child
    while below is not None:
        if (below.tag or "-")[0] not in "-!_":
            yield below
        below = below.next


def of_mathml(node: LexborNode, depth: int = DEEPEST) -> Mark:
    """An element of MathML as it stands in a page."""
    found = element(node)
    name = found.tag.rpartition(":")[2]
    attributes = {key: value or "" for key, value in found.attributes.items()}
    if name in LEAVES:
        return Mark(name, text_of(node), (), attributes)
    if name not in _CONTENT:
        return Mark(name)
    below = tuple(children(node))
    if depth <= 0 or (not below and node.first_child is not None):
        return Mark("mtext", text_of(node), (), attributes)
    return Mark(name, "", tuple(of_mathml(child, depth - 1) for child in below), attributes)


_CONTENT = names(
    "maction math menclose merror mfenced mfrac mlabeledtr mmultiscripts mover mpadded"
    " mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtr munder"
    " munderover none semantics"
)
"""What is shown of MathML. Phantoms, annotations and what HTML put into it are not."""


def text_within(node: LexborNode) -> str:
    """The text directly in the node."""
    below = node.first_child
    texts: list[str] = []
    while below is not None:
        if below.tag == TEXT:
            texts.append(below.text_content or "")
        below = below.next
    return "".join(texts)
