"""Tables: aligned where that can be read, records elsewhere, and no tables at all for layouts."""

import pytest

from feedtui.article.cells import cells
from feedtui.article.document import Block, Document, Group, Paragraph, Style, Table
from feedtui.article.layout import lay_out
from feedtui.article.reader import read
from feedtui.article.writing import to_text

WIDE = 80


def shown(html: str, width: int = WIDE) -> list[str]:
    return to_text(read(html, "https://example.org/"), width).split("\n")


def table(*rows: str, attributes: str = "") -> str:
    return f"<table {attributes}>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def test_wide_signs_are_aligned_by_the_cells_that_they_take() -> None:
    html = table(
        "<th>名前<th>数", "<td>りんご<td>12", "<td>👩\u200d🌾 農家<td>3", "<td>❤\ufe0f<td>7"
    )
    assert shown(html) == [
        "名前    │ 数",
        "────────┼───",
        "りんご  │ 12",
        "👩\u200d🌾 農家 │  3",
        "❤\ufe0f      │  7",
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1,234.5", "7"),
        ("−3 %", "12 %"),
        ("€ 5", "€ 1.250,00"),
        ("5 €", "12 kg"),
        ("n/a", "12"),
        ("–", "3"),
        ("(56)", "1.2%"),
        ("~10", "<5"),
        ("3.5e-9", "10⁶"),
        ("1,204 [1]", "8"),
    ],
)
def test_numbers_stand_at_the_right_also_among_unknown_ones(numbers: tuple[str, str]) -> None:
    html = table("<th>A<th>A long name", *(f"<td>x<td>{number}" for number in numbers))
    assert shown(html)[2:] == [f"x │ {number:>11}" for number in numbers]


@pytest.mark.parametrize("words", [("12", "some"), ("n/a", "–"), ("v1.2.3", "v2"), ("A4", "B5")])
def test_what_is_no_number_stands_at_the_left(words: tuple[str, str]) -> None:
    html = table("<th>A<th>A long name", *(f"<td>x<td>{word}" for word in words))
    assert shown(html)[2:] == [f"x │ {word}" for word in words]


def test_the_name_of_numbers_stands_above_them() -> None:
    html = table("<th>Fruit<th>No", "<td>fig<td>12345")
    assert shown(html) == ["Fruit │    No", "──────┼──────", "fig   │ 12345"]


def test_a_writer_may_say_on_which_side_a_cell_stands() -> None:
    html = table(
        "<th>One name<th>Two names<th>Three names",
        '<td align="right">a<td style="text-align: center">b<td class="has-text-align-right">c',
    )
    assert shown(html)[0] == "One name │ Two names │ Three names"
    assert shown(html)[2] == "       a │     b     │           c"


def test_the_side_may_be_that_of_the_only_paragraph_in_a_cell() -> None:
    html = table("<th>A<th>A long name", '<td>x<td><p style="text-align:right">a</p>')
    assert shown(html)[2] == "x │           a"


def test_the_first_row_may_name_numbers_without_saying_so() -> None:
    html = table("<td>Day<td>Level", "<td>Fri<td>1.20", "<td>Sat<td>12.00")
    assert shown(html) == ["Day │ Level", "Fri │  1.20", "Sat │ 12.00"]


def test_a_picture_in_a_cell_stands_right_above_its_text() -> None:
    html = table("<th>No<th>Team", '<td>1<td><img src="/a.png" alt="badge"><p>Rovers')
    assert shown(html)[2:4] == [" 1 │ ▣ badge [1]", "   │ Rovers"]


def test_accents_have_room_in_a_column_of_one_letter() -> None:
    html = table("<th>A<th>B", "<td>1<td>e&#769;<br>o&#776;")
    assert shown(html)[2:] == ["1 │ e\u0301", "  │ o\u0308"]


def test_a_list_in_a_record_stands_below_the_name_of_its_column() -> None:
    html = table("<th>Ingredients<th>Instructions", "<td><ul><li>a<li>b</ul><td><p>c<p>d")
    assert shown(html, 20) == ["Ingredients:", "• a", "• b", "Instructions: c", "", "d"]


def test_a_picture_in_a_record_stands_below_the_name_of_its_column() -> None:
    html = table("<th>Ingredients<th>Illustration", '<td>plums<td><img src="/a" alt="A"><p>ripe')
    assert shown(html, 20)[:4] == ["Ingredients: plums", "Illustration:", "▣ A [1]", "ripe"]


def test_a_name_stands_on_the_side_of_its_column() -> None:
    html = table("<th>N<th>M", '<td align="center">abcde<td>1', '<td align="center">b<td>2')
    assert shown(html) == ["  N   │ M", "──────┼──", "abcde │ 1", "  b   │ 2"]


def test_rows_may_have_names_and_the_corner_none() -> None:
    html = table("<td><th>2023<th>2024", "<th>Apples<td>3<td>12", "<th>Pears<td>4<td>5")
    assert shown(html) == [
        "       │ 2023 │ 2024",
        "───────┼──────┼─────",
        "Apples │    3 │   12",
        "Pears  │    4 │    5",
    ]
    bold = [span.text for span in lay_out(read(html), WIDE)[2].spans if Style.BOLD in span.style]
    assert bold == ["Apples"]


def test_a_header_may_have_two_levels() -> None:
    html = table(
        "<th rowspan=2>City<th colspan=2>Rain", "<th>May<th>June", "<td>Bern<td>117<td>111"
    )
    assert shown(html) == [
        "City │ Rain",
        "     │ May │ June",
        "─────┼─────┼─────",
        "Bern │ 117 │  111",
    ]


def test_the_foot_stands_below_wherever_it_was_written() -> None:
    html = (
        "<table><thead><tr><td>Item<td>Sum</thead><tfoot><tr><td>All<td>15</tfoot>"
        "<tbody><tr><td>A<td>10<tr><td>B<td>5</table>"
    )
    assert shown(html) == [
        "Item │ Sum",
        "─────┼────",
        "A    │  10",
        "B    │   5",
        "─────┼────",
        "All  │  15",
    ]


def test_bold_words_in_the_first_row_are_a_header() -> None:
    html = table("<td><b>Name</b><td><strong>Age</strong>", "<td>Ash<td>7", "<td>Elm<td>9")
    assert shown(html)[1] == "─────┼────"


def test_a_table_without_a_header_has_no_rule() -> None:
    assert shown(table("<td>a<td>1", "<td>b<td>2")) == ["a │ 1", "b │ 2"]


def test_a_cell_over_two_rows_stands_in_the_first() -> None:
    html = table("<th>Day<th>At", "<td rowspan=2>Mon<td>9:00", "<td>17:00", "<td>Tue<td>8:00")
    assert shown(html) == ["Day │ At", "────┼──────", "Mon │ 9:00", "    │ 17:00", "Tue │ 8:00"]


def test_bars_end_where_a_cell_stretches_over_columns() -> None:
    html = table("<th>A<th>B<th>C", "<td colspan=3>Everything", "<td>1<td>2<td>3")
    assert shown(html) == [" A │ B │ C", "───┴───┴──", "Everything", " 1 │ 2 │ 3"]


def test_columns_and_rows_that_show_nothing_are_left_out() -> None:
    html = table("<td>&nbsp;<td>a<td> <td>1", "<td><td><td><td>", "<td><td>b<td><td>2")
    assert shown(html) == ["a │ 1", "b │ 2"]


def test_signs_in_columns_of_their_own_join_their_numbers() -> None:
    html = table(
        "<th>Year<th colspan=3>Profit",
        "<td>2023<td>$<td>1,234<td>",
        "<td>2024<td>$<td>(56<td>)",
    )
    assert shown(html) == ["Year │ Profit", "─────┼───────", "2023 │ $1,234", "2024 │  $(56)"]


def test_marks_in_a_column_of_their_own_stay_there() -> None:
    html = table("<th>Feature<th>Old<th>New", "<td>Sync<td>x<td>x", "<td>Search<td><td>x")
    assert shown(html)[2:] == ["Sync    │ x   │ x", "Search  │     │ x"]


def test_cells_hold_lists_paragraphs_code_and_pictures() -> None:
    html = table(
        "<th>Step<th>What",
        "<td>1<td><ul><li>wash<li>peel</ul>",
        "<td>2<td><p>boil<p>wait",
        "<td>3<td><pre>ladle  8</pre>",
        '<td>4<td><img src="/a.png" alt="a bowl">',
    )
    assert shown(html)[:13] == [
        "Step │ What",
        "═════╪═════════════",
        "   1 │ • wash",
        "     │ • peel",
        "─────┼─────────────",
        "   2 │ boil",
        "     │",
        "     │ wait",
        "─────┼─────────────",
        "   3 │ ladle  8",
        "─────┼─────────────",
        "   4 │ ▣ a bowl [1]",
        "",
    ]


def test_few_high_rows_need_no_rules() -> None:
    html = table("<th>No<th>What", "<td>1<td>one two three four", "<td>2<td>five", "<td>3<td>six")
    assert shown(html, 16) == [
        "No │ What",
        "───┼────────────",
        " 1 │ one two",
        "   │ three four",
        " 2 │ five",
        " 3 │ six",
    ]


def test_a_rule_is_open_where_a_cell_reaches_through_it() -> None:
    html = table(
        "<th>Day<th>What happens", "<td rowspan=2>Mon<td>one two three", "<td>four five six seven"
    )
    assert shown(html, 15) == [
        "Day │ What",
        "    │ happens",
        "════╪══════════",
        "Mon │ one two",
        "    │ three",
        "    ├──────────",
        "    │ four five",
        "    │ six seven",
    ]


def test_many_numbers_stand_closer_before_they_are_given_up() -> None:
    html = table("<th>A<th>B<th>C<th>D", "<td>12<td>34<td>56<td>78")
    assert shown(html, 11) == [
        " A│ B│ C│ D",
        "──┼──┼──┼──",
        "12│34│56│78",
    ]


def test_a_long_name_is_broken_for_short_data() -> None:
    html = table("<th>Exact matches<th>Result", "<td>0<td>none at all was found")
    assert shown(html, 31) == [
        "  Exact │ Result",
        "matches │",
        "────────┼──────────────────────",
        "      0 │ none at all was found",
    ]


def test_towers_of_words_become_records() -> None:
    text = "word " * 60
    html = table("<th>A first name<th>A second name", f"<td>{text}<td>{text}")
    assert shown(html, 30)[0] == "A first name: word word word"
    assert shown(html, 30)[1] == "  word word word word word"


def test_a_record_names_all_levels_of_its_columns() -> None:
    html = table(
        "<th rowspan=2>City<th colspan=2>Rain", "<th>May<th>June", "<td>Bern<td>117<td>111"
    )
    assert shown(html, 12) == ["City: Bern", "Rain · May:", "117", "Rain · June:", "111"]


def test_the_rows_name_is_bold_in_a_record() -> None:
    html = table("<td><th>Population<th>Constitution", "<th>Lichtenstein<td>39,000<td>monarchical")
    first = lay_out(read(html), 18)[0]
    assert [(span.text, span.style) for span in first.spans] == [("Lichtenstein", Style.BOLD)]


def test_sections_of_a_table_stand_by_themselves_among_records() -> None:
    html = table("<th>Command<th>Description", "<td colspan=2>Core", "<td>initialize<td>begins")
    assert shown(html, 20) == ["Core", "", "Command: initialize", "Description: begins"]


@pytest.mark.parametrize(
    "html",
    [
        '<table><tr><td><a href="/a"><img src="/a.png" alt="A"></a><td>by <b>somebody</b></table>',
        "<table><tr><td>one</td></tr><tr><td>two</td></tr></table>",
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        '<table width="100%"><tr><td><img alt=A src="/a.png"><p>a<td>b<tr><td>c</table>',
        "<table><tr><td><table><tr><td>a<td>b</table><td>c<tr><td>d<td>e</table>",
        f"<table><tr><td>Menu<td>{'A whole article. ' * 30}<tr><td>a<td>b</table>",
        "<table><tr><td><h2>Title</h2><td>a<tr><td>b<td>c</table>",
        '<table><tr><td><img src="/a.png"><td><img src="/b.png"><tr><td><img src="/c.png"></table>',
    ],
    ids=["reddit", "one column", "role", "pictures", "nested", "article", "title", "gallery"],
)
def test_a_table_that_arranges_a_page_is_read_in_order(html: str) -> None:
    assert [block for block in read(html).blocks if isinstance(block, Table)] == []
    assert not any("│" in line for line in shown(html))


def test_nothing_of_a_layout_is_lost() -> None:
    html = "<table><tr><td>Logo<td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>Foot</table>"
    assert shown(html) == ["Logo", "", "a │ b", "c │ d", "", "Foot"]


def test_a_table_in_a_narrow_room_is_never_wider() -> None:
    html = table("<th>A<th>B", "<td>one two<td>漢字", "<td colspan=2>three four five")
    for width in range(1, 30):
        lines = lay_out(read(f"<ul><li><blockquote>{html}</blockquote></ul>"), width)
        assert max(cells(line.text) for line in lines) <= width


def test_forty_columns_become_records() -> None:
    html = table("".join(f"<th>c{n}" for n in range(40)), "".join(f"<td>{n}" for n in range(40)))
    assert shown(html, 60) == [f"c{number}: {number}" for number in range(40)]


def test_five_thousand_rows_are_laid_out_as_they_are_asked_for() -> None:
    rows = "".join(f"<tr><td>row {number}<td>{number}" for number in range(5000))
    found = lay_out(read(f"<table><tr><th>Name<th>No{rows}</table>"), 40)
    assert len(found) == 5002
    assert found[-1].text == "row 4999 │ 4999"


def names(block: Block) -> set[Group]:
    return {row.group for row in block.rows} if isinstance(block, Table) else set()


def test_a_row_knows_its_part_of_the_table() -> None:
    (block,) = read("<table><thead><tr><td>a<td>b</thead><tr><td>c<td>d</table>").blocks
    assert names(block) == {Group.HEAD, Group.BODY}


def test_a_table_of_nothing_is_nothing() -> None:
    assert lay_out(Document((Table(()), Paragraph(()))), 20) == ()


def test_the_name_of_a_column_without_values_is_not_lost_among_records() -> None:
    names = "<th>Feature</th><th>Compatibility guide</th><th>Maker</th>"
    row = "<td>Extraordinarily waterproof</td><td></td><td>A watchmaker</td>"
    assert shown(table(names, row), 30) == [
        "Compatibility guide",
        "",
        "Feature: Extraordinarily",
        "  waterproof",
        "Maker: A watchmaker",
    ]
