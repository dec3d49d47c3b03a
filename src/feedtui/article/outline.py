"""What can be said of an article without reading it: its headings, and how long reading takes."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from feedtui.article.document import Block, Document, Heading
from feedtui.article.walking import every_block, spans_of
from feedtui.clean import SafeText, clean_line

_WORDS_A_MINUTE = 230
_SIGNS_A_MINUTE = 500
_LETTERS_A_MINUTE = 1000
_PIECE = 20_000

_SIGN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
"""Of Chinese and Japanese, which have no blanks, and of Korean, whose words are phrases."""

_LETTER = re.compile("[\u0e01-\u0e30\u0e81-\u0eb0\u1000-\u102a\u1780-\u17b3]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
"""Thai, Lao, Burmese and Khmer, which put blanks between sentences; and their consonants."""


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

    230 words are read in a minute, or 500 signs of Chinese, Japanese and Korean, or 1000 consonants
    of scripts without blanks, where some four of them make a word.
    """
    texts = (_text(block) for top in document.blocks for block in every_block(top))
    return math.ceil(sum(_minutes(piece) for text in texts for piece in _pieces(text)))


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that are counted in no time; a word that is cut counts twice."""
    return (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))


def _minutes(text: str) -> float:
    if text.isascii():
        return len(text.split()) / _WORDS_A_MINUTE
    words, signs = _SIGN.subn(" ", text)
    letters = len(_LETTER.findall(words))
    words = _UNSPACED.sub("", words)
    count = sum(any(map(str.isalnum, word)) for word in words.split())
    return count / _WORDS_A_MINUTE + signs / _SIGNS_A_MINUTE + letters / _LETTERS_A_MINUTE


def _text(block: Block) -> str:
    return "".join(span.text for span in spans_of(block))
