"""The arithmetic of moving through a list: positions in, a position out."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def step(position: int, by: int, length: int) -> int:
    """The position `by` rows on, held inside a list of `length` rows (0 for an empty one)."""
    return max(0, min(length - 1, position + by))


def following(
    rows: Sequence[T], position: int, wanted: Callable[[T], bool], by: int = 1
) -> int | None:
    """Position of the next row that is wanted; `by` is 1 for downwards, -1 for upwards."""
    end = len(rows) if by > 0 else -1
    return next((index for index in range(position + by, end, by) if wanted(rows[index])), None)


def around(rows: Sequence[T], position: int, wanted: Callable[[T], bool], by: int) -> int | None:
    """Like `following`, and past the end on from the other end, back to where it began."""
    indexes = ((position + by * distance) % len(rows) for distance in range(1, len(rows) + 1))
    return next((index for index in indexes if wanted(rows[index])), None)


def stay(old: Sequence[T], position: int, new: Sequence[T], name: Callable[[T], str]) -> int:
    """Where a cursor belongs after a list changed: on its own row, wherever that is now.

    When its row is gone, on the nearest one below it that is still there, else above it.
    """
    if not old or not new:
        return 0
    if position < len(new) and name(new[position]) == name(old[position]):
        return position
    places = {name(row): index for index, row in enumerate(new)}
    order = (*range(position, len(old)), *range(position - 1, -1, -1))
    found = (places.get(name(old[index])) for index in order)
    return next((index for index in found if index is not None), 0)
