import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.config.durations import read_duration, write_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("30m", 1800), ("2h", 7200), ("1d", 86400), (" 5 m ", 300), ("0s", 0)],
)
def test_a_duration_is_a_number_and_a_unit(text: str, seconds: int) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "5", "h", "-5m", "1.5h", "5 minutes", "1h30m", "٣h", "9999999999s"]
)
def test_anything_else_is_none(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize(
    ("seconds", "text"), [(7200, "2h"), (5400, "90m"), (90, "90s"), (172800, "2d"), (0, "0s")]
)
def test_a_duration_is_written_in_its_largest_whole_unit(seconds: int, text: str) -> None:
    assert write_duration(seconds) == text


@given(st.integers(min_value=0, max_value=999_999_999))
def test_what_is_written_is_read_again(seconds: int) -> None:
    assert read_duration(write_duration(seconds)) == seconds
