"""What became of an article that its feed changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.alignment import Budget, runs
from feedtui.article.differences import differences, differs
from feedtui.article.document import Document, Style
from feedtui.article.reader import read
from feedtui.article.walking import every_block, spans_of
from feedtui.article.writing import to_text

PAGE = "https://news.example/first"


def became(before: str, after: str) -> str:
    return to_text(differences(read(before, PAGE), read(after, PAGE)), 70)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("<p>A red car.</p>", "<p>A blue car.</p>", "A [-red-] {+blue+} car."),
        ("<p>A car.</p>", "<p>A fast car.</p>", "A {+fast+} car."),
        ("<p>A fast car.</p>", "<p>A car.</p>", "A [-fast-] car."),
        ("<p>One two.</p>", "<p>One two</p>", "One two[-.-]"),
        ("<p>日本語の文章です</p>", "<p>日本語の新しい文章です</p>", "日本語の{+新しい+}文章です"),
    ],
)
def test_words_that_came_and_went_stand_between_signs(before: str, after: str, shown: str) -> None:
    assert became(before, after) == shown


def test_a_word_that_stayed_between_two_changes_reads_as_a_part_of_one() -> None:
    assert became("<p>Now a x b c d e.</p>", "<p>Now p x q c d e.</p>") == (
        "Now [-a x b-] {+p x q+} c d e."
    )


def test_paragraphs_that_came_and_went_are_shown_as_a_whole() -> None:
    before = "<p>Same as ever.</p><p>This one goes away soon.</p>"
    after = "<p>Same as ever.</p><p>Another arrived later, unlike it.</p>"
    assert became(before, after) == (
        "Same as ever.\n\n[-This one goes away soon.-]\n\n{+Another arrived later, unlike it.+}"
    )


def test_a_list_a_table_and_a_listing_are_compared_part_by_part() -> None:
    before = "<ul><li>one two three<li>four</ul><table><tr><td>1<td>2</table><pre>a\nb</pre>"
    after = "<ul><li>one five three</ul><table><tr><td>1<td>3</table><pre>a\n b</pre>"
    shown = became(before, after)
    assert "• one [-two-] {+five+} three" in shown
    assert "• [-four-]" in shown
    assert "[-2-]" in shown
    assert "{+3+}" in shown
    assert "  a\n  [-b-] {+ b+}" in shown


def test_a_picture_that_went_is_named_and_leads_nowhere() -> None:
    shown = became('<p>Text.</p><img src="/cat.png" alt="A cat">', "<p>Text.</p>")
    assert shown == "Text.\n\n[-▣ A cat-]"


def test_links_of_what_went_lead_nowhere_and_the_others_where_they_lead_now() -> None:
    document = differences(
        read('<p>See <a href="/old">this one</a> here.</p>', PAGE),
        read('<p>See <a href="/new">that one</a> here.</p>', PAGE),
    )
    spans = [span for block in document.blocks for span in spans_of(block)]
    taken = [span for span in spans if Style.DELETED in span.style]
    assert taken
    assert all(span.link is None for span in taken)
    assert document.links == ("https://news.example/new",)


def test_footnotes_are_found_where_they_stand_among_what_went() -> None:
    after = '<p>Text<a href="#n">1</a> goes on.</p><p>More.</p><p id="n">The note.</p>'
    before = "<p>Before all.</p><p>And much else.</p>"
    document = differences(read(before, PAGE), read(after, PAGE))
    for anchor in document.anchors:
        texts = [
            span.text
            for each in every_block(document.blocks[anchor.block])
            for span in spans_of(each)
        ]
        assert "The note." in "".join(texts)


def test_an_article_that_did_not_change_has_no_differences() -> None:
    document = read("<h2>One</h2><p>Two <b>three</b>.</p><ul><li>four</ul>", PAGE)
    assert differences(document, document) == document
    assert not differs(document)
    assert differs(differences(Document(), document))


words = st.lists(st.sampled_from("abcd"), max_size=12)


@given(words, words)
def test_all_words_of_both_are_in_the_runs_in_their_order(
    before: list[str], after: list[str]
) -> None:
    found = runs(before, after, Budget(200))
    assert [each for run in found for each in before[run.before]] == before
    assert [each for run in found for each in after[run.after]] == after
    assert all(before[run.before] == after[run.after] for run in found if run.same)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(before: str, after: str) -> None:
    to_text(differences(read(before, PAGE), read(after, PAGE)), 40)


def test_what_exceeds_the_budget_counts_as_changed() -> None:
    found = runs(list("xabab"), list("yaabb"), Budget(0))
    assert [run.same for run in found] == [False, True]
