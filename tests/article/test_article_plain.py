"""Text without tags, mail, and what was drawn with letters keep their lines."""

from feedtui.article.document import Paragraph, Quote
from feedtui.article.reader import read
from feedtui.article.writing import to_text

FILLED = (
    "The gauge at the second lock has shown the same height since Monday and\n"
    "nobody has told the office so far, although three of us go past it on\n"
    "every morning of the week. I have now written it into the book."
)


def text(body: str, width: int = 60) -> str:
    return to_text(read(body), width)


def test_quotes_of_a_mail_are_quotes_and_deeper_ones_are_deeper() -> None:
    body = "They wrote:\n> One.\n> Two.\n>> Three.\n> Four.\nFive."
    assert text(body) == ("They wrote:\n\n> One.\n> Two.\n>\n> > Three.\n>\n> Four.\n\nFive.")


def test_a_quote_in_a_mail_is_broken_within_its_marks() -> None:
    assert text("> one two three four", 12) == "> one two\n> three four"


def test_quotes_are_bounded_in_depth() -> None:
    (block,) = read(">" * 5000 + " deep").blocks
    assert isinstance(block, Quote)


def test_prose_that_a_mailer_has_broken_is_filled_anew() -> None:
    (block,) = read(FILLED).blocks
    assert isinstance(block, Paragraph)
    assert "\n" not in block.spans[0].text
    assert text(FILLED, 1000) == FILLED.replace("\n", " ")


def test_broken_prose_is_filled_anew_in_html_too() -> None:
    html = f"<p>{FILLED.replace(chr(10), '<br>')}</p>"
    assert text(html, 1000) == FILLED.replace("\n", " ")


def test_lines_that_a_person_chose_stay() -> None:
    verse = "Rain on the quay,\nrain on the bay;\nnothing to say."
    short = FILLED.replace("Monday and\n", "Monday\nand ")
    listed = "\n".join(f"- {line}" for line in FILLED.split("\n"))
    for body in (verse, short, listed, FILLED.replace("\n", "\n  ")):
        assert text(body, 1000).count("\n") == body.count("\n")


def test_a_drawing_keeps_its_blanks() -> None:
    drawing = "+--+   +--+\n|a |-->|b |\n+--+   +--+\n   \\   /\n    \\ /"
    assert text(drawing) == drawing


def test_columns_keep_their_places() -> None:
    columns = "hour   height\n   6      140\n  12       20"
    assert text(columns) == columns
    assert text("a\tb\nccc\td") == "a       b\nccc     d"


def test_two_blanks_behind_a_sentence_are_one() -> None:
    assert text("One.  Two.\nThree!  Four.") == "One. Two.\nThree! Four."


def test_an_indent_that_all_lines_have_is_not_the_writers() -> None:
    assert text("\n    one\n      two\n    three\n") == "one\n  two\nthree"


def test_a_drawing_of_line_breaks_and_fixed_blanks_keeps_its_shape() -> None:
    assert (
        text("<p>&nbsp;/\\_/\\<br>( o.o )<br>&nbsp;&gt; ^ &lt;</p>") == " /\\_/\\\n( o.o )\n > ^ <"
    )


def test_marks_of_other_languages_are_text() -> None:
    body = "# Not a heading\n\n**not bold**, [not](a-link), `not code`\n\n* not a list"
    assert text(body) == body


def test_entities_in_plain_text_are_letters() -> None:
    assert text("Tom &amp; Jerry&#146;s &lt;3") == "Tom & Jerry’s <3"


def test_lines_that_a_style_keeps_are_kept() -> None:
    html = '<p style="white-space: pre-line">One,\ntwo.\n\nThree.</p><p>four\nfive</p>'
    assert text(html) == "One,\ntwo.\n\nThree.\n\nfour five"
    assert text('<div style="white-space:pre-wrap">a\n    b</div>') == "a\n    b"
