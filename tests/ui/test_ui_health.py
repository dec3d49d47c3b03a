"""How the feeds fare, on the screen, and what can be done about it there."""

from dataclasses import replace

import pytest
from textual.widgets import Input

from feedtui.clean import clean_line
from feedtui.library.home import Home
from feedtui.library.pace import ASCII_BLOCKS, BLOCKS
from feedtui.library.subscribing import subscribe
from feedtui.model import FetchHistory, Move, Subscription
from feedtui.ui.healthrows import health_row
from feedtui.ui.records import read_health
from loopback import Loopback, Page, rss
from screens import app_of, press, screen, text
from stock import NEWS, POEMS
from world import NOON

HISTORY = FetchHistory(
    attempted=NOON - 60,
    succeeded=NOON - 7200,
    next=NOON + 3600,
    why=clean_line("an error; asked again later"),
    error=clean_line("no answer within 30 seconds"),
    failures=2,
    asked=10,
    unchanged=6,
    size=5000,
    took=321,
)


@pytest.fixture
def ailing(stocked: Home) -> Home:
    """News fails; Poems is well."""
    stocked.cache().write_history(NEWS, HISTORY)
    fine = replace(HISTORY, error=clean_line(""), failures=0)
    stocked.cache().write_history(POEMS, fine)
    return stocked


async def test_health_shows_what_is_known_of_each_feed(ailing: Home) -> None:
    async with screen(ailing, 120, 30) as pilot:
        shown = "\n".join(await press(pilot, "!"))
    for expected in (
        "Health of feeds: 1 ▸all 2 · 2 failing 1 · 3 silent",
        "sorted by need",
        "! News",
        "failing, ",
        "it last answered 2 hours ago",
        "last error: no answer within 30 seconds (2 times in a row)",
        "asked next: in an hour: an error; asked again later",
        "3 entries, 3 unread, 0 starred; 10 requests, 60 % without news, 5 KiB, 321 ms",
        NEWS,
    ):
        assert expected in shown


@pytest.mark.parametrize(("width", "height"), [(40, 12), (80, 24), (200, 50)])
async def test_health_has_room_at_every_size(ailing: Home, width: int, height: int) -> None:
    async with screen(ailing, width, height) as pilot:
        shown = "\n".join(await press(pilot, "!"))
        assert "! News" in shown
        assert "it last answered 2 hours ago" in shown
        assert "Poems" in shown


async def test_lists_and_orders_are_chosen_by_keys(ailing: Home) -> None:
    async with screen(ailing, 120, 30) as pilot:
        shown = await press(pilot, "!", "2")
        assert "2 ▸failing 1" in shown[0]
        assert not any(line.startswith("  Poems") for line in shown)
        assert "sorted by title" in (await press(pilot, "1", "s"))[0]


async def test_an_empty_list_says_that_nothing_is_wrong(home: Home) -> None:
    subscribe(home.places, Subscription(NEWS))
    async with screen(home, 120, 30) as pilot:
        assert "No feed fails." in "\n".join(await press(pilot, "!", "2"))
        assert "No feed is silent." in "\n".join(await press(pilot, "3"))


async def test_enter_goes_to_the_feeds_list_and_escape_back(ailing: Home) -> None:
    async with screen(ailing, 120, 30) as pilot:
        await press(pilot, "!", "G", "enter")
        assert app_of(pilot)._main._desk.view.name == POEMS
        await press(pilot, "!", "escape")
        assert app_of(pilot)._main._desk.view.name == POEMS


async def test_a_feed_is_tried_again(home: Home, loopback: Loopback) -> None:
    url = loopback.url("/feed.xml")
    subscribe(home.places, Subscription(url))
    loopback.pages["/feed.xml"] = rss("Fresh", title="Colours")
    async with screen(home, 120, 30) as pilot:
        shown = "\n".join(await press(pilot, "!", "r"))
        assert "1 new entry in Colours" in shown
        assert "it last answered" in shown


async def test_a_feed_that_has_moved_gets_its_new_address(ailing: Home) -> None:
    moved = replace(HISTORY, moved=Move("https://new.example/feed", NOON - 5, NOON))
    ailing.cache().write_history(NEWS, moved)
    async with screen(ailing, 120, 30) as pilot:
        shown = "\n".join(await press(pilot, "!", "m"))
        assert "Its host says that it has moved there for good." in shown
        assert pilot.app.screen.query_one("#address", Input).value == "https://new.example/feed"
        await press(pilot, "enter")
        assert "https://new.example/feed" in text(pilot)
    (news, _) = ailing.subscriptions()
    assert (news.url, news.formerly) == ("https://new.example/feed", NEWS)


async def test_a_new_address_is_looked_for_on_the_feeds_site(
    home: Home, loopback: Loopback
) -> None:
    old, new = loopback.url("/old.xml"), loopback.url("/new.xml")
    subscribe(home.places, Subscription(old, title="Lost"))
    link = '<link rel="alternate" type="application/rss+xml" href="/new.xml">'
    loopback.pages["/old.xml"] = Page(
        f"<html><head>{link}</head></html>", {"Content-Type": "text/html"}
    )
    loopback.pages["/new.xml"] = rss("Fresh", title="Colours")
    async with screen(home, 120, 30) as pilot:
        await press(pilot, "!", "m")
        assert pilot.app.screen.query_one("#address", Input).value == new
        await press(pilot, "enter")
    assert home.subscriptions() == (Subscription(new, title="Lost", formerly=old),)


async def test_a_feed_is_left_from_there(ailing: Home) -> None:
    async with screen(ailing, 120, 30) as pilot:
        shown = "\n".join(await press(pilot, "!", "D"))
        assert "Unsubscribe from News?" in shown
        shown = "\n".join(await press(pilot, "y"))
        assert "unsubscribed from News" in shown
        assert "! News" not in shown
    assert [each.url for each in ailing.subscriptions()] == [POEMS]


async def test_a_feed_is_changed_from_there(ailing: Home) -> None:
    async with screen(ailing, 120, 30) as pilot:
        await press(pilot, "!")
        await press(pilot, "e", *"Gazette", "enter")
        assert "! Gazette" in text(pilot)


async def test_hostile_titles_and_errors_are_shown_as_they_are(ailing: Home) -> None:
    hostile = "[@click=app.quit]x[/] [/nope] \x1b[2J"
    ailing.cache().write_history(NEWS, replace(HISTORY, error=clean_line(hostile)))
    async with screen(ailing, 200, 30) as pilot:
        shown = "\n".join(await press(pilot, "!"))
        assert "last error: [@click=app.quit]x[/] [/nope]" in shown
        assert "\x1b" not in shown


async def test_a_mistake_in_feeds_toml_is_told_there(ailing: Home) -> None:
    async with screen(ailing, 120, 30) as pilot:
        ailing.places.subscriptions.write_text("[[feed]]\nurl = 3\n")
        assert "feeds.toml:2" in "\n".join(await press(pilot, "!"))


def test_rows_are_as_wide_as_they_should_be_and_the_chart_goes_last() -> None:
    line = (
        b'{"feed": "https://a.example/", "feed_title": "A", "posts": [0, 4, 8], "took": 1234,'
        b' "failing": true, "error": "no", "succeeded": null, "next": null}'
    )
    health = read_health(line)
    assert health is not None
    for width in (20, 40, 60, 80, 100, 160):
        row = health_row(health, width, NOON, BLOCKS)
        assert sum(len(piece.text) for piece in row) == width
    wide = "".join(piece.text for piece in health_row(health, 160, NOON, ASCII_BLOCKS))
    assert wide.startswith("! A ")
    assert " -#" in wide
    assert "1,234 ms" in wide


@pytest.mark.parametrize("line", [b"", b"[]", b'{"feed": 3}', b"\xff"])
def test_a_line_that_tells_of_no_health_is_none(line: bytes) -> None:
    assert read_health(line) is None
