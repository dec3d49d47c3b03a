"""What is done by children of the screen: refreshing, subscribing, fetching an entry's page.

It reports by callables and knows no widget: `tell` takes a sentence for the person, `changed` is
called when the lists should be shown anew, at most a few times a second.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from feedtui.address import shown_address
from feedtui.clean import clean, clean_line
from feedtui.errors import FeedtuiError
from feedtui.library.home import Home
from feedtui.model import Item
from feedtui.ui.child import run_feedtui
from feedtui.ui.desk import Desk
from feedtui.ui.dialogs.add import Wish
from feedtui.ui.news import News, read_awaited, read_line

GATHER = 0.25
"""Seconds for which news is gathered before the lists show it."""


def modified(path: Path) -> tuple[int, ...]:
    """What differs after a file was written: its time, size and number; nothing without one."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


class Errands:
    """Work for the screen that takes network or time."""

    def __init__(
        self, desk: Desk, home: Home, tell: Callable[[str], None], changed: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._home = home
        self._tell = tell
        self._changed = changed
        self._waiting: set[str] = set()
        self._written = modified(home.places.subscriptions)

    async def refresh(self, feeds: Sequence[str], expected: int) -> None:
        """Ask the named feeds, or those that are due, and show the news as they come."""
        news = News(expected)

        def take(line: bytes) -> None:
            nonlocal news
            if done := read_line(line):
                news = news.with_line(done)
                if done.outcome != "skipped":
                    self._waiting.add(done.feed)
            elif awaited := read_awaited(line):
                news = replace(news, slow=awaited.slow)
            self._tell(news.progress())

        self._tell(news.progress())
        showing = asyncio.create_task(self._show_now_and_then())
        try:
            words = ["refresh", "--json", "--progress", *(["-"] if feeds else [])]
            code, complaints = await run_feedtui(words, take, feeds)
        finally:
            showing.cancel()
        self._show_waiting()
        self._tell(clean_line(complaints) if code > 1 else news.summary())

    async def subscribe(self, wish: Wish) -> None:
        """Find and add a feed, and show it."""
        self._tell(f"looking for a feed at {shown_address(wish.address)}")
        said: list[str] = []

        def take(line: bytes) -> None:
            said.append(clean_line(line.decode(errors="replace")))

        words = ["add", f"--folder={wish.folder}", "-"]
        code, complaints = await run_feedtui(words, take, [wish.address])
        if code == 0:
            self.reload()
        self._tell(said[0] if code == 0 and said else clean(complaints))

    async def full_text(self, item: Item) -> bool:
        """Fetch the full text of an entry, and tell what came of it; whether it is kept now."""
        self._tell(f"fetching the page of “{item.head.label}”")
        said: list[str] = []

        def take(line: bytes) -> None:
            said.append(clean_line(line.decode(errors="replace").rpartition("\t")[2]))

        code, complaints = await run_feedtui(["fulltext", "--", item.head.id], take)
        told = " ".join(said) or clean(complaints)
        self._tell(f"full text: {told}" if code == 0 else f"no full text: {told}")
        return code == 0

    def look_around(self) -> None:
        """Take in what others did meanwhile: an editor to feeds.toml, a process to the store."""
        if modified(self._home.places.subscriptions) != self._written:
            self.reload()
        elif feeds := self._desk.library.rewritten():
            self._desk.refreshed(feeds)
            self._changed()
        elif self._desk.library.catch_up():
            self._changed()

    def reload(self) -> None:
        """Take feeds.toml as it is now; with a mistake in it, or without it, keep the list."""
        path = self._home.places.subscriptions
        self._written = modified(path)
        if not self._written:
            self._tell(f"{path} is not there; the list stays as it is until you leave")
            return
        try:
            self._desk.resubscribed(self._home.subscriptions())
        except FeedtuiError as error:
            self._tell(clean(str(error)))
        self._changed()

    async def _show_now_and_then(self) -> None:
        while True:
            await asyncio.sleep(GATHER)
            self._show_waiting()

    def _show_waiting(self) -> None:
        if not self._waiting:
            return
        feeds, self._waiting = self._waiting, set()
        self._desk.refreshed(feeds)
        self._changed()
