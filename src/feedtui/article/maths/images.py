"""Pictures of formulas: the TeX is in their alternative text, or in the address that drew them."""

import re
from urllib.parse import unquote, unquote_plus

from feedtui.article.element import Element

_IN_QUERY = re.compile(r"[?&](?:latex|tex|math|chl|from|equation|eq)=([^&]+)", re.IGNORECASE)
_IN_PATH = re.compile(r"(?:i\.upmath\.me|tex\.s2cms\.ru)/(?:svg|png)/([^?#]+)", re.IGNORECASE)
_WHOLE_QUERY = re.compile(
    r"(?:latex\.codecogs\.com/[a-z./]{1,20}|(?:mathtex|mimetex)\.cgi)\?(.+)",
    re.IGNORECASE | re.DOTALL,
)
_LOOKS = re.compile(
    r"\\(?:dpi\s*\{?\d+\}?|(?:bg|fn)_\w+|inline|large|small|tiny|huge|LARGE)(?![a-z])\s*"
)
_SAYS_NOTHING = re.compile(
    r"\s*(?:(?:la)?tex|formula|equation|math|maths|image|img|render|picture|svg|png|gif|\[?公式\]?)?\s*",
    re.IGNORECASE,
)
_DELIMITERS = re.compile(r"\s*(?:\$\$(.+)\$\$|\$(.+)\$|\\\((.+)\\\)|\\\[(.+)\\\])\s*", re.DOTALL)


def tex_of_image(found: Element) -> str:
    """The TeX that the picture was drawn from; empty when it doesn't say."""
    alt = found.get("alt")
    if not _SAYS_NOTHING.fullmatch(alt):
        return undelimited(alt)
    return undelimited(_LOOKS.sub("", _of_address(found.get("src"))))


def undelimited(tex: str) -> str:
    """The TeX without the dollars or brackets around it."""
    match = _DELIMITERS.fullmatch(tex)
    if match is None:
        return tex
    inside = next(filter(None, match.groups()), "")
    return tex if "$" in inside else inside


def _of_address(address: str) -> str:
    match = _WHOLE_QUERY.search(address)
    if match is not None:
        return unquote(match[1]).replace("&plus;", "+").replace("&space;", " ")
    match = _IN_QUERY.search(address)
    if match is not None:
        return unquote_plus(match[1])
    match = _IN_PATH.search(address)
    return "" if match is None else unquote(match[1])
