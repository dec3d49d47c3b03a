"""The document while it is read: which containers are open, and the paragraph in progress.

Containers (quotes, points, cells) collect blocks and become one when they close. Beyond
`_DEEPEST` of them no more are opened: what is inside still comes, a level further out.
"""

from collections.abc import Callable

from feedtui.article import maths
from feedtui.article.document import (
    Anchor,
    Block,
    Caption,
    Cell,
    Code,
    Document,
    Item,
    List,
    Media,
    Note,
    Paragraph,
    Row,
    Rule,
    Spans,
    Style,
)
from feedtui.article.links import Links, bare
from feedtui.article.notes import Notes
from feedtui.article.numbering import Numbering
from feedtui.article.run import Lead, Run
from feedtui.article.tabular import tabular
from feedtui.article.tails import used_links, without_tail
from feedtui.clean import SafeText, clean

_DEEPEST = 40

_SOFT_HYPHEN = "\xad"
_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

Maker = Callable[[Spans], Block]
"""What a finished paragraph becomes: a `Paragraph`, a `Heading` of some level, a `Caption`."""

Blocks = tuple[Block, ...]


class Builder:
    """Takes text, breaks and blocks in reading order. `base` is where relative links start."""

    def __init__(self, base: str, notes: Notes) -> None:
        self.base = base
        self.links = Links(base)
        self.notes = notes
        self.maker: Maker = Paragraph
        self.verbatim = False
        self.shown = 0
        self.lists: list[Numbering] = []
        self._run = Run()
        self._places: dict[str, int] = {}
        self._open: list[list[Block]] = [[]]
        self._tables: list[list[list[Cell]]] = []

    def document(self) -> Document:
        """All that was read."""
        self.end_paragraph()
        links = self.links.addresses
        blocks = without_tail(tuple(self._open[0]), links, self.base)
        for number, block in enumerate(blocks):
            if isinstance(block, Note):
                self._places[block.name] = number
        anchors = (Anchor(name, min(at, len(blocks) - 1)) for name, at in self._places.items())
        return Document(
            blocks, links[: used_links(blocks, links)], tuple(anchors) if blocks else ()
        )

    def place(self, name: str) -> None:
        """What comes now is what `name` leads to."""
        self._places.setdefault(name, len(self._open[0]))

    def text(self, text: str, style: Style, link: Lead) -> None:
        """Add text as it stands in the source, decoded but not cleaned."""
        safe = clean(text.replace(_SOFT_HYPHEN, ""))
        if link is not None or self.verbatim or style & (Style.CODE | Style.FORMULA):
            self._words(safe, style, link)
            return
        for piece in maths.in_text(safe):
            if piece.display:
                self.end_paragraph()
            self._words(piece.text, style | Style.FORMULA if piece.is_formula else style, None)
            if piece.display:
                self.end_paragraph()

    def line_break(self) -> None:
        """End the line; a second time in a row, the paragraph."""
        if self.verbatim:
            self._run.add_verbatim(SafeText("\n"), Style.PLAIN, None)
        elif self._run.ends_with_break:
            self.end_paragraph()
        else:
            self._run.add_break()

    def end_paragraph(self) -> None:
        """What was added up to here is a block of its own, or within `pre` a line."""
        if self.verbatim:
            self.end_line()
            return
        spans = self._run.spans()
        if spans:
            self._append(self.maker(spans))

    def end_line(self) -> None:
        """Within `pre`: what follows stands on a new line."""
        if not self._run.ends_with_break:
            self._run.add_verbatim(SafeText("\n"), Style.PLAIN, None)

    def end_code(self, language: SafeText) -> None:
        """The lines of a `pre` are complete."""
        self.verbatim = False
        spans = self._run.verbatim_spans()
        if spans:
            self._append(Code(spans, language))

    def add(self, block: Media | Rule) -> None:
        """Add a block that has nothing inside; within `pre` it is a word."""
        self.shown += 1
        if not self.verbatim:
            self.end_paragraph()
            self._append(block)
        elif isinstance(block, Media):
            text = SafeText(f"{block.kind.value} {block.label}")
            self._run.add_verbatim(text, Style.MEDIA, block.link)

    @property
    def is_full(self) -> bool:
        """Whether no further container may open here."""
        return self.verbatim or len(self._open) > _DEEPEST

    def open(self) -> None:
        """Begin a container."""
        self.end_paragraph()
        self._open.append([])

    def close(self, make: Callable[[Blocks], Block]) -> None:
        """End the innermost container; an empty one leaves nothing."""
        blocks = self._take()
        if blocks:
            self._append(make(blocks))

    def close_list(self) -> None:
        """End a list; what stands in it outside of any point belongs to the one before.

        Footnotes carry their own labels and stand below each other, not in a list.
        """
        items: list[Item] = []
        blocks = self._take()
        if any(isinstance(block, Note) for block in blocks):
            self._open[-1].extend(blocks)
            return
        for block in blocks:
            if isinstance(block, Item):
                items.append(block)
            elif items:
                items[-1] = Item(items[-1].marker, (*items[-1].blocks, block))
            else:
                items.append(Item(SafeText(""), (block,)))
        if items:
            self._append(List(tuple(items)))

    def open_table(self) -> None:
        """Begin a table, without rows."""
        self.end_paragraph()
        self._tables.append([])

    def open_row(self) -> None:
        """Begin a row of the innermost table."""
        self.end_paragraph()
        if self._tables:
            self._tables[-1].append([])

    def close_cell(self, make: Callable[[Blocks], Cell]) -> None:
        """End a container that is a cell; empty ones keep their place."""
        blocks = self._take()
        if not self._tables:
            self._open[-1].extend(blocks)
            return
        rows = self._tables[-1]
        if not rows:
            rows.append([])
        rows[-1].append(make(blocks))

    def close_table(self, *, for_looks: bool) -> None:
        """End the table; one that only arranges a page leaves the blocks of its cells."""
        self.end_paragraph()
        rows = tuple(Row(tuple(cells)) for cells in self._tables.pop() if cells)
        for block in tabular(rows, for_looks=for_looks):
            self._append(block)

    def _take(self) -> Blocks:
        self.end_paragraph()
        return tuple(self._open.pop())

    def _append(self, block: Block) -> None:
        blocks = self._open[-1]
        if not (isinstance(block, Caption) and blocks and _says_the_same(blocks[-1], block)):
            blocks.append(block)

    def _words(self, text: SafeText, style: Style, link: Lead) -> None:
        if link is None and Style.CODE not in style and ("://" in text or "www." in text):
            self._linked(text, style)
        else:
            self._add(text, style, link)

    def _linked(self, text: SafeText, style: Style) -> None:
        for piece, reference in bare(text):
            link = None if reference is None else self.links.number(reference)
            shown = style if link is None else style | Style.LINK
            self._add(SafeText(piece), shown, link)

    def _add(self, text: SafeText, style: Style, link: Lead) -> None:
        if self.verbatim:
            self.shown += 1
            self._run.add_verbatim(text, style & ~Style.CODE, link)
            return
        if text and not text.isspace():
            self.shown += 1
            if Style.SUPERSCRIPT in style:
                text = _in_signs(text, _RAISED)
            elif Style.SUBSCRIPT in style:
                text = _in_signs(text, _LOWERED)
        self._run.add(text, style, link)


def _in_signs(text: SafeText, signs: dict[int, int]) -> SafeText:
    """The text in raised or lowered signs when there is one for each of its letters."""
    known = all(ord(letter) in signs for letter in text if letter != " ")
    return SafeText(text.translate(signs)) if known else text


def _says_the_same(before: Block, caption: Caption) -> bool:
    if not isinstance(before, Media):
        return False
    return before.label.strip() == "".join(span.text for span in caption.spans).strip()
