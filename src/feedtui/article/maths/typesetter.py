"""Writes the formulas of one article, in the order in which they are met.

It remembers the definitions that were made, and how much work is left: an article of nothing but
formulas is typeset up to a point, and the rest is shown as it was written.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass

from feedtui.article.maths.display import block
from feedtui.article.maths.linear import running_line
from feedtui.article.maths.macros import Macros, expanded
from feedtui.article.maths.marks import Mark
from feedtui.article.maths.mathml import tree_of_mark
from feedtui.article.maths.tex import tree_of_tokens
from feedtui.article.maths.tokens import tokens
from feedtui.article.maths.tree import Node
from feedtui.clean import SafeText, clean_line

LONGEST = 30_000
"""Characters of TeX, or nodes of markup, that are read as one formula."""

_MOST_SIGNS = 150_000
"""Tokens of TeX and elements of markup that are typeset in one article."""

_SIGNS_PER_FORMULA = 5
_WORK_PER_SIGN = 10
_LETTERS_PER_SIGN = 10
"""What a formula costs whatever is in it; how much applying of definitions, and how much text that
is written, cost as much as a sign."""


class Form(enum.Enum):
    """How much room a formula has."""

    LINE = enum.auto()
    BLOCK = enum.auto()
    """It stands by itself and may have several lines."""


_WRITE: dict[Form, Callable[[Node], SafeText]] = {Form.LINE: running_line, Form.BLOCK: block}


class Typesetter:
    """Turns TeX and MathML into text."""

    def __init__(self) -> None:
        self._macros: Macros = {}
        self._known: dict[tuple[str, Form], SafeText] = {}
        self._left = _MOST_SIGNS

    @property
    def is_spent(self) -> bool:
        """Whether formulas are shown as they were written from here on."""
        return self._left <= 0

    def tex(self, source: str, form: Form) -> SafeText | None:
        """What the TeX shows; empty if it only defines something, None if there is none."""
        if not source.strip():
            return None
        if len(source) > LONGEST or self.is_spent:
            return clean_line(source)
        known = self._known.get((source, form))
        shown = self._typeset(source, form) if known is None else known
        self._left -= len(shown) // _LETTERS_PER_SIGN
        return shown

    def _typeset(self, source: str, form: Form) -> SafeText:
        signs = expanded(tokens(source), self._macros)
        self._left -= len(signs.tokens) + signs.work // _WORK_PER_SIGN + _SIGNS_PER_FORMULA
        if signs.macros is not self._macros:
            self._macros = signs.macros
            self._known.clear()
        if not any(sign.strip() for sign in signs.tokens):
            return SafeText("")
        shown = _WRITE[form](tree_of_tokens(signs.tokens)) or clean_line(source)
        self._known[source, form] = shown
        return shown

    def mark(self, mark: Mark, size: int, form: Form) -> SafeText | None:
        """What the markup of `size` elements shows; None if it is nothing."""
        self._left -= size + _SIGNS_PER_FORMULA
        return _WRITE[form](tree_of_mark(mark)) or None


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one formula in one form."""

    typesetter: Typesetter
    form: Form

    def tex(self, source: str) -> SafeText | None:
        """See `Typesetter.tex`."""
        return self.typesetter.tex(source, self.form)

    def mark(self, mark: Mark, size: int) -> SafeText | None:
        """See `Typesetter.mark`."""
        return self.typesetter.mark(mark, size, self.form)
