"""Measures searching over libraries of several sizes: the index, queries, and doing without it.

The texts are of invented words that are as unevenly spread as those of a language (the n-th most
frequent comes 1/n as often as the first): how long a search takes depends on that most of all.
Nothing is judged here; the figures are printed.
"""

import resource
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random

from figures import megabytes, print_columns, print_times
from sandbox import Sandbox, open_sandbox

from feedtui.clean import SafeText
from feedtui.library.home import Home
from feedtui.library.indexing import catch_up
from feedtui.library.search import Searcher
from feedtui.library.subscribing import subscribe_all
from feedtui.model import Body, FetchHistory, Head, StoredFeed, Subscription
from feedtui.query.searching import Search, parse_search, parse_typed

NEWEST = 1_790_000_000
PER_FEED, FIRST = 100, 50
TIMES = 7
_LETTERS, _WEIGHTS = "etaoinshrdlucmfwypvbgkjqxz", range(30, 4, -1)
_WORDS, _PARAGRAPHS = 100_000, 5_000
_OTHERS = (
    "naïve",
    "façade",
    "северный",
    "ветер",
    "日本",
    "記事",
    "東京の天気",
    "한국어",
    "ภาษาไทย",
)


@dataclass(frozen=True, slots=True)
class Texts:
    """Invented words, the most frequent first, and paragraphs made of them."""

    words: tuple[str, ...]
    paragraphs: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def middling(self) -> str:
        """A word of six letters that a few entries of a hundred have."""
        return next(word for word in self.words[1_950:] if len(word) == 6 and word.isascii())

    def some(self, chance: Random, count: int) -> str:
        return " ".join(chance.choices(self.words, cum_weights=self.weights, k=count))


def make_texts() -> Texts:
    chance = Random(1)
    words = {
        "".join(chance.choices(_LETTERS, _WEIGHTS, k=chance.randint(2, 10))) for _ in range(_WORDS)
    }
    ordered = sorted(sorted(words), key=lambda word: len(word) + 4 * chance.random())
    for place, other in enumerate(_OTHERS):
        ordered.insert(100 * (place + 1), other)
    weights = tuple(accumulate(1 / (place + 2.7) for place in range(len(ordered))))
    bare = Texts(tuple(ordered), (), weights)
    paragraphs = tuple(_paragraph(bare, chance) for _ in range(_PARAGRAPHS))
    return Texts(bare.words, paragraphs, weights)


def _paragraph(texts: Texts, chance: Random) -> str:
    link = f'<a href="https://example.org/{chance.randrange(10_000)}">{texts.some(chance, 3)}</a>'
    return f"<p>{texts.some(chance, 40)} {link}, {texts.some(chance, 35)}.</p>\n"


def write_library(home: Home, entries: int, texts: Texts) -> None:
    feeds = range(-(-entries // PER_FEED))
    subscribe_all(home.places, [Subscription(_url(feed)) for feed in feeds])
    for feed in feeds:
        _write_feed(home, feed, range(feed, entries, len(feeds)), texts)


def _write_feed(
    home: Home, feed: int, numbers: range, texts: Texts, chance: Random | None = None
) -> None:
    chance = chance or Random(feed)
    heads = tuple(_head(number, texts, chance) for number in numbers)
    bodies = {
        head.id: Body("".join(chance.choices(texts.paragraphs, k=_length(chance))))
        for head in heads
    }
    history = FetchHistory(attempted=NEWEST, succeeded=NEWEST, next=NEWEST)
    stored = StoredFeed(_url(feed), SafeText(f"Feed {feed}"), history=history, heads=heads)
    home.cache().write(stored, bodies)


def _length(chance: Random) -> int:
    """Paragraphs of a text: about 4 KB, a few of them 500 KB."""
    return 1_200 if chance.random() < 0.0005 else chance.randint(2, 17)


def _head(number: int, texts: Texts, chance: Random) -> Head:
    return Head(
        id=f"{chance.getrandbits(64):016x}",
        title=SafeText(texts.some(chance, 8)),
        author=SafeText(texts.some(chance, 2)),
        published=NEWEST - 600 * number,
        seen=NEWEST,
        digest=f"{chance.getrandbits(64):016x}",
    )


def _url(feed: int) -> str:
    return f"http://127.0.0.1:9/{feed}"


def _searches(texts: Texts) -> dict[str, Search]:
    common, middling, rare = texts.words[0], texts.middling, texts.words[20_000]
    typed = {
        f"typed: {middling[:size]}": parse_typed(middling[:size])
        for size in range(1, len(middling) + 1)
    }
    finished = (
        *(common, middling, rare, f"{common} {middling}", f"{middling} -{common}"),
        *(f'"{common} {texts.words[1]}"', f"title:{middling}", f"is:unread {common}"),
        *("naive", "日", "日本", "天気", "ไทย"),
    )
    return typed | {each: parse_search(each) for each in finished}


def measure(sandbox: Sandbox, entries: int, texts: Texts) -> None:
    home = Home(sandbox.places, sandbox.environment, _milliseconds, print)
    write_library(home, entries, texts)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    took = _seconds(lambda: sandbox.run("search", "--rebuild"))
    most = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024
    bodies = sum(each.stat().st_size for each in home.places.feeds.rglob("bodies.json"))
    size = home.places.search.stat().st_size
    print(f"\n{entries} entries, {bodies / 1e6:.0f} MB of texts")
    print(f"  index: {took:.1f} s, {size / 1e6:.0f} MB, memory at most {most} MB")
    _measure_queries(home, sandbox, texts)
    _measure_changes(home, texts)
    home.places.search.unlink()
    word = texts.middling
    took = _seconds(lambda: sandbox.run("search", word))
    print(f"  feedtui search {word}, without the index: {took:.1f} s", flush=True)


def _measure_queries(home: Home, sandbox: Sandbox, texts: Texts) -> None:
    library = home.library()
    searcher = Searcher(home, library)
    print_columns()
    for name, search in _searches(texts).items():
        hits = searcher.find(search, FIRST)
        times = [_seconds(partial(searcher.find, search, FIRST)) for _ in range(TIMES)]
        print_times(f"{name} ({len(hits.items)})", times)
    search = parse_search(texts.middling)
    hits = searcher.find(search, FIRST)
    times = [_seconds(partial(searcher.excerpt, each, search)) for each in hits.items]
    print_times("one excerpt", times)
    print(f"  excerpts of the first {len(times)}: {1000 * sum(times):.0f} ms")
    searcher.close()
    print_times(
        "the whole command", [_seconds(lambda: sandbox.run("search", "naive")) for _ in range(3)]
    )
    print(f"  memory of this process: {megabytes(_own(), 'VmRSS')} MB")


def _measure_changes(home: Home, texts: Texts) -> None:
    keys = tuple(each.key for each in home.subscriptions())
    times = [_seconds(lambda: catch_up(home, keys, lambda: True)) for _ in range(TIMES)]
    print_times("catching up with nothing", times)
    _write_feed(home, 0, range(PER_FEED), texts, Random(-1))
    print_times("catching up with one feed", [_seconds(lambda: catch_up(home, keys, lambda: True))])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


def _own() -> int:
    return int(Path("/proc/self").resolve().name)


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("entries", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    texts = make_texts()
    for entries in parser.parse_args().entries:
        with open_sandbox() as sandbox:
            measure(sandbox, entries, texts)


if __name__ == "__main__":
    main()
