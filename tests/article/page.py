"""A rendered article as a reader sees it: its lines, and its words without regard to the lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wcwidth import wcswidth

_ADDRESS = re.compile(r"\[(\d+)\] (\S.*)")
_NUMBER = re.compile(r" ?\[\d+\]")
_QUOTE = re.compile(r"^[ \t]*(?:> ?)+", re.MULTILINE)
_WIDE = "[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef]"
_GAP = re.compile(f"(?<={_WIDE}) (?={_WIDE})")
_DANGEROUS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered article: its lines, the addresses below them, and its words without the lines."""

    width: int
    text: str
    lines: tuple[str, ...]
    addresses: Mapping[str, str]
    words: str

    @property
    def body(self) -> str:
        """The lines without the list of addresses."""
        return "\n".join(self.lines)

    @property
    def bare(self) -> str:
        """The words without the numbers of links."""
        return _NUMBER.sub("", self.words)


def see(text: str, width: int) -> Page:
    """Take rendered text apart."""
    lines = text.rstrip("\n").split("\n")
    addresses: dict[str, str] = {}
    while lines and (match := _ADDRESS.fullmatch(lines[-1].strip())):
        addresses[match[1]] = match[2]
        lines.pop()
    return Page(width, text, tuple(lines), addresses, flow("\n".join(lines)))


def always(page: Page) -> Iterator[str]:
    """What is wrong with it whatever the article says."""
    for line in page.lines:
        if wcswidth(line) > page.width:
            yield f"wider than {page.width}: {line!r}"
    for number, address in page.addresses.items():
        if f"[{number}]" not in page.words:
            yield f"an address that nothing refers to: [{number}] {address}"
    if found := _DANGEROUS.search(page.text.replace("\n", "")):
        yield f"a character that acts or hides: {found[0]!r}"


def flow(text: str) -> str:
    """The words of some lines, without the quote marks before them."""
    return normal(_QUOTE.sub("", text))


def normal(text: str) -> str:
    """The words with single blanks between them, and none between wide characters."""
    return _GAP.sub("", " ".join(text.split()))
