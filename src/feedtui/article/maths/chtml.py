"""MathJax 3 and 4 without MathML: the formula is there as glyphs whose names are class names.

`<mjx-c class="mjx-c1D465">` has no text; a stylesheet draws the letter. Signs that MathJax's own
font lacks are real text in `mjx-utext`. The elements around them are named after MathML's, but
their parts stand in the order in which they are drawn: in `mjx-msubsup` the superscript first.
In SVG the name is in `data-mml-node`, the glyph in `data-c`, and height says which script is which.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from feedtui.article.element import element, inside, text_of
from feedtui.article.maths.marks import DEEPEST, EMPTY, LEAVES, Mark, children, text_within
from feedtui.article.tags import names

_CODE = re.compile(r"(?:^|\s)mjx-c([0-9A-Fa-f]{2,6})(?=\s|$)")
_HEIGHT = re.compile(r"translate\([^,)]{1,20}[, ]\s*(-?\d{1,9}(?:\.\d{1,9})?)")

_UNSEEN = names(
    "nstrut dstrut tstrut surd line spacer style assistive-mml copytext mphantom strut rect"
    " mprescripts none defs path"
)
_GLYPHS = names("c utext")
_PLACED = frozenset({"over", "base", "under"})
_SCRIPTED = frozenset({"msub", "msup", "msubsup", "munder", "mover", "munderover"})
_ROWS = frozenset({"mtr", "mlabeledtr"})
_MOST_CODE = 0x10FFFF


def of_chtml(node: LexborNode, depth: int = DEEPEST) -> Mark:
    """A formula, or a part of one, in MathJax's CHTML."""
    name = _name(node)
    if name in LEAVES:
        return Mark(name, _glyphs(node), (), _style_of(node))
    if name in _GLYPHS:
        return Mark("mi", _glyphs(node))
    if depth <= 0:
        return Mark("mtext", _glyphs(node))
    if name in _SCRIPTED:
        return _scripted(name, node, depth - 1)
    if name in {"mfrac", "msqrt", "mroot"}:
        return _framed(name, node, depth - 1)
    if name == "mtable":
        return _table(node, depth - 1)
    if name == "mspace":
        return Mark(name, attributes={"width": "" if "width" in _css(node) else "0em"})
    return Mark("mrow", "", _parts(node, depth - 1))


def of_svg(node: LexborNode, depth: int = DEEPEST) -> Mark:
    """A formula, or a part of one, in MathJax's SVG."""
    name = element(node).get("data-mml-node")
    if name in LEAVES:
        return Mark(name, _drawn(node))
    if depth <= 0:
        return Mark("mtext", _drawn(node))
    below = [child for child in children(node) if child.tag in {"g", "svg"}]
    parts = [of_svg(child, depth - 1) for child in below]
    if name in _SCRIPTED and len(parts) > 1:
        return _by_height(name, parts, [_height(child) for child in below])
    if name == "msqrt":
        parts = parts[:1]
    if name == "mroot":
        parts = parts[:2]
    if name == "mfrac" and not any(child.tag == "rect" for child in children(node)):
        return Mark(name, "", tuple(parts), {"linethickness": "0"})
    return Mark(name or "mrow", "", tuple(parts))


def _name(node: LexborNode) -> str:
    return (node.tag or "").removeprefix("mjx-")


def _css(node: LexborNode) -> str:
    return element(node).get("style")


def _style_of(node: LexborNode) -> dict[str, str]:
    return {"fence": "true"} if not node.first_child and _name(node) == "mo" else {}


def _parts(node: LexborNode, depth: int) -> tuple[Mark, ...]:
    return tuple(of_chtml(child, depth) for child in children(node) if _name(child) not in _UNSEEN)


def _glyphs(node: LexborNode) -> str:
    """The signs below: each from its code, else from its text; what is coded isn't read twice."""
    signs: list[str] = []
    pending: list[LexborNode] = [node]
    while pending:
        here = pending.pop()
        sign = _coded(element(here).get("class"))
        signs.append(sign or text_within(here))
        if not sign:
            pending += [child for child in children(here) if _is_seen(child)][::-1]
    return "".join(signs)


def _is_seen(node: LexborNode) -> bool:
    return (node.tag or "").startswith("mjx-") and _name(node) not in _UNSEEN


def _coded(classes: str) -> str:
    match = _CODE.search(classes)
    return "" if match is None else _character(match[1])


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= _MOST_CODE else ""


def _scripted(name: str, node: LexborNode, depth: int) -> Mark:
    placed = _find(node, _PLACED)
    if placed:
        wanted = [key for key in ("base", "under", "over") if key in placed]
        return Mark(name, "", tuple(_group(placed[key], depth) for key in wanted))
    base, scripts = EMPTY, list[Mark]()
    for child in children(node):
        if _name(child) == "script":
            scripts = list(_parts(child, depth))
        elif _name(child) not in _UNSEEN:
            base = of_chtml(child, depth)
    return Mark(name, "", (base, *reversed(scripts)))


def _find(node: LexborNode, names: frozenset[str]) -> dict[str, LexborNode]:
    """The first of each of these parts below, none of them within another."""
    tags = frozenset(f"mjx-{name}" for name in names)
    found: dict[str, LexborNode] = {}
    pending = [*children(node)][::-1]
    while pending:
        here = pending.pop()
        if here.tag in tags:
            found.setdefault(_name(here), here)
        elif _name(here) != "script":
            pending.extend([*children(here)][::-1])
    return found


def _group(node: LexborNode, depth: int) -> Mark:
    return Mark("mrow", "", _parts(node, depth))


def _framed(name: str, node: LexborNode, depth: int) -> Mark:
    found = _find(node, frozenset({"num", "den", "line", "box", "root"}))
    if name == "mfrac" and "num" not in found:
        return _group(node, depth)
    wanted = {"mfrac": ("num", "den"), "msqrt": ("box",), "mroot": ("box", "root")}[name]
    parts = tuple(_group(found[key], depth) if key in found else EMPTY for key in wanted)
    flat = name == "mfrac" and "line" not in found
    return Mark(name, "", parts, {"linethickness": "0"} if flat else {})


def _table(node: LexborNode, depth: int) -> Mark:
    rows = [Mark("mtr", "", _parts(here, depth)) for here in _rows(node)]
    cell = next((below for below in inside(node, frozenset()) if below.tag == "mjx-mtd"), None)
    aligned = cell is not None and "text-align: right" in _css(cell)
    return Mark("mtable", "", tuple(rows), {"columnalign": "right left"} if aligned else {})


def _rows(node: LexborNode) -> Iterator[LexborNode]:
    pending = [*children(node)][::-1]
    while pending:
        here = pending.pop()
        if _name(here) in _ROWS:
            yield here
        elif _name(here) != "mtable":
            pending.extend([*children(here)][::-1])


def _drawn(node: LexborNode) -> str:
    """The signs below, in SVG."""
    signs: list[str] = []
    for below in inside(node, frozenset({"text"})):
        code = element(below).get("data-c")
        if code and re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
            signs.append(_character(code))
    return "".join(signs) or text_of(node)


def _height(node: LexborNode) -> float:
    match = _HEIGHT.search(element(node).get("transform"))
    return 0.0 if match is None else float(match[1])


def _by_height(name: str, parts: list[Mark], heights: list[float]) -> Mark:
    """The base, then what is lower, then what is higher."""
    scripts = sorted(zip(heights[1:], parts[1:], strict=True), key=lambda pair: pair[0])
    return Mark(name, "", (parts[0], *(part for _, part in scripts)))
