"""The screen under a kill: what it has painted is true when it is started again.

Each key is answered by a frame that shows its effect; what the frames showed is what the person
could rely on. The last key is followed by the kill a few milliseconds later: it may have come
through or not, but nothing else may have changed.
"""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from random import Random
from signal import SIGKILL

from generate import title, write_library
from killing import Round, entries
from sandbox import Sandbox
from terminal import LINES, Screen, Terminal

ENTRIES = 300
MOST_KEYS = 12
LONGEST_WAIT = 0.04
"""Seconds between the last key and the kill, at most."""

_STATUS = LINES - 2
_LIST = slice(29, 66)
"""Columns of the middle pane, without its border, in 120 columns."""

_ROW = re.compile(r"([★ ])([● ]) (#\d{6}) ")
_UNREAD = re.compile(r" (\d+) unread")


@dataclass(frozen=True, slots=True)
class State:
    """Which entries are read and starred, by the numbers in their titles."""

    read: frozenset[str]
    starred: frozenset[str]

    def __xor__(self, other: "State") -> "State":
        return State(self.read ^ other.read, self.starred ^ other.starred)

    def __le__(self, other: "State") -> bool:
        return self.read <= other.read and self.starred <= other.starred


@dataclass(frozen=True, slots=True)
class Painted:
    """What the last frame says: the rows in sight with their states, and the line below them."""

    rows: frozenset[str]
    state: State
    status: str

    @property
    def unread(self) -> int:
        """How many entries of the list are unread; -1 where that isn't painted."""
        found = _UNREAD.search(self.status)
        return int(found[1]) if found else -1


@contextmanager
def pressing(sandbox: Sandbox) -> Iterator["Pressing"]:
    """Rounds of pressing keys in a sandbox."""
    write_library(sandbox.places, ENTRIES, per_feed=30, words=2)
    yield Pressing(sandbox)


class Pressing:
    """The screen, opened once a round, with some keys for it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def round(self, chance: Random) -> Round:
        """Open the screen, press keys, kill it, and compare."""
        before = self._enough_unread()
        terminal = Terminal(self._sandbox.command(), self._sandbox.environment)
        with closing(terminal):
            session = Session(terminal, before)
            violations = session.press_some(chance)
            after = self._state()
        judged = (*violations, *session.judge(after))
        return Round(terminal.process.returncode == -SIGKILL, session.confirmed, judged)

    def _enough_unread(self) -> State:
        state = self._state()
        if len(state.read) < ENTRIES // 2:
            return state
        self._sandbox.run("mark", "is:read", "--unread")
        return self._state()

    def _state(self) -> State:
        records = entries(self._sandbox).items()
        read = frozenset(title[:7] for title, each in records if each["read"])
        starred = frozenset(title[:7] for title, each in records if each["starred"])
        return State(read, starred)


class Session:
    """One life of the screen: what it has confirmed, and what it could take back."""

    def __init__(self, terminal: Terminal, state: State) -> None:
        self.confirmed = 0
        self._terminal = terminal
        self._state = state
        self._before: list[State] = []
        self._in_flight = ""

    def press_some(self, chance: Random) -> list[str]:
        """Press keys, the last one right before the kill; what was painted that isn't so."""
        if not self._terminal.read_until(lambda screen: painted(screen).unread > 0):
            return ["no list was painted"]
        violations = []
        for _ in range(chance.randrange(MOST_KEYS)):
            violations.extend(self._press(self._choose(chance)))
        key, old = self._choose(chance), painted(self._terminal.screen)
        self._terminal.press(key)
        self._terminal.silence(chance.uniform(0, LONGEST_WAIT))
        self._terminal.kill()
        if answered(key, old, painted(self._terminal.screen)):
            return violations + self._learn(key)
        self._in_flight = key
        return violations

    def judge(self, after: State) -> list[str]:
        """What is not as it was confirmed, seen from a new start."""
        change = after ^ self._state
        if change == State(frozenset(), frozenset()) or self._explains(self._in_flight, change):
            return []
        return [f"after {self._in_flight!r}, not as painted: {change}"]

    def _choose(self, chance: Random) -> str:
        unread = painted(self._terminal.screen).unread
        keys = "ssmm" + ("nnnA" if unread else "") + ("uu" if self._before else "")
        return chance.choice(keys)

    def _press(self, key: str) -> list[str]:
        old = painted(self._terminal.screen)
        self._terminal.press(key)
        if self._terminal.read_until(lambda screen: answered(key, old, painted(screen))):
            return self._learn(key)
        return [f"{key} was not answered; the line says: {painted(self._terminal.screen).status}"]

    def _learn(self, key: str) -> list[str]:
        now = painted(self._terminal.screen)
        self.confirmed += 1
        if key == "u":
            self._state = self._before.pop()
        else:
            self._before.append(self._state)
            self._state = _marked_all(self._state) if key == "A" else _seen(self._state, now)
        wrong = _seen(self._state, now) ^ self._state
        return [f"after {key!r}, wrongly painted: {wrong}"] if wrong.read | wrong.starred else []

    def _explains(self, key: str, change: State) -> bool:
        """Whether a key that may have come through can have changed so much, and this."""
        match key:
            case "n":
                return not change.starred and len(change.read - self._state.read) <= 1
            case "m":
                return not change.starred and len(change.read) <= 1
            case "s":
                return not change.read and len(change.starred) <= 1
            case "A":
                return not change.starred and not change.read & self._state.read
            case "u":
                return change <= (self._before[-1] ^ self._state)
            case _:
                return False


def painted(screen: Screen) -> Painted:
    """The list and the line below it, as they stand on the screen."""
    lines = (screen.line(number)[_LIST] for number in range(_STATUS))
    rows = [match.groups() for line in lines if (match := _ROW.match(line))]
    read = frozenset(number for _, dot, number in rows if dot == " ")
    starred = frozenset(number for star, _, number in rows if star == "★")
    seen = frozenset(number for _, _, number in rows)
    return Painted(seen, State(read, starred), screen.line(_STATUS).rstrip())


def answered(key: str, old: Painted, now: Painted) -> bool:
    """Whether a frame shows what a key did."""
    match key:
        case "n" | "m":
            return now.unread not in (old.unread, -1)
        case "s":
            return now.state.starred != old.state.starred
        case "A":
            return now.unread == 0 and "marked " in now.status
        case _:
            return now.status != old.status and "took back: " in now.status


def _seen(state: State, now: Painted) -> State:
    """A state with what is in sight as it is painted."""
    return State(
        (state.read - now.rows) | now.state.read, (state.starred - now.rows) | now.state.starred
    )


def _marked_all(state: State) -> State:
    return State(frozenset(title(number) for number in range(ENTRIES)), state.starred)
