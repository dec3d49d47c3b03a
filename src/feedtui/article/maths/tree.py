"""What a formula is in any notation: symbols in rows, and the few ways to stack them.

TeX, MathML and the markup of MathJax and KaTeX all become these nodes, and one module writes them.
"""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


class Role(enum.Enum):
    """How a symbol behaves towards its neighbours (The TeXbook, chapter 17, where there are eight).

    The last three are found while a row is written: a `SIGN` is a binary operator without a left or
    a right side.
    """

    ORDINARY = enum.auto()
    WORD = enum.auto()
    """A name of several letters, which must not run into the next one."""
    FUNCTION = enum.auto()
    LARGE = enum.auto()
    BINARY = enum.auto()
    RELATION = enum.auto()
    PUNCTUATION = enum.auto()
    OPENING = enum.auto()
    CLOSING = enum.auto()
    DOTS = enum.auto()
    TEXT = enum.auto()
    SPACE = enum.auto()
    FRACTION = enum.auto()
    BRACKETED = enum.auto()
    SIGN = enum.auto()


OPERATORS = frozenset({Role.BINARY, Role.RELATION})
"""What has a side on the left and one on the right, and blanks around it."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One sign, number, name or text, as it is shown."""

    text: str
    role: Role = Role.ORDINARY


@dataclass(frozen=True, slots=True)
class Row:
    """Side by side. Rows in rows mean nothing: they only held an argument together."""

    items: "tuple[Node, ...]" = ()


@dataclass(frozen=True, slots=True)
class Fraction:
    """One above the other, with a line between them."""

    above: "Node"
    below: "Node"


@dataclass(frozen=True, slots=True)
class Binomial:
    """One above the other, without a line."""

    above: "Node"
    below: "Node"


@dataclass(frozen=True, slots=True)
class Root:
    """A root; the square root has an empty `degree`."""

    inside: "Node"
    degree: "Node"


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with what stands low and high behind it, or below and above it; both may be empty."""

    base: "Node"
    lower: "Node"
    upper: "Node"


@dataclass(frozen=True, slots=True)
class Accent:
    """A combining mark on every letter of the base."""

    base: "Node"
    mark: str


@dataclass(frozen=True, slots=True)
class Braced:
    """Something under or over a brace, which a label may explain."""

    base: "Node"


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows. `lines`: a formula broken into aligned lines, not a matrix."""

    rows: "tuple[tuple[Node, ...], ...]"
    lines: bool = False

    @property
    def is_stack(self) -> bool:
        """Whether it is lines, unless brackets around it make it a matrix."""
        return self.lines or all(len(cells) == 1 for cells in self.rows)


Node = Symbol | Row | Fraction | Binomial | Root | Scripts | Accent | Braced | Grid

NOTHING = Row()
SPACE = Symbol(" ", Role.SPACE)
HELD = Symbol("")
"""A place that something could stand in: what follows it has a left side (TeX's `{}`)."""


def row(items: list[Node]) -> Node:
    """The items side by side; a single one stands for itself."""
    return items[0] if len(items) == 1 else Row(tuple(items))


def flat(items: Iterable[Node]) -> Iterator[Node]:
    """The items, with those of rows within them in the place of the rows."""
    for item in items:
        if isinstance(item, Row):
            yield from flat(item.items)
        else:
            yield item
