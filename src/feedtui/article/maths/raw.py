"""TeX in running text, between the delimiters that a script on the page would have looked for.

`\\(…\\)`, `\\[…\\]`, `$$…$$`, environments, `$latex …$`, definitions. A single dollar is money
until proven otherwise: there is no blank inside the dollars, no word outside them, and something in
between that prices don't have.

The text may hold signs of its own, which no cleaned text has: where an element ended or began
(`BORDER`, which no formula crosses; `PARAGRAPH`, which only one on its own lines crosses), and
`BREAK` for a line's end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BORDER = "\x1d"
PARAGRAPH = "\x1e"
BREAK = "\x06"

_MOST = 20_000
_WORD = 300
_MOST_PARAGRAPHS = 60

_ENVIRONMENTS = (
    "equation|align|alignat|gather|multline|eqnarray|displaymath|flalign|math|split|aligned|"
    "gathered|cases|tikzpicture|tikzcd|[pbBvV]?matrix|array"
)
_FLAT = r"[^{}\x1d]"
_BRACES = r"\{" + rf"(?:{_FLAT}|\{{" * 3 + rf"{_FLAT}{{0,999}}+" + r"\}){0,999}+" * 3 + r"\}"
_NAME = r"\s*(?:\{\s*\\[A-Za-z]+\s*\}|\\[A-Za-z]+)\s*"
_RAW = re.compile(
    r"(?:https?://|www\.)[^\s<>\x1d\x1e\x06]++"
    rf"|\\\((?P<inline>(?:[^\\\x1d\x1e]|\\[^()\x1d\x1e]){{1,{_MOST}}}+)\\\)"
    rf"|\\\[(?P<block>(?:[^\\\x1d]|\\[^\[\]\x1d]){{1,{_MOST}}}+)\\\]"
    rf"|\$\$(?P<double>(?:[^$\\\x1d]|\\[^\x1d]){{1,{_MOST}}}+)\$\$(?!\$)"
    rf"|(?P<environment>\\begin\{{(?P<name>{_ENVIRONMENTS})\*?\}}"
    rf"(?:[^\\\x1d]|\\(?!(?:begin|end)\{{(?P=name)\*?\}})){{0,{_MOST}}}+\\end\{{(?P=name)\*?\}})"
    rf"|(?<![\w\\$])\$latex[\s\x06]+(?P<latex>(?:[^$\\\x1d\x1e]|\\[^\x1d\x1e]){{1,{_MOST}}}+)\$(?![\w$])"
    r"|(?<![\w\\$])\$(?P<single>(?![\s$\x06])(?:[^$\\\n\x1d\x1e\x06]|\\[^\x1d\x1e]|\n(?!\n))"
    rf"{{1,{_WORD}}}+)(?<!\s)\$(?![\w${{])"
    r"|(?P<reference>\\eqref\{[^{}\s\x1d\x1e]{1,100}\})"
    rf"|(?P<definition>\\(?:new|renew|provide)command\*?{_NAME}"
    rf"(?:\[\d\]\s*)?(?:\[[^\]\x1d]{{0,50}}\]\s*)?{_BRACES}"
    rf"|\\DeclareMathOperator\*?{_NAME}{_BRACES}|\\g?def\s*\\[A-Za-z]+(?:\#\d)*\s*{_BRACES})"
)
_SIGN = re.compile(r"[\\^_{}=<>≤≥≠≈∈×·∑∫√→\x02\x03]|&(?:lt|gt|amp);|[\w})\]|]\x01")
_STRONG = re.compile(r"[\\^]")
_TERM = re.compile(
    r"[A-Za-z]'*|[A-Za-z]{1,2}\([\w, +*/-]{1,40}\)|[A-Za-z]\d?(?:\s?[-+*/,]\s?[A-Za-z0-9])+"
    r"|[\u0370-\u03ff\u2100-\u214f]'*"
)
_SHELL = re.compile(
    r"[\"“”@]|(?<!\\)#(?!\d)|;\s*(?:do|done|then|fi)\b|&&|/\Z|\A[A-Z]{2,}_[A-Z]|\A[A-Za-z_]\w{5,}/"
)
"""What stands between two variables of a shell, and not in a formula."""

_PROSE = re.compile(r"[A-Za-z]{3,}\s+[A-Za-z]{3,}\s+[A-Za-z]{3,}")
_WORDS = re.compile(r"\s*(?:[^\W\d_]{4,}|[^\W\d_]{2,}(?:[\s,.:;’'-]+[^\W_]+)+|\d{1,4})[\s.!?]*")
"""What brackets with a backslash hold when Markdown only protected them: `\\[1\\]`."""

_WORD_ALONE = re.compile(r"\s*[^\W\d_]{3}[\s.!?]*")
"""Which nobody would give a line of its own: `\\[sic\\]`."""


@dataclass(frozen=True, slots=True)
class Raw:
    """TeX in a text, from `start` to `end`. `display`: it has a line to itself."""

    tex: str
    start: int
    end: int
    display: bool = False


def is_delimited(text: str) -> bool:
    """Whether a text is one formula between its delimiters, and nothing else."""
    if text[:1] not in {"$", "\\"}:
        return False
    found = next(raw(text), None)
    return found is not None and found.start == 0 and found.end == len(text)


def raw(text: str) -> Iterator[Raw]:
    """The formulas and definitions in the text, from left to right."""
    for match in _RAW.finditer(text):
        found = _found(match)
        if found is not None:
            yield found


def _found(match: re.Match[str]) -> Raw | None:
    start, end = match.span()
    single, double, block = match["single"], match["double"], match["block"]
    if single is not None:
        return Raw(single, start, end) if _is_formula(single) else None
    if double is not None:
        return Raw(double, start, end, display=True) if _is_block(double) else None
    if block is not None:
        is_text = _is_protected(block) or _WORD_ALONE.fullmatch(block)
        return None if is_text else Raw(block, start, end, display=True)
    inline = match["inline"]
    if inline is not None:
        return None if _is_protected(inline) else Raw(inline, start, end)
    if match["environment"] is not None:
        return Raw(match["environment"], start, end, display=True)
    other = match["latex"] or match["definition"] or match["reference"]
    return None if other is None else Raw(other, start, end)


def is_tex(text: str) -> bool:
    """Whether a text that somebody declared to be TeX can be it."""
    return bool(_SIGN.search(text) or _TERM.fullmatch(text)) and not _is_prose(text)


def _is_block(tex: str) -> bool:
    if tex.count(PARAGRAPH) > _MOST_PARAGRAPHS:
        return False
    return is_tex(tex.strip(f"\n{BREAK}{PARAGRAPH}"))


def _is_protected(tex: str) -> bool:
    return tex.count(PARAGRAPH) > _MOST_PARAGRAPHS or _WORDS.fullmatch(tex) is not None


def _is_formula(tex: str) -> bool:
    """Whether what stands between two dollars is no amount, no name and no sentence."""
    if tex.count("{") != tex.count("}") or _is_prose(tex) or _SHELL.search(tex):
        return False
    if tex[0].isdigit() or tex[:2].strip("-.,").isdigit():
        return _STRONG.search(tex) is not None
    return bool(_SIGN.search(tex) or _TERM.fullmatch(tex))


def _is_prose(tex: str) -> bool:
    return "\\" not in tex and _PROSE.search(tex) is not None
