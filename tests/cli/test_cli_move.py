"""A feed goes to another address, and takes its entries and marks along."""

import json
from dataclasses import replace

import pytest

from feedtui.library.home import Home
from feedtui.model import Move
from loopback import Loopback, rss
from stock import Feedtui


@pytest.fixture
def subscribed(feedtui: Feedtui, loopback: Loopback) -> Loopback:
    loopback.pages["/feed.xml"] = rss("Red", "Green", title="Colours")
    assert feedtui("add", loopback.url("/feed.xml"))[0] == 0
    return loopback


def entries(feedtui: Feedtui) -> list[dict[str, object]]:
    return [json.loads(line) for line in feedtui("entries", "--json")[1].splitlines()]


def test_a_moved_feed_keeps_its_entries_and_marks(
    feedtui: Feedtui, subscribed: Loopback, home: Home
) -> None:
    feedtui("mark", "red", "--star")
    before = entries(feedtui)
    old, new = subscribed.url("/feed.xml"), subscribed.url("/new.xml")
    asked = len(subscribed.log)
    assert feedtui("move", "Colours", new) == (
        0,
        f"moved from {old} to {new}; its entries and marks are kept\n",
        "",
    )
    assert len(subscribed.log) == asked
    assert entries(feedtui) == [entry | {"feed": new} for entry in before]
    subscribed.pages["/new.xml"] = rss("Red", "Green", "Blue", title="Colours")
    assert feedtui("refresh", new)[0] == 0
    after = entries(feedtui)
    assert {entry["title"]: entry["starred"] for entry in after} == {
        "Red": True,
        "Green": False,
        "Blue": False,
    }
    assert {entry["id"] for entry in before} < {entry["id"] for entry in after}
    assert feedtui("move", new, old)[0] == 0
    [feed] = home.subscriptions()
    assert (feed.url, feed.formerly) == (old, "")
    assert len(entries(feedtui)) == 3


def test_without_an_address_it_is_the_one_that_the_host_named(
    feedtui: Feedtui, subscribed: Loopback, home: Home
) -> None:
    old, new = subscribed.url("/feed.xml"), subscribed.url("/new.xml")
    assert feedtui("move", "Colours") == (
        1,
        "",
        f"feedtui: {old}: its host has named no other address\n",
    )
    cache = home.cache()
    cache.write_history(old, replace(cache.history(old), moved=Move(new, 1, 2)))
    assert feedtui("move", "Colours")[0] == 0
    assert [(feed.url, feed.formerly) for feed in home.subscriptions()] == [(new, old)]
    assert feedtui("move", "Colours", new) == (0, f"{new} is its address already\n", "")


def test_a_feed_that_a_person_took_back_stays(
    feedtui: Feedtui, subscribed: Loopback, home: Home
) -> None:
    old, new = subscribed.url("/feed.xml"), subscribed.url("/new.xml")
    assert feedtui("move", "Colours", new)[0] == 0
    assert feedtui("move", "Colours", old)[0] == 0
    history = home.cache().history(old)
    assert history.moved is not None
    assert (history.moved.target, history.moved.declined) == (new, True)
    assert feedtui("move", "Colours")[0] == 0
    assert [feed.url for feed in home.subscriptions()] == [new]


def test_what_cannot_be_moved_to_is_told(feedtui: Feedtui, subscribed: Loopback) -> None:
    subscribed.pages["/other.xml"] = rss("Blue", title="Others")
    feedtui("add", subscribed.url("/other.xml"))
    other = subscribed.url("/other.xml")
    assert feedtui("move", "Colours", other) == (
        2,
        "",
        f"feedtui: {other} is subscribed to already\n",
    )
    code, _, err = feedtui("move", "Colours", "gopher://a.example/")
    assert code == 2
    assert "expected a web address" in err
    assert feedtui("move", "Nothing", other)[0] == 2
