"""Which keys mean what: the table of commands, a preset, and the person's own keys, put together.

Whoever needs to know a key asks a `Keymap`: the screen, the footer, help, the palette, messages
that tell a person what to press, `feedtui keys` and the README. Keys stand in it as the toolkit
names them.

Where two commands have the same keys in a pane, the one for fewer places has them: `enter` opens an
entry in the lists, and goes to a footnote while one is shown. `owned` refuses such a thing where it
can only be a mistake.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from feedtui.ui.commands import COMMANDS, Command, Where
from feedtui.ui.keynames import NoKey, read_keys, shown_keys
from feedtui.ui.presets import DEFAULT, PRESETS

Hint = tuple[str, str]
"""Keys as people write them, and what they do."""

MACROS = "macros"
"""The command whose keys stand before those of the person's macros."""


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro: either `keys`, as if they were typed, or `lines`, as if told to the command line."""

    keys: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it does, as the person wrote it."""
        return " ".join(map(shown_keys, self.keys)) or ", ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of each command, by its name, and the macros, by theirs."""

    preset: str
    keys: Mapping[str, tuple[str, ...]]
    macros: Mapping[str, Macro] = field(default_factory=dict)

    def sequences(self, where: Sequence[Where]) -> dict[str, str]:
        """Sequences of keys that mean something here, and the command lines that they stand for.

        `where` is the pane, and then the states that it is in, the last of which counts most. A
        line is the name of a command; behind that of the macros stands which.
        """
        known: dict[str, str] = {}
        for each in where:
            for command in _WIDEST_FIRST:
                if each in command.where:
                    known.update(dict.fromkeys(self.of(command.name), command.name))
        return self._with_macros(known)

    def footer(self, where: Sequence[Where]) -> tuple[Hint, ...]:
        """Keys and labels that matter here; those of the state that counts most come first."""
        meant = self.sequences(where)
        prominent = (
            command
            for each in reversed(where)
            for command in COMMANDS
            if command.prominent and each in command.where
        )
        return tuple(
            (shown_keys(keys), command.label)
            for command in dict.fromkeys(prominent)
            if (keys := self._first(command.name, meant))
        )

    def continuations(self, where: Sequence[Where], begun: str) -> tuple[Hint, ...]:
        """The keys that can follow those of a sequence that has begun, and what they lead to."""
        return tuple(
            (shown_keys(keys.removeprefix(f"{begun} ")), self._label(line))
            for keys, line in self.sequences(where).items()
            if keys.startswith(f"{begun} ")
        )

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of a command, wherever it can be done."""
        return self.keys.get(name, ())

    def shown(self, name: str) -> tuple[str, ...]:
        """The keys of a command, as people write them."""
        return tuple(map(shown_keys, self.of(name)))

    def how(self, name: str) -> str:
        """How to do a command, for a sentence: its first key, or its name after a colon."""
        return next(iter(self.shown(name)), f":{name}")

    def _first(self, name: str, meant: Mapping[str, str]) -> str:
        return next((keys for keys in self.of(name) if meant.get(keys) == name), "")

    def _with_macros(self, known: dict[str, str]) -> dict[str, str]:
        """Where there are macros, their prefix is no command of its own."""
        if not self.macros:
            return known
        before = self.of(MACROS)
        own = {f"{prefix} {key}": f"{MACROS} {key}" for prefix in before for key in self.macros}
        return {keys: line for keys, line in known.items() if keys not in before} | own

    def _label(self, line: str) -> str:
        name, _, words = line.partition(" ")
        return self.macros[words].label if words else command_of(name).label


def command_of(name: str) -> Command:
    """The command of a name that is known."""
    return _BY_NAME[name]


def collide(one: str, other: str) -> bool:
    """Whether two sequences can't both mean something: they are the same, or one begins the other.

    A key never waits to see whether more will come.
    """
    shorter, longer = sorted((one, other), key=len)
    return f"{longer} ".startswith(f"{shorter} ")


def sequence_of(written: str) -> str:
    """A sequence of the program's own tables, in the toolkit's names."""
    match read_keys(written):
        case NoKey(reason):
            raise ValueError(f"{written} {reason}")
        case keys:
            return keys


@cache
def preset_keymap(name: str) -> Keymap:
    """The keymap of a preset that is known.

    A preset's keys win over those that other commands have by default. A command for fewer places
    takes them there only.
    """
    own = {of: tuple(map(sequence_of, keys)) for of, keys in PRESETS[name].items()}
    return Keymap(name, {command.name: _keys(command, own) for command in COMMANDS})


def default_keymap() -> Keymap:
    """The keymap of someone who has set nothing."""
    return preset_keymap(DEFAULT)


def _keys(command: Command, own: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys that a preset gives to a command, else those of the default that it leaves."""
    if command.name in own:
        return own[command.name]
    return tuple(
        keys
        for keys in map(sequence_of, command.keys)
        if not any(
            _takes(_BY_NAME[name], each, command, keys)
            for name, taken in own.items()
            for each in taken
        )
    )


def _takes(taker: Command, own: str, command: Command, keys: str) -> bool:
    if own != keys:
        return collide(own, keys) and bool(taker.panes & command.panes)
    return bool(set(taker.where) & set(command.where)) and len(taker.where) >= len(command.where)


_BY_NAME = {command.name: command for command in COMMANDS}
_WIDEST_FIRST = sorted(COMMANDS, key=lambda command: -len(command.where))
