"""A session of the linear mode: keys in, the command of each looked up and done."""

from feedtui.config.settings import Settings
from feedtui.errors import FeedtuiError
from feedtui.library.home import Home
from feedtui.ui.actions.table import actions
from feedtui.ui.desk import Desk
from feedtui.ui.keymap import Keymap, command_of
from feedtui.ui.keys import Sequences
from feedtui.ui.linear.article import Article
from feedtui.ui.linear.lists import Lists
from feedtui.ui.linear.marking import Marking
from feedtui.ui.linear.moving import Moving
from feedtui.ui.linear.outside import Outside
from feedtui.ui.linear.program import OWN_KEYS, Program, help_lines
from feedtui.ui.linear.rounds import Rounds
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.linear.views import Views
from feedtui.ui.linear.work import Work


class Session:
    """Reads keys from a teletype until the person leaves."""

    def __init__(
        self, desk: Desk, home: Home, settings: Settings, keymap: Keymap, teletype: Teletype
    ) -> None:
        self._desk = desk
        self._keymap = keymap
        self._teletype = teletype
        outside = Outside(teletype, home, settings.programs)
        article = Article(desk, teletype, outside, settings.reading)
        work = Work(desk, home, teletype)
        marks = settings.reading.mark_read == "open"
        lists = Lists(desk, teletype)
        self._rounds = rounds = Rounds(desk, teletype, lists, article, work, marks=marks)
        self._program = program = Program(desk, teletype, rounds, work, outside, self._end)
        self._actions = actions(
            Moving(desk, teletype, rounds),
            article,
            Views(desk, teletype, rounds),
            Marking(desk, teletype, rounds, work),
            work,
            program,
            self,
        )
        self._own = {"say_again": program.say_again, "say_where": program.say_where}
        self._typed = Sequences()
        self._goes_on = True

    def run(self) -> None:
        """Say where one is, and do what is typed until the person leaves."""
        self._teletype.say(f"feedtui, linear mode; {self._keymap.how('help')} for help")
        self._rounds.lists.arrive("entries")
        while self._goes_on:
            self.press(self._teletype.key())

    def press(self, key: str) -> None:
        """Take a key. What goes wrong is said."""
        pressed = self._typed.press(key, OWN_KEYS | self._keymap.sequences(self._rounds.where))
        if pressed.command:
            self._do(pressed.command, pressed.count)
        elif not pressed.awaits:
            self._teletype.say(f"this key means nothing here; {self._keymap.how('help')} for help")

    def help(self) -> None:
        """Say what the keys do here."""
        meant = set(self._keymap.sequences(self._rounds.where).values())
        known = meant & set(self._actions.plain)
        self._teletype.say("\n".join(help_lines(self._keymap, known)))

    def command_line(self) -> None:
        """Do what a line says: the name of a command, and words."""
        line = self._teletype.ask("command")
        if line.partition(" ")[0] in self._actions.plain:
            self._do(line, 0)
        else:
            self._teletype.say("the linear mode has no such command")

    def leave(self) -> None:
        """Have everything on the disk. Raises StoreError."""
        self._rounds.article.leave()
        self._desk.library.settle()

    def _do(self, line: str, count: int) -> None:
        name = line.partition(" ")[0]
        try:
            if name in self._own:
                self._own[name]()
            elif name in self._actions.plain:
                self._actions.do(line, count)
            else:
                self._teletype.say(f"“{command_of(name).label}” needs the screen")
        except FeedtuiError as error:
            self._teletype.say(str(error))

    def _end(self) -> None:
        self._goes_on = False
