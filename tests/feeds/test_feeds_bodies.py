from feedtui.feeds.bodies import fullest, html_of_html, html_of_text


def test_plain_text_becomes_html_that_says_the_same() -> None:
    assert html_of_text("a < b & c") == "a &lt; b &amp; c"


def test_blank_lines_part_paragraphs_and_line_ends_stay() -> None:
    assert html_of_text("one\r\ntwo\n \nthree") == "<p>one<br>two</p><p>three</p>"


def test_html_without_a_tag_keeps_its_lines() -> None:
    assert (
        html_of_html("1. reef &amp; bend\n2. bowline") == "<p>1. reef &amp; bend<br>2. bowline</p>"
    )


def test_a_long_body_is_not_cut_inside_a_tag() -> None:
    assert fullest(["x" * 999_990 + "<a href='https://example.org/'>"], 1_000_000).startswith(
        "x" * 999_990 + "<p>["
    )


def test_line_breaks_that_end_are_one_line_break() -> None:
    assert html_of_html("one<br></br>two<img src='a'></img>") == "one<br>two<img src='a'>"


def test_html_with_tags_is_left_alone() -> None:
    assert html_of_html("<p>one\n\ntwo") == "<p>one\n\ntwo"


def test_the_fullest_text_is_the_body_and_the_first_of_equals() -> None:
    assert fullest(["ab", "abcd", "wxyz", ""]) == "abcd"
    assert fullest([]) == ""


def test_a_body_is_bounded_and_can_be_stored() -> None:
    cut = "<p>[The text was cut here: it has 3,000,000 characters.]</p>"
    assert fullest(["x" * 3_000_000], 1_000_000) == "x" * 1_000_000 + cut
    assert fullest(["half a smile: \ud83d"]) == "half a smile: \ufffd"


def test_indents_and_columns_of_plain_text_stay() -> None:
    drawing = html_of_text("a cat:\n  /\\_/\\  o\n ( . )\nend.  Next")
    assert drawing == (
        "<p>a cat:<br>&nbsp;&nbsp;/\\_/\\&nbsp;&nbsp;o<br>&nbsp;( . )<br>end.  Next</p>"
    )


def test_the_indent_that_all_lines_of_a_text_share_is_that_of_the_document() -> None:
    assert html_of_text("\n      one\n      two\n    ") == "<p>one<br>two</p>"
