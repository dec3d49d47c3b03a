"""An article set in lines for a width: first what will be seen, then the rest, then the colours.

Each step is the work of a thread (`aside`); between the steps the screen takes what is done.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from feedtui.article.colours import coloured
from feedtui.article.document import Code, Document, Style
from feedtui.article.layout import Line, lines
from feedtui.article.placing import Place
from feedtui.article.room import Hand
from feedtui.article.walking import every_block

FIRST = 300
"""Lines from the place on that will be seen: several screens of a large terminal."""

_COLOURS = (
    Style.KEYWORD
    | Style.STRING
    | Style.COMMENT
    | Style.NUMBER
    | Style.NAME
    | Style.INSERTED
    | Style.DELETED
)


@dataclass(frozen=True, slots=True)
class Galley:
    """Lines of the document from number `start` on; `complete` when there are no more."""

    document: Document
    start: int
    lines: Sequence[Line]
    complete: bool


@dataclass(frozen=True, slots=True)
class Coloured:
    """The same text in the same lines, with its listings' colours."""

    document: Document
    lines: Sequence[Line]


Proof = Galley | Coloured


def typeset(read: Callable[[], Document], width: int, hand: Hand, place: Place) -> Iterator[Proof]:
    """The document that `read` gives, in lines of `width` cells, `place` among the first of them.

    When it has listings without their colours, all of its lines once more, with them.
    """
    document = read()
    coming = lines(document, width, hand)
    batch, complete = _first(coming, place)
    yield Galley(document, 0, batch, complete)
    if not complete:
        yield Galley(document, len(batch), tuple(coming), complete=True)
    if _wants_colours(document):
        document = coloured(document)
        yield Coloured(document, tuple(lines(document, width, hand)))


def _first(coming: Iterator[Line], place: Place) -> tuple[list[Line], bool]:
    """The lines up to the place and some more, and whether these are all."""
    batch: list[Line] = []
    left = FIRST
    for line in coming:
        batch.append(line)
        left -= _reaches(line, place)
        if not left:
            return batch, False
    return batch, True


def _reaches(line: Line, place: Place) -> bool:
    """Whether the place surely stands in this line or before; where in a block isn't looked at."""
    return line.block > place.block or (line.block == place.block and not place.characters)


def _wants_colours(document: Document) -> bool:
    blocks = (block for top in document.blocks for block in every_block(top))
    listings = [block for block in blocks if isinstance(block, Code) and block.language]
    return bool(listings) and not any(map(_is_coloured, listings))


def _is_coloured(listing: Code) -> bool:
    return any(span.style & _COLOURS for span in listing.spans)
