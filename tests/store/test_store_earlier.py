from pathlib import Path

import pytest

from feedtui.clean import SafeText
from feedtui.model import Body, FetchHistory, Head, SeenItem, SeenItems, StoredFeed, Version
from feedtui.store.cache import FeedCache, folder_name
from feedtui.store.earlier import with_added
from world import Complaints

URL = "https://example.org/feed.xml"
FEED = StoredFeed(URL, history=FetchHistory(body_hash="abc"), heads=(Head("1", SafeText("One")),))
SEEN = SeenItems("head", {"hash": SeenItem("name", "1")})


@pytest.fixture
def cache(tmp_path: Path, complaints: Complaints) -> FeedCache:
    return FeedCache(tmp_path / "feeds", complaints)


def version(number: int, text: str = "text") -> Version:
    return Version(SafeText(f"Title {number}"), Body(text), since=number, until=number + 1)


def test_earlier_versions_are_kept_the_oldest_first(cache: FeedCache) -> None:
    assert cache.earlier(URL, "1") == ()
    cache.keep_earlier(URL, {"1": version(1)})
    cache.keep_earlier(URL, {"1": version(2), "2": version(5)})
    assert cache.earlier(URL, "1") == (version(1), version(2))
    assert cache.earlier(URL, "2") == (version(5),)


def test_without_a_change_there_is_no_file(cache: FeedCache) -> None:
    cache.keep_earlier(URL, {})
    assert not (cache.folder / folder_name(URL)).exists()


def test_three_versions_of_an_entry_are_kept() -> None:
    versions = with_added({}, {"1": version(1)})
    for number in range(2, 7):
        versions = with_added(versions, {"1": version(number)})
    assert versions == {"1": (version(4), version(5), version(6))}


def test_the_same_version_is_kept_once_though_a_crash_makes_it_come_twice() -> None:
    versions = with_added({}, {"1": version(1)})
    assert with_added(versions, {"1": version(1)}) == versions


def test_a_feed_that_rewrites_large_texts_keeps_the_latest_of_them() -> None:
    large = {str(n): version(n, "x" * 900_000) for n in range(5)}
    assert with_added({}, large) == {"4": (large["4"],), "3": (large["3"],)}


def test_items_are_known_as_long_as_the_document_is_the_one_they_are_of(cache: FeedCache) -> None:
    cache.write(FEED, {"1": Body("text")})
    assert cache.seen(FEED) == SeenItems()
    cache.write_seen(FEED, SEEN)
    assert cache.seen(FEED) == SEEN
    assert cache.seen(StoredFeed(URL, history=FetchHistory(body_hash="def"))) == SeenItems()
    assert cache.seen(StoredFeed(URL)) == SeenItems()


def test_items_are_not_known_when_they_were_forgotten(cache: FeedCache) -> None:
    cache.write(FEED, {})
    cache.write_seen(FEED, SEEN)
    cache.forget_seen(URL)
    cache.forget_seen(URL)
    assert cache.seen(FEED) == SeenItems()


@pytest.mark.parametrize("damage", ["", "{", None])
def test_items_are_not_known_when_texts_were_lost(cache: FeedCache, damage: str | None) -> None:
    cache.write(FEED, {"1": Body("text")})
    cache.write_seen(FEED, SEEN)
    texts = cache.folder / folder_name(URL) / "bodies.json"
    texts.unlink() if damage is None else texts.write_text(damage)
    assert cache.seen(FEED) == SeenItems()


def test_an_item_whose_entry_is_not_kept_is_not_known(cache: FeedCache) -> None:
    cache.write(FEED, {})
    cache.write_seen(FEED, SeenItems("head", {"hash": SeenItem("name", "2")}))
    assert cache.seen(FEED) == SeenItems("head")
