"""Every body of a corpus through the article room: is anything lost, said twice, or too wide?

The words of each document are compared with those that a second, simple reading of the same HTML
finds: the standard library's tokenizer, less what no reader sees (scripts, styles, hidden parts).
Words that only attributes have (a picture's name) are no doubles. Prints the shares and, with -v,
the bodies that differ most, for a person to judge. Exits with 1 when a line was too wide, when
anything raised, or when a share falls short.
"""

import json
import os
import re
import sys
import unicodedata
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plain_reading import plain_reading

from feedtui.article.cells import cells
from feedtui.article.document import Document, Media, Note, Style
from feedtui.article.layout import lay_out
from feedtui.article.reader import read
from feedtui.article.walking import every_block, spans_of
from feedtui.article.wrapping import unwrap
from feedtui.feeds.parse import parse
from feedtui.model import Feed

WIDTHS = (40, 80, 120)
ENOUGH = 99.5
"""Percent of the words of the plain reading that have to be there."""

_WORD = re.compile(r"[^\W_]+")
_DECORATION = Style.FRAME | Style.QUOTE | Style.INDENT | Style.SIGN

Words = Counter[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one body. `lost` and `doubled` are words."""

    name: str
    words: int
    lost: Words
    doubled: Words
    too_wide: int
    cut: int


def main() -> int:
    """Look at all bodies."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="count", default=0, help="name the worst bodies")
    said = parser.parse_args()
    corpus = Path(os.environ.get("FEEDTUI_CORPUS", ""))
    if not (corpus / "manifest.jsonl").is_file():
        sys.stderr.write("set FEEDTUI_CORPUS to a folder of feeds with a manifest.jsonl\n")
        return 2
    verdicts = [verdict(name, html, base) for name, html, base in bodies(corpus)]
    if said.verbose:
        _print_worst(verdicts, 10 * said.verbose)
    return _judge(verdicts)


def bodies(corpus: Path) -> Iterator[tuple[str, str, str]]:
    """Name, HTML and base of each different body of the corpus."""
    known = set()
    for line in (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] != "feed":
            continue
        feed = parse((corpus / row["path"]).read_bytes(), "https://feed.example/feed.xml")
        for number, entry in enumerate(feed.entries if isinstance(feed, Feed) else ()):
            if entry.body and entry.body not in known:
                known.add(entry.body)
                yield f"{row['path']}#{number}", entry.body, entry.base or entry.link


def verdict(name: str, html: str, base: str) -> Verdict:
    """Read one body both ways, and lay it out at each width."""
    plain = plain_reading(unwrap(html))
    document = read(html, base)
    expected, found = _words(plain.text), _words(_text(document))
    layouts = [_layout(document, width) for width in WIDTHS]
    return Verdict(
        name=name,
        words=expected.total(),
        lost=expected - found,
        doubled=(found - expected - _words(plain.attributes)) & _twice(expected),
        too_wide=sum(too_wide for too_wide, _ in layouts),
        cut=sum(cut for _, cut in layouts),
    )


def _twice(words: Words) -> Words:
    return Counter(dict.fromkeys(words, words.total()))


def _layout(document: Document, width: int) -> tuple[int, int]:
    """Lines that are too wide, and characters of the document that no line shows."""
    lines = lay_out(document, width)
    shown = Counter(
        letter
        for line in lines
        for span in line.spans
        if not span.style & _DECORATION
        for letter in span.text
        if not letter.isspace()
    )
    meant = Counter(letter for letter in _text(document) if not letter.isspace())
    return sum(cells(line.text) > width for line in lines), (meant - shown).total()


def _text(document: Document) -> str:
    blocks = (block for top in document.blocks for block in every_block(top))
    return "\n".join(
        block.label if isinstance(block, Media) else "".join(span.text for span in spans_of(block))
        for block in blocks
        if not isinstance(block, Note) or block.blocks
    )


def _words(text: str) -> Words:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _print_worst(verdicts: list[Verdict], count: int) -> None:
    differing = sorted(verdicts, key=lambda each: -(each.lost + each.doubled).total())
    for each in differing[:count]:
        print(f"{each.name}: of {each.words} words")
        for what, words in (("lost", each.lost), ("doubled", each.doubled)):
            if words:
                named = " ".join(f"{word}×{times}" for word, times in words.most_common(30))
                print(f"  {what} {words.total()}: {named}")


def _judge(verdicts: list[Verdict]) -> int:
    words = sum(each.words for each in verdicts)
    lost = sum(each.lost.total() for each in verdicts)
    doubled = sum(each.doubled.total() for each in verdicts)
    wide = sum(each.too_wide for each in verdicts)
    cut = sum(each.cut for each in verdicts)
    present = 100 * (1 - lost / words)
    print(f"{len(verdicts)} bodies, {words} words, at widths {', '.join(map(str, WIDTHS))}")
    print(f"words present: {present:.3f} %; doubled: {doubled} ({100 * doubled / words:.3f} %)")
    print(f"lines too wide: {wide}; characters that no line shows: {cut}")
    return int(present < ENOUGH or wide > 0 or cut > 0)


if __name__ == "__main__":
    sys.exit(main())
