"""How much of a document is taken, and what a person is told of the rest.

A feed of fifty thousand entries, or with a novel for a title, is read as far as anybody reads on.
The bounds are settings (`[fetch]` in config.toml); whoever reads documents hands them down.
"""

from dataclasses import dataclass

from feedtui.clean import SafeText
from feedtui.model import EMPTY


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many entries are taken, and how many characters of a title and of a text."""

    entries: int = 2000
    title: int = 1000
    content: int = 1000 * 1024


BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Excess:
    """How many entries of a document were left out, and how many titles and texts were cut."""

    entries: int = 0
    titles: int = 0
    contents: int = 0


def notice_of(excess: Excess, bounds: Bounds) -> SafeText:
    """What to tell a person of what was not taken, and which settings change that."""
    if excess == Excess():
        return EMPTY
    said = (
        (excess.entries, f"{_entries(excess.entries, bounds)} (max_entries)"),
        (excess.titles, f"{_cut(excess.titles, 'title')} {bounds.title:,} characters (max_title)"),
        (
            excess.contents,
            f"{_cut(excess.contents, 'text')} {bounds.content // 1024:,} KiB (max_content_kib)",
        ),
    )
    told = "; ".join(sentence for count, sentence in said if count)
    return SafeText(f"It has more than is read: {told}.")


def _entries(left_out: int, bounds: Bounds) -> str:
    return f"of {bounds.entries + left_out:,} entries {bounds.entries:,} are"


def _cut(count: int, what: str) -> str:
    return f"{count:,} {what} is cut to" if count == 1 else f"{count:,} {what}s are cut to"
