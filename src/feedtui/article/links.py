"""Addresses in an article: made absolute, checked, numbered once each, and shown before they open.

Only schemes with which opening a link is harmless get a number; what `javascript:`, `data:` and
`file:` stood under stays as text.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

from feedtui.article.hosts import ascii_host, letters_of
from feedtui.article.trackers import TRACKERS, Trackers, without_trackers
from feedtui.clean import SafeText, clean, clean_line

_ADDRESS = re.compile(
    r"(?:https?|ftp|gemini|gopher)://[^\s/?#]|(?:mailto|magnet|tel|xmpp|irc):\S", re.IGNORECASE
)
_LONGEST = 8000
_IGNORED = re.compile(r"[\t\n\r]")
_SPACE = re.compile(r"\s")
_WEB = re.compile(r"https?:", re.IGNORECASE)
_PATH = re.compile(r"[^?#]*")

_PARTS = re.compile(
    r"(?P<scheme>[a-z]+://|mailto:(?=[^?]*@))(?:(?P<user>[^/?#]*)@)?(?P<host>[^/?#@:]*)(?P<rest>.*)",
    re.IGNORECASE,
)
_LONGEST_USER = 60

_BARE = re.compile(r"\b(?:https?://|www\.(?=[a-z0-9-]+\.))[^\s<>\"]{2,2000}", re.IGNORECASE)
_AT_THE_END = ".,:;!?'*_~…。，、！？；："
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“", "」": "「", "）": "（"}


class Links:
    """The numbered addresses of one article, whose relative ones start from `base`."""

    def __init__(self, base: str, trackers: Trackers = TRACKERS) -> None:
        self._base = base
        self._trackers = trackers
        self._numbers: dict[SafeText, int] = {}
        self._addresses: list[SafeText] = []

    def number(self, reference: str) -> int | None:
        """The number of the address, counted from 1; None for what isn't to be opened."""
        found = absolute(reference, self._base)
        return None if found is None else self.number_of(found)

    def number_of(self, address: SafeText) -> int:
        """The number of an address that `absolute` has handed out."""
        address = clean(without_trackers(address, self._trackers))
        if address not in self._numbers:
            self._addresses.append(address)
        return self._numbers.setdefault(address, len(self._addresses))

    @property
    def count(self) -> int:
        """How many addresses have a number."""
        return len(self._addresses)

    def keep(self, count: int) -> None:
        """Take back the numbers above `count`, whose addresses nothing turned out to lead to."""
        for address in self._addresses[count:]:
            del self._numbers[address]
        del self._addresses[count:]

    def address(self, number: int) -> SafeText:
        """The address with that number."""
        return self._addresses[number - 1]

    @property
    def addresses(self) -> tuple[SafeText, ...]:
        """All of them, in the order of their numbers."""
        return tuple(self._addresses)


def absolute(reference: str, base: str) -> SafeText | None:
    """The address that a reference leads to from `base` (RFC 3986), if its scheme is harmless.

    A place within the same page (`#notes`) is no address. As in browsers, `\\` in a web address
    is `/`, so that nothing before it can be taken for a user's name.
    """
    reference = _with_slashes(clean(_IGNORED.sub("", reference)).strip())
    if not reference or reference.startswith("#") or len(reference) > _LONGEST:
        return None
    if reference.startswith("//") and not base:
        reference = f"https:{reference}"
    try:
        joined = reference if _ADDRESS.match(reference) else urljoin(base, reference)
        urlsplit(joined)
    except ValueError:
        return None
    address = clean(_SPACE.sub(lambda space: quote(space[0]), clean(_with_slashes(joined))))
    return address if _ADDRESS.match(address) else None


def _with_slashes(address: str) -> str:
    if "\\" not in address or not _WEB.match(address):
        return address
    return _PATH.sub(lambda path: path[0].replace("\\", "/"), address, count=1)


def shown_address(address: str) -> SafeText:
    """The address as a person should see it before it is opened, in one line.

    The host is the one that is asked, in ASCII; behind the address stand its own letters, if they
    deceive nobody, and a user's name, which is no part of where it leads.
    """
    safe = clean_line(_with_slashes(address))
    parts = _PARTS.match(safe)
    if parts is None:
        return safe
    host, user = parts["host"], parts["user"]
    remarks = [letters_of(host)]
    if parts["scheme"].lower() == "mailto:":
        before = f"{parts['scheme']}{user}@"
    else:
        before = parts["scheme"]
        name = (user or "").partition(":")[0][:_LONGEST_USER]
        remarks.append("" if user is None else f'as the user "{name}"')
    shown = f"{before}{ascii_host(host)}{parts['rest']}"
    return clean_line(" ".join([shown, *(f"({remark})" for remark in remarks if remark)]))


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
