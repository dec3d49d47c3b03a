"""Looking at what a feed changed in an entry, change by change, in the article's place."""

from functools import partial

from feedtui.article.trackers import Trackers
from feedtui.errors import StoreError
from feedtui.model import Body, Item, Version
from feedtui.ui.desk import Desk
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Versions:
    """The command for earlier versions. `trackers` are taken off the links of articles."""

    def __init__(self, desk: Desk, stage: Stage, showing: Showing, trackers: Trackers) -> None:
        self._desk = desk
        self._stage = stage
        self._showing = showing
        self._trackers = trackers
        self._number = 0

    def differences(self) -> None:
        """Show the latest change, then the one before; after the first one, the article again."""
        item = self._desk.current
        if item is None:
            self._stage.say("there is no entry here")
            return
        try:
            versions, own = self._desk.library.earlier(item), self._desk.library.body(item)
        except StoreError as error:
            self._stage.say(str(error))
            return
        if versions:
            self._step(item, versions, own)
        else:
            self._stage.say("its feed has not changed this entry")

    def _step(self, item: Item, versions: tuple[Version, ...], own: Body | None) -> None:
        self._number = self._number + 1 if self._showing.stands_in else 1
        if self._number > len(versions):
            self._showing.restore()
            self._stage.say("the article as it is now")
            return
        from feedtui.library.versions import awaited, change_of, changed  # after the first paint

        change = change_of(item, versions, own, self._number)
        link = item.head.link
        self._showing.instead(partial(changed, change, link, self._trackers), awaited(change))
        last = self._number == len(versions)
        how = self._stage.keymap.how("differences")
        self._stage.say(f"{how}: {'back to the article' if last else 'the change before'}")
