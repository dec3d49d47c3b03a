"""How often a feed has something to say: entries in each week of the last half-year."""

from collections import Counter
from collections.abc import Iterable, Sequence

DAY = 24 * 3600
WEEK = 7 * DAY
WEEKS = 26
HALF_A_YEAR = WEEKS * WEEK

BLOCKS = "▁▂▃▄▅▆▇█"
"""Heights of a bar in one cell each."""

ASCII_BLOCKS = "_.:-=+*#"
"""The same for terminals without them."""


def by_week(dates: Iterable[int], now: int) -> tuple[int, ...]:
    """How many of the dates fall into each of the last 26 weeks, the oldest week first."""
    ages = Counter((now - date) // WEEK for date in dates if now - HALF_A_YEAR < date <= now)
    return tuple(ages[age] for age in range(WEEKS - 1, -1, -1))


def chart(counts: Sequence[int], blocks: str = BLOCKS) -> str:
    """Bars of one cell each, the highest for the largest count; a blank where there was nothing."""
    most = max(counts, default=0)
    return "".join(_bar(count, most, blocks) for count in counts)


def halved(counts: Sequence[int]) -> tuple[int, ...]:
    """Two weeks in one, for charts that have to be short."""
    return tuple(sum(counts[at : at + 2]) for at in range(0, len(counts), 2))


def how_often(weekly: float) -> str:
    """Entries a week in words, as people count them."""
    if not weekly:
        return "nothing in the last half-year"
    if weekly >= 1:
        return f"about {weekly:,.0f} a week"
    month = weekly * 30 / 7
    return f"about {month:.0f} a month" if month >= 1 else "less than one a month"


def _bar(count: int, most: int, blocks: str) -> str:
    if not count:
        return " "
    return blocks[-(-count * len(blocks) // most) - 1]
