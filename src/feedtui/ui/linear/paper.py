"""An article on paper that only moves up: its lines, and what of it was read last.

What a screen shows by colour or by a frame is said in words or left out: a heading is called one,
a quote begins with `>`, the cells of a table are divided by `;`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from feedtui.article.document import Document, Style
from feedtui.article.layout import HEADINGS, Line, lines
from feedtui.article.outline import Part, outline
from feedtui.article.search import find
from feedtui.article.writing import link_numbers

_RULES = re.compile("[\\s\u2500-\u257f]*")
_BAR = re.compile(" *[\u2502\u2503\u2551] *")
_OTHER_FRAMES = re.compile("[\u2500-\u259f]+")
_QUOTE = re.compile("^(?:\u2502 ?)+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a paper, from `start` up to `end`, which is the first that isn't one of them."""

    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """An article laid out for a width, and the stretch of it that was said last."""

    document: Document
    set: tuple[Line, ...]
    said: Stretch = Stretch()

    @property
    def text(self) -> tuple[str, ...]:
        """The stretch that was said last, as lines."""
        chosen = self.set[self.said.start : self.said.end]
        return tuple(filter(None, map(plain_line, chosen)))

    @property
    def links(self) -> tuple[int, ...]:
        """The numbers of the links in the stretch that was said last."""
        chosen = self.set[self.said.start : self.said.end]
        numbers = (span.link for line in chosen for span in line.spans if span.link)
        return tuple(dict.fromkeys(numbers))

    @property
    def at_end(self) -> bool:
        """Whether everything has been said."""
        return self.said.end >= len(self.set)

    @property
    def progress(self) -> int:
        """How much has been said, in percent."""
        return 100 * self.said.end // max(len(self.set), 1)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The headings."""
        return outline(self.document)

    def page(self, height: int) -> "Paper":
        """The next lines said, as many as fit a page."""
        start = self.said.end
        written = self._written(range(start, len(self.set)))
        last = next(islice(written, height - 1, height), len(self.set) - 1)
        return self._saying(start, last + 1)

    def page_before(self, height: int) -> "Paper":
        """The page before said."""
        end = self.said.start
        written = self._written(reversed(range(end)))
        return self._saying(next(islice(written, height - 1, height), 0), end)

    def paragraph(self, by: int) -> "Paper | None":
        """The next paragraph said (1), or what of it is left; or the one before (-1)."""
        start, end = self.said.start, self.said.end
        found = next(
            self._written(range(end, len(self.set)) if by > 0 else reversed(range(start))), None
        )
        if found is None:
            return None
        turned = self._block_at(found)
        return self._saying(max(turned.said.start, end), turned.said.end) if by > 0 else turned

    def at(self, block: int) -> "Paper":
        """Ready to say what begins with a block of the document."""
        start = self.block(block).said.start
        return self._saying(start, start)

    def block(self, number: int) -> "Paper":
        """The paragraph said that belongs to a block of the document."""
        places = (place for place, line in enumerate(self.set) if line.block >= number)
        return self._block_at(next(places, 0))

    def heading(self, by: int) -> "Paper | None":
        """A heading that many further said, or before; the last one there is; None without one."""
        here = self.set[self.said.start].block if self.set else 0
        blocks = [part.block for part in self.parts]
        if by > 0:
            found = [each for each in blocks if each > here][:by]
        else:
            found = [each for each in reversed(blocks) if each < here][:-by]
        return self.block(found[-1]) if found else None

    def hits(self, words: str) -> tuple[int, ...]:
        """The blocks in which words stand, one for each hit."""
        return tuple(self.set[hit.marks[0].line].block for hit in find(self.set, words))

    def _written(self, places: Iterable[int]) -> Iterator[int]:
        """Those of some lines that say anything."""
        return (place for place in places if plain_line(self.set[place]))

    def _block_at(self, place: int) -> "Paper":
        block = self.set[place].block
        start = end = place
        while start > 0 and self.set[start - 1].block == block:
            start -= 1
        while end < len(self.set) and self.set[end].block == block:
            end += 1
        return self._saying(start, end)

    def _saying(self, start: int, end: int) -> "Paper":
        return replace(self, said=Stretch(start, min(end, len(self.set))))


def paper_of(document: Document, width: int) -> Paper:
    """A document on paper of so many columns, of which nothing was said yet."""
    return Paper(document, tuple(lines(document, width, link_numbers)))


def plain_line(line: Line) -> str:
    """A line without frames, and with a word where it is a heading."""
    text = line.text.rstrip()
    if not text or _RULES.fullmatch(text):
        return ""
    quoted = _QUOTE.sub(lambda match: "> " * match[0].count("\u2502"), text)
    plain = _OTHER_FRAMES.sub("", _BAR.sub("; ", quoted))
    return f"{_heading(line)}{plain}"


def _heading(line: Line) -> str:
    style = line.spans[0].style if line.spans else Style.PLAIN
    level = next((number for number, mark in enumerate(HEADINGS, 1) if mark in style), 0)
    return f"Heading {level}: " if level > 1 else ""


def numbered(names: Sequence[str]) -> tuple[str, ...]:
    """Lines from which one can be chosen by its number."""
    return tuple(f"{number}. {name}" for number, name in enumerate(names, 1))
