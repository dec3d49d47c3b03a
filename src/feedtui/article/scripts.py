"""Raised and lowered text: in Unicode's small signs where it has them, otherwise written out.

`x<sup>2y+1</sup>` must not become `x2y+1`. But not all that is raised is a power: `1st`, `M.lle`
and `™` read best as they are, and so do links to notes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from feedtui.article.element import Element, beginning, inside
from feedtui.article.maths.symbols import LOWERED, RAISED

_MOST_LETTERS = 3
"""More letters than that are a word, which is easier to read as one."""
_LONGEST = 30
"""Characters; what is longer is a remark in small print, not a power."""

_MOST = 60
"""Nodes and characters that are looked at."""

_ORDINAL = re.compile(
    r"st|nd|rd|th|er|re|e|ère|ere|ème|eme|ième|nde?|ers|res|es|o|a|os|as|ª|º|lle|lles|me|mes|mo|ma"
    r"|gr|tm|sm|®|©|™|℠",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4})+")
"""Several notes, as scientists write them."""

_TRADE = {"tm": "™", "sm": "℠"}
_NOT_A_SCRIPT = frozenset({"x-a", "img", "math", "br"})
_SCRIPTS = frozenset({"sup", "sub"})

Signs = Mapping[int, int | str]
"""What each sign of a text becomes (as for `str.translate`)."""

_NO_SIGNS: Signs = {}
_SIGNS: dict[str, Signs] = {
    "sup": {**RAISED, **str.maketrans("-−–", "⁻⁻⁻")},
    "sub": {**LOWERED, **str.maketrans("-−–", "₋₋₋")},
}
_MARKS = {"sup": "^", "sub": "_"}


@dataclass(frozen=True, slots=True)
class Script:
    """How to write what is raised or lowered: signs for its letters, and what goes around it."""

    signs: Signs = field(default_factory=dict)
    before: str = ""
    behind: str = ""


def script(found: Element, base: str) -> Script:
    """How to write the `sup` or `sub`; `base` is the text directly before it, or empty."""
    text = beginning(found.node, _MOST).strip()
    below = {node.tag for node in islice(inside(found.node, frozenset()), _MOST)}
    if found.tag == "sup" and text.lower() in _TRADE:
        return Script(_become(text, _TRADE[text.lower()]))
    if found.tag == "sup" and base[-1:].isalnum() and _ORDINAL.fullmatch(text):
        return Script()
    signs = _signs(found.tag, text) if below.isdisjoint(_SCRIPTS) else _NO_SIGNS
    if signs or not below.isdisjoint(_NOT_A_SCRIPT) or not _is_power(text, base):
        return Script(signs)
    is_word = text.isalnum() and text.isascii() and below.isdisjoint(_SCRIPTS)
    is_bracketed = text.startswith("(") and text.endswith(")")
    mark = _MARKS[found.tag]
    if is_word or is_bracketed or len(text) == 1:
        return Script(before=mark)
    return Script(before=f"{mark}(", behind=")")


def _signs(tag: str, text: str) -> Signs:
    """Signs for the text if there is one for each of its letters, and it stays legible."""
    signs = _SIGNS[tag]
    if _NUMBERS.fullmatch(text):
        return {code: sign for code, sign in signs.items() if chr(code).isdigit()}
    if not all(ord(letter) in signs for letter in text if letter != " "):
        return _NO_SIGNS
    letters = sum(letter.isalpha() for letter in text)
    return signs if letters <= _MOST_LETTERS or letters * 2 <= len(text) else _NO_SIGNS


def _is_power(text: str, base: str) -> bool:
    """Whether what it stands behind would be another word without a mark."""
    if not text or len(text) > _LONGEST or text.startswith(("[", "*", "†", "‡")):
        return False
    return base[-1:].isalnum() or base[-1:] in tuple(")]}|′'")


def _become(text: str, sign: str) -> Signs:
    return {ord(letter): "" for letter in text[1:]} | {ord(text[0]): sign}
