"""The same place in an article, whatever the width."""

import pytest

from feedtui.article.layout import lay_out
from feedtui.article.placing import Place, line_of, place_of
from feedtui.article.reader import read

WORDS = " ".join(f"w{number}" for number in range(10_000))


@pytest.mark.parametrize("html", [f"<p>first<p>{WORDS}", f"<ul><li>{WORDS}</ul><p>x"])
def test_a_place_in_a_long_paragraph_survives_other_widths(html: str) -> None:
    document = read(html)
    wide, narrow = lay_out(document, 90), lay_out(document, 31)
    for number in (0, 5, 400, len(narrow) // 2, len(narrow) - 1):
        first = narrow[number].text.split()[-1:]
        there = line_of(wide, place_of(narrow, number))
        assert not first or narrow[number].text.split()[0] in wide[there].text.split()


def test_going_there_and_back_moves_by_no_more_than_a_line() -> None:
    document = read(f"<p>{WORDS}")
    wide, narrow = lay_out(document, 90), lay_out(document, 30)
    for number in range(0, len(wide), 50):
        there = line_of(narrow, place_of(wide, number))
        assert line_of(wide, place_of(narrow, there)) in {number - 1, number}


def test_marks_and_indents_do_not_count() -> None:
    document = read("<blockquote><ul><li>one two three<li>four</ul></blockquote>")
    wide, narrow = lay_out(document, 40), lay_out(document, 9)
    assert place_of(narrow, len(narrow) - 1) == place_of(wide, 1) == Place(0, len("onetwothree"))


def test_the_empty_line_below_a_block_is_its_last() -> None:
    found = lay_out(read("<p>one<p>two"), 10)
    assert line_of(found, place_of(found, 1)) == 1


def test_a_place_that_is_gone_is_the_end_of_its_block_or_of_the_article() -> None:
    found = lay_out(read("<p>one<p>two"), 10)
    assert line_of(found, Place(0, 99)) == 1
    assert line_of(found, Place(9, 0)) == 2


def test_there_is_no_place_but_the_first_without_lines() -> None:
    assert place_of((), 3) == Place()
    assert line_of((), Place(2, 3)) == 0
