from datetime import datetime
from time import gmtime, struct_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds.dates import date_of_parts, read_date


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Fri, 10 Jan 2020 14:33:00 GMT", "2020-01-10T14:33:00+00:00"),
        ("Fri, 10 Jan 2020 14:33:00 +0100", "2020-01-10T13:33:00+00:00"),
        ("Fri, 10 Jan 2020 14:33:00 +01:00", "2020-01-10T13:33:00+00:00"),
        ("Fri, 10 Jan 2020 14:33 EST", "2020-01-10T19:33:00+00:00"),
        ("10 Jan 20 14:33:00 GMT+2", "2020-01-10T12:33:00+00:00"),
        ("10 Jan 99", "1999-01-10T00:00:00+00:00"),
        ("Fri, 10 January 2020 8:19 pm CEST", "2020-01-10T18:19:00+00:00"),
        ("Friday, 10-Jan-20 14:33:00 PDT", "2020-01-10T21:33:00+00:00"),
        ("Fri, 10 Jan 2020 24:00:00 GMT", "2020-01-11T00:00:00+00:00"),
        ("пт, 10 Jan 2020 14:33:00 +0300", "2020-01-10T11:33:00+00:00"),
        ("January 10th, 2020 12:05 AM", "2020-01-10T00:05:00+00:00"),
        ("Fri Jan 10 14:33:00 UTC 2020", "2020-01-10T14:33:00+00:00"),
        ("Fri Jan 10 14:33:00 2020", "2020-01-10T14:33:00+00:00"),
        ("2020-01-10T14:33:00Z", "2020-01-10T14:33:00+00:00"),
        ("2020-01-10T14:33:00.123456-08:00", "2020-01-10T22:33:00+00:00"),
        ("2020-01-10 14:33:00+01", "2020-01-10T13:33:00+00:00"),
        ("2020-1-9", "2020-01-09T00:00:00+00:00"),
        ("20200110", "2020-01-10T00:00:00+00:00"),
        ("2020/1/10 14:33:00", "2020-01-10T14:33:00+00:00"),
        ("22.11.2022 12:16:00", "2022-11-22T12:16:00+00:00"),
        ("11/22/2022 1:16 PM", "2022-11-22T13:16:00+00:00"),
        ("Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00+00:00"),
        ("  2020-01-10T14:33Z \n", "2020-01-10T14:33:00+00:00"),
    ],
)
def test_a_date_is_read_in_any_shape_that_feeds_use(written: str, meant: str) -> None:
    assert read_date(written) == seconds(meant)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "0000-00-00 00:00:00",
        "1970-01-01T00:00:00Z",
        "Wed, 31 Dec 1969 19:00:00 EST",
        "2020-02-30",
        "30 Foo 2020",
        "2020-01-10T25:00:00Z",
        "10000-01-01",
        "٢٠٢٠-٠١-١٠",
        "99/99/2020",
    ],
)
def test_nonsense_and_zero_dates_are_no_date(written: str) -> None:
    assert read_date(written) is None


def test_parsed_dates_are_believed_within_the_years_that_feeds_have() -> None:
    assert date_of_parts(gmtime(1_578_666_780)) == 1_578_666_780
    assert date_of_parts(struct_time((1, 1, 1, 0, 0, 0, 0, 1, 0))) is None
    assert date_of_parts(struct_time((10000, 1, 1, 0, 0, 0, 0, 1, 0))) is None
    assert date_of_parts(struct_time((2020, 77, 1, 0, 0, 0, 0, 1, 0))) is None
    assert date_of_parts("2020") is None


@given(st.text(max_size=200) | st.from_regex(r"\d{1,5}[-/. ]\w{1,4}[-/. ]\d{1,5} [\d:+-]*"))
def test_no_text_breaks_the_reader_of_dates(written: str) -> None:
    date = read_date(written)
    assert date is None or date > 0
