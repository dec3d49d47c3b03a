"""References that a platform has escaped once more than it unescaped: `It&#8217;s`, `AT&amp;T`.

After the parser has decoded a text, none should be left. One that is may be what the writer talks
about (`write &nbsp; here`), so it is decoded only where nobody would write it: at a word, as part
of it. Angle brackets are never decoded; a tag that stands in a text stays what it is.
"""

import re
from html import unescape

_REFERENCE = re.compile(
    r"&(?:#(?:x[0-9a-f]{2,5}|\d{2,6})|amp|nbsp|quot|apos|shy|[lrb]dquo|[lr]squo|sbquo|[lr]aquo"
    r"|[mn]dash|hellip|middot|bull|copy|reg|trade|deg|euro|pound"
    r"|[aeiouyn](?:acute|grave|circ|uml|tilde|ring)|[cC]cedil|szlig|[ao]elig|oslash);",
    re.IGNORECASE,
)
_BRACKETS = frozenset("<>")
_BEFORE = frozenset("“‘«„([¡¿")
_BEHIND = frozenset(".,:;!?)]…”’»")


def undoubled(text: str) -> str:
    """The text with those references decoded that stand where only a mistake puts them."""
    return _REFERENCE.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    sign = unescape(match[0])
    start, end = match.span()
    before, behind = match.string[max(start - 2, 0) : start], match.string[end : end + 2]
    if not _BRACKETS.isdisjoint(sign):
        return match[0]
    if sign == "&" and _joins_names(before, behind):
        return sign
    is_at_word = before[-1:].isalnum() or behind[:1].isalnum()
    at_sign = before[-1:] in _BEHIND or behind[:1] in _BEFORE
    return sign if is_at_word or at_sign else match[0]


def _joins_names(before: str, behind: str) -> bool:
    """Whether `&` stands between blanks and words, as in the name of a firm."""
    joined = before[-1:] == " " == behind[:1]
    return joined and before[:1].isalnum() and behind[1:2].isupper()
