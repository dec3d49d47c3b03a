"""How wide each column of a table is, or that the table is better read row by row.

A column gets what its widest cell would like. When that is too much for the room, narrow columns
keep it and the wide ones share what is left, but none gets less than its longest word. A table
whose rows would become towers of words is none to look at.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from typing import NamedTuple

from feedtui.article.cells import cells
from feedtui.article.document import Align
from feedtui.article.grid import Grid
from feedtui.article.room import Hand
from feedtui.article.wishes import Wish, least, natural, wishes

_LONGEST_WORD = 12
"""Cells: a longer word is broken before a table is given up."""

_TALLEST = 25
_TALLEST_ON_AVERAGE = 6
"""Lines that a row may have."""

_MONEY = r"[A-Z]{0,2}[$€£¥₹₽₩]|USD|EUR|GBP|CHF|JPY|CNY|INR"
_NUMBER = re.compile(
    rf"[(<>≤≥±~≈▲▼↑↓]?\s?[-+−–]?\s?(?:(?:{_MONEY})\s?)?\(?[-+−]?[\d½¼¾][\d.,'’\s½¼¾]*"
    rf"(?:e[-+−]?\d+)?[⁰¹²³⁴-⁹⁻]*\s?(?:[%‰°$€£¥₹₽₩]|[^\W\d_]{{1,3}}(?:/[a-z]{{1,3}})?)?"
    r"\)?\s?%?[*†‡]?(?:\s?\[[^\]]{1,5}\])?"
)
_LONGEST_NUMBER = 32
_FEW = 2
"""Cells, of which one can't be the name of the others."""

_UNKNOWN = frozenset(("n/a", "N/A", "na", "NA", "-", "–", "—", "−", ".", "…", "?", "*", "✗", "×"))
"""What stands in the place of a number that isn't known."""


class Entry(NamedTuple):
    """What a cell would like: its lines, in which row, and whether it names a column's data."""

    row: int
    is_header: bool
    align: Align | None
    lines: tuple[Wish, ...]
    natural: int

    def height(self, width: int) -> int:
        """How many lines of so many cells it takes, or some more: words leave room at the ends."""
        if len(self.lines) == 1 and self.natural <= width:
            return 1
        return sum(max(-(-(before + cells(text)) // width), 1) for before, text in self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """The cells that stand in one column alone, and the width that they would like."""

    entries: tuple[Entry, ...]
    natural: int

    @property
    def data(self) -> list[Entry]:
        """What isn't a name; where nothing is said to be one, the first may be one of numbers."""
        data = [entry for entry in self.entries if not entry.is_header]
        if len(data) == len(self.entries) > _FEW and _are_numbers(data[1:]):
            return data[1:]
        return data

    @property
    def align(self) -> Align:
        """The side on which the data stand: where their writer said, numbers at the right."""
        data = self.data
        aligns = {entry.align for entry in data}
        only = aligns.pop() if len(aligns) == 1 else None
        return only or (Align.RIGHT if _are_numbers(data) else Align.LEFT)


def columns_of(grid: Grid, hand: Hand) -> tuple[Column, ...]:
    """The columns of the table as they would like to be."""
    found: list[list[Entry]] = [[] for _ in range(grid.columns)]
    for row, band in enumerate(grid.bands):
        for slot in band.slots:
            if slot.shows and slot.columns == 1:
                lines = wishes(slot.cell, hand)
                is_header = band.header or (slot.cell.header and slot.column > 0)
                entry = Entry(row, is_header, slot.cell.align, lines, natural(lines))
                found[slot.column].append(entry)
    return tuple(
        Column(tuple(entries), max((entry.natural for entry in entries), default=1))
        for entries in found
    )


def natural_widths(columns: Sequence[Column], space: int) -> tuple[int, ...] | None:
    """What all columns would like, if there are so many cells."""
    widths = tuple(max(column.natural, 1) for column in columns)
    return widths if sum(widths) <= space else None


def shared_widths(columns: Sequence[Column], space: int) -> tuple[int, ...] | None:
    """The widths of columns that share `space` cells; None when that makes no good table."""
    needs = [_least(column) for column in columns]
    if sum(needs) > space:
        return None
    widths = _shared([_wanted(column) for column in columns], needs, space)
    for number, column in enumerate(columns):
        widths[number] += min(max(column.natural - widths[number], 0), space - sum(widths))
    return tuple(widths) if _is_good_to_read(columns, widths) else None


def row_heights(columns: Sequence[Column], widths: Sequence[int]) -> dict[int, int]:
    """How many lines each row takes, of those that don't name columns."""
    heights: dict[int, int] = {}
    for column, width in zip(columns, widths, strict=True):
        for entry in column.entries:
            if not entry.is_header:
                heights[entry.row] = max(entry.height(width), heights.get(entry.row, 1))
    return heights


def _are_numbers(data: list[Entry]) -> bool:
    """Whether all are numbers, but for some that are unknown."""
    if not all(_is_number(entry.lines) for entry in data):
        return False
    return any(text.strip() not in _UNKNOWN for entry in data for _, text in entry.lines)


def _is_number(lines: tuple[Wish, ...]) -> bool:
    if len(lines) != 1 or len(lines[0][1]) > _LONGEST_NUMBER:
        return False
    text = lines[0][1].strip()
    return text in _UNKNOWN or _NUMBER.fullmatch(text) is not None


def _least(column: Column) -> int:
    """The longest word, as far as one is not broken."""
    longest = 1
    for entry in column.entries:
        if entry.natural > longest:
            longest = max(longest, least(entry.lines, _LONGEST_WORD))
        if longest >= _LONGEST_WORD:
            break
    return longest


def _wanted(column: Column) -> int:
    """What the data would like; a name may be broken for them."""
    data = (entry.natural for entry in column.entries if not entry.is_header)
    return max(max(data, default=1), _least(column))


def _shared(wanted: list[int], needs: list[int], space: int) -> list[int]:
    """Columns below a level keep what they want; the others share the rest by their roots."""
    level = _level(wanted, needs, space)
    high = [n for n, width in enumerate(wanted) if width > max(needs[n], level)]
    widths = list(wanted)
    rest = space - sum(width for n, width in enumerate(widths) if n not in high)
    spare = rest - sum(needs[n] for n in high)
    roots = {n: isqrt(wanted[n]) for n in high}
    for n in high:
        widths[n] = min(wanted[n], needs[n] + spare * roots[n] // sum(roots.values()))
    return widths


def _level(wanted: list[int], needs: list[int], space: int) -> int:
    """The greatest width that all columns that would like more can have."""
    low, high = 0, space
    while low < high:
        level = (low + high + 1) // 2
        pairs = zip(wanted, needs, strict=True)
        taken = sum(min(width, max(need, level)) for width, need in pairs)
        low, high = (level, high) if taken <= space else (low, level - 1)
    return low


def _is_good_to_read(columns: Sequence[Column], widths: Sequence[int]) -> bool:
    """Whether no row is a tower, and few are high."""
    heights = row_heights(columns, widths)
    return (
        max(heights.values(), default=1) <= _TALLEST
        and sum(heights.values()) <= len(heights) * _TALLEST_ON_AVERAGE
    )
