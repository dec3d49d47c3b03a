"""A formula is shown once, in the form that its writer typed.

Pages carry the same formula up to three times: as MathML, as TeX, and as glyphs for the eye. Where
a formula is recognised its TeX is taken, else its label, else its plain text; the rest is dropped.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from feedtui.article.element import Element, element, inside, text_of
from feedtui.article.repair import TEX
from feedtui.article.tags import names

_ALONE = "[formula]"
"""For a formula that consists of nothing but the names of glyphs."""

_TAGS = frozenset({"math", "mjx-container", TEX, "img"})
_CLASSES = names(
    "katex MathJax MathJax_Display MathJax_SVG MathJax_SVG_Display MathJax_CHTML MathJax_Preview"
    " mjx-chtml mjpage mwe-math-element"
)
_PREVIEWS = frozenset({"MathJax_Preview"})
_IMAGES = names("latex tex mwe-math-fallback-image-inline")
_COPIES = frozenset(
    {"annotation", "annotation-xml", "style", "script", "svg", TEX, "mjx-assistive-mml"}
)
_DISPLAY_CLASSES = frozenset({"MathJax_Display", "MathJax_SVG_Display", "MJXc-display"})

_DISPLAY_STYLE = re.compile(r"\A\{\s*\\(?:display|text)style\s*(.*)\}\Z", re.DOTALL)


def formula(found: Element) -> str | None:
    """The formula that the element is, in one form; None when it is something else.

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
    return _first(_forms(found))


def is_display(found: Element) -> bool:
    """Whether the formula has a line to itself."""
    if found.get("display") in {"true", "block"} or not _DISPLAY_CLASSES.isdisjoint(found.classes):
        return True
    if found.tag == TEX:
        return "display" in found.attributes
    above = found.node.parent
    return above is not None and "katex-display" in element(above).classes


def _of_image(found: Element) -> str | None:
    if _IMAGES.isdisjoint(found.classes) and "latex.php" not in found.get("src"):
        return None
    return _plain(found.get("alt")) or None


def _is_copy(found: Element) -> bool:
    if not _PREVIEWS.isdisjoint(found.classes):
        return True
    before = found.node.prev
    if found.tag != TEX or before is None:
        return False
    return not _CLASSES.isdisjoint(element(before).classes - _PREVIEWS)


def _forms(found: Element) -> Iterator[str]:
    yield found.get("alttext")
    for node in inside(found.node, frozenset()):
        below = element(node)
        if below.tag == "math":
            yield below.get("alttext")
        if below.tag == "annotation" and "tex" in below.get("encoding").lower():
            yield text_of(node)
        if below.tag == "img":
            yield below.get("alt")
        yield below.get("aria-label")
    yield found.get("aria-label")
    yield _mathml(found.node)
    yield text_of(found.node, _COPIES)
    yield _ALONE


def _mathml(node: LexborNode) -> str:
    below = (here for here in inside(node, frozenset()) if here.tag == "math")
    return next((text_of(here, _COPIES) for here in below), "")


def _first(forms: Iterator[str]) -> str:
    return next((form for form in map(_plain, forms) if form), _ALONE)


def _plain(form: str) -> str:
    form = " ".join(form.split())
    wrapped = _DISPLAY_STYLE.match(form)
    return form if wrapped is None else wrapped[1].strip()
