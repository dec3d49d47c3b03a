"""What a refresh waits for at this moment, by host, so that a person can be told whom to blame."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SLOW = 3.0
"""Seconds after which a host that is waited for is worth naming."""


class Watch:
    """Requests under way. `clock` gives seconds, from any beginning."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waits: dict[object, tuple[str, float]] = {}

    @contextmanager
    def waiting(self, host: str) -> Iterator[None]:
        """Something of this host's is waited for within the block."""
        wait = object()
        self._waits[wait] = (host, self._clock())
        try:
            yield
        finally:
            del self._waits[wait]

    @property
    def awaited(self) -> int:
        """How many requests are under way."""
        return len(self._waits)

    def slow(self) -> tuple[str, ...]:
        """The hosts that have been waited for too long, the longest first."""
        now = self._clock()
        # Kept in the order in which they began.
        late = (host for host, since in self._waits.values() if now - since >= SLOW and host)
        return tuple(dict.fromkeys(late))
