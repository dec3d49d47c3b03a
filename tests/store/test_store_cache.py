import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.errors import NewerVersionError
from feedtui.model import Body, Enclosure, FetchHistory, Head, StoredFeed
from feedtui.store.cache import FeedCache, folder_name
from world import Complaints

URL = "https://example.org/feed.xml"


def head(number: int) -> Head:
    return Head(
        id=f"{number:016x}",
        title=clean_line(f"Entry {number}"),
        link=clean_line(f"https://example.org/{number}"),
        published=1_700_000_000 + number,
        seen=1_700_000_000,
        enclosures=(Enclosure(clean_line("https://example.org/a.mp3"), length=5),),
    )


FEED = StoredFeed(
    URL,
    title=clean_line("Example — 例"),
    history=FetchHistory(
        address=URL, etag='"x"', body_hash="abc", next=7, attempted=5, succeeded=5
    ),
    heads=(head(2), head(1)),
)
BODIES = {head(1).id: Body("<p>one</p>", URL), head(2).id: Body("<p>two \ud83d\ude00</p>")}
BODIES[head(2).id] = Body("<p>two 😀</p>")


@pytest.fixture
def cache(tmp_path: Path, complaints: Complaints) -> FeedCache:
    return FeedCache(tmp_path / "feeds", complaints)


def file(cache: FeedCache, name: str) -> Path:
    return cache.folder / folder_name(URL) / name


def test_what_is_written_is_read_again(cache: FeedCache) -> None:
    cache.write(FEED, BODIES)
    assert cache.feed(URL) == FEED
    assert cache.body(URL, head(1).id) == BODIES[head(1).id]
    assert cache.body(URL, head(2).id) == BODIES[head(2).id]


def test_a_feed_that_was_never_fetched_is_empty(cache: FeedCache) -> None:
    assert cache.feed(URL) == StoredFeed(URL)
    assert cache.body(URL, "0") is None


def test_new_bodies_are_added_to_the_old(cache: FeedCache) -> None:
    cache.write(FEED, {head(1).id: Body("old"), head(2).id: Body("kept")})
    cache.write(FEED, {head(1).id: Body("new")})
    assert cache.body(URL, head(1).id) == Body("new")
    assert cache.body(URL, head(2).id) == Body("kept")


def test_files_say_which_version_wrote_them_and_are_private(cache: FeedCache) -> None:
    cache.write(FEED, BODIES)
    for name, version in (("heads.json", 2), ("bodies.json", 1), ("history.json", 1)):
        assert json.loads(file(cache, name).read_bytes())["version"] == version
        assert stat.S_IMODE(file(cache, name).stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"{", b"\x00\xff garbage", b'{"version":1,"feed":5}'])
def test_damaged_heads_are_moved_aside_and_told_of(
    cache: FeedCache, complaints: Complaints, content: bytes
) -> None:
    cache.write(FEED, BODIES)
    file(cache, "heads.json").write_bytes(content)
    history = FetchHistory(address=URL, attempted=5, succeeded=5)
    assert cache.feed(URL) == StoredFeed(URL, history=history)
    assert file(cache, "heads.json.damaged-1").read_bytes() == content
    assert [str(file(cache, "heads.json")) in said for said in complaints.said] == [True]


def test_without_its_bodies_a_feed_is_asked_without_validators_and_at_once(
    cache: FeedCache, complaints: Complaints
) -> None:
    cache.write(FEED, BODIES)
    file(cache, "bodies.json").write_bytes(b"garbage")
    assert cache.body(URL, head(1).id) is None
    assert len(complaints.said) == 1
    history = cache.feed(URL).history
    assert (history.etag, history.body_hash, history.next) == ("", "", 0)
    assert cache.feed(URL).heads == FEED.heads


def test_a_second_damaged_file_does_not_overwrite_the_first(cache: FeedCache) -> None:
    for content in (b"first", b"second"):
        cache.write(FEED, {})
        file(cache, "heads.json").write_bytes(content)
        cache.feed(URL)
    assert file(cache, "heads.json.damaged-1").read_bytes() == b"first"
    assert file(cache, "heads.json.damaged-2").read_bytes() == b"second"


@pytest.mark.parametrize("content", [b'{"version":3}', b'{"version":3,"feed":{"url":"x"}}'])
def test_a_file_of_a_newer_version_is_refused_and_left_alone(
    cache: FeedCache, content: bytes
) -> None:
    cache.write(FEED, BODIES)
    file(cache, "heads.json").write_bytes(content)
    with pytest.raises(NewerVersionError, match=r"heads.json was written by a newer feedtui"):
        cache.feed(URL)
    assert file(cache, "heads.json").read_bytes() == content


@pytest.mark.parametrize(
    ("url", "beginning"),
    [
        ("https://www.lesswrong.com/feed.xml", "www.lesswrong.com-"),
        ("http://[::1]:80/", "1-"),
        ("feedtui:welcome", "feed-"),
        ("https://例え.jp/..%2f/../../etc", "jp-"),
        ("https://" + "a" * 500 + ".org/", "a" * 60 + "-"),
    ],
)
def test_a_feeds_folder_has_a_readable_and_harmless_name(url: str, beginning: str) -> None:
    name = folder_name(url)
    assert name.startswith(beginning)
    assert len(name) == len(beginning) + 8
    assert "/" not in name


def test_the_same_host_has_a_folder_for_each_address() -> None:
    assert folder_name("https://example.org/a") != folder_name("https://example.org/b")


def test_a_history_alone_can_be_written(cache: FeedCache) -> None:
    cache.write(FEED, BODIES)
    later = replace(FEED, history=replace(FEED.history, next=99))
    cache.write_history(URL, later.history)
    assert cache.feed(URL) == later
    assert cache.body(URL, head(1).id) == BODIES[head(1).id]
