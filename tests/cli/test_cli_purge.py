import json
from dataclasses import replace

import pytest

from feedtui.library.home import Home
from feedtui.library.retention import purge, surpluses
from feedtui.query.views import ALL
from loopback import Loopback, rss
from stock import NEWS, Feedtui
from world import Clock

SIZE = len("<p>The text of Beta.</p>The text of Gamma.</p><p>") + 2 * len("<p>More.</p>" * 60)


@pytest.fixture
def bounded(stocked: Home, feedtui: Feedtui) -> Home:
    """Everything is read, and of each feed one entry is to be kept."""
    stocked.places.settings.write_text("[keep]\nentries = 1\n")
    feedtui("mark", "is:unread", "--read")
    return stocked


def titles(home: Home) -> list[str]:
    return [str(item.head.title) for item in home.library().items(ALL)]


def test_without_a_bound_nothing_goes(feedtui: Feedtui, stocked: Home) -> None:
    assert feedtui("purge") == (0, "nothing is beyond the bounds\n", "")
    assert len(titles(stocked)) == 5


def test_a_rehearsal_says_what_would_go_and_keeps_it(feedtui: Feedtui, bounded: Home) -> None:
    code, out, _ = feedtui("purge", "--dry-run")
    assert code == 0
    header, news, poems, total = out.splitlines()
    assert header.split() == ["ENTRIES", "BYTES", "OLDEST", "NEWEST", "FEED"]
    assert news.split()[:2] == ["2", str(SIZE)]
    assert news.split()[-1] == "News"
    assert poems.split()[0] == "1"
    assert total == "3 entries of 2 feeds would go"
    assert len(titles(bounded)) == 5


def test_a_rehearsal_names_the_entries_when_asked(feedtui: Feedtui, bounded: Home) -> None:
    lines = feedtui("purge", "--dry-run", "--list")[1].splitlines()
    assert [line.split()[-2:] for line in lines[:-1]] == [
        ["News", "Beta"],
        ["News", "Gamma"],
        ["Poems", "Sonnet"],
    ]
    assert len(titles(bounded)) == 5


def test_purging_says_what_went_and_is_taken_back(feedtui: Feedtui, bounded: Home) -> None:
    code, out, _ = feedtui("purge")
    assert code == 0
    assert out.splitlines()[-1] == ("3 entries of 2 feeds purged; `feedtui undo` brings them back")
    assert titles(bounded) == ["Alpha", "Ode"]
    assert feedtui("undo")[1] == "took back: purged 3 entries of 2 feeds\n"
    assert len(titles(bounded)) == 5


def test_what_the_next_purge_deletes_for_good_is_said_before(
    feedtui: Feedtui, bounded: Home
) -> None:
    clock = Clock()
    early = replace(bounded, clock=clock)
    purge(early, surpluses(early, early.library()))
    clock.advance(40 * 24 * 3600)
    purge(early, ())
    assert feedtui("purge", "--dry-run")[1] == (
        "nothing is beyond the bounds; 3 entries purged 30 days ago would be deleted for good\n"
    )
    assert feedtui("purge")[1] == (
        "nothing is beyond the bounds; 3 entries purged 30 days ago deleted for good\n"
    )
    assert feedtui("purge")[1] == "nothing is beyond the bounds\n"


@pytest.mark.usefixtures("bounded")
def test_what_goes_as_objects(feedtui: Feedtui) -> None:
    news, _ = map(json.loads, feedtui("purge", "--dry-run", "--json")[1].splitlines())
    assert news == {
        "feed": NEWS,
        "feed_title": "News",
        "entries": 2,
        "bytes": SIZE,
        "oldest": "2026-09-21T12:13:20Z",
        "newest": "2026-09-21T13:13:20Z",
    }


def test_a_refresh_purges_where_the_person_set_it_so_and_brings_nothing_back(
    feedtui: Feedtui, home: Home, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("Red", "Green", "Blue", title="Colours")
    feedtui("add", loopback.url("/feed.xml"))
    feedtui("mark", "is:unread", "--read")
    home.places.settings.write_text("[keep]\nentries = 1\nautomatic = true\n")
    feedtui("refresh", "--force")
    assert titles(home) == ["Red"]
    home.places.settings.write_text("[keep]\nentries = 2\nautomatic = true\n")
    loopback.pages["/feed.xml"] = rss("Red", "Green", "Blue", "Pink", title="Colours")
    assert "1 new entry" in feedtui("refresh", "--force")[1]
    assert sorted(titles(home)) == ["Pink", "Red"]
    feedtui("undo")
    assert sorted(titles(home)) == ["Blue", "Green", "Pink", "Red"]


def test_the_doctor_says_what_can_be_taken_back_and_lies_in_bins(
    feedtui: Feedtui, bounded: Home
) -> None:
    feedtui("purge")
    (bounded.places.feeds / "heads.sync-conflict-1.json").write_text("{}")
    code, out, _ = feedtui("doctor")
    assert code == 0
    assert "1 copy of which nothing is read, left by syncing, such as " in out
    assert "2 steps can be taken back; 3 purged entries kept in bins\n" in out
    for path in bounded.places.feeds.glob("*/bin.json"):
        path.write_text("nonsense")
    bounded.places.search.parent.mkdir(parents=True)
    bounded.places.search.write_text("nonsense")
    code, out, _ = feedtui("doctor")
    assert code == 1
    assert out.count("bin.json was damaged") == 2
    assert f"! {bounded.places.search} is damaged" in out
