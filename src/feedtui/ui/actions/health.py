"""How the feeds fare, and what can be done about it."""

from collections.abc import Coroutine

from textual.screen import Screen
from textual.widget import AwaitMount

from feedtui.address import shown_address
from feedtui.library.health import Health
from feedtui.library.pace import ASCII_BLOCKS, BLOCKS
from feedtui.model import WELCOME
from feedtui.ui.actions.feeds import Feeds
from feedtui.ui.desk import Desk
from feedtui.ui.dressed import DressedApp
from feedtui.ui.errands import Errands
from feedtui.ui.outside import Outside
from feedtui.ui.wishes import Bedside, Deed


class Care:
    """The command for health, and the deeds of its screen. `feeds` has those for any feed."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        errands: Errands,
        outside: Outside,
        feeds: Feeds,
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._errands = errands
        self._outside = outside
        self._feeds = feeds

    def health(self) -> AwaitMount:
        """Show how the feeds fare."""
        from feedtui.ui.dialogs.health import HealthScreen  # after the first paint

        app = self._screen.app
        ascii_only = isinstance(app, DressedApp) and not app.looks.signs
        blocks = ASCII_BLOCKS if ascii_only else BLOCKS
        dialog = HealthScreen(self._errands.health, self.care, self._desk.clock, blocks)
        return app.push_screen(dialog, self._chosen)

    def care(self, deed: Deed, feed: Health, bedside: Bedside) -> AwaitMount | None:
        """Do something about a feed; how it goes is said where that was wished."""
        match deed:
            case "retry":
                self._work(self._retry(feed, bedside))
            case "find" if not feed.moved or feed.taken:
                self._work(self._find(feed, bedside))
            case "find":
                remark = "Its host says that it has moved there for good."
                return self._feeds.change_feed(feed.feed, feed.moved, remark, say=bedside.say)
            case "change":
                return self._feeds.change_feed(feed.feed, say=bedside.say)
            case "leave":
                return self._leave(feed, bedside)
            case "edit":
                bedside.say(self._feeds.edit_at(feed.feed))
                bedside.read()
            case "site":
                bedside.say(self._outside.open(feed.site) if feed.site else "it names no site")
        return None

    def _work(self, work: Coroutine[None, None, None]) -> None:
        self._screen.run_worker(work, group="care")

    async def _retry(self, feed: Health, bedside: Bedside) -> None:
        if feed.feed == WELCOME:
            bedside.say("it is built in")
        elif self._feeds.is_refreshing:
            bedside.say("a refresh is under way")
        else:
            await self._errands.refresh((feed.feed,), 1, tell=bedside.say)
            bedside.read()

    async def _find(self, feed: Health, bedside: Bedside) -> None:
        """Propose an address that the feed's site names."""
        page = feed.site or feed.feed
        bedside.say(f"looking at {shown_address(page)} …")
        found = await self._errands.look(page)
        if isinstance(found, str):
            bedside.say(found)
            return
        new = [each.feed for each in found if not each.subscribed and each.feed != feed.feed]
        if new:
            bedside.say("")
            remark = _found_there(page, len(new))
            self._feeds.change_feed(feed.feed, new[0], remark, say=bedside.say)
        else:
            bedside.say(f"{shown_address(page)} names no other feed")

    def _leave(self, feed: Health, bedside: Bedside) -> AwaitMount | None:
        return self._feeds.leave_feed(feed.feed, say=bedside.say, then=bedside.read)

    def _chosen(self, url: str | None) -> None:
        if url is not None:
            self._feeds.show(url)


def _found_there(page: str, number: int) -> str:
    others = f", the first of {number} there" if number > 1 else ""
    return f"This is what {shown_address(page)} names{others}. Its entries and marks are kept."
