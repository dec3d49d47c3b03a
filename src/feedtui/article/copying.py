"""What a person gets who copies a part of an article: the text, without what kept it in place."""

from collections.abc import Iterator, Sequence

from feedtui.article.layout import Line
from feedtui.article.logical import Piece, pieces


def copied(lines: Sequence[Line], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text from `start` to `end`, each a line and a character of its text; `end` excluded.

    Lines that were broken are whole again, blocks have an empty line between them, the cells of a
    table's row a tab.
    """
    first = max(start[0], 0)
    part = pieces(lines[first : end[0] + 1])
    text = "".join(_between(part, start[1], (end[0] - first, end[1])))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _between(part: Iterator[Piece], start: int, end: tuple[int, int]) -> Iterator[str]:
    is_first = True
    for joint, text, line, begin in part:
        low = max(start - begin, 0) if line == 0 else 0
        high = max(end[1] - begin, 0) if line == end[0] else len(text)
        if low < high or not text:
            yield text[low:high] if is_first else joint + text[low:high]
            is_first = False
