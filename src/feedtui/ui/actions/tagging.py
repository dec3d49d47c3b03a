"""Giving tags to what is chosen, and taking them away."""

from collections import Counter

from textual.screen import Screen
from textual.widget import AwaitMount

from feedtui.clean import clean_line
from feedtui.errors import StoreError
from feedtui.ui.desk import Desk
from feedtui.ui.lists.doing import Chosen, tagging
from feedtui.ui.showing import Showing
from feedtui.ui.stage import Stage


class Tagging:
    """The command for tags. The dialog stands over the `screen`."""

    def __init__(self, screen: Screen[None], desk: Desk, stage: Stage, showing: Showing) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._showing = showing

    def tag(self, words: str = "") -> AwaitMount | None:
        """Give what is chosen the tag that is said, or take it away; without one, ask for it."""
        chosen = self._desk.chosen(self._stage.at)
        if not chosen.items:
            self._stage.say("there is no entry here")
            return None
        if words:
            self._turn(chosen, words)
            return None
        from feedtui.ui.dialogs.tags import TagsDialog  # when it is asked

        dialog = TagsDialog(self._desk.library.tags, self._had(chosen), len(chosen.items))
        return self._screen.app.push_screen(dialog, lambda tag: self._turn(chosen, tag or ""))

    def _turn(self, chosen: Chosen, name: str) -> None:
        """All of them get the tag; or lose it, if all of them have it."""
        tag = clean_line(name).strip()
        if not tag:
            return
        value = self._had(chosen)[tag] < len(chosen.items)
        try:
            self._stage.say(self._desk.do(chosen, tagging(tag, value=value)))
        except StoreError as error:
            self._stage.say(str(error))
        self._showing.marks()
        self._showing.all()

    def _had(self, chosen: Chosen) -> Counter[str]:
        """How many of them have each tag."""
        status = self._desk.library.status
        return Counter(tag for item in chosen.items for tag in status(item).tags)
