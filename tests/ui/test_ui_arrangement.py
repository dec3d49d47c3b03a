"""Which panes are there, how wide, and what a border that is moved changes."""

import pytest

from feedtui.store.leaving import Panes
from feedtui.ui.arrangement import (
    columns,
    path_to,
    resized,
    shown_panes,
    shows_keys,
    shows_path,
    widened,
)
from feedtui.ui.commands import Pane
from feedtui.ui.panes.border import sides
from feedtui.ui.panes.path import fitting_path

PANES: tuple[Pane, ...] = ("feeds", "entries", "article")


@pytest.mark.parametrize("at", PANES)
@pytest.mark.parametrize("wanted", [Panes(), Panes(0, 0), Panes(999, 999), Panes(40, 700)])
def test_panes_and_the_borders_between_them_fill_every_width(at: Pane, wanted: Panes) -> None:
    for width in range(20, 300):
        shown = shown_panes(width, at)
        room = columns(width, shown, wanted)
        assert tuple(room) == shown
        assert sum(room.values()) + len(shown) - 1 == width
        least = dict(zip(PANES, (12, 24, 30), strict=True)) if len(shown) > 1 else {}
        assert [pane for pane in shown if room[pane] < least.get(pane, 1)] == []


def test_a_pane_is_made_wider_at_the_cost_of_its_neighbour() -> None:
    before = columns(120, PANES, Panes())
    pairs: tuple[tuple[Pane, Pane], ...] = (
        ("feeds", "entries"),
        ("entries", "article"),
        ("article", "entries"),
    )
    for pane, loser in pairs:
        after = columns(120, PANES, widened(120, pane, Panes(), 4))
        assert after[pane] > before[pane]
        assert after[loser] < before[loser]


def test_wider_and_narrower_take_each_other_back() -> None:
    for width in (110, 137, 200):
        before = columns(width, PANES, Panes())
        moved = resized(width, PANES, Panes(), 1, 7)
        assert columns(width, PANES, moved)["entries"] == before["entries"] + 7
        back = resized(width, PANES, moved, 1, -7)
        assert columns(width, PANES, back) == before


def test_a_border_that_is_dragged_too_far_can_be_dragged_back_at_once() -> None:
    far = resized(120, PANES, Panes(), 0, 500)
    back = resized(120, PANES, far, 0, -1)
    assert columns(120, PANES, back)["feeds"] == columns(120, PANES, far)["feeds"] - 1


def test_a_single_pane_has_no_border_to_move() -> None:
    assert widened(50, "article", Panes(), 4) == Panes()
    assert widened(80, "article", Panes(), 4) == Panes()


def test_small_screens_do_without_the_path_and_the_keys() -> None:
    assert [shows_path(59, height) for height in (13, 14)] == [False, True]
    assert not shows_path(60, 40)
    assert [shows_keys(height) for height in (10, 11)] == [False, True]


def test_borders_point_to_the_pane_that_has_the_keyboard() -> None:
    assert sides(PANES, "feeds") == ("left", "")
    assert sides(PANES, "entries") == ("right", "left")
    assert sides(PANES, "article") == ("", "right")
    assert sides(("feeds", "entries"), "entries") == ("right", "")
    assert sides(("article",), "article") == ("", "")


def test_the_path_leads_to_where_the_person_is() -> None:
    assert path_to("feeds", "Unread", "News", "A title") == ("Feeds",)
    assert path_to("entries", "Unread", "News", "A title") == ("Unread",)
    assert path_to("article", "Unread", "News", "A title") == ("Unread", "News", "A title")
    assert path_to("article", "News", "News", "A title") == ("News", "A title")
    assert path_to("article", "Unread", "", "") == ("Unread",)


def test_a_path_that_is_too_long_loses_its_beginning() -> None:
    steps = ("Unread", "News", "The title of an entry")
    assert fitting_path(steps, 50).plain == "Unread › News › The title of an entry"
    assert fitting_path(steps, 36).plain == "Unread › News › The title of an entry"
    assert fitting_path(steps, 24).plain == "… › News › The title of an entry"
    assert fitting_path(steps, 12).plain == "… › The title of an entry"
    assert fitting_path(steps, 4).plain == "The title of an entry"
    assert fitting_path((), 10).plain == ""
