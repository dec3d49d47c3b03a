"""What concerns an entry's page and the program: links, full texts, the editor, help, leaving."""

from collections.abc import Callable, Iterator
from itertools import groupby

from feedtui.ui.commands import COMMANDS
from feedtui.ui.desk import Desk
from feedtui.ui.keymap import Keymap
from feedtui.ui.linear.outside import Outside
from feedtui.ui.linear.rounds import Rounds
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.linear.work import Work

OWN_KEYS = {"full_stop": "say_again", "equals_sign": "say_where"}
"""Keys of the linear mode alone, where the person has given them to nothing else."""

_OWN_HELP = (".: Say again what was said last.", "=: Say which list this is, and where you are.")
_NOTHING = "there is no entry here"


class Program:
    """Commands beside reading. `leave` ends the session."""

    def __init__(
        self,
        desk: Desk,
        teletype: Teletype,
        rounds: Rounds,
        work: Work,
        outside: Outside,
        leave: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._teletype = teletype
        self._rounds = rounds
        self._work = work
        self._outside = outside
        self._leave = leave

    def browse(self) -> None:
        """Open the entry's page in the browser."""
        item = self._rounds.item
        self._teletype.say(self._outside.open(item.head.link) if item else _NOTHING)

    def copy_link(self) -> None:
        """Say the entry's link; a terminal copies what it shows."""
        item = self._rounds.item
        self._teletype.say(item.head.link if item else _NOTHING)

    def full_text(self) -> None:
        """Read the entry's other text; where none is kept, fetch the full one."""
        item = self._rounds.article.item
        if item is None:
            self._teletype.say("open the entry first")
            return
        other = self._desk.text(item).other
        if other is None and not self._work.fetch(item):
            return
        self._desk.ask_for(item, other or "full")
        self._rounds.article.again()

    def edit(self) -> None:
        """Edit feeds.toml, and take it as it is afterwards."""
        self._teletype.say(self._outside.edit() or "back from the editor")
        self._work.reload()

    def say_again(self) -> None:
        """Say again what was said last."""
        self._rounds.say_again()

    def say_where(self) -> None:
        """Say which list this is, and where in it one is."""
        self._teletype.say(self._desk.where().replace(" · ", ", "))

    def quit(self) -> None:
        """Leave feedtui."""
        self._leave()


def help_lines(keymap: Keymap, meant: set[str]) -> Iterator[str]:
    """The commands that make sense here, by group, with their keys."""
    known = [command for command in COMMANDS if command.name in meant]
    for group, commands in groupby(known, key=lambda command: command.group):
        yield f"{group}."
        for each in commands:
            yield f"{', '.join(keymap.shown(each.name))}: {each.help}"
    yield from _OWN_HELP
