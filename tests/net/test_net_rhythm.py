import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.net.pauses import DAY, HOUR, MINUTE
from feedtui.net.rhythm import rhythm

NOW = 1_790_000_000


def back(*ages: int) -> list[int]:
    return [NOW - age for age in ages]


def test_the_usual_gap_is_that_of_the_newest_entries() -> None:
    assert rhythm(back(*range(0, 30 * HOUR, 3 * HOUR)), NOW) == 3 * HOUR


def test_one_long_pause_and_one_quick_pair_change_nothing() -> None:
    ages = [0, 1 * DAY, 1 * DAY + 2 * HOUR, 2 * DAY, 3 * DAY, 40 * DAY, 41 * DAY]
    assert rhythm(back(*ages), NOW) == DAY


def test_ten_posts_at_once_are_one() -> None:
    ages = [day * DAY + minute * MINUTE for day in range(5) for minute in range(10)]
    assert rhythm(back(*ages), NOW) == pytest.approx(DAY, abs=10 * MINUTE)


def test_a_feed_with_a_post_every_ten_minutes_is_not_one_burst() -> None:
    found = rhythm(back(*range(0, DAY, 10 * MINUTE)), NOW)
    assert found == 40 * MINUTE


def test_a_feed_that_falls_silent_is_asked_less() -> None:
    hourly = [20 * DAY + age for age in range(0, DAY, HOUR)]
    assert rhythm(back(*hourly), NOW) == 20 * DAY // 8


def test_an_hourly_feed_that_sleeps_at_night_is_still_an_hourly_one() -> None:
    hourly = [8 * HOUR + age for age in range(0, DAY, HOUR)]
    assert rhythm(back(*hourly), NOW) == HOUR


@pytest.mark.parametrize("dates", [[], back(0), back(0, DAY), back(HOUR, HOUR, HOUR)])
def test_of_too_few_entries_nothing_is_learned(dates: list[int]) -> None:
    assert rhythm(dates, NOW) is None


def test_one_very_old_entry_says_enough() -> None:
    assert rhythm(back(800 * DAY), NOW) == 100 * DAY


def test_dates_in_the_future_say_nothing() -> None:
    assert rhythm([NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY, 0, -5], NOW) is None


@given(st.lists(st.integers(-(10**12), 10**12)))
def test_any_dates_give_a_sensible_rhythm(dates: list[int]) -> None:
    found = rhythm(dates, NOW)
    assert found is None or 30 * MINUTE < found <= NOW
