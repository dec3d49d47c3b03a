"""Notes that stand within the sentence that they belong to, and are moved aside by a style sheet.

Without the style sheet they would interrupt it. The mark before them is a number that the style
sheet counts, or a button; plugins that show notes in a bubble repeat them at the article's end.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, count, islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, element
from feedtui.article.footnotes.found import Footnote
from feedtui.article.footnotes.labels import label_of
from feedtui.article.footnotes.shapes import (
    is_about_notes,
    is_link,
    nodes_before,
    text_at,
)
from feedtui.article.tags import names
from feedtui.clean import SafeText

_SIDES = names(
    "sidenote marginnote margin-note side-note sidenote__content sidenote-text inline-footnote"
    " modern-footnotes-footnote__note footnote_tooltip footnote-tooltip ltx_note_outer"
)
_TAGS = names("d-footnote dt-fn")
"""Elements of articles that a script lays out (distill)."""

_WANTED = ",".join((*(f".{name}" for name in sorted(_SIDES)), *sorted(_TAGS)))
_TOGGLES = names(
    "margin-toggle sidenote-number sidenote-toggle marginnote-ind sidenote__button sidenote-ref"
    " ltx_note_mark"
)
_INLINE = names("span small label sup a x-small x-a button")
_MOST_BEFORE = 4
"""Nodes before such a note that may be its mark."""

_LONGEST_SIGN = 3


@dataclass(slots=True)
class Sides:
    """Such notes, and the marks before them, which are left out."""

    notes: dict[int, Footnote] = field(default_factory=dict)
    nodes: list[tuple[LexborNode, Footnote]] = field(default_factory=list)
    dropped: set[int] = field(default_factory=set)


def find_sides(body: LexborNode, references: AbstractSet[int], labels: AbstractSet[str]) -> Sides:
    """All of them; numbers that are taken as `labels` aren't given again.

    `references` are links that lead to a note elsewhere, which then is not shown here as well.
    """
    sides = Sides()
    taken = set(labels)
    free = (SafeText(str(number)) for number in count(1))
    for node in body.css(_WANTED):
        before = list(islice(_before(node), _MOST_BEFORE))
        if any(mark.mem_id in references for mark in before):
            sides.dropped.add(node.mem_id)
        elif _is_in_sentence(node, before):
            _add(sides, node, before, taken, free)
    return sides


def _add(
    sides: Sides,
    node: LexborNode,
    before: list[LexborNode],
    taken: set[str],
    free: Iterator[SafeText],
) -> None:
    """Note the element and its marks, with the label that it shows, or one that is free."""
    marks = [mark for mark in before if _is_mark(mark)]
    shown = (label_of(text_at(mark)) for mark in marks)
    wanted = (label for label in shown if label is not None and label.isalnum())
    label = next(label for label in chain(wanted, free) if label not in taken)
    taken.add(label)
    footnote = Footnote(label, f"side-{len(sides.nodes) + 1}")
    sides.notes[node.mem_id] = footnote
    sides.nodes.append((node, footnote))
    sides.dropped |= {mark.mem_id for mark in marks}


def _before(node: LexborNode) -> Iterator[LexborNode]:
    """The elements right before, back to the first words or another note."""
    for here in nodes_before(node):
        if here.tag == TEXT and text_at(here):
            return
        if here.tag != TEXT and _is_side(here):
            return
        if here.tag != TEXT:
            yield here


def _is_side(node: LexborNode) -> bool:
    return node.tag in _TAGS or not _SIDES.isdisjoint(element(node).classes)


def _is_in_sentence(node: LexborNode, before: list[LexborNode]) -> bool:
    above = node.parent
    if above is None or above.tag == "figure":
        return False
    return node.tag in _INLINE | _TAGS or any(map(_is_mark, before))


def _is_mark(node: LexborNode) -> bool:
    if node.tag not in _INLINE:
        return False
    text = text_at(node)
    if len(text) > _LONGEST_SIGN and label_of(text) is None:
        return False
    return not _TOGGLES.isdisjoint(element(node).classes) or is_about_notes(node) or is_link(node)
