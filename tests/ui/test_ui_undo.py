"""Taking back on the screen: `u` and `Ctrl+R`, also over a restart and over another process."""

from feedtui.library.home import Home
from feedtui.library.marks import READ
from feedtui.library.removing import remove_feed
from feedtui.library.retention import purge, surpluses
from feedtui.query.views import UNREAD
from screens import app_of, press, screen, settled, status, text
from stock import POEMS, Keep


def unread(home: Home) -> int:
    return home.library().counts(UNREAD).unread


async def test_what_was_marked_is_taken_back_and_done_again(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "A")
        assert unread(stocked) == 0
        await press(pilot, "u")
        assert "took back: marked 5 read in Unread" in status(pilot)
        assert unread(stocked) == 5
        await press(pilot, "ctrl+r")
        assert "did again: marked 5 read in Unread" in status(pilot)
        assert unread(stocked) == 0
        await press(pilot, "ctrl+r")
        assert "there is nothing to do again" in status(pilot)


async def test_what_was_done_before_a_restart_is_taken_back(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "A")
    async with screen(stocked) as pilot:
        await press(pilot, "u")
        assert "took back: marked 5 read in Unread" in status(pilot)
    assert unread(stocked) == 5


async def test_what_was_done_in_the_shell_is_taken_back_on_the_screen(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        shell = stocked.library()
        shell.mark(shell.every_item(), READ, "marked read: 5 entries", value=True)
        await press(pilot, "u")
        assert "took back: marked read: 5 entries" in status(pilot)
    assert unread(stocked) == 5


async def test_a_feed_that_was_removed_is_put_back_and_shown_again(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        (news,) = (feed for feed in stocked.subscriptions() if "news" in feed.url)
        remove_feed(stocked, news, "News")
        await press(pilot, "u")
        assert "took back: unsubscribed from News" in status(pilot)
        assert len(stocked.subscriptions()) == 2
        assert "News" in text(pilot)


async def test_what_cannot_be_taken_back_is_said(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        (news,) = (feed for feed in stocked.subscriptions() if "news" in feed.url)
        before = stocked.places.subscriptions.read_text()
        remove_feed(stocked, news, "News")
        stocked.places.subscriptions.write_text(before)
        await press(pilot, "u")
        assert "“unsubscribed from News” can't be taken back" in text(pilot)


async def test_what_another_process_purged_leaves_the_list_and_comes_back_to_it(
    stocked: Home,
) -> None:
    stocked.places.settings.write_text('[keep]\nentries = 1\nunread = "drop"\n')
    async with screen(stocked) as pilot:
        purge(stocked, surpluses(stocked, stocked.library()))
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "Unread · 1/2 · 2 unread" in status(pilot)
        stocked.library().undo()
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "Unread · 1/5 · 5 unread" in status(pilot)


async def test_one_look_takes_in_both_the_entries_and_the_marks_of_others(
    stocked: Home, keep: Keep
) -> None:
    async with screen(stocked) as pilot:
        keep(POEMS, "Poems", ["Ode", "Sonnet", "Elegy"])
        shell = stocked.library()
        shell.mark(shell.every_item()[:2], READ, "read elsewhere", value=True)
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "Unread · 1/6 · 4 unread" in status(pilot)
