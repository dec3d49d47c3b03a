"""The screen by behaviour: keys pressed, what is painted, what is kept."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from feedtui.clean import SafeText
from feedtui.library.home import Home
from feedtui.library.marks import READ
from feedtui.library.subscribing import subscribe
from feedtui.model import Subscription
from feedtui.query.views import ALL, UNREAD
from loopback import Loopback, rss
from screens import Screen, app_of, lines, press, screen, settled, status, text
from stock import NEWS, POEMS, Keep
from world import Clock


def unread(home: Home) -> int:
    return home.library().counts(UNREAD).unread


async def test_the_first_screen_shows_feeds_entries_and_the_article(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        shown = text(pilot)
    for expected in (
        "Unread",
        "News",
        "▾ Arts",
        "Poems",
        "● Alpha",
        "● Sonnet",
        "The text of Alpha.",
    ):
        assert expected in shown
    assert "Unread · 1/5 · 5 unread" in shown
    assert "Enter open" in shown


async def test_looking_at_an_entry_does_not_mark_it_and_opening_does(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "j")
        assert "The text of Ode." in text(pilot)
        assert unread(stocked) == 5
        await press(pilot, "enter")
        assert unread(stocked) == 4
        assert "Unread · 2/5 · 4 unread" in status(pilot)


async def test_with_space_alone_everything_is_read(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        for _ in range(60):
            await pilot.press("space")
        await settled(pilot)
        assert "there is nothing unread" in status(pilot)
    assert unread(stocked) == 0


async def test_next_unread_reads_across_feeds(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "h", "j", "j")
        assert "News · 1/3" in status(pilot)
        await press(pilot, "n", "n", "n")
        assert unread(stocked) == 2
        await press(pilot, "n")
        assert "Poems · 1/2" in status(pilot)
        assert "The text of Ode." in text(pilot)


async def test_marking_starring_and_taking_back(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "s")
        assert "starred" in status(pilot)
        assert "★● Alpha" in text(pilot)
        await press(pilot, "m")
        assert "★  Alpha" in text(pilot)
        assert unread(stocked) == 4
        await press(pilot, "A")
        assert "marked 4 read in Unread (u takes it back)" in status(pilot)
        assert unread(stocked) == 0
        await press(pilot, "u", "u", "u")
        assert "took back: starred “Alpha”" in status(pilot)
    assert unread(stocked) == 5


async def test_a_mark_is_kept_when_the_screen_says_so(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await pilot.press("A")
        assert unread(stocked) == 0


async def test_the_list_narrows_while_one_types_and_escape_widens_it(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "slash", *"poems")
        assert "filter: poems" in status(pilot)
        assert "Alpha" not in "\n".join(line[28:66] for line in lines(pilot))
        await press(pilot, "enter", "j")
        assert "Unread · 2/2" in status(pilot)
        await press(pilot, "escape")
        assert "Unread · 4/5 · 5 unread" in status(pilot)


async def test_letters_in_the_filter_are_letters(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "slash", *"qAms")
        assert "filter: qAms" in status(pilot)
    assert unread(stocked) == 5


async def test_going_to_the_ends(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "G")
        assert "5/5" in status(pilot)
        await press(pilot, "g", "g")
        assert "1/5" in status(pilot)


async def test_panes_follow_h_and_l_and_tab(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        ids = []
        for key in ("h", "l", "l", "h", "tab", "tab", "shift+tab"):
            await press(pilot, key)
            ids.append(pilot.app.focused.id if pilot.app.focused else None)
    assert ids == ["feeds", "entries", "article", "entries", "article", "feeds", "article"]


@pytest.mark.parametrize(
    ("width", "at_entries", "at_article"),
    [
        (120, {"feeds", "entries", "article"}, {"feeds", "entries", "article"}),
        (80, {"feeds", "entries"}, {"article"}),
        (40, {"entries"}, {"article"}),
    ],
)
async def test_each_width_shows_what_there_is_room_for(
    stocked: Home, width: int, at_entries: set[str], at_article: set[str]
) -> None:
    async with screen(stocked, width, 20) as pilot:
        assert displayed(pilot) == at_entries
        await press(pilot, "enter")
        assert displayed(pilot) == at_article
        await press(pilot, "escape")
        assert displayed(pilot) == at_entries


def displayed(pilot: Screen) -> set[str]:
    panes = pilot.app.screen.query("#feeds, #entries, #article")
    return {str(pane.id) for pane in panes if pane.display and pane.parent and pane.parent.display}


async def test_an_article_stays_where_it_was_when_the_terminal_is_resized(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        await press(pilot, "enter", "space", "space")
        article = app_of(pilot)._main._stage.article
        place = article.place
        assert place.block > 5
        await pilot.resize_terminal(50, 30)
        await settled(pilot)
        assert article.place == place


async def test_help_lists_the_keys_and_goes_away(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        assert "Move down, or scroll a line." in "\n".join(await press(pilot, "question_mark"))
        shown = "\n".join(await press(pilot, "G"))
        assert "Move down" not in shown
        assert "Leave feedtui." in shown
        assert "Leave feedtui." not in "\n".join(await press(pilot, "escape"))


async def test_help_breaks_sentences_that_are_too_long(stocked: Home) -> None:
    async with screen(stocked, 60, 60) as pilot:
        shown = " ".join(" ".join(await press(pilot, "question_mark")).split())
        assert "Open what the cursor is on: a feed's entries, or an entry." in shown


async def test_a_click_opens_an_entry(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await pilot.click("#entries", offset=(5, 2))
        await settled(pilot)
        assert "Unread · 3/5 · 4 unread" in status(pilot)
        await pilot.click("#feeds", offset=(5, 0))
        await settled(pilot)
        assert "All · 1/5" in status(pilot)
        await pilot.click("#article", offset=(5, 5))
        assert pilot.app.focused is app_of(pilot)._main._stage.article


async def test_subscribing_finds_the_feed_and_shows_its_entries(
    stocked: Home, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("Fresh", title="Colours")
    async with screen(stocked) as pilot:
        await press(pilot, "a", *loopback.url("/feed.xml"), "tab", *"Arts", "enter")
        await press(pilot, "enter")
        assert "subscribed to Colours" in status(pilot)
        assert "Colours" in "\n".join(line[:28] for line in lines(pilot))
        assert "● Fresh" in text(pilot)
    assert stocked.subscriptions()[-1] == Subscription(loopback.url("/feed.xml"), folder="Arts")


async def test_subscribing_in_vain_says_why(stocked: Home, loopback: Loopback) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "a", *loopback.url("/gone"), "enter")
        assert "gone for good" in text(pilot)
    assert len(stocked.subscriptions()) == 2


async def test_refreshing_brings_entries_without_moving_what_is_read(
    home: Home, loopback: Loopback, keep: Keep, clock: Clock
) -> None:
    url = loopback.url("/feed.xml")
    subscribe(home.places, Subscription(url))
    keep(url, "Colours", ["Old", "Older"])
    loopback.pages["/feed.xml"] = rss("Brand new", title="Colours")
    async with screen(home) as pilot:
        await press(pilot, "j", "enter", "space")
        article = app_of(pilot)._main._stage.article
        before = article.scroll_offset
        await press(pilot, "r")
        assert "1 new entry" in status(pilot)
        assert "● Brand new" in text(pilot)
        assert "Unread · 3/3" in status(pilot)
        assert article.scroll_offset == before
        assert "Older" in text(pilot)


async def test_a_feed_that_fails_is_marked_in_the_list(home: Home, loopback: Loopback) -> None:
    subscribe(home.places, Subscription(loopback.url("/gone"), title="Lost"))
    async with screen(home) as pilot:
        await press(pilot, "R")
        assert "1 feed failed" in status(pilot)
        assert "! Lost" in text(pilot)


async def test_a_mistake_in_feeds_toml_is_told_and_the_list_stays(
    stocked: Home, write_feeds: Callable[[str], Path]
) -> None:
    async with screen(stocked) as pilot:
        write_feeds('[[feed]]\nurl = "https://a.example/"\nfoldr = "x"\n')
        app_of(pilot)._main._errands.reload()
        await settled(pilot)
        assert "feeds.toml:3" in status(pilot)
        (notice,) = pilot.app._notifications
        assert "feed.foldr: there is no such setting; did you mean folder?" in notice.message
        assert not notice.markup
        assert "● Alpha" in text(pilot)


async def test_what_others_write_meanwhile_is_taken_in(
    stocked: Home, write_feeds: Callable[[str], Path]
) -> None:
    async with screen(stocked) as pilot:
        other = stocked.library()
        other.mark(other.items(ALL)[:1], READ, "read elsewhere", value=True)
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "Unread · 1/5 · 4 unread" in status(pilot)
        text_before = stocked.places.subscriptions.read_text()
        os.utime(write_feeds(text_before.replace('folder = "Arts"', 'folder = "Letters"')), (1, 1))
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "▾ Letters" in text(pilot)


async def test_entries_that_another_process_fetched_come_into_the_list(
    stocked: Home, keep: Keep
) -> None:
    async with screen(stocked) as pilot:
        keep(POEMS, "Poems", ["Ode", "Sonnet", "Elegy"])
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "Unread · 1/6 · 6 unread" in status(pilot)
        assert "Elegy" in text(pilot)


HOSTILE = SafeText(
    "[red]A[/red] [@click=app.quit]x[/] [/nope] \x1b]0;owned\x07\x1b[2J\x9b31m$(reboot)\u202e"
)


async def test_hostile_titles_are_shown_literally_and_act_on_nothing(
    stocked: Home, keep: Keep
) -> None:
    keep(NEWS, HOSTILE, [HOSTILE] * 3)
    async with screen(stocked, 200, 30) as pilot:
        assert "[red]A[/red] [@click=app.quit]x[/] [/nope]" in text(pilot)
        for keys in (["j"], ["enter"], ["s"], ["h"], ["h", "j"], ["A"], ["u"], ["question_mark"]):
            await press(pilot, *keys)
            shown = text(pilot)
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
        assert pilot.app.is_running


async def test_an_empty_library_says_nothing_wrong(home: Home) -> None:
    home.places.config.mkdir(parents=True)
    home.places.subscriptions.write_text("# nothing yet\n")
    async with screen(home) as pilot:
        for key in "jkGnpmsAuohl":
            await pilot.press(key)
        await press(pilot, "enter", "space", "r")
        assert "there is no feed here to ask" in status(pilot)


async def test_the_first_start_welcomes(home: Home) -> None:
    async with screen(home) as pilot:
        shown = text(pilot)
        assert "Welcome: how to read" in shown
        assert "Press n and you are at the next thing to read." in shown.replace("`", "")
        for _ in range(5):
            await press(pilot, "n")
        assert "5/5 · 0 unread" in status(pilot)
    assert home.library().counts(ALL).total == 5
