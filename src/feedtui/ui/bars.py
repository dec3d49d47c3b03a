"""The two lines at the bottom: what is going on, and which keys matter here."""

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from feedtui.ui.commands import Where
from feedtui.ui.keymap import Hint, Keymap, default_keymap
from feedtui.ui.looks import look_of


class StatusBar(Widget):
    """Where the person is, and what the program has to say."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._place = ""
        self._reading = ""
        self._message = ""
        self._begun = ""

    def at(self, place: str) -> None:
        """Show where the person is."""
        self._place = place
        self.refresh()

    def reading(self, progress: str) -> None:
        """Show how far the article is read."""
        if progress != self._reading:
            self._reading = progress
            self.refresh()

    def say(self, message: str) -> None:
        """Show a message, until there is another."""
        self._message = message
        self.refresh()

    def begun(self, keys: str) -> None:
        """Show the keys of a sequence, or the digits of a count, that go on; nothing when done."""
        if keys != self._begun:
            self._begun = keys
            self.refresh()

    @property
    def room(self) -> int:
        """Cells for a message; the place gives way to it."""
        return self.size.width - 6

    def render(self) -> Text:
        """The place on the left, the message on the right if there is room for both.

        Keys that go on stand where the message would; there is none while they do.
        """
        room = self.size.width - 2
        where = " · ".join(filter(None, (self._place, self._reading)))
        place, message = Text(where), Text(self._begun or self._message)
        if place.cell_len + message.cell_len + 2 > room and message:
            place.truncate(max(room - message.cell_len - 2, 0), overflow="ellipsis")
        gap = max(room - place.cell_len - message.cell_len, 1)
        line = Text.assemble(" ", place, " " * gap, message, no_wrap=True)
        line.truncate(self.size.width, overflow="ellipsis")
        return line


class FooterBar(Widget):
    """Keys and what they do, as far as there is room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key"}

    class Pressed(Message):
        """Keys were clicked, which are as people write them."""

        def __init__(self, keys: str) -> None:
            super().__init__()
            self.keys = keys

    def __init__(self) -> None:
        super().__init__(id="footer")
        self._keymap = default_keymap()
        self._where: tuple[Where, ...] = ("entries",)
        self._begun = ""

    def use(self, keymap: Keymap) -> None:
        """Tell other keys from now on."""
        self._keymap = keymap
        self.refresh()

    def about(self, where: tuple[Where, ...], begun: str = "") -> None:
        """Show the keys that matter here; of a sequence that has begun, those that can follow."""
        if (where, begun) != (self._where, self._begun):
            self._where, self._begun = where, begun
            self.refresh()

    def render(self) -> Text:
        """As many keys as fit."""
        look = look_of(self, "footer--key")
        return Text.assemble(
            *(Text.assemble(" ", (keys, look), f" {label} ") for keys, label in self._shown()),
            no_wrap=True,
        )

    def on_click(self, event: Click) -> None:
        """A click on a key is as good as the key."""
        shown = self._shown()
        ends = accumulate(map(_cells, shown))
        keys = next((keys for (keys, _), end in zip(shown, ends, strict=True) if event.x < end), "")
        if keys:
            self.post_message(self.Pressed(keys))

    def _shown(self) -> tuple[Hint, ...]:
        return fitting(self._hints(), self.size.width)

    def _hints(self) -> tuple[Hint, ...]:
        if self._begun:
            return self._keymap.continuations(self._where, self._begun)
        return self._keymap.footer(self._where)


def fitting(hints: Sequence[Hint], width: int) -> tuple[Hint, ...]:
    """The hints that fit into a width, whole: the last two in any case, then from the beginning."""
    first, last = hints[:-2], hints[-2:]
    room = width - sum(map(_cells, last))
    ends = accumulate(map(_cells, first))
    return (*(hint for hint, end in zip(first, ends, strict=True) if end <= room), *last)


def _cells(hint: Hint) -> int:
    keys, label = hint
    return cell_len(f" {keys} {label} ")
