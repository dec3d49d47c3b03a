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


def stay(old: Sequence[str], position: int, new: Sequence[str]) -> int:
    """Where a cursor belongs after a list of ids changed: on its own row, wherever that is now.

    When its row is gone, on the nearest one below it that is still there, else above it.
    """
    places = {name: index for index, name in enumerate(new)}
    below = (places[name] for name in old[position:] if name in places)
    above = (places[name] for name in reversed(old[:position]) if name in places)
    return next(below, next(above, 0))
