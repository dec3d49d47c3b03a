"""Adding, changing and leaving feeds on the screen; refreshing, and stopping that."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Subscription
from loopback import Loopback, Page, rss
from screens import Screen, app_of, configure, lines, press, screen, settled, status, text
from stock import NEWS, Keep


def page(*links: str) -> Page:
    """A web page that names feeds."""
    named = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links
    )
    return Page(
        f"<html><head>{named}</head><body>hello</body></html>", {"Content-Type": "text/html"}
    )


async def until(pilot: Screen, holds: Callable[[], bool]) -> None:
    """Until something is so."""
    async with asyncio.timeout(20):
        while not holds():
            await pilot.pause(0.01)


async def test_a_feed_is_looked_at_before_it_is_subscribed_to(
    stocked: Home, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("Fresh", "Stale", title="Colours")
    async with screen(stocked, 100, 30) as pilot:
        shown = "\n".join(await press(pilot, "a", *loopback.url("/feed.xml"), "enter"))
        for expected in ("Colours (RSS)", "2 entries", "summaries only", "Fresh", "Stale"):
            assert expected in shown
        assert len(stocked.subscriptions()) == 2
        await press(pilot, "tab", *"Arts", "tab", *"long, weekly", "enter")
        assert "subscribed to Colours" in status(pilot)
        assert "● Fresh" in text(pilot)
        assert "Colours · 1/2" in status(pilot)
        added = stocked.subscriptions()[-1]
        await press(pilot, "u")
        assert "took back: subscribed to Colours" in status(pilot)
        assert "Fresh" not in text(pilot)
    assert len(stocked.subscriptions()) == 2
    wanted = Subscription(loopback.url("/feed.xml"), folder="Arts", tags=("long", "weekly"))
    assert added == wanted


async def test_escape_ends_the_looking(stocked: Home, loopback: Loopback) -> None:
    async with screen(stocked, 100, 30) as pilot:
        await pilot.press("a", *loopback.url("/never"), "enter")
        await asyncio.to_thread(loopback.wait_for, 1)
        assert "looking at" in text(pilot)
        await press(pilot, "escape")
        assert "● Alpha" in text(pilot)
        assert all(worker.is_finished for worker in pilot.app.workers)


async def test_subscribing_while_feeds_are_asked_says_what_it_waits_for(
    home: Home, loopback: Loopback
) -> None:
    subscribe(home.places, Subscription(loopback.url("/never")))
    loopback.pages["/feed.xml"] = rss("Fresh", title="Colours")
    async with screen(home, 100, 30) as pilot:
        await pilot.press("R")
        await asyncio.to_thread(loopback.wait_for, 1)
        await pilot.press("a", *loopback.url("/feed.xml"), "enter")
        await until(pilot, lambda: "Colours (RSS)" in text(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "a refresh is under way; waiting for it to end" in text(pilot))
        app_of(pilot)._main._errands.stop()
        await settled(pilot)
        assert "● Fresh" in text(pilot)


async def test_of_several_feeds_one_is_chosen(stocked: Home, loopback: Loopback) -> None:
    loopback.pages["/"] = page("/one.xml", "/two.xml")
    loopback.pages["/one.xml"] = rss("Uno", title="One")
    loopback.pages["/two.xml"] = rss("Due", title="Two")
    async with screen(stocked, 100, 30) as pilot:
        shown = "\n".join(await press(pilot, "a", *loopback.url("/"), "enter"))
        assert "2 feeds are there:" in shown
        assert "Uno" in shown
        assert "Due" in "\n".join(await press(pilot, "down"))
        await press(pilot, "enter")
    assert stocked.subscriptions()[-1].url == loopback.url("/two.xml")


async def test_a_feed_that_is_there_already_is_gone_to(home: Home, loopback: Loopback) -> None:
    url = loopback.url("/feed.xml")
    subscribe(home.places, Subscription(url))
    loopback.pages["/feed.xml"] = rss("Fresh", title="Colours")
    async with screen(home, 100, 30) as pilot:
        shown = "\n".join(await press(pilot, "a", *url, "enter"))
        assert "It is subscribed to already; Enter goes there" in shown
        await press(pilot, "enter")
        assert app_of(pilot)._main._desk.view.name == url
    assert len(home.subscriptions()) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lwn", "“lwn” is no address; please type that of a feed or a page"),
        ("/gone", "gone for good"),
        ("/nothing", "404"),
    ],
)
async def test_what_goes_wrong_is_said_and_what_was_typed_stays(
    stocked: Home, loopback: Loopback, typed: str, said: str
) -> None:
    typed = loopback.url(typed) if typed.startswith("/") else typed
    async with screen(stocked, 100, 30) as pilot:
        shown = " ".join(" ".join(await press(pilot, "a", *typed, "enter")).split())
        assert said in shown
        assert pilot.app.screen.query_one("#address", Input).value == typed
        await press(pilot, "escape")
        assert "● Alpha" in text(pilot)
    assert len(stocked.subscriptions()) == 2


async def test_known_folders_and_tags_are_completed(stocked: Home) -> None:
    async with screen(stocked, 100, 30) as pilot:
        await press(pilot, "a", "tab", *"ar", "right")
        assert pilot.app.screen.query_one("#folder", Input).value == "Arts"


async def test_hostile_words_in_a_preview_are_shown_as_they_are(
    stocked: Home, loopback: Loopback
) -> None:
    hostile = "[@click=app.quit]x[/] [/nope]"
    loopback.pages["/feed.xml"] = rss(hostile, title=f"T {hostile}")
    async with screen(stocked, 100, 30) as pilot:
        shown = "\n".join(await press(pilot, "a", *loopback.url("/feed.xml"), "enter"))
        assert shown.count("[@click=app.quit]x[/]") == 2
        assert "\x1b" not in shown


async def test_a_feed_is_renamed_and_moved_and_u_takes_it_back(stocked: Home) -> None:
    before = stocked.places.subscriptions.read_text()
    async with screen(stocked, 100, 30) as pilot:
        await press(pilot, "c", *"Gazette", "tab", *"Papers", "enter")
        assert "changed News: title, folder (u takes it back)" in status(pilot)
        assert "Gazette" in text(pilot)
        assert "Papers" in text(pilot)
        assert stocked.subscriptions()[0] == Subscription(NEWS, "Gazette", "Papers")
        await press(pilot, "u")
        assert "Gazette" not in "\n".join(lines(pilot)[:-2])
    assert stocked.places.subscriptions.read_text() == before


async def test_a_change_that_cannot_be_is_told_of_in_the_dialog(stocked: Home) -> None:
    async with screen(stocked, 100, 30) as pilot:
        await press(pilot, "c", *"Gazette", "tab", *"a//b", "enter")
        assert 'expected names with "/" between them' in " ".join(" ".join(lines(pilot)).split())
        assert pilot.app.screen.query_one("#title", Input).value == "Gazette"
        await press(pilot, "escape")
    assert stocked.subscriptions()[0] == Subscription(NEWS)


async def test_hiding_and_full_texts_are_chosen_with_the_space_bar(stocked: Home) -> None:
    async with screen(stocked, 100, 30) as pilot:
        await press(pilot, "c", *["tab"] * 5, "space", "tab", "space", "enter")
    assert stocked.subscriptions()[0] == Subscription(NEWS, full_text="short", hidden=True)


async def test_a_feed_is_left_only_when_it_is_meant_and_u_brings_it_back(stocked: Home) -> None:
    before = stocked.places.subscriptions.read_text()
    async with screen(stocked, 100, 30) as pilot:
        shown = "\n".join(await press(pilot, "D"))
        assert "Unsubscribe from News?" in shown
        assert "3 entries, and your marks" in shown
        await press(pilot, "n")
        assert len(stocked.subscriptions()) == 2
        await press(pilot, "D", "y")
        assert "unsubscribed from News (u takes it back)" in status(pilot)
        assert "Alpha" not in text(pilot)
        await press(pilot, "u")
        assert "Alpha" in text(pilot)
    assert stocked.places.subscriptions.read_text() == before


async def test_a_refresh_is_stopped_and_what_came_stays(home: Home, loopback: Loopback) -> None:
    subscribe(home.places, Subscription(loopback.url("/feed.xml")))
    subscribe(home.places, Subscription(loopback.url("/never")))
    loopback.pages["/feed.xml"] = rss("Fresh", title="Colours")
    async with screen(home) as pilot:
        await pilot.press("R")
        await until(pilot, lambda: "1 new" in status(pilot))
        await press(pilot, "ctrl+x")
        assert "stopped after 1 of 2: 1 new entry in Colours" in status(pilot)
        assert "● Fresh" in text(pilot)
        await press(pilot, "ctrl+x")
        assert "nothing is being refreshed" in status(pilot)


async def test_leaving_while_feeds_are_asked_ends_the_asking(
    home: Home, loopback: Loopback
) -> None:
    subscribe(home.places, Subscription(loopback.url("/never")))
    async with screen(home) as pilot:
        await pilot.press("R")
        await asyncio.to_thread(loopback.wait_for, 1)
        asking = app_of(pilot)._main._errands._asking
    assert asking is not None
    await asyncio.gather(asking, return_exceptions=True)
    assert asking.cancelled()


async def test_a_second_refresh_is_refused_with_the_key_that_stops_the_first(
    home: Home, loopback: Loopback
) -> None:
    subscribe(home.places, Subscription(loopback.url("/never")))
    async with screen(home) as pilot:
        await pilot.press("R", "R")
        assert "a refresh is under way; Ctrl+X stops it" in status(pilot)
        await press(pilot, "ctrl+x")


async def test_what_is_due_is_asked_when_the_screen_opens_if_that_is_set(
    home: Home, loopback: Loopback
) -> None:
    configure(home, "[refresh]\non_start = true\n")
    subscribe(home.places, Subscription(loopback.url("/feed.xml")))
    loopback.pages["/feed.xml"] = rss("Fresh", title="Colours")
    async with screen(home) as pilot:
        assert "1 new entry in Colours" in status(pilot)


async def test_nothing_is_asked_by_itself_unless_that_is_set(
    home: Home, loopback: Loopback
) -> None:
    subscribe(home.places, Subscription(loopback.url("/feed.xml")))
    async with screen(home) as pilot:
        feeds = app_of(pilot)._main._feeds
        assert feeds._timer is None
        assert "Unread" in text(pilot) or "All" in text(pilot)
    assert loopback.log == []


async def test_a_refresh_does_not_scroll_the_article_beside_the_list(
    home: Home, loopback: Loopback, keep: Keep
) -> None:
    url = loopback.url("/feed.xml")
    subscribe(home.places, Subscription(url))
    keep(url, "Colours", ["Old", "Older"])
    loopback.pages["/feed.xml"] = rss("Brand new", title="Colours")
    async with screen(home, 120, 20) as pilot:
        await press(pilot, "enter", "space", "h")
        article = app_of(pilot)._main._stage.article
        before = article.scroll_offset
        assert before.y > 0
        await press(pilot, "r")
        assert "● Brand new" in text(pilot)
        assert article.scroll_offset == before


async def test_feeds_toml_with_a_mistake_changes_nothing_and_no_dialog_opens(
    stocked: Home, write_feeds: Callable[[str], Path]
) -> None:
    async with screen(stocked) as pilot:
        write_feeds('[[feed]]\nurl = "https://a.example/"\nfoldr = "x"\n')
        await press(pilot, "c")
        assert "feeds.toml:3" in status(pilot)
        await settled(pilot)
        assert "● Alpha" in text(pilot)


async def test_hostile_titles_are_harmless_where_feeds_are_changed_and_left(
    stocked: Home, keep: Keep
) -> None:
    hostile = "[@click=app.quit]x[/] [/nope]"
    keep(NEWS, hostile, ["Alpha"])
    async with screen(stocked, 120, 30) as pilot:
        assert hostile in "\n".join(await press(pilot, "c"))
        await press(pilot, "escape")
        assert f"Unsubscribe from {hostile}?" in "\n".join(await press(pilot, "D"))
        await press(pilot, "y")
        assert f"unsubscribed from {hostile}" in text(pilot)


async def test_no_feed_is_changed_or_left_where_the_cursor_is_on_none(stocked: Home) -> None:
    async with screen(stocked, 120, 30) as pilot:
        await press(pilot, "h", "g", "g", "D")
        assert "there is no feed here" in status(pilot)
        await press(pilot, "c")
        assert "there is no feed here" in status(pilot)
