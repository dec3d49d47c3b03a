"""What of a note is not its text: ways back, its label once more, brackets around them."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT
from feedtui.article.footnotes.found import Footnote
from feedtui.article.footnotes.labels import has_brackets, label_of, without_label
from feedtui.article.footnotes.shapes import HIGHEST_CLIMB, is_about_notes, mark_around, text_at
from feedtui.article.footnotes.tree import texts_in
from feedtui.article.tags import names

_MOST_TEXTS = 12
"""Steps into a note, in which its label may stand."""

_INLINE = names("sup span small x-small font x-font x-b x-i x-strong x-em cite")
_ROWS = frozenset({"tr", "table"})
_OPEN = re.compile(r"[\s\xa0]*[\[(]\s*\Z")
_CLOSE = re.compile(r"\A\s*[\])]")
_SEPARATED = re.compile(r"\A\s*[.:)\]]\s*")
_ALONE = re.compile(r"[\s\xa0^↑\[\](),.:;*–—-]*")


class Bodies:
    """Collects what is left out of notes, and what is left of the texts beside it."""

    def __init__(self) -> None:
        self.dropped: set[int] = set()
        self.texts: dict[int, str] = {}
        self.plain: set[int] = set()

    def leave_out(self, way_back: LexborNode, note: LexborNode) -> None:
        """Leave a way back out, and the brackets around it."""
        mark = mark_around(way_back, note)
        self.dropped.add(mark.mem_id)
        self._unbracket(mark)

    def lay_bare(self, link: LexborNode, label: str) -> None:
        """Leave out the blanks and brackets that stand around a reference, in it and beside it."""
        highest = link
        for _ in range(HIGHEST_CLIMB):
            above = highest.parent
            if above is None or above.tag not in _INLINE or label_of(text_at(above)) != label:
                break
            self.texts |= {
                below.mem_id: "" for below in above.iter(include_text=True) if below.tag == TEXT
            }
            highest = above
        self._unbracket(highest)

    def _unbracket(self, mark: LexborNode) -> None:
        before, behind = mark.prev, mark.next
        opened = before is not None and before.tag == TEXT and _OPEN.search(self._text(before))
        closed = behind is not None and behind.tag == TEXT and _CLOSE.search(self._text(behind))
        if opened and closed and before is not None and behind is not None:
            self.texts[before.mem_id] = _OPEN.sub("", self._text(before))
            self.texts[behind.mem_id] = _CLOSE.sub("", self._text(behind))

    def leave_out_label(self, note: LexborNode, label: str) -> None:
        """Leave out the label that a note begins with, and signs that stood around it."""
        for text in texts_in(note, _MOST_TEXTS):
            if self._is_within_dropped(text, note):
                continue
            left = self._without_marks(text)
            own = _label_element(text, note, label) if left.strip() else None
            if own is not None:
                self.dropped.add(own.mem_id)
            elif left.strip():
                self.texts[text.mem_id] = without_label(left, label)
                return

    def make_plain(self, note: LexborNode) -> None:
        """Read the cells of a note that is a table's row as blocks, not as a table."""
        if note.tag not in _ROWS:
            return
        around = note.parent
        for _ in range(HIGHEST_CLIMB):
            if around is None or note.tag == "table":
                break
            self.plain.add(around.mem_id)
            self.dropped |= {below.mem_id for below in around.iter() if below.tag == "caption"}
            if around.tag == "table":
                break
            around = around.parent
        self.plain |= {below.mem_id for below in _cells(note)}

    def _text(self, node: LexborNode) -> str:
        return self.texts.get(node.mem_id, node.text_content or "")

    def _is_within_dropped(self, node: LexborNode, note: LexborNode) -> bool:
        here = node.parent
        for _ in range(HIGHEST_CLIMB):
            if here is None or here.mem_id == note.mem_id:
                break
            if here.mem_id in self.dropped:
                return True
            here = here.parent
        return False

    def _without_marks(self, text: LexborNode) -> str:
        """What is left of the text when signs are taken away that belonged to a way back."""
        shown = self._text(text)
        before, behind = text.prev, text.next
        if before is None and behind is None and text.parent is not None:
            before = text.parent.prev  # a sign in an element of its own
        if behind is not None and behind.mem_id in self.dropped and _ALONE.fullmatch(shown):
            shown = ""
        elif before is not None and before.mem_id in self.dropped:
            shown = _SEPARATED.sub("", shown)
        if shown != self._text(text):
            self.texts[text.mem_id] = shown
        return shown


def _label_element(text: LexborNode, note: LexborNode, label: str) -> LexborNode | None:
    """The highest element that begins with the text and holds nothing but the label."""
    found = None
    here = text.parent
    for _ in range(HIGHEST_CLIMB):
        if here is None or here.mem_id == note.mem_id:
            break
        if label_of(text_at(here)) == label:
            found = here
        here = here.parent
    if found is None or label_of(text_at(note)) == label:
        return None
    is_counted = note.tag == "li" and not has_brackets(text_at(found))
    return None if is_counted and found.tag != "sup" and not is_about_notes(found) else found


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    pending: list[LexborNode | None] = [row.first_child]
    while pending:
        here = pending.pop()
        if here is None:
            continue
        pending.append(here.next)
        if here.tag in {"tr", "td", "th", "tbody", "thead"}:
            yield here
            pending.append(here.first_child)


def of_notes(
    notes: Iterable[tuple[LexborNode, Footnote]],
    references: Iterable[tuple[LexborNode, str]],
    ways_back: Iterable[tuple[LexborNode, LexborNode]],
) -> Bodies:
    """What to leave out of all these notes, and around links that show a label."""
    bodies = Bodies()
    for link, label in references:
        bodies.lay_bare(link, label)
    for way_back, note in ways_back:
        bodies.leave_out(way_back, note)
    for note, footnote in notes:
        bodies.leave_out_label(note, footnote.label)
        bodies.make_plain(note)
    return bodies
