"""What reading a document costs that was read before: whole, and only what is new in it.

    FEEDTUI_CORPUS=… python bench/splitting.py [--least N]

Every document of the corpus with at least N items is read whole, and then as the next fetch of a
feed that had all its items but the first. Prints medians in milliseconds; nothing is judged.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from feedtui.feeds.merge import merge
from feedtui.feeds.parse import legible, parse
from feedtui.feeds.reading import read_news, remember
from feedtui.feeds.split import Split, split_json, split_xml
from feedtui.model import NotAFeed, SeenItems, StoredFeed

ADDRESS = "https://feed.example/feed.xml"
NOW = 1_790_000_000
TIMES = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds for one document: to read it whole, to cut it, and to read what is new."""

    name: str
    items: int
    whole: float
    cut: float
    one_new: float
    none_new: float


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--least", type=int, default=10, metavar="N", help="items (default 10)")
    least = options.parse_args().least
    corpus = os.environ.get("FEEDTUI_CORPUS")
    if not corpus:
        sys.exit("FEEDTUI_CORPUS is not set")
    every = list(documents(Path(corpus)))
    figures = [each for each in (measured(path, least) for path in every) if each]
    print(f"{len(every)} documents, {len(figures)} of them with {least} items or more can be cut\n")
    print_table(figures)


def documents(corpus: Path) -> Iterator[Path]:
    for line in (corpus / "manifest.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] == "feed":
            yield corpus / row["path"]


def measured(path: Path, least: int) -> Figures | None:
    document = path.read_bytes()
    split = cut(document)
    if split is None or len(split.items) < least:
        return None
    before = split.only(range(1, len(split.items)))
    one, every = seen(before), seen(document)
    if not one.items or not every.items:
        return None
    return Figures(
        name=path.name[:40],
        items=len(split.items),
        whole=milliseconds(lambda: parse(document, ADDRESS)),
        cut=milliseconds(lambda: cut(document)),
        one_new=milliseconds(lambda: read_news(document, ADDRESS, "", one)),
        none_new=milliseconds(lambda: read_news(document, ADDRESS, "", every)),
    )


def cut(document: bytes) -> Split | None:
    text = legible(document, "")
    split = (split_json if text.is_json else split_xml)(text.text)
    if split is not None:
        split.hashes()
    return split


def seen(document: bytes) -> SeenItems:
    """What is known after a document was read."""
    reading = read_news(document, ADDRESS, "", SeenItems())
    if isinstance(reading, NotAFeed):
        return SeenItems()
    return remember(reading, merge(StoredFeed(ADDRESS), reading.feed, NOW).ids, ADDRESS)


def milliseconds(work: Callable[[], object]) -> float:
    return min(timed(work) for _ in range(TIMES)) * 1000


def timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def print_table(figures: list[Figures]) -> None:
    print(f"{'':40} {'items':>6} {'whole':>8} {'cut':>8} {'one new':>8} {'none new':>8}")
    largest = sorted(figures, key=lambda each: -each.whole)[:8]
    for each in (*largest, middle(figures)):
        times = (each.whole, each.cut, each.one_new, each.none_new)
        print(f"{each.name:40} {each.items:6} " + " ".join(f"{time:8.2f}" for time in times))
    total = sum(each.whole for each in figures), sum(each.one_new for each in figures)
    print(f"\nall of them: {total[0]:.0f} ms whole, {total[1]:.0f} ms when one item is new")


def middle(figures: list[Figures]) -> Figures:
    return Figures(
        name="median",
        items=round(median(each.items for each in figures)),
        whole=median(each.whole for each in figures),
        cut=median(each.cut for each in figures),
        one_new=median(each.one_new for each in figures),
        none_new=median(each.none_new for each in figures),
    )


if __name__ == "__main__":
    main()
