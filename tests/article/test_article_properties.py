"""What holds for every document at every width, from a sliver to a wall."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from trees import DOCUMENTS, LEAVES, tables

from feedtui.article.cells import cells
from feedtui.article.colours import coloured
from feedtui.article.copying import copied
from feedtui.article.document import Block, Document, Item, Media, Note, Style, Table
from feedtui.article.layout import Line, as_it_is, lay_out, lines
from feedtui.article.placing import line_of, place_of
from feedtui.article.room import Hand
from feedtui.article.search import find
from feedtui.article.walking import every_block, spans_of
from feedtui.article.writing import link_numbers, to_text

WIDTHS = st.integers(1, 40) | st.integers(1, 200)
patient = settings(max_examples=60, deadline=None)
HANDS = st.sampled_from([as_it_is, link_numbers])


def packed(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def said(document: Document) -> str:
    """All that the document says, in its order."""
    return packed("".join(said_by(each) for top in document.blocks for each in every_block(top)))


def said_by(block: Block) -> str:
    match block:
        case Item(marker):
            return marker
        case Note(label):
            return f"[^{label}]"
        case Media(kind, label):
            return f"{kind.value} {label}"
        case _:
            return "".join(span.text for span in spans_of(block))


def typed(text: str) -> str:
    """The text without blanks and accents, in small letters."""
    letters = unicodedata.normalize("NFKD", packed(text))
    return "".join(each for each in letters if unicodedata.category(each)[0] != "M").lower()


def everything(found: tuple[Line, ...]) -> str:
    return copied(found, (0, 0), (len(found), 0))


def has_tables(document: Document) -> bool:
    return any(isinstance(each, Table) for top in document.blocks for each in every_block(top))


@patient
@given(DOCUMENTS, WIDTHS, HANDS)
def test_no_line_is_wider_than_its_room(document: Document, width: int, hand: Hand) -> None:
    assert max((cells(line.text) for line in lines(document, width, hand)), default=0) <= width


@patient
@given(DOCUMENTS, WIDTHS)
def test_text_output_is_never_wider_and_ends_no_line_with_a_blank(
    document: Document, width: int
) -> None:
    written = to_text(document, width).split("\n")
    assert max(map(cells, written)) <= width
    assert [line for line in written if line != line.rstrip()] == []


@patient
@given(DOCUMENTS, st.integers(2, 200), HANDS)
def test_who_copies_everything_gets_all_that_is_said_and_nothing_else(
    document: Document, width: int, hand: Hand
) -> None:
    if not has_tables(document):
        assert packed(everything(tuple(lines(document, width, hand)))) == said(document)


@patient
@given(tables(st.lists(LEAVES, max_size=2).map(tuple)))
def test_the_cells_of_a_wide_enough_table_are_copied_one_after_the_other(table: Table) -> None:
    document = Document((table,))
    assert typed(everything(lay_out(document, 10_000))) == typed(said(document))


@patient
@given(DOCUMENTS, WIDTHS, st.text("abc漢 é", max_size=4))
def test_a_hit_lies_within_lines_and_says_what_was_looked_for(
    document: Document, width: int, words: str
) -> None:
    found = lay_out(document, width)
    for hit in find(found, words):
        marked = [found[mark.line].text[mark.start : mark.end] for mark in hit.marks]
        assert all(marked)
        assert typed("".join(marked)) == typed(words)


@patient
@given(DOCUMENTS, WIDTHS)
def test_colours_change_no_line(document: Document, width: int) -> None:
    shown = coloured(document)
    assert [line.text for line in lay_out(shown, width)] == [
        line.text for line in lay_out(document, width)
    ]
    assert shown.links == document.links


@patient
@given(DOCUMENTS, st.integers(2, 200))
def test_a_place_is_found_again_at_its_own_width(document: Document, width: int) -> None:
    found = lay_out(document, width)
    for number, line in enumerate(found):
        there = line_of(found, place_of(found, number))
        assert found[there].block == line.block
        assert there == number or not counted(line)


def counted(line: Line) -> str:
    added = Style.INDENT | Style.QUOTE | Style.FRAME | Style.SIGN | Style.MARKER
    return packed("".join(span.text for span in line.spans if not span.style & added))
