"""Through the tree of blocks: everything that a block holds, its text, the links in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from feedtui.article.document import (
    Block,
    Caption,
    Code,
    Description,
    Heading,
    Item,
    List,
    Media,
    Note,
    Paragraph,
    Quote,
    Row,
    Spans,
    Table,
    Term,
)

Change = Callable[[Block], Block]


def every_block(block: Block) -> Iterator[Block]:
    """The block and all that it holds, in reading order."""
    pending = [block]
    while pending:
        here = pending.pop()
        yield here
        pending.extend(reversed(_inside(here)))


def spans_of(block: Block) -> Spans:
    """The block's own running text; nothing for one that only holds others."""
    match block:
        case Paragraph(spans) | Caption(spans) | Term(spans) | Code(spans) | Heading(_, spans):
            return spans
        case _:
            return ()


def links_of(block: Block) -> Iterator[int]:
    """Numbers of the links in the block and in all that it holds."""
    for each in every_block(block):
        if isinstance(each, Media) and each.link is not None:
            yield each.link
        yield from (span.link for span in spans_of(each) if span.link is not None)


def mapped(block: Block, change: Change) -> Block:
    """The block with what `change` makes of all that it holds, and at last of itself.

    The points of a list, the rows and the cells of a table are never handed to `change`.
    """
    match block:
        case List(items):
            points = (replace(item, blocks=_all_mapped(item.blocks, change)) for item in items)
            return change(List(tuple(points)))
        case Table(rows):
            return change(Table(tuple(_mapped_row(row, change) for row in rows)))
        case Quote() | Description() | Item() | Note():
            return change(replace(block, blocks=_all_mapped(block.blocks, change)))
        case _:
            return change(block)


def _mapped_row(row: Row, change: Change) -> Row:
    cells = (replace(cell, blocks=_all_mapped(cell.blocks, change)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _all_mapped(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    return tuple(mapped(block, change) for block in blocks)


def _inside(block: Block) -> tuple[Block, ...]:
    match block:
        case List(items):
            return items
        case Table(rows):
            return tuple(below for row in rows for cell in row.cells for below in cell.blocks)
        case Quote() | Description() | Item() | Note():
            return block.blocks
        case _:
            return ()
