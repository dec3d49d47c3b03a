"""What can be said of an article without reading it: its headings, and how long reading takes."""

import math
import re
from dataclasses import dataclass

from feedtui.article.document import Block, Document, Heading
from feedtui.article.walking import every_block, spans_of
from feedtui.clean import SafeText, clean_line

_WORDS_A_MINUTE = 230
_SIGNS_A_MINUTE = 500
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the outline; `block` is the number of the document's block that it is in."""

    level: int
    text: SafeText
    block: int


def outline(document: Document) -> tuple[Part, ...]:
    """The article's headings in reading order, also those within quotes and tables."""
    return tuple(
        Part(block.level, clean_line(_text(block)), number)
        for number, top in enumerate(document.blocks)
        for block in every_block(top)
        if isinstance(block, Heading)
    )


def reading_minutes(document: Document) -> int:
    """Whole minutes that reading takes, at least 1 unless there is no text.

    230 words are read in a minute, or 500 signs of Chinese and Japanese, which has no blanks.
    """
    texts = (_text(block) for top in document.blocks for block in every_block(top))
    return math.ceil(sum(_minutes(text) for text in texts))


def _minutes(text: str) -> float:
    words = _CJK.sub(" ", text).split()
    return len(words) / _WORDS_A_MINUTE + len(_CJK.findall(text)) / _SIGNS_A_MINUTE


def _text(block: Block) -> str:
    return "".join(span.text for span in spans_of(block))
