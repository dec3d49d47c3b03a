"""`feedtui refresh`: what it tells, what it plans, how it ends, and two of them at once."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe, subscriptions
from feedtui.model import FetchHistory, Move, Subscription
from feedtui.store import atomic
from feedtui.store.paths import Places
from loopback import Loopback, rss
from running import Engine
from stock import Feedtui
from world import Clock

DAY = 86400


@pytest.fixture
def colours(feedtui: Feedtui, loopback: Loopback) -> str:
    """The address of a feed that is subscribed to, and was asked just now."""
    loopback.pages["/feed.xml"] = rss("Red", "Green", "Blue", title="Colours")
    assert feedtui("add", loopback.url("/feed.xml"))[0] == 0
    return loopback.url("/feed.xml")


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts `feedtui` as a process of its own; none outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def start_one(*words: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "feedtui", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start_one
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


Start = Callable[..., "subprocess.Popen[str]"]


def test_each_outcome_is_told_plainly(feedtui: Feedtui, colours: str, loopback: Loopback) -> None:
    skipped = f"skipped\t{colours}\tit is not due yet\n0 new entries; feeds: 1 skipped\n"
    assert feedtui("refresh")[1] == skipped
    loopback.pages["/feed.xml"] = rss("Red", "Green", "Blue", "Black", title="Colours")
    updated = f"updated\t{colours}\t1 new, 0 changed\n1 new entry; feeds: 1 updated\n"
    assert feedtui("refresh", "--force")[:2] == (0, updated)


def test_outcomes_are_told_as_objects(feedtui: Feedtui, colours: str) -> None:
    record = json.loads(feedtui("refresh", "--json")[1])
    assert record.pop("next").endswith("Z")
    assert record == {
        "feed": colours,
        "outcome": "skipped",
        "new": 0,
        "changed": 0,
        "error": None,
        "reason": "it is not due yet",
        "texts": 0,
        "moved": None,
    }


def test_a_feed_that_was_named_is_asked_although_it_is_not_due(
    feedtui: Feedtui, colours: str, loopback: Loopback
) -> None:
    assert feedtui("refresh", "colours")[1].startswith(f"unchanged\t{colours}\n")
    assert loopback.paths() == ["/feed.xml"] * 2


def test_passwords_in_addresses_are_not_printed(
    feedtui: Feedtui, places: Places, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    url = loopback.url("/feed.xml").replace("://", "://me:secret@")
    subscribe(places, Subscription(url))
    for words in (["refresh"], ["refresh", "--plan"]):
        _, out, err = feedtui(*words)
        assert "secret" not in out + err
        assert "/feed.xml" in out


def test_the_plan_says_when_each_feed_is_asked_next_and_why(
    feedtui: Feedtui, places: Places, colours: str, loopback: Loopback
) -> None:
    never, gone = loopback.url("/never.xml"), loopback.url("/gone")
    subscribe(places, Subscription(gone))
    feedtui("refresh", gone)
    subscribe(places, Subscription(never))
    loopback.log.clear()
    code, out, _ = feedtui("refresh", "--plan")
    header, first, second, third = out.splitlines()
    assert (code, header.split()) == (0, ["NEXT", "FEED", "WHY", "LAST"])
    assert first.startswith("in ")
    assert "3 new entries" in first
    assert second.startswith("never ")
    assert "gone for good" in second
    assert third.startswith("now ")
    assert third.endswith("never asked")
    assert loopback.log == []


def test_a_feed_whose_files_cannot_be_read_keeps_no_other_out_of_the_plan(
    feedtui: Feedtui, colours: str, home: Home, loopback: Loopback
) -> None:
    loopback.pages["/other.xml"] = rss("One", title="Other")
    feedtui("add", loopback.url("/other.xml"))
    (home.cache().path(colours) / "history.json").write_text('{"version": 99}')
    code, out, err = feedtui("refresh", "--plan")
    first, second = out.splitlines()[1:]
    assert (code, err) == (0, "")
    assert first.startswith("never")
    assert "newer feedtui" in first
    assert "once an hour" in second


def test_the_plan_as_objects_has_the_documented_fields(feedtui: Feedtui, colours: str) -> None:
    record = json.loads(feedtui("refresh", "--plan", "--json", "colours")[1])
    assert record.pop("next").endswith("Z")
    assert record.pop("asked").endswith("Z")
    assert record.pop("why")
    assert record == {
        "feed": colours,
        "last": "3 new entries",
        "failures": 0,
        "moved": None,
        "moved_seen": 0,
        "moved_since": None,
    }


def test_the_plan_tells_of_a_move_that_is_not_settled_yet(
    feedtui: Feedtui, home: Home, places: Places
) -> None:
    old, new = "https://a.example/feed", "https://b.example/feed"
    subscribe(places, Subscription(old))
    move = Move(new, 1_789_000_000, 1_789_300_000, 2)
    home.cache().write_history(old, FetchHistory(attempted=1_789_300_000, moved=move))
    line = feedtui("refresh", "--plan")[1].splitlines()[-1]
    assert line.startswith(f"{old}: its host says it has moved to {new} (seen 2 times since 2026-")
    assert line.endswith(f"; `feedtui move {old}` takes that over now")
    subscribe(places, Subscription(new))
    assert "subscribed to already" in feedtui("refresh", "--plan")[1]


async def _seen_twice(home: Home, clock: Clock, url: str) -> None:
    engine = Engine(home, clock)
    for _ in range(2):
        await engine.one(url, "all")
        clock.advance(4 * DAY)


@pytest.fixture
def moving(home: Home, clock: Clock, loopback: Loopback, places: Places) -> str:
    """A feed whose host has said twice, a week ago and since, that it has moved to /feed.xml."""
    loopback.pages["/feed.xml"] = rss("One", title="Movers")
    url = loopback.url("/moved")
    subscribe(places, Subscription(url, title="Movers"))
    clock.advance(-900 * DAY)
    asyncio.run(_seen_twice(home, clock, url))
    return url


def test_a_move_that_is_settled_is_written_into_feeds_toml_and_told(
    feedtui: Feedtui, moving: str, places: Places, loopback: Loopback
) -> None:
    target = loopback.url("/feed.xml")
    code, out, _ = feedtui("refresh")
    assert (code, out.splitlines()[0]) == (
        0,
        f"unchanged\t{moving}\tmoved to {target} for good",
    )
    (feed,) = subscriptions(places)
    assert (feed.url, feed.formerly, feed.title) == (target, moving, "Movers")
    assert [json.loads(line)["title"] for line in feedtui("entries", "--json")[1].splitlines()] == [
        "One"
    ]
    loopback.log.clear()
    assert json.loads(feedtui("refresh", "--json", "Movers")[1])["feed"] == target
    assert loopback.paths() == ["/feed.xml"]


def test_a_move_that_a_person_takes_back_is_not_made_again(
    feedtui: Feedtui, moving: str, places: Places, home: Home, clock: Clock
) -> None:
    feedtui("refresh")
    assert "took over that" in feedtui("undo")[1]
    assert [feed.url for feed in subscriptions(places)] == [moving]
    history = home.cache().history(moving)
    assert history.moved is not None
    assert history.moved.declined
    assert "moved to" not in feedtui("refresh", "Movers")[1]
    assert [feed.url for feed in subscriptions(places)] == [moving]
    assert feedtui("redo")[0] == 0
    assert home.cache().history(moving).moved is None
    assert [feed.formerly for feed in subscriptions(places)] == [moving]


def test_a_move_to_an_address_that_is_subscribed_to_already_merges_nothing(
    feedtui: Feedtui, moving: str, places: Places, loopback: Loopback
) -> None:
    subscribe(places, Subscription(loopback.url("/feed.xml")))
    before = places.subscriptions.read_text()
    code, out, _ = feedtui("refresh")
    assert (code, "moved to" in out) == (0, False)
    assert places.subscriptions.read_text() == before
    assert "subscribed to already" in feedtui("refresh", "--plan")[1]


def test_ctrl_c_stops_at_once_and_keeps_what_came(
    start: Start, places: Places, loopback: Loopback, feedtui: Feedtui
) -> None:
    process = _stuck(start, places, loopback)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == ""
    assert err == "feedtui: stopped after 1 of 2 feeds; what came is kept\n"
    assert "One" in feedtui("entries")[1]
    assert _left_behind(places) == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_as_ctrl_c_does(
    start: Start, places: Places, loopback: Loopback, number: int, code: int
) -> None:
    process = _stuck(start, places, loopback)
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    assert process.returncode == code
    assert err == "feedtui: stopped after 1 of 2 feeds; what came is kept\n"
    assert _left_behind(places) == []


def test_a_reader_that_has_gone_ends_it_without_a_word(
    start: Start, places: Places, loopback: Loopback
) -> None:
    loopback.pages |= {f"/{number}.xml": rss("One") for number in range(3)}
    for number in range(3):
        subscribe(places, Subscription(loopback.url(f"/{number}.xml")))
    process = start("refresh", "--json")
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")


def test_a_second_refresh_waits_and_asks_nobody_again(
    start: Start, places: Places, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    url = loopback.url("/feed.xml")
    subscribe(places, Subscription(url))
    with atomic.locked(places.lock("refresh")):
        second = start("refresh", "--force", "--json")
        assert second.stderr is not None
        waiting = second.stderr.readline()
        first_run = FetchHistory(attempted=_now(), next=_now() + 3600)
        _write_history(places, url, first_run)
    out, _ = second.communicate(timeout=20)
    assert waiting == "feedtui: a refresh is under way; waiting for it to end\n"
    assert json.loads(out)["reason"] == "another refresh has just asked it"
    assert loopback.log == []


def test_a_feed_that_is_added_during_a_refresh_says_what_it_waits_for(
    start: Start, places: Places, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    with atomic.locked(places.lock("refresh")):
        adding = start("add", loopback.url("/feed.xml"))
        assert adding.stderr is not None
        waiting = adding.stderr.readline()
    out, _ = adding.communicate(timeout=20)
    assert waiting == "feedtui: a refresh is under way; waiting for it to end\n"
    assert "1 entry" in out


def _stuck(start: Start, places: Places, loopback: Loopback) -> "subprocess.Popen[str]":
    """A refresh with one feed done, which waits for another one that never comes."""
    loopback.pages["/feed.xml"] = rss("One")
    for path in ("/feed.xml", "/never"):
        subscribe(places, Subscription(loopback.url(path)))
    process = start("refresh", "--json")
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["outcome"] == "updated"
    loopback.wait_for(2)
    return process


def _left_behind(places: Places) -> list[Path]:
    """Files that were to replace another one, and never did."""
    return [path for path in places.data.rglob(".*") if path.is_file()]


def _now() -> int:
    return int(time.time())


def _write_history(places: Places, url: str, history: FetchHistory) -> None:
    Home(places, dict(os.environ), Clock(), print).cache().write_history(url, history)
