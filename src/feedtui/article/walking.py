"""Through the tree of blocks: everything that a block holds, its text, the links in it."""

from collections.abc import Iterator

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
    Spans,
    Table,
    Term,
)


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
