"""What holds inside an element while the tree is walked, and what is to be done behind it."""

import enum
from collections.abc import Callable
from typing import NamedTuple

from feedtui.article.builder import Builder
from feedtui.article.document import Style
from feedtui.article.element import Element
from feedtui.article.run import Lead
from feedtui.article.scripts import Signs


class White(enum.Enum):
    """What becomes of the line ends and blanks of a text (CSS `white-space`)."""

    COLLAPSES = "normal"
    LINES = "pre-line"
    ALL = "pre-wrap"


class Context(NamedTuple):
    """What holds for all text inside an element."""

    style: Style = Style.PLAIN
    link: Lead = None
    signs: Signs | None = None
    """What the letters of raised or lowered text become."""
    white: White = White.COLLAPSES


class Inside(NamedTuple):
    """How to go on inside an element, and what to do after it."""

    context: Context
    leave: Callable[[], None] | None = None


Enter = Callable[[Element, Context, Builder], Inside | None]
"""Adds what an element shows; None when there is nothing to visit inside it."""
