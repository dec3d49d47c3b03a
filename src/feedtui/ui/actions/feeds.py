"""Asking feeds for news, subscribing to them, changing and leaving them."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer
from textual.widget import AwaitMount

from feedtui.config.durations import MINUTE
from feedtui.config.settings import Refresh
from feedtui.model import WELCOME, Subscription
from feedtui.query.views import View
from feedtui.ui.desk import Desk
from feedtui.ui.errands import Errands
from feedtui.ui.outside import Outside
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage

Say = Callable[[str], None]

_WORK = "refresh"
_NO_FEED = "there is no feed here"


class Feeds:
    """Commands whose work is done by errands, as workers of the `screen`."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        stage: Stage,
        showing: Showing,
        errands: Errands,
        outside: Outside,
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._showing = showing
        self._errands = errands
        self._outside = outside
        self._timer: Timer | None = None

    def begin(self, wanted: Refresh) -> None:
        """Ask what is due when the screen opens, and now and then, as far as that is wanted."""
        self.keep_time(wanted)
        if wanted.on_start:
            self._by_itself()

    def keep_time(self, wanted: Refresh) -> None:
        """Ask what is due so often from now on."""
        if self._timer is not None:
            self._timer.stop()
        every = max(wanted.every, MINUTE)
        self._timer = self._screen.set_interval(every, self._by_itself) if wanted.every else None

    def refresh_feed(self) -> None:
        """Ask one feed: the one whose list this is, or the one whose entry is under the cursor."""
        url = self._desk.feed_here()
        if not url or url == WELCOME:
            self._stage.say(f"{_NO_FEED} to ask")
        else:
            self._refresh((url,), 1)

    def refresh_all(self) -> None:
        """Ask the feeds that are due."""
        self._refresh((), len(self._desk.library.sources))

    def stop(self) -> None:
        """End the refresh; what came stays."""
        if not self._errands.stop():
            self._stage.say("nothing is being refreshed")

    def add(self) -> AwaitMount:
        """Subscribe to a feed."""
        from feedtui.ui.dialogs.add import AddDialog  # after the first paint

        view = self._desk.view
        folder = view.name if view.kind == "folder" else ""
        dialog = AddDialog(self._errands, folder, self._errands.known())
        return self._screen.app.push_screen(dialog, self._added)

    def change(self) -> AwaitMount | None:
        """Change the feed's title, folder, tags, address, or how it is asked."""
        return self.change_feed(self._feed_meant())

    def change_feed(
        self, url: str, target: str = "", remark: str = "", *, say: Say | None = None
    ) -> AwaitMount | None:
        """Change a feed; `target` is an address that is proposed for it, `remark` says why."""
        from feedtui.ui.dialogs.change import ChangeDialog  # after the first paint

        feed = self._subscription(url, say or self._stage.say)
        if feed is None:
            return None

        async def save(wanted: Subscription) -> str:
            return await self._errands.change(feed, wanted)

        title, known = self._errands.title(url), self._errands.known()
        dialog = ChangeDialog(feed, title, known, save, target=target, remark=remark)
        return self._screen.app.push_screen(dialog)

    def unsubscribe(self) -> AwaitMount | None:
        """Leave a feed; it is asked whether that is meant."""
        return self.leave_feed(self._feed_meant())

    def leave_feed(
        self, url: str, *, say: Say | None = None, then: Callable[[], object] | None = None
    ) -> AwaitMount | None:
        """Leave this feed, if the person says so once more; and `then` do something else."""
        from feedtui.ui.dialogs.remove import RemoveDialog  # after the first paint

        tell = say or self._stage.say
        feed = self._subscription(url, tell)
        if feed is None:
            return None

        async def leave() -> None:
            await self._errands.remove(feed, tell)
            if then is not None:
                then()

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what the toolkit hands on
            if yes:
                self._screen.run_worker(leave(), group="feeds.toml")

        dialog = RemoveDialog(self._errands.title(url), self._errands.kept(url))
        return self._screen.app.push_screen(dialog, answered)

    def edit(self) -> None:
        """Edit feeds.toml, and take it as it is afterwards."""
        self._stage.say(self._outside.edit())
        self._errands.reload()

    def edit_at(self, url: str) -> str:
        """Edit feeds.toml where a feed stands in it; what went wrong, in words, or nothing."""
        told = self._outside.edit(self._errands.line_of(url))
        self._errands.reload()
        return told

    def show(self, url: str) -> None:
        """Show the list of a feed."""
        self._desk.show(View("feed", url))
        self._stage.close_filter()
        self._stage.go("entries")
        self._showing.all()

    @property
    def is_refreshing(self) -> bool:
        """Whether feeds are being asked."""
        workers = self._screen.workers
        begun = any(worker.group == _WORK and worker.is_running for worker in workers)
        return begun or self._errands.is_refreshing

    def _feed_meant(self) -> str:
        """The feed that is to be changed or left: in the list of feeds, the one under the cursor.

        Elsewhere that of the entry. A row that is no feed means none, so that none is left by
        mistake.
        """
        if self._stage.at == "feeds" and self._desk.view.kind != "feed":
            return ""
        return self._desk.feed_here()

    def _by_itself(self) -> None:
        if not self.is_refreshing:
            self.refresh_all()

    def _refresh(self, feeds: tuple[str, ...], expected: int) -> None:
        if self.is_refreshing:
            self._stage.say("a refresh is under way; Ctrl+X stops it")
        else:
            self._screen.run_worker(self._errands.refresh(feeds, expected), group=_WORK)

    def _added(self, url: str | None) -> None:
        if url is not None:
            self.show(url)

    def _subscription(self, url: str, say: Say) -> Subscription | None:
        """What feeds.toml says of a feed; where that can't be said, the person is told why."""
        found = self._errands.subscription(url) if url else _NO_FEED
        if isinstance(found, Subscription):
            return found
        say(found)
        return None
