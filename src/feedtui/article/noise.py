"""What stands in an article and is none of it: what no eye sees, and what programs put in.

An element is judged by whole class names and ids, never by parts of them: a `shareholder` is no
share button. Names that only a program gives are believed. Names that people give as well
(`share`, `newsletter`, `advertisement`) are believed of something short that looks like it and
isn't all there is, so that an article about advertisements stays.
"""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, Element, around, beginning, inside
from feedtui.article.tags import names
from feedtui.article.widgets import (
    ADVERTS,
    ANCHORS,
    BUTTONS,
    DECLARED,
    GPT,
    GUTTERS,
    JUDGED,
    META,
    PAID,
    SHARING,
    SIGNUPS,
    UNSEEN,
    WIDGETS,
)

_SHORT = 400
"""Characters; what is longer is told by somebody."""
_MOST_NODES = 300
"""Of a widget."""
_HIGHEST_CLIMB = 30
_LONGEST_MARK = 3
_MOST_IN_A_MARK = 30
"""Nodes or characters of what may be a mark, a drawing for instance."""
_LONGEST_LABEL = 30

_GONE = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore"
    r"|left\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*[01](?:px)?\s*[, ]\s*[01](?:px)?\s*[, ]",
    re.IGNORECASE,
)
_HIDING = re.compile(rf"{_GONE.pattern}|visibility\s*:\s*hidden", re.IGNORECASE)

_BEGS = re.compile(
    r"(?:\A|[.!?…])\s*(?:subscribe|share|leave a comment|upgrade|refer a friend|message"
    r"|get \d+% off|give a gift|donate subscriptions|start a chat|join)\b[^.!?…]{0,60}\Z",
    re.IGNORECASE,
)
"""What a button says that is no writer's own."""

_META_OF = re.compile(r"\blightbox|\blanguage-")
"""Classes around what is said of a picture or a listing by its frame."""

_PRESSED = names("x-a button label select option")


def is_noise(found: Element) -> bool:
    """Whether the element and all that is in it is to be left out."""
    attributes = found.attributes
    if not attributes:
        return False
    if "hidden" in attributes and not _is_all_there_is(found.node):
        return True
    style = attributes.get("style")
    if style and _HIDING.search(style) is not None and _is_hidden(found, style):
        return True
    return _is_named_noise(found)


def says_nothing(text: str) -> bool:
    """Whether the text of a link is a mark only: `#`, `¶`, an icon."""
    shown = text.strip()
    return len(shown) <= _LONGEST_MARK and not any(letter.isalnum() for letter in shown)


def _is_hidden(found: Element, style: str) -> bool:
    """Whether it stays hidden: what a script reveals later is often all there is, or a picture."""
    if _is_all_there_is(found.node):
        return False
    return _GONE.search(style) is not None or (found.tag != "img" and _is_short(found.node))


def _is_named_noise(found: Element) -> bool:
    name = found.get("id")
    known = found.classes | {name} if name else found.classes
    if JUDGED.isdisjoint(known):
        return name.startswith(GPT)
    if not META.isdisjoint(known):
        return _META_OF.search(" ".join(_classes_around(found.node))) is not None
    if not BUTTONS.isdisjoint(known):
        return _BEGS.search(beginning(found.node, _SHORT)[:_SHORT].strip()) is not None
    if not UNSEEN.isdisjoint(known) or not WIDGETS.isdisjoint(known):
        return True
    if not GUTTERS.isdisjoint(known) and _has_no_letter(found.node):
        return True
    if not ANCHORS.isdisjoint(found.classes):
        return says_nothing(beginning(found.node, _MOST_IN_A_MARK))
    return _is_declared(found.node, known)


def _classes_around(node: LexborNode) -> Iterator[str]:
    return (above.attributes.get("class") or "" for above in around(node, 2))


def _is_declared(node: LexborNode, known: frozenset[str]) -> bool:
    if DECLARED.isdisjoint(known) or not _is_short(node) or _is_all_there_is(node):
        return False
    if not ADVERTS.isdisjoint(known):
        return True
    if not PAID.isdisjoint(known):
        return node.css_first("x-a, img, iframe") is not None
    if not SIGNUPS.isdisjoint(known) and node.css_first("form, input, button, x-a") is not None:
        return True
    return not SHARING.isdisjoint(known) and _is_made_of_links(node)


def _texts(node: LexborNode, but: frozenset[str] = frozenset()) -> Iterator[str]:
    below = islice(inside(node, but), _MOST_NODES)
    return (each.text_content or "" for each in below if each.tag == TEXT)


def _has_no_letter(node: LexborNode) -> bool:
    return not any(letter.isalpha() for text in _texts(node) for letter in text)


def _is_short(node: LexborNode) -> bool:
    length = 0
    for count, below in enumerate(inside(node, frozenset())):
        length += len((below.text_content or "").strip()) if below.tag == TEXT else 0
        if length > _SHORT or count > _MOST_NODES:
            return False
    return True


def _is_made_of_links(node: LexborNode) -> bool:
    """Whether all but a label, or no less than half of the text, is to be clicked on."""
    if node.css_first("x-a, button") is None:
        return False
    whole = sum(len(text.strip()) for text in _texts(node))
    besides = sum(len(text.strip()) for text in _texts(node, _PRESSED))
    return besides * 2 <= whole or besides <= _LONGEST_LABEL


def _is_all_there_is(node: LexborNode) -> bool:
    """Whether nothing but white space stands beside it in the whole article."""
    for here in (node, *around(node, _HIGHEST_CLIMB)):
        if here.tag == "body":
            return True
        if any(_is_something(beside) for beside in _siblings(here)):
            return False
    return False


def _siblings(node: LexborNode) -> Iterator[LexborNode]:
    before, behind = node.prev, node.next
    while before is not None:
        yield before
        before = before.prev
    while behind is not None:
        yield behind
        behind = behind.next


def _is_something(node: LexborNode) -> bool:
    return node.tag != TEXT or bool((node.text_content or "").strip())
