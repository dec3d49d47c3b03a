"""The foot of the article: a footnote that one peeks at, or the address that a link leads to.

What is shown there is a small article, set like the large one.
"""

from feedtui.article.document import Document
from feedtui.article.layout import as_it_is
from feedtui.ui.aside import Threads
from feedtui.ui.hints import Goal
from feedtui.ui.panes.article import ArticlePane
from feedtui.ui.typesetting import Proof

_HIGHEST = 10
"""Lines of it; what is longer is scrolled."""

_RULE = 1
"""The line above it."""


class Foot(ArticlePane, can_focus=False):
    """A document below the article, while `goal` says what it is shown for."""

    def __init__(self, widest: int, threads: Threads) -> None:
        super().__init__(widest, as_it_is, threads, id="foot")
        self.goal: Goal | None = None
        self.display = False

    def open(self, goal: Goal, document: Document) -> None:
        """Show a document, until it is closed."""
        self.goal = goal
        self.styles.height = _RULE + 1
        self.display = True
        self.show(lambda: document, Document())

    def close(self) -> None:
        """Show nothing any more."""
        self.goal = None
        self.display = False

    @property
    def scrolls(self) -> bool:
        """Whether it has more lines than are in sight."""
        return self.display and len(self.lines) > _HIGHEST

    def _take(self, proof: Proof) -> None:
        super()._take(proof)
        self.styles.height = _RULE + min(max(len(self.lines), 1), _HIGHEST)
