"""Whose turn it is: only so many requests at once, and fewer at one host."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit


class Turns:
    """At most `at_once` requests in all and `per_host` at each host, feeds and pages together."""

    def __init__(self, at_once: int, per_host: int) -> None:
        self._all = asyncio.Semaphore(at_once)
        self._hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(per_host)
        )

    @asynccontextmanager
    async def at(self, url: str) -> AsyncIterator[None]:
        """Wait until the host of an address may be asked, and ask within the block."""
        async with self._hosts[urlsplit(url).hostname or ""], self._all:
            yield
