"""What is copied from an article: the text, not the page that it was shown on."""

from feedtui.article.copying import copied
from feedtui.article.layout import lay_out, lines
from feedtui.article.reader import read
from feedtui.article.writing import link_numbers


def everything(html: str, width: int) -> str:
    found = tuple(lines(read(html, "https://example.org/"), width, link_numbers))
    return copied(found, (0, 0), (len(found), 0))


def test_a_broken_paragraph_is_whole_again() -> None:
    assert everything("<p>one two three<p>four five", 8) == "one two three\n\nfour five"


def test_a_line_break_of_the_writer_stays() -> None:
    assert everything("<p>one two<br>three", 5) == "one two\nthree"


def test_words_are_joined_as_they_were_broken() -> None:
    assert everything("<p>这是中文，没有空白", 6) == "这是中文，没有空白"
    assert everything("<p>a well-known fact", 8) == "a well-known fact"
    assert everything("<p>https://example.org/some/path", 12) == "https://example.org/some/path"


def test_the_number_of_a_link_is_left_out_wherever_the_line_ends() -> None:
    html = '<p>a <a href="/x">link here</a>, and so on'
    assert {everything(html, width) for width in range(3, 40)} == {"a link here, and so on"}


def test_quotes_lose_their_bars() -> None:
    html = "<blockquote><p>one two three<p>four<blockquote>five six</blockquote></blockquote>"
    assert everything(html, 9) == "one two three\n\nfour\n\nfive six"


def test_points_keep_their_marks_and_lose_their_indents() -> None:
    html = "<ol start=9><li>nine is long<li>ten<ul><li>deep down here</ul></ol>"
    assert everything(html, 14) == "9. nine is long\n10. ten\n◦ deep down here"


def test_code_keeps_its_own_indents_and_is_whole_again() -> None:
    html = "<ul><li><p>so:<pre>if a:\n    call(something_long)\n\nend</pre></ul>"
    assert everything(html, 20) == "• so:\n\nif a:\n    call(something_long)\n\nend"


def test_the_cells_of_a_row_have_a_tab_between_them() -> None:
    html = "<table><tr><th>No<th>What<tr><td>1<td>one two three four<tr><td>2<td></table><p>end"
    assert everything(html, 14) == "No\tWhat\n1\tone two three four\n2\n\nend"


def test_a_rule_is_not_copied() -> None:
    assert everything("<p>one<hr><p>two", 10) == "one\n\ntwo"


def test_a_part_of_a_line_and_of_several_lines_can_be_copied() -> None:
    found = lay_out(read("<p>one two three four"), 9)
    assert [line.text for line in found] == ["one two", "three", "four"]
    assert copied(found, (0, 4), (0, 7)) == "two"
    assert copied(found, (0, 4), (2, 2)) == "two three fo"
    assert copied(found, (1, 0), (2, 0)) == "three"
    assert copied(found, (1, 2), (1, 2)) == ""


def test_a_part_that_begins_in_a_mark_has_the_text_behind_it() -> None:
    found = lay_out(read("<blockquote>one two</blockquote>"), 20)
    assert copied(found, (0, 1), (0, 5)) == "one"


def test_places_outside_of_the_article_are_its_ends() -> None:
    found = lay_out(read("<p>one"), 20)
    assert copied(found, (-3, 0), (99, 99)) == "one"
    assert copied((), (0, 0), (1, 1)) == ""
