"""Letters for what leads somewhere, purely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.layout import lay_out
from feedtui.article.layout import lines as set_lines
from feedtui.article.reader import read
from feedtui.article.writing import link_numbers
from feedtui.ui.hints import Chosen, Following, Hint, Spot, goal_at, hints_for, sequences, spots_in

A, B = (Hint("a", 1, ()), Hint("b", "note", ()))
PAIRS = Following((Hint("a", 1, ()), Hint("ma", 2, ()), Hint("mb", 3, ())), 30)


def hints(html: str, width: int = 40) -> list[tuple[str, int | str, int]]:
    lines = lay_out(read(html), width)
    found = hints_for(lines, range(len(lines)))
    return [(hint.letters, hint.goal, len(hint.spots)) for hint in found]


def test_a_few_goals_have_the_keys_under_the_fingers() -> None:
    assert sequences(4) == ("a", "s", "d", "f")


def test_more_goals_than_letters_need_a_second_letter_for_as_few_as_possible() -> None:
    assert sequences(26)[-1] == "m"
    assert sequences(27)[24:] == ("n", "ma", "ms")
    assert [len(letters) for letters in sequences(80)].count(1) == 23


@given(st.integers(0, 800))
def test_no_hint_begins_another_and_none_is_longer_than_two(count: int) -> None:
    found = sequences(count)
    assert len(found) == len(set(found)) == min(count, 676)
    assert not {letters[0] for letters in found if len(letters) == 2} & set(found)
    assert max(map(len, found), default=0) <= 2


def test_what_leads_to_the_same_place_has_the_same_letters() -> None:
    html = '<p><a href="https://a.example/">A</a>, <a href="https://b.example/">B</a>, {}</p>'
    assert hints(html.format('<a href="https://a.example/">A again</a>')) == [
        ("a", 1, 2),
        ("s", 2, 1),
    ]


def test_a_link_that_goes_on_in_the_next_line_has_one_hint() -> None:
    html = (
        '<blockquote><p>So <a href="https://a.example/">many words of a link</a></p></blockquote>'
    )
    assert hints(html, 12) == [("a", 1, 1)]


def test_a_link_and_its_number_have_one_hint() -> None:
    lines = list(
        set_lines(read('<p>So <a href="https://a.example/">it is</a>.</p>'), 40, link_numbers)
    )
    assert list(spots_in(lines, range(1))) == [Spot(0, 3, 1)]


def test_pictures_notes_and_jumps_have_hints() -> None:
    html = (
        '<p>So<sup><a href="#n" id="r">1</a></sup>, <a href="#end">the end</a>.</p>'
        '<img src="https://a.example/p.png" alt="A picture"><p id="end">The end.</p>'
        '<p id="n">Why. <a href="#r">↩</a></p>'
    )
    assert [goal for _, goal, _ in hints(html)] == ["n", "end", 1]


def test_only_what_is_in_sight_has_hints() -> None:
    lines = lay_out(read('<p><a href="https://a.example/">A</a></p><p>B</p>'), 40)
    assert hints_for(lines, range(1, 3)) == ()


def test_the_last_letter_of_a_hint_chooses_it() -> None:
    assert Following((A, B), 1).press("b") == Chosen("note")
    typed = PAIRS.press("m")
    assert isinstance(typed, Following)
    assert [hint.letters for hint in typed.shown] == ["a", "b"]
    assert typed.press("b") == Chosen(3)
    assert typed.press("backspace") == PAIRS


def test_a_number_and_enter_choose_a_link() -> None:
    typed = PAIRS
    for key in "12":
        after = typed.press(key)
        assert isinstance(after, Following)
        typed = after
    assert typed.shown == PAIRS.hints
    assert typed.press("enter") == Chosen(12)


@pytest.mark.parametrize("key", ["z", "0", "enter", "f1", "down", "M", "²"])
def test_a_key_that_means_nothing_changes_nothing(key: str) -> None:
    assert PAIRS.press(key) == PAIRS


def test_a_number_that_no_link_has_is_not_taken() -> None:
    three = Following((), 30).press("3")
    assert isinstance(three, Following)
    assert three.press("1") == three


def test_escape_and_backspace_end_it() -> None:
    assert PAIRS.press("escape") is None
    assert PAIRS.press("backspace") is None


def test_a_character_leads_where_its_span_does() -> None:
    (line,) = lay_out(read('<p>So <a href="https://a.example/">it</a>.</p>'), 40)
    assert [goal_at(line, place) for place in (0, 2, 3, 4, 5, 99)] == [None, None, 1, 1, None, None]
