"""Addresses in an article: made absolute, checked, and numbered once each.

Only schemes with which opening a link is harmless get a number; what `javascript:`, `data:` and
`file:` stood under stays as text.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

from feedtui.clean import SafeText, clean

_ADDRESS = re.compile(
    r"(?:https?|ftp|gemini|gopher)://[^\s/?#]|(?:mailto|magnet|tel|xmpp|irc):\S", re.IGNORECASE
)
_LONGEST = 8000
_IGNORED = re.compile(r"[\t\n\r]")
_SPACE = re.compile(r"\s")

_BARE = re.compile(r"\b(?:https?://|www\.(?=[a-z0-9-]+\.))[^\s<>\"]{2,2000}", re.IGNORECASE)
_AT_THE_END = ".,:;!?'*_~…。，、！？；："
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“", "」": "「", "）": "（"}


class Links:
    """The numbered addresses of one article, whose relative ones start from `base`."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._numbers: dict[SafeText, int] = {}
        self._addresses: list[SafeText] = []

    def number(self, reference: str) -> int | None:
        """The number of the address, counted from 1; None for what isn't to be opened."""
        address = absolute(reference, self._base)
        if address is None:
            return None
        if address not in self._numbers:
            self._addresses.append(address)
        return self._numbers.setdefault(address, len(self._addresses))

    def address(self, number: int) -> SafeText:
        """The address with that number."""
        return self._addresses[number - 1]

    @property
    def addresses(self) -> tuple[SafeText, ...]:
        """All of them, in the order of their numbers."""
        return tuple(self._addresses)


def absolute(reference: str, base: str) -> SafeText | None:
    """The address that a reference leads to from `base` (RFC 3986), if its scheme is harmless.

    A place within the same page (`#notes`) is no address.
    """
    reference = _IGNORED.sub("", reference.strip())
    if not reference or reference.startswith("#") or len(reference) > _LONGEST:
        return None
    try:
        joined = reference if _ADDRESS.match(reference) else urljoin(base, reference)
        urlsplit(joined)
    except ValueError:
        return None
    address = clean(_SPACE.sub(lambda space: quote(space[0]), clean(joined)))
    return address if _ADDRESS.match(address) else None


def host(address: str) -> str:
    """The host of an address, for people; empty when it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def bare(text: str) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, each with the reference that it is, if it is one.

    Punctuation and brackets that belong to the sentence are left out of the address.
    """
    done = 0
    for match in _BARE.finditer(text):
        shown = _without_sentence(match[0])
        start, end = match.start(), match.start() + len(shown)
        if start > done:
            yield text[done:start], None
        yield shown, shown if "://" in shown else f"http://{shown}"
        done = end
    if done < len(text):
        yield text[done:], None


def _without_sentence(address: str) -> str:
    while address:
        last = address[-1]
        opening = _PAIRS.get(last)
        unpaired = opening is not None and address.count(last) > address.count(opening)
        if not unpaired and last not in _AT_THE_END:
            break
        address = address[:-1]
    return address
