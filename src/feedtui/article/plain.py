"""Text without any tag: its lines and empty lines are all the form it has, so they are kept."""

from textwrap import dedent

from feedtui.article.builder import Builder
from feedtui.article.document import Style

_TAB = 4
_DEEPEST_INDENT = 16
_FIXED_BLANK = "\xa0"


def read_plain(text: str, builder: Builder) -> None:
    """Give the lines to `builder`, each ended by a break; an empty line ends the paragraph."""
    first, _, others = text.replace("\r\n", "\n").replace("\r", "\n").lstrip().partition("\n")
    for line in [first, *dedent(others).split("\n")]:
        if not line.strip():
            builder.end_paragraph()
            continue
        builder.text(_with_indent(line.rstrip()), Style.PLAIN, None)
        builder.line_break()


def _with_indent(line: str) -> str:
    text = line.lstrip()
    blanks = len(line[: len(line) - len(text)].expandtabs(_TAB))
    return _FIXED_BLANK * min(blanks, _DEEPEST_INDENT) + text
