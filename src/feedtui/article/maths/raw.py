"""TeX in running text, between the delimiters that a script on the page would have looked for.

`\\(…\\)`, `\\[…\\]`, `$$…$$`, environments, `$latex …$`. A single dollar is money until proven
otherwise: there is no blank inside the dollars, no word outside them, and something in between
that prices don't have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MOST = 20_000
_WORD = 300

_ENVIRONMENTS = "equation|align|alignat|gather|multline|eqnarray|displaymath|flalign"
_RAW = re.compile(
    r"(?:https?://|www\.)[^\s<>]++"
    rf"|\\\((?P<inline>(?:[^\\]|\\[^()]){{1,{_MOST}}}+)\\\)"
    rf"|\\\[(?P<block>(?:[^\\]|\\[^\[\]]){{1,{_MOST}}}+)\\\](?P<end>[.,;:]?(?=\s|\Z))"
    rf"|\$\$(?P<double>(?:[^$\\]|\\.){{1,{_MOST}}}+)\$\$(?!\$)(?P<stop>[.,;:]?(?=\s|\Z))"
    rf"|(?P<environment>\\begin\{{(?P<name>{_ENVIRONMENTS})\*?\}}"
    rf"(?:[^\\]|\\(?!(?:begin|end)\{{(?P=name)\*?\}})){{0,{_MOST}}}+\\end\{{(?P=name)\*?\}})"
    rf"|(?<![\w\\$])\$latex\s+(?P<latex>(?:[^$\\]|\\.){{1,{_MOST}}}+)\$"
    rf"|(?<![\w\\$])\$(?P<single>(?![\s$])(?:[^$\\\n]|\\.|\n(?!\n)){{1,{_WORD}}}+)(?<!\s)\$(?![\w${{])",
    re.DOTALL,
)
_SIGN = re.compile(r"[\\^_{}=<>]")
_STRONG = re.compile(r"[\\^]")
_TERM = re.compile(
    r"[A-Za-z]'*|[A-Za-z]{1,2}\([\w, +*/-]{1,40}\)|[A-Za-z]\d?(?:\s?[-+*/,]\s?[A-Za-z0-9])+"
)
_PROSE = re.compile(r"[A-Za-z]{3,}\s+[A-Za-z]{3,}\s+[A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class Raw:
    """TeX that was found in a text. `display`: it has a line to itself, which ends with `end`."""

    tex: str
    display: bool = False
    end: str = ""


def has_tex(text: str) -> bool:
    """Whether it is worth to look."""
    return "$" in text or "\\(" in text or "\\[" in text or "\\begin{" in text


def raw(text: str) -> Iterator[str | Raw]:
    """The text in pieces: formulas, and what is between them."""
    done = 0
    for match in _RAW.finditer(text):
        found = _found(match)
        if found is None:
            continue
        if match.start() > done:
            yield text[done : match.start()]
        yield found
        done = match.end()
    if done < len(text):
        yield text[done:]


def _found(match: re.Match[str]) -> Raw | None:
    kind = match.lastgroup
    single = match["single"]
    if single is not None:
        return Raw(single) if _is_formula(single) else None
    inline = match["inline"] or match["latex"]
    if inline is not None:
        return Raw(inline)
    if match["environment"] is not None:
        return Raw(match["environment"], display=True)
    if match["block"] is not None:
        return Raw(match["block"], display=True, end=match["end"])
    if kind is None or not _is_block(match["double"]):
        return None
    return Raw(match["double"], display=True, end=match["stop"])


def _is_block(tex: str) -> bool:
    return bool(_SIGN.search(tex) or _TERM.fullmatch(tex.strip("\n"))) and not _is_prose(tex)


def _is_formula(tex: str) -> bool:
    """Whether what stands between two dollars is no amount, no name and no sentence."""
    if tex.count("{") != tex.count("}") or _is_prose(tex):
        return False
    if tex[0].isdigit() or tex[:2].strip("-.,").isdigit():
        return _STRONG.search(tex) is not None
    return bool(_SIGN.search(tex) or _TERM.fullmatch(tex))


def _is_prose(tex: str) -> bool:
    return "\\" not in tex and _PROSE.search(tex) is not None
