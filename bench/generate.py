"""A library of any size, the same at every run, written straight through the program's own store.

Entries have titles that begin with their number, `#000000` being the newest, so that a title that
was painted says which entry it is. Numbers are dealt to the feeds like cards: the river of all
entries goes through all feeds, as it does when a hundred sites write at the same time.
"""

from collections.abc import Iterator, Sequence
from random import Random

from feedtui.clean import SafeText
from feedtui.library.marks import READ
from feedtui.library.subscribing import subscribe_all
from feedtui.model import Body, FetchHistory, Head, Marking, StoredFeed, Subscription
from feedtui.store.cache import FeedCache
from feedtui.store.marks import MarkJournal
from feedtui.store.paths import Places

NEWEST = 1_790_000_000
"""Date of the newest entry, in seconds since 1970; each further one is ten minutes older."""

LONGEST = 500_000
"""Characters of the few texts that are very long."""

_LONG_ONE = 777

DEVICE = "bench"
"""The device that made the marks: another one than the sandbox's."""

_FOLDERS = ("", "Ideas", "Ideas/Science", "Tech", "Tech/Python", "News")
_WORDS = [
    "river",
    "lamp",
    "quiet",
    "engine",
    "paper",
    "letter",
    "harbour",
    "winter",
    "garden",
    "signal",
    "copper",
    "window",
    "method",
    "table",
    "северный",
    "ветер",
    "日本",
    "記事",
    "naïve",
    "façade",
    "measure",
    "kernel",
    "bridge",
    "orchard",
    "theory",
    "market",
    "cloud",
    "stone",
]


def write_library(
    places: Places, entries: int, per_feed: int = 100, body: int = 4096, words: int = 7
) -> None:
    """Write a library of so many entries.

    `body` is about how long most texts are, in characters, one in 5,000 being half a million;
    `words` is how many a title has.
    """
    feeds = -(-entries // per_feed)
    subscribe_all(places, [_subscription(feed) for feed in range(feeds)])
    cache = FeedCache(places.feeds, print)
    for feed in range(feeds):
        numbers = range(feed, entries, feeds)
        stored, bodies = _feed(feed, numbers, body, words)
        cache.write(stored, bodies)


def write_feed(places: Places, url: str, name: str, entries: Sequence[tuple[str, Body]]) -> None:
    """Write a library of one feed with these titles and texts, the newest first."""
    subscribe_all(places, [Subscription(url)])
    heads = tuple(_plain_head(place, title) for place, (title, _) in enumerate(entries))
    bodies = {head.id: body for head, (_, body) in zip(heads, entries, strict=True)}
    stored = StoredFeed(url, SafeText(name), history=_history(url), heads=heads)
    FeedCache(places.feeds, print).write(stored, bodies)


def mark_read(places: Places, entries: int, hundredths: int) -> None:
    """Mark so many of each hundred entries read, and never the newest, as a person might have."""
    read = [number for number in range(entries) if number % 100 >= 100 - hundredths]
    times = [1000 * NEWEST + number for number in read]
    marks = Marking(READ, value=True, entries=[_id(number) for number in read], times=times)
    MarkJournal(places.marks, DEVICE, print).append([marks])


def title(number: int) -> str:
    """The beginning of an entry's title, which no other entry has."""
    return f"#{number:06}"


def url(feed: int) -> str:
    """The address of a feed: a port of this machine where nobody answers."""
    return f"http://127.0.0.1:9/{feed}"


def _subscription(feed: int) -> Subscription:
    return Subscription(url(feed), folder=_FOLDERS[feed % len(_FOLDERS)])


def _feed(feed: int, numbers: range, length: int, words: int) -> tuple[StoredFeed, dict[str, Body]]:
    chance = Random(feed)
    heads = tuple(_head(number, words, chance) for number in numbers)
    paragraphs = [_paragraph(chance) for _ in range(40)]
    lengths = (LONGEST if number % 5000 == _LONG_ONE else length for number in numbers)
    bodies = {
        head.id: Body(_html(paragraphs, characters, chance), url(feed))
        for head, characters in zip(heads, lengths, strict=True)
    }
    name = SafeText(f"Feed {feed} {_words(chance, 2)}")
    return StoredFeed(url(feed), name, history=_history(url(feed)), heads=heads), bodies


def _history(url: str) -> FetchHistory:
    return FetchHistory(address=url, attempted=NEWEST, succeeded=NEWEST, next=NEWEST)


def _plain_head(place: int, title: str) -> Head:
    return Head(
        id=_id(place),
        title=SafeText(title),
        link=SafeText(f"https://example.org/{place}"),
        published=NEWEST - place,
        seen=NEWEST,
        digest=_id(place),
    )


def _head(number: int, words: int, chance: Random) -> Head:
    return Head(
        id=_id(number),
        title=SafeText(f"{title(number)} {_words(chance, words)}"),
        link=SafeText(f"https://example.org/{number}"),
        author=SafeText(_words(chance, 2)),
        published=NEWEST - 600 * number,
        seen=NEWEST,
        digest=f"{chance.getrandbits(64):016x}",
    )


def _id(number: int) -> str:
    return f"{number:016x}"


def _html(paragraphs: list[str], length: int, chance: Random) -> str:
    return "".join(_take(paragraphs, length, chance))


def _take(paragraphs: list[str], length: int, chance: Random) -> Iterator[str]:
    while length > 0:
        paragraph = chance.choice(paragraphs)
        length -= len(paragraph)
        yield paragraph


def _paragraph(chance: Random) -> str:
    first, rest = _words(chance, 6), _words(chance, 50)
    link = f'<a href="https://example.org/{chance.randrange(1000)}">{_words(chance, 2)}</a>'
    return f"<p><b>{first}</b> {link} {rest}, <code>{_words(chance, 1)}</code>.</p>\n"


def _words(chance: Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))
