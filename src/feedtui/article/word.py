"""Lists as Word exports them: paragraphs, with the bullet in a span of its own.

The span says `mso-list:Ignore` and is left out as noise; what is in it is the mark.
"""

import re
from itertools import islice

from feedtui.article.element import Element, inside, text_of
from feedtui.article.numbering import bullets
from feedtui.clean import SafeText, clean_line

_CLASS = "MsoListParagraph"
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list\s*:[^;]{0,40}\blevel(\d)", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\w{1,6}[.)]")
_MOST_NODES = 10


def word_mark(found: Element) -> SafeText:
    """The mark of a paragraph that Word means as a point of a list; empty for any other."""
    if not any(name.startswith(_CLASS) for name in found.classes):
        return SafeText("")
    for node in islice(inside(found.node, frozenset()), _MOST_NODES):
        if _IGNORED.search(node.attributes.get("style") or ""):
            mark = clean_line(text_of(node))
            return mark if _NUMBER.fullmatch(mark) else _bullet(found)
    return SafeText("")


def _bullet(found: Element) -> SafeText:
    level = _LEVEL.search(found.get("style"))
    depth = 0 if level is None else max(int(level[1]) - 1, 0)
    return bullets(depth).mark(found)
