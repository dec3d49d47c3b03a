"""The article: laid out for the pane's width, painted line by line."""

from rich.segment import Segment
from rich.style import Style as Look
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from feedtui.article.document import Document, Style
from feedtui.article.layout import Line, lay_out
from feedtui.ui.looks import ARTICLE_CLASSES, look_of_span


class ArticlePane(ScrollView, can_focus=True):
    """A document. `widest` bounds its lines in columns; 0 means as wide as the pane."""

    COMPONENT_CLASSES = ARTICLE_CLASSES

    def __init__(self, widest: int) -> None:
        super().__init__(id="article")
        self._widest = widest
        self._document = Document()
        self._lines: tuple[Line, ...] = ()
        self._looks: dict[Style, Look] = {}

    def show(self, document: Document) -> None:
        """Show a document from its top."""
        self._document = document
        self._lay_out()
        self.scroll_lines(-self.scroll_offset.y)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self.scroll_offset.y + self.size.height >= len(self._lines)

    def scroll_lines(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, force=True, immediate=True)

    def scroll_pages(self, by: int) -> None:
        """Scroll by pages, less a line that connects them."""
        self.scroll_lines(by * max(self.size.height - 1, 1))

    def scroll_to_edge(self, by: int) -> None:
        """Scroll to the beginning (-1) or the end (1)."""
        self.scroll_lines(by * len(self._lines))

    def render_line(self, y: int) -> Strip:
        """The strip for line `y` of what is seen."""
        index = y + self.scroll_offset.y
        if index >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        margin = Segment(" " * self._margin, self.rich_style)
        text = [Segment(each.text, self._look(each.style)) for each in self._lines[index].spans]
        return Strip([margin, *text]).adjust_cell_length(self.size.width, self.rich_style)

    def on_resize(self, _event: events.Resize) -> None:
        """Lines are laid out anew for another width; the reader stays at the same block."""
        block = self._block_in_sight()
        self._lay_out()
        self.scroll_lines(self._first_line(block) - self.scroll_offset.y)

    def notify_style_update(self) -> None:
        """Colours changed."""
        self._looks.clear()
        super().notify_style_update()

    @property
    def _column(self) -> int:
        room = self.size.width - 2
        return max(min(room, self._widest) if self._widest else room, 1)

    @property
    def _margin(self) -> int:
        return max((self.size.width - self._column) // 2, 0)

    def _lay_out(self) -> None:
        self._lines = lay_out(self._document, self._column)
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def _block_in_sight(self) -> int:
        top = self.scroll_offset.y
        return self._lines[top].block if top and top < len(self._lines) else 0

    def _first_line(self, block: int) -> int:
        lines = (index for index, line in enumerate(self._lines) if line.block >= block)
        return next(lines, 0) if block else 0

    def _look(self, style: Style) -> Look:
        if style not in self._looks:
            self._looks[style] = look_of_span(self, style)
        return self._looks[style]
