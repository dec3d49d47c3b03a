"""An element as the reader asks for it: the parser's node, with answers that are always strings."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from feedtui.article.repair import INLINE

TEXT = "-text"

_IMAGE = frozenset({"img"})
_MOST_LOOKED_THROUGH = 1000
"""Nodes below one; elements lie in each other, and each may be asked."""

_NO_CLASSES: frozenset[str] = frozenset()


class Element(NamedTuple):
    """A node of the parser's tree. `tag` is the name that the writer used, in small letters.

    A named tuple, as `Context` is: thousands are made of a long article, and these are made fast.
    """

    node: LexborNode
    tag: str
    attributes: Mapping[str, str | None]
    classes: frozenset[str]

    def get(self, name: str) -> str:
        """The attribute, trimmed; empty when it isn't there."""
        return (self.attributes.get(name) or "").strip()

    def number(self, name: str) -> int | None:
        """The attribute as a whole number of at most nine digits, or None."""
        match = re.match(r"-?\d{1,9}(?!\d)", self.get(name), re.ASCII)
        return None if match is None else int(match[0])

    def decimal(self, name: str) -> float | None:
        """The attribute as a number of at most nine digits before the point, or None."""
        match = re.match(r"-?\d{0,9}(?:\.\d{1,9})?(?![\d.])", self.get(name), re.ASCII)
        return float(match[0]) if match is not None and match[0].strip("-") else None


def element(node: LexborNode) -> Element:
    """The parser's node as an element."""
    attributes = node.attributes
    classes = attributes.get("class")
    return Element(
        node,
        (node.tag or "").removeprefix(INLINE),
        attributes,
        frozenset(classes.split()) if classes else _NO_CLASSES,
    )


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


def around(node: LexborNode, most: int) -> Iterator[LexborNode]:
    """The elements that hold `node`, from the inside out, `most` of them."""
    here = node.parent
    for _ in range(most):
        if here is None:
            return
        yield here
        here = here.parent


def text_of(node: LexborNode, but: frozenset[str] = frozenset()) -> str:
    """All text below `node`, but for that of the elements named in `but`."""
    return "".join(below.text_content or "" for below in inside(node, but) if below.tag == TEXT)


def beginning(node: LexborNode, most: int) -> str:
    """The first characters of the text below `node`, a little more than `most` if there are."""
    text = ""
    for below in islice(inside(node, frozenset()), most):
        text += (below.text_content or "") if below.tag == TEXT else ""
        if len(text) > most:
            break
    return text


def first_of(node: LexborNode, tags: frozenset[str]) -> LexborNode | None:
    """The first node below that has one of the tags, of as many as one looks through in time."""
    below = islice(inside(node, frozenset()), _MOST_LOOKED_THROUGH)
    return next((each for each in below if each.tag in tags), None)


def has_text(node: LexborNode) -> bool:
    """Whether there is any text below, as far as one looks."""
    below = islice(inside(node, frozenset()), _MOST_LOOKED_THROUGH)
    return any((each.text_content or "").strip() for each in below if each.tag == TEXT)


def holds_an_icon(node: LexborNode) -> bool:
    """Whether an eye would see something although there is no text, and no picture left out."""
    return any(below.tag != "br" for below in node.iter()) and first_of(node, _IMAGE) is None


def follows_its_like(node: LexborNode) -> bool:
    """Whether the node before is of the same kind."""
    return node.prev is not None and node.prev.tag == node.tag
