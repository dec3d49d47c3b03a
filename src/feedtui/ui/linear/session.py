"""A session of the linear mode: keys become commands, and the commands are the methods here."""

from collections.abc import Iterator
from itertools import groupby

from feedtui.config.settings import Settings
from feedtui.errors import FeedtuiError
from feedtui.library.home import Home
from feedtui.model import Item
from feedtui.ui.arrangement import neighbour, round_trip
from feedtui.ui.commands import COMMANDS, Command, Pane, Where
from feedtui.ui.desk import Desk
from feedtui.ui.keymap import Keymap
from feedtui.ui.keys import Sequences
from feedtui.ui.linear.article import Article
from feedtui.ui.linear.lists import Lists
from feedtui.ui.linear.outside import Outside
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.linear.work import Work

_OWN = {"full_stop": "say_again", "equals_sign": "say_where"}
"""Keys of the linear mode alone, where the person has given them to nothing else."""

_OWN_HELP = (".: Say again what was said last.", "=: Say which list this is, and where you are.")


class Session:
    """Reads keys from a teletype until the person leaves."""

    def __init__(
        self, desk: Desk, home: Home, settings: Settings, keymap: Keymap, teletype: Teletype
    ) -> None:
        self._desk = desk
        self._keymap = keymap
        self._teletype = teletype
        self._marks = settings.reading.mark_read == "open"
        self._outside = Outside(teletype, home, settings.programs)
        self._lists = Lists(desk, teletype)
        self._article = Article(desk, teletype, self._outside, settings.reading)
        self._work = Work(desk, home, teletype)
        self._parts = (self, self._lists, self._article, self._work)
        self._typed = Sequences()
        self._goes_on = True

    def run(self) -> None:
        """Say where one is, and do what is typed until the person leaves."""
        self._teletype.say(f"feedtui, linear mode; {self._keymap.how('help')} for help")
        self._lists.arrive("entries")
        while self._goes_on:
            self.press(self._teletype.key())

    def press(self, key: str) -> None:
        """Take a key. What goes wrong is said."""
        meant = _OWN | self._keymap.sequences(self._where)
        pressed = self._typed.press(key, meant)
        if pressed.command:
            try:
                self._do(pressed.command, pressed.count)
            except FeedtuiError as error:
                self._teletype.say(str(error))
        elif not pressed.awaits:
            self._teletype.say(f"this key means nothing here; {self._keymap.how('help')} for help")

    def down(self, count: int = 0) -> None:
        """An entry or a paragraph further."""
        self._go(max(count, 1))

    def up(self, count: int = 0) -> None:
        """An entry or a paragraph back."""
        self._go(-max(count, 1))

    def page_down(self) -> None:
        """A page further."""
        self._page(1)

    def page_up(self) -> None:
        """A page back."""
        self._page(-1)

    def top(self, count: int = 0) -> None:
        """To the beginning, or to a row."""
        self._to(count, -1)

    def bottom(self, count: int = 0) -> None:
        """To the end, or to a row."""
        self._to(count, 1)

    def left(self) -> None:
        """From the article to the entries, from there to the feeds."""
        self._arrive(neighbour(self._lists.at, -1))

    def right(self) -> None:
        """From the feeds to the entries, from there into an article."""
        self.enter()

    def next_pane(self) -> None:
        """To the next list, or to the article."""
        self._arrive(round_trip(self._lists.at, 1))

    def previous_pane(self) -> None:
        """To the list before."""
        self._arrive(round_trip(self._lists.at, -1))

    def enter(self) -> None:
        """Go into a feed's entries, or open an entry."""
        if self._lists.at == "feeds":
            self._arrive("entries")
        elif self._lists.at == "entries":
            self._open()

    def space(self) -> None:
        """Read on: the next page, and from the end to the next unread entry."""
        if self._lists.at != "article":
            self.enter()
        elif not self._article.page(1):
            self.next_unread()

    def next_unread(self) -> None:
        """Open the next unread entry."""
        self._seek(1)

    def previous_unread(self) -> None:
        """Open the unread entry before."""
        self._seek(-1)

    def next_heading(self) -> None:
        """Say the next heading."""
        self._article.heading(1)

    def previous_heading(self) -> None:
        """Say the heading before."""
        self._article.heading(-1)

    def next_hit(self) -> None:
        """Say the next hit."""
        self._article.hit(1)

    def previous_hit(self) -> None:
        """Say the hit before."""
        self._article.hit(-1)

    def browse(self) -> None:
        """Open the entry's page in the browser."""
        item = self._here()
        self._teletype.say(self._outside.open(item.head.link) if item else "there is no entry here")

    def copy_link(self) -> None:
        """Say the entry's link; a terminal copies what it shows."""
        item = self._here()
        self._teletype.say(item.head.link if item else "there is no entry here")

    def full_text(self) -> None:
        """Read the entry's other text; where none is kept, fetch the full one."""
        item = self._article.item
        if item is None:
            self._teletype.say("open the entry first")
            return
        other = self._desk.text(item).other
        if other is not None:
            self._desk.ask_for(item, other)
        elif self._work.fetch(item):
            self._desk.ask_for(item, "full")
        else:
            return
        self._article.again()

    def edit(self) -> None:
        """Edit feeds.toml, and take it as it is afterwards."""
        self._teletype.say(self._outside.edit() or "back from the editor")
        self._work.reload()

    def escape(self) -> None:
        """Give up what was begun; at last, go back."""
        if self._lists.at == "article" and self._article.escape():
            return
        if self._lists.at == "entries" and self._desk.query_text:
            self._desk.filter("")
            self._lists.arrive("entries")
        else:
            self.left()

    def help(self) -> None:
        """Say what the keys do here."""
        self._teletype.say("\n".join((*self._help(), *_OWN_HELP)))

    def quit(self) -> None:
        """Leave feedtui."""
        self.leave()
        self._goes_on = False

    def leave(self) -> None:
        """Have everything on the disk. Raises StoreError."""
        self._article.leave()
        self._desk.library.settle()

    def say_again(self) -> None:
        """Say again what was said last."""
        (self._article if self._lists.at == "article" else self._lists).say_again()

    def say_where(self) -> None:
        """Say which list this is, and where in it one is."""
        self._teletype.say(self._desk.where().replace(" · ", ", "))

    @property
    def _where(self) -> tuple[Where, ...]:
        return self._article.where if self._lists.at == "article" else (self._lists.at,)

    def _do(self, line: str, count: int) -> None:
        name = line.partition(" ")[0]
        part = next((part for part in self._parts if hasattr(part, name)), None)
        if part is None:
            self._teletype.say(f"“{name}” needs the screen; the linear mode hasn't got it")
        elif count and name in _COUNTED:
            getattr(part, name)(count)
        else:
            getattr(part, name)()

    def _go(self, by: int) -> None:
        if self._lists.at == "article":
            self._article.paragraph(1 if by > 0 else -1)
        else:
            self._lists.go(by)

    def _page(self, by: int) -> None:
        if self._lists.at != "article":
            self._lists.go_page(by)
        elif not self._article.page(by):
            self._article.paragraph(by)

    def _to(self, count: int, edge: int) -> None:
        if self._lists.at == "article":
            self._article.edge(edge)
        else:
            self._lists.go_to(count - 1 if count else min(-edge, 0))

    def _arrive(self, pane: Pane) -> None:
        if pane == "article":
            self._open()
            return
        self._article.leave()
        self._work.look_around()
        self._lists.arrive(pane)

    def _open(self) -> None:
        item = self._desk.open(mark=self._marks)
        if item is None:
            self._teletype.say("there is no entry here")
            return
        self._lists.at = "article"
        self._article.open(item)

    def _seek(self, by: int) -> None:
        if self._desk.seek_unread(by):
            self._open()
        else:
            self._teletype.say("there is nothing unread")

    def _here(self) -> Item | None:
        return self._article.item or self._desk.current

    def _help(self) -> Iterator[str]:
        """The commands that make sense here, by group."""
        meant = set(self._keymap.sequences(self._where).values())
        known = [each for each in COMMANDS if each.name in meant and self._knows(each)]
        for group, commands in groupby(known, key=lambda command: command.group):
            yield f"{group}."
            for each in commands:
                yield f"{', '.join(self._keymap.shown(each.name))}: {each.help}"

    def _knows(self, command: Command) -> bool:
        return any(hasattr(part, command.name) for part in self._parts)


_COUNTED = frozenset({"down", "up", "top", "bottom"})
