"""What is done by children of the screen, and to feeds.toml: refreshing, subscribing, changing.

It reports by callables and knows no widget: `tell` takes a sentence for the person, `changed` is
called when the lists should be shown anew, at most a few times a second, and `brought` at the end
of a refresh, with the number of new entries by the address of their feed.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from feedtui.clean import clean, clean_line
from feedtui.errors import FeedtuiError
from feedtui.library.changing import change_feed
from feedtui.library.health import Health
from feedtui.library.home import Home
from feedtui.library.preview import Preview
from feedtui.library.removing import remove_feed
from feedtui.library.subscribing import line_of_feed
from feedtui.model import Item, Subscription
from feedtui.query.views import View
from feedtui.ui.child import reason_of, run_feedtui
from feedtui.ui.desk import Desk
from feedtui.ui.news import News, read_awaited, read_line
from feedtui.ui.stamps import stamp
from feedtui.ui.wishes import Known, Wish

GATHER = 0.25
"""Seconds for which news is gathered before the lists show it."""

Tell = Callable[[str], None]

Brought = Callable[[Mapping[str, int]], None]


def nobody_told(_new: Mapping[str, int]) -> None:
    """For news that is only shown in the lists."""


class Errands:
    """Work for the screen that takes network or time."""

    def __init__(
        self,
        desk: Desk,
        home: Home,
        tell: Tell,
        changed: Callable[[], None],
        brought: Brought = nobody_told,
    ) -> None:
        self._desk = desk
        self._home = home
        self._tell = tell
        self._changed = changed
        self._brought = brought
        self._waiting: set[str] = set()
        self._asking: asyncio.Task[tuple[int, str]] | None = None
        self._written = stamp(home.places.subscriptions)

    async def refresh(
        self, feeds: Sequence[str], expected: int, *, tell: Tell | None = None
    ) -> None:
        """Ask the named feeds, or those that are due, and show the news as they come.

        Once it is stopped, what came stays.
        """
        tell = tell or self._tell
        news = News(expected)

        def take(line: bytes) -> None:
            nonlocal news
            if done := read_line(line):
                news = news.with_line(done)
                if done.outcome != "skipped":
                    self._waiting.add(done.feed)
            elif awaited := read_awaited(line):
                news = replace(news, slow=awaited.slow)
            tell(news.progress())

        tell(news.progress())
        showing = asyncio.create_task(self._show_now_and_then())
        try:
            ended = await self._ask(feeds, take, tell)
        finally:
            showing.cancel()
        self._show_waiting()
        self._brought(news.new)
        tell(self._ending(news, ended))

    def stop(self) -> bool:
        """End the refresh that is under way; whether there is one."""
        return self._asking is not None and self._asking.cancel()

    @property
    def is_refreshing(self) -> bool:
        """Whether a child is asking feeds."""
        return self._asking is not None

    async def look(self, address: str) -> tuple[Preview, ...] | str:
        """The feeds that an address leads to, with what they are like; or why there is none."""
        from feedtui.ui.records import read_preview  # after the first paint

        found: list[Preview] = []

        def take(line: bytes) -> None:
            if preview := read_preview(line):
                found.append(preview)

        _, complaints = await run_feedtui(["add", "--preview", "--json", "-"], take, [address])
        return tuple(found) or reason_of(complaints)

    async def subscribe(self, wish: Wish, tell: Tell | None = None) -> str:
        """Add a feed, and show it; why it couldn't be, in words, or nothing.

        `tell` hears what it complains of meanwhile: that it has to wait for a refresh, say.
        """
        said: list[str] = []

        def take(line: bytes) -> None:
            said.append(clean_line(line.decode(errors="replace")))

        tags = [f"--tag={tag}" for tag in wish.tags]
        words = ["add", f"--folder={wish.folder}", *tags, "-"]
        hear = _complain(tell or self._tell)
        code, complaints = await run_feedtui(words, take, [wish.address], hear)
        self.reload()
        if code != 0:
            return reason_of(complaints)
        self._tell(said[0] if said else "")
        return ""

    async def change(self, feed: Subscription, wanted: Subscription) -> str:
        """Have feeds.toml say of a feed what is wanted; why it couldn't, in words, or nothing."""
        title = self.title(feed.url)
        return await self._edit(lambda: change_feed(self._home, feed, wanted, title), self._tell)

    async def remove(self, feed: Subscription, tell: Tell) -> None:
        """Unsubscribe from a feed, and tell what came of it."""
        title = self.title(feed.url)
        if refusal := await self._edit(lambda: remove_feed(self._home, feed, title), tell):
            tell(refusal)

    async def health(self) -> tuple[Health, ...] | str:
        """How all feeds fare, or why that can't be said. A child reads it: keys are free."""
        from feedtui.ui.records import read_health  # after the first paint

        found: list[Health] = []

        def take(line: bytes) -> None:
            if health := read_health(line):
                found.append(health)

        code, complaints = await run_feedtui(["health", "--json"], take)
        return tuple(found) if code == 0 else reason_of(complaints)

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

    def title(self, url: str) -> str:
        """What a feed is called."""
        sources = self._desk.library.sources
        return next((each.title for each in sources if each.url == url), clean_line(url))

    def known(self) -> Known:
        """The folders and tags that the person has."""
        sources = self._desk.library.sources
        folders = {each.folder for each in sources} | set(self._folders_above())
        tags = {tag for each in sources for tag in each.tags}
        return Known(tuple(sorted(filter(None, folders))), tuple(sorted(tags)))

    def subscription(self, url: str) -> Subscription | str:
        """What feeds.toml says of a feed at this moment; or why that can't be said."""
        try:
            feeds = self._home.subscriptions()
        except FeedtuiError as error:
            return str(error)
        found = next((each for each in feeds if each.url == url), None)
        return found or "the feed is not in feeds.toml any more"

    def line_of(self, url: str) -> int:
        """The line of feeds.toml on which a feed begins; 0 where that can't be said."""
        try:
            return line_of_feed(self._home.places, url)
        except FeedtuiError:
            return 0

    def kept(self, url: str) -> int:
        """How many entries of a feed are kept."""
        return self._desk.library.counts(View("feed", url)).total

    def look_around(self) -> None:
        """Take in what others did meanwhile: an editor to feeds.toml, a process to the store."""
        if stamp(self._home.places.subscriptions) != self._written:
            self.reload()
        elif feeds := self._desk.library.rewritten():
            self._desk.refreshed(feeds)
            self._changed()
        elif self._desk.library.catch_up():
            self._changed()

    def reload(self) -> None:
        """Take feeds.toml as it is now; with a mistake in it, or without it, keep the list."""
        path = self._home.places.subscriptions
        self._written = stamp(path)
        if not self._written:
            self._tell(f"{path} is not there; the list stays as it is until you leave")
            return
        try:
            self._desk.resubscribed(self._home.subscriptions())
        except FeedtuiError as error:
            self._tell(clean(str(error)))
        self._changed()

    async def _ask(
        self, feeds: Sequence[str], take: Callable[[bytes], None], tell: Tell
    ) -> tuple[int, str] | None:
        """The child's exit code and complaints; None when it was stopped."""
        words = ["refresh", "--json", "--progress", *(["-"] if feeds else [])]
        asking = asyncio.create_task(run_feedtui(words, take, feeds, _complain(tell)))
        self._asking = asking
        try:
            return await asking
        except asyncio.CancelledError:
            me = asyncio.current_task()
            if me is not None and me.cancelling():
                raise  # The screen is being left.
            return None
        finally:
            self._asking = None

    def _ending(self, news: News, ended: tuple[int, str] | None) -> str:
        summary = news.summary(self.title)
        if ended is None:
            return f"stopped after {news.done} of {news.expected}: {summary}"
        code, complaints = ended
        return reason_of(complaints) if code > 1 else summary

    async def _edit(self, edit: Callable[[], str], tell: Tell) -> str:
        """Edit feeds.toml in a thread; why that couldn't be, or nothing and it is told."""
        try:
            done = await asyncio.to_thread(edit)
        except FeedtuiError as error:
            return clean(str(error))
        self.reload()
        tell(f"{done} (u takes it back)")
        return ""

    def _folders_above(self) -> list[str]:
        parts = [each.folder.split("/") for each in self._desk.library.sources]
        return ["/".join(path[:end]) for path in parts for end in range(1, len(path))]

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


def _complain(tell: Tell) -> Callable[[bytes], None]:
    """Tells each line of a child's complaints."""
    return lambda line: tell(reason_of(line.decode(errors="replace")))
