"""Asking feeds for news, subscribing to them, and editing the list of them."""

from textual.screen import Screen
from textual.widget import AwaitMount

from feedtui.model import WELCOME
from feedtui.ui.desk import Desk
from feedtui.ui.dialogs.add import AddDialog, Wish
from feedtui.ui.errands import Errands
from feedtui.ui.outside import Outside
from feedtui.ui.stage import Stage


class Feeds:
    """Commands whose work is done by errands, as workers of the `screen`."""

    def __init__(
        self, screen: Screen[None], desk: Desk, stage: Stage, errands: Errands, outside: Outside
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._errands = errands
        self._outside = outside

    def refresh_feed(self) -> None:
        """Ask one feed: the one whose list this is, or the one whose entry is under the cursor."""
        url = self._desk.feed_here()
        if not url or url == WELCOME:
            self._stage.say("there is no feed here to ask")
        else:
            self._refresh((url,), 1)

    def refresh_all(self) -> None:
        """Ask the feeds that are due."""
        self._refresh((), len(self._desk.library.sources))

    def add(self) -> AwaitMount:
        """Subscribe to a feed."""
        view = self._desk.view
        folder = view.name if view.kind == "folder" else ""
        return self._screen.app.push_screen(AddDialog(folder), self._wished)

    def edit(self) -> None:
        """Edit feeds.toml, and take it as it is afterwards."""
        self._stage.say(self._outside.edit())
        self._errands.reload()

    def _refresh(self, feeds: tuple[str, ...], expected: int) -> None:
        workers = self._screen.workers
        if any(worker.group == "refresh" and worker.is_running for worker in workers):
            self._stage.say("a refresh is under way")
            return
        self._screen.run_worker(self._errands.refresh(feeds, expected), group="refresh")

    def _wished(self, wish: Wish | None) -> None:
        if wish is not None:
            self._screen.run_worker(self._errands.subscribe(wish), group="subscribe")
