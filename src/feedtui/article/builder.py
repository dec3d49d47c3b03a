"""The document while it is read: which containers are open, and the paragraph in progress.

Containers (quotes, points, cells) collect blocks and become one when they close. Beyond
`_DEEPEST` of them no more are opened: what is inside still comes, a level further out.
"""

from collections.abc import Callable

from feedtui.article.captions import captioned
from feedtui.article.document import (
    Anchor,
    Block,
    Caption,
    Cell,
    Code,
    Document,
    Group,
    Item,
    List,
    Media,
    Note,
    Row,
    Rule,
    Span,
    Spans,
    Style,
)
from feedtui.article.links import Links, bare
from feedtui.article.maths.formulas import Formulas
from feedtui.article.maths.running import Piece
from feedtui.article.maths.typesetter import Form
from feedtui.article.notes import Footnote, Notes
from feedtui.article.numbering import Numbering
from feedtui.article.run import Lead, Run
from feedtui.article.stops import with_stop
from feedtui.article.tabular import tabular
from feedtui.article.tails import is_label, used_links, without_tail
from feedtui.article.trackers import Trackers
from feedtui.article.verse import settled
from feedtui.clean import SafeText, clean

_DEEPEST = 40

_SOFT_HYPHEN = "\xad"
_FIXED_BLANK = "\xa0"

Maker = Callable[[Spans], Block]
"""What a finished paragraph becomes: a `Paragraph`, a `Heading` of some level, a `Caption`."""

Blocks = tuple[Block, ...]


class Builder:
    """Takes text, breaks and blocks in reading order. `base` is where relative links start.

    `trackers` are taken off the links.
    """

    def __init__(self, base: str, notes: Notes, formulas: Formulas, trackers: Trackers) -> None:
        self.base = base
        self.links = Links(base, trackers)
        self.notes = notes
        self.formulas = formulas
        self.maker: Maker = settled
        self.verbatim = False
        self.shown = 0
        self.lead: Span | None = None
        self.lists: list[Numbering] = []
        self.explained: set[str] = set()
        self.taken: set[int] = set()
        self._run = Run()
        self._asides: list[Note] = []
        self._places: dict[str, int] = {}
        self._open: list[list[Block]] = [[]]
        self._labels: list[Block] = []
        self._tables: list[list[tuple[Group, list[Cell]]]] = []

    def document(self) -> Document:
        """All that was read."""
        self.end_paragraph()
        links = self.links.addresses
        read = self._open[0] or self._labels
        blocks = without_tail(tuple(read), links, self.base)
        for number, block in enumerate(blocks):
            if isinstance(block, Note):
                self._places[block.name] = number
        anchors = (Anchor(name, min(at, len(blocks) - 1)) for name, at in self._places.items())
        return Document(
            blocks, links[: used_links(blocks, links)], tuple(anchors) if blocks else ()
        )

    def leaves_out(self, node: int) -> bool:
        """Whether the node, named by its `mem_id`, is a way back from a note or was used up."""
        return node in self.notes.dropped or node in self.taken

    def place(self, name: str) -> None:
        """What comes now is what `name` leads to."""
        self._places.setdefault(name, len(self._open[0]))

    def text(self, text: str, style: Style, link: Lead) -> None:
        """Add text as it stands in the source, decoded but not cleaned."""
        self._words(clean(text.replace(_SOFT_HYPHEN, "")), style, link)

    def refer_to(self, note: Footnote, style: Style) -> None:
        """Add a reference to a note, which stands at the word before it."""
        if not self.verbatim:
            self._run.drop_blank()
        self.text(f"[^{note.label}]", style & ~Style.SUPERSCRIPT | Style.LINK, note.name)

    def piece(self, piece: Piece, style: Style, link: Lead) -> None:
        """Add part of a text, which may be a formula."""
        match piece.form:
            case None:
                self.text(piece.text, style, link)
            case Form.LINE:
                self._add(clean(piece.text), style | Style.FORMULA, link)
            case Form.BLOCK:
                self._display(piece.text, style | Style.FORMULA, link)

    def _display(self, text: str, style: Style, link: Lead) -> None:
        """A formula in lines of its own."""
        self.end_paragraph()
        for number, row in enumerate(text.split("\n")):
            if number:
                self.line_break()
            self._add(clean(row), style, link)
        self.end_paragraph()

    def line_break(self) -> None:
        """End the line; a second time in a row, the paragraph."""
        if self.verbatim:
            self._run.add_verbatim(SafeText("\n"), Style.PLAIN, None)
            return
        self._run.drop_blank_line()
        if self._run.ends_with_break:
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
            lead, self.lead = self.lead, None
            self._append(self.maker(spans if lead is None else (lead, *spans)))
        asides, self._asides = self._asides, []
        for note in asides:
            self.place(note.name)
            self._append(note)

    def open_aside(self) -> Callable[[Footnote], None]:
        """Begin a note within a sentence; what is returned ends it and goes on with the sentence.

        The note comes behind the paragraph.
        """
        before = (self._run, self.maker, self.lead, self._asides)
        self._run, self.maker, self.lead, self._asides = Run(), settled, None, []
        self._open.append([])

        def close(note: Footnote) -> None:
            blocks = self._take()
            self._run, self.maker, self.lead, self._asides = before
            if blocks:
                self._asides.append(Note(note.label, blocks, note.name))

        return close

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

    def add(self, block: Media | Rule | Caption) -> None:
        """Add a block that has nothing inside; within `pre` it is a word."""
        self.shown += 1
        if not self.verbatim:
            self.end_paragraph()
            self._append(block)
        elif isinstance(block, Media):
            text = SafeText(f"{block.kind.value} {block.label}")
            self._run.add_verbatim(text, Style.MEDIA, block.link)

    @property
    def length(self) -> int:
        """How many pieces of text and breaks the paragraph or listing in progress has."""
        return self._run.length

    @property
    def last_letters(self) -> str:
        """The end of the text in progress; empty behind a blank and at the start of a line."""
        return self._run.last_letters

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

    def open_row(self, group: Group) -> None:
        """Begin a row of the innermost table."""
        self.end_paragraph()
        if self._tables:
            self._tables[-1].append((group, []))

    def close_cell(self, make: Callable[[Blocks], Cell]) -> None:
        """End a container that is a cell; empty ones keep their place."""
        blocks = self._take()
        if not self._tables:
            self._open[-1].extend(blocks)
            return
        rows = self._tables[-1]
        if not rows:
            rows.append((Group.BODY, []))
        rows[-1][1].append(make(blocks))

    def close_table(self, *, for_looks: bool) -> None:
        """End the table; one that only arranges a page leaves the blocks of its cells."""
        self.end_paragraph()
        rows = tuple(Row(tuple(cells), group) for group, cells in self._tables.pop() if cells)
        for block in tabular(rows, for_looks=for_looks):
            self._append(block)

    def _take(self) -> Blocks:
        self.end_paragraph()
        return tuple(self._open.pop())

    def _append(self, block: Block) -> None:
        blocks = self._open[-1]
        rest: Block | None = block
        if blocks:
            blocks[-1], rest = with_stop(blocks[-1], block)
        if rest is None:
            return
        if len(self._open) == 1 and is_label(block):
            self._labels.append(block)
        elif isinstance(block, Caption) and blocks and isinstance(blocks[-1], Media | Caption):
            blocks[-1:] = captioned(blocks[-1], block)
        else:
            blocks.append(rest)

    def _words(self, text: SafeText, style: Style, link: Lead) -> None:
        if link is None and ("://" in text or "www." in text) and Style.CODE not in style:
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
            plain = SafeText(text.replace(_FIXED_BLANK, " "))
            self._run.add_verbatim(plain, style & ~Style.CODE, link)
            return
        if text and not text.isspace():
            self.shown += 1
        self._run.add(text, style, link)
