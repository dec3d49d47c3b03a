"""An element as the reader asks for it: the parser's node, with answers that are always strings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from feedtui.article.repair import INLINE
from feedtui.article.tags import names

TEXT = "-text"

_HIDING = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)

_UNSEEN = names(
    "sr-only screen-reader-text visually-hidden screen-reader-only assistive-text"
    " headerlink header-anchor heading-anchor anchor-link hash-link"
    " linenos lineno linenodiv rouge-gutter lnt"
)
"""Classes of what a browser doesn't show, of links from a heading to itself, of line numbers."""

_GUTTER = "gutter"
"""The class of a cell with line numbers; elsewhere it is the room between columns."""


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the parser's tree. `tag` is the name that the writer used, in small letters."""

    node: LexborNode
    tag: str
    attributes: Mapping[str, str | None]

    def get(self, name: str) -> str:
        """The attribute, trimmed; empty when it isn't there."""
        return (self.attributes.get(name) or "").strip()

    @property
    def classes(self) -> frozenset[str]:
        """The class names."""
        return frozenset((self.attributes.get("class") or "").split())

    def number(self, name: str) -> int | None:
        """The attribute as a whole number of at most nine digits, or None."""
        match = re.match(r"-?\d{1,9}(?!\d)", self.get(name), re.ASCII)
        return None if match is None else int(match[0])

    @property
    def is_hidden(self) -> bool:
        """Whether a browser would not show it, or a reader not miss it."""
        attributes = self.attributes
        if not attributes:
            return False
        if "hidden" in attributes or not _UNSEEN.isdisjoint(self.classes):
            return True
        if self.tag == "td" and _GUTTER in self.classes:
            return True
        style = attributes.get("style")
        return bool(style) and _HIDING.search(style or "") is not None


def element(node: LexborNode) -> Element:
    """The parser's node as an element."""
    return Element(node, (node.tag or "").removeprefix(INLINE), node.attributes)


def inside(node: LexborNode, but: frozenset[str]) -> Iterator[LexborNode]:
    """All nodes below `node` in reading order, without those named in `but` and what is in them."""
    pending = [node.first_child]
    while pending:
        here = pending.pop()
        if here is None:
            continue
        pending.append(here.next)
        if here.tag not in but:
            yield here
            pending.append(here.first_child)


def text_of(node: LexborNode, but: frozenset[str] = frozenset()) -> str:
    """All text below `node`, but for that of the elements named in `but`."""
    return "".join(below.text_content or "" for below in inside(node, but) if below.tag == TEXT)


def holds_an_icon(node: LexborNode) -> bool:
    """Whether an eye would see something although there is no text, and no picture left out."""
    return next(node.iter(), None) is not None and node.css_first("img") is None


def follows_its_like(node: LexborNode) -> bool:
    """Whether the node before is of the same kind."""
    return node.prev is not None and node.prev.tag == node.tag
