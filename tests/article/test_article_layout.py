"""A document in lines: widths, marks, tables."""

from itertools import islice, pairwise

import pytest

from feedtui.article.cells import cells
from feedtui.article.document import (
    Code,
    Document,
    List,
    Note,
    Paragraph,
    Quote,
    Span,
    Style,
    Table,
)
from feedtui.article.layout import HEADINGS, Line, lay_out
from feedtui.article.layout import lines as layout_lines
from feedtui.article.reader import read
from feedtui.article.writing import link_numbers, to_text
from feedtui.clean import SafeText


def lines(html: str, width: int) -> list[str]:
    return [line.text for line in lay_out(read(html, "https://example.org/"), width)]


def test_a_paragraph_is_filled_to_the_width() -> None:
    assert lines("<p>one two three four", 9) == ["one two", "three", "four"]


def test_a_word_may_be_broken_at_its_hyphen() -> None:
    assert lines("<p>a well-known fact", 8) == ["a well-", "known", "fact"]


def test_an_option_is_not_broken_at_its_hyphens() -> None:
    assert lines("<p>use --option", 8) == ["use", "--option"]


def test_a_fixed_blank_holds_words_together() -> None:
    assert lines("<p>about 10&nbsp;km away", 9) == ["about", "10 km", "away"]


def test_a_quote_is_marked_on_every_line() -> None:
    found = lines("<blockquote><p>one two three<p>four</blockquote>", 9)
    assert found == ["│ one two", "│ three", "│", "│ four"]


def test_a_quote_in_a_quote_has_two_marks() -> None:
    html = "<blockquote>a<blockquote>b</blockquote></blockquote>"
    assert lines(html, 20) == ["│ a", "│", "│ │ b"]


def test_indentation_takes_at_most_half_of_the_width() -> None:
    found = lines("<blockquote>" * 30 + "one two three" + "</blockquote>" * 30, 20)
    assert found == ["│ │ │ │ │ one two", "│ │ │ │ │ three"]


def test_a_number_without_room_stands_in_the_text() -> None:
    assert lines("<ol start=1000><li>abc def</ol>", 6) == ["1000.", "abc", "def"]


def test_numbers_of_a_list_end_in_one_column() -> None:
    assert lines("<ol start=9><li>a<li>b</ol>", 20) == [" 9. a", "10. b"]


def test_a_list_of_paragraphs_has_air_and_a_list_of_lines_has_none() -> None:
    assert lines("<ul><li>a<li>b</ul>", 20) == ["• a", "• b"]
    assert lines("<ul><li><p>a<p>b<li>c</ul>", 20) == ["• a", "", "  b", "", "• c"]


def test_code_that_is_too_wide_goes_on_in_the_next_line() -> None:
    found = lines("<pre>  abcdefghijklmnopq</pre>", 18)
    assert found == ["    abcdefghijklmn", "    ↪ opq"]


def test_a_long_address_is_broken_behind_its_signs() -> None:
    address = "https://example.org/some/path/of?many=parts"
    found = lines(f"<p>{address}", 20)
    assert found == ["https://example.org/", "some/path/of?many=", "parts"]


def test_chinese_breaks_anywhere_but_before_a_full_stop() -> None:
    assert lines("<p>这是中文。这是「中文」", 8) == ["这是中", "文。这是", "「中文」"]


def test_korean_breaks_between_words() -> None:
    assert lines("<p>안녕하세요 세계", 12) == ["안녕하세요", "세계"]


def test_what_belongs_together_is_not_split() -> None:
    family = "👩\u200d👩\u200d👧"
    assert lines(f"<p>{family * 4}", 5) == [family * 2, family * 2]
    assert lines("<p>" + "e\u0301" * 6, 4) == ["e\u0301" * 4, "e\u0301" * 2]


def test_a_wide_sign_in_a_line_of_one_cell_is_shown_as_a_box() -> None:
    assert lines("<p>a漢b", 1) == ["a", "□", "b"]


def test_a_style_may_change_within_a_word() -> None:
    first, second = lay_out(read("<p>ab<b>cd</b>ef gh"), 6)
    assert first.spans == (
        Span(SafeText("ab")),
        Span(SafeText("cd"), Style.BOLD),
        Span(SafeText("ef")),
    )
    assert second.text == "gh"


def test_a_heading_has_the_style_of_its_level() -> None:
    (line,) = lay_out(read("<h2>a</h2>"), 20)
    assert line == Line((Span(SafeText("a"), Style.HEADING_2),), 0)


def test_a_line_knows_its_block() -> None:
    found = lay_out(read("<p>one two<p>three"), 5)
    assert [(line.text, line.block) for line in found] == [
        ("one", 0),
        ("two", 0),
        ("", 0),
        ("three", 1),
    ]


TABLE = "<table><tr><th>Fruit<th>Weight<tr><td>apple or pear<td>12<tr><td>fig<td>3.5</table>"


def test_a_table_that_fits_is_aligned_and_its_numbers_stand_at_the_right() -> None:
    assert lines(TABLE, 40) == [
        "Fruit         │ Weight",
        "──────────────┼───────",
        "apple or pear │     12",
        "fig           │    3.5",
    ]


def test_a_table_shrinks_before_it_is_given_up() -> None:
    assert lines(TABLE, 18) == [
        "Fruit     │ Weight",
        "══════════╪═══════",
        "apple or  │     12",
        "pear      │ ",
        "──────────┼───────",
        "fig       │    3.5",
    ]


def test_a_table_without_room_becomes_records() -> None:
    assert lines(TABLE, 13) == [
        "Fruit: apple",
        "or pear",
        "Weight: 12",
        "",
        "Fruit: fig",
        "Weight: 3.5",
    ]


def test_a_cell_over_two_rows_is_named_in_both_records() -> None:
    table = "<table><tr><th>A<th>B<tr><td rowspan=2>x<td>1<tr><td>2</table>"
    assert lines(table, 2) == ["A:", "x", "B:", "1", "", "A:", "x", "B:", "2"]


def test_a_cell_over_two_columns_has_the_room_of_both() -> None:
    table = "<table><tr><td>a<td>b<tr><td colspan=2>a b c<tr><td>a<td>b</table>"
    assert lines(table, 20)[:2] == ["a │ b", "a b c"]


def test_rows_of_headers_only_are_not_lost() -> None:
    table = "<table><tr><th>Ab<th>Bc<tr><th>Cd<td>Ef</table>"
    assert lines(table, 4) == ["Ab:", "Cd", "Bc:", "Ef"]


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8])
def test_nothing_is_wider_than_a_narrow_pane(width: int) -> None:
    html = f"{TABLE}<ol><li>漢字<ul><li>x y</ul></ol><blockquote><pre>a b c</pre></blockquote><hr>"
    assert max(cells(line) for line in lines(html, width)) <= width


def test_a_width_below_one_counts_as_one() -> None:
    assert lines("<p>ab", 0) == lines("<p>ab", 1) == ["a", "b"]


def test_what_shows_nothing_leaves_no_gap() -> None:
    word = Paragraph((Span(SafeText("a")),))
    empty = (Paragraph(()), Quote((Paragraph(()),)), List(()), Table(()), Code(()))
    found = lay_out(Document((*empty, word, *empty, word, *empty)), 20)
    assert [(line.text, line.block) for line in found] == [("a", 5), ("", 5), ("a", 11)]


def test_no_two_empty_lines_follow_each_other() -> None:
    html = "<p>a</p><hr><ul><li><p>b<p>c</ul><blockquote><p>d<hr></blockquote><dl><dt>e<dd><p>f<p>g"
    for width in (4, 9, 40):
        written = to_text(read(html), width).split("\n")
        assert ("", "") not in set(pairwise(line.strip(" >") for line in written))


@pytest.mark.parametrize("width", [10, 14, 20])
def test_deep_nesting_leaves_half_of_a_narrow_line_to_the_text(width: int) -> None:
    html = "<ul><li>one two three<ol><li>four five<blockquote>six<ul><li>seven eight" * 3
    found = lay_out(read(html), width)
    for line in found:
        before = [span.text for span in line.spans if span.style in {Style.INDENT, Style.QUOTE}]
        assert cells(line.text) <= width
        assert cells("".join(before)) <= width // 2


def test_levels_of_headings_have_their_own_styles_and_signs() -> None:
    html = "".join(f"<h{level}>a</h{level}>" for level in range(1, 7))
    styles = [line.spans[0].style for line in lay_out(read(html), 20) if line.spans]
    assert styles == list(HEADINGS)
    assert to_text(read(html), 20).split("\n\n") == [f"{'#' * level} a" for level in range(1, 7)]


def test_the_sign_of_a_heading_is_never_left_alone() -> None:
    assert to_text(read("<h1>Harbourmaster</h1>"), 12) == "# Harbourmas\nter"


def test_a_line_says_what_stood_before_it_in_the_text() -> None:
    found = lay_out(read("<p>a well-known 漢字漢字<br>b<p>c"), 8)
    assert [(line.text, line.joint) for line in found] == [
        ("a well-", "\n"),
        ("known 漢", ""),
        ("字漢字", ""),
        ("b", "\n"),
        ("", "\n"),
        ("c", "\n"),
    ]


def test_lines_are_made_as_they_are_asked_for() -> None:
    coming = layout_lines(read("<p>a<p>b" * 50_000), 20)
    assert [line.text for line in islice(coming, 3)] == ["a", "", "b"]


def test_the_number_of_a_link_is_a_sign_and_no_text() -> None:
    document = read('<p>a <a href="https://example.org/">b</a> c')
    (line,) = layout_lines(document, 20, link_numbers)
    assert [(span.text, Style.SIGN in span.style) for span in line.spans] == [
        ("a ", False),
        ("b", False),
        (" [1]", True),
        (" c", False),
    ]


def test_tabs_in_code_reach_the_next_stop_and_indent_by_four() -> None:
    assert lines("<pre>a\tbb\tc\nlonger\td\te\n\tf</pre>", 40) == [
        "  a       bb      c",
        "  longer  d       e",
        "      f",
    ]


def test_notes_of_several_paragraphs_stand_apart() -> None:
    short, long = paragraph("a"), (*paragraph("b"), *paragraph("c"))
    notes = [Note(SafeText(str(n)), blocks) for n, blocks in enumerate((short, short, long), 1)]
    found = [line.text for line in lay_out(Document(tuple(notes)), 20)]
    assert found == ["[^1] a", "[^2] a", "", "[^3] b", "", "     c"]


def paragraph(text: str) -> tuple[Paragraph]:
    return (Paragraph((Span(SafeText(text)),)),)
