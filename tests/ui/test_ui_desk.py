import pytest

from feedtui.config.settings import Reading, Settings
from feedtui.errors import UsageError
from feedtui.library.home import Home
from feedtui.library.library import Library
from feedtui.library.marks import READ, STARRED
from feedtui.library.subscribing import move, unsubscribe
from feedtui.query.views import ALL, UNREAD, View
from feedtui.query.views import STARRED as STARRED_VIEW
from feedtui.ui.desk import Desk
from stock import NEWS, POEMS, Keep
from world import Clock


@pytest.fixture
def desk(stocked: Home, clock: Clock) -> Desk:
    return started(stocked, clock)


def started(home: Home, clock: Clock, *, hide_read: bool = False) -> Desk:
    settings = Settings(reading=Reading(hide_read=hide_read))
    desk = Desk(home.empty_library(), clock.seconds, settings)
    desk.start(home.subscriptions())
    return desk


def titles(desk: Desk) -> list[str]:
    return [str(item.head.title) for item in desk.rows]


def current(desk: Desk) -> str:
    return str(desk.current.head.title) if desk.current else ""


def test_it_starts_with_what_is_unread(desk: Desk) -> None:
    assert desk.view == UNREAD
    assert titles(desk) == ["Alpha", "Ode", "Beta", "Sonnet", "Gamma"]
    assert desk.where() == "Unread · 1/5 · 5 unread"


def test_it_starts_with_all_when_nothing_is_unread(desk: Desk, stocked: Home, clock: Clock) -> None:
    desk.mark_list_read()
    assert started(stocked, clock).view == ALL


def test_entries_just_read_stay_until_the_person_leaves_the_list(desk: Desk) -> None:
    desk.open(mark=True)
    desk.renew()
    assert titles(desk) == ["Alpha", "Ode", "Beta", "Sonnet", "Gamma"]
    desk.show(UNREAD)
    assert titles(desk) == ["Ode", "Beta", "Sonnet", "Gamma"]


def test_next_unread_opens_the_one_here_first_and_then_those_below(desk: Desk) -> None:
    seen = []
    while desk.seek_unread(1):
        seen.append(current(desk))
        desk.open(mark=True)
    assert seen == ["Alpha", "Ode", "Beta", "Sonnet", "Gamma"]


def test_next_unread_goes_on_in_the_next_feed(desk: Desk) -> None:
    desk.show(View("feed", NEWS))
    desk.mark_list_read()
    assert desk.seek_unread(1)
    assert (desk.view, current(desk)) == (View("feed", POEMS), "Ode")
    desk.mark_list_read()
    assert not desk.seek_unread(1)


def test_next_unread_comes_around_to_what_was_left_above(desk: Desk) -> None:
    desk.move_to(-1)
    desk.open(mark=True)
    assert desk.seek_unread(1)
    assert current(desk) == "Alpha"


def test_previous_unread_goes_up(desk: Desk) -> None:
    desk.move_to(2)
    assert desk.seek_unread(-1)
    assert current(desk) == "Ode"


def test_by_hand_an_opened_entry_stays_unread_and_next_goes_on(desk: Desk) -> None:
    desk.open(mark=False)
    assert desk.counts(desk.places[0]).unread == 5
    desk.seek_unread(1)
    assert current(desk) == "Ode"


def test_marks_toggle_and_say_what_was_done(desk: Desk) -> None:
    assert desk.toggle(READ) == "marked read"
    assert desk.toggle(READ) == "marked unread"
    assert desk.toggle(STARRED) == "starred"
    desk.show(STARRED_VIEW)
    assert titles(desk) == ["Alpha"]
    assert desk.toggle(STARRED) == "unstarred"
    assert titles(desk) == ["Alpha"]


def test_marking_the_list_read_is_one_step(desk: Desk) -> None:
    desk.show(View("folder", "Arts"))
    assert desk.mark_list_read() == "marked 2 read in Arts (u takes it back)"
    assert desk.counts(desk.places[0]).unread == 3
    assert desk.undo() == "took back: marked 2 read in Arts"
    assert desk.counts(desk.places[0]).unread == 5
    assert desk.undo() == "there is nothing to take back"


def test_undo_reads_as_it_was_said(desk: Desk) -> None:
    desk.toggle(STARRED)
    assert desk.undo() == "took back: starred “Alpha”"


def test_a_filter_narrows_and_the_cursor_stays_on_its_entry(desk: Desk) -> None:
    desk.move_to(3)
    desk.filter("poems")
    assert titles(desk) == ["Ode", "Sonnet"]
    assert current(desk) == "Sonnet"
    assert desk.where() == "Unread · 2/2 · 5 unread · filter: poems"
    desk.filter("")
    assert (current(desk), len(desk.rows)) == ("Sonnet", 5)


def test_a_filter_that_finds_nothing_leaves_an_empty_list(desk: Desk) -> None:
    desk.filter("no such thing")
    assert (desk.rows, desk.current) == ([], None)
    assert desk.open(mark=True) is None
    assert desk.toggle(READ) == "there is no entry here"


def test_a_filter_that_is_none_changes_nothing(desk: Desk) -> None:
    with pytest.raises(UsageError):
        desk.filter("is:unraed")
    assert len(desk.rows) == 5


def test_new_entries_do_not_move_what_is_being_read(desk: Desk, keep: Keep) -> None:
    desk.move_to(2)
    desk.open(mark=True)
    keep(POEMS, "Poems", ["Ode", "Sonnet", "Ballad", "Haiku"])
    desk.refreshed([POEMS])
    assert current(desk) == "Beta"
    assert "Haiku" in titles(desk)


def test_a_feed_that_is_no_longer_subscribed_to_leaves_the_lists(desk: Desk, stocked: Home) -> None:
    desk.show(View("feed", POEMS))
    unsubscribe(stocked.places, POEMS)
    desk.resubscribed(stocked.subscriptions())
    assert desk.view == ALL
    assert titles(desk) == ["Alpha", "Beta", "Gamma"]


def test_read_entries_can_be_left_out(desk: Desk, stocked: Home, clock: Clock) -> None:
    desk.open(mark=True)
    other = started(stocked, clock, hide_read=True)
    other.show(View("feed", NEWS))
    assert titles(other) == ["Beta", "Gamma"]


def test_starred_entries_that_are_read_are_not_left_out(
    desk: Desk, stocked: Home, clock: Clock
) -> None:
    desk.toggle(STARRED)
    desk.toggle(READ)
    other = started(stocked, clock, hide_read=True)
    other.show(STARRED_VIEW)
    assert titles(other) == ["Alpha"]


def test_without_feeds_there_is_nothing_and_no_harm(home: Home, clock: Clock) -> None:
    desk = started(home, clock)
    assert desk.where() == "All · 0/0 · 0 unread"
    assert not desk.seek_unread(1)
    assert isinstance(desk.library, Library)
    desk.move(1)
    desk.move_to(-1)
    desk.show_place(99)
    assert desk.undo() == "there is nothing to take back"


def test_a_feed_that_moves_to_another_address_is_followed(desk: Desk, stocked: Home) -> None:
    desk.show(View("feed", NEWS))
    desk.move(1)
    news, _ = stocked.subscriptions()
    move(stocked.places, news, "https://new.example/feed")
    desk.resubscribed(stocked.subscriptions())
    assert desk.view == View("feed", "https://new.example/feed")
    assert (titles(desk), current(desk)) == (["Alpha", "Beta", "Gamma"], "Beta")
