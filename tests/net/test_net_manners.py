from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean_line
from feedtui.model import FetchHistory, Pace
from feedtui.net import manners
from feedtui.net.manners import Policy
from feedtui.net.pauses import DAY, HOUR, MINUTE

NOW = int(datetime(2026, 11, 20, 12, 0, tzinfo=UTC).timestamp())
"""A Friday, noon."""

TROUBLE = clean_line("no connection")
HOURLY = Policy(HOUR)
LEARNING = Policy(HOUR, learns=True)


def answered(
    history: FetchHistory, policy: Policy = HOURLY, asked: int | None = None, chance: float = 0
) -> FetchHistory:
    return manners.after_answer(history, NOW, policy, asked, chance)


def failed(
    history: FetchHistory, policy: Policy = HOURLY, wait: int | None = None, chance: float = 0
) -> FetchHistory:
    return manners.after_failure(history, NOW, policy, TROUBLE, wait, chance)


def pause(history: FetchHistory) -> int:
    return history.next - NOW


def test_a_feed_that_was_never_asked_is_due() -> None:
    assert manners.is_due(FetchHistory(), NOW)


def test_a_feed_is_not_due_before_its_time() -> None:
    assert not manners.is_due(FetchHistory(next=NOW + 1), NOW)
    assert manners.is_due(FetchHistory(next=NOW), NOW)


def test_a_time_that_only_a_jumped_clock_can_have_set_means_due() -> None:
    assert manners.is_due(FetchHistory(next=NOW + 10 * 365 * DAY), NOW)
    ahead = manners.after_answer(FetchHistory(), NOW + 3 * DAY, HOURLY, None, 0)
    assert manners.is_due(ahead, NOW)


def test_a_feed_that_is_asked_once_a_month_waits_for_a_month() -> None:
    monthly = answered(FetchHistory(), Policy(30 * DAY))
    assert not manners.is_due(monthly, NOW + 29 * DAY)
    assert manners.is_due(monthly, NOW + 30 * DAY)


def test_after_an_answer_the_next_time_is_an_interval_away_and_up_to_a_tenth_more() -> None:
    failing = FetchHistory(failures=3, error=TROUBLE, asked_to_wait=True, gone=True, news=5)
    for chance, length in ((0.0, 3600), (0.5, 3780), (1.0, 3960)):
        assert answered(failing, chance=chance) == FetchHistory(
            attempted=NOW,
            succeeded=NOW,
            next=NOW + length,
            why=clean_line("once an hour"),
            news=5,
            asked=1,
        )


@pytest.mark.parametrize(
    ("policy", "asked", "ttl", "length", "why"),
    [
        (HOURLY, None, None, HOUR, "once an hour"),
        (Policy(2 * HOUR), None, None, 2 * HOUR, "every 2 hours"),
        (Policy(DAY), None, None, DAY, "once a day"),
        (Policy(90 * MINUTE), None, None, 90 * MINUTE, "every 90 minutes"),
        (HOURLY, 60, 60, HOUR, "once an hour"),
        (
            HOURLY,
            2 * HOUR,
            None,
            2 * HOUR,
            "its host asks for 2 hours between requests (max-age or Expires)",
        ),
        (
            HOURLY,
            3 * DAY,
            None,
            DAY,
            "its host asks for a day or more between requests (max-age or Expires)",
        ),
        (HOURLY, 2 * HOUR, 6 * HOUR, 6 * HOUR, "the feed asks for 6 hours (ttl or updatePeriod)"),
        (
            HOURLY,
            None,
            16 * 365 * DAY,
            DAY,
            "the feed asks for a day or more (ttl or updatePeriod)",
        ),
        (Policy(3 * DAY), 5 * DAY, 5 * DAY, 3 * DAY, "every 3 days"),
    ],
)
def test_the_longest_wish_counts_but_none_beyond_a_day_except_the_persons(
    policy: Policy, asked: int | None, ttl: int | None, length: int, why: str
) -> None:
    after = answered(FetchHistory(pace=Pace(ttl)), policy, asked)
    assert (pause(after), after.why) == (length, why)


@pytest.mark.parametrize(
    ("rhythm", "length", "why"),
    [
        (None, HOUR, "once an hour"),
        (10 * MINUTE, 30 * MINUTE, "it brings something about every 10 minutes"),
        (3 * HOUR, 90 * MINUTE, "it brings something about every 3 hours"),
        (DAY, 12 * HOUR, "it brings something about once a day"),
        (30 * DAY, DAY, "it brings something about every 30 days"),
    ],
)
def test_a_feed_is_asked_as_often_as_it_brings_something(
    rhythm: int | None, length: int, why: str
) -> None:
    after = answered(FetchHistory(rhythm=rhythm), LEARNING)
    assert (pause(after), after.why) == (length, why)


def test_a_feed_with_an_interval_of_its_own_keeps_it() -> None:
    assert pause(answered(FetchHistory(rhythm=5 * DAY), HOURLY)) == HOUR


@pytest.mark.parametrize(("interval", "length"), [(6 * HOUR, 3 * HOUR), (5 * MINUTE, 5 * MINUTE)])
def test_a_busy_feed_is_asked_at_most_twice_as_often_as_the_person_says(
    interval: int, length: int
) -> None:
    busy = FetchHistory(rhythm=MINUTE)
    assert pause(answered(busy, Policy(interval, learns=True))) == length


def hour(number: int, day: int = 20) -> int:
    return int(datetime(2026, 11, day, number, tzinfo=UTC).timestamp())


def test_a_feed_is_left_alone_in_the_hours_that_it_names() -> None:
    after = answered(FetchHistory(pace=Pace(skip_hours=(13, 14, 15))))
    assert after.next == hour(16)
    assert after.why == "it asks to be left alone until 16:00 UTC (skipHours)"
    assert answered(FetchHistory(pace=Pace(skip_hours=(12, 14)))).next == hour(13)


def test_a_feed_that_is_asked_once_a_day_is_not_asked_in_the_hours_that_it_names() -> None:
    after = answered(FetchHistory(pace=Pace(skip_hours=(11, 12))), Policy(DAY))
    assert after.next == hour(13, day=21)
    seldom = answered(FetchHistory(pace=Pace(skip_hours=(12,))), Policy(5 * DAY))
    assert seldom.next == hour(13, day=25)


def test_feeds_that_name_the_same_hours_are_not_all_asked_at_their_end() -> None:
    late = answered(FetchHistory(pace=Pace(skip_hours=(13,))), chance=1)
    assert late.next == hour(14) + HOUR // 10


def test_a_feed_is_left_alone_on_the_days_that_it_names_but_never_longer_than_a_day() -> None:
    friday = answered(FetchHistory(pace=Pace(skip_days=(4,))), chance=0)
    assert (friday.next, friday.why) == (
        hour(0, day=21),
        "it asks to be left alone until 00:00 UTC (skipDays)",
    )
    weekend = answered(FetchHistory(pace=Pace(skip_days=(4, 5, 6))))
    assert weekend.next == NOW + DAY
    assert weekend.why == "it asks to be left alone for longer than that (skipDays)"


@given(
    st.lists(st.integers(-5, 30)),
    st.lists(st.integers(-5, 30)),
    st.floats(0, 1),
    st.one_of(st.none(), st.integers(-(10**12), 10**12)),
    st.one_of(st.none(), st.integers(0, 10**12)),
)
def test_whatever_a_feed_and_its_host_wish_it_is_asked_within_a_day_and_a_half(
    hours: list[int], days: list[int], chance: float, asked: int | None, ttl: int | None
) -> None:
    history = FetchHistory(pace=Pace(ttl, tuple(hours), tuple(days)), rhythm=ttl)
    after = answered(history, LEARNING, asked, chance)
    assert 30 * MINUTE <= pause(after) <= 1.6 * DAY


def test_failures_double_the_pause_up_to_a_day_and_keep_the_validators() -> None:
    history = FetchHistory(etag='"x"', body_hash="h", succeeded=5)
    pauses = []
    for _ in range(7):
        history = failed(history)
        pauses.append(pause(history) // HOUR)
    assert pauses == [1, 2, 4, 8, 16, 24, 24]
    assert (history.etag, history.body_hash, history.succeeded) == ('"x"', "h", 5)
    assert (history.error, history.failures, history.asked) == (TROUBLE, 7, 7)
    assert history.why == "it failed 7 times in a row, so it is asked again after a day"


def test_failing_feeds_do_not_fall_due_at_once() -> None:
    assert pause(failed(FetchHistory(), chance=1)) == 66 * MINUTE
    assert failed(FetchHistory()).why == "it failed, so it is asked again after an hour"


def test_a_pause_that_the_host_asks_for_is_kept_even_when_forced() -> None:
    history = failed(FetchHistory(), wait=2 * HOUR)
    assert history.next == NOW + 2 * HOUR
    assert history.why == "its host asks for a pause (2 hours)"
    assert manners.is_forbidden(history, NOW + HOUR)
    assert not manners.is_forbidden(history, NOW + 2 * HOUR)
    assert not manners.is_forbidden(failed(FetchHistory()), NOW)


def test_a_host_that_asks_for_a_pause_again_and_again_gets_longer_ones() -> None:
    history = FetchHistory()
    pauses = []
    for _ in range(6):
        history = failed(history, Policy(5 * MINUTE), wait=HOUR)
        pauses.append(pause(history) // HOUR)
    assert pauses == [1, 2, 4, 8, 16, 24]


def test_no_pause_is_longer_than_a_week_or_shorter_than_the_interval() -> None:
    for chance in (0.0, 1.0):
        assert pause(failed(FetchHistory(), wait=10**9, chance=chance)) == 7 * DAY
    assert pause(failed(FetchHistory(), wait=0)) == HOUR


def test_a_failing_feed_is_left_alone_in_the_hours_that_it_names() -> None:
    assert failed(FetchHistory(pace=Pace(skip_hours=(13,)))).next == hour(14)


def test_a_feed_that_is_gone_is_asked_only_when_a_person_names_it() -> None:
    gone = manners.after_gone(FetchHistory(etag="x", next=5), NOW, TROUBLE)
    assert not manners.is_due(gone, NOW + 10 * 365 * DAY)
    assert manners.is_forbidden(gone, NOW + 10 * 365 * DAY)
    assert gone.etag == "x"
    assert "feedtui refresh NAME" in gone.why
    back = answered(gone)
    assert not back.gone
    assert manners.is_due(back, NOW + HOUR)


def test_a_feed_that_brought_nothing_for_a_month_is_asked_for_everything_once() -> None:
    silent = FetchHistory(etag='"x"', news=NOW - 30 * DAY)
    assert manners.asks_whole(silent, NOW)
    assert not manners.asks_whole(silent, NOW - 1)
    asked = replace(silent, whole=NOW)
    assert not manners.asks_whole(asked, NOW + 30 * DAY - 1)
    assert manners.asks_whole(asked, NOW + 30 * DAY)


def test_the_month_without_news_begins_with_the_first_answer() -> None:
    assert not manners.asks_whole(FetchHistory(last_modified="x"), NOW)
    first = replace(answered(FetchHistory()), last_modified="x")
    assert not manners.asks_whole(first, NOW + 29 * DAY)
    assert manners.asks_whole(first, NOW + 30 * DAY)


def test_a_clock_that_jumped_puts_the_doubt_off_by_a_month_only() -> None:
    jumped = FetchHistory(etag='"1"', news=NOW + 3000 * DAY, whole=NOW + 3000 * DAY)
    history = answered(jumped)
    assert not manners.asks_whole(history, NOW + 29 * DAY)
    assert manners.asks_whole(history, NOW + 30 * DAY)


def test_a_feed_without_validators_is_asked_for_everything_anyway() -> None:
    assert not manners.asks_whole(FetchHistory(news=1), NOW)


@given(st.integers(0, 10**6), st.integers(300, 365 * DAY), st.floats(0, 1))
def test_a_failing_feed_is_asked_again_within_a_day_or_its_interval(
    failures: int, interval: int, chance: float
) -> None:
    after = failed(FetchHistory(failures=failures), Policy(interval), chance=chance)
    assert interval <= pause(after) <= round(1.1 * max(interval, DAY))
