"""Lines as they are painted: cut at marks, labelled, and always as wide as before."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as Look
from textual.strip import Strip

from feedtui.article.document import Span, Style
from feedtui.clean import clean_line
from feedtui.ui.strips import Mark, labelled, place_at, segments

PLAIN, BOLD, RED = Look(), Look(bold=True), Look(color="red")


def look(style: Style) -> Look:
    return BOLD if Style.BOLD in style else PLAIN


def painted(*marks: Mark) -> list[tuple[str, Look | None]]:
    spans = (Span(clean_line("plain")), Span(clean_line("bold"), Style.BOLD))
    return [(segment.text, segment.style) for segment in segments(spans, look, marks)]


def test_without_marks_a_span_is_a_segment() -> None:
    assert painted() == [("plain", PLAIN), ("bold", BOLD)]


def test_a_mark_lies_over_several_spans() -> None:
    assert painted(Mark(3, 7, RED)) == [
        ("pla", PLAIN),
        ("in", PLAIN + RED),
        ("bo", BOLD + RED),
        ("ld", BOLD),
    ]


def test_a_later_mark_lies_over_an_earlier_one() -> None:
    blue = Look(color="blue")
    assert painted(Mark(0, 99, RED), Mark(0, 2, blue))[0] == ("pl", blue)


TEXTS = st.text(st.sampled_from("ab 日本e\u0301🙂ァ"), max_size=20)


@given(TEXTS, st.integers(0, 60), st.text("asdf", min_size=1, max_size=2))
def test_a_label_never_changes_the_width_of_a_line(text: str, cell: int, letters: str) -> None:
    strip = Strip([Segment(text)]).adjust_cell_length(30)
    written = labelled(strip, cell, letters, RED)
    assert written.cell_length == 30 == sum(cell_len(segment.text) for segment in written)
    assert letters in written.text


def test_a_label_stands_whole_in_the_narrowest_line() -> None:
    assert labelled(Strip([Segment("abc")]), 2, "sd", RED).text == "asd"
    assert labelled(Strip([Segment("a")]), 0, "sd", RED).text == "s"


@given(TEXTS)
def test_the_character_at_a_cell_is_the_one_painted_there(text: str) -> None:
    for cell in range(cell_len(text)):
        place = place_at(text, cell)
        assert cell_len(text[:place]) <= cell < cell_len(text[: place + 1])
    assert place_at(text, cell_len(text)) == len(text)
