import io

import pytest
from wcwidth import wcswidth

from feedtui.cli.printing import columns, cut, moment, print_table


def test_columns_are_aligned_in_cells() -> None:
    assert columns([("a", "日本", "x"), ("bbb", "é", "y")], right=frozenset({0})) == [
        "  a  日本  x",
        "bbb  é     y",
    ]
    assert columns([]) == []


@pytest.mark.parametrize(
    ("line", "width", "shown"),
    [
        ("short", 10, "short"),
        ("abcdef", 4, "abc…"),
        ("日本語", 4, "日…"),
        ("e\u0301e\u0301e", 2, "e\u0301…"),
    ],
)
def test_a_line_is_cut_at_whole_characters(line: str, width: int, shown: str) -> None:
    assert cut(line, width) == shown
    assert wcswidth(cut(line, width)) <= width


def test_what_goes_into_a_pipe_is_whole() -> None:
    out = io.StringIO()
    print_table(out, ["x" * 500])
    assert out.getvalue() == "x" * 500 + "\n"


def test_times_are_told_in_utc() -> None:
    assert moment(1_790_000_000) == "2026-09-21T14:13:20Z"
    assert moment(None) is None
