"""Passing an entry on to other programs: what it carries, its text, word of it."""

from collections.abc import Sequence

from textual.screen import Screen
from textual.widget import AwaitMount

from feedtui.article.writing import to_text
from feedtui.config.sharing import filled, names_in
from feedtui.model import Enclosure, Item
from feedtui.ui.browser import is_opened
from feedtui.ui.desk import Desk
from feedtui.ui.dialogs.enclosures import EnclosuresDialog
from feedtui.ui.dialogs.pipe import PipeDialog
from feedtui.ui.outside import Outside
from feedtui.ui.stage import Stage

_WIDTH = 80
"""Columns of the text that a command reads."""

_HOW_TO_SHARE = "name a command as share under [programs] in config.toml"


class Passing:
    """Commands that start other programs with what is read."""

    def __init__(self, screen: Screen[None], desk: Desk, stage: Stage, outside: Outside) -> None:
        self._screen = screen
        self._desk = desk
        self._stage = stage
        self._outside = outside
        self._typed: tuple[str, ...] = ()

    def enclosure(self) -> AwaitMount | None:
        """Open the file that the entry carries, or one of several."""
        item = self._desk.current
        carried = item.head.enclosures if item else ()
        if len(carried) > 1:
            return self._screen.app.push_screen(EnclosuresDialog(carried), self._play)
        if carried:
            self._play(carried[0])
        else:
            self._stage.say("this entry carries no file")
        return None

    def pipe(self, words: str = "") -> AwaitMount | None:
        """Have a command read the article; without words, the person types it."""
        if not self._stage.article.complete:
            self._stage.say("the article isn't there yet")
        elif words:
            self._pipe(words)
        else:
            return self._screen.app.push_screen(PipeDialog(self._typed), self._pipe)
        return None

    def share(self) -> None:
        """Tell the person's own program of the entry."""
        item = self._desk.current
        template = self._outside.sharing
        if not template:
            self._stage.say(_HOW_TO_SHARE)
        elif item is None:
            self._stage.say("there is no entry here")
        else:
            self._share(item, template)

    def _share(self, item: Item, template: Sequence[str]) -> None:
        link = item.head.link if is_opened(item.head.link) else ""
        if "link" in names_in(template) and not link:
            self._stage.say("this entry has no address that could be shared")
            return
        values = {
            "link": link,
            "title": item.head.label,
            "author": item.head.author,
            "feed": item.source.title,
        }
        self._stage.say(self._outside.run(filled(template, values)) or "shared")

    def _play(self, carried: Enclosure | None) -> None:
        if carried is not None:
            self._stage.say(self._outside.play(carried.url))

    def _pipe(self, command: str | None) -> None:
        if not command:
            return
        self._typed = (*(each for each in self._typed if each != command), command)
        text = to_text(self._stage.article.document, _WIDTH)
        self._stage.say(self._outside.pipe(command, f"{text}\n"))
