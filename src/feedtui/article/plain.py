"""Text without any tag: its lines and empty lines are all the form it has, so they are kept.

So are the blanks at the start of a line and the runs of them within it, by which drawings and
columns stand; and what mail marks with `>` is a quote.
"""

import re
from textwrap import dedent

from feedtui.article.builder import Builder
from feedtui.article.document import Quote, Style
from feedtui.article.maths.running import in_one_line

_TAB = 8
_DEEPEST_QUOTE = 8
_DOCUMENT_INDENT = 4
"""Blanks; where all lines but the first, which was trimmed, have as many, nobody chose them."""
_FIXED_BLANK = "\xa0"
_QUOTED = re.compile(rf"(?:>[ \t]?){{1,{_DEEPEST_QUOTE}}}")
_ARRANGED = re.compile(r"(?<![.?!:;,\"'”)])  +|(?<=[.?!:;,\"'”)])   +|\t+")
"""Blanks within a line that somebody counted: two behind a sentence are a habit."""


def read_plain(text: str, builder: Builder) -> None:
    """Give the lines to `builder`, each ended by a break; an empty line ends the paragraph."""
    text = in_one_line(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = text.strip("\n").split("\n")
    quoted = 0
    for line in _dedented(lines):
        depth, said = _unquoted(line)
        if depth != quoted:
            _requote(quoted, depth, builder)
            quoted = depth
        _read_line(said, builder)
    _requote(quoted, 0, builder)


def _dedented(lines: list[str]) -> list[str]:
    """The lines without the indent that all have, or the document's that all but the first have."""
    first, *others = (line.rstrip() for line in lines)
    if first[:1].isspace() and first.strip():
        return dedent("\n".join((first, *others))).split("\n")
    indents = [len(line) - len(line.lstrip()) for line in others if line]
    if min(indents, default=0) < _DOCUMENT_INDENT:
        return [first, *others]
    return [first, *dedent("\n".join(others)).split("\n")]


def _unquoted(line: str) -> tuple[int, str]:
    marks = _QUOTED.match(line)
    if marks is None:
        return 0, line
    return marks[0].count(">"), line[marks.end() :]


def _requote(before: int, now: int, builder: Builder) -> None:
    builder.end_paragraph()
    for _ in range(before - now):
        builder.close(Quote)
    for _ in range(now - before):
        builder.open()


def _read_line(line: str, builder: Builder) -> None:
    if not line.strip():
        builder.end_paragraph()
        return
    for piece in builder.formulas.of_line(_with_blanks(line.rstrip())):
        builder.piece(piece, Style.PLAIN, None)
    builder.line_break()


def _with_blanks(line: str) -> str:
    text = line.lstrip()
    indent = len(line[: len(line) - len(text)].expandtabs(_TAB))
    if _ARRANGED.search(text):
        text = _ARRANGED.sub(lambda blanks: _FIXED_BLANK * len(blanks[0]), text.expandtabs(_TAB))
    return _FIXED_BLANK * indent + text
