"""Is it a table of data, or was a table used to arrange a page?

Mail and old pages put whole articles into cells. Such tables become what is in them, in order. What
names its rows or columns is data, unless there is an article in it; what doesn't has to be simple.
"""

import re
from dataclasses import replace

from feedtui.article.document import (
    Align,
    Block,
    Caption,
    Cell,
    Group,
    Media,
    Paragraph,
    Row,
    Rule,
    Style,
    Table,
)
from feedtui.article.element import Element, element
from feedtui.article.slots import MOST_COLUMNS
from feedtui.article.walking import every_block, spans_of

_LONGEST_CELL = 1000
"""Characters; a cell with more holds an article, not a datum."""

_LONGEST_UNNAMED = 200
"""Characters of a cell of which nothing says what it is."""

_ALIGN = re.compile(
    r"(?:^|;)\s*text-align\s*:\s*(left|center|right)|has-text-align-(left|center|right)"
)
_LONGEST_STYLE = 500
_NO_DATA = {"role": {"presentation", "none"}, "datatable": {"0"}}
_GROUPS = {group.value: group for group in Group}
_ALIGNS = {align.value: align for align in Align}


def is_for_looks(table: Element) -> bool:
    """Whether the table says that it only arranges a page."""
    return any(table.get(name).lower() in values for name, values in _NO_DATA.items())


def group_of(row: Element) -> Group:
    """The part of its table that a row stands in."""
    parent = row.node.parent
    return _GROUPS.get((parent and parent.tag) or "", Group.BODY)


def align_of(cell: Element) -> Align | None:
    """The side on which the cell's text is to stand, if its writer said so."""
    inner = cell.node.first_child
    own = _align(cell)
    if own is not None or inner is None or inner.next is not None:
        return own
    return _align(element(inner))


def _align(cell: Element) -> Align | None:
    if not cell.attributes:
        return None
    match = _ALIGN.search(f"{cell.get('style')};{cell.get('class')}".lower()[:_LONGEST_STYLE])
    said = (match[1] or match[2]) if match else cell.get("align").lower()
    return _ALIGNS.get(said)


def tabular(rows: tuple[Row, ...], *, for_looks: bool) -> tuple[Block, ...]:
    """The rows as one `Table`, its foot below, or as the blocks of their cells."""
    if for_looks or not _is_data(rows):
        return tuple(block for row in rows for cell in row.cells for block in cell.blocks)
    return (Table(_with_header(tuple(sorted(rows, key=_is_foot)))),)


def _with_header(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, the first as the header when it is bold, others aren't, and nothing else names."""
    first, *others = rows
    if any(cell.header for row in rows for cell in row.cells) or any(row.header for row in rows):
        return rows
    if _is_bold(first) and others and not any(map(_is_bold, others)):
        return (replace(first, group=Group.HEAD), *others)
    return rows


def _is_bold(row: Row) -> bool:
    blocks = [block for cell in row.cells for block in cell.blocks]
    return bool(blocks) and all(
        isinstance(block, Paragraph) and all(Style.BOLD in span.style for span in block.spans)
        for block in blocks
    )


def _is_foot(row: Row) -> bool:
    return row.group is Group.FOOT


def _is_data(rows: tuple[Row, ...]) -> bool:
    columns = max((sum(cell.columns for cell in row.cells) for row in rows), default=0)
    shown = [[cell for cell in row.cells if cell.blocks] for row in rows]
    if columns > MOST_COLUMNS or max(map(len, shown), default=0) < 2:
        return False
    cells = [cell for row in shown for cell in row]
    if _has_names(cells):
        return not any(_holds_an_article(cell) for cell in cells)
    return len(rows) > 1 and all(map(_is_datum, cells)) and not all(map(_is_picture, cells))


def _has_names(cells: list[Cell]) -> bool:
    """Whether some cells name others; mail of some makers consists of nothing but names."""
    return any(cell.header for cell in cells) and not all(cell.header for cell in cells)


def _holds_an_article(cell: Cell) -> bool:
    if any(isinstance(block, Table | Caption | Rule) for block in cell.blocks):
        return True
    return not cell.header and _length(cell) > _LONGEST_CELL


def _is_datum(cell: Cell) -> bool:
    """Whether the cell is a word or a sentence, or a picture."""
    simple = len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph | Media)
    return simple and _length(cell) <= _LONGEST_UNNAMED


def _is_picture(cell: Cell) -> bool:
    return all(isinstance(block, Media) for block in cell.blocks)


def _length(cell: Cell) -> int:
    blocks = (each for block in cell.blocks for each in every_block(block))
    return sum(len(span.text) for block in blocks for span in spans_of(block))
