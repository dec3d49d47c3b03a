"""The tree that an article becomes: blocks that stand below each other, spans within them.

It knows what things are (a heading, a quote, an address), not how they look: no width, no colour,
no mark but an item's own. The same `Span` serves a paragraph here and a line of the layout.
All text is `SafeText` and decoded; white space is collapsed except in `Code`, `"\\n"` is a break.
"""

import enum
from dataclasses import dataclass

from feedtui.clean import SafeText
from feedtui.model import EMPTY


class Style(enum.Flag):
    """What a span is; the screen decides how that looks."""

    PLAIN = 0
    BOLD = enum.auto()
    ITALIC = enum.auto()
    UNDERLINE = enum.auto()
    STRIKE = enum.auto()
    CODE = enum.auto()
    HIGHLIGHT = enum.auto()
    SUPERSCRIPT = enum.auto()
    SUBSCRIPT = enum.auto()
    FORMULA = enum.auto()
    DIM = enum.auto()
    LINK = enum.auto()
    MEDIA = enum.auto()
    CAPTION = enum.auto()
    MARKER = enum.auto()
    """A list's bullet or number."""
    QUOTE = enum.auto()
    """The bar at the left of a quote."""
    FRAME = enum.auto()
    """Lines between cells, and rules."""
    INDENT = enum.auto()
    """Blanks that only keep text in its place; they are no part of it."""
    SIGN = enum.auto()
    """What the layout adds for the eye, as the number behind a link; no part of the text."""
    HEADING_1 = enum.auto()
    HEADING_2 = enum.auto()
    HEADING_3 = enum.auto()
    HEADING_4 = enum.auto()
    HEADING_5 = enum.auto()
    HEADING_6 = enum.auto()
    KEYWORD = enum.auto()
    """This and the following are what the words of a listing are; see `colours`."""
    STRING = enum.auto()
    COMMENT = enum.auto()
    NUMBER = enum.auto()
    NAME = enum.auto()
    """Of a function, a class, an element: what a listing defines or calls by its own name."""
    INSERTED = enum.auto()
    DELETED = enum.auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style.

    `link` is a number into `Document.links`, from 1. `target` is the name of a place within the
    article, to be looked up by `Document.block_of`. A span has one of them at most.
    """

    text: SafeText
    style: Style = Style.PLAIN
    link: int | None = None
    target: str | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of a part; `level` is 1 to 6."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said of a picture or a table; it stands next to it."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Term:
    """What a `Description` after it explains."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Code:
    """Text whose lines and blanks count. `language` is what the writer declared, or empty."""

    spans: Spans
    language: SafeText = EMPTY


class Kind(enum.Enum):
    """What a `Media` block stands for; the value is the mark before its label."""

    IMAGE = "▣"
    VIDEO = "▶"
    AUDIO = "♪"
    FRAME = "◳"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, a film, a sound, a page within the page: named here, opened elsewhere."""

    kind: Kind
    label: SafeText
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Description:
    """What explains the `Term` before it."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list, with its bullet or number; one that strayed stands among blocks."""

    marker: SafeText
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class List:
    """Points, one below the other."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, and the label by which the text refers to it, without brackets."""

    label: SafeText
    blocks: "tuple[Block, ...]"
    name: str = ""


class Align(enum.Enum):
    """On which side of its column a cell's text stands, where its writer said so."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, and over how many columns and rows it stretches."""

    blocks: "tuple[Block, ...]"
    header: bool = False
    columns: int = 1
    rows: int = 1
    align: Align | None = None


class Group(enum.Enum):
    """The part of a table that a row stands in."""

    HEAD = "thead"
    BODY = "tbody"
    FOOT = "tfoot"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side."""

    cells: tuple[Cell, ...]
    group: Group = Group.BODY

    @property
    def header(self) -> bool:
        """Whether the row names columns; nothing need stand in the corner above the rows' names."""
        if self.group is Group.HEAD:
            return True
        first, others = self.cells[:1], self.cells[1:]
        corner = bool(others) and not any(cell.blocks for cell in first)
        return bool(first) and all(cell.header for cell in (others if corner else self.cells))


@dataclass(frozen=True, slots=True)
class Table:
    """Data in rows. Tables that only arranged a page have become blocks."""

    rows: tuple[Row, ...]


Block = (
    Paragraph
    | Heading
    | Caption
    | Term
    | Code
    | Media
    | Rule
    | Quote
    | Description
    | Item
    | List
    | Note
    | Table
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place to jump to: its name, and the number of the block of the document that it is in."""

    name: str
    block: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article. `links` are absolute addresses with a scheme that may be opened, each once.

    `anchors` are the places that some span leads to, each name once. `minutes` is how long reading
    takes, 0 where nobody has counted.
    """

    blocks: tuple[Block, ...] = ()
    links: tuple[SafeText, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    minutes: int = 0

    def block_of(self, target: str) -> int | None:
        """The number of the block that a span's `target` is in; None if there is none."""
        return next((anchor.block for anchor in self.anchors if anchor.name == target), None)
