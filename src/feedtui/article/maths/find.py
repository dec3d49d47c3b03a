"""Which element of a page is a formula, and what of it to read.

Pages carry the same formula up to three times: as MathML, as TeX, and as glyphs for the eye. The
first that is there is read, in an order that differs by tool, and the others are left out. Where
nothing can be read the formula's text is shown as it is.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from feedtui.article.element import Element, element, inside, text_of
from feedtui.article.maths.chtml import of_chtml, of_svg
from feedtui.article.maths.katex import of_katex
from feedtui.article.maths.linear import line
from feedtui.article.maths.marks import of_mathml
from feedtui.article.maths.mathml import tree_of_mark
from feedtui.article.maths.raw import Raw, has_tex, raw
from feedtui.article.maths.tex import tree_of_tex
from feedtui.article.repair import TEX, repair
from feedtui.article.tags import names
from feedtui.clean import SafeText, clean_line

_ALONE = "[formula]"
"""For a formula of which nothing can be read."""

_LONGEST = 30_000
"""Characters of TeX, or nodes of markup, that are read as a formula; more are shown as text."""

_MOST_COPIES = 4

_TAGS = frozenset({"math", "mjx-container", TEX, "img"})
_CLASSES = names(
    "katex MathJax MathJax_Display MathJax_SVG MathJax_SVG_Display MathJax_CHTML MathJax_Preview"
    " mjx-chtml mjpage mwe-math-element latex-rendered"
)
_PREVIEWS = frozenset({"MathJax_Preview"})
_IMAGES = names("latex tex mwe-math-fallback-image-inline mwe-math-fallback-image-display")
_PICTURED = re.compile(r"latex\.php|latex\.codecogs\.com|chart\.googleapis\.com/chart\?cht=tx")
_QUERY = re.compile(
    r"latex\.php\?(?:[^&]{0,99}&)?latex=(?P<wordpress>[^&]+)"
    r"|latex\.codecogs\.com/[a-z.]{1,9}\?(?P<codecogs>.+)",
    re.DOTALL,
)
_COPIES = names(f"annotation annotation-xml style script svg {TEX} mjx-assistive-mml")
_DISPLAY_CLASSES = names(
    "MathJax_Display MathJax_SVG_Display MJXc-display mjpage__block latex-rendered"
    " mwe-math-fallback-image-display mwe-math-element-block"
)
_SUBSTACK = re.compile(r'"persistentExpression"\s*:\s*("(?:[^"\\]|\\.)*+")', re.DOTALL)


def formula(found: Element) -> str | None:
    """The formula that the element is, in one line; None when it is something else.

    Empty for a second copy of a formula that stands before it.
    """
    if found.tag not in _TAGS and (
        "class" not in found.attributes or _CLASSES.isdisjoint(found.classes)
    ):
        return None
    if found.tag == "img":
        return _of_image(found)
    if _is_copy(found):
        return ""
    if _is_long(found.node):
        return clean_line(text_of(found.node, _COPIES)) or _ALONE
    return next(filter(None, _forms(found)), _ALONE)


def is_display(found: Element) -> bool:
    """Whether the formula has a line to itself."""
    if found.get("display") in {"true", "block"} or not _DISPLAY_CLASSES.isdisjoint(found.classes):
        return True
    if found.tag == TEX:
        return "display" in found.attributes
    if "mwe-math-element" in found.classes:
        copies = (*_below(found.node, _is_math), *_below(found.node, _is_image))
        return any(is_display(element(node)) for node in copies)
    above = found.node.parent
    return above is not None and "katex-display" in element(above).classes


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a running text. `display`: it is a formula that has a line to itself."""

    text: SafeText
    is_formula: bool = False
    display: bool = False


def in_text(text: SafeText) -> Iterator[Piece]:
    """The text in pieces, in which TeX between its delimiters has become the line that it means."""
    if not has_tex(text):
        yield Piece(text)
        return
    for piece in raw(text):
        if isinstance(piece, Raw):
            shown = SafeText(of_tex(piece.tex) + piece.end)
            yield Piece(shown, is_formula=True, display=piece.display)
        else:
            yield Piece(SafeText(piece))


def of_tex(source: str) -> SafeText:
    """The line that the TeX means."""
    if len(source) > _LONGEST:
        return clean_line(source)
    return line(tree_of_tex(source)) or clean_line(source)


def _of_image(found: Element) -> str | None:
    source = found.get("src")
    if _IMAGES.isdisjoint(found.classes) and not _PICTURED.search(source):
        return None
    return of_tex(found.get("alt")) or of_tex(_of_query(source)) or None


def _of_query(source: str) -> str:
    """The TeX that the address asks a server to draw."""
    match = _QUERY.search(source)
    if match is None:
        return ""
    if match["wordpress"] is not None:
        return unquote(match["wordpress"].replace("+", " "))
    return unquote(match["codecogs"]).replace("&plus;", "+").replace("&space;", " ")


def _is_copy(found: Element) -> bool:
    if not _PREVIEWS.isdisjoint(found.classes):
        return True
    before = found.node.prev
    if found.tag != TEX or before is None:
        return False
    return not _CLASSES.isdisjoint(element(before).classes - _PREVIEWS)


def _is_long(node: LexborNode) -> bool:
    return any(count >= _LONGEST for count, _ in enumerate(inside(node, frozenset())))


def _forms(found: Element) -> Iterator[str]:
    """The lines that its copies give, the one to trust most first."""
    yield from _of_substack(found)
    yield from map(_of_mathml, _below(found.node, _is_math, itself=True))
    yield from (_of_attribute(element(node)) for node in _below(found.node, _holds_tex))
    yield _of_attribute(found)
    yield from _of_neighbours(found)
    yield from (of_tex(element(node).get("alt")) for node in _below(found.node, _is_image))
    if found.tag == "mjx-container":
        yield line(tree_of_mark(of_chtml(found.node)))
        yield from (line(tree_of_mark(of_svg(svg))) for svg in _below(found.node, _is_drawing))
    if "katex" in found.classes:
        yield line(tree_of_mark(of_katex(found.node)))
    yield clean_line(text_of(found.node, _COPIES))


def _below(
    node: LexborNode, which: Callable[[LexborNode], bool], *, itself: bool = False
) -> Iterator[LexborNode]:
    """The first few such nodes in it; more copies than that no tool makes."""
    if itself and which(node):
        yield node
        return
    yield from islice(filter(which, inside(node, frozenset())), _MOST_COPIES)


def _is_math(node: LexborNode) -> bool:
    return node.tag == "math"


def _is_image(node: LexborNode) -> bool:
    return node.tag == "img"


def _is_drawing(node: LexborNode) -> bool:
    return node.tag == "svg"


def _holds_tex(node: LexborNode) -> bool:
    if node.tag in {"annotation", TEX}:
        return True
    attributes = node.attributes
    return bool(attributes) and ("aria-label" in attributes or "data-mathml" in attributes)


def _of_substack(found: Element) -> Iterator[str]:
    match = _SUBSTACK.search(found.get("data-attrs"))
    if match is None:
        return
    try:
        yield of_tex(str(json.loads(match[1], strict=False)))
    except ValueError:
        return


def _of_mathml(node: LexborNode) -> str:
    shown = line(tree_of_mark(of_mathml(node)))
    return shown or of_tex(element(node).get("alttext"))


def _of_attribute(found: Element) -> str:
    """The TeX or MathML that an element has beside its content."""
    if found.tag == TEX:
        return of_tex(text_of(found.node))
    if found.tag == "annotation" and "tex" in found.get("encoding").lower():
        return of_tex(text_of(found.node))
    if found.get("data-mathml"):
        body = LexborHTMLParser(repair(found.get("data-mathml")[:_LONGEST])).body
        return "" if body is None else next(map(_of_mathml, _below(body, _is_math)), "")
    is_spoken = found.tag.startswith("mjx-") or "katex" in found.classes
    return "" if is_spoken else of_tex(found.get("aria-label"))


def _of_neighbours(found: Element) -> Iterator[str]:
    """The script behind a rendering."""
    behind = found.node.next
    if behind is not None and behind.tag == TEX:
        yield of_tex(text_of(behind))
