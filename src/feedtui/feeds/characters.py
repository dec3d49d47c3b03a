"""Characters and references that XML doesn't allow, made such that it does.

A control character ends an XML parser's work, and so does `&nbsp;`, which is HTML, or the `&` of an
address. Their writers meant nothing by the first, a blank by the second and an `&` by the third.
"""

import re
from collections.abc import Mapping
from functools import partial
from html import escape
from html.entities import html5

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What is no character of XML 1.0 (https://www.w3.org/TR/xml/#charsets)."""

_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|&(?!(?:amp|lt|gt|quot|apos);)"
    r"(?:#(?:(?P<decimal>\d+)|[xX](?P<hexadecimal>[\da-fA-F]+));|(?P<name>[A-Za-z][\w.-]{0,80});)?",
    re.DOTALL,
)
_NAMED = re.compile(r"&([A-Za-z][\w.-]{0,80});")
_MOST_DIGITS = 12
_LEAST_GROWTH = 1_000_000
_UNKNOWN = "\ufffd"


def allowed(text: str, entities: Mapping[str, str]) -> str:
    """A document without characters and references that its parser would refuse.

    `entities` are those that it declares itself; those of HTML are known.
    """
    text = _FORBIDDEN.sub("", text)
    return _REFERENCE.sub(partial(_meant, entities=entities), text) if "&" in text else text


def affordable(entities: Mapping[str, str], text: str) -> Mapping[str, str]:
    """The entities, unless what they stand for would fill more than the document itself, twice."""
    named = _NAMED.finditer(text) if entities else ()
    growth = sum(len(entities.get(reference[1], "")) for reference in named)
    return entities if growth <= max(2 * len(text), _LEAST_GROWTH) else {}


def _meant(match: re.Match[str], entities: Mapping[str, str]) -> str:
    if match[0][0] == "<":
        return match[0]
    if name := match["name"]:
        text = entities.get(name) or html5.get(f"{name};")
        return f"&amp;{name};" if text is None else escape(text)
    if match["decimal"] or match["hexadecimal"]:
        return _character(match)
    return "&amp;"


def _character(match: re.Match[str]) -> str:
    """A numbered character, or U+FFFD where the number is none of a character."""
    base, digits = (10, match["decimal"]) if match["decimal"] else (16, match["hexadecimal"])
    code = int(digits, base) if len(digits) <= _MOST_DIGITS else 0
    if not 0 < code <= 0x10FFFF or _FORBIDDEN.match(chr(code)):
        return _UNKNOWN
    return match[0]
