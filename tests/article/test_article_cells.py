"""Measuring text in cells, and what is assumed of characters."""

import pytest
from rich.cells import cell_len
from wcwidth import iter_graphemes, wcwidth

from feedtui.article import cells as measure
from feedtui.article.breaking import lines
from feedtui.article.cells import cells, fit


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("❤\ufe0f", 2), ("🇩🇪", 2), ("", 0)],
)
def test_text_is_measured_in_cells(text: str, expected: int) -> None:
    assert cells(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "漢字かなカナ한국어",
        "ｱｲｳ！？（）",
        "e\u0301 n\u0303",
        "👩\u200d🔬 👨\u200d👩\u200d👧\u200d👦",
        "🇩🇪🇫🇷",
        "❤\ufe0f ☀\ufe0f ✈",
        "1\ufe0f\u20e3 #\ufe0f\u20e3",
        "नमस्ते क्षेत्र",
        "สวัสดี ที่นี่",
        "مرحبا שלום",
        "▣ ▶ ♪ ◳ • ◦ ▪ │ ─ ┼ □ …",
        "👍🏽 🏳\ufe0f\u200d🌈",
    ],
)
def test_the_screen_measures_as_we_do(text: str) -> None:
    assert cell_len(text) == cells(text)


def test_what_is_counted_instead_of_measured_is_as_wide_as_assumed() -> None:
    letters = [chr(code) for code in range(0x20, 0x20000) if not 0xD800 <= code <= 0xDFFF]
    assert {wcwidth(letter) for letter in letters if measure._NARROW.fullmatch(letter)} == {1}
    simple = [letter for letter in letters if measure._SIMPLE.fullmatch(letter)]
    wide = [letter for letter in simple if not measure._NARROW.fullmatch(letter)]
    assert {wcwidth(letter) for letter in wide} == {2}
    assert all(len(list(iter_graphemes(f"a{letter}a"))) == 3 for letter in simple)


def test_a_mark_stays_with_the_letter_at_the_end_of_the_line() -> None:
    assert fit("abc\u0301d", 0, 5, 3) == 4


def test_a_vowel_stays_with_the_letter_that_it_widens() -> None:
    assert cells("a\u102c") == 2
    assert fit("aaa\u102cb", 0, 5, 3) == 2


def test_lines_are_places_in_the_text() -> None:
    text = "one  two\nthree"
    assert [text[start:end] for start, end in lines(text, 4)] == ["one", "two", "thre", "e"]


def test_an_empty_line_is_a_line() -> None:
    assert list(lines("a\n\nb", 4)) == [(0, 1), (2, 2), (3, 4)]
