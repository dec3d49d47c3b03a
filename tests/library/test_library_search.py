"""Finding entries by what they say, with the index and without it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feedtui.clean import clean_line
from feedtui.errors import UsageError
from feedtui.library.home import Home
from feedtui.library.indexing import Indexed, catch_up, indexed_meanwhile, make_anew
from feedtui.library.marks import HIDDEN
from feedtui.library.search import Hits, Searcher
from feedtui.library.subscribing import subscribe
from feedtui.model import Body, FullText, Head, StoredFeed, Subscription
from feedtui.query.searching import parse_search, parse_typed
from feedtui.store import atomic
from feedtui.store.search import opening
from feedtui.store.search.reading import SearchIndex
from world import NOON, Clock, Complaints

SEA, LAND = "https://sea.example/feed", "https://land.example/feed"

Entries = dict[str, tuple[str, str]]
"""The title and the HTML of entries by their ids, the newest first."""


TIDE = ("The tide", "<p>A <b>naï</b>ve lamp.</p>")


def keep(home: Home, feed: str, entries: Entries) -> None:
    heads = tuple(
        Head(id=entry, title=clean_line(title), published=NOON - place, digest=f"{title} {html}")
        for place, (entry, (title, html)) in enumerate(entries.items())
    )
    bodies = {entry: Body(html) for entry, (_, html) in entries.items()}
    home.cache().write(StoredFeed(feed, clean_line(feed), heads=heads), bodies)


@pytest.fixture
def shore(home: Home) -> Home:
    """Two feeds, with two entries and three."""
    subscribe(home.places, Subscription(SEA))
    subscribe(home.places, Subscription(LAND, folder="Dry"))
    keep(
        home,
        SEA,
        {"a1": TIDE, "a2": ("Foam", "<p>日本</p>")},
    )
    keep(
        home,
        LAND,
        {
            "b1": ("A lamp", "<p>By the river.</p>"),
            "b2": ("Moss", "<p>The tide is far.</p>"),
            "b3": ("Stone", "<p>Nothing &amp; nothing</p>"),
        },
    )
    return home


def feeds(home: Home) -> tuple[str, ...]:
    return tuple(each.key for each in home.subscriptions())


def index(home: Home) -> Indexed:
    return catch_up(home, feeds(home), lambda: True)


def find(home: Home, query: str, limit: int = 50) -> Hits:
    searcher = Searcher(home, home.library())
    try:
        return searcher.find(parse_search(query), limit)
    finally:
        searcher.close()


def ids(hits: Hits) -> str:
    return " ".join(item.head.id for item in hits.items)


QUERIES = [
    ("tide", "a1 b2"),
    ("lamp", "b1 a1"),
    ("naive", "a1"),
    ("日", "a2"),
    ('"by the river"', "b1"),
    ("lamp -river", "a1"),
    ("-tide", "b1 a2 b3"),
    ("-tide -stone", "b1 a2"),
    ("tide folder:dry", "b2"),
    ("folder:dry", "b1 b2 b3"),
    ("is:read tide", ""),
    ("amp", ""),
    ("title:tide", "a1"),
]


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_entries_are_found_by_their_texts(shore: Home, query: str, found: str) -> None:
    assert index(shore) == Indexed(entries=5)
    hits = find(shore, query)
    assert ids(hits) == found
    assert hits.note == ""


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_the_same_is_found_without_the_index_and_that_is_said(
    shore: Home, query: str, found: str
) -> None:
    hits = find(shore, query)
    assert ids(hits) == found
    slower = "searched without the index, slower: there is no search index yet"
    assert hits.note.startswith(slower) is (query != "folder:dry")


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_the_same_is_found_while_the_index_is_behind(shore: Home, query: str, found: str) -> None:
    catch_up(shore, (SEA,), lambda: True)
    assert ids(find(shore, query)) == found


def test_hidden_entries_are_found_only_if_they_are_asked_for(shore: Home) -> None:
    library = shore.library()
    library.mark([library.find("a1")], HIDDEN, "hidden", value=True)
    for _ in range(2):
        assert ids(find(shore, "tide")) == "b2"
        assert ids(find(shore, "tide is:hidden")) == "a1"
        index(shore)


def test_a_limit_is_kept(shore: Home) -> None:
    assert ids(find(shore, "lamp", 1)) == "b1"
    index(shore)
    assert ids(find(shore, "lamp", 1)) == "b1"


def test_only_what_is_new_is_read(shore: Home) -> None:
    index(shore)
    keep(
        shore,
        SEA,
        {"a3": ("New", "<p>tide</p>"), "a1": TIDE},
    )
    assert find(shore, "tide").note == (
        "1 feed not in the index yet; their texts were searched one by one"
    )
    assert ids(find(shore, "tide")) == "a1 a3 b2"
    assert index(shore) == Indexed(entries=1)
    assert find(shore, "tide").note == ""
    assert set(ids(find(shore, "tide")).split()) == {"a1", "a3", "b2"}
    assert ids(find(shore, "日")) == ""


def test_a_text_that_changed_is_found_by_what_it_says_now(shore: Home) -> None:
    index(shore)
    keep(shore, SEA, {"a1": ("The tide", "<p>A candle.</p>"), "a2": ("Foam", "<p>日本</p>")})
    assert (ids(find(shore, "candle")), ids(find(shore, "naive"))) == ("a1", "")
    assert index(shore) == Indexed(entries=1)
    assert (ids(find(shore, "candle")), ids(find(shore, "naive"))) == ("a1", "")


def test_full_texts_are_searched_and_shown(shore: Home) -> None:
    index(shore)
    text = FullText("<p>Whales in the <i>deep</i>.</p>", SEA, "test", 4, NOON)
    shore.cache().full_texts(SEA).keep("a2", text)
    assert ids(find(shore, "whales")) == "a2"
    assert index(shore) == Indexed(entries=1)
    hits = find(shore, "whales")
    searcher = Searcher(shore, shore.library())
    shown = searcher.excerpt(hits.items[0], parse_search("whales"))
    assert shown.marked("[", "]") == "[Whales] in the deep."
    assert searcher.excerpt(hits.items[0], parse_search("本")).marked("[", "]") == "日[本]"
    searcher.close()


def test_entries_of_a_feed_that_was_unsubscribed_are_not_found(shore: Home) -> None:
    index(shore)
    shore.places.subscriptions.write_text(f'[[feed]]\nurl = "{SEA}"\n')
    assert ids(find(shore, "tide")) == "a1"
    index(shore)
    assert set(SearchIndex(shore.places.search).stamps()) == {SEA}


def test_a_lost_index_is_made_anew(shore: Home) -> None:
    index(shore)
    shore.places.search.unlink()
    assert index(shore) == Indexed(entries=5)
    assert find(shore, "tide").note == ""


def test_a_broken_index_is_done_without_and_then_made_anew(shore: Home) -> None:
    shore.places.cache.mkdir(parents=True)
    shore.places.search.write_bytes(b"\xff" * 9000)
    hits = find(shore, "tide")
    assert ids(hits) == "a1 b2"
    assert "is damaged, and is made anew by" in hits.note
    assert index(shore) == Indexed(entries=5)
    assert find(shore, "tide").note == ""


def test_an_index_that_holds_much_that_is_gone_is_made_anew(shore: Home) -> None:
    for round_ in range(2):
        many = {f"a{n}": (f"Title {n} {round_}", "") for n in range(1200)}
        keep(shore, SEA, many)
        index(shore)
    keep(shore, SEA, {})
    assert index(shore) == Indexed(entries=3)


def test_the_index_of_a_newer_feedtui_is_left_alone_and_done_without(shore: Home) -> None:
    index(shore)
    connection = sqlite3.connect(shore.places.search)
    connection.execute(f"PRAGMA user_version = {opening.VERSION + 1}")
    connection.close()
    hits = find(shore, "tide")
    assert ids(hits) == "a1 b2"
    assert "newer feedtui; it is left alone" in hits.note
    with indexed_meanwhile(shore):
        pass
    assert shore.places.search.exists()
    assert make_anew(shore, feeds(shore)) == Indexed(entries=5)


def test_an_index_that_is_replaced_is_opened_again(shore: Home) -> None:
    index(shore)
    searcher = Searcher(shore, shore.library())
    assert ids(searcher.find(parse_search("tide"), 9)) == "a1 b2"
    make_anew(shore, feeds(shore))
    assert ids(searcher.find(parse_search("tide"), 9)) == "a1 b2"
    searcher.close()


def test_what_is_stored_meanwhile_is_taken_in(shore: Home, complaints: Complaints) -> None:
    with indexed_meanwhile(shore):
        keep(shore, SEA, {"a9": ("Whales", "")})
    assert find(shore, "whales") == Hits(find(shore, "whales").items, "")
    assert ids(find(shore, "whales")) == "a9"
    assert complaints.said == []


def test_an_index_that_cannot_be_written_is_told_once(shore: Home, complaints: Complaints) -> None:
    shore.places.cache.parent.mkdir()
    shore.places.cache.write_text("a file where the folder should be")
    with indexed_meanwhile(shore):
        pass
    assert len(complaints.said) == 1
    assert complaints.said[0].endswith(". Searching works without the index, slower")
    assert ids(find(shore, "tide")) == "a1 b2"


def test_work_that_failed_is_not_hidden_by_the_index(shore: Home) -> None:
    with pytest.raises(KeyboardInterrupt), indexed_meanwhile(shore):
        raise KeyboardInterrupt


def test_whoever_finds_the_index_being_made_leaves_it_to_them(shore: Home) -> None:
    with atomic.locked(shore.places.lock("search")), indexed_meanwhile(shore):
        pass
    assert not shore.places.search.exists()


def test_without_time_some_feeds_are_left_for_later(shore: Home, clock: Clock) -> None:
    turns = iter([True])
    assert catch_up(shore, feeds(shore), lambda: next(turns, False)) == Indexed(entries=2, behind=1)
    assert index(shore) == Indexed(entries=3)


def test_a_feed_that_cannot_be_read_holds_up_no_other(shore: Home) -> None:
    heads = shore.cache().path(SEA) / "heads.json"
    heads.write_text('{"version": 99, "feed": {}}')
    assert index(shore) == Indexed(entries=3, behind=1)
    assert ids(find(shore, "tide")) == "b2"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_done_without(shore: Home) -> None:
    shore.places.cache.mkdir(mode=0o500, parents=True)
    assert ids(find(shore, "tide")) == "a1 b2"


def test_what_is_being_typed_is_found_by_its_beginning(shore: Home) -> None:
    index(shore)
    searcher = Searcher(shore, shore.library())
    assert ids(searcher.find(parse_typed("ti"), 9)) == "a1"
    assert ids(searcher.find(parse_typed("noth"), 9)) == "b3"
    searcher.close()


SEARCHING = """
import os, sys, time
from feedtui.library.home import Home
from feedtui.library.marks import HIDDEN
from feedtui.library.indexing import catch_up, make_anew
from feedtui.store.paths import find_places
home = Home(find_places(os.environ), dict(os.environ), lambda: 0, print)
keys = tuple(each.key for each in home.subscriptions())
for turn in range(10):
    if turn % 5 == int(sys.argv[1]):
        make_anew(home, keys)
    catch_up(home, keys, lambda: True)
"""


def test_searching_goes_on_while_two_others_make_the_index(shore: Home) -> None:
    words = [sys.executable, "-c", SEARCHING]
    children = [
        subprocess.Popen([*words, turn], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for turn in "03"
    ]
    searcher = Searcher(shore, shore.library())
    found = set()
    while any(child.poll() is None for child in children):
        found.add(" ".join(sorted(ids(searcher.find(parse_search("tide"), 9)).split())))
    searcher.close()
    said = [child.communicate()[0] for child in children]
    assert said == [b"", b""]
    assert found == {"a1 b2"}
    assert find(shore, "tide").note == ""


@pytest.fixture
def searcher(shore: Home) -> Iterator[Searcher]:
    index(shore)
    opened = Searcher(shore, shore.library())
    yield opened
    opened.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text() | st.text(alphabet='lamptide "*-:()日&\x00'))
def test_any_query_is_answered_or_refused(searcher: Searcher, query: str) -> None:
    for parse in (parse_search, parse_typed):
        try:
            search = parse(query)
        except UsageError:
            continue
        for item in searcher.find(search, 9).items:
            searcher.excerpt(item, search)
