"""How often a feed brings something, learned from the dates of its entries.

A feed that brings something twice a week need not be asked every hour, and one that falls silent
can be asked less and less: the practice that Miniflux calls the frequency of entries and caches the
age of a document (heuristic freshness, RFC 9111 4.2.2).
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from feedtui.net.pauses import DAY, MINUTE

_BURST = 30 * MINUTE
"""Entries that lie closer together came at once: nobody writes ten posts in a minute."""

_NEWEST = 20
_FEWEST_GAPS = 2
_SILENCE = 8


def rhythm(dates: Sequence[int], now: int) -> int | None:
    """The seconds that usually lie between two of a feed's entries; None while too few are known.

    The median of the newest gaps, so that one pause or one burst says little. A silence counts for
    an eighth of its length: an hourly feed that sleeps at night is not given up by morning, and one
    that has been silent for half a month is taken for one of every other day.
    """
    moments = _moments(dates, now)
    if not moments:
        return None
    gaps = [later - earlier for later, earlier in pairwise(moments)]
    silent = (now - moments[0]) // _SILENCE
    if len(gaps) < _FEWEST_GAPS:
        return silent if silent >= DAY else None
    return max(round(median(gaps)), silent)


def after_silence(known: int | None, newest: int, now: int) -> int | None:
    """The rhythm of a feed that brought nothing again; `newest` is when it last did, 0 if unknown.

    Its silence counts as it does in `rhythm`, without a look at its entries.
    """
    if known is None or not newest:
        return known
    return max(known, (now - newest) // _SILENCE)


def _moments(dates: Sequence[int], now: int) -> list[int]:
    """When something came, the newest first; a burst counts once, a date in the future never."""
    moments: list[int] = []
    for date in sorted((date for date in dates if 0 < date <= now), reverse=True):
        if not moments or moments[-1] - date > _BURST:
            moments.append(date)
    return moments[:_NEWEST]
