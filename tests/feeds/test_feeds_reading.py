"""Reading what is new gives what reading all would have given."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedtui.feeds.merge import Merged, merge
from feedtui.feeds.parse import legible, parse
from feedtui.feeds.reading import Reading, read_news, remember
from feedtui.feeds.split import Split, split_json, split_xml
from feedtui.model import Feed, NotAFeed, SeenItems, StoredFeed

URL = "https://example.org/feed"
NOW = 1_790_000_000
HOUR = 3600

CORPUS = Path(os.environ.get("FEEDTUI_CORPUS", "/nonexistent"))


def rss(*items: str, head: str = "<title>T</title>") -> bytes:
    entries = "".join(f"<item>{each}</item>" for each in items)
    return f"<rss version='2.0'><channel>{head}{entries}</channel></rss>".encode()


def post(number: int, text: str = "Text") -> str:
    return (
        f"<title>Post {number}</title><guid>{number}</guid><description>{text}</description>"
        f"<link>https://example.org/{number}</link>"
    )


class Reader:
    """Reads one document after the other as a worker would."""

    def __init__(self) -> None:
        self.stored = StoredFeed(URL)
        self.seen = SeenItems()

    def begin(self, document: bytes) -> None:
        """Read a first document."""
        reading = read_news(document, URL, "", self.seen)
        assert isinstance(reading, Reading)
        merged = merge(self.stored, reading.feed, NOW)
        self.stored, self.seen = merged.feed, remember(reading, merged.ids, URL)

    def read(self, document: bytes, address: str = URL) -> Reading:
        """What had to be read of a document; what came of it is what all of it would give."""
        reading = read_news(document, address, "", self.seen)
        whole = parse(document, address)
        assert not isinstance(reading, NotAFeed)
        assert isinstance(whole, Feed)
        merged = merge(self.stored, reading.feed, NOW, reading.ids)
        assert_same(merged, merge(self.stored, whole, NOW))
        self.stored, self.seen = merged.feed, remember(reading, merged.ids, URL)
        return reading


def assert_same(part: Merged, whole: Merged) -> None:
    assert part.feed == whole.feed
    assert (part.ids, part.new, part.changed) == (whole.ids, whole.new, whole.changed)
    assert part.bodies.items() <= whole.bodies.items()
    assert {*part.new, *part.changed} & {*whole.bodies} <= {*part.bodies}


def titles(reading: Reading) -> list[str]:
    return [entry.title for entry in reading.feed.entries]


def test_only_what_is_new_or_changed_is_read() -> None:
    reader = Reader()
    assert titles(reader.read(rss(post(2), post(1)))) == ["Post 2", "Post 1"]
    assert titles(reader.read(rss(post(3), post(2), post(1)))) == ["Post 3"]
    assert titles(reader.read(rss(post(3), post(2, "Edited"), post(1)))) == ["Post 2"]
    assert titles(reader.read(rss(post(3), post(1)))) == []
    assert titles(reader.read(rss(post(1), post(3)))) == []


def test_the_base_of_one_text_is_not_that_of_the_next() -> None:
    reader = Reader()
    based = "<guid>{0}</guid><description xml:base='/{0}/'>&lt;p&gt;Text</description>"
    reader.read(rss(based.format("a")))
    reading = reader.read(rss(based.format("b"), based.format("a"), post(1)))
    assert [entry.base for entry in reading.feed.entries] == [
        "https://example.org/b/",
        "https://example.org/1",
    ]


def test_what_the_feed_dropped_is_read_again_when_it_is_back() -> None:
    reader = Reader()
    reader.read(rss(post(2), post(1)))
    reader.read(rss(post(2)))
    assert titles(reader.read(rss(post(2), post(1)))) == ["Post 1"]


def test_facts_of_the_feed_are_always_read() -> None:
    reader = Reader()
    reader.read(rss(post(1), head="<title>T</title><ttl>5</ttl>"))
    reader.read(rss(post(1), head="<title>New</title><ttl>9</ttl>"))
    assert (reader.stored.title, reader.stored.history.pace.ttl) == ("New", 540)


@pytest.mark.parametrize(
    ("head", "address"),
    [("<title>T</title><link>https://other.example/</link>", URL), ("<title>T</title>", f"{URL}s")],
)
def test_all_is_read_when_what_is_around_it_changed(head: str, address: str) -> None:
    reader = Reader()
    reader.read(rss(post(2), post(1)))
    assert len(titles(reader.read(rss(post(2), post(1), head=head), address))) == 2


def test_all_is_read_when_entries_have_to_be_told_apart() -> None:
    reader = Reader()
    reader.read(rss(post(1)))
    twice = rss(post(1, "Other").replace("Post", "Note").replace("org/1", "org/9"), post(1))
    assert len(titles(reader.read(twice))) == 2
    assert len(titles(reader.read(twice))) == 2
    reader.read(rss(post(1)))


def test_an_item_that_is_there_twice_is_known_twice() -> None:
    reader = Reader()
    assert len(titles(reader.read(rss(post(1), post(1))))) == 2
    assert titles(reader.read(rss(post(2), post(1), post(1)))) == ["Post 2"]
    assert len(titles(reader.read(rss(post(3), post(3), post(2), post(1))))) == 4


def test_items_that_say_nothing_are_no_reason_to_mix_up_the_others() -> None:
    reader = Reader()
    reader.read(rss("", post(1)))
    assert titles(reader.read(rss(post(2), "", post(1)))) == ["Post 2", "Post 1"]


def test_an_entry_that_took_over_another_id_keeps_it() -> None:
    reader = Reader()
    reader.read(rss(post(1)))
    renamed = post(1).replace("<guid>1", "<guid>https://example.org/new/1")
    reader.read(rss(renamed))
    assert titles(reader.read(rss(post(2), renamed))) == ["Post 2", "Post 1"]
    assert len(reader.stored.heads) == 2
    reader.read(rss(post(2), renamed, post(1)))
    assert len(reader.stored.heads) == 3


def test_items_of_json_feeds_are_read_once_too() -> None:
    reader = Reader()
    items = [{"id": str(n), "content_text": f"Text {n}"} for n in range(3)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T"}
    reader.read(json.dumps(feed | {"items": items[1:]}).encode())
    assert titles(reader.read(json.dumps(feed | {"items": items}).encode())) == ["Text 0"]


items = st.builds(
    lambda number, text, guid, link: (
        f"<title>Post {number}</title><description>{text}</description>{guid.format(number)}"
        f"{link.format(number)}"
    ),
    st.integers(1, 3),
    st.sampled_from(["a", "b"]),
    st.sampled_from(["", "<guid>{0}</guid>", "<guid>same</guid>", "<guid>https://b/{0}</guid>"]),
    st.sampled_from(["", "<link>https://a.example/{0}</link>"]),
)


@settings(deadline=None)
@given(st.lists(st.lists(items, max_size=4), min_size=2, max_size=4))
def test_no_succession_of_documents_is_read_otherwise_in_part(feeds: list[list[str]]) -> None:
    reader = Reader()
    for document in feeds:
        reader.read(rss(*document))


def documents() -> list[str]:
    if not CORPUS.is_dir():
        return []
    lines = (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines()
    return [row["path"] for row in map(json.loads, lines) if row["kind"] == "feed"]


def pieces(path: str) -> Split | None:
    document = legible((CORPUS / path).read_bytes(), "")
    return split_json(document.text) if document.is_json else split_xml(document.text)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="FEEDTUI_CORPUS is not set")
def test_every_document_of_the_corpus_read_in_part_gives_what_the_whole_gives() -> None:
    read = split = parts = 0
    for path in documents():
        found = pieces(path)
        if found is not None and isinstance(parse((CORPUS / path).read_bytes(), URL), Feed):
            split += 1
            for before, after in histories(found):
                reader = Reader()
                reader.begin(before)
                parts += len(reader.read(after).feed.entries)
                read += len(reader.seen.items)
    assert split > 400
    assert parts < read / 5


def histories(split: Split) -> list[tuple[bytes, bytes]]:
    """A document before and after: one item new at the top, one removed, one changed."""
    everything = range(len(split.items))
    last = len(split.items) // 2
    edited = split.items[last].replace(b"</title>", b" (edited)</title>", 1)
    changed = (*split.items[:last], edited, *split.items[last + 1 :])
    whole = split.only(everything)
    return [
        (split.only(everything[1:]), whole),
        (whole, split.only(place for place in everything if place != last)),
        (whole, replace(split, items=changed).only(everything)),
    ]
