"""The marks before a list's points: bullets by depth, or numbers as the writer wanted them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, Element, beginning, element
from feedtui.article.tags import names
from feedtui.clean import SafeText, clean_line

_BULLETS = ("•", "◦", "▪")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_MOST_BEFORE_MARK = 8
"""Nodes at the start of a point among which its mark is looked for."""
_LONGEST_MARK = 12
_LONGEST_STYLE = 300

_AROUND_A_MARK = names("p label div")
_MARKED = names("ltx_tag num number list-number enumerator item-number marker bullet")
_TYPED = re.compile(r"[\[(]?\w{1,5}[\])]?[.):]?|[•◦▪‣–—*·-]")
_BEGINS = re.compile(
    r"\s*(?:[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]]|[•◦▪‣–—*·✓✔→-]\s)", re.IGNORECASE
)
_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]{0,60}?\b"
    r"((?:lower|upper)-(?:alpha|latin|roman)|decimal|none|disc|circle|square)\b",
    re.IGNORECASE,
)


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

    @property
    def counts(self) -> bool:
        """Whether the marks are numbers."""
        return self._numbers is not None


def bullets(depth: int) -> Numbering:
    """The marks of an unordered list within `depth` others."""
    bullet = _BULLETS[depth % len(_BULLETS)]
    return Numbering(None, lambda _: bullet, 0)


@dataclass(frozen=True, slots=True)
class Typed:
    """A mark that stands in the text of a point, never empty, and the node that it is."""

    mark: SafeText
    node: LexborNode


def typed(item: Element, numbering: Numbering) -> Typed | None:
    """The mark that a point brings along: the box of a task, or a sign that its writer typed."""
    first = _first_element(item.node)
    if first is None:
        return None
    found = element(first)
    if is_box(found):
        return None if numbering.counts else Typed(box_of(found), first)
    if not _is_unmarked(item) and _MARKED.isdisjoint(found.classes):
        return None
    text = clean_line(beginning(first, _LONGEST_MARK))
    return Typed(text, first) if _TYPED.fullmatch(text) else None


def brings_its_own(item: Element) -> bool:
    """Whether a point that a style leaves without a mark begins with one in its text."""
    return _is_unmarked(item) and _BEGINS.match(beginning(item.node, _LONGEST_MARK)) is not None


def is_box(found: Element) -> bool:
    """Whether the element is the box of a task."""
    return found.tag == "input" and found.get("type").lower() == "checkbox"


def box_of(found: Element) -> SafeText:
    """The sign for a box of a list of tasks."""
    return SafeText("☑" if "checked" in found.attributes else "☐")


def _first_element(node: LexborNode) -> LexborNode | None:
    """What a point begins with if that is an element, within the paragraph that it is in."""
    here = node.first_child
    for _ in range(_MOST_BEFORE_MARK):
        if here is None or (here.tag == TEXT and (here.text_content or "").strip()):
            return None
        if here.tag == TEXT:
            here = here.next
        elif here.tag in _AROUND_A_MARK and not here.attributes.get("class"):
            here = here.first_child
        else:
            return here
    return None


def _is_unmarked(item: Element) -> bool:
    above = item.node.parent
    styles = [item.get("style"), "" if above is None else element(above).get("style")]
    return any(_list_style(style) == "none" for style in styles)


def _list_style(style: str) -> str:
    match = _LIST_STYLE.search(style[:_LONGEST_STYLE])
    return "" if match is None else match[1].lower()


def numbers(found: Element) -> Numbering:
    """The marks of an `ol`, by its `start`, `reversed` and `type`, or what its style says."""
    style = _list_style(found.get("style")) or found.get("type")
    if style == "none":
        return Numbering(None, lambda _: "", 0)
    step = -1 if "reversed" in found.attributes else 1
    start = found.number("start")
    if start is None:
        start = 1 if step == 1 else sum(1 for child in found.node.iter() if child.tag == "li")
    return Numbering(count(start, step), _STYLES.get(style, str), step)


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
_STYLES |= {
    "lower-alpha": _STYLES["a"],
    "lower-latin": _STYLES["a"],
    "upper-alpha": _STYLES["A"],
    "upper-latin": _STYLES["A"],
    "lower-roman": _STYLES["i"],
    "upper-roman": _STYLES["I"],
}
