"""Which entries of a feed need not be kept any longer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from feedtui.model import Head


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many entries of a feed are kept, and for how many seconds; 0 means without a bound."""

    entries: int = 0
    seconds: int = 0


def surplus(
    heads: Sequence[Head], bounds: Bounds, now: int, is_exempt: Callable[[Head], bool]
) -> tuple[Head, ...]:
    """The entries beyond the bounds, of `heads` that are newest first; `now` in seconds.

    The exempt ones stay, but count. Age is measured from when an entry came, not from its own
    date, which may be years before that.
    """
    return tuple(
        head
        for place, head in enumerate(heads)
        if _is_beyond(place, head, bounds, now) and not is_exempt(head)
    )


def _is_beyond(place: int, head: Head, bounds: Bounds, now: int) -> bool:
    if bounds.entries and place >= bounds.entries:
        return True
    return bool(bounds.seconds) and now - head.seen > bounds.seconds
