"""MathJax 2's "CommonHTML", which a forum for long posts sent for years: spans named by classes.

The glyphs are real text. What is raised or piled up stands in spans whose class says what it is,
in the order in which it is drawn.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from feedtui.article.element import element, text_of
from feedtui.article.maths.marks import DEEPEST, EMPTY, LEAVES, Mark, children

_PREFIX = "mjx-"
_STACKED = ("msubsup", "munderover", "mover", "munder")
_UNSEEN = frozenset({"strut", "vsize", "surd", "line", "delim-v", "delim-h"})


def of_commonhtml(node: LexborNode, depth: int = DEEPEST) -> Mark:
    """A formula, or a part of one."""
    name = _name(node)
    if name in LEAVES or depth <= 0:
        return Mark(name if name in LEAVES else "mtext", text_of(node))
    if name in _STACKED:
        return _scripted(node, depth - 1)
    if name == "mfrac":
        return _parts(node, "mfrac", ("numerator", "denominator"), depth - 1)
    if name == "mroot":
        return _parts(node, "mroot", ("box", "root"), depth - 1)
    if name in {"mtable", "mtr", "mtd"}:
        return _table(node, name, depth - 1)
    below = tuple(of_commonhtml(child, depth - 1) for child in _seen(node))
    return Mark("msqrt" if name == "msqrt" else "mrow", "", below)


def _name(node: LexborNode) -> str:
    """What the element is, by the first of its classes that MathJax made."""
    for name in element(node).get("class").split():
        if name.startswith(_PREFIX):
            return name.removeprefix(_PREFIX)
    return ""


def _seen(node: LexborNode) -> Iterator[LexborNode]:
    return (child for child in children(node) if _name(child) not in _UNSEEN)


def _scripted(node: LexborNode, depth: int) -> Mark:
    found = _find(node, frozenset({"base", "op", "sub", "under", "sup", "over"}))
    base = _of(found.get("base") or found.get("op"), depth)
    lower = found.get("sub") or found.get("under")
    upper = found.get("sup") or found.get("over")
    name = "munderover" if "op" in found else "msubsup"
    if name == "munderover" and lower is None:
        return Mark("mover", "", (base, _of(upper, depth)))
    return Mark(name, "", (base, _of(lower, depth), _of(upper, depth)))


def _parts(node: LexborNode, name: str, wanted: tuple[str, ...], depth: int) -> Mark:
    found = _find(node, frozenset(wanted))
    if not found:
        return Mark("mrow", "", tuple(of_commonhtml(child, depth) for child in _seen(node)))
    return Mark(name, "", tuple(_of(found.get(part), depth) for part in wanted))


def _table(node: LexborNode, name: str, depth: int) -> Mark:
    below = {"mtable": "mtr", "mtr": "mtd"}.get(name)
    if below is None:
        return Mark("mtd", "", tuple(of_commonhtml(child, depth) for child in _seen(node)))
    return Mark(name, "", tuple(of_commonhtml(here, depth) for here in _all(node, below)))


def _of(node: LexborNode | None, depth: int) -> Mark:
    if node is None:
        return EMPTY
    return Mark("mrow", "", tuple(of_commonhtml(child, depth) for child in _seen(node)))


def _all(node: LexborNode, name: str) -> Iterator[LexborNode]:
    """The parts of that name below, but for those within another."""
    pending = [*children(node)][::-1]
    while pending:
        here = pending.pop()
        if _name(here) == name:
            yield here
        else:
            pending.extend([*children(here)][::-1])


def _find(node: LexborNode, wanted: frozenset[str]) -> dict[str, LexborNode]:
    """The first of each of these parts below, none of them within another."""
    found: dict[str, LexborNode] = {}
    pending = [*children(node)][::-1]
    while pending:
        here = pending.pop()
        if _name(here) in wanted:
            found.setdefault(_name(here), here)
        else:
            pending.extend([*children(here)][::-1])
    return found
