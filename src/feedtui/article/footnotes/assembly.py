"""From what the search found to what the walk needs: labels, names, and what is left out."""

from collections.abc import Iterable, Mapping
from itertools import islice

from selectolax.lexbor import LexborNode

from feedtui.article.footnotes.bodies import of_notes
from feedtui.article.footnotes.found import Footnote, Notes
from feedtui.article.footnotes.search import Link, Reference, Search, links_in
from feedtui.article.footnotes.shapes import nodes_before
from feedtui.article.footnotes.sidenotes import find_sides
from feedtui.article.footnotes.tree import tree_of
from feedtui.article.footnotes.unnamed import with_unnamed
from feedtui.clean import SafeText

_MOST = 2_000
"""Nodes of a list that are counted."""


def assembled(body: LexborNode, base: str) -> Notes:
    """All notes of an article at `base`."""
    tree = tree_of(body)
    links = with_unnamed(links_in(tree, base), body, tree)
    search = Search(tree, links)
    notes = _named(search.references)
    referring = {each.link.node.mem_id for each in search.references}
    sides = find_sides(body, referring, {footnote.label for _, footnote in notes.values()})
    bodies = of_notes(
        [*notes.values(), *sides.nodes],
        [(each.link.node, each.label) for each in search.references if each.label is not None],
        search.ways_back,
    )
    titles = {each.title.mem_id for each in search.references if each.title is not None}
    leads = {link.node.mem_id: link.name for link in links if link.target is not None}
    leads |= {each.link.node.mem_id: notes[each.note.mem_id][1].name for each in search.references}
    return Notes(
        references=_shown(search.references, notes),
        worded=_worded(search.references, notes),
        notes={note.mem_id: footnote for note, footnote in notes.values()},
        sides=sides.notes,
        dropped=frozenset(bodies.dropped | sides.dropped | titles),
        texts=bodies.texts,
        plain=frozenset(bodies.plain),
        leads=leads,
        places=_places(links, search, [*notes.values(), *sides.nodes]),
    )


def _named(references: Iterable[Reference]) -> dict[int, tuple[LexborNode, Footnote]]:
    """The notes, each with the label and the name of the first reference that leads to it."""
    found: dict[int, tuple[LexborNode, Footnote]] = {}
    for reference in references:
        if reference.note.mem_id in found:
            continue
        label = reference.label or _position(reference.note, len(found) + 1)
        footnote = Footnote(label, reference.link.name)
        found[reference.note.mem_id] = (reference.note, footnote)
    return found


def _position(note: LexborNode, place: int) -> SafeText:
    """The number of a note in its list, or of its first reference."""
    if note.tag == "li":
        place = 1 + sum(before.tag == "li" for before in islice(nodes_before(note), _MOST))
    return SafeText(str(place))


def _shown(
    references: Iterable[Reference], notes: Mapping[int, tuple[LexborNode, Footnote]]
) -> dict[int, Footnote]:
    return {
        each.link.node.mem_id: notes[each.note.mem_id][1]
        for each in references
        if not each.has_words
    }


def _worded(
    references: Iterable[Reference], notes: Mapping[int, tuple[LexborNode, Footnote]]
) -> dict[int, Footnote]:
    return {
        each.link.node.mem_id: notes[each.note.mem_id][1] for each in references if each.has_words
    }


def _places(
    links: Iterable[Link], search: Search, notes: Iterable[tuple[LexborNode, Footnote]]
) -> frozenset[str]:
    """The names that something leads to but a way back."""
    back = {way_back.mem_id for way_back, _ in search.ways_back}
    names = {
        link.name for link in links if link.target is not None and link.node.mem_id not in back
    }
    return frozenset(names | {footnote.name for _, footnote in notes})
