"""A table that is too wide to be one: each row a record, a cell behind the name of its column."""

from collections.abc import Iterator
from dataclasses import replace

from feedtui.article.document import Block, Cell, Media, Paragraph, Span, Style, Term
from feedtui.article.fill import media_span, styled
from feedtui.article.grid import Band, Grid
from feedtui.article.room import EMPTY_ROW, Flow, Room, Rows, indent
from feedtui.article.slots import Slot
from feedtui.article.walking import spans_of
from feedtui.clean import SafeText

_LABEL = Style.BOLD | Style.MARKER
_BETWEEN_NAMES = " · "
_HANG = 2
_NARROW = 20
"""Cells; in a narrower room nothing hangs."""


def record_rows(grid: Grid, room: Room, flow: Flow) -> Rows:
    """The table row by row, an empty one between two; what is too long for a line hangs."""
    room = replace(room, is_cell=True)
    heads = _heads(grid)
    names = _names(heads)
    bands = grid.bands[len(heads) :]
    unused = _unused(names, bands)
    if unused:
        yield from flow((Paragraph((Span(SafeText(unused), Style.BOLD),)),), room)
        yield EMPTY_ROW
    for number, band in enumerate(bands):
        if number:
            yield EMPTY_ROW
        for field in _fields(band, names, grid.columns):
            yield from _hanging(field, room, flow)


def _hanging(field: tuple[Block, ...], room: Room, flow: Flow) -> Rows:
    inner = room.indented(_HANG)
    if inner is None or inner.width < _NARROW:
        yield from flow(field, room)
        return
    for number, row in enumerate(flow(field, inner)):
        before = (indent(_HANG),) if number and row.spans else ()
        yield row._replace(spans=(*before, *row.spans))


def _heads(grid: Grid) -> tuple[Band, ...]:
    """The rows at the top that name columns; when there are no others, the first of several."""
    count = next((n for n, band in enumerate(grid.bands) if not band.header), len(grid.bands))
    if count == len(grid.bands):
        count = min(count - 1, 1)
    return grid.bands[: max(count, 0)]


def _names(heads: tuple[Band, ...]) -> dict[int, str]:
    """What each column is called, at all levels of the header."""
    found: dict[int, list[str]] = {}
    for band in heads:
        for slot in band.slots:
            name = _words(slot.cell) if slot.is_first else ""
            for column in range(slot.column, slot.column + slot.columns):
                if name:
                    found.setdefault(column, []).append(name)
    return {column: _BETWEEN_NAMES.join(names) for column, names in found.items()}


def _unused(names: dict[int, str], bands: tuple[Band, ...]) -> str:
    """The names of columns in which nothing stands: no record would show them."""
    used = {names.get(slot.column) for band in bands for slot in _with_text(band)}
    return _BETWEEN_NAMES.join(dict.fromkeys(name for name in names.values() if name not in used))


def _fields(band: Band, names: dict[int, str], columns: int) -> Iterator[tuple[Block, ...]]:
    for slot in _with_text(band):
        name = names.get(slot.column, "") if slot.columns < columns else ""
        yield _field(name, slot.cell)


def _with_text(band: Band) -> Iterator[Slot]:
    return (slot for slot in band.slots if slot.cell.blocks)


def _field(name: str, cell: Cell) -> tuple[Block, ...]:
    """A cell's blocks with the name of its column in front, if it has one."""
    blocks = tuple(_bold(block) for block in cell.blocks) if cell.header else cell.blocks
    if not name:
        return blocks
    label = Span(SafeText(f"{name}: "), _LABEL)
    first, *others = blocks
    match first:
        case Paragraph(spans):
            return (Paragraph((label, *spans)), *others)
        case Media() if not others:
            return (Paragraph((label, media_span(first))),)
        case _:
            return (Term((label,)), *blocks)


def _bold(block: Block) -> Block:
    return Paragraph(styled(block.spans, Style.BOLD)) if isinstance(block, Paragraph) else block


def _words(cell: Cell) -> str:
    texts = ("".join(span.text for span in spans_of(block)) for block in cell.blocks)
    return " ".join(" ".join(texts).split())
