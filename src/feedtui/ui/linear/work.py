"""What takes network or time: refreshing, subscribing, full texts. Escape stops a refresh."""

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

from feedtui.library.home import Home
from feedtui.model import WELCOME, Item
from feedtui.ui.desk import Desk
from feedtui.ui.errands import Errands
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.wishes import Wish

_Result = TypeVar("_Result")
_LISTEN_EVERY = 0.2


class Work:
    """Runs errands to their end, and says how they ended: progress would only be noise."""

    def __init__(self, desk: Desk, home: Home, teletype: Teletype) -> None:
        self._desk = desk
        self._teletype = teletype
        self._errands = Errands(desk, home, self._hear, _nothing_to_paint)
        self._heard = ""

    def refresh_feed(self) -> None:
        """Ask one feed: the one whose list this is, or the one whose entry one is at."""
        url = self._desk.feed_here()
        if not url or url == WELCOME:
            self._teletype.say("there is no feed here to ask")
        else:
            self._refresh((url,), 1)

    def refresh_all(self) -> None:
        """Ask the feeds that are due."""
        self._refresh((), len(self._desk.library.sources))

    def add(self) -> None:
        """Subscribe to a feed."""
        address = self._teletype.ask("address of a feed or a page")
        if not address:
            self._teletype.say("nothing was added")
            return
        view = self._desk.view
        here = view.name if view.kind == "folder" else ""
        folder = self._teletype.ask(f"folder, Enter for {here or 'none'}") or here
        self._say_result(self._run(self._errands.subscribe(Wish(address, folder))))

    def fetch(self, item: Item) -> bool:
        """Fetch the full text of an entry from its page; whether it is kept now."""
        kept = self._run(self._errands.full_text(item))
        self._say_result("")
        return kept

    def look_around(self) -> None:
        """Take in what others did to feeds.toml and to marks."""
        self._errands.look_around()

    def reload(self) -> None:
        """Take feeds.toml as it is now."""
        self._heard = ""
        self._errands.reload()
        self._say_result("")

    def _refresh(self, feeds: tuple[str, ...], expected: int) -> None:
        self._teletype.say("refreshing; Escape stops it")
        self._run(self._errands.refresh(feeds, expected))
        self._say_result("")

    def _say_result(self, wrong: str) -> None:
        if wrong or self._heard:
            self._teletype.say(wrong or self._heard)

    def _hear(self, message: str) -> None:
        self._heard = message

    def _run(self, errand: Coroutine[object, object, _Result]) -> _Result:
        self._heard = ""
        return asyncio.run(self._listening(errand))

    async def _listening(self, errand: Coroutine[object, object, _Result]) -> _Result:
        listening = asyncio.create_task(self._listen())
        try:
            return await errand
        finally:
            listening.cancel()

    async def _listen(self) -> None:
        while True:
            await asyncio.sleep(_LISTEN_EVERY)
            if self._teletype.pressed():
                self._errands.stop()


def _nothing_to_paint() -> None:
    """The lists are said when one comes to them."""
