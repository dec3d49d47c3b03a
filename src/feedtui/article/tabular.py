"""Is it a table of data, or was a table used to arrange a page?

Mail and old pages put whole articles into cells. Such tables become what is in them, in order.
"""

from feedtui.article.document import Block, Caption, Cell, Code, Heading, Paragraph, Row, Table

_LONGEST_CELL = 1000
"""Characters; a cell with more holds an article, not a datum."""

MOST_COLUMNS = 40


def tabular(rows: tuple[Row, ...], *, for_looks: bool) -> tuple[Block, ...]:
    """The rows as one `Table`, or as the blocks of their cells."""
    if for_looks or not _is_data(rows):
        return tuple(block for row in rows for cell in row.cells for block in cell.blocks)
    return (Table(rows),)


def _is_data(rows: tuple[Row, ...]) -> bool:
    columns = max((sum(cell.columns for cell in row.cells) for row in rows), default=0)
    if not 1 < columns <= MOST_COLUMNS:
        return False
    cells = [cell for row in rows for cell in row.cells]
    if not any(cell.blocks for cell in cells):
        return False
    if len(rows) == 1 and not any(cell.header for cell in cells):
        return False
    return all(_is_datum(cell) for cell in cells)


def _is_datum(cell: Cell) -> bool:
    if any(isinstance(block, (Table, Heading, Code, Caption)) for block in cell.blocks):
        return False
    texts = (block for block in cell.blocks if isinstance(block, Paragraph))
    return sum(len(span.text) for text in texts for span in text.spans) <= _LONGEST_CELL
