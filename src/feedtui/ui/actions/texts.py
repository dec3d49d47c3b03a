"""Changing between an entry's two texts: what its feed sent, and what its web page says."""

from collections.abc import Mapping

from textual.screen import Screen

from feedtui.errors import StoreError
from feedtui.library.texts import Text, Which
from feedtui.model import Item
from feedtui.ui.desk import Desk
from feedtui.ui.errands import Errands
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage

_NAMES: Mapping[Which, str] = {"feed": "the feed's own text", "full": "the full text"}


class Texts:
    """The command for full texts. Pages are fetched by an errand, as a worker of the `screen`."""

    def __init__(
        self, screen: Screen[None], desk: Desk, stage: Stage, errands: Errands, showing: Showing
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._errands = errands
        self._showing = showing
        self._under_way: set[str] = set()

    def full_text(self) -> None:
        """Show the entry's other text; where none is kept, fetch the full one from its page."""
        item = self._desk.current
        if item is None:
            self._stage.say("there is no entry here")
            return
        try:
            text = self._desk.text(item)
        except StoreError as error:
            self._stage.say(str(error))
            return
        if text.other is None:
            self._fetch(item, text)
        else:
            self._desk.ask_for(item, text.other)
            self._showing.again(item)
            self._stage.say(_NAMES[text.other])

    def _fetch(self, item: Item, text: Text) -> None:
        if not text.page:
            self._stage.say("this entry names no web page")
        elif item.head.id in self._under_way:
            self._stage.say("its page is being fetched")
        else:
            self._under_way.add(item.head.id)
            self._screen.run_worker(self._fetched(item), group="full text")

    async def _fetched(self, item: Item) -> None:
        try:
            if await self._errands.full_text(item):
                self._desk.ask_for(item, "full")
            self._showing.again(item)
        finally:
            self._under_way.remove(item.head.id)
