"""More than a feed can need, which the next reader would take for ever with.

feedparser looks for a category among all that an entry has, for an address in the whole of an
author's name, and reads every entry of an archive of fifty thousand. What is beyond bounds is left
out beforehand: the oldest entries of very many, the end of a name, the two-hundredth category.
"""

import re
from collections import Counter
from dataclasses import dataclass

from feedtui.feeds.dates import read_date

MOST_ALIKE = 200
"""Names of one kind within an entry that are taken."""

LONGEST_ATTRIBUTE = 65_536
"""Characters of an attribute that are read. The parser looks at an unfinished tag again."""

MOST_ELEMENTS = 250_000
"""Elements of one document that are read: more than a hundred for each entry."""

MOST_PREFIXES = 200
"""Prefixes of one document that are declared. feedparser looks at all of them for an element."""

_LONGEST = 400
NAMES = {
    **dict.fromkeys(("author", "contributor", "creator", "credit", "email", "name"), _LONGEST),
    **dict.fromkeys(("category", "subject"), _LONGEST),
    **dict.fromkeys(("keywords", "tags"), 2000),
}
"""Elements with names of people and subjects, and how many characters of each are read."""

_ENTRY = re.compile(r"<(?=\w)(?:[\w.-]{1,40}+:)?(?:item|entry)(?=[\s/>])", re.IGNORECASE)
_NAME_OR_ENTRY = re.compile(
    rf"<(?=\w)(?:[\w.-]{{1,40}}+:)?(?:(?P<entry>item|entry)|(?P<name>{'|'.join(NAMES)}))"
    rf"\b[^<>]*>(?P<long>[^<]{{{_LONGEST}}}|<!\[CDATA\[[^\]]{{{_LONGEST}}})?",
    re.IGNORECASE,
)
_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{LONGEST_ATTRIBUTE}}}")
_PREFIX = re.compile(r"\sxmlns:([^\s=]{1,80})")
_DATE = re.compile(
    r"<(?:[\w.-]{1,40}:)?(?:pubDate|published|updated|issued|modified|date)\b[^<>]*>([^<]{6,60})<"
)


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A document with as many entries as are taken, and how many more it had."""

    text: str
    left_out: int = 0


def trimmed(text: str, most: int) -> Trimmed:
    """A document without its oldest entries, if it has more than `most`; its end may be missing.

    They are the last, unless dates say that the first entry is older than the last.
    """
    starts = [match.start() for match in _ENTRY.finditer(text)]
    more = len(starts) - most
    if more <= 0:
        return Trimmed(text)
    if _is_older(text[starts[0] : starts[1]], text[starts[-1] :]):
        return Trimmed(text[: starts[0]] + text[starts[more] :], more)
    return Trimmed(text[: starts[most]], more)


def is_excessive(text: str) -> bool:
    """Whether there are longer tags, longer names or longer lists of them than are taken."""
    if _LONG_TAG.search(text) or _has_many_prefixes(text):
        return True
    counts: Counter[str] = Counter()
    for match in _NAME_OR_ENTRY.finditer(text):
        if match["entry"]:
            counts.clear()
            continue
        name = match["name"].lower()
        counts[name] += 1
        if match["long"] or counts[name] > MOST_ALIKE:
            return True
    return False


def _has_many_prefixes(text: str) -> bool:
    if text.count("xmlns:") <= MOST_PREFIXES:
        return False
    return len(set(_PREFIX.findall(text))) > MOST_PREFIXES


def _is_older(one: str, other: str) -> bool:
    dates = [_DATE.search(entry[:20_000]) for entry in (one, other)]
    first, last = (read_date(date[1]) if date else None for date in dates)
    return first is not None and last is not None and first < last
