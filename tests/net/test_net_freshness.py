from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.net.freshness import forbids, fresh_for, retry_after, validator
from feedtui.net.pauses import DAY, HOUR

NOW = 1_790_000_000


def date(moment: int) -> str:
    return format_datetime(datetime.fromtimestamp(moment, UTC), usegmt=True)


@pytest.mark.parametrize(
    ("cache_control", "age", "seconds"),
    [
        ("max-age=3600", "", 3600),
        ("public, MAX-AGE=3600, must-revalidate", "", 3600),
        ("max-age=3600", "600", 3000),
        ("max-age=3600", "3600", None),
        ("max-age=3600", "99999999999999999999", None),
        ("max-age=3600", "-5", 3600),
        ('max-age="3600"', "", 3600),
        ("max-age = 3600", "", 3600),
        ("max-age=60, max-age=3600", "", 60),
        ("max-age=99999999999999999999", "", 7 * DAY),
        ("max-age=" + "9" * 1900, "", 7 * DAY),
        ("max-age=0", "", None),
        ("max-age=-1", "", None),
        ("max-age=1e9", "", None),
        ("max-age=٣", "", None),
        ("max-age", "", None),
        ("max-age=", "", None),
        ("s-maxage=3600", "", None),
        ("x-max-age=3600", "", None),
        ('private="max-age=5"', "", None),
        ("no-cache, max-age=3600", "", None),
        ("max-age=3600, no-store", "", None),
        ("", "", None),
        (',,;= "', "", None),
        ("\udcff\ud800max-age=3600", "", 3600),
    ],
)
def test_a_host_says_by_cache_control_how_long_nothing_new_comes(
    cache_control: str, age: str, seconds: int | None
) -> None:
    assert fresh_for(cache_control, age, "", "", NOW) == seconds


@pytest.mark.parametrize(
    ("expires", "sent", "seconds"),
    [
        (date(NOW + 3600), date(NOW), 3600),
        (date(NOW + 3600), date(NOW + 600), 3000),
        (date(NOW + 3600), "", 3600),
        (date(NOW + 3600), "soon", 3600),
        (date(NOW - 3600), date(NOW), None),
        ("0", "", None),
        ("-1", "", None),
        ("", date(NOW), None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", "", 7 * DAY),
        ("Fri, 99 Dec 99999 23:59:59 GMT", "", None),
        ("\udcff", "", None),
    ],
)
def test_a_host_says_by_expires_how_long_nothing_new_comes(
    expires: str, sent: str, seconds: int | None
) -> None:
    assert fresh_for("", "", expires, sent, NOW) == seconds


def test_max_age_counts_more_than_expires() -> None:
    assert fresh_for("max-age=60", "", date(NOW + 3600), "", NOW) == 60


def test_an_old_answer_of_a_cache_is_fresh_for_less_also_by_expires() -> None:
    assert fresh_for("", "600", date(NOW + 3600), date(NOW), NOW) == 3000


@given(st.text(), st.text(), st.text(), st.text())
def test_no_header_is_too_odd_to_be_read(one: str, two: str, three: str, four: str) -> None:
    seconds = fresh_for(one, two, three, four, NOW)
    assert seconds is None or 0 < seconds <= 7 * DAY


@pytest.mark.parametrize(
    ("status", "value", "pause"),
    [
        (429, "120", 120),
        (503, " 60 ", 60),
        (429, "0", 0),
        (429, "", HOUR),
        (503, "", HOUR),
        (429, "soon", HOUR),
        (429, "-5", HOUR),
        (429, "1e3", HOUR),
        (429, "٣", HOUR),
        (429, "99999999999999999999", 7 * DAY),
        (429, date(NOW + 90), 90),
        (429, date(NOW - 90), 0),
        (429, "Fri, 31 Dec 9999 23:59:59 GMT", 7 * DAY),
        (500, "120", None),
        (404, "", None),
    ],
)
def test_retry_after_is_read_in_both_forms(status: int, value: str, pause: int | None) -> None:
    assert retry_after(status, value, NOW) == pause


@pytest.mark.parametrize(
    ("status", "value", "forbidden"),
    [
        (429, "", True),
        (503, "60", True),
        (503, "Sun, 06 Nov 1994 08:49:37 GMT", True),
        (503, "", False),
        (503, "soon", False),
        (500, "60", False),
    ],
)
def test_a_host_forbids_asking_by_429_or_by_naming_a_time(
    status: int, value: str, *, forbidden: bool
) -> None:
    assert forbids(status, value) == forbidden


@given(st.sampled_from([429, 503]), st.text())
def test_no_retry_after_leads_beyond_a_week(status: int, value: str) -> None:
    pause = retry_after(status, value, NOW)
    assert pause is not None
    assert 0 <= pause <= 7 * DAY


@pytest.mark.parametrize("value", ['W/"a b;c"', "", "x", '"' + "x" * 4000 + '"'])
def test_validators_are_kept_byte_for_byte(value: str) -> None:
    assert validator(value) == value


@pytest.mark.parametrize("value", ['"é"', '"\udcff"', '"a\x1b[31m"', '"a\tb"', "x" * 5000])
def test_validators_that_could_break_a_request_are_not_kept(value: str) -> None:
    assert validator(value) == ""
