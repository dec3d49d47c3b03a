"""The marks before a list's points: bullets by depth, or numbers as the writer wanted them."""

from collections.abc import Callable, Iterator
from itertools import count

from feedtui.article.element import Element
from feedtui.clean import SafeText

_BULLETS = ("•", "◦", "▪")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


class Numbering:
    """The marks of one list, in order; a point may set its own number and the rest follows."""

    def __init__(
        self, numbers: Iterator[int] | None, write: Callable[[int], str], step: int
    ) -> None:
        self._numbers = numbers
        self._write = write
        self._step = step

    def mark(self, item: Element) -> SafeText:
        """The mark of the next point."""
        if self._numbers is None:
            return SafeText(self._write(0))
        own = item.number("value")
        if own is not None:
            self._numbers = count(own, self._step)
        return SafeText(f"{self._write(next(self._numbers))}.")


def bullets(depth: int) -> Numbering:
    """The marks of an unordered list within `depth` others."""
    bullet = _BULLETS[depth % len(_BULLETS)]
    return Numbering(None, lambda _: bullet, 0)


def numbers(found: Element) -> Numbering:
    """The marks of an `ol`, by its `start`, `reversed` and `type`."""
    step = -1 if "reversed" in found.attributes else 1
    start = found.number("start")
    if start is None:
        start = 1 if step == 1 else sum(1 for child in found.node.iter() if child.tag == "li")
    return Numbering(count(start, step), _STYLES.get(found.get("type"), str), step)


def _letters(number: int) -> str:
    if number < 1:
        return str(number)
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    if not 1 <= number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


_STYLES: dict[str, Callable[[int], str]] = {
    "a": _letters,
    "A": lambda number: _letters(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
}
