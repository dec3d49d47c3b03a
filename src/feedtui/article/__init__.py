"""An article: HTML in, lines out, and between them a small tree that knows what things are.

`read` turns whatever a feed calls a body into a `Document`. It trusts nothing: the markup is
repaired before it is parsed (`repair`), the parser's tree is walked once (`reader`), every text is
cleaned after its entities are decoded, addresses are checked (`links`). `lay_out` fills the tree
into lines for a width, and is the only place that knows of cells; `to_text` writes the same lines
without colours. All three are pure, and none raises for any string or any width.

The tree is frozen and shares nothing, so it may be read in one thread, kept, and laid out again
when the terminal is resized.
"""

from feedtui.article.document import Anchor, Document, Kind, Span, Style
from feedtui.article.layout import Line, lay_out
from feedtui.article.outline import Part, outline, reading_minutes
from feedtui.article.reader import read
from feedtui.article.writing import to_text

__all__ = [
    "Anchor",
    "Document",
    "Kind",
    "Line",
    "Part",
    "Span",
    "Style",
    "lay_out",
    "outline",
    "read",
    "reading_minutes",
    "to_text",
]
