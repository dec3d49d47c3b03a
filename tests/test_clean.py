"""Whatever a feed sends, what comes out can be shown on a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean, clean_line

ANYTHING = st.text(st.characters(), max_size=200)
NASTY = st.text(
    st.sampled_from(
        "ab \n\t\r\x00\x07\x1b[]P\\;0m\x7f\x80\x9b\x9d\u202e\u2066\u200b\u0301\ud800\u2028"
    )
)


@given(st.one_of(ANYTHING, NASTY))
def test_the_result_never_contains_a_control_character(text: str) -> None:
    assert [
        c for c in clean(text) if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"
    ] == []


@given(st.one_of(ANYTHING, NASTY))
def test_a_title_is_one_line_without_control_characters(text: str) -> None:
    line = clean_line(text)
    assert [c for c in line if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}] == []
    assert line == line.strip()
    assert "  " not in line


@given(st.one_of(ANYTHING, NASTY))
def test_the_result_never_contains_a_bidi_override_or_isolate(text: str) -> None:
    assert set(clean(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") == set()


@given(st.one_of(ANYTHING, NASTY))
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.one_of(ANYTHING, NASTY))
def test_the_result_can_be_written_to_a_file(text: str) -> None:
    clean(text).encode()


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]52;c;aGk=\x1b\\b", "ab"),
        ("a\x1bPq#0;1\x1b\\b", "ab"),
        ("a\x1bcb", "ab"),
        ("a\x00\x07\x08\x7fb", "ab"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("a\u2066b\u2069", "ab"),
        ("\ufeffa\u200bb", "ab"),
    ],
)
def test_sequences_and_what_hides_are_taken_out_whole(hostile: str, harmless: str) -> None:
    assert clean(hostile) == harmless


def test_an_unterminated_sequence_cannot_eat_the_text() -> None:
    article = "The whole article. " * 1000
    assert clean("\x1b]0;" + article).endswith(article)
    assert clean("\x1bP" + article).endswith(article)
    assert clean("\x1b[" + article).endswith(article[2:])


def test_misread_windows_1252_becomes_what_was_meant() -> None:
    assert clean("\x93quoted\x94 \x96 it\x92s \x8020\x85") == "“quoted” – it’s €20…"


def test_8_bit_escape_sequences_are_disarmed() -> None:
    assert clean("a\x9b31mb") == "a›31mb"


def test_line_ends_of_every_kind_become_one_kind() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\tf") == "a\nb\nc\nd\ne\tf"


def test_piled_up_accents_are_clamped_and_honest_ones_stay() -> None:
    assert clean("e" + "\u0301" * 5000 + "!") == "e" + "\u0301" * 4 + "!"
    assert clean("Việt nam, e\u0301, हिन्दी, ไทย") == "Việt nam, e\u0301, हिन्दी, ไทย"


def test_emoji_keep_their_joiners() -> None:
    assert clean("👩‍🚀 ❤️ 🇩🇪") == "👩‍🚀 ❤️ 🇩🇪"


def test_a_long_line_is_cut_with_an_ellipsis() -> None:
    assert clean_line("word " * 10, most=11) == "word word…"
    assert clean_line("short", most=5) == "short"
