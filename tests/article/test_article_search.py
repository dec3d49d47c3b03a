"""Finding words in an article's lines, as a person types them."""

import pytest

from feedtui.article.document import Document
from feedtui.article.layout import Line, lay_out, lines
from feedtui.article.reader import read
from feedtui.article.search import MOST_HITS, Hit, Mark, find
from feedtui.article.writing import link_numbers


def laid_out(html: str, width: int = 40) -> tuple[Line, ...]:
    return lay_out(read(html, "https://example.org/"), width)


def marked(found: tuple[Line, ...], words: str) -> list[list[str]]:
    """What is marked, hit by hit."""
    return [
        [found[mark.line].text[mark.start : mark.end] for mark in hit.marks]
        for hit in find(found, words)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("cafe", ["Café"]),
        ("café", ["Café"]),
        ("Café", ["Café"]),
        ("CAFÉ", []),
        ("don't", ["Don’t"]),
        ('"quote"', ["“quote”"]),
        ("a-b", ["a–b"]),
        ("naive", ["nai\u0308ve"]),
        ("елк", ["Ёлк"]),
        ("οδος", ["Οδός"]),
        ("10 km", ["10 km"]),
        ("(x)", ["(x)"]),
        ("a.c", []),
        ("漢字", ["漢字"]),
        ("ｆｕｌｌ", ["ｆｕｌｌ"]),
        ("full", ["ｆｕｌｌ"]),
        ("kitab", []),
        ("كتاب", ["كِتَاب"]),
    ],
)
def test_words_are_found_as_a_person_types_them(words: str, expected: list[str]) -> None:
    text = "Café Don’t “quote” a–b nai\u0308ve Ёлка Οδός 10&nbsp;km f(x) abc 漢字 ｆｕｌｌ كِتَاب"
    assert marked(laid_out(f"<p>{text}", 200), words) == [[each] for each in expected]


def test_no_words_are_found_nowhere() -> None:
    assert find(laid_out("<p>a b"), "") == find(laid_out("<p>a b"), "  ") == ()


def test_a_hit_goes_on_in_the_next_line() -> None:
    found = laid_out("<p>one two three", 7)
    assert find(found, "two three") == (Hit((Mark(0, 4, 7), Mark(1, 0, 5))),)


def test_a_blank_in_the_words_is_any_blank_or_the_end_of_a_line() -> None:
    assert marked(laid_out("<p>one<br>two"), "one two") == [["one", "two"]]
    assert marked(laid_out("<pre>a    b</pre>"), "a b") == [["a    b"]]


def test_words_broken_without_a_blank_are_found_whole() -> None:
    assert marked(laid_out("<p>这是中文", 4), "是中") == [["是", "中"]]
    assert marked(laid_out("<p>a well-known fact", 8), "well-known") == [["well-", "known"]]


def test_words_do_not_go_on_in_another_paragraph_or_cell() -> None:
    assert find(laid_out("<p>one<p>two"), "one two") == ()
    table = "<table><tr><th>A<th>B<tr><td>one<td>two</table>"
    assert find(laid_out(table), "one two") == find(laid_out(table), "onetwo") == ()


def test_marks_of_quotes_points_and_links_are_no_part_of_the_text() -> None:
    quote = laid_out("<blockquote>one two three</blockquote>", 9)
    assert marked(quote, "two three") == [["two", "three"]]
    document = read('<p>see <a href="https://example.org/">this page</a> again')
    numbered = tuple(lines(document, 30, link_numbers))
    assert numbered[0].text == "see this page [1] again"
    assert marked(numbered, "page again") == [["page", " again"]]
    assert find(numbered, "[1]") == ()


def test_a_cell_of_several_lines_is_one_text() -> None:
    table = "<table><tr><th>No<th>What<tr><td>1<td>one two three four five<tr><td>2<td>x</table>"
    assert marked(laid_out(table, 16), "two three") == [["two", "three"]]


def test_code_goes_on_behind_its_sign() -> None:
    found = laid_out("<pre>abcdefghijklmnop</pre>", 12)
    assert [line.text for line in found] == ["  abcdefghij", "  ↪ klmnop"]
    assert marked(found, "jk") == [["j", "k"]]


def test_hits_do_not_overlap_and_are_in_reading_order() -> None:
    assert find(laid_out("<p>aaaa"), "aa") == (Hit((Mark(0, 0, 2),)), Hit((Mark(0, 2, 4),)))


def test_more_hits_than_anybody_looks_at_are_not_collected() -> None:
    assert len(find(laid_out("<p>" + "a " * MOST_HITS * 2), "a")) == MOST_HITS


def test_nothing_is_found_in_an_empty_article() -> None:
    assert find(lay_out(Document(), 20), "a") == ()
