"""Footnotes, jumps within an article, its outline, and what programs append to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.document import Document
from feedtui.article.layout import lay_out
from feedtui.article.outline import outline, reading_minutes
from feedtui.article.reader import read
from feedtui.article.writing import to_text

NOTE = '<p>So<sup><a href="#n1" id="r1">1</a></sup>.</p><p id="n1">Why. <a href="#r1">↩</a>'
TAIL = '<p>Text.</p><p><a href="https://example.org/a#comments">{}</a></p>'


def test_a_reference_leads_to_the_block_of_its_note() -> None:
    document = read(NOTE)
    (target,) = {span.target for line in lay_out(document, 40) for span in line.spans} - {None}
    assert target is not None
    assert document.block_of(target) == 1


def test_a_note_whose_name_stands_on_a_link_within_is_found() -> None:
    html = (
        '<p>So<a class="footnote-anchor" id="r" href="#n">1</a></p>'
        '<div class="footnote"><a id="n" href="#r" class="footnote-number">1</a><p>Why.</p></div>'
    )
    document = read(html)
    assert to_text(document, 40) == "So[^1]\n\n[^1] Why."
    assert document.block_of("n") == 1


def test_a_place_that_is_not_there_is_no_target() -> None:
    assert Document().block_of("n") is None


def test_a_number_that_leads_to_another_page_stays_a_link() -> None:
    html = '<p>So<sup><a href="https://example.net/#n1">1</a></sup><b id="n1">!</b></p>'
    assert read(html, "https://example.org/").links == ("https://example.net/#n1",)


@pytest.mark.parametrize("words", ["Discuss", "Comments", "Read more", "Continue reading →"])
def test_an_invitation_below_the_article_is_left_out(words: str) -> None:
    assert read(TAIL.format(words), "https://example.org/a") == read("<p>Text.</p>")


def test_an_invitation_to_somewhere_else_stays_because_it_may_be_the_article() -> None:
    tail = '<p><a href="https://example.org/the-article">Read more</a></p>'
    document = read(f"<p>A summary.</p>{tail}", "https://example.org/feed")
    assert document.links == ("https://example.org/the-article",)
    assert len(document.blocks) == 2


@pytest.mark.parametrize("words", ["Discuss this with Ada", "What comments are for"])
def test_a_link_below_the_article_that_says_more_stays(words: str) -> None:
    assert words in to_text(read(TAIL.format(words)), 60)


def test_wordpress_does_not_sign_the_article() -> None:
    tail = '<p>The post <a href="https://example.org/a">A</a> appeared first on B.</p>'
    assert len(read(f"<p>Text.</p>{tail}").blocks) == 1
    assert len(read("<p>Text.</p><p>The post office appeared first on maps.</p>").blocks) == 2


def test_an_outline_names_level_text_and_block() -> None:
    document = read("<p>A</p><h2>B <i>c</i></h2><blockquote><h3>D</h3></blockquote>")
    found = [(part.level, part.text, part.block) for part in outline(document)]
    assert found == [(2, "B c", 1), (3, "D", 2)]


@pytest.mark.parametrize(
    ("text", "minutes"), [("", 0), ("word", 1), ("word " * 231, 2), ("字" * 1000, 2)]
)
def test_reading_takes_minutes_by_words_or_signs(text: str, minutes: int) -> None:
    assert reading_minutes(read(f"<p>{text}</p>")) == minutes


@given(
    st.lists(
        st.sampled_from(
            [
                '<sup><a href="#a">1</a></sup>',
                '<a class=fn href="#b">*</a>',
                '<a id=a href="#a">^</a>',
                "<li id=a>",
                "<p id=b>",
                "</p>",
                "<div>",
                "<table><td>",
                "<ol>",
                "x",
            ]
        ),
        max_size=30,
    )
)
def test_every_target_is_a_block_of_the_document(parts: list[str]) -> None:
    document = read("<p>" + "".join(parts))
    assert all(0 <= anchor.block < len(document.blocks) for anchor in document.anchors)


def test_a_reading_stands_in_one_pair_of_parentheses() -> None:
    html = "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>。"
    assert to_text(read(html), 40) == "漢字(かんじ)。"
