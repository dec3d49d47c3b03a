"""Which of a formula's copies to read.

Pages carry the same formula up to three times: as MathML, as TeX, and as glyphs for the eye. The
first that is there is read, in an order that differs by tool, and the others are left out. Where
nothing can be read the formula's text is shown as it is.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from feedtui.article.element import TEXT as WORDS
from feedtui.article.element import Element, element, inside, text_of
from feedtui.article.maths import kinds
from feedtui.article.maths.chtml import of_chtml, of_svg
from feedtui.article.maths.commonhtml import of_commonhtml
from feedtui.article.maths.images import tex_of_image, undelimited
from feedtui.article.maths.katex import of_katex
from feedtui.article.maths.marks import Mark, of_mathml
from feedtui.article.maths.running import Piece
from feedtui.article.maths.typesetter import LONGEST, Form, Typesetter, Writer
from feedtui.article.repair import TEX, repair
from feedtui.article.tags import names
from feedtui.clean import clean_line

_ALONE = "[formula]"
"""For a formula of which nothing can be read."""

_MOST_COPIES = 4
_MOST_NEIGHBOURS = 3

_COPIES = names(f"annotation annotation-xml style script svg {TEX} mjx-assistive-mml")
_DISPLAY_CLASSES = names(
    "MathJax_Display MathJax_SVG_Display MJXc-display mjpage__block latex-rendered"
    " mwe-math-fallback-image-display mwe-math-element-block math-display display math-block"
    " display-math display-equation ql-img-displayed-equation"
)
_SUBSTACK = re.compile(r'"persistentExpression"\s*:\s*("(?:[^"\\]|\\.)*+")', re.DOTALL)
_PREAMBLE = re.compile(r"\\begin\{document\}(.*?)(?:\\end\{document\}|\Z)", re.DOTALL)


def formula(found: Element, typesetter: Typesetter) -> Piece | None:
    """The formula that the element is; None when it is something else.

    Empty for a second copy of a formula that stands before it, and for definitions.
    """
    if not kinds.may_be_formula(found):
        return None
    form = Form.BLOCK if _is_display(found) else Form.LINE
    writer = Writer(typesetter, form)
    if found.tag == "img":
        shown = writer.tex(tex_of_image(found))
        return None if shown is None else Piece(shown, form)
    if _is_copy(found):
        return Piece("", form)
    size = sum(1 for _ in islice(inside(found.node, frozenset()), LONGEST))
    if size >= LONGEST or typesetter.is_spent:
        return Piece(clean_line(text_of(found.node, _COPIES)) or _ALONE, form)
    readings = (shown for shown in _readings(found, size, writer) if shown is not None)
    return Piece(next(readings, _ALONE), form)


def _is_display(found: Element) -> bool:
    """Whether the formula has a line to itself."""
    if {found.get("display"), found.get("data-math-style")} & {"true", "block", "display"}:
        return True
    if not _DISPLAY_CLASSES.isdisjoint(found.classes):
        return True
    if found.tag in {TEX, "d-math"}:
        return "display" in found.attributes or "block" in found.attributes
    if found.tag in {"div", "pre"}:
        return True
    if "mwe-math-element" in found.classes:
        copies = (*_below(found.node, _is_math), *_below(found.node, _is_image))
        return any(_is_display(element(node)) for node in copies)
    above = found.node.parent
    return above is not None and "katex-display" in element(above).classes


def _is_copy(found: Element) -> bool:
    if not kinds.PREVIEWS.isdisjoint(found.classes):
        return _is_rendered_behind(found.node)
    if found.tag != TEX:
        return False
    before = found.node.prev
    if before is not None and _is_blank(before):
        before = before.prev
    return before is not None and not kinds.CLASSES.isdisjoint(
        element(before).classes - kinds.PREVIEWS
    )


def _is_blank(node: LexborNode) -> bool:
    return node.tag == WORDS and not (node.text_content or "").strip()


def _not_blank(node: LexborNode | None) -> LexborNode | None:
    return node.next if node is not None and _is_blank(node) else node


def _is_rendered_behind(node: LexborNode) -> bool:
    """Whether a preview is followed by what it was a preview of."""
    here = node.next
    for _ in range(_MOST_NEIGHBOURS):
        if here is None:
            break
        if here.tag == TEX or not kinds.CLASSES.isdisjoint(element(here).classes):
            return True
        here = here.next
    return not text_of(node).strip()


def _readings(found: Element, size: int, writer: Writer) -> Iterator[str | None]:
    """What its copies show, the one to trust most first; None for what can't be read."""
    yield from _of_substack(found, writer)
    yield writer.tex(undelimited(kinds.tex_beside(found)))
    yield from (_of_mathml(node, size, writer) for node in _below(found.node, _is_math, found.node))
    yield from (_of_attribute(element(node), writer) for node in _below(found.node, _holds_tex))
    yield _of_attribute(found, writer)
    yield from _of_neighbours(found, writer)
    for node in _below(found.node, _is_image):
        yield writer.tex(tex_of_image(element(node)))
    for mark in _drawn(found):
        yield writer.mark(mark, size)
    yield _of_text(found, writer)


def _drawn(found: Element) -> Iterator[Mark]:
    """The formula read from the glyphs that were drawn."""
    if found.tag == "mjx-container":
        yield of_chtml(found.node)
        yield from map(of_svg, _below(found.node, _is_drawing))
    if "katex" in found.classes:
        yield of_katex(found.node)
    if not found.classes.isdisjoint({"mjx-chtml", "mjpage", "MathJax_CHTML"}):
        yield of_commonhtml(found.node)


def _of_text(found: Element, writer: Writer) -> str | None:
    """The text of what has no copy to read, as TeX where it is known to be TeX."""
    text = text_of(found.node, _COPIES)
    if found.tag in {"d-math", "tex-math", "math-field"}:
        return writer.tex(_of_document(text))
    if kinds.is_declared_code(found) or kinds.holds_bare_tex(found):
        return writer.tex(undelimited(text))
    return clean_line(text) or None


def _of_document(text: str) -> str:
    """The formula of a whole LaTeX document, as journals pack them."""
    match = _PREAMBLE.search(text)
    return undelimited(text if match is None else match[1])


def _below(
    node: LexborNode, which: Callable[[LexborNode], bool], itself: LexborNode | None = None
) -> Iterator[LexborNode]:
    """The first few such nodes in it; more copies than that no tool makes."""
    if itself is not None and which(itself):
        yield itself
        return
    yield from islice(filter(which, inside(node, frozenset())), _MOST_COPIES)


def _is_math(node: LexborNode) -> bool:
    return node.tag == "math" or (node.tag or "").endswith(":math")


def _is_image(node: LexborNode) -> bool:
    return node.tag == "img"


def _is_drawing(node: LexborNode) -> bool:
    return node.tag == "svg"


def _holds_tex(node: LexborNode) -> bool:
    if node.tag in {TEX, "annotation"}:
        return True
    attributes = node.attributes
    return bool(attributes) and ("aria-label" in attributes or "data-mathml" in attributes)


def _of_substack(found: Element, writer: Writer) -> Iterator[str | None]:
    match = _SUBSTACK.search(found.get("data-attrs"))
    if match is None:
        return
    try:
        yield writer.tex(str(json.loads(match[1], strict=False)))
    except ValueError:
        return


def _of_mathml(node: LexborNode, size: int, writer: Writer) -> str | None:
    return writer.mark(of_mathml(node), size) or writer.tex(element(node).get("alttext"))


def _of_attribute(found: Element, writer: Writer) -> str | None:
    """The TeX or MathML that an element has beside its content."""
    if found.tag == TEX:
        return writer.tex(text_of(found.node))
    if found.tag == "annotation" and "tex" in found.get("encoding").lower():
        return writer.tex(text_of(found.node))
    if found.get("data-mathml"):
        source = found.get("data-mathml")[:LONGEST]
        body = LexborHTMLParser(repair(source)).body
        found_below = () if body is None else _below(body, _is_math)
        return next((_of_mathml(node, len(source) // 10, writer) for node in found_below), None)
    is_spoken = found.tag.startswith("mjx-") or "katex" in found.classes
    return None if is_spoken else writer.tex(found.get("aria-label"))


def _of_neighbours(found: Element, writer: Writer) -> Iterator[str | None]:
    """The script behind a rendering."""
    behind = _not_blank(found.node.next)
    if behind is not None and behind.tag == TEX:
        yield writer.tex(text_of(behind))
