import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.query.walk import around, following, stay, step


@pytest.mark.parametrize(
    ("position", "by", "length", "expected"),
    [(0, 1, 3, 1), (2, 1, 3, 2), (0, -1, 3, 0), (1, 100, 3, 2), (1, -100, 3, 0), (0, 1, 0, 0)],
)
def test_a_step_stays_inside_the_list(position: int, by: int, length: int, expected: int) -> None:
    assert step(position, by, length) == expected


def test_the_next_wanted_row_lies_behind_the_position() -> None:
    rows = [True, False, True, False, True]
    assert following(rows, 0, bool) == 2
    assert following(rows, 4, bool) is None
    assert following(rows, 4, bool, by=-1) == 2
    assert following(rows, 0, bool, by=-1) is None
    assert following(rows, -1, bool) == 0


def test_going_around_comes_back_to_where_it_began() -> None:
    rows = [True, False, True, False]
    assert around(rows, 2, bool, 1) == 0
    assert around(rows, 0, bool, -1) == 2
    assert around([False, True, False], 1, bool, 1) == 1
    assert around([False, False], 0, bool, 1) is None
    assert around([], 0, bool, 1) is None


def test_the_cursor_stays_on_its_row_wherever_that_is_now() -> None:
    assert stay(["a", "b", "c"], 1, ["x", "y", "a", "b"], str) == 3


def test_the_cursor_of_a_row_that_left_goes_to_the_one_below_else_above() -> None:
    assert stay(["a", "b", "c"], 1, ["a", "c"], str) == 1
    assert stay(["a", "b", "c"], 2, ["a", "b"], str) == 1
    assert stay(["a"], 0, ["x", "y"], str) == 0
    assert stay([], 0, ["x"], str) == 0
    assert stay(["a"], 0, [], str) == 0


@given(st.lists(st.text(max_size=3), unique=True, min_size=1), st.data())
def test_a_list_that_did_not_change_does_not_move_the_cursor(
    rows: list[str], data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(rows) - 1))
    assert stay(rows, position, rows, str) == position
