from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean_line
from feedtui.model import FetchHistory, NoFullText, Pace
from feedtui.net import manners
from feedtui.net.manners import DAY, HOUR

NOW = 1_790_000_000
TROUBLE = clean_line("no connection")


def test_a_feed_that_was_never_asked_is_due() -> None:
    assert manners.is_due(FetchHistory(), NOW)


def test_a_feed_is_not_due_before_its_time() -> None:
    assert not manners.is_due(FetchHistory(next=NOW + 1), NOW)
    assert manners.is_due(FetchHistory(next=NOW), NOW)


def test_a_time_that_only_a_jumped_clock_can_have_set_means_due() -> None:
    assert manners.is_due(FetchHistory(next=NOW + 10 * 365 * DAY), NOW)


def test_after_an_answer_the_next_time_is_an_interval_away_and_up_to_a_tenth_more() -> None:
    failing = FetchHistory(failures=3, error=TROUBLE, asked_to_wait=True)
    for chance, pause in ((0.0, 3600), (0.5, 3780), (1.0, 3960)):
        after = manners.after_answer(failing, NOW, HOUR, chance)
        assert after == FetchHistory(attempted=NOW, succeeded=NOW, next=NOW + pause)


def asked_for(ttl: int) -> int:
    history = FetchHistory(pace=Pace(ttl))
    return manners.after_answer(history, NOW, HOUR, 0).next


def test_a_feed_may_ask_for_a_longer_pause_but_not_for_more_than_a_day() -> None:
    assert asked_for(2 * HOUR) == NOW + 2 * HOUR
    assert asked_for(60) == NOW + HOUR
    assert asked_for(16 * 365 * DAY) == NOW + DAY


def test_failures_double_the_pause_up_to_a_day_and_keep_the_validators() -> None:
    history = FetchHistory(etag='"x"', body_hash="h", succeeded=5)
    pauses = []
    for _ in range(7):
        history = manners.after_failure(history, NOW, HOUR, TROUBLE, None)
        pauses.append((history.next - NOW) // HOUR)
    assert pauses == [1, 2, 4, 8, 16, 24, 24]
    assert (history.etag, history.body_hash, history.succeeded) == ('"x"', "h", 5)
    assert (history.error, history.failures) == (TROUBLE, 7)


def test_a_pause_that_the_host_asks_for_is_kept_even_when_forced() -> None:
    history = manners.after_failure(FetchHistory(), NOW, HOUR, TROUBLE, 2 * HOUR)
    assert history.next == NOW + 2 * HOUR
    assert manners.is_forbidden(history, NOW + HOUR)
    assert not manners.is_forbidden(history, NOW + 2 * HOUR)
    ordinary = manners.after_failure(FetchHistory(), NOW, HOUR, TROUBLE, None)
    assert not manners.is_forbidden(ordinary, NOW)


@pytest.mark.parametrize(
    ("status", "value", "pause"),
    [
        (429, "120", 120),
        (503, " 60 ", 60),
        (429, "", HOUR),
        (503, "", HOUR),
        (429, "soon", HOUR),
        (429, "٣", HOUR),
        (429, "99999999999999999999", 7 * DAY),
        (429, format_datetime(datetime.fromtimestamp(NOW + 90, UTC), usegmt=True), 90),
        (429, format_datetime(datetime.fromtimestamp(NOW - 90, UTC), usegmt=True), 0),
        (429, "Fri, 31 Dec 9999 23:59:59 GMT", 7 * DAY),
        (500, "120", None),
        (404, "", None),
    ],
)
def test_retry_after_is_read_in_both_forms(status: int, value: str, pause: int | None) -> None:
    assert manners.retry_after(status, value, NOW) == pause


@given(st.sampled_from([429, 503]), st.text())
def test_no_retry_after_leads_beyond_a_week(status: int, value: str) -> None:
    pause = manners.retry_after(status, value, NOW)
    assert pause is not None
    assert 0 <= pause <= 7 * DAY


def test_a_page_is_asked_three_times_and_then_left_to_a_person() -> None:
    first = manners.after_page_failure(None, NOW, TROUBLE, None)
    assert first == NoFullText(TROUBLE, NOW, 1, NOW + HOUR)
    second = manners.after_page_failure(first, NOW, TROUBLE, None)
    assert second == NoFullText(TROUBLE, NOW, 2, NOW + DAY)
    third = manners.after_page_failure(second, NOW, TROUBLE, None)
    assert third == NoFullText(TROUBLE, NOW, 3, None)
    assert manners.page_is_due(None, NOW)
    assert not manners.page_is_due(first, NOW + HOUR - 1)
    assert manners.page_is_due(first, NOW + HOUR)
    assert manners.page_is_due(second, NOW + DAY)
    assert not manners.page_is_due(third, NOW + 365 * DAY)
    assert not manners.page_is_forbidden(third, NOW)


def test_a_page_whose_host_asked_for_a_pause_gets_it() -> None:
    busy = manners.after_page_failure(None, NOW, TROUBLE, 2 * DAY)
    assert busy == NoFullText(TROUBLE, NOW, 1, NOW + 2 * DAY, asked_to_wait=True)
    assert manners.page_is_forbidden(busy, NOW + DAY)
    assert not manners.page_is_forbidden(busy, NOW + 2 * DAY)


def test_a_page_that_was_not_asked_for_its_hosts_sake_has_lost_no_attempt() -> None:
    later = manners.page_put_off(None, NOW, NOW + 60)
    assert (later.attempts, later.next, later.asked_to_wait) == (0, NOW + 60, True)


def test_a_kept_time_of_a_clock_that_jumped_holds_no_page_back() -> None:
    assert manners.page_is_due(NoFullText(TROUBLE, NOW, 1, NOW + 8 * DAY), NOW)


def test_validators_are_kept_byte_for_byte_or_not_at_all() -> None:
    assert manners.validator('W/"a b;c"') == 'W/"a b;c"'
    assert manners.validator('"é"') == ""
    assert manners.validator('"a\x1b[31m"') == ""
    assert manners.validator("x" * 5000) == ""


@given(st.integers(0, 10**6), st.integers(300, 365 * DAY))
def test_a_failing_feed_is_asked_again_within_a_day_or_its_interval(
    failures: int, interval: int
) -> None:
    history = FetchHistory(failures=failures)
    after = manners.after_failure(history, NOW, interval, TROUBLE, None)
    assert interval <= after.next - NOW <= max(interval, DAY)
