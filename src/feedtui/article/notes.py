"""Footnotes and places within an article: who points where, found before the tree is walked.

Every platform writes them differently and all alike: a short link in the text leads to an element
that exists, and from there a link leads back. So the shape decides, and class names only help:
LessWrong, Substack, GitHub, WordPress, pandoc, Kramdown, MediaWiki and Sphinx need no case each.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, Element, element, inside
from feedtui.clean import SafeText, clean_line

_ENCLOSING = frozenset({"li", "p", "div", "aside", "dd", "tr"})
_HIGHEST_CLIMB = 6
"""Elements from a target to the note around it, or from a link back to the marks around it."""

_LONGEST_NAME = 500
_LONGEST_MARK = 60
_LABEL = re.compile(r"[\[(]?\s*((?:note )?\w{1,4}|[*†‡§¶]{1,3})\s*[\])]?")
_NOTE_LIKE = re.compile(
    r"footnote|(?:^|[\s_:-])(?:fn|fnref|noteref|doc-noteref|endnote|cite_note|sdfootnote)"
    r"(?=$|[\s\d_:.-])",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"(?:[\s\[\]().:,^↑↩⏎⤴↵\ufe0e\ufe0f\u200d*†‡]|jump up|back|to|\d|\b[a-z]\b)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Footnote:
    """The label of a note, and the name by which links lead to it."""

    label: SafeText
    name: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What was found: nodes are named by their `mem_id`.

    `references` are links and the labels they show, `notes` elements that are one, `dropped`
    the ways back. `places` holds every name that something leads to.
    """

    references: Mapping[int, SafeText] = field(default_factory=dict)
    notes: Mapping[int, Footnote] = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()


def find_notes(body: LexborNode, base: str) -> Notes:
    """The footnotes below `body`, an article whose own address is `base`."""
    nodes = [node for node in inside(body, frozenset()) if node.attributes]
    targets: dict[str, LexborNode] = {}
    for node in nodes:
        for name in (node.attributes.get("id"), node.attributes.get("name")):
            if name:
                targets.setdefault(name, node)
    search = _Search(targets, base)
    for node in nodes:
        if node.tag in {"a", "x-a"}:
            search.look_at(element(node))
    return search.found()


def place_of(reference: str, base: str) -> str:
    """The name of the place in the article that a reference leads to; empty for other pages."""
    page, sign, name = reference.partition("#")
    if not sign or (page and page != base.partition("#")[0]):
        return ""
    return unquote(name)[:_LONGEST_NAME]


class _Search:
    """Links are looked at in reading order, so that a reference comes before its note."""

    def __init__(self, targets: Mapping[str, LexborNode], base: str) -> None:
        self._targets = targets
        self._base = base
        self._references: dict[int, SafeText] = {}
        self._notes: dict[int, Footnote] = {}
        self._dropped: set[int] = set()
        self._places: set[str] = set()

    def found(self) -> Notes:
        """All that was found up to here."""
        return Notes(
            self._references, self._notes, frozenset(self._dropped), frozenset(self._places)
        )

    def look_at(self, link: Element) -> None:
        """Decide what the link is: a way back, a reference, a jump, or none of them."""
        name = place_of(link.get("href"), self._base)
        target = self._targets.get(name)
        if target is None:
            return
        note = self._note_around(link.node)
        text = _beginning(link.node)
        if note is not None:
            if _MARKS.fullmatch(text) and not _holds(note, target):
                self._dropped.add(_with_marks(link.node, note).mem_id)
            return
        self._places.add(name)
        label = _LABEL.fullmatch(text.strip())
        around = _note_of(target)
        if label is None or around is None or not _is_reference(link):
            return
        if not _holds(around, link.node):
            shown = clean_line(label[1])
            self._references[link.node.mem_id] = shown
            self._notes.setdefault(around.mem_id, Footnote(shown, name))

    def _note_around(self, node: LexborNode) -> LexborNode | None:
        here: LexborNode | None = node
        for _ in range(_HIGHEST_CLIMB):
            if here is None or here.mem_id in self._notes:
                return here
            here = here.parent
        return None


def _beginning(node: LexborNode) -> str:
    """The text below a node, or enough of it to see that it is no mark."""
    text = ""
    for below in islice(inside(node, frozenset()), _LONGEST_MARK):
        text += (below.text_content or "") if below.tag == TEXT else ""
        if len(text) > _LONGEST_MARK:
            break
    return text[: _LONGEST_MARK + 1]


def _is_reference(link: Element) -> bool:
    here: LexborNode | None = link.node
    for _ in range(3):
        if here is None or here.tag in _ENCLOSING:
            return False
        if here.tag == "sup" or _is_note_like(here):
            return True
        here = here.parent
    return False


def _is_note_like(node: LexborNode) -> bool:
    found = element(node)
    names = " ".join((found.get("class"), found.get("id"), found.get("role"), found.get("rel")))
    return _NOTE_LIKE.search(names[:_LONGEST_NAME]) is not None


def _note_of(target: LexborNode) -> LexborNode | None:
    here: LexborNode | None = target
    for _ in range(_HIGHEST_CLIMB):
        if here is None or here.tag in _ENCLOSING:
            return here
        here = here.parent
    return None


def _holds(around: LexborNode, node: LexborNode) -> bool:
    here: LexborNode | None = node
    while here is not None:
        if here.mem_id == around.mem_id:
            return True
        here = here.parent
    return False


def _with_marks(link: LexborNode, note: LexborNode) -> LexborNode:
    """The highest element around a way back that holds nothing but such marks."""
    highest = link
    for _ in range(_HIGHEST_CLIMB):
        above = highest.parent
        if above is None or above.mem_id == note.mem_id or not _MARKS.fullmatch(_beginning(above)):
            break
        highest = above
    return highest
