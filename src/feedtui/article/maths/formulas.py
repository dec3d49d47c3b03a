"""The formulas of one article: what its elements and its texts show."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from feedtui.article.element import Element
from feedtui.article.maths.find import formula
from feedtui.article.maths.running import Piece, Running, find_running, pieces
from feedtui.article.maths.typesetter import Typesetter

_MAY_HOLD_TEX = re.compile(
    r"\$[^$]*\$|\\(?:[(\[]|begin|new|renew|provide|def|eqref|Declare)"
    r"|&(?:#0*(?:36|92);?|#x0*(?:24|5c);?|dollar;|bsol;)|mjx-|MathJax|MJX",
    re.IGNORECASE,
)


class Formulas:
    """Reads formulas in the order in which the article has them."""

    def __init__(self) -> None:
        self._typesetter = Typesetter()
        self._running = Running()

    def look(self, body: LexborNode, source: str) -> None:
        """Find the formulas in the text below `body`, which was parsed from `source`."""
        if _MAY_HOLD_TEX.search(source):
            self._running = find_running(body, self._typesetter)

    def of_element(self, found: Element) -> Piece | None:
        """The formula that the element is; None when it is something else."""
        return formula(found, self._typesetter)

    def of_text(self, node: LexborNode) -> tuple[Piece, ...]:
        """What the text node shows."""
        return self._running.texts.get(node.mem_id) or (Piece(node.text_content or ""),)

    def of_line(self, text: str) -> Iterator[Piece]:
        """What a line of an article without markup shows."""
        return pieces(text, self._typesetter)

    def swallowed(self, node: LexborNode) -> bool:
        """Whether the element is a line break within a formula."""
        return node.mem_id in self._running.dropped
