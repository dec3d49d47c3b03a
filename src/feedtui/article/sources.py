"""Which of its many addresses a picture is to be seen at.

Pages that load pictures late put a placeholder into `src` and the picture elsewhere; the same
picture is offered in several sizes; a copy for readers without scripts stands in a `noscript`
beside it. The largest that isn't a placeholder is the picture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, Element, element, first_of, inside

_FULL = ("data-orig-file", "data-full-url", "data-full", "data-large-file", "data-image")
"""Attributes that programs keep the original in, whatever size they show."""

_LATE = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-litespeed-src",
    "data-actualsrc",
    "data-url",
    "data-runner-src",
    "data-ll-src",
)
_LATE_NAMES = frozenset(_LATE)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-ll-srcset")
_BELOW = frozenset({"source", "embed", "amp-img", "amp-video", "param", "a", "x-a"})
_MOVIE = frozenset({"movie", "src", "url", "filename"})

_SHOWN = frozenset({"img", "iframe", "video"})
_HIGHEST_CLIMB = 3
_LONGEST = 500
_LONGEST_SET = 20_000
_MOST_BELOW = 30

_CANDIDATE = re.compile(r"[\s,]*+([^\s,](?:[^\s]*[^\s,])?)(?:,+|\s++([^,]*+)|\Z)")
_WIDTH = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)([wx])", re.ASCII)
_SIZE = re.compile(r"[?#].*|(?:-\d{2,4}x\d{2,4})?(?:@\dx)?\.\w{3,4}(?=\Z|[?#])", re.DOTALL)
_NOWHERE = ("data:", "about:", "#")
_PLACEHOLDER = re.compile(
    r"(?:blank|spacer|transparent|trans|pixel|1x1|placeholder|lazy(?:load)?(?:ing)?|loading|loader"
    r"|gr[ae]y|empty|clear|dot|px)(?:[._-][\w.-]{0,30})?\.(?:gif|png|svg|jpe?g|webp)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A reference and how large the picture there is said to be: pixels, or the times of 1x."""

    reference: str
    size: float = 1.0


def references(found: Element) -> Iterator[str]:
    """All that may lead to what the element shows, the best one first."""
    own = [*_own(found), *_of_picture(found.node)]
    real = [candidate for candidate in own if not is_placeholder(candidate.reference)]
    if real:
        yield _best(real)
    yield from (candidate.reference for candidate in real)
    yield found.get("data")
    yield from _below(found.node)
    for copy in copies(found.node):
        yield from (candidate.reference for candidate in _own(copy))
    yield from (candidate.reference for candidate in own)


def _best(candidates: list[_Candidate]) -> str:
    """The largest; but where its address goes on from another's, it was made from that one."""
    largest = max(candidates, key=lambda candidate: candidate.size).reference
    others = (candidate.reference for candidate in candidates)
    return min((other for other in others if largest.startswith(other)), key=len)


def is_placeholder(reference: str) -> bool:
    """Whether the reference leads to a picture of nothing."""
    if reference[:6].lower().startswith(_NOWHERE):
        return True
    file = reference[:_LONGEST].partition("?")[0].rpartition("/")[2]
    return _PLACEHOLDER.fullmatch(file) is not None


def is_twin(noscript: LexborNode) -> bool:
    """Whether the `noscript` repeats a picture or a player that stands beside it."""
    copy = first_of(noscript, _SHOWN)
    if copy is None:
        return False
    copied = _files(copy)
    shown = (_files(node) for beside in _beside(noscript) for node in _pictures(beside))
    return any(not files or not files.isdisjoint(copied) for files in shown)


def copies(node: LexborNode) -> Iterator[Element]:
    """The same picture or player as it stands in a `noscript` beside it."""
    for beside in _beside(node):
        copy = first_of(beside, _SHOWN) if beside.tag == "noscript" else None
        if copy is not None:
            yield element(copy)


def is_late(found: Element) -> bool:
    """Whether a script puts the picture in place, whatever size stands there before."""
    return not _LATE_NAMES.isdisjoint(found.attributes)


def _own(found: Element) -> Iterator[_Candidate]:
    attributes = found.attributes
    for name in _FULL:
        if attributes.get(name):
            yield _Candidate(found.get(name), float("inf"))
    for name in (*_LATE, "src"):
        if attributes.get(name):
            yield _Candidate(found.get(name))
    for name in _SETS:
        if attributes.get(name):
            yield from _in_set(found.get(name))


def _in_set(srcset: str) -> Iterator[_Candidate]:
    for match in _CANDIDATE.finditer(srcset[:_LONGEST_SET]):
        size = _WIDTH.search(match[2] or "")
        yield _Candidate(match[1], 1.0 if size is None else float(size[1]))


def _of_picture(node: LexborNode) -> Iterator[_Candidate]:
    above = node.parent
    if node.tag != "img" or above is None or above.tag != "picture":
        return
    for below in islice(inside(above, frozenset()), _MOST_BELOW):
        if below.tag == "source":
            yield from _own(element(below))


def _below(node: LexborNode) -> Iterator[str]:
    for below in islice(inside(node, frozenset()), _MOST_BELOW):
        if below.tag not in _BELOW:
            continue
        found = element(below)
        if below.tag == "param":
            yield found.get("value") if found.get("name").lower() in _MOVIE else ""
        else:
            own = max(_own(found), key=lambda one: one.size, default=_Candidate(""))
            yield own.reference or found.get("href")


def _pictures(node: LexborNode) -> Iterator[LexborNode]:
    """What of `_SHOWN` the node is or has first, but for copies for readers without scripts."""
    if node.tag != "noscript":
        below = chain((node,), inside(node, frozenset({"noscript"})))
        for each in islice(below, _MOST_BELOW):
            if each.tag in _SHOWN or "data-src" in each.attributes:
                yield each


def _files(node: LexborNode) -> frozenset[str]:
    """The names of the files that a picture may be seen at, without their sizes and kinds."""
    real = (one.reference for one in _own(element(node)) if not is_placeholder(one.reference))
    return frozenset(_SIZE.sub("", reference).rpartition("/")[2] for reference in real)


def _beside(node: LexborNode) -> Iterator[LexborNode]:
    """The elements before and behind a node, or those around what holds nothing but it."""
    here: LexborNode | None = node
    for _ in range(_HIGHEST_CLIMB):
        if here is None:
            return
        around = [near for near in (_before(here), _behind(here)) if near is not None]
        yield from around
        if around:
            return
        here = here.parent


def _before(node: LexborNode) -> LexborNode | None:
    here = node.prev
    while here is not None and _is_blank(here):
        here = here.prev
    return here


def _behind(node: LexborNode) -> LexborNode | None:
    here = node.next
    while here is not None and _is_blank(here):
        here = here.next
    return here


def _is_blank(node: LexborNode) -> bool:
    return node.tag == TEXT and not (node.text_content or "").strip()
