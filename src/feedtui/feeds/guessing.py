"""Which encoding bytes are in that claim none, or the one that programs claim by default.

Old feeds in Russian, Greek or Japanese come as “UTF-8” or “ISO-8859-1” and are neither. Two marks
give them away. Scripts other than Latin write whole words in high bytes, where Western text has
single ones between plain letters; and read in the right encoding, a good part of what is not ASCII
are the few most frequent letters of the language.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator

_LOOKED_AT = 200_000
"""Bytes that tell."""

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_WORD = 3
"""High bytes in a row from which on they are a word, or a character of three bytes."""

_FEWEST = 12
"""High bytes in such rows without which nothing can be said."""

_RUSSIAN = "оеаинтсрвлкмдпу"
_JAPANESE = "のにはをたがでてとしれさインスルトーる"
_FREQUENT = (
    ("cp1251", _RUSSIAN),
    ("koi8-r", _RUSSIAN),
    ("cp932", _JAPANESE),
    ("euc_jp", _JAPANESE),
    ("gb18030", "的一是不了在人有我他这中大来上国个到说们为"),
    ("big5", "的一是不了在人有我他這中大來上國個到說們為"),
    ("cp949", "이다는을의에가고하지로한를은기도사"),
    ("cp1253", "αοιετσηνρκπμλυ"),
    ("cp1255", "יוהלאתרמבשנ"),
    ("cp1256", "اليونمرتبةعد"),
)
"""Encodings, and the most frequent letters of those who write in them."""

_SHARE = 0.12
"""Of the characters that are not ASCII, how many have to be frequent ones. Chinese, with the most
characters, has a fifth."""


def guessed(data: bytes) -> str:
    """Python's name of the encoding that bytes seem to be in, empty for Western or unknown ones."""
    data = data[:_LOOKED_AT]
    rows = tuple(map(len, _HIGH.findall(data)))
    if sum(row for row in rows if row >= _WORD) < max(_FEWEST, sum(rows) // 3):
        return ""
    share, encoding = max(_shares(data))
    return encoding if share >= _SHARE else ""


def _shares(data: bytes) -> Iterator[tuple[float, str]]:
    """How much of the text are frequent letters, by encoding; those that can't be are left out."""
    yield 0.0, ""
    for encoding, letters in _FREQUENT:
        try:
            text = getincrementaldecoder(encoding)().decode(data)
        except UnicodeDecodeError:
            continue
        foreign = len(_FOREIGN.findall(text))
        yield sum(map(text.count, letters)) / max(foreign, 1), encoding
