"""What a terminal sends for keys, in the names that the toolkit has for them."""

import re
from collections.abc import Iterator

from feedtui.ui.keynames import key_of

_SEQUENCE = re.compile("\x1b(?:\\[([0-9;]*)([A-Za-z~])|O([A-Za-z])|([^\x1b\\[O]))?")
"""CSI, SS3, or a key with Alt; else Escape alone (ECMA-48; xterm's control sequences)."""

_UNFINISHED = re.compile("\x1b(?:\\[[0-9;]*|O)?$")

_LETTERS = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "H": "home",
    "F": "end",
    "Z": "shift+tab",
}
_NUMBERS = {
    "1": "home",
    "2": "insert",
    "3": "delete",
    "4": "end",
    "5": "pageup",
    "6": "pagedown",
    "7": "home",
    "8": "end",
}
_MODIFIERS = {"2": "shift+", "3": "alt+", "5": "ctrl+"}
_CONTROLS = {
    "\x00": "ctrl+space",
    "\t": "tab",
    "\r": "enter",
    "\n": "enter",
    "\x1b": "escape",
    "\x1c": "ctrl+backslash",
    "\x1d": "ctrl+right_square_bracket",
    "\x1e": "ctrl+circumflex_accent",
    "\x1f": "ctrl+underscore",
    " ": "space",
    "\x7f": "backspace",
    "\x08": "backspace",
}


def is_unfinished(typed: str) -> bool:
    """Whether more may come of what was typed: it ends within the sequence of a key."""
    return _UNFINISHED.search(typed) is not None


def take_key(typed: str) -> tuple[str, str]:
    """The first key of what was typed, and the rest; an empty name for one that isn't known."""
    match = _SEQUENCE.match(typed)
    if match is None:
        return _key(typed[0]), typed[1:]
    return _key_of_sequence(match), typed[match.end() :]


def keys_in(typed: str) -> Iterator[str]:
    """The keys that were typed; those that nothing is known of are left out."""
    while typed:
        key, typed = take_key(typed)
        if key:
            yield key


def _key_of_sequence(match: re.Match[str]) -> str:
    parameters, final, shifted, letter = match.groups()
    if letter is not None:
        return f"alt+{_key(letter)}"
    if shifted is not None:
        return _LETTERS.get(shifted, "")
    if final is None:
        return "escape"
    number, _, modifier = parameters.partition(";")
    name = _NUMBERS.get(number, "") if final == "~" else _LETTERS.get(final, "")
    return _MODIFIERS.get(modifier, "") + name if name else ""


def _key(character: str) -> str:
    if character in _CONTROLS:
        return _CONTROLS[character]
    if character < " ":
        return f"ctrl+{chr(ord(character) + 0x60)}"
    return key_of(character)
