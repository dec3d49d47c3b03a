"""KaTeX without its MathML: nested spans that a stylesheet piles up.

What stands above something else comes after it in a `vlist`: the denominator before the numerator,
the subscript before the superscript. A list of class `vlist-t2` reaches below the line, which tells
a lone subscript from a superscript.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from feedtui.article.element import element, inside, text_of
from feedtui.article.maths.marks import DEEPEST, EMPTY, Mark, children
from feedtui.article.tags import names

_UNSEEN = names("strut pstrut nulldelimiter frac-line vlist-s katex-mathml hide-tail")
_SIGNS = names("mbin mrel mopen mclose mpunct delimsizing")
_LINE = "frac-line"


def of_katex(node: LexborNode, depth: int = DEEPEST) -> Mark:
    """A formula, or a part of one, in KaTeX's HTML."""
    classes = element(node).classes
    if not classes.isdisjoint(_UNSEEN):
        return EMPTY
    if "op-limits" in classes and depth > 0:
        return _limits(node, depth - 1)
    if depth <= 0 or _is_leaf(node, classes):
        return _leaf(node, classes)
    if "mfrac" in classes:
        return _fraction(node, depth - 1)
    if "sqrt" in classes:
        return _root(node, depth - 1)
    if "accent" in classes:
        return _accented(node, depth - 1)
    if "mtable" in classes:
        return _table(node, depth - 1)
    return Mark("mrow", "", tuple(_side_by_side(node, depth - 1)))


def _is_leaf(node: LexborNode, classes: frozenset[str]) -> bool:
    """Whether it is a sign or a name; that of a function may be in several spans."""
    below = [element(child).classes for child in children(node)]
    return not below or ("mop" in classes and not any("msupsub" in inner for inner in below))


def _leaf(node: LexborNode, classes: frozenset[str]) -> Mark:
    text = text_of(node).replace("\u200b", "").strip()
    if "mspace" in classes or not text:
        return EMPTY
    if not classes.isdisjoint(_SIGNS) or "op-symbol" in classes:
        return Mark("mo", text)
    return Mark("mi" if len(text) == 1 or "mop" in classes else "mtext", text)


def _side_by_side(node: LexborNode, depth: int) -> Iterator[Mark]:
    before: Mark | None = None
    for child in children(node):
        if "msupsub" in element(child).classes:
            before = _scripted(before or EMPTY, child, depth)
            continue
        if before is not None:
            yield before
        before = of_katex(child, depth)
    if before is not None:
        yield before


def _scripted(base: Mark, node: LexborNode, depth: int) -> Mark:
    scripts = [of_katex(entry, depth) for entry in _entries(node)]
    if len(scripts) > 1:
        return Mark("msubsup", "", (base, *scripts))
    is_low = any("vlist-t2" in element(child).classes for child in children(node))
    return Mark("msub" if is_low else "msup", "", (base, *scripts))


def _limits(node: LexborNode, depth: int) -> Mark:
    parts: dict[str, Mark] = {}
    for entry in _entries(node):
        is_base = any("mop" in element(below).classes for below in inside(entry, frozenset()))
        name = "base" if is_base else "over" if "base" in parts else "under"
        parts[name] = of_katex(entry, depth)
    order = (parts.get("base", EMPTY), parts.get("under", EMPTY), parts.get("over", EMPTY))
    return Mark("munderover", "", order)


def _fraction(node: LexborNode, depth: int) -> Mark:
    entries = _entries(node)
    shown = [entry for entry in entries if not _is_line(entry)]
    if not shown:
        return EMPTY
    parts = (of_katex(shown[-1], depth), of_katex(shown[0], depth))
    return Mark("mfrac", "", parts, {} if len(shown) < len(entries) else {"linethickness": "0"})


def _is_line(node: LexborNode) -> bool:
    return any(_LINE in element(child).classes for child in children(node))


def _root(node: LexborNode, depth: int) -> Mark:
    below = list(children(node))
    degree = [child for child in below if "root" in element(child).classes]
    entries = [entry for child in below if child not in degree for entry in _entries(child)]
    content = of_katex(entries[0], depth) if entries else EMPTY
    if not degree:
        return Mark("msqrt", "", (content,))
    index = [of_katex(entry, depth) for entry in _entries(degree[0])]
    return Mark("mroot", "", (content, *index[:1]))


def _accented(node: LexborNode, depth: int) -> Mark:
    entries = _entries(node)
    sign = Mark("mo", "".join(text_of(entry) for entry in entries[1:]).strip())
    parts = tuple(of_katex(entry, depth) for entry in entries[:1])
    return Mark("mover", "", (*parts, sign)) if parts else EMPTY


def _table(node: LexborNode, depth: int) -> Mark:
    columns = [
        [Mark("mtd", "", (of_katex(entry, depth),)) for entry in _entries(child)]
        for child in children(node)
        if "col-align" in element(child).get("class")
    ]
    rows = tuple(Mark("mtr", "", cells) for cells in zip(*columns, strict=False))
    return Mark("mtable", "", rows)


def _entries(node: LexborNode) -> list[LexborNode]:
    """What is piled up in the first pile below, from the bottom to the top."""
    for here in (node, *inside(node, frozenset())):
        if "vlist" in element(here).classes:
            return list(children(here))
    return []
