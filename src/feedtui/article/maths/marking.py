"""What is raised, lowered or set on top of a base, written behind it or on its letters.

Unicode has raised and lowered forms for digits and many letters. What has none stands behind `^` or
`_`, in parentheses unless it is one name.
"""

import unicodedata
from dataclasses import dataclass, replace

from feedtui.article.maths.spacing import End, Hold, Piece
from feedtui.article.maths.symbols import LOWERED, MARKS, RAISED, STRAIGHT
from feedtui.article.maths.tree import Node, Role, Symbol

_HIGH = {"∘": "°", "⊤": "ᵀ", "⊺": "ᵀ", "∗": "*"}
"""What is not a letter but has a usual form behind a base."""

_ALREADY = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ")
"""Raised by their code, as MathJax writes the signs that its font lacks."""

_SHORT_NAME = 2
"""Small letters side by side that are factors; more of them in a script are a word."""

_MOST_SMALL = 3
"""Letters that are still easy to read when they are raised or lowered."""

_PAIRS = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩"}
_BRACKETS = frozenset(_PAIRS) | frozenset(_PAIRS.values())


@dataclass(frozen=True, slots=True)
class Script:
    """What stands behind a base for something raised or lowered; empty when there is nothing."""

    text: str
    end: End = End.CLOSED


def raised(text: str, node: Node) -> Script:
    """The script above, of which `text` is what `node` says."""
    return _script(_HIGH.get(text, text), RAISED, "^", node)


def lowered(text: str, node: Node) -> Script:
    """The script below, of which `text` is what `node` says."""
    return _script(text, LOWERED, "_", node)


def with_scripts(base: Piece, lower: Script, upper: Script) -> Piece:
    """The base with its scripts: a sign that is raised never stands behind a bare lower one.

    Without a base they stand before something, a nucleus: there the upper one comes first.
    """
    hold = Hold.UNIT if upper.text or lower.end is End.SCRIPT else base.hold
    is_bare = lower.end is End.SCRIPT and upper.end is End.CLOSED and upper.text[:1] != "^"
    if upper.text and lower.text and (is_bare or not base.text):
        lower, upper = upper, lower
    end = upper.end if upper.text else lower.end
    return replace(base, text=f"{base.text}{lower.text}{upper.text}", hold=hold, end=end)


def accented(base: Piece, mark: str) -> Piece:
    """The base with a mark on its letter; over several, a mark that is no line gets a name."""
    letters = sum(_takes_mark(letter) for letter in base.text)
    if not mark or letters == 0:
        return replace(base, text=base.text + mark)
    if letters > 1 and not (mark in STRAIGHT and base.text.isalnum()):
        name = MARKS.get(mark)
        return base if name is None else Piece(f"{name}({base.text})", Role.WORD)
    if letters > 1 and mark == "\u0304":
        mark = "\u0305"
    marked = "".join(letter + mark if _takes_mark(letter) else letter for letter in base.text)
    return replace(base, text=unicodedata.normalize("NFC", marked))


def in_brackets(text: str) -> str:
    """The text in parentheses, unless brackets stand around it already."""
    text = text.strip()
    return text if is_enclosed(text) else f"({text})"


def is_enclosed(text: str) -> bool:
    """Whether one pair of brackets, and no other bracket, stands around all of it."""
    closing = _PAIRS.get(text[:1])
    return closing is not None and text[-1] == closing and _BRACKETS.isdisjoint(text[1:-1])


def _script(text: str, signs: dict[int, int], mark: str, node: Node) -> Script:
    if all(ord(letter) in signs for letter in text) and not _is_long_word(text):
        return Script(text.translate(signs), End.SCRIPT if text == "*" else End.CLOSED)
    if text in _HIGH.values() or all(letter in _ALREADY for letter in text):
        return Script(text)
    if _is_name(node, text):
        return Script(f"{mark}{text}", End.SCRIPT)
    return Script(f"{mark}{in_brackets(text)}")


def _is_name(node: Node, text: str) -> bool:
    """Whether it can't be taken for anything but one name, number or sign."""
    if isinstance(node, Symbol) and text.isalnum():
        return True
    if len(text) <= _SHORT_NAME:
        return len(text) == 1 or (text.isascii() and text.isalpha() and text.isupper())
    return text.isascii() and text.isalpha()


def _is_long_word(text: str) -> bool:
    """Whether small letters would make it hard to read."""
    return sum(letter.isalpha() for letter in text) > _MOST_SMALL


def _takes_mark(letter: str) -> bool:
    return unicodedata.category(letter) in {"Lu", "Ll", "Lo", "Nd"}
