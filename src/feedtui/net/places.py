"""A place at a host, which a client waits for before each request, redirects included.

Many addresses on many hosts may lead to one host. It is to be asked as gently as if it had been
asked directly, which only whoever sees all requests can know.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol


class Places(Protocol):
    """Who knows how many requests are at which host."""

    def at(self, url: str, /) -> AbstractAsyncContextManager[int]:
        """Wait for a place at the host of an address, and hold it within the block.

        What comes is the seconds for which the host wants to be left alone; 0 when it may be asked.
        """


class Anywhere:
    """There is always a place: for one who asks for little, one after the other."""

    @asynccontextmanager
    async def at(self, _url: str, /) -> AsyncIterator[int]:
        """A place at once."""
        yield 0
