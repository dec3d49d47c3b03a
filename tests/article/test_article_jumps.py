"""What a screen needs to show a note without leaving the text, or to go there and back."""

from feedtui.article.document import Document, Note, Paragraph
from feedtui.article.jumps import note_at, references_to
from feedtui.article.reader import read

HTML = (
    '<p>One<sup><a href="#n1" id="r1">1</a></sup>.</p><blockquote>Two'
    '<sup><a href="#n1" id="r2">1</a></sup> and <sup><a href="#n2" id="r3">2</a></sup></blockquote>'
    '<h2 id="part">Part</h2><p>See <a href="#part">there</a>.</p>'
    '<ol><li id="n1">First. <a href="#r1">↩</a></li></ol>'
    '<blockquote><ol><li id="n2">Second. <a href="#r3">↩</a></li></ol></blockquote>'
)


def said(note: Note | None) -> str:
    assert note is not None
    (block,) = note.blocks
    assert isinstance(block, Paragraph)
    return "".join(span.text for span in block.spans)


def test_a_note_is_found_by_the_target_of_its_reference() -> None:
    assert said(note_at(read(HTML), "n1")) == "First."


def test_a_note_is_found_within_a_quote() -> None:
    assert said(note_at(read(HTML), "n2")) == "Second."


def test_a_place_that_is_no_note_has_none() -> None:
    document = read(HTML)
    assert document.block_of("part") == 2
    assert note_at(document, "part") is None
    assert note_at(document, "nowhere") is None
    assert note_at(document, "") is None


def test_all_blocks_that_refer_to_a_note_are_known() -> None:
    document = read(HTML)
    assert references_to(document, "n1") == (0, 1)
    assert references_to(document, "n2") == (1,)
    assert references_to(document, "nowhere") == ()
    assert references_to(document, "") == ()


def test_there_is_nothing_in_an_empty_document() -> None:
    assert note_at(Document(), "n1") is None
    assert references_to(Document(), "n1") == ()
