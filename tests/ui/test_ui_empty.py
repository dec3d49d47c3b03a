"""What an empty list says: why there is nothing, and the person's own key that leads on."""

import pytest

from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Subscription
from screens import configure, press, screen, text


@pytest.fixture
def bare(stocked: Home) -> Home:
    """A home whose person has no feeds any more."""
    stocked.places.subscriptions.write_text("# nothing\n")
    return stocked


async def test_without_feeds_it_says_how_to_subscribe(bare: Home) -> None:
    configure(bare, '[keys]\nadd = "f2"\n')
    async with screen(bare) as pilot:
        assert "No feeds yet." in text(pilot)
        assert "F2 subscribes" in text(pilot)
        assert "feedtui import FILE" in text(pilot)


async def test_a_filter_that_finds_nothing_says_so(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "slash", *"xyzzy")
        assert "Nothing here fits “xyzzy”." in text(pilot)
        await press(pilot, "escape")
        assert "Nothing here" not in text(pilot)


async def test_where_nothing_is_unread_it_says_how_to_get_more(stocked: Home) -> None:
    async with screen(stocked, 200, 30) as pilot:
        await press(pilot, "A", "1", "2")
        assert "Nothing is unread." in text(pilot)
        assert "R asks for news; 1 shows all entries." in text(pilot)


async def test_a_feed_that_was_never_asked_says_how_to_ask_it(stocked: Home) -> None:
    subscribe(stocked.places, Subscription("https://a.example/"))
    async with screen(stocked) as pilot:
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert "This feed was never asked." in text(pilot)
        assert "r asks it now." in text(pilot)


async def test_advice_fits_a_narrow_screen(bare: Home) -> None:
    async with screen(bare, 40, 12) as pilot:
        assert "No feeds yet." in text(pilot)
        assert "by its" in text(pilot)
        assert "name." in text(pilot)
