"""Where lines end in the scripts of the world, and on which side they stand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from feedtui.article.breaking import lines
from feedtui.article.cells import cells
from feedtui.article.layout import lay_out
from feedtui.article.reader import read


def broken(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in lines(text, width)]


def shown(html: str, width: int) -> list[str]:
    return [line.text for line in lay_out(read(html), width)]


def test_no_closing_mark_begins_a_line_of_japanese() -> None:
    assert broken("あいう。かきく", 6) == ["あい", "う。か", "きく"]
    assert broken("あい」」」。か", 6) == ["あ", "い」」", "」。か"]


def test_no_small_kana_and_no_lengthening_begins_a_line() -> None:
    assert broken("あがっこう", 4) == ["あ", "がっ", "こう"]
    assert broken("うみカーテン", 6) == ["うみ", "カーテ", "ン"]


def test_no_opening_mark_ends_a_line() -> None:
    assert broken("日本「東京」", 6) == ["日本", "「東", "京」"]
    assert broken("他说“好的”", 5) == ["他说", "“好", "的”"]
    assert broken("价格￥五十", 6) == ["价格", "￥五十"]


def test_pairs_of_dashes_and_dots_are_not_taken_apart() -> None:
    assert broken("中文字——中文", 7) == ["中文字", "——中文"]
    assert broken("中文……中文", 5) == ["中", "文……", "中文"]


def test_latin_words_in_chinese_stay_whole() -> None:
    assert broken("使用Python编写", 8) == ["使用", "Python编", "写"]


def test_korean_is_broken_at_blanks_and_only_a_long_word_elsewhere() -> None:
    assert broken("한국어는 낱말 사이", 12) == ["한국어는", "낱말 사이"]
    assert broken("가나다라마바사", 6) == ["가나다", "라마바", "사"]
    assert broken("서울(首爾)은 크다", 12) == ["서울(首爾)은", "크다"]
    assert broken("서울首爾은 크다", 8) == ["서울首", "爾은", "크다"]


def test_thai_is_broken_between_syllables() -> None:
    # A following vowel, a tone mark and the repetition mark stay behind; a leading vowel goes on.
    assert broken("กาแฟ", 3) == ["กา", "แฟ"]
    assert broken("น้ำตาล", 3) == ["น้ำ", "ตาล"]
    assert broken("มากๆ", 3) == ["มา", "กๆ"]
    assert broken("วันจันทร์", 5) == ["วันจัน", "ทร์"]


def test_thai_ends_a_line_at_a_blank_when_one_is_near() -> None:
    assert broken("สวัสดีครับ ผมชื่อ", 10) == ["สวัสดีครับ", "ผมชื่อ"]


def test_lao_khmer_and_burmese_keep_their_clusters() -> None:
    assert broken("ສະບາຍດີ", 3) == ["ສະ", "ບາຍ", "ດີ"]
    assert broken("ខ្មែរ", 1 + cells("ខ្មែ")) == ["ខ្មែរ"]
    assert broken("မြန်မာ", cells("မြန်")) == ["မြန်", "မာ"]


def test_tibetan_is_broken_behind_its_points() -> None:
    assert broken("བོད་སྐད་ཡིག", 5) == ["བོད་", "སྐད་ཡིག"]


@pytest.mark.parametrize(
    "sign", ["👩\u200d👩\u200d👧", "🇩🇪", "👍🏽", "❤\ufe0f", "1\ufe0f\u20e3", "क्षे", "각"]
)
def test_what_is_one_sign_is_not_split(sign: str) -> None:
    width = cells(sign) * 2 + 1
    assert broken(sign * 5, width) == [sign * 2, sign * 2, sign]


def test_an_address_is_broken_behind_a_slash_rather_than_another_sign() -> None:
    address = "https://example.org/a-long/path-of-it/and.more"
    assert broken(address, 24) == ["https://example.org/", "a-long/path-of-it/", "and.more"]


def test_an_address_is_never_broken_between_two_slashes() -> None:
    assert broken("https://a.example/b", 7) == ["https:", "//a.", "example", "/b"]


def test_blanks_that_hold_words_together_do() -> None:
    assert broken("about 10\u202fkm away", 9) == ["about", "10\u202fkm", "away"]
    assert broken("Chapter\xa04 begins", 11) == ["Chapter\xa04", "begins"]


def test_a_blank_of_another_width_may_end_a_line() -> None:
    assert broken("one\u2003two", 5) == ["one\u2003", "two"]


ARABIC = "<p>هذا نص عربي"
HEBREW = "שלום עולם"


def test_a_paragraph_from_right_to_left_stands_at_the_right() -> None:
    assert shown(f"<p>{HEBREW}", 12) == ["   שלום עולם"]
    assert shown(f"<p>{HEBREW}", 6) == ["  שלום", "  עולם"]


def test_the_first_letter_decides_not_a_sign_or_a_number() -> None:
    assert shown(f"<p>(12) {HEBREW}", 16) == ["  (12) שלום עולם"]
    assert shown("<p>The word שלום", 16) == ["The word שלום"]
    assert shown("<p>שלום is a word", 16) == ["  שלום is a word"]


def test_headings_quotes_and_cells_have_sides_too() -> None:
    assert shown(f"<h2>{HEBREW}</h2>", 12) == ["   שלום עולם"]
    assert shown(f"<blockquote>{HEBREW}</blockquote>", 12) == ["│  שלום עולם"]
    table = "<table><tr><th>A<th>מילה<tr><td>1<td>אב<tr><td>2<td>אבג</table>"
    assert shown(table, 20) == ["A │ מילה", "──┼─────", "1 │   אב", "2 │  אבג"]


def test_a_point_stands_beside_its_text_at_the_right() -> None:
    assert shown("<ul><li>אב<li>אבג</ul>", 10) == ["      • אב", "     • אבג"]


@settings(deadline=None)
@given(
    st.text(st.sampled_from("漢字かっー。「」—…“”한국 ไทยเมืองน้ำ မြန်မာ ខ្មែរ a-/ é👍🏽"), max_size=40)
)
def test_lines_hold_all_of_the_text_but_the_blanks_between_them(text: str) -> None:
    for width in (4, 9):
        places = list(lines(text, width))
        between = [text[a[1] : b[0]] for a, b in pairwise(places)]
        assert set("".join(between)) <= {" ", "\n"}


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["漢", "é", "e\u0301", "👩\u200d🔬", "🇩🇪", "ไ", "ทย", "क्ष", "각", "a", " "])
    )
)
def test_no_line_ends_within_a_sign(parts: list[str]) -> None:
    text = "".join(parts)
    ends = {0}
    for grapheme in iter_graphemes(text):
        ends.add(max(ends) + len(grapheme))
    assert {place for line in lines(text, 5) for place in line} <= ends
