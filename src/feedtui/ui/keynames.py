"""How keys are called: by people, who write `g g`, `ctrl+r` and `/`, and by the toolkit.

What a terminal sends for a key was settled in the days of paper: Ctrl with a letter is one of the
32 control characters, so that Ctrl+I *is* Tab and there is no Ctrl+1; keys with names came later,
with sequences that xterm made common. A key that only some terminals can send is refused with the
reason, so that nobody looks for the mistake in their fingers.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names of characters that the toolkit shortens."""

_ASCII = [chr(code) for code in range(0x21, 0x7F)]

_BESIDES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "page_up": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "backtab": "shift+tab",
    "control": "ctrl",
    "option": "alt",
    "cmd": "super",
    "command": "super",
    "win": "super",
}
"""Other names of keys and modifiers that people use."""

_ARROWS = frozenset({"up", "down", "left", "right"})
_BLOCK = frozenset({"home", "end", "pageup", "pagedown", "delete"})
_FUNCTIONS = frozenset(f"f{number}" for number in range(1, 21))
_LONE = frozenset({"space", "enter", "tab", "escape", "backspace", "insert"})
_NAMED = _LONE | _ARROWS | _BLOCK | _FUNCTIONS

_SHOWN = {"pagedown": "PgDn", "pageup": "PgUp"}
_CONTROL = re.compile("[a-z]")
_ALT = re.compile("[a-z0-9]")
_SAME = {"h": "Backspace", "i": "Tab", "m": "Enter", "left_square_bracket": "Escape"}
_CONTROLS = frozenset(
    {"space", "backslash", "right_square_bracket", "circumflex_accent", "underscore"}
)
_NEVER = frozenset({"super", "hyper", "meta"})
_MODIFIERS = frozenset({"ctrl", "shift", "alt"}) | _NEVER


@dataclass(frozen=True, slots=True)
class NoKey:
    """What was written names no key that can be pressed; `reason` completes "“x” …"."""

    reason: str


def read_keys(text: str) -> str | NoKey:
    """A sequence of keys as people write it, as the toolkit names them; blanks between keys."""
    keys: list[str] = []
    for word in text.split():
        key = _read_key(word)
        if isinstance(key, NoKey):
            return key
        keys.append(key)
    return " ".join(keys) if keys else NoKey("names no key")


def shown_keys(keys: str) -> str:
    """A sequence of keys as people write it: `g g`, `/`, `Enter`, `Ctrl+F`."""
    return " ".join(_shown_key(key) for key in keys.split())


def key_of(character: str) -> str:
    """What the toolkit calls the key of a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


def character_of(key: str) -> str:
    """The character that a key types; nothing for one that types none."""
    if key == "space":
        return " "
    return key if len(key) == 1 else _CHARACTERS.get(key, "")


def same_key(key: str) -> str:
    """The one name of a key that the toolkit calls this or that, as terminals differ."""
    return "ctrl+space" if key == "ctrl+@" else key


_CHARACTERS: Mapping[str, str] = {key_of(character): character for character in _ASCII}
"""Of the keys with a character, the character."""


def _shown_key(key: str) -> str:
    *modifiers, last = key.split("+")
    name = _CHARACTERS.get(last) or _SHOWN.get(last) or last
    if not modifiers:
        return name if len(name) == 1 else _capital(name)
    return "+".join(map(_capital, (*modifiers, name)))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _read_key(word: str) -> str | NoKey:
    if len(word) == 1:
        return key_of(word)
    *before, last = _parts(word)
    modifiers = [_BESIDES.get(each.lower(), each.lower()) for each in before]
    if strange := [each for each in modifiers if each not in _MODIFIERS]:
        return NoKey(f"names no key: there is no “{strange[0]}” to hold down")
    key = _base(last)
    if not modifiers:
        return key if key in _NAMED or key in _CHARACTERS or "+" in key else _unknown(word)
    return _modified(frozenset(modifiers), key, last)


def _parts(word: str) -> list[str]:
    """The names that a plus joins; in `ctrl++`, the last one is the character itself."""
    if word.endswith("++"):
        return [*word[:-2].split("+"), "+"]
    return word.split("+")


def _base(name: str) -> str:
    if len(name) == 1:
        return key_of(name)
    lower = name.lower()
    return _BESIDES.get(lower, lower)


def _unknown(word: str) -> NoKey:
    return NoKey(f"names no key; keys are written like j, J, /, space, ctrl+r, f5, and g g: {word}")


def _modified(modifiers: frozenset[str], key: str, written: str) -> str | NoKey:
    if never := sorted(modifiers & _NEVER):
        return NoKey(f"can't be sent by a terminal: {never[0]} stays with the desktop")
    if key not in _NAMED and key not in _CHARACTERS:
        return _unknown(written)
    if modifiers <= {"ctrl", "shift"} and key in _ARROWS | _BLOCK:
        return "+".join((*sorted(modifiers), key))
    if modifiers == {"ctrl"}:
        return _with_control(key.lower() if len(key) == 1 else key)
    if modifiers == {"alt"}:
        return _with_alt(key)
    if modifiers == {"shift"}:
        return _with_shift(key)
    return NoKey("can't be sent by every terminal: one modifier and a key is all that there is")


def _with_control(key: str) -> str | NoKey:
    if same := _SAME.get(key):
        return NoKey(f"can't be sent by a terminal: it is the same as {same} there")
    if _CONTROL.fullmatch(key) or key in _CONTROLS:
        return f"ctrl+{key}"
    return NoKey("can't be sent by every terminal: Ctrl goes with letters, arrows and Home to PgDn")


def _with_alt(key: str) -> str | NoKey:
    if _ALT.fullmatch(key):
        return f"alt+{key}"
    return NoKey("can't be sent by every terminal: Alt goes with a to z and 0 to 9")


def _with_shift(key: str) -> str | NoKey:
    if key == "tab":
        return "shift+tab"
    if len(key) == 1 and key.isalpha():
        return NoKey(f"is written {key.upper()}")
    return NoKey("can't be sent by every terminal: Shift goes with Tab, arrows and Home to PgDn")
