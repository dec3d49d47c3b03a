"""Which elements are formulas, by their names, classes and attributes: none is read yet."""

import re

from feedtui.article.element import TEXT, Element, element
from feedtui.article.maths.raw import is_delimited, is_tex
from feedtui.article.repair import TEX
from feedtui.article.tags import names

CLASSES = names(
    "katex MathJax MathJax_Display MathJax_SVG MathJax_SVG_Display MathJax_CHTML MathJax_Preview"
    " mjx-chtml mjpage mwe-math-element latex-rendered"
)
"""Those that formulas have and nothing else."""

PREVIEWS = names("MathJax_Preview")
DECLARED = names("math-inline math-display language-math math-block")
"""Classes of code that isn't code."""

TAGS = names(f"math m:math mml:math mjx-container {TEX} d-math tex-math math-field pre")
"""Elements that may be formulas without any attribute."""

_NEVER_ANYTHING_ELSE = TAGS - {"pre"}
_SUSPECTS = names(
    "math latex tex equation inline-math display-math math-inline math-display math-block mathjax"
    " arithmatex inline-equation display-equation"
)
_SOURCES = ("data-tex", "data-latex", "data-formula", "data-equation", "data-math")
_IMAGES = names(
    "latex tex math mwe-math-fallback-image-inline mwe-math-fallback-image-display"
    " ql-img-inline-formula ql-img-displayed-equation quicklatex-auto-format"
)
_PICTURED = re.compile(
    r"latex\.php|latex\.codecogs\.com|chart\.(?:googleapis|apis\.google)\.com/chart\?cht=tx"
    r"|mathurl\.com/|texify\.com/|quicklatex\.com/|zhihu\.com/equation\?"
    r"|render\.githubusercontent\.com/render/math|math\.(?:now\.sh|vercel\.app)"
    r"|(?:i\.upmath\.me|tex\.s2cms\.ru)/(?:svg|png)/|(?:mathtex|mimetex)\.cgi"
    r"|latex\.artofproblemsolving\.com/|media/math/render/",
    re.IGNORECASE,
)
_LONGEST = 5_000
_DELIMITED = ("\\(", "\\[", "$", "\\begin{")


def may_be_formula(found: Element) -> bool:
    """Whether it stands for a formula, as far as one sees from outside."""
    tag = found.tag
    if tag in _NEVER_ANYTHING_ELSE or tag.endswith(":math"):
        return True
    if tag == "pre":
        return is_declared_code(found)
    if not found.attributes:
        return False
    if tag == "img":
        return is_pictured(found)
    if "class" in found.attributes and not CLASSES.isdisjoint(found.classes):
        return True
    return tex_beside(found) != "" or is_declared_code(found) or holds_bare_tex(found)


def is_pictured(found: Element) -> bool:
    """Whether a picture shows a formula."""
    if is_delimited(found.get("alt")):
        return True
    return not _IMAGES.isdisjoint(found.classes) or _PICTURED.search(found.get("src")) is not None


def tex_beside(found: Element) -> str:
    """The TeX that an editor keeps in an attribute of what it drew."""
    if "ql-formula" in found.classes:
        return found.get("data-value")
    return next((found.get(name) for name in _SOURCES if found.get(name)), "")


def is_declared_code(found: Element) -> bool:
    """Whether it is code by its element only, and says that it is TeX."""
    if found.get("data-math-style"):
        return True
    if found.tag == "code":
        return not DECLARED.isdisjoint(found.classes)
    if found.tag != "pre":
        return False
    child = found.node.first_child
    inner = frozenset[str]() if child is None or child.tag == TEXT else element(child).classes
    return found.get("lang") == "math" or not DECLARED.isdisjoint(found.classes | inner)


def holds_bare_tex(found: Element) -> bool:
    """Whether its class says that it is maths, and its text is TeX without delimiters."""
    if _SUSPECTS.isdisjoint(found.classes) or found.tag in {"pre", "code"}:
        return False
    child = found.node.first_child
    if child is None or child.tag != TEXT or child.next is not None:
        return False
    text = (child.text_content or "")[: _LONGEST + 1].strip()
    return len(text) <= _LONGEST and not text.startswith(_DELIMITED) and is_tex(text)
