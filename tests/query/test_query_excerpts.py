"""The piece of a text that shows what was found."""

from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean
from feedtui.query.excerpts import Excerpt, Mark, excerpt, marks_in
from feedtui.query.searching import Phrase, parse_search, parse_typed

FILLING = "and so on and so forth " * 40


def shown(text: str, query: str) -> str:
    return excerpt(text, parse_search(query).marked).marked("[", "]")


def test_hits_are_marked_in_a_short_text() -> None:
    assert shown("The Naïve river, the lamp.", "naive lamp") == "The [Naïve] river, the [lamp]."


def test_a_phrase_is_marked_as_one() -> None:
    assert shown("down by the river", '"by the"') == "down [by the] river"


def test_signs_of_a_script_without_blanks_are_marked() -> None:
    assert shown("今日の東京の天気は晴れ", "天気") == "今日の東京の[天気]は晴れ"


def test_words_that_have_the_beginning_are_marked_whole() -> None:
    text = "categories of cats"
    assert excerpt(text, parse_typed("title:x cat").marked).text == text
    assert excerpt(text, parse_search("cat*").marked).marked("[", "]") == "[categories] of [cats]"


def test_a_beginning_that_was_looked_for_in_names_is_marked() -> None:
    assert marks_in("The Harbour", parse_typed("har").marked) == (Mark(4, 11),)


def test_of_a_long_text_the_part_with_most_of_the_words_is_shown() -> None:
    text = f"a lamp {FILLING} a lamp by the river {FILLING}"
    piece = shown(text, "lamp river")
    assert "a [lamp] by the [river]" in piece
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert len(piece) < 170


def test_words_are_not_cut() -> None:
    piece = shown(f"{FILLING} lamp {FILLING}", "lamp").strip("…")
    assert set(piece.replace("[", "").replace("]", "").split()) <= {*FILLING.split(), "lamp"}


def test_a_hit_far_behind_is_found() -> None:
    assert "[lamp]" in shown(FILLING * 100 + "lamp", "lamp")


def test_what_could_act_on_a_terminal_is_not_in_it() -> None:
    assert shown("by\n\n the \x1b[31m river\x1b]0;title\x07\x9b", "river") == "by the [river]›"


def test_without_a_hit_the_beginning_is_shown() -> None:
    assert shown("By the river.", "lamp") == "By the river."
    assert shown("", "lamp") == ""
    assert shown(FILLING * 9, "lamp").endswith("and so forth…")


def test_marks_that_overlap_are_one() -> None:
    phrases = (Phrase(("by", "the")), Phrase(("the", "river")))
    assert marks_in("by the river", phrases) == (Mark(0, 12),)


@given(st.text(), st.lists(st.text(max_size=3), max_size=4))
def test_marks_lie_within_the_piece_and_apart(text: str, words: list[str]) -> None:
    query = " ".join(words).replace(":", "")
    found = excerpt(text, parse_search(query).marked)
    places = [place for mark in found.marks for place in mark]
    assert places == sorted(places)
    assert all(0 <= place <= len(found.text) for place in places)
    assert Excerpt(found.text).marked("", "") == found.marked("", "")
    assert clean(found.text) == found.text
