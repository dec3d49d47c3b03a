"""References are found by their shape, and with them the notes and the ways back.

A short link in the text leads to an element that exists, and from there a link leads back. Where
the way back is missing, names and classes decide.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import element
from feedtui.article.footnotes.labels import (
    citation_of,
    has_brackets,
    is_arrow,
    is_star,
    is_way_back,
    label_of,
)
from feedtui.article.footnotes.places import fragment_of, is_note_name, place_of, spelling_of
from feedtui.article.footnotes.shapes import (
    begins_with,
    is_about_notes,
    is_citation,
    is_link,
    is_marked,
    note_around,
    text_at,
    title_around,
)
from feedtui.article.footnotes.tree import Tree
from feedtui.clean import SafeText

_MOST_BACK = 30
"""Links within a note that are looked at."""

_DEEPEST_MARK = 12
"""Elements in each other, from a note to a way back."""

_BY_SCRIPT = re.compile(r"'(footnote_plugin_reference_\w{1,60})'")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a place in the article. `target` is None when the place is not there."""

    node: LexborNode
    name: str
    target: LexborNode | None
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link that refers to a note. Its label is None when it shows none, or words."""

    link: Link
    note: LexborNode
    label: SafeText | None
    title: LexborNode | None = None
    """What stands before the note and holds its label."""

    @property
    def has_words(self) -> bool:
        """Whether the link says something of its own."""
        return self.label is None and self.link.text != ""


def links_in(tree: Tree, base: str) -> list[Link]:
    """The links of an article at `base` that lead to places in it, or to notes that are gone."""
    found = (_link(node, tree, base) for node in tree.elements if is_link(node))
    return [link for link in found if link is not None]


def _link(node: LexborNode, tree: Tree, base: str) -> Link | None:
    found = element(node)
    reference = found.get("href")
    name = place_of(reference, base)
    if not name:
        name = _name_elsewhere(reference, node, tree) or _name_by_script(found.get("onclick"))
    known = spelling_of(name, tree.targets)
    text = text_at(node)
    if known is None and not is_note_name(name) and not is_arrow(text):
        return None
    return Link(node, known or name, tree.targets.get(known or ""), text)


def _name_elsewhere(reference: str, node: LexborNode, tree: Tree) -> str:
    """The place by its name alone, when an address of another page can only mean this one."""
    name = fragment_of(reference)
    if not name or spelling_of(name, tree.targets) is None:
        return ""
    return name if is_note_name(name) or is_about_notes(node) else ""


def _name_by_script(script: str) -> str:
    match = _BY_SCRIPT.search(script)
    return "" if match is None else match[1]


class Search:
    """Looks at links in reading order, so that a reference comes before its note."""

    def __init__(self, tree: Tree, links: list[Link]) -> None:
        self._tree = tree
        self._links = links
        self._starts = [tree.place(link.node) for link in self._links]
        self._aims = sorted(
            (tree.place(link.target), tree.place(link.node))
            for link in self._links
            if link.target is not None and label_of(link.text) is not None
        )
        self.references: list[Reference] = []
        self.ways_back: list[tuple[LexborNode, LexborNode]] = []
        self._by_note: dict[int, list[Reference]] = {}
        for link in self._links:
            self._look_at(link)

    def note_holding(self, node: LexborNode) -> LexborNode | None:
        """The note that the node stands in."""
        here: LexborNode | None = node
        for _ in range(_DEEPEST_MARK):
            if here is None:
                break
            if here.mem_id in self._by_note:
                return self._by_note[here.mem_id][0].note
            here = here.parent
        return None

    def _look_at(self, link: Link) -> None:
        note = self.note_holding(link.node)
        if note is not None and self._leads_back(link, note):
            self.ways_back.append((link.node, note))
            return
        reference = self._reference(link)
        if reference is not None:
            self.references.append(reference)
            self._by_note.setdefault(reference.note.mem_id, []).append(reference)
            if reference.title is not None:
                self._by_note[reference.title.mem_id] = self._by_note[reference.note.mem_id]

    def _leads_back(self, link: Link, note: LexborNode) -> bool:
        if not is_way_back(link.text):
            return False
        if link.target is None:
            return is_arrow(link.text)
        if is_arrow(link.text) or self._tree.holds(note, link.target):
            return True
        return any(self._is_at(link.target, each) for each in self._by_note[note.mem_id])

    def _is_at(self, target: LexborNode, reference: Reference) -> bool:
        """Whether a way back to `target` leads to the reference."""
        node = reference.link.node
        if self._tree.holds(target, node) or self._tree.holds(node, target):
            return True
        beside = {each.mem_id for each in (node.prev, node.next, node.parent) if each is not None}
        return target.mem_id in beside

    def _reference(self, link: Link) -> Reference | None:
        if link.target is None:
            return None
        note = note_around(link.target)
        if note is None or self._tree.holds(note, link.node):
            return None
        label = citation_of(link.text) if is_citation(link.node) else label_of(link.text)
        found = Reference(link, note, label, title_around(link.target))
        return found if self._is_convincing(found) else None

    def _is_convincing(self, reference: Reference) -> bool:
        link, note = reference.link, reference.note
        if link.target is None:
            return False
        if reference.title is None and not begins_with(note, link.target):
            return False
        if self._is_crowded(note, link.target):
            return False
        leads_back = any(self._is_at(back, reference) for back in self._targets_in(note))
        if reference.label is None:
            return is_about_notes(link.node) and (leads_back or is_about_notes(note))
        if leads_back or is_marked(link.node):
            return True
        alone = has_brackets(link.text) or is_star(reference.label)
        return alone and label_of(text_at(note)[: len(link.text)]) == reference.label

    def _is_crowded(self, note: LexborNode, target: LexborNode) -> bool:
        """Whether other references lead to other places in what would be the note."""
        first, last = self._tree.spans[note.mem_id]
        begin = bisect_left(self._aims, (first, 0))
        own = self._tree.place(target)
        others = self._aims[begin : begin + _MOST_BACK]
        return any(own != aim <= last and place < first for aim, place in others)

    def _targets_in(self, note: LexborNode) -> Iterator[LexborNode]:
        """What the first links in a note lead to."""
        first, last = self._tree.spans[note.mem_id]
        begin = bisect_left(self._starts, first)
        for place in islice(range(begin, len(self._links)), _MOST_BACK):
            target = self._links[place].target
            if self._starts[place] > last:
                return
            if target is not None:
                yield target
