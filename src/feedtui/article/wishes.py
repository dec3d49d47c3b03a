"""How wide a cell would like to be, and how narrow it may become, before anything is laid out."""

from collections.abc import Iterator

from feedtui.article.cells import cells
from feedtui.article.document import (
    Block,
    Cell,
    Description,
    Item,
    List,
    Media,
    Note,
    Paragraph,
    Quote,
    Table,
)
from feedtui.article.fill import media_span, text_of
from feedtui.article.room import Hand
from feedtui.article.walking import spans_of

_INDENT = 4

Wish = tuple[int, str]
"""A line of text that nothing breaks yet, and how many cells go before it."""


def wishes(cell: Cell, hand: Hand) -> tuple[Wish, ...]:
    """The lines that the cell would have if it were wide enough."""
    match cell.blocks:
        case ():
            return ()
        case (Paragraph(spans),):
            text = text_of(hand(spans))
            if "\n" not in text:
                return ((0, text),)
    return tuple(wish for block in cell.blocks for wish in _wishes(block, 0, hand))


def natural(wished: tuple[Wish, ...]) -> int:
    """The cells of the widest line."""
    if len(wished) == 1:
        return wished[0][0] + _room_for(wished[0][1])
    return max((before + _room_for(text) for before, text in wished), default=0)


def least(wished: tuple[Wish, ...], most: int) -> int:
    """The cells of the longest word, but `most` for a longer one."""
    words = ((before, word) for before, text in wished for word in text.split(" "))
    return max((before + min(cells(word), most) for before, word in words), default=0)


def _room_for(text: str) -> int:
    """The cells of the text; a line of one cell would have no room for marks on its letter."""
    taken = cells(text)
    return max(taken, 2) if taken < len(text) else taken


def _wishes(block: Block, before: int, hand: Hand) -> Iterator[Wish]:
    match block:
        case List(items):
            mark = max((_mark(item) for item in items), default=0)
            for item in items:
                yield from _inside(item.blocks, before + mark, hand)
        case Item() | Note() | Quote() | Description():
            yield from _inside(block.blocks, before + _mark(block), hand)
        case Table(rows):
            for row in rows:
                for cell in row.cells:
                    yield from _inside(cell.blocks, before, hand)
        case _:
            spans = (media_span(block),) if isinstance(block, Media) else spans_of(block)
            yield from ((before, line) for line in text_of(hand(spans)).split("\n"))


def _inside(blocks: tuple[Block, ...], before: int, hand: Hand) -> Iterator[Wish]:
    yield before, ""
    for block in blocks:
        yield from _wishes(block, before, hand)


def _mark(block: Item | Note | Quote | Description) -> int:
    """The cells that a block's mark takes before all that it holds."""
    match block:
        case Item(marker):
            return cells(marker) + 1
        case Note(label):
            return cells(label) + len("[^] ")
        case Quote():
            return len("│ ")
        case Description():
            return _INDENT
