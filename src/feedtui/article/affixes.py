"""Columns of signs: accounts put the `$` before a number and the `)` or `%` behind it in cells.

Such a sign is joined to the number that it belongs to, and its column is left empty.
"""

from collections.abc import Collection
from dataclasses import replace

from feedtui.article.document import Block, Cell, Paragraph
from feedtui.article.fill import text_of
from feedtui.article.slots import NOTHING, Slot

_BEFORE = frozenset(("$", "€", "£", "¥", "US$", "C$", "A$", "HK$", "(", "($", "$(", "(€", "(£"))
_BEHIND = frozenset((")", "%", ")%", ") %", "%)", "€", "‰"))

Slots = list[Slot]


def without_affixes(rows: list[Slots]) -> list[Slots]:
    """The rows with the signs of such columns in the cells of their numbers."""
    before, behind = _columns(rows, _BEFORE), _columns(rows, _BEHIND)
    if not before and not behind:
        return rows
    return [_joined(slots, before, behind) for slots in rows]


def _columns(rows: list[Slots], signs: Collection[str]) -> set[int]:
    """The columns in which nothing but such signs stands alone."""
    found: set[int] = set()
    others: set[int] = set()
    for slot in (slot for slots in rows for slot in slots):
        if slot.column not in others and slot.columns == 1 and slot.shows:
            (found if _text(slot.cell) in signs else others).add(slot.column)
    return found - others


def _joined(slots: Slots, before: set[int], behind: set[int]) -> Slots:
    alone = {slot.column: slot for slot in slots if slot.is_first and slot.columns == 1}
    for column in sorted(before, reverse=True):
        _move(alone, column, _next(column, 1, before))
    for column in sorted(behind):
        _move(alone, column, _next(column, -1, behind))
    return [alone.get(slot.column, slot) for slot in slots]


def _next(column: int, step: int, signs: Collection[int]) -> int:
    while column in signs:
        column += step
    return column


def _move(alone: dict[int, Slot], column: int, target: int) -> None:
    """Put the text of a sign's slot before or behind that of its number, if there is one."""
    sign, number = alone.get(column), alone.get(target)
    if sign is None or number is None or not sign.shows:
        return
    pair = (sign, number) if column < target else (number, sign)
    blocks = _together(pair[0].cell.blocks, pair[1].cell.blocks)
    alone[target] = replace(number, cell=replace(number.cell, blocks=blocks))
    alone[column] = replace(sign, cell=NOTHING)


def _together(first: tuple[Block, ...], second: tuple[Block, ...]) -> tuple[Block, ...]:
    match (first, second):
        case ((Paragraph(before),), (Paragraph(behind),)):
            return (Paragraph((*before, *behind)),)
    return (*first, *second)


def _text(cell: Cell) -> str:
    match cell.blocks:
        case (Paragraph(spans),):
            return text_of(spans).strip()
    return ""
