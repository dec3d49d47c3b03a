"""Choosing among commands by typing: the list of them, what fits, what a line means.

For the palette, the command line and help. Typing letters that come one after the other in a
command's name or label is enough; what fits better stands above.
"""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedtui.ui.commands import COMMANDS, Command, Where
from feedtui.ui.keymap import MACROS, Keymap, command_of
from feedtui.ui.keynames import shown_keys

_PLACES: Mapping[Where, str] = {
    "feeds": "the list of feeds",
    "entries": "the list of entries",
    "article": "an article",
    "hits": "an article in which words are looked for",
    "foot": "what is shown below an article",
    "selection": "a selection",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done: the line that says so, and what people are told of it.

    `here` is whether it can be done where the person is.
    """

    line: str
    label: str
    keys: str
    help: str
    here: bool = True


def choices(keymap: Keymap, where: Sequence[Where]) -> tuple[Choice, ...]:
    """All commands and macros; what can be done here comes first."""
    commands = [_choice(command, keymap, where) for command in COMMANDS]
    macros = [
        Choice(f"{MACROS} {shown_keys(key)}", macro.label, _macro_keys(keymap, key), "Your macro.")
        for key, macro in keymap.macros.items()
    ]
    return tuple(sorted((*commands, *macros), key=lambda choice: not choice.here))


def fitting(known: Sequence[Choice], typed: str) -> tuple[Choice, ...]:
    """What fits the letters that were typed, the best first; all if nothing was typed."""
    letters = typed.casefold().strip()
    ranked = [(_rank(choice, letters), choice) for choice in known]
    found = [(rank, choice) for rank, choice in ranked if rank is not None]
    return tuple(choice for _, choice in sorted(found, key=lambda pair: pair[0]))


def completions(known: Sequence[Choice], typed: str) -> tuple[str, ...]:
    """Names of commands that what was typed may be the beginning of, then those that fit it."""
    names = [choice.line for choice in known if choice.line.startswith(typed)]
    return tuple(dict.fromkeys((*names, *(choice.line for choice in fitting(known, typed)))))


@dataclass(frozen=True, slots=True)
class Order:
    """What a line says: a command's line, and how often or how far."""

    line: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that says nothing that can be done here, and why not."""

    reason: str


def order_of(line: str, where: Sequence[Where]) -> Order | Refused:
    """What a line means that someone typed: a command's name, or enough of it, and words.

    A number alone goes to that row, as `10G` does.
    """
    name, _, words = line.strip().partition(" ")
    if name.isdecimal():
        return Order("bottom", int(name[:6]))
    command = _named(name)
    if isinstance(command, Refused):
        return command
    if not set(command.where) & set(where):
        places = " or ".join(_PLACES[place] for place in command.where)
        return Refused(f"{command.name} is for {places}")
    return _given(command, words.strip())


def _given(command: Command, words: str) -> Order | Refused:
    if not words:
        return Order(command.name)
    if command.takes == "words":
        return Order(f"{command.name} {words}")
    if command.takes == "count" and words.isdecimal():
        return Order(command.name, int(words[:6]))
    return Refused(f"{command.name} takes {_TAKEN[command.takes]}; got “{words}”")


_TAKEN = {"nothing": "nothing more", "count": "a number"}


def _named(name: str) -> Command | Refused:
    names = [command.name for command in COMMANDS]
    if name in names:
        return command_of(name)
    begun = [each for each in names if name and each.startswith(name)]
    labelled = [command.name for command in COMMANDS if command.label == name]
    if len(found := labelled or begun) == 1:
        return command_of(found[0])
    if begun:
        return Refused(f"“{name}” may be {', '.join(begun[:6])}")
    near = difflib.get_close_matches(name, names, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Refused(f"there is no command “{name}”{hint}")


def _choice(command: Command, keymap: Keymap, where: Sequence[Where]) -> Choice:
    keys = ", ".join(keymap.shown(command.name))
    here = bool(set(command.where) & set(where))
    return Choice(command.name, command.label, keys, command.help, here)


def _macro_keys(keymap: Keymap, key: str) -> str:
    return ", ".join(shown_keys(f"{prefix} {key}") for prefix in keymap.of(MACROS))


def _rank(choice: Choice, letters: str) -> tuple[bool, int, int] | None:
    """Smaller is better: what can be done here, then how letters fit, then the shorter name."""
    texts = (choice.label.casefold(), choice.line.replace("_", " "), choice.line)
    ranks = [rank for text in texts if (rank := _fit(text, letters)) is not None]
    if not ranks and letters not in choice.help.casefold():
        return None
    return not choice.here, min(ranks, default=_HELPFUL), len(choice.line) if letters else 0


_HELPFUL = 4


def _fit(text: str, letters: str) -> int | None:
    if text.startswith(letters):
        return 0
    if f" {letters}" in text:
        return 1
    if letters in text:
        return 2
    return 3 if _in_order(text, letters) else None


def _in_order(text: str, letters: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters if letter != " ")
