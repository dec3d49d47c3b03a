"""What a word is when texts are searched."""

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.query.words import segmented, spaced, tokens, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Naïve CAFÉ", ["naive", "cafe"]),
        ("e\u0301te\u0301", ["ete"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("ёлка Елка", ["елка", "елка"]),
        ("Łódź Malmø", ["lodz", "malmo"]),
        ("İstanbul", ["istanbul"]),
        ("Ελλάδα ΕΛΛΑΔΑ", ["ελλαδα", "ελλαδα"]),
        ("ﬁne ＡＢＣ", ["fine", "abc"]),
        ("so\u00adft hy\u200bphen", ["soft", "hyphen"]),
        ("don't e-mail C++", ["don", "t", "e", "mail", "c"]),
        ("one—two…three", ["one", "two", "three"]),
        ("हिन्दी", ["हिन्दी"]),
        ("مُحَمَّد", ["محمد"]),
        ("nul\x00and\ud800surrogate", ["nul", "and", "surrogate"]),
        ("", []),
        ("!? …", []),
    ],
)
def test_words_are_folded_and_what_is_no_letter_separates_them(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("中文搜索", "中 文 搜 索"),
        ("東京の天気go", "東 京 の 天 気 go"),
        ("か\u3099っこう", "が っ こ う"),
        ("ﾊﾝｶｸ", "ハ ン カ ク"),
        ("서울에서", "서 울 에 서"),
        ("ภาษา", "ภ า ษ า"),
    ],
)
def test_scripts_without_blanks_are_cut_into_signs(text: str, words: str) -> None:
    assert " ".join(words_of(text)) == words


def test_ascii_is_left_as_it_is() -> None:
    assert segmented("A plain Text, of course.") == "A plain Text, of course."


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert spaced(spaced(text)) == spaced(text)


@given(st.text())
def test_words_stand_in_the_text_in_order(text: str) -> None:
    found = list(tokens(text))
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(one.start <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Été naïve.", ["Été", "naïve"]),
        ("(e\u0301te\u0301, x)", ["e\u0301te\u0301", "x"]),
        ("the 東京go", ["the", "東", "京", "go"]),
        ("Łódź—Malmø", ["Łódź", "Malmø"]),
        ("so\u00adft", ["so\u00adft"]),
    ],
)
def test_a_word_is_known_to_stand_where_it_was_written(text: str, stands: list[str]) -> None:
    assert [text[each.start : each.end] for each in tokens(text)] == stands
    assert tuple(each.word for each in tokens(text)) == words_of(text)


@given(st.text())
def test_sqlite_takes_the_same_for_words(text: str) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='ascii')")
    index.execute("CREATE VIRTUAL TABLE found USING fts5vocab (words, instance)")
    index.execute("INSERT INTO words VALUES (?)", (segmented(text),))
    found = [term for (term,) in index.execute("SELECT term FROM found ORDER BY offset")]
    index.close()
    assert found == list(words_of(text))
