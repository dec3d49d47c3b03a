"""Decides whether a rendered article meets the lines of a rubric.

`rubric/NAME.html` is an article as a platform's feed sends it; `rubric/NAME.toml` says what a
reader must find in its text. A line of the rubric is met when all of its wants are. The wants are
blunt on purpose: they ask for what would annoy a reader if it were missing, and leave taste alone.
White space never counts, except where a want says so.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from page import Page, flow, normal
from wcwidth import wcswidth

Want = tuple[str, ...]

_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]")


def met(page: Page, check: str, want: Want) -> bool:
    """Whether the page has what one want asks for."""
    return CHECKS[check](page, want)


def _formula(text: str) -> str:
    text = "".join(text.split()).replace("\u2212", "-").replace("⋅", "·").replace("∗", "*")
    return _MATHEMATICAL.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def _loose(text: str) -> str:
    """A pattern of these words, over the breaks of lines and the marks of quotes."""
    return r"[\s>]+".join(map(re.escape, text.split()))


def _contains(page: Page, want: Want) -> bool:
    words = normal(want[0])
    return words in page.words or words in page.bare


def _any(page: Page, want: Want) -> bool:
    return any(_contains(page, (each,)) for each in want)


def _joined(page: Page, want: Want) -> bool:
    """In the text without any white space: for what has to be broken somewhere."""
    return "".join(want[0].split()) in "".join(page.words.split())


def _formulas(page: Page, want: Want) -> bool:
    text = _formula(page.words)
    return any(_formula(each) in text for each in want)


def _one_formula(page: Page, want: Want) -> bool:
    text = _formula(page.words)
    return max(text.count(_formula(each)) for each in want) == 1


def _absent(page: Page, want: Want) -> bool:
    return normal(want[0]) not in flow(page.text)


def _count(page: Page, want: Want) -> bool:
    return page.bare.count(normal(want[0])) == int(want[1])


def _once(page: Page, want: Want) -> bool:
    return _count(page, (want[0], "1"))


def _order(page: Page, want: Want) -> bool:
    pattern = ".*?".join(re.escape(normal(each)) for each in want)
    return any(re.search(pattern, text) for text in (page.words, page.bare))


def _line(page: Page, want: Want) -> bool:
    return any(normal(line) == normal(want[0]) for line in page.lines)


def _starts(page: Page, want: Want) -> bool:
    """A line begins so; any of several."""
    lines = [each for line in page.lines for each in (normal(line), flow(line))]
    return any(line.startswith(normal(each)) for line in lines for each in want)


def _verbatim(page: Page, want: Want) -> bool:
    """Lines one below the other as they are, behind one common indent or quote mark."""
    wanted = want[0].strip("\n").split("\n")
    starts = range(len(page.lines) - len(wanted) + 1)
    return any(_verbatim_at(page.lines[at : at + len(wanted)], wanted) for at in starts)


def _verbatim_at(lines: tuple[str, ...], wanted: list[str]) -> bool:
    first = lines[0].rstrip()
    indent = first.removesuffix(wanted[0].rstrip())
    if indent == first or indent.strip(" >"):
        return False
    return all(
        line.rstrip() == (indent + each).rstrip() or not (line.strip(" >") or each.strip())
        for line, each in zip(lines, wanted, strict=True)
    )


def _apart(page: Page, want: Want) -> bool:
    """The second begins on a later line than that on which the first ends."""
    between = _between(page, want)
    return between is not None and "\n" in between


def _parted(page: Page, want: Want) -> bool:
    """An empty line stands between the two."""
    between = _between(page, want)
    return between is not None and bool(re.search(r"\n[ >]*\n", between))


def _between(page: Page, want: Want) -> str | None:
    match = re.search(f"{_loose(want[0])}(.*?){_loose(want[1])}", page.body, re.DOTALL)
    return match and match[1]


def _heading(page: Page, want: Want) -> bool:
    return _level(page, want[0]) > 0


def _deeper(page: Page, want: Want) -> bool:
    """The second is a heading below the first."""
    return 0 < _level(page, want[0]) < _level(page, want[1])


def _level(page: Page, title: str) -> int:
    pattern = rf"^(?:> )*(#{{1,6}}) {_loose(title)}(?: \[\^?\w+\])*$"
    match = re.search(pattern, page.body, re.MULTILINE)
    return len(match[1]) if match else 0


def _quoted(page: Page, want: Want) -> bool:
    return _depth(page, want[0]) >= 1


def _requoted(page: Page, want: Want) -> bool:
    return _depth(page, want[0]) >= 2


def _unquoted(page: Page, want: Want) -> bool:
    return _depth(page, want[0]) == 0


def _depth(page: Page, words: str) -> int:
    """The fewest quote marks before a line of these words; -1 where they aren't found."""
    match = re.search(_loose(words), page.body)
    if not match:
        return -1
    start = page.body.rfind("\n", 0, match.start()) + 1
    lines = page.body[start : match.end()].split("\n")
    return min(line.removesuffix(line.lstrip(" >•◦▪")).count(">") for line in lines)


def _note(page: Page, want: Want) -> bool:
    """Behind the first words stands a mark, and the same mark stands before the second ones."""
    reference = re.search(re.escape(normal(want[0])) + r" ?(\[\^[^\]]+\])", page.words)
    if not reference:
        return False
    note = rf"{re.escape(reference[1])}:? {re.escape(normal(want[1]))}"
    return bool(re.search(note, page.words))


def _linked(page: Page, want: Want) -> bool:
    """Behind the words stands the number of this address."""
    pattern = re.escape(normal(want[0])) + r"\W{0,3} ?\[(\d+)\]"
    numbers = re.findall(pattern, page.words)
    return any(page.addresses.get(number) == want[1] for number in numbers)


def _addressed(page: Page, want: Want) -> bool:
    """The address is listed, once; any of several."""
    listed = list(page.addresses.values())
    return sum(listed.count(each) for each in want) == 1


def _unlisted(page: Page, want: Want) -> bool:
    return not any(want[0] in address for address in page.addresses.values())


def _matches(page: Page, want: Want) -> bool:
    return bool(re.search(want[0], page.body, re.MULTILINE))


def _unlike(page: Page, want: Want) -> bool:
    return not re.search(want[0], page.text, re.MULTILINE)


def _row(page: Page, want: Want) -> bool:
    """All of these cells on one line, in this order."""
    return _columns(page, want) is not None


def _columns(page: Page, want: Want) -> tuple[int, int] | None:
    """Where the last cell of a row begins and ends, in columns of the screen."""
    pattern = ".*?".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in want)
    for line in page.lines:
        if match := re.search(pattern, line):
            end = wcswidth(line[: match.end()])
            return end - wcswidth(want[-1]), end
    return None


def _aligned_left(page: Page, want: Want) -> bool:
    """The last cells of these rows (`a | b`) begin in one column."""
    columns = [_columns(page, tuple(each.split(" | "))) for each in want]
    return None not in columns and len({each[0] for each in columns if each}) == 1


def _aligned_right(page: Page, want: Want) -> bool:
    """The last cells of these rows (`a | b`) end in one column."""
    columns = [_columns(page, tuple(each.split(" | "))) for each in want]
    return None not in columns and len({each[1] for each in columns if each}) == 1


def _cell(page: Page, want: Want) -> bool:
    """Row, header, value: on one line as in a table, or `header: value` below the row's name."""
    row, header, value = want
    if _columns(page, (row.split()[0], value.split()[0])):
        return True
    return _order(page, (row, f"{header}: {value}"))


def _flush_right(page: Page, want: Want) -> bool:
    """A line with these words ends at the right edge."""
    lines = [line.rstrip() for line in page.lines if want[0] in line]
    return any(wcswidth(line) == page.width for line in lines)


CHECKS: Mapping[str, Callable[[Page, Want], bool]] = {
    "contains": _contains,
    "any": _any,
    "joined": _joined,
    "formula": _formulas,
    "formula_once": _one_formula,
    "absent": _absent,
    "count": _count,
    "once": _once,
    "order": _order,
    "lines": _line,
    "starts": _starts,
    "verbatim": _verbatim,
    "apart": _apart,
    "parted": _parted,
    "headings": _heading,
    "deeper": _deeper,
    "quoted": _quoted,
    "requoted": _requoted,
    "unquoted": _unquoted,
    "notes": _note,
    "linked": _linked,
    "addresses": _addressed,
    "unlisted": _unlisted,
    "matches": _matches,
    "unlike": _unlike,
    "rows": _row,
    "aligned_left": _aligned_left,
    "aligned_right": _aligned_right,
    "cells": _cell,
    "flush_right": _flush_right,
}
