"""What lists do, without a screen: selecting, bulk actions, order, folding, taking up again."""

from dataclasses import replace

import pytest

from feedtui.clean import clean_line
from feedtui.config.settings import Lists, Reading, Settings
from feedtui.library.home import Home
from feedtui.library.marks import HIDDEN, READ, STARRED
from feedtui.library.positions import Position
from feedtui.library.subscribing import subscribe
from feedtui.model import Subscription
from feedtui.query.views import ALL, STARTED, TAGS, UNREAD, View
from feedtui.query.views import HIDDEN as HIDDEN_VIEW
from feedtui.store.leaving import Lists as Left
from feedtui.ui.desk import Desk
from feedtui.ui.lists.doing import tagging
from feedtui.ui.lists.selection import Selection
from feedtui.ui.lists.spans import above, below, older_than
from stock import NEWS, POEMS, Keep
from world import Clock

ARTS = View("folder", "Arts")
SECRET = "https://secret.example/feed"


@pytest.fixture
def desk(stocked: Home, clock: Clock) -> Desk:
    return started(stocked, clock)


NOTHING, DEFAULTS = Left(), Settings()


def started(home: Home, clock: Clock, left: Left = NOTHING, settings: Settings = DEFAULTS) -> Desk:
    desk = Desk(home.empty_library(), clock.seconds, settings)
    desk.start(home.subscriptions(), left)
    return desk


def titles(desk: Desk) -> list[str]:
    return [str(item.head.title) for item in desk.rows]


def current(desk: Desk) -> str:
    return str(desk.current.head.title) if desk.current else ""


def picked(desk: Desk) -> list[str]:
    return [str(item.head.title) for item in desk.selected()]


def pick(desk: Desk, *rows: int) -> None:
    for row in rows:
        desk.move_to(row)
        desk.select(desk.selection.toggled(desk.rows))


def test_a_range_reaches_from_where_it_began_to_the_cursor(desk: Desk) -> None:
    desk.move_to(3)
    desk.select(desk.selection.begun())
    desk.move(-2)
    assert picked(desk) == ["Ode", "Beta", "Sonnet"]
    assert "3 selected" in desk.where()
    desk.move(3)
    assert picked(desk) == ["Sonnet", "Gamma"]


def test_ranges_and_single_entries_add_up(desk: Desk) -> None:
    desk.select(desk.selection.begun())
    desk.move(1)
    desk.select(desk.selection.ended(desk.rows))
    pick(desk, 4, 0)
    assert picked(desk) == ["Ode", "Gamma"]


def test_a_selection_survives_a_filter_a_refresh_and_another_order(desk: Desk, keep: Keep) -> None:
    pick(desk, 0, 1)
    desk.filter("poems")
    assert picked(desk) == ["Alpha", "Ode"]
    keep(POEMS, "Poems", ["Ode", "Sonnet", "Ballad"])
    desk.refreshed([POEMS])
    desk.filter("")
    desk.sort("title")
    assert picked(desk) == ["Alpha", "Ode"]


def test_a_range_keeps_its_ends_in_another_order(desk: Desk) -> None:
    desk.move_to(1)
    desk.select(desk.selection.begun())
    desk.move(2)
    assert picked(desk) == ["Ode", "Beta", "Sonnet"]
    desk.sort("feed")
    assert picked(desk) == ["Ode", "Sonnet"]


def test_another_list_has_no_selection(desk: Desk) -> None:
    pick(desk, 0)
    desk.show(ALL)
    assert not desk.selecting


def test_marks_are_made_of_the_whole_selection_in_one_step(desk: Desk) -> None:
    pick(desk, 0, 1, 3)
    said = desk.toggle(STARRED, desk.chosen("entries"))
    assert said == "starred 3 in the selection (u takes it back)"
    assert not desk.selecting
    desk.move_to(0)
    assert desk.toggle(STARRED) == "unstarred"
    desk.undo()
    assert desk.undo() == "took back: starred 3 in the selection"
    assert desk.library.counts(ALL).starred == 0


def test_what_only_some_have_is_given_to_all_and_then_taken_from_all(desk: Desk) -> None:
    desk.toggle(STARRED)
    pick(desk, 0, 1)
    assert desk.toggle(STARRED, desk.chosen("entries")).startswith("starred 1 in the selection")
    pick(desk, 0, 1)
    assert desk.toggle(STARRED, desk.chosen("entries")).startswith("unstarred 2 in the selection")


def test_in_the_list_of_feeds_a_whole_list_is_meant_as_far_as_a_filter_leaves_it(
    desk: Desk,
) -> None:
    desk.show(ARTS)
    assert desk.toggle(READ, desk.chosen("feeds")) == "marked 2 read in Arts (u takes it back)"
    desk.show(ALL)
    desk.filter("beta")
    said = desk.toggle(STARRED, desk.chosen("feeds"))
    assert said == "starred 1 in All, filter: beta (u takes it back)"


def test_in_the_article_one_entry_is_meant_whatever_is_selected(desk: Desk) -> None:
    pick(desk, 0, 1)
    assert desk.toggle(STARRED, desk.chosen("article")) == "starred"


def test_marking_nothing_says_so(desk: Desk) -> None:
    desk.mark_list_read()
    assert desk.mark_list_read() == "there is nothing left to do in Unread"
    desk.filter("no such thing")
    assert desk.toggle(HIDDEN, desk.chosen("entries")) == "there is no entry here"


def test_stretches_of_a_list_are_above_below_and_old(desk: Desk) -> None:
    rows = desk.rows
    names = [
        [str(item.head.title) for item in each.items]
        for each in (above(rows, 2), below(rows, 2), older_than(rows, rows[2].date, "that"))
    ]
    assert names == [["Alpha", "Ode"], ["Sonnet", "Gamma"], ["Gamma"]]
    assert above(rows, 2).where == " above “Beta”"
    assert list(below([], 0).items) == []


def test_a_hidden_entry_leaves_its_list_at_once_and_is_found_by_is_hidden(desk: Desk) -> None:
    desk.move(1)
    assert desk.toggle(HIDDEN) == "hid"
    assert (titles(desk), current(desk)) == (["Alpha", "Beta", "Sonnet", "Gamma"], "Beta")
    desk.filter("is:hidden")
    assert titles(desk) == ["Ode"]
    desk.filter("")
    assert titles(desk) == ["Alpha", "Beta", "Sonnet", "Gamma"]
    desk.show(HIDDEN_VIEW)
    assert (titles(desk), desk.where()) == (["Ode"], "Hidden · 1/1")
    assert desk.toggle(HIDDEN) == "showed again"
    assert titles(desk) == []


def test_taking_back_brings_a_hidden_entry_back_to_its_list(desk: Desk) -> None:
    desk.toggle(HIDDEN)
    assert desk.undo() == "took back: hid “Alpha”"
    assert titles(desk) == ["Alpha", "Ode", "Beta", "Sonnet", "Gamma"]


def test_what_a_filter_found_stays_in_sight_when_it_is_read_and_a_refresh_comes(
    desk: Desk, keep: Keep
) -> None:
    desk.filter("is:unread poems")
    desk.open(mark=True)
    keep(POEMS, "Poems", ["Ode", "Sonnet", "Ballad"])
    desk.refreshed([POEMS])
    assert titles(desk) == ["Ode", "Sonnet", "Ballad"]
    desk.sort("title")
    assert titles(desk) == ["Ballad", "Ode", "Sonnet"]
    desk.filter("is:unread")
    assert "Ode" not in titles(desk)


def test_the_cursor_goes_to_what_is_next_when_the_last_entries_are_hidden(desk: Desk) -> None:
    pick(desk, 3, 4)
    desk.toggle(HIDDEN, desk.chosen("entries"))
    assert (titles(desk), current(desk)) == (["Alpha", "Ode", "Beta"], "Beta")
    desk.filter("a")
    desk.toggle(HIDDEN, desk.chosen("feeds"))
    assert (titles(desk), desk.current) == ([], None)


def test_a_tag_becomes_a_place_with_its_entries(desk: Desk) -> None:
    pick(desk, 0, 1)
    said = desk.do(desk.chosen("entries"), tagging("to {read}", value=True))
    assert said == "tagged 2 #to {read} in the selection (u takes it back)"
    place = desk.tree.place_of(View("tag", "to {read}"))
    assert place is not None
    assert desk.counts(place).unread == 2
    desk.show(place.view)
    assert (titles(desk), desk.title) == (["Alpha", "Ode"], "#to {read}")


def test_tags_of_feeds_and_of_entries_are_one(home: Home, keep: Keep, clock: Clock) -> None:
    subscribe(home.places, Subscription(NEWS, tags=("daily",)))
    subscribe(home.places, Subscription(POEMS))
    keep(NEWS, "News", ["Alpha", "Beta"])
    keep(POEMS, "Poems", ["Ode", "Sonnet"])
    desk = started(home, clock)
    desk.show(View("feed", POEMS))
    desk.do(desk.chosen("entries"), tagging("daily", value=True))
    desk.show(View("tag", "daily"))
    assert sorted(titles(desk)) == ["Alpha", "Beta", "Ode"]
    assert desk.library.counts(View("tag", "daily")).total == 3
    assert desk.library.counts(TAGS).total == 3
    desk.show(View("feed", NEWS))
    desk.do(desk.chosen("entries"), tagging("second", value=True))
    assert desk.library.counts(TAGS).total == 3
    assert desk.library.tags == ("daily", "second")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("oldest", ["Gamma", "Sonnet", "Beta", "Ode", "Alpha"]),
        ("feed", ["Alpha", "Beta", "Gamma", "Ode", "Sonnet"]),
        ("title", ["Alpha", "Beta", "Gamma", "Ode", "Sonnet"]),
    ],
)
def test_another_order_keeps_the_cursor_on_its_entry(
    desk: Desk, order: str, expected: list[str]
) -> None:
    desk.move_to(2)
    desk.sort(order)  # type: ignore[arg-type]
    assert (titles(desk), current(desk)) == (expected, "Beta")


def test_unread_first_doesn_t_move_an_entry_that_is_read_just_now(desk: Desk, keep: Keep) -> None:
    desk.toggle(READ)
    desk.show(ALL)
    desk.sort("unread")
    assert titles(desk) == ["Ode", "Beta", "Sonnet", "Gamma", "Alpha"]
    desk.move_to(0)
    desk.open(mark=True)
    keep(POEMS, "Poems", ["Ode", "Sonnet"])
    desk.refreshed([POEMS])
    assert titles(desk)[0] == "Ode"
    desk.show(ALL)
    assert titles(desk) == ["Beta", "Sonnet", "Gamma", "Alpha", "Ode"]


def test_a_list_can_be_divided_by_feed_but_that_of_a_feed_is_whole(desk: Desk) -> None:
    desk.group("feed")
    assert [(part.title, part.length) for part in desk.parts] == [("News", 3), ("Poems", 2)]
    desk.filter("beta")
    assert [(part.title, part.start) for part in desk.parts] == [("News", 0)]
    desk.show(View("feed", NEWS))
    assert desk.parts == ()


def test_what_was_left_half_way_keeps_its_own_order(desk: Desk, clock: Clock) -> None:
    gamma, alpha = desk.rows[4], desk.rows[0]
    for item in (alpha, gamma):
        desk.library.set_position(item, Position(3, 0, 50))
        clock.advance(60)
    desk.sort("title")
    desk.group("day")
    desk.show(STARTED)
    assert (titles(desk), desk.parts) == (["Gamma", "Alpha"], ())


def test_read_entries_are_left_out_and_shown_again_by_key(desk: Desk) -> None:
    desk.show(ALL)
    desk.toggle(READ)
    assert desk.turn_hide_read()
    assert titles(desk) == ["Ode", "Beta", "Sonnet", "Gamma"]
    assert not desk.turn_hide_read()
    assert titles(desk)[0] == "Alpha"


def test_the_settings_say_how_lists_begin(stocked: Home, clock: Clock) -> None:
    settings = Settings(lists=Lists(order="oldest", group="day"), reading=Reading(hide_read=True))
    desk = started(stocked, clock, settings=settings)
    assert titles(desk)[0] == "Gamma"
    assert desk.parts != ()


def test_folding_a_folder_shows_its_list_instead_of_one_in_it(desk: Desk) -> None:
    desk.show(View("feed", POEMS))
    folder = desk.tree.parent(desk.place)
    assert folder is not None
    assert desk.fold(folder)
    assert (desk.view, desk.places[desk.place].view) == (ARTS, ARTS)
    assert desk.unfold()
    assert View("feed", POEMS) in [place.view for place in desk.places]
    assert not desk.unfold()


def test_going_up_from_a_feed_leads_to_its_folder_and_then_folds_it(desk: Desk) -> None:
    desk.show(View("feed", POEMS))
    desk.climb()
    assert desk.view == ARTS
    desk.climb()
    assert desk.places[desk.place].fold == "shut"
    desk.climb()
    assert desk.view == ARTS


def test_all_folders_are_folded_and_unfolded_at_once(desk: Desk) -> None:
    desk.fold_all()
    assert View("feed", POEMS) not in [place.view for place in desk.places]
    desk.fold_all()
    assert View("feed", POEMS) in [place.view for place in desk.places]


def test_next_feed_and_next_unread_go_into_folders_that_are_folded(desk: Desk) -> None:
    desk.fold_all()
    desk.show(View("feed", NEWS))
    assert desk.seek_feed(1)
    assert (desk.view, desk.places[desk.place].view) == (View("feed", POEMS), ARTS)
    assert not desk.seek_feed(1)
    desk.show(UNREAD)
    assert desk.seek_feed(1, 999_999)
    assert desk.view == View("feed", POEMS)
    assert desk.seek_feed(-1)
    assert desk.view == View("feed", NEWS)


def test_a_refresh_keeps_the_list_of_a_feed_that_is_folded_away(desk: Desk) -> None:
    desk.fold_all()
    desk.show(View("feed", POEMS))
    desk.refreshed([POEMS])
    assert desk.view == View("feed", POEMS)


def test_a_hidden_feed_is_reached_below_what_is_hidden(
    stocked: Home, keep: Keep, clock: Clock
) -> None:
    subscribe(stocked.places, Subscription(SECRET, hidden=True))
    keep(SECRET, "Secret", ["Whisper"])
    desk = started(stocked, clock)
    desk.show(HIDDEN_VIEW)
    assert desk.unfold()
    desk.show_place(desk.place + 1)
    assert titles(desk) == ["Whisper"]


def test_a_feed_that_fails_says_why_in_the_status_line(desk: Desk) -> None:
    desk.show(View("feed", NEWS))
    (source,) = [each for each in desk.library.sources if each.url == NEWS]
    broken = replace(source, error=clean_line("410 gone"))
    desk.tree = desk.tree.grown((broken,), ())
    assert desk.where() == "News · fails: 410 gone · 1/3 · 3 unread"


def test_the_next_start_takes_up_the_list_the_entry_the_filter_and_the_folds(
    desk: Desk, stocked: Home, clock: Clock
) -> None:
    desk.show(ALL)
    desk.fold_all()
    desk.filter("o")
    desk.move_to(1)
    again = started(stocked, clock, desk.left())
    assert (again.view, again.query_text, current(again)) == (ALL, "o", current(desk))
    assert again.tree.folded == desk.tree.folded


def test_an_entry_that_was_being_read_is_there_at_the_next_start(
    desk: Desk, stocked: Home, clock: Clock
) -> None:
    desk.move_to(2)
    desk.open(mark=True)
    again = started(stocked, clock, desk.left())
    assert (again.view, current(again)) == (UNREAD, "Beta")


def test_a_list_that_is_empty_or_gone_is_not_taken_up(stocked: Home, clock: Clock) -> None:
    for view in (View("folder", "Gone"), HIDDEN_VIEW, None):
        assert started(stocked, clock, Left(view)).view == UNREAD
    assert started(stocked, clock, Left(ALL, filter="is:nonsense")).view == ALL


def test_a_selection_knows_how_many_entries_it_has(desk: Desk) -> None:
    selection = Selection(frozenset({"x"}), 1, 3)
    assert selection.count(desk.rows) == 4
    assert replace(selection, picked=frozenset()).count(desk.rows) == 3
