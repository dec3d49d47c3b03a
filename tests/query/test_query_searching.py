"""What a person types to search all texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.errors import UsageError
from feedtui.query.parse import Query, Term
from feedtui.query.searching import (
    MOST_WORDS,
    Phrase,
    Search,
    document,
    may_fit,
    parse_search,
    parse_typed,
)


def fits(text: str, *, title: str = "", author: str = "", body: str = "") -> bool:
    return document(title, author, body).fits(parse_search(text))


def fits_typed(text: str, *, title: str = "", body: str = "") -> bool:
    return document(title, "", body).fits(parse_typed(text))


def test_a_query_is_words_phrases_beginnings_places_and_filters() -> None:
    assert parse_search('lamp "the river" harb* -title:Winter author:Ann is:unread') == Search(
        (
            Phrase(("lamp",)),
            Phrase(("the", "river")),
            Phrase(("harb",), unfinished=True),
            Phrase(("winter",), "title", wanted=False),
            Phrase(("ann",), "author"),
        ),
        Query((Term("is", "unread"),)),
    )


def test_words_that_signs_hold_together_are_a_phrase() -> None:
    assert parse_search("e-mail").phrases == (Phrase(("e", "mail")),)


def test_signs_alone_are_nothing_to_look_for() -> None:
    assert parse_search('++ -- "" title: *').phrases == (Phrase(("title",)),)


def test_all_words_must_be_there_wherever_they_are() -> None:
    assert fits("lamp river", title="The lamp", body="by the river")
    assert not fits("lamp river", title="The lamp")


def test_a_phrase_must_be_there_as_it_is() -> None:
    assert fits('"the river"', body="down by the river.")
    assert not fits('"river the"', body="down by the river.")
    assert not fits('"down lamp"', title="down", body="lamp")


def test_a_word_is_whole_unless_it_ends_in_a_star() -> None:
    assert not fits("cat", body="a category")
    assert fits("cat*", body="a category")
    assert not fits("cat*", body="concatenate")


def test_what_has_a_minus_must_not_be_there() -> None:
    assert fits("lamp -river", body="a lamp")
    assert not fits("lamp -river", body="a lamp", title="River")


def test_titles_and_authors_can_be_looked_at_alone() -> None:
    assert fits("title:lamp", title="Lamp")
    assert not fits("title:lamp", body="lamp", author="lamp")
    assert fits('author:"ann lee"', author="Ann Lee")
    assert not fits("author:ann", title="Ann")


@pytest.mark.parametrize("query", ["京", "東京", "東京の", "天気"])
def test_one_sign_and_two_are_found_where_no_blanks_are(query: str) -> None:
    assert fits(query, body="東京の天気は晴れです")
    assert not fits(query, body="大阪は雨です")


def test_the_last_word_may_be_unfinished_while_it_is_typed() -> None:
    assert fits_typed("river harb", body="a river and a harbour")
    assert not fits_typed("river harb ", body="a river and a harbour")
    assert not fits_typed("rive harbour", body="a river and a harbour")
    assert fits_typed('"by the rive', body="by the river")
    assert not fits_typed('"by the rive"', body="by the river")


def test_a_beginning_of_few_letters_is_looked_for_in_names() -> None:
    assert fits_typed("har", title="Harbour")
    assert not fits_typed("har", body="a harbour")
    assert fits_typed("har", body="har har")


def test_a_filter_and_a_minus_have_no_beginnings() -> None:
    assert parse_typed("lamp is:unread") == parse_search("lamp is:unread")
    assert parse_typed("lamp -rive") == parse_search("lamp -rive")
    assert parse_typed("lamp ++") == parse_search("lamp ++")


def test_too_many_words_are_refused() -> None:
    assert len(parse_search("word " * MOST_WORDS).phrases) == MOST_WORDS
    with pytest.raises(UsageError, match="up to 64 words"):
        parse_search("word " * (MOST_WORDS + 1))


def test_a_state_that_no_entry_has_is_refused() -> None:
    with pytest.raises(UsageError, match="is:new"):
        parse_search("lamp is:new")


@given(st.text("ab 日é"), st.text("ab 日é*-"))
def test_the_quick_look_sorts_out_nothing_that_fits(text: str, query: str) -> None:
    for parse in (parse_search, parse_typed):
        search = parse(query)
        assert may_fit(search, f"{text}  {text}") or not document(text, "", text).fits(search)


@given(st.text(alphabet=st.sampled_from('ab "*-:()titleauhor\x00é日^+{}')))
def test_any_query_is_read_or_refused(text: str) -> None:
    for parse in (parse_search, parse_typed):
        try:
            parse(text)
        except UsageError:
            continue
