"""Names of places in an article, and which links lead to them.

Feeds make references absolute, each in its own way: by the article's address with or without its
slash, its query, its `www.`, by `http` where it is `https`, or by the address of the feed.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

_LONGEST_NAME = 500
_PREFIXES = ("", "user-content-")
"""What platforms put before the names of places, but not before references to them."""

_NOTE_NAME = re.compile(
    r"(?:^|[\s_:./-])(?:fn|fnref|fnr|fnt|ftn|ftnt|footnote|footnotes|footnoteref|footnotedef|endnote"
    r"|sdfootnote|sdendnote|noteref|doc-noteref|cite_note|cite_ref|note|notes|sidenote|edn|mfn|wpfn"
    r"|mf|_ftn|_edn)(?=$|[\s\d_:.\-/]|ref|sym|anc)|footnote|_?ftn(?:ref)?\d|_edn\d",
    re.IGNORECASE,
)

_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|ref|source|fbclid|gclid|publication_id|r)=[^&]*")


def is_note_name(name: str) -> bool:
    """Whether a name, a class or a role says that it is about notes."""
    return _NOTE_NAME.search(name[:_LONGEST_NAME]) is not None


def place_of(reference: str, base: str) -> str:
    """The name of the place in the article that a reference leads to; empty for other pages."""
    page, sign, name = reference.partition("#")
    if not sign or (page and not _is_same_page(page, base.partition("#")[0])):
        return ""
    return unquote(name)[:_LONGEST_NAME]


def fragment_of(reference: str) -> str:
    """The name of a place in any page; empty when the reference has none."""
    return unquote(reference.partition("#")[2])[:_LONGEST_NAME]


def spelling_of(name: str, targets: Mapping[str, LexborNode]) -> str | None:
    """The name as the element has it that a link to `name` leads to; None if there is none."""
    return next((known for known in _spellings(name) if known in targets), None)


def _spellings(name: str) -> Iterator[str]:
    if name:
        for prefix in _PREFIXES:
            yield prefix + name
        yield unquote(name)


def _is_same_page(one: str, other: str) -> bool:
    if one == other:
        return True
    (page, query), (other_page, other_query) = _parted(one), _parted(other)
    return page == other_page and (query == other_query or not query or not other_query)


def _parted(address: str) -> tuple[str, str]:
    """Host and path as all addresses of a page have them in common, and the query."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address, ""
    host = parts.netloc.lower().removeprefix("www.")
    path = unquote(parts.path).removesuffix("index.html").rstrip("/")
    return host + path, _TRACKING.sub("", parts.query)
