"""Where reading an entry stopped, as a word that a mark can carry.

`3:120 57`: the block of the article, how many characters of it stand before the place, and how many
hundredths of the article had been read. It is the same at every width of the window, it is short,
and it is read with care, for it may come from a later version or a damaged line.
"""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"([0-9]{1,7}):([0-9]{1,9}) ([0-9]{1,3})", re.ASCII)
_ALL = 100


@dataclass(frozen=True, slots=True)
class Position:
    """A place in an article, as `article.placing.Place`, and the share of it that was read.

    `hundredths` of the article lie before the place.
    """

    block: int = 0
    characters: int = 0
    hundredths: int = 0

    @property
    def is_half_way(self) -> bool:
        """Whether reading stopped between the beginning and the end."""
        return self.hundredths < _ALL and (self.block > 0 or self.characters > 0)

    def __str__(self) -> str:
        return f"{self.block}:{self.characters} {self.hundredths}"


def read_position(text: str) -> Position | None:
    """The position that a mark says; None for a text that is none."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    block, characters, hundredths = map(int, found.groups())
    return Position(block, characters, min(hundredths, _ALL))


def after_visit(before: Position | None, now: Position) -> Position | None:
    """What to remember after an article was read up to `now`; None when nothing is to be.

    Only what was left half-way is worth a mark, and that what was left so before is no more.
    """
    if before is None or not before.is_half_way:
        return now if now.is_half_way else None
    stayed = (before.block, before.characters) == (now.block, now.characters)
    return None if stayed and now.is_half_way else now
