"""The key for full texts: from a summary to its page's text and back, and what is said of it."""

import pytest

from feedtui.clean import clean_line
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Entry, Feed, FullText, Subscription
from loopback import Loopback, Page
from screens import press, screen, status, text
from world import NOON

PROSE = "<p>It rained on the day of the fair, as it had rained the year before.</p>"


@pytest.fixture
def summaries(home: Home, loopback: Loopback) -> Home:
    """One feed, subscribed to, with summaries of three pages: one good, one gone, one nowhere."""
    subscribe(home.places, Subscription(loopback.url("/feed.xml")))
    links = {"Fair": loopback.url("/fair"), "Gone": loopback.url("/gone"), "Nowhere": ""}
    entries = tuple(
        Entry(name, clean_line(name), clean_line(link), published=NOON - place, body=f"On {name}.")
        for place, (name, link) in enumerate(links.items())
    )
    cache = home.cache()
    url = loopback.url("/feed.xml")
    merged = merge(cache.feed(url), Feed(clean_line("Town"), entries=entries), NOON)
    cache.write(merged.feed, merged.bodies)
    html = f"<html><body><article>{PROSE * 5}</article></body></html>"
    loopback.pages["/fair"] = Page(html, {"Content-Type": "text/html"})
    return home


def keep(home: Home, loopback: Loopback, words: int) -> None:
    """Keep a full text of the first entry, as a refresh would."""
    url = loopback.url("/feed.xml")
    page = FullText("<p>All of it.</p>", loopback.url("/fair"), "readability", words, asked=True)
    home.cache().full_texts(url).keep(home.cache().feed(url).heads[0].id, page)


async def test_a_summary_says_how_to_get_the_rest_and_x_fetches_it(
    summaries: Home, loopback: Loopback
) -> None:
    async with screen(summaries, 200) as pilot:
        await press(pilot, "enter")
        assert "100 % · x: full article" in status(pilot)
        await press(pilot, "x")
        assert "full text: 75 words (readability)" in status(pilot)
        assert "It rained on the day of the fair" in text(pilot)
        assert "full text from 127.0.0.1 (readability) · x for the feed's own" in text(pilot)
    assert loopback.paths() == ["/fair"]


async def test_x_goes_back_and_forth_between_the_texts_without_asking_again(
    summaries: Home, loopback: Loopback
) -> None:
    keep(summaries, loopback, 75)
    async with screen(summaries, 200) as pilot:
        assert "All of it." in text(pilot)
        await press(pilot, "enter", "x")
        assert "On Fair." in text(pilot)
        assert "the feed's own text · x for the full text" in text(pilot)
        await press(pilot, "x")
        assert "All of it." in text(pilot)
    assert loopback.log == []


async def test_the_text_that_was_asked_for_stays_when_one_comes_back_to_it(
    summaries: Home, loopback: Loopback
) -> None:
    keep(summaries, loopback, 75)
    async with screen(summaries, 200) as pilot:
        await press(pilot, "x")
        await press(pilot, "j")
        await press(pilot, "k")
        assert "On Fair." in text(pilot)


async def test_a_page_that_cannot_be_had_leaves_the_feeds_own_text_and_says_why(
    summaries: Home,
) -> None:
    async with screen(summaries, 200) as pilot:
        await press(pilot, "j", "x")
        assert "no full text: its host says that it is gone for good" in status(pilot)
        assert "On Gone." in text(pilot)
        assert "tries again" in text(pilot)


async def test_an_entry_without_a_page_says_so(summaries: Home, loopback: Loopback) -> None:
    async with screen(summaries, 200) as pilot:
        await press(pilot, "G")
        assert "the feed's own text" not in text(pilot)
        await press(pilot, "x")
        assert "this entry names no web page" in status(pilot)
    assert loopback.log == []


async def test_a_full_text_that_is_shorter_is_shown_when_asked_for_and_says_so(
    summaries: Home, loopback: Loopback
) -> None:
    keep(summaries, loopback, 1)
    async with screen(summaries, 200) as pilot:
        assert "On Fair." in text(pilot)
        assert "the full text is shorter · x for the full text" in text(pilot)
        await press(pilot, "x")
        assert "All of it." in text(pilot)
        assert "shorter than the feed's own" in text(pilot)


async def test_keys_go_on_while_a_page_is_fetched(summaries: Home, loopback: Loopback) -> None:
    loopback.pages["/fair"] = Page(status=500)
    async with screen(summaries, 200) as pilot:
        await pilot.press("x", "x", "j")
        await press(pilot, "enter")
        assert "On Gone." in text(pilot)
    assert loopback.paths() == ["/fair"]
