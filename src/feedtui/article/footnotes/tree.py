"""The article's elements as a search for notes needs them: by name, and what is in what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT


@dataclass(frozen=True, slots=True)
class Tree:
    """Elements with attributes in reading order, and the span of places that each takes.

    `targets` are the elements by their names; `spans` first and last place, by `mem_id`.
    """

    elements: tuple[LexborNode, ...]
    targets: Mapping[str, LexborNode]
    spans: Mapping[int, tuple[int, int]]

    def holds(self, outer: LexborNode, inner: LexborNode) -> bool:
        """Whether `inner` is `outer` or stands in it."""
        first, last = self.spans[outer.mem_id]
        return first <= self.spans[inner.mem_id][0] <= last

    def place(self, node: LexborNode) -> int:
        """Where the element begins, counted in elements and texts."""
        return self.spans[node.mem_id][0]


def tree_of(body: LexborNode) -> Tree:
    """Look at every element once."""
    elements: list[LexborNode] = []
    targets: dict[str, LexborNode] = {}
    spans: dict[int, tuple[int, int]] = {}
    for place, node, is_end in _steps(body):
        if is_end:
            spans[node.mem_id] = (spans[node.mem_id][0], place - 1)
            continue
        spans[node.mem_id] = (place, place)
        attributes = node.attributes
        if not attributes:
            continue
        elements.append(node)
        for name in (attributes.get("id"), attributes.get("name")):
            if name:
                targets.setdefault(name, node)
    return Tree(tuple(elements), targets, spans)


def _steps(body: LexborNode) -> Iterator[tuple[int, LexborNode, bool]]:
    """Each element where it begins and where it ends, with its place."""
    place = 0
    pending: list[tuple[LexborNode, bool]] = [(body, False)]
    while pending:
        node, is_end = pending.pop()
        yield place, node, is_end
        if is_end:
            continue
        place += 1
        pending.append((node, True))
        below = node.last_child
        while below is not None:
            if (below.tag or "-")[0] != "-":
                pending.append((below, False))
            below = below.prev


def texts_in(node: LexborNode, most: int) -> Iterator[LexborNode]:
    """The first text nodes below, as many as `most` steps allow."""
    pending = [node.first_child]
    for _ in range(most):
        if not pending:
            return
        here = pending.pop()
        if here is None:
            continue
        pending.append(here.next)
        if here.tag == TEXT:
            yield here
        else:
            pending.append(here.first_child)
