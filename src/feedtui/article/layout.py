"""A `Document` becomes lines for a width: a pure function, the same for the screen and for a pipe.

Every block becomes rows of spans. What contains blocks lays them out in a narrower room and puts
its mark before each row; a room knows how much is left, and all indentation together takes at most
half of the width. So no row is ever wider than the room it was laid out in.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from feedtui.article.cells import cells
from feedtui.article.document import (
    Block,
    Caption,
    Code,
    Description,
    Document,
    Heading,
    Item,
    List,
    Media,
    Note,
    Paragraph,
    Quote,
    Rule,
    Span,
    Spans,
    Style,
    Table,
    Term,
)
from feedtui.article.fill import fill, fill_verbatim, styled
from feedtui.article.room import Hand, Room, Rows
from feedtui.article.table import table_rows
from feedtui.clean import SafeText

HEADINGS = (
    Style.HEADING_1,
    Style.HEADING_2,
    Style.HEADING_3,
    Style.HEADING_4,
    Style.HEADING_5,
    Style.HEADING_6,
)
"""The style of each level, from 1."""

_CODE_INDENT = 2
_DESCRIPTION_INDENT = 4
_QUOTE_BAR = Span(SafeText("│ "), Style.QUOTE)
_QUOTE_BAR_ALONE = Span(SafeText("│"), Style.QUOTE)

_Gap = Callable[[Block, Block], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the layout. `block` counts the document's blocks, so that a place is found again.

    An empty line between two blocks belongs to the first of them.
    """

    spans: Spans
    block: int

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(span.text for span in self.spans)


def lay_out(document: Document, width: int) -> tuple[Line, ...]:
    """The article in lines of at most `width` terminal cells. A width below 1 counts as 1."""
    return write_out(document, width, as_it_is)


def write_out(document: Document, width: int, hand: Hand) -> tuple[Line, ...]:
    """The same with each block's text written by `hand`."""
    width = max(width, 1)
    rows = _numbered(document.blocks, Room(width, width // 2, hand), _stands_apart)
    return tuple(Line(row, block) for block, row in rows)


def as_it_is(spans: Spans) -> Spans:
    """The hand of the screen, which shows by colour what spans are."""
    return spans


def _numbered(blocks: tuple[Block, ...], room: Room, gap: _Gap) -> Iterator[tuple[int, Spans]]:
    for number, block in enumerate(blocks):
        for row in _rows(block, room):
            yield number, row
        if number + 1 < len(blocks) and gap(block, blocks[number + 1]):
            yield number, ()


def _flow(blocks: tuple[Block, ...], room: Room) -> Rows:
    return [row for _, row in _numbered(blocks, room, _stands_apart)]


def _stands_apart(block: Block, following: Block) -> bool:
    """Whether an empty line goes between the two."""
    if isinstance(block, Term):
        return False
    if isinstance(block, Item) and isinstance(following, Item):
        return False
    if isinstance(block, Note) and isinstance(following, Note):
        return False
    return not (isinstance(following, Caption) and isinstance(block, Media | Caption))


def _stands_apart_in_item(block: Block, following: Block) -> bool:
    return not isinstance(following, List | Item) and _stands_apart(block, following)


def _rows(block: Block, room: Room) -> Rows:
    match block:
        case Quote(blocks):
            return _quote(blocks, room)
        case Description(blocks):
            return _indented(blocks, room)
        case Item():
            return _item(block, cells(block.marker), room)
        case Note(label, blocks):
            item = Item(SafeText(f"[^{label}]"), blocks)
            return _item(item, cells(item.marker), room)
        case List(items):
            return _list(items, room)
        case Table():
            return table_rows(block, room, _flow)
        case _:
            return _text_rows(block, room)


def _text_rows(
    block: Paragraph | Heading | Caption | Term | Code | Media | Rule, room: Room
) -> Rows:
    match block:
        case Paragraph(spans):
            return fill(spans, room)
        case Heading(level, spans):
            return fill(styled(spans, HEADINGS[level - 1]), room)
        case Caption(spans):
            return fill(styled(spans, Style.CAPTION), room)
        case Term(spans):
            return fill(styled(spans, Style.BOLD), room)
        case Code(spans):
            return _code(spans, room)
        case Media():
            return _media(block, room)
        case Rule():
            return [(Span(SafeText("─" * room.width), Style.FRAME),)]


def _code(spans: Spans, room: Room) -> Rows:
    inner = room.indented(_CODE_INDENT)
    if inner is None:
        return _in_code(fill_verbatim(spans, room))
    return _behind(" " * _CODE_INDENT, _in_code(fill_verbatim(spans, inner)))


def _in_code(rows: Rows) -> Rows:
    return [styled(row, Style.CODE) for row in rows]


def _media(media: Media, room: Room) -> Rows:
    style = Style.MEDIA if media.link is None else Style.MEDIA | Style.LINK
    return fill((Span(SafeText(f"{media.kind.value} {media.label}"), style, media.link),), room)


def _quote(blocks: tuple[Block, ...], room: Room) -> Rows:
    inner = room.indented(cells(_QUOTE_BAR.text))
    if inner is None:
        return _flow(blocks, room)
    return [(_QUOTE_BAR, *row) if row else (_QUOTE_BAR_ALONE,) for row in _flow(blocks, inner)]


def _indented(blocks: tuple[Block, ...], room: Room) -> Rows:
    inner = room.indented(_DESCRIPTION_INDENT)
    if inner is None:
        return _flow(blocks, room)
    return _behind(" " * _DESCRIPTION_INDENT, _flow(blocks, inner))


def _list(items: tuple[Item, ...], room: Room) -> Rows:
    width = max(cells(item.marker) for item in items)
    loose = any(_is_loose(item) for item in items)
    rows: Rows = []
    for item in items:
        if rows and loose:
            rows.append(())
        rows += _item(item, width, room)
    return rows


def _is_loose(item: Item) -> bool:
    """Whether the item is several blocks long, not counting the lists within it."""
    return sum(not isinstance(block, List | Item) for block in item.blocks) > 1


def _item(item: Item, width: int, room: Room) -> Rows:
    inner = room.indented(width + 1)
    if inner is None:
        return _flow(_with_marker(item), room)
    rows = [row for _, row in _numbered(item.blocks, inner, _stands_apart_in_item)]
    marker = SafeText(item.marker.rjust(width) + " ")
    first = (Span(marker, Style.MARKER), *rows[0]) if rows else (Span(marker, Style.MARKER),)
    return [first, *_behind(" " * (width + 1), rows[1:])]


def _with_marker(item: Item) -> tuple[Block, ...]:
    """The item's blocks with its mark in the text: for a room without any to spare."""
    first, *others = item.blocks
    marker = Span(SafeText(f"{item.marker} "), Style.MARKER)
    if isinstance(first, Paragraph):
        return (Paragraph((marker, *first.spans)), *others)
    return (Paragraph((marker,)), first, *others)


def _behind(blanks: str, rows: Rows) -> Rows:
    indent = Span(SafeText(blanks))
    return [(indent, *row) if row else row for row in rows]
