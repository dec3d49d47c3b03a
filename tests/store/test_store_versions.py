"""Files of older and newer formats: the old are understood and lifted, the new left alone."""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, replace
from itertools import count
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.errors import NewerVersionError
from feedtui.model import Body, FetchHistory, FullText, Head, StoredFeed
from feedtui.store.bin import Bin
from feedtui.store.cache import FeedCache, folder_name
from feedtui.store.formats import KeptFeed
from feedtui.store.removed import note_removed
from feedtui.store.versions import version_at
from world import Complaints

URL = "https://example.org/feed.xml"
HISTORY = FetchHistory(URL, '"v"', "Mon, 02 Jan 2023 03:04:05 GMT", "abc", 5, 5, 7, 2)
HEADS = (
    Head("00000000000000b2", clean_line("Second"), clean_line("https://example.org/2"), seen=4),
    Head("00000000000000a1", clean_line("First"), clean_line("https://example.org/1"), seen=3),
)
FEED = StoredFeed(URL, clean_line("Example"), history=HISTORY, heads=HEADS)
BODIES = {HEADS[0].id: Body("<p>two</p>", URL), HEADS[1].id: Body("<p>one</p>", URL)}

# As format 1 was, by hand: the history among the heads, no file of its own.
OLD_HEADS = b"""\
{"version":1,"feed":{"url":"https://example.org/feed.xml","title":"Example","link":"",
"history":{"address":"https://example.org/feed.xml","etag":"\\"v\\"",
"last_modified":"Mon, 02 Jan 2023 03:04:05 GMT","body_hash":"abc","attempted":5,"succeeded":5,
"next":7,"failures":2,"error":"","asked_to_wait":false},
"heads":[
{"id":"00000000000000b2","title":"Second","link":"https://example.org/2","seen":4},
{"id":"00000000000000a1","title":"First","link":"https://example.org/1","seen":3}]}}
"""
OLD_BODIES = b"""\
{"version":1,"bodies":{
"00000000000000b2":{"html":"<p>two</p>","base":"https://example.org/feed.xml"},
"00000000000000a1":{"html":"<p>one</p>","base":"https://example.org/feed.xml"}}}
"""


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def cache(tmp_path: Path, complaints: Complaints) -> FeedCache:
    return FeedCache(tmp_path / "feeds", complaints)


@pytest.fixture
def old(cache: FeedCache) -> FeedCache:
    """A feed as an earlier feedtui left it."""
    folder = cache.folder / folder_name(URL)
    folder.mkdir(parents=True)
    (folder / "heads.json").write_bytes(OLD_HEADS)
    (folder / "bodies.json").write_bytes(OLD_BODIES)
    return cache


def folder(cache: FeedCache) -> Path:
    return cache.folder / folder_name(URL)


def contents(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.iterdir()}


def test_a_feed_of_an_older_format_is_read_as_it_is_and_nothing_is_written(old: FeedCache) -> None:
    before = contents(folder(old))
    assert old.feed(URL) == FEED
    assert old.history(URL) == HISTORY
    assert old.bodies(URL, BODIES) == BODIES
    assert contents(folder(old)) == before


def test_the_first_write_keeps_a_copy_of_the_old_format_beside_it(old: FeedCache) -> None:
    later = replace(HISTORY, next=99)
    old.write_history(URL, later)
    assert (folder(old) / "heads.json.v1").read_bytes() == OLD_HEADS
    assert stat.S_IMODE((folder(old) / "heads.json.v1").stat().st_mode) == 0o600
    heads = json.loads((folder(old) / "heads.json").read_bytes())
    assert heads["version"] == 2
    assert "history" not in heads["feed"]
    assert old.feed(URL) == replace(FEED, history=later)
    assert old.bodies(URL, BODIES) == BODIES


def test_a_later_write_leaves_the_copy_alone(old: FeedCache) -> None:
    old.write(FEED, BODIES)
    old.write(replace(FEED, title=clean_line("New")), {})
    assert (folder(old) / "heads.json.v1").read_bytes() == OLD_HEADS


def test_a_history_of_its_own_counts_more_than_that_among_old_heads(old: FeedCache) -> None:
    later = json.dumps({"version": 1, "history": {"address": URL, "etag": '"later"'}})
    (folder(old) / "history.json").write_text(later)
    assert old.history(URL).etag == '"later"'
    old.forget_seen(URL)
    old.write(replace(FEED, history=old.history(URL)), {})
    assert old.history(URL).etag == '"later"'


def test_old_heads_in_a_wrong_shape_are_damaged(old: FeedCache, complaints: Complaints) -> None:
    for damaged in (b'{"version":1,"feed":5}', b'{"version":1}', b'{"version":1,"feed":{}}'):
        (folder(old) / "heads.json").write_bytes(damaged)
        assert old.feed(URL) == StoredFeed(URL)
    assert len(complaints.said) == 3


def deaths(monkeypatch: pytest.MonkeyPatch, moment: int) -> Iterator[int]:
    """Counts the file operations from now on, and kills at the one of that number."""
    passed = count(1)

    def counted(name: str) -> None:
        original = getattr(os, name)

        def operation(*given: object, **more: object) -> object:
            if next(passed) == moment:
                raise Killed
            return original(*given, **more)

        monkeypatch.setattr(os, name, operation)

    for name in ("rename", "replace", "fsync", "mkdir"):
        counted(name)
    return passed


@pytest.mark.parametrize("moment", range(1, 13))
def test_an_upgrade_that_is_killed_at_any_moment_loses_nothing(
    old: FeedCache, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    later = replace(HISTORY, next=99)
    with monkeypatch.context() as patched:
        deaths(patched, moment)
        with pytest.raises(Killed):
            old.write_history(URL, later)
    assert old.feed(URL) in (FEED, replace(FEED, history=later))
    assert old.bodies(URL, BODIES) == BODIES
    old.write_history(URL, later)
    assert old.feed(URL) == replace(FEED, history=later)
    assert (folder(old) / "heads.json.v1").read_bytes() == OLD_HEADS


@pytest.mark.parametrize(
    "name", ["heads.json", "bodies.json", "history.json", "earlier.json", "items.json"]
)
def test_where_one_file_is_newer_the_whole_feed_is_left_alone(cache: FeedCache, name: str) -> None:
    cache.write(FEED, BODIES)
    (folder(cache) / name).write_bytes(b'{"version":99,"new":[1]}')
    before = contents(folder(cache))
    with pytest.raises(NewerVersionError, match=name):
        cache.history(URL)
    with pytest.raises(NewerVersionError, match=name):
        cache.write(FEED, BODIES)
    with pytest.raises(NewerVersionError, match=name):
        cache.write_history(URL, HISTORY)
    with pytest.raises(NewerVersionError, match=name):
        cache.forget_seen(URL)
    with pytest.raises(NewerVersionError, match=name):
        cache.full_texts(URL).keep(HEADS[0].id, FullText("<p>A page.</p>", URL, "us", 2))
    with pytest.raises(NewerVersionError, match=name):
        Bin(cache, URL, print).put([HEADS[0].id], 8000)
    with pytest.raises(NewerVersionError, match=name):
        note_removed(cache, URL, 8)
    assert contents(folder(cache)) == before


@pytest.mark.parametrize("name", ["fulltext.json", "bin.json", "removed.json"])
def test_what_lies_beside_a_feed_in_a_newer_format_is_left_alone_and_the_feed_goes_on(
    cache: FeedCache, name: str
) -> None:
    path = folder(cache) / name
    cache.write(FEED, BODIES)
    path.write_bytes(b'{"version":99,"new":[1]}')
    with suppress(NewerVersionError):
        cache.full_texts(URL).keep(HEADS[0].id, FullText("<p>A page.</p>", URL, "us", 2))
    with suppress(NewerVersionError):
        Bin(cache, URL, print).put([HEADS[0].id], 8000)
    with suppress(NewerVersionError):
        note_removed(cache, URL, 8)
    cache.write(FEED, BODIES)
    assert path.read_bytes() == b'{"version":99,"new":[1]}'
    assert cache.feed(URL).heads == HEADS


def test_what_is_kept_of_a_feed_is_all_but_its_history() -> None:
    known = {each.name for each in fields(StoredFeed)}
    assert {each.name for each in fields(KeptFeed)} == known - {"history"}
    assert KeptFeed.of(FEED).with_history(HISTORY) == FEED


@pytest.mark.parametrize(
    ("content", "version"),
    [(b'{"version":3}', 3), (b' {\n "version" : 12,', 12), (b"", 0), (b"{}", 0), (b"\0\0", 0)],
)
def test_the_version_is_in_the_first_bytes(tmp_path: Path, content: bytes, version: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert version_at(path) == version
    assert version_at(tmp_path) == 0
