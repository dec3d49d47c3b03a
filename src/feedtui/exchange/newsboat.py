"""newsboat's `urls`: a feed on a line, its tags behind it.

    https://example.org/feed.xml news "long reads" "~Shown instead of the title" "!"

Quotes and backslashes as newsboat itself reads them (newsboat 2.3x, `urls` in its manual): only
double quotes count, and `#` begins a comment where a word could begin. A tag with `~` is a title,
one with `!` hides the feed. newsboat has no folders. `exec:` and a program, or `file:`, are as good
as an address, but only in a person's own list: a stranger's programs must not be run.
"""

import re
from collections.abc import Callable, Iterator

from feedtui.clean import SafeText, clean_line
from feedtui.exchange.imported import (
    LONGEST_NAME,
    Import,
    gather,
    names,
    refused,
    skipped,
    web_address,
)
from feedtui.model import Subscription

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"?|#.*|(\S+)')
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_OWN = ("query:", "filter:")

Taking = Callable[[str], str | None]
"""What of an address is taken over: `web_address`, or `own_address` in a list of the person's."""


def read_urls(text: str, take: Taking = web_address) -> Import:
    """The feeds of a `urls` file. Those that are filters or queries are skipped."""
    return gather(_found(text, take))


def _found(text: str, take: Taking) -> Iterator[Subscription | SafeText]:
    for number, line in enumerate(text.split("\n"), start=1):
        words = _words(line)
        if words:
            yield _feed(words[0], words[1:], number, take)


def _words(line: str) -> list[str]:
    matches = _WORD.finditer(line)
    return [_word(match) for match in matches if not match[0].startswith("#")]


def _word(match: re.Match[str]) -> str:
    if match[2] is not None:
        return match[2]
    return _ESCAPED.sub(lambda escape: _ESCAPES.get(escape[1], escape[1]), match[1])


def _feed(url: str, tags: list[str], line: int, take: Taking) -> Subscription | SafeText:
    if url.startswith(_OWN):
        return skipped(line, url, "newsboat runs this itself, it is no address of a feed")
    address = take(url)
    if address is None:
        return refused(line, url)
    titles = [tag[1:] for tag in tags if tag.startswith("~")]
    return Subscription(
        address,
        title=clean_line(titles[0], LONGEST_NAME) if titles else "",
        tags=names(tag.removeprefix("!") for tag in tags if not tag.startswith("~")),
        hidden=any(tag.startswith("!") for tag in tags),
    )
