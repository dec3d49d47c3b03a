"""Stretches of a list that are marked in one go: above the cursor, below it, or what is old."""

from collections.abc import Sequence

from feedtui.model import Item
from feedtui.ui.lists.doing import Chosen


def above(rows: Sequence[Item], cursor: int) -> Chosen:
    """The entries above the one under the cursor."""
    return Chosen(rows[:cursor], f" above {_name(rows, cursor)}")


def below(rows: Sequence[Item], cursor: int) -> Chosen:
    """The entries below the one under the cursor."""
    return Chosen(rows[cursor + 1 :], f" below {_name(rows, cursor)}")


def older_than(rows: Sequence[Item], time: int, words: str) -> Chosen:
    """The entries from before a time in seconds since 1970; `words` say what that is."""
    return Chosen([item for item in rows if item.date < time], f" older than {words}")


def _name(rows: Sequence[Item], cursor: int) -> str:
    return f"“{rows[cursor].head.label}”" if rows else "nothing"
