"""What disks, crashes and people do to the files: nothing is lost, and the feed is asked anew."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.errors import StoreError
from feedtui.model import Body, FetchHistory, FullText, Head, SeenItem, SeenItems, StoredFeed
from feedtui.model import Version as Earlier
from feedtui.store import atomic
from feedtui.store.cache import FeedCache, folder_name
from refusing import Disk
from world import Complaints

URL = "https://example.org/feed.xml"
HISTORY = FetchHistory(URL, '"x"', "", "abc", attempted=5, succeeded=5, next=7)


def head(number: int) -> Head:
    return Head(
        id=f"{number:016x}",
        title=clean_line(f"Entry {number}"),
        link=clean_line(f"https://example.org/{number}"),
        published=1_700_000_000 + number,
        seen=1_700_000_000,
    )


FEED = StoredFeed(URL, clean_line("Example"), history=HISTORY, heads=(head(2), head(1)))
BODIES = {head(1).id: Body("<p>one</p>", URL), head(2).id: Body("<p>two</p>", URL)}
SEEN = SeenItems("aa", {"bb": SeenItem("cc", head(1).id)})

DAMAGES = {
    "empty": b"",
    "cut off": b'{"version":1,"feed":{"url":"ht',
    "zeros": b"\0" * 4096,
    "garbage": b"\xff\xfe\x80 nothing",
    "another shape": b'{"version":1,"feed":5,"bodies":5,"history":5,"seen":5,"versions":5,'
    b'"texts":5}',
    "no object": b"[1,2,3]",
    "very deep": b"[" * 200_000,
    "version of no kind": b'{"version":"one"}',
    "an old version that never was": b'{"version":0}',
}
FILES = ("heads.json", "bodies.json", "history.json", "earlier.json", "items.json", "fulltext.json")


@pytest.fixture
def cache(tmp_path: Path, complaints: Complaints) -> FeedCache:
    cache = FeedCache(tmp_path / "feeds", complaints)
    cache.write(FEED, BODIES)
    before = Earlier(clean_line("Before"), Body("<p>was</p>"), since=1, until=2)
    cache.keep_earlier(URL, {head(1).id: before})
    cache.write_seen(FEED, SEEN)
    cache.full_texts(URL).keep(head(1).id, FullText("<p>full</p>", URL, "it", 1, 1))
    return cache


def file(cache: FeedCache, name: str) -> Path:
    return cache.folder / folder_name(URL) / name


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", FILES)
def test_any_damaged_file_is_moved_aside_and_named(
    cache: FeedCache, complaints: Complaints, name: str, damage: str
) -> None:
    file(cache, name).write_bytes(DAMAGES[damage])
    cache.check(URL)
    assert file(cache, f"{name}.damaged-1").read_bytes() == DAMAGES[damage]
    assert [str(file(cache, name)) in said for said in complaints.said] == [True]
    cache.check(URL)
    assert len(complaints.said) == 1


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_the_place_of_a_file_is_moved_aside(
    cache: FeedCache, complaints: Complaints, name: str
) -> None:
    file(cache, name).unlink()
    (file(cache, name) / "inside").mkdir(parents=True)
    cache.check(URL)
    assert file(cache, f"{name}.damaged-1").is_dir()
    cache.write(FEED, BODIES)
    assert cache.feed(URL).heads == FEED.heads
    assert len(complaints.said) == 1


@pytest.mark.parametrize("name", ["heads.json", "bodies.json", "history.json"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_after_a_damage_the_feed_is_asked_at_once_and_without_validators(
    cache: FeedCache, name: str, damage: str
) -> None:
    file(cache, name).write_bytes(DAMAGES[damage])
    cache.check(URL)
    history = cache.history(URL)
    assert (history.etag, history.body_hash, history.next) == ("", "", 0)
    cache.write(FEED, BODIES)
    assert cache.feed(URL) == FEED
    assert cache.bodies(URL, BODIES) == BODIES


def test_a_link_to_nowhere_is_as_good_as_no_file(cache: FeedCache, tmp_path: Path) -> None:
    file(cache, "heads.json").unlink()
    file(cache, "heads.json").symlink_to(tmp_path / "gone" / "heads.json")
    assert cache.feed(URL).heads == ()
    cache.write(FEED, BODIES)
    assert cache.feed(URL) == FEED


@pytest.mark.parametrize("bad", [5, {"html": 5}, None, {"html": "x", "base": []}])
def test_one_text_of_a_wrong_shape_costs_no_other_text(
    cache: FeedCache, complaints: Complaints, bad: object
) -> None:
    texts = json.loads(file(cache, "bodies.json").read_bytes())
    texts["bodies"][head(2).id] = bad
    damaged = json.dumps(texts).encode()
    file(cache, "bodies.json").write_bytes(damaged)
    assert cache.body(URL, head(2).id) is None
    assert cache.body(URL, head(1).id) == BODIES[head(1).id]
    assert file(cache, "bodies.json.damaged-1").read_bytes() == damaged
    assert [str(file(cache, "bodies.json")) in said for said in complaints.said] == [True]


def test_a_feed_one_of_whose_texts_is_lost_is_sent_anew(cache: FeedCache) -> None:
    texts = json.loads(file(cache, "bodies.json").read_bytes())
    texts["bodies"][head(2).id] = 5
    file(cache, "bodies.json").write_bytes(json.dumps(texts).encode())
    cache.body(URL, head(2).id)
    history = cache.history(URL)
    assert (history.etag, history.body_hash, history.next) == ("", "", 0)
    assert cache.seen(FEED) == SeenItems()


def test_an_item_whose_text_is_missing_is_read_again_from_the_next_document(
    cache: FeedCache,
) -> None:
    """As after two data folders were copied together: heads of one, texts of the other."""
    assert cache.seen(FEED) == SEEN
    cache.forget_bodies(URL, {head(1).id})
    assert cache.seen(FEED) == SeenItems("aa")


def test_a_file_in_the_place_of_a_feeds_folder_makes_way(
    tmp_path: Path, complaints: Complaints
) -> None:
    cache = FeedCache(tmp_path / "feeds", complaints)
    cache.folder.mkdir()
    (cache.folder / folder_name(URL)).write_text("a file")
    assert cache.feed(URL) == StoredFeed(URL)
    cache.write(FEED, BODIES)
    assert cache.feed(URL) == FEED
    aside = cache.folder / f"{folder_name(URL)}.damaged-1"
    assert aside.read_text() == "a file"
    assert len(complaints.said) == 1


def test_a_file_in_the_place_of_all_feeds_is_said_in_a_sentence(
    tmp_path: Path, complaints: Complaints
) -> None:
    (tmp_path / "feeds").write_text("a file")
    cache = FeedCache(tmp_path / "feeds", complaints)
    for act in (lambda: cache.feed(URL), lambda: cache.write(FEED, BODIES)):
        with pytest.raises(StoreError, match=r"/feeds.* can't be (read|written)"):
            act()
    assert (tmp_path / "feeds").read_text() == "a file"


def test_a_damaged_file_that_somebody_is_replacing_is_left_to_them(
    cache: FeedCache, complaints: Complaints
) -> None:
    file(cache, "heads.json").write_bytes(b"garbage")
    reader = FeedCache(cache.folder, complaints)
    with cache.locked(URL):
        assert reader.feed(URL).heads == ()
        assert file(cache, "heads.json").read_bytes() == b"garbage"
        assert complaints.said == []


def test_whoever_holds_the_lock_moves_damaged_files_aside_itself(cache: FeedCache) -> None:
    file(cache, "heads.json").write_bytes(b"garbage")
    with cache.locked(URL):
        assert cache.feed(URL).heads == ()
        cache.write(FEED, BODIES)
    assert file(cache, "heads.json.damaged-1").read_bytes() == b"garbage"
    assert cache.feed(URL) == FEED


def test_damage_where_nothing_can_be_written_leaves_the_rest_readable(
    cache: FeedCache, complaints: Complaints, disk: Disk
) -> None:
    file(cache, "history.json").write_bytes(b"garbage")
    texts = json.loads(file(cache, "bodies.json").read_bytes())
    texts["bodies"][head(2).id] = 5
    file(cache, "bodies.json").write_bytes(json.dumps(texts).encode())
    disk.become_read_only()
    assert cache.feed(URL).heads == FEED.heads
    assert cache.body(URL, head(1).id) == BODIES[head(1).id]
    assert cache.body(URL, head(2).id) is None
    assert f"{file(cache, 'history.json')} is damaged, and can't be moved" in complaints.said[0]


def test_what_a_killed_writer_left_is_swept_away_by_the_next(cache: FeedCache) -> None:
    left = file(cache, ".heads.json.ab12cd_3.part")
    left.write_bytes(b'{"version":2,"fe')
    persons_own = file(cache, ".heads.json.original")
    persons_own.write_bytes(b"mine")
    cache.feed(URL)
    assert atomic.leftovers(left.parent) == [left]
    cache.write_history(URL, HISTORY)
    assert atomic.leftovers(left.parent) == []
    assert persons_own.exists()


def test_a_temporary_file_of_a_living_writer_is_not_swept_away(cache: FeedCache) -> None:
    """Sweeping needs the lock that the writer has; reading sweeps nothing."""
    with cache.locked(URL):
        mine = file(cache, ".heads.json.ab12cd_3.part")
        mine.write_bytes(b"half")
        FeedCache(cache.folder, cache.warn).check(URL)
        cache.write_history(URL, replace(HISTORY, next=8))
        assert mine.exists()


def test_every_file_and_folder_is_the_persons_alone(cache: FeedCache) -> None:
    for path in (cache.folder, *cache.folder.rglob("*")):
        wanted = 0o700 if path.is_dir() else 0o600
        assert (path.name, stat.S_IMODE(path.stat().st_mode)) == (path.name, wanted)
