"""How references and notes look in a page, whoever wrote it: which element says what."""

from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, beginning, element
from feedtui.article.footnotes.labels import LONGEST, is_way_back, label_of, visible
from feedtui.article.footnotes.places import fragment_of, is_note_name
from feedtui.article.tags import HEADINGS, names

HIGHEST_CLIMB = 6
"""Elements from a target to the note around it, or from a way back to the marks around it."""

_AROUND_REFERENCE = 3
_NAMING = ("class", "id", "role", "rel", "epub:type", "aria-describedby", "name")
_ENCLOSING = names("li p div aside dd tr table blockquote section figure td")
_LABELLING = frozenset({"dt", *HEADINGS})
_MOST_BEFORE = 12
"""Characters before a target that can still be the label of its note."""


def is_link(node: LexborNode) -> bool:
    """Whether the node is a link."""
    return node.tag in {"a", "x-a"}


def text_at(node: LexborNode) -> str:
    """The text of what may be a mark: all of it, or enough to see that it is none."""
    if node.tag == TEXT:
        return visible((node.text_content or "")[: LONGEST + 1])
    return visible(beginning(node, LONGEST)[: LONGEST + 1])


def is_about_notes(node: LexborNode) -> bool:
    """Whether the element says by a name or a role that it is about notes."""
    if not node.attributes:
        return False
    found = element(node)
    said = " ".join(filter(None, map(found.get, _NAMING)))
    return "data-footnote-ref" in found.attributes or (said != "" and is_note_name(said))


def is_marked(link: LexborNode) -> bool:
    """Whether the link is raised, or it or what is closely around it is about notes."""
    if is_note_name(fragment_of(element(link).get("href"))):
        return True
    here: LexborNode | None = link
    for _ in range(_AROUND_REFERENCE):
        if here is None or here.tag in _ENCLOSING:
            break
        if here.tag == "sup" or is_about_notes(here):
            return True
        here = here.parent
    return any(child.tag == "sup" for child in link.iter())


def is_citation(link: LexborNode) -> bool:
    """Whether the link refers to a work by its short name, as docutils writes it."""
    return any("citation" in name for name in element(link).classes)


def title_around(target: LexborNode) -> LexborNode | None:
    """The element before the note that holds its label only (a `dt`, a heading), if it has one."""
    here: LexborNode | None = target
    for _ in range(HIGHEST_CLIMB):
        if here is None or here.tag in _LABELLING:
            break
        here = None if here.tag in _ENCLOSING else here.parent
    if here is None or label_of(text_at(here)) is None:
        return None
    behind = next_element(here)
    return here if behind is not None and behind.tag in _ENCLOSING else None


def note_around(target: LexborNode) -> LexborNode | None:
    """The element that is the note when a reference leads to `target`."""
    title = title_around(target)
    if title is not None:
        return next_element(title)
    here: LexborNode | None = target
    for _ in range(HIGHEST_CLIMB):
        if here is None or here.tag in {"body", "html"}:
            return None
        if here.tag in _ENCLOSING:
            return _row_around(here)
        here = here.parent
    return None


def begins_with(note: LexborNode, target: LexborNode) -> bool:
    """Whether the target stands at the beginning of the note, behind a label at most."""
    before = ""
    here = target
    for _ in range(HIGHEST_CLIMB):
        if here.mem_id == note.mem_id:
            break
        before += "".join(map(text_at, islice(nodes_before(here), _MOST_BEFORE)))
        if here.parent is None:
            break
        here = here.parent
    return is_way_back(before) or label_of(before) is not None


def nodes_before(node: LexborNode) -> Iterator[LexborNode]:
    """What stands beside the node and before it, from the node on."""
    here = node.prev
    while here is not None:
        yield here
        here = here.prev


def mark_around(link: LexborNode, note: LexborNode) -> LexborNode:
    """The highest element around a way back that holds nothing but such marks."""
    highest = link
    for _ in range(HIGHEST_CLIMB):
        above = highest.parent
        if above is None or above.mem_id == note.mem_id or not is_way_back(text_at(above)):
            break
        highest = above
    return highest


def next_element(node: LexborNode) -> LexborNode | None:
    """The element behind, when nothing is written between."""
    behind = node.next
    while behind is not None and behind.tag == TEXT:
        if (behind.text_content or "").strip():
            return None
        behind = behind.next
    return behind


def _row_around(node: LexborNode) -> LexborNode:
    """A cell's row: notes in tables take one each."""
    above = node.parent
    return above if node.tag == "td" and above is not None and above.tag == "tr" else node
