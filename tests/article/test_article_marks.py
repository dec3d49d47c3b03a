"""Raised and lowered text, keys, abbreviations, boxes, bars: said so that one reads them right."""

import pytest

from feedtui.article.document import Item, List, Paragraph, Style
from feedtui.article.reader import read
from feedtui.article.writing import to_text


def text(html: str, width: int = 70) -> str:
    return to_text(read(html, "https://example.org/"), width)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("x<sup>2</sup>", "x²"),
        ("x<sup>2y+1</sup>", "x²ʸ⁺¹"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("e<sup>−x</sup>", "e⁻ˣ"),
        ("a<sub>ij</sub>", "aᵢⱼ"),
        ("H<sub>2</sub>O", "H₂O"),
        ("a<sup>b/c</sup>", "a^(b/c)"),
        ("a<sup>(b/c)</sup>", "a^(b/c)"),
        ("a<sup>Q</sup>", "a^Q"),
        ("v<sub>limit</sub>", "v_limit"),
        ("2<sup>2<sup>n</sup></sup>", "2^(2ⁿ)"),
        ("(a+b)<sup>2</sup>", "(a+b)²"),
        ("the 1<sup>st</sup> and 22<sup>nd</sup>", "the 1st and 22nd"),
        ("le 2<sup>e</sup>, M<sup>lle</sup>", "le 2e, Mlle"),
        ("Boat<sup>TM</sup>", "Boat™"),
        ("Boat<sup>®</sup>", "Boat®"),
        ("said<sup>[3]</sup>", "said[3]"),
        ("said<sup>1,3–5</sup>", "said¹,³–⁵"),
        ("said<sup>*</sup>", "said*"),
        ("<sup>beta</sup> feature", "beta feature"),
        ("a <sup>small remark that somebody has put high up</sup>", None),
        ('n<sup><a href="https://a.example/">3</a></sup>', "n³ [1]"),
        ("<i>x</i><sup><i>n</i>+1</sup>", "xⁿ⁺¹"),
    ],
)
def test_raised_and_lowered_text_is_not_taken_for_the_letters_before(
    html: str, shown: str | None
) -> None:
    expected = "a small remark that somebody has put high up" if shown is None else shown
    assert text(f"<p>{html}</p>").split("\n")[0] == expected


def test_raised_text_in_a_listing_is_told_too() -> None:
    assert text("<pre>2<sup>10</sup> x<sub>qq</sub></pre>") == "  2¹⁰ x_qq"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<abbr title="Harbour Office">HO</abbr> and <abbr title="Harbour Office">HO</abbr>',
         "HO (Harbour Office) and HO"),
        ('The Harbour Office (<abbr title="Harbour Office">HO</abbr>)', "The Harbour Office (HO)"),
        ('<abbr title="2024-05-07T10:00">May 7</abbr>', "May 7"),
        ('<abbr title="HO">HO</abbr>', "HO"),
        ("<abbr>HO</abbr>", "HO"),
        ('<code><abbr title="Harbour Office">HO</abbr></code>', "`HO (Harbour Office)`"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_explained_once(html: str, shown: str) -> None:
    assert text(f"<p>{html}</p>") == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("Press <kbd><kbd>Ctrl</kbd>+<kbd>C</kbd></kbd>.", "Press `Ctrl+C`."),
        ("<del>old</del> <ins>new</ins> <s>gone</s>", "~~old~~ new ~~gone~~"),
        ("<q>so</q>", "“so”"),
        ("long<wbr>word soft&shy;ly", "longword softly"),
        ('<time datetime="2024-05-07">Tuesday</time>', "Tuesday"),
        ('<progress value="3" max="4"></progress>', "75%"),
        ('<meter value="0.5">half</meter>', "half"),
        ('<progress value="x"></progress>.', "."),
        ("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>", "港(みなと)"),
        ("<font color=red><big>loud</big></font>", "loud"),
    ],
)
def test_a_mark_reads_as_it_was_meant(html: str, shown: str) -> None:
    assert text(f"<p>{html}</p>") == shown


def test_what_is_folded_away_is_shown_below_its_mark() -> None:
    html = "<details><summary>Why</summary><p>So.</p></details>"
    assert text(html) == "▸ Why\n\nSo."
    assert text("<details><summary><h3>Why</h3></summary>So.</details>") == "### ▸ Why\n\nSo."
    assert text("<details><summary></summary>So.</details>") == "So."


def test_the_boxes_of_tasks_are_their_marks() -> None:
    html = (
        "<ul><li><input type=checkbox checked disabled> ropes</li>"
        "<li><label><input type='checkbox'> paint</label></li>"
        "<li><p><input type=checkbox> tar</p></li><li>tea</li></ul>"
    )
    assert text(html) == "☑ ropes\n☐ paint\n☐ tar\n• tea"


def test_a_numbered_task_keeps_its_number() -> None:
    assert text("<ol><li><input type=checkbox checked> first</li></ol>") == "1. ☑ first"


def test_only_an_open_dialog_is_shown() -> None:
    assert text("<p>a</p><dialog>b</dialog><dialog open>c</dialog>") == "a\n\nc"


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("list-style-type: lower-alpha", ["a.", "b."]),
        ("list-style:upper-roman inside", ["I.", "II."]),
        ("list-style-type: none", ["", ""]),
        ("color: red", ["1.", "2."]),
    ],
)
def test_numbers_of_a_list_follow_its_style(style: str, marks: list[str]) -> None:
    (block,) = read(f'<ol style="{style}"><li>a</li><li>b</li></ol>').blocks
    assert isinstance(block, List)
    assert [item.marker for item in block.items] == marks


def test_a_mark_that_was_typed_is_not_doubled() -> None:
    html = '<ul><li style="list-style-type:none"><span class="ltx_tag">(a)</span> one</li></ul>'
    assert text(html) == "(a) one"
    typed = '<ul style="list-style:none"><li>(a) one</li></ul>'
    assert "•" not in text(typed)


def test_lists_that_word_wrote_are_lists() -> None:
    html = (
        '<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">'
        "·<span>&nbsp;&nbsp;</span></span>Ropes<o:p></o:p></p>"
        '<p class="MsoListParagraph" style="mso-list:l1 level1 lfo1"><span style="mso-list:Ignore">'
        "2.<span>&nbsp;</span></span>Paint</p>"
    )
    blocks = read(html).blocks
    assert [block.marker for block in blocks if isinstance(block, Item)] == ["•", "2."]
    assert text(html) == "• Ropes\n2. Paint"


def test_lines_of_fixed_blanks_are_empty_lines() -> None:
    assert text("<p>one<br>&nbsp;<br>two<br><br><br>&nbsp;three</p>") == "one\n\ntwo\n\nthree"


def test_a_card_with_blocks_in_its_link_leads_there_from_each() -> None:
    html = '<a href="/card"><h4>Title</h4><p>Text</p></a><p>after</p>'
    assert text(html).startswith("#### Title [1]\n\nText [1]\n\nafter")


def test_who_is_cited_stands_above_the_quote() -> None:
    html = "<blockquote><cite>Ann wrote:</cite>It slips.</blockquote>"
    assert text(html) == "> Ann wrote:\n>\n> It slips."


def test_a_source_within_a_sentence_stays_there() -> None:
    html = "<blockquote><p><cite>The Mill</cite> says no.</p></blockquote>"
    assert text(html) == "> The Mill says no."


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('down<span style="vertical-align:super">1</span>', "down¹"),
        ('H<span style="vertical-align: sub">2</span>O', "H₂O"),
        ('<span style="text-decoration:line-through">never</span>', "~~never~~"),
        ('<b style="font-weight:normal">plain</b>', "plain"),
    ],
)
def test_marks_that_a_style_makes_are_marks(html: str, shown: str) -> None:
    assert text(f"<p>{html}</p>") == shown


def test_what_a_style_makes_bold_is_bold_and_what_it_makes_plain_is_not() -> None:
    html = '<p style="font-weight:700">a<span style="font-weight:400">b</span></p>'
    (block,) = read(html).blocks
    assert isinstance(block, Paragraph)
    assert [span.style for span in block.spans] == [Style.BOLD, Style.PLAIN]


def test_the_boxes_of_a_notebook_say_what_is_done() -> None:
    html = '<div><en-todo checked="true"/>rope</div><div><en-todo/>wax</div>'
    assert text(html) == "☑ rope\n\n☐ wax"


def test_the_names_of_cards_stand_apart() -> None:
    html = '<div><label for="a">Linux</label><label for="b">Windows</label></div>'
    assert text(html) == "Linux\n\nWindows"


def test_a_journals_own_elements_are_read() -> None:
    html = (
        "<jats:sec><jats:title>Aims</jats:title><jats:p>A <jats:italic>gull</jats:italic> in"
        " 10<jats:sup>3</jats:sup> steps.</jats:p></jats:sec>"
    )
    assert text(html) == "#### Aims\n\nA gull in 10³ steps."


def test_a_joiner_that_joins_nothing_leaves_no_hole() -> None:
    assert text("<p>one</p><p>\u200d</p><p>\u200d<em>two</em></p>") == "one\n\ntwo"
