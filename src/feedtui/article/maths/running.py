"""TeX in running text that programs have cut into pieces, found before the tree is walked.

Between its delimiters there may be line breaks that an editor made, the emphasis that Markdown made
of two underscores, and whole paragraphs. So the text of the article is looked at as one, with signs
for what is between its pieces; what was found is handed out by the text node that it begins in.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, element
from feedtui.article.maths.kinds import TAGS, may_be_formula
from feedtui.article.maths.raw import BORDER, BREAK, PARAGRAPH, Raw, raw
from feedtui.article.maths.typesetter import Form, Typesetter
from feedtui.article.repair import INLINE
from feedtui.article.tags import BLOCKS, HEADINGS, names
from feedtui.clean import clean

_VERBATIM = names("pre code kbd samp tt textarea script style svg")
_PARAGRAPHS = names("p div center section article main")
_BORDERS = (
    (BLOCKS - _PARAGRAPHS)
    | HEADINGS.keys()
    | names(
        "li td th tr table ul ol dl dt dd blockquote hr img video audio iframe object figcaption"
        " caption form button select"
    )
)
_EMPHASIS, _LOWER, _UPPER, _END = "\x01", "\x02", "\x03", "\x05"
_AROUND = {
    **dict.fromkeys(_PARAGRAPHS, (PARAGRAPH, PARAGRAPH)),
    **dict.fromkeys(_BORDERS, (BORDER, BORDER)),
    "em": (_EMPHASIS, _END),
    "sub": (_LOWER, _END),
    "sup": (_UPPER, _END),
}
"""What stands in the text where an element begins and where it ends."""

_NOTHING = ("", "")
_MARK = re.compile("([\x01-\x05])")
_OWN_SIGN = re.compile("[\x01-\x06\x1d\x1e]")
_BEFORE_UNDERSCORE = re.compile(r"[\w})\]|’']\Z")
_LINES = str.maketrans({BREAK: "\n", PARAGRAPH: "\n"})
_STYLESHEET = re.compile(r"\s*(?:[.#]?mjx-|mjx-|\.MJX|\.MathJax|@font-face)[^{}]{0,500}\{")

_MOST_FORMULAS = 10_000

_Part = tuple[str, LexborNode | None]
"""A text and the node that it comes from, or a sign for what is between nodes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text. `form` says that it is a formula, and of what kind."""

    text: str
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """What text nodes show in the place of their own text, by `mem_id`, and breaks that vanish."""

    texts: Mapping[int, tuple[Piece, ...]] = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()


def find_running(body: LexborNode, typesetter: Typesetter) -> Running:
    """The formulas in the text below `body`. What a lost stylesheet says is left out."""
    cuts = _Cuts([part for part in _parts(body) if part[0]])
    for found in islice(raw(cuts.text), _MOST_FORMULAS):
        cuts.put(found, _typeset(found, typesetter))
    return cuts.running()


def pieces(text: str, typesetter: Typesetter) -> Iterator[Piece]:
    """A text without markup, and the formulas in it."""
    done = 0
    for found in raw(text):
        yield Piece(text[done : found.start])
        shown = _typeset(found, typesetter)
        if shown is not None:
            yield shown
        done = found.end
    yield Piece(text[done:])


def in_one_line(text: str) -> str:
    """A text without markup, in which no formula reaches over the end of a line."""
    parts: list[str] = []
    done = 0
    for found in raw(text):
        parts += [text[done : found.start], text[found.start : found.end].replace("\n", " ")]
        done = found.end
    return "".join((*parts, text[done:]))


class _Cuts:
    """The article's text, and how formulas cut the texts of its nodes."""

    def __init__(self, parts: list[_Part]) -> None:
        self.text = "".join(text for text, _ in parts)
        self._parts = parts
        self._starts = list(accumulate((len(text) for text, _ in parts), initial=0))[:-1]
        self._shown: dict[int, list[Piece]] = {}
        self._done: dict[int, int] = {}
        self._dropped: set[int] = set()

    def put(self, found: Raw, shown: Piece | None) -> None:
        """The formula stands in the first of the texts that it is cut out of."""
        place = bisect_right(self._starts, found.start) - 1
        behind = bisect_right(self._starts, found.end - 1)
        self._cut(place, found, shown)
        for further in range(place + 1, behind):
            self._cut(further, found, None)

    def running(self) -> Running:
        """What every node shows that something was cut out of."""
        texts: dict[int, tuple[Piece, ...]] = {}
        for place, shown in self._shown.items():
            text, node = self._parts[place]
            if node is not None:
                texts[node.mem_id] = (*shown, Piece(text[self._done[place] :]))
        return Running(texts | self._without_styles(), frozenset(self._dropped))

    def _cut(self, place: int, found: Raw, shown: Piece | None) -> None:
        text, node = self._parts[place]
        if node is None:
            return
        if node.tag != TEXT:
            self._dropped.add(node.mem_id)
            return
        start = self._starts[place]
        before = Piece(text[self._done.get(place, 0) : max(found.start - start, 0)])
        pieces = self._shown.setdefault(place, [])
        pieces += [before] if shown is None else [before, shown]
        self._done[place] = found.end - start

    def _without_styles(self) -> dict[int, tuple[Piece, ...]]:
        return {
            node.mem_id: (Piece(text.rpartition("}")[2]),)
            for text, node in self._parts
            if node is not None and _STYLESHEET.match(text) and "}" in text
        }


def _parts(body: LexborNode) -> Iterator[_Part]:
    """The text of each node, and signs between them, in reading order."""
    pending: list[LexborNode | str | None] = [body.first_child]
    while pending:
        here = pending.pop()
        if isinstance(here, str):
            yield here, None
        elif here is not None:
            pending.append(here.next)
            if here.tag == TEXT:
                yield _text(here), here
            else:
                yield _entered(here, pending)


def _text(node: LexborNode) -> str:
    text = node.text_content or ""
    return clean(text) if _OWN_SIGN.search(text) else text


def _entered(node: LexborNode, pending: list[LexborNode | str | None]) -> _Part:
    """The sign for where an element begins; what is in it and the sign for its end are to come."""
    tag = (node.tag or "").removeprefix(INLINE)
    if tag == "br":
        return BREAK, node
    if tag in _VERBATIM or ((node.attributes or tag in TAGS) and may_be_formula(element(node))):
        return BORDER, None
    opening, closing = _AROUND.get(tag, _NOTHING)
    pending += [closing, node.first_child] if closing else [node.first_child]
    return opening, None


def _typeset(found: Raw, typesetter: Typesetter) -> Piece | None:
    form = Form.BLOCK if found.display else Form.LINE
    shown = typesetter.tex(_restored(found.tex), form)
    return Piece(shown, form) if shown else None


def _restored(tex: str) -> str:
    """The TeX before emphasis and scripts were made of it."""
    parts: list[str] = []
    ends: list[str] = []
    for part in _MARK.split(tex.translate(_LINES)):
        if part in {_LOWER, _UPPER}:
            parts.append("_{" if part == _LOWER else "^{")
            ends.append("}")
        elif part == _EMPHASIS:
            ends.append(_eaten("".join(parts[-1:])))
            parts.append(ends[-1])
        elif part == _END:
            parts.append(ends.pop() if ends else "")
        else:
            parts.append(part)
    return "".join(parts) + "}" * ends.count("}")


def _eaten(before: str) -> str:
    """The sign of which Markdown made emphasis."""
    if _BEFORE_UNDERSCORE.search(before):
        return "_"
    return "*" if before.endswith(("^", "{")) else ""
