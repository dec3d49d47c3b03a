"""A `Document` becomes lines for a width: a pure function, the same for the screen and for a pipe.

Every block becomes rows of spans. What contains blocks lays them out in a narrower room and puts
its mark before each row; a room knows how much is left, and all indentation together takes at most
half of the width. So no row is ever wider than the room it was laid out in.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

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
from feedtui.article.fill import (
    fill,
    fill_verbatim,
    media_span,
    runs_to_the_left,
    styled,
    text_of,
)
from feedtui.article.room import EMPTY_ROW, Hand, Room, Row, Rows, indent
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


class Line(NamedTuple):
    """A line of the layout. `block` counts the document's blocks, so that a place is found again.

    An empty line between two blocks belongs to the first of them. `joint` is what stood in the text
    between the line above and this one: `"\\n"` where a line or a block ended, a blank where the
    text was broken at one, nothing where a word was broken, or Chinese between two signs. Where
    a table's row goes on, `joints` are those of each of its cells, between which there are bars.
    """

    spans: Spans
    block: int
    joint: str = "\n"
    joints: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The line without its styles."""
        return text_of(self.spans)


def as_it_is(spans: Spans) -> Spans:
    """The hand of the screen, which shows by colour what spans are."""
    return spans


def lay_out(document: Document, width: int) -> tuple[Line, ...]:
    """The article in lines of at most `width` terminal cells. A width below 1 counts as 1."""
    return tuple(lines(document, width))


def lines(document: Document, width: int, hand: Hand = as_it_is) -> Iterator[Line]:
    """The same, made as they are asked for, with each block's text written by `hand`."""
    width = max(width, 1)
    numbered = _numbered(document.blocks, Room(width, width // 2, hand), _stands_apart)
    return (Line(spans, block, joint, joints) for block, (spans, joint, joints) in numbered)


def _numbered(blocks: tuple[Block, ...], room: Room, gap: _Gap) -> Iterator[tuple[int, Row]]:
    """Each block's rows, and an empty one between blocks that stand apart and show something."""
    above: int | None = None
    for number, block in enumerate(blocks):
        rows = _rows(block, room)
        first = next(rows, None)
        if first is None:
            continue
        if above is not None and gap(blocks[above], block):
            yield above, EMPTY_ROW
        above = number
        yield number, first
        for row in rows:
            yield number, row


def _flow(blocks: tuple[Block, ...], room: Room) -> Rows:
    gap = _stands_apart_in_cell if room.is_cell else _stands_apart
    return (row for _, row in _numbered(blocks, room, gap))


def _stands_apart(block: Block, following: Block) -> bool:
    """Whether an empty line goes between the two."""
    if isinstance(block, Term):
        return False
    if isinstance(block, Item) and isinstance(following, Item):
        return False
    if isinstance(block, Note) and isinstance(following, Note):
        return _is_loose(block) or _is_loose(following)
    return not (isinstance(following, Caption) and isinstance(block, Media | Caption))


def _stands_apart_in_item(block: Block, following: Block) -> bool:
    return not isinstance(following, List | Item) and _stands_apart(block, following)


def _stands_apart_in_cell(block: Block, following: Block) -> bool:
    return _stands_apart_in_item(block, following) and not isinstance(block, Media)


def _rows(block: Block, room: Room) -> Rows:
    match block:
        case Paragraph(spans):
            return fill(spans, room)
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


def _text_rows(block: Heading | Caption | Term | Code | Media | Rule, room: Room) -> Rows:
    match block:
        case Heading(level, spans):
            return fill(styled(spans, HEADINGS[level - 1]), room)
        case Caption(spans):
            return fill(styled(spans, Style.CAPTION), room)
        case Term(spans):
            return fill(styled(spans, Style.BOLD), room)
        case Code(spans):
            return _code(styled(room.hand(spans), Style.CODE), room)
        case Media():
            return fill((media_span(block),), room)
        case Rule():
            return iter((Row((Span(SafeText("─" * room.width), Style.FRAME),)),))


def _code(spans: Spans, room: Room) -> Rows:
    inner = None if room.is_cell else room.indented(_CODE_INDENT)
    if inner is None:
        return fill_verbatim(spans, room)
    return _set_in(_CODE_INDENT, fill_verbatim(spans, inner))


def _quote(blocks: tuple[Block, ...], room: Room) -> Rows:
    inner = room.indented(cells(_QUOTE_BAR.text))
    if inner is None:
        return _flow(blocks, room)
    return _barred(_flow(blocks, inner))


def _barred(rows: Rows) -> Rows:
    for spans, joint, joints in rows:
        yield Row((_QUOTE_BAR, *spans) if spans else (_QUOTE_BAR_ALONE,), joint, joints)


def _indented(blocks: tuple[Block, ...], room: Room) -> Rows:
    inner = room.indented(_DESCRIPTION_INDENT)
    if inner is None:
        return _flow(blocks, room)
    return _set_in(_DESCRIPTION_INDENT, _flow(blocks, inner))


def _list(items: tuple[Item, ...], room: Room) -> Rows:
    width = max((cells(item.marker) for item in items), default=0)
    loose = any(_is_loose(item) for item in items)
    for number, item in enumerate(items):
        if number and loose:
            yield EMPTY_ROW
        yield from _item(item, width, room)


def _is_loose(item: Item | Note) -> bool:
    """Whether it is several blocks long, not counting the lists within it."""
    return sum(not isinstance(block, List | Item) for block in item.blocks) > 1


def _item(item: Item, width: int, room: Room) -> Rows:
    inner = room.indented(width + 1)
    if inner is None:
        return _flow(_with_marker(item), room)
    marker = Span(SafeText(f"{item.marker} "), Style.MARKER)
    missing = width - cells(item.marker)
    rows = (row for _, row in _numbered(item.blocks, inner, _stands_apart_in_item))
    first = (indent(missing), marker) if missing else (marker,)
    return _behind(first, (indent(width + 1),), rows)


def _with_marker(item: Item) -> tuple[Block, ...]:
    """The item's blocks with its mark in the text: for a room without any to spare."""
    marker = Span(SafeText(f"{item.marker} "), Style.MARKER)
    first, others = item.blocks[:1], item.blocks[1:]
    match first:
        case (Paragraph(spans),):
            return (Paragraph((marker, *spans)), *others)
        case _:
            return (Paragraph((marker,)), *item.blocks)


def _set_in(by: int, rows: Rows) -> Rows:
    blanks = indent(by)
    for spans, joint, joints in rows:
        yield Row((blanks, *spans) if spans else spans, joint, joints)


def _behind(first: Spans, others: Spans, rows: Rows) -> Rows:
    """The rows with `first` before the first one, and `others` before those that aren't empty."""
    row = next(rows, EMPTY_ROW)
    yield Row(_before(first, row.spans), row.joint, row.joints)
    for spans, joint, joints in rows:
        yield Row((*others, *spans) if spans else spans, joint, joints)


def _before(mark: Spans, spans: Spans) -> Spans:
    """A mark beside its text, which may stand at the right."""
    blanks, text = spans[:1], spans[1:]
    if text and blanks[0].style is Style.INDENT and runs_to_the_left(text_of(text)):
        return (*blanks, *mark, *text)
    return (*mark, *spans)
