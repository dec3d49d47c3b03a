"""A formula that stands by itself, in as many lines as its writer gave it.

Lines that are aligned at a sign stay aligned, and cases stand below each other behind a brace.
Inside a line all is written as `linear` writes it.

    (a + b)² = (a + b)(a + b)        |x| = ⎧ x   if x ≥ 0
             = a² + 2ab + b²               ⎩ −x  otherwise
"""

import re
from collections.abc import Iterator

from feedtui.article.cells import cells
from feedtui.article.maths.linear import joined, line, text_of_row
from feedtui.article.maths.tree import HELD, Grid, Node, Role, Row, Symbol, flat
from feedtui.clean import SafeText, clean

_BLANK = "\xa0"
_BLANKS = re.compile(r"\s+")
_WIDEST_INDENT = 24
"""Cells before the aligned signs; a formula whose left sides are wider isn't aligned."""

_COLUMNS_APART = 3
_MOST_LINES = 200
_CONTINUING = frozenset("+×⋅")
"""Operators that a line begins with when it goes on with the one above."""

_STOPS = frozenset(".,;:")


def block(tree: Node) -> SafeText:
    """The formula as lines of clean text, separated by `\\n`; mostly it is one.

    Blanks that align the lines don't collapse (U+00A0).
    """
    lines = _lines(list(flat((tree,))))
    return SafeText("\n".join(lines)) if len(lines) > 1 else line(tree)


def _lines(items: list[Node]) -> list[str]:
    content, stop = _parted(items)
    if len(content) == 1 and isinstance(content[0], Grid) and content[0].is_stack:
        lines = _grid(content[0])
    elif len(content) > 1 and _is_cases(content[-2:]):
        lines = _cases(content)
    else:
        lines = [_clean(text_of_row(*content))]
    lines[-1:] = [last + stop for last in lines[-1:]]
    return lines


def _parted(items: list[Node]) -> tuple[list[Node], str]:
    """The formula without blanks and invisible brackets at its end, and the stop that ends it."""
    stop = ""
    while items and isinstance(last := items[-1], Symbol):
        if last.text in _STOPS and not stop:
            stop = last.text
        elif last.text.strip():
            break
        items = items[:-1]
    return items, stop


def _grid(grid: Grid) -> list[str]:
    rows = [row for row in grid.rows[:_MOST_LINES] if any(list(flat(row)))]
    if len(rows) == 1 and len(rows[0]) == 1:
        return _lines(list(flat(rows[0])))
    heads = [_clean(text_of_row(*row[:1])) if len(row) > 1 else "" for row in rows]
    width = max(map(cells, heads), default=0)
    if width > _WIDEST_INDENT:
        width = 0
    lines = [
        text for row, head in zip(rows, heads, strict=True) for text in _aligned(row, head, width)
    ]
    return [text for text in lines if text.strip()] or [""]


def _aligned(row: tuple[Node, ...], head: str, width: int) -> list[str]:
    """The lines of a row whose left side is `head`, made as wide as the widest."""
    left = list(flat(row[:1]))
    if left and isinstance(left[0], Symbol) and left[0].text in _CONTINUING:
        left = [HELD, *left]
    whole = _lines([*left, *_held(row[1:2])])
    if not whole[0].startswith(head):
        whole = [f"{head} {_clean(text_of_row(*row[1:2])).strip()}"]
    pad = _BLANK * (width - cells(head)) if len(row) > 1 else ""
    first = f"{head}{pad}{whole[0][len(head) :]}"
    lines = [first if head or pad else first.strip(), *(pad + text for text in whole[1:])]
    for place in range(2, len(row), 2):
        further = _clean(text_of_row(*joined(row[place : place + 2]))).strip()
        lines[0] += _BLANK * _COLUMNS_APART + further if further else ""
    return lines


def _held(cells: tuple[Node, ...]) -> Iterator[Node]:
    for cell in cells:
        yield HELD
        yield from flat((cell,))


def _is_cases(items: list[Node]) -> bool:
    opening, grid = items
    is_brace = isinstance(opening, Symbol) and opening.text == "{"
    return is_brace and isinstance(grid, Grid) and len(grid.rows) > 1


def _cases(items: list[Node]) -> list[str]:
    grid = items[-1]
    if not isinstance(grid, Grid):
        return []
    before = _clean(text_of_row(*items[:-2], Symbol("{", Role.OPENING))).removesuffix("{")
    rows = [_written(row, grid) for row in grid.rows[:_MOST_LINES]]
    width = max(cells(row[0]) for row in rows)
    indent = _BLANK * cells(before)
    return [
        f"{indent if place else before}{_brace(place, len(rows))}{_BLANK}{_case(row, width)}"
        for place, row in enumerate(rows)
    ]


def _written(row: tuple[Node, ...], grid: Grid) -> list[str]:
    cells = [Row(joined(row))] if grid.lines else row
    return [_clean(text_of_row(cell)).strip() for cell in cells]


def _brace(place: int, count: int) -> str:
    if place == 0:
        return "⎧"
    if place == count - 1:
        return "⎩"
    return "⎨" if place == count // 2 else "⎪"


def _case(row: list[str], width: int) -> str:
    value, *others = row
    said = _BLANK.join(filter(None, others))
    if not said:
        return value
    value = value.removesuffix(",")
    return f"{value}{_BLANK * (width - cells(value) + 2)}{said}"


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", clean(text))
