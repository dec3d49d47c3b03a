"""Footnotes: the label at both ends, ways back gone, nothing doubled or lost.

How platforms write them stands in the pairs `footnotes-*`.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.document import Document, Note
from feedtui.article.jumps import note_at, references_to
from feedtui.article.reader import read
from feedtui.article.walking import every_block, spans_of
from feedtui.article.writing import to_text

POST = "https://example.org/post"
PLATFORMS = sorted(
    path
    for path in (Path(__file__).parent / "pairs").glob("footnotes-*.html")
    if path.stem != "footnotes-beside"
)
"""Each refers twice to one note, in the way of one platform."""


def shown(html: str, base: str = POST) -> str:
    return to_text(read(html, base), 100)


def notes(document: Document) -> list[Note]:
    return [
        block for top in document.blocks for block in every_block(top) if isinstance(block, Note)
    ]


def targets(document: Document) -> list[str]:
    return [
        span.target
        for top in document.blocks
        for block in every_block(top)
        for span in spans_of(block)
        if span.target is not None
    ]


@pytest.mark.parametrize("path", PLATFORMS, ids=lambda path: path.stem)
def test_every_reference_leads_to_the_note(path: Path) -> None:
    document = read(path.read_text("utf-8"), POST)
    (name,) = set(targets(document))
    found = note_at(document, name)
    assert found is not None
    assert len(targets(document)) == 2
    assert references_to(document, name) == (0,)
    block = document.block_of(name)
    assert block is not None
    assert found in every_block(document.blocks[block])


def note(number: int, text: str = "Why.") -> str:
    return f'<li id="fn{number}"><p>{text} <a href="#fnref{number}">↩</a></p></li>'


def reference(number: int, page: str = "", shown: str = "") -> str:
    return (
        f'<sup id="fnref{number}"><a href="{page}#fn{number}" class="footnote-ref">'
        f"{shown or number}</a></sup>"
    )


@pytest.mark.parametrize(
    ("page", "base"),
    [
        ("https://example.org/post", "https://example.org/post"),
        ("https://example.org/post/", "https://example.org/post"),
        ("https://example.org/post", "https://example.org/post/"),
        ("http://example.org/post", "https://example.org/post"),
        ("https://www.example.org/post", "https://example.org/post"),
        ("https://example.org/post", "https://example.org/post?utm_source=rss&utm_medium=feed"),
        ("https://example.org/post?utm_source=rss", "https://example.org/post?utm_medium=feed"),
        ("https://example.org/p%C3%B6st", "https://example.org/pöst"),
        ("https://example.org/post/index.html", "https://example.org/post/"),
        ("https://example.org/post", "https://example.org/feed.xml"),
        ("https://example.org/post", "https://example.org/"),
        ("https://a.example.net/p/post", "https://www.example.org/p/post"),
        ("/post", "https://example.org/post"),
        ("https://[example.org/post", "https://[example.org/post"),
    ],
)
def test_a_reference_by_the_whole_address_leads_to_the_note(page: str, base: str) -> None:
    html = f"<p>So{reference(1, page)}.</p><ol>{note(1)}</ol>"
    assert shown(html, base) == "So[^1].\n\n[^1] Why."


@pytest.mark.parametrize(
    ("name", "href"),
    [
        ("fn:ä b", "fn:%C3%A4%20b"),
        ("fn%3A1", "fn%3A1"),
        ("fn:1", "fn%3A1"),
        ("fn(1)", "fn(1)"),
        ("脚注1", "脚注1"),
        ("fn.1'&quot;", "fn.1'&quot;"),
        ("1", "1"),
        ("0d9f-44", "0d9f-44"),
    ],
)
def test_names_may_have_any_characters(name: str, href: str) -> None:
    html = (
        f'<p>So<sup><a href="#{href}" id="r">1</a></sup>.</p>'
        f'<ol><li id="{name}">Why. <a href="#r">↩</a></li></ol>'
    )
    assert shown(html) == "So[^1].\n\n[^1] Why."


@pytest.mark.parametrize(
    "mark",
    [
        *("↩", "↩︎", "↩\ufe0f", "↑", "^", "⏎", "⤴", "⤴️", "&#8617;&#65038;", "«", "↵", "⬆", "🔙"),
        *("Jump up", "Jump up to: a", "[↩]", "(↑)", "back", "Back to text", "Return to text", "1"),
        *("Go back to content", "zurück", "Zurück zum Text", "↑ Hochspringen", "Retour au texte"),
        *("volver al texto", "Torna al testo", "terug naar boven", "К тексту", "戻る", "返回正文"),
    ],
)
def test_a_way_back_leaves_nothing(mark: str) -> None:
    at_the_end = f'<li id="n1">Why. <a href="#r1">{mark}</a></li>'
    at_the_start = f'<li id="n1"><sup><b><a href="#r1">{mark}</a></b></sup> Why.</li>'
    alone = f'<li id="n1"><p>Why.</p><p><a href="#r1">{mark}</a></p></li>'
    for item in (at_the_end, at_the_start, alone):
        html = f'<p>So<sup><a href="#n1" id="r1">1</a></sup>.</p><ol>{item}</ol>'
        assert shown(html) == "So[^1].\n\n[^1] Why."


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        *(("[1]", "1"), ("(1)", "1"), ("1)", "1"), ("^1", "1"), ("1:2", "1"), ("¹²", "12")),
        *(("*", "*"), ("**", "**"), ("†", "†"), ("a", "a"), ("[α]", "α"), ("iv", "iv")),
        *(("[note 1]", "note 1"), ("[nb 2]", "nb 2"), ("[Anm. 3]", "Anm. 3"), ("注1", "注1")),
        *(("N1", "N1"), ("1a", "1a"), (" 1 ", "1"), ("①", "①")),
    ],
)
def test_a_label_is_shown_as_it_was_without_its_brackets(label: str, expected: str) -> None:
    html = (
        f'<p>So<sup><a href="#n1" id="r1">{label}</a></sup>.</p>'
        '<p id="n1">Why. <a href="#r1">↩</a></p>'
    )
    assert shown(html) == f"So[^{expected}].\n\n[^{expected}] Why."


def test_a_label_that_a_style_sheet_counts_is_the_place_in_the_list() -> None:
    html = (
        '<p>So<a href="#fn2" id="r2" role="doc-noteref"></a>.</p>'
        f'<ol>{note(1)}<li id="fn2">Thus. <a href="#r2">↩</a></li></ol>'
    )
    assert shown(html).startswith("So[^2].")
    assert shown(html).endswith("[^2] Thus.")


def test_a_reference_made_of_words_keeps_them() -> None:
    html = (
        '<p>So <a aria-describedby="footnote-label" href="#why" id="why-ref">is this</a>.</p>'
        '<ol><li id="why">Why. <a href="#why-ref" aria-label="Back to content">↩</a></li></ol>'
    )
    assert shown(html) == "So is this[^1].\n\n[^1] Why."


def test_a_reference_stands_at_the_word_before_it() -> None:
    html = (
        '<p>So <span class="footnote-reference">\n <sup>\n<a href="#n1" id="r1">[1]</a>\n</sup>\n'
        '</span>… and [<a class="footnote" href="#n1">1</a>] on.</p>'
        '<p id="n1">Why. <a href="#r1">↩</a></p>'
    )
    assert shown(html) == "So[^1]… and[^1] on.\n\n[^1] Why."


def test_a_note_may_have_paragraphs_lists_and_code() -> None:
    inner = "<p>One.</p><ul><li>two</li></ul><pre>x = 1</pre><p>End. <a href='#r1'>↩</a></p>"
    html = f'<p>So<sup><a href="#n1" id="r1">1</a></sup>.</p><ol><li id="n1">{inner}</li></ol>'
    text = shown(html)
    assert text.startswith("So[^1].\n\n[^1] One.\n")
    assert text.endswith("x = 1\n\n     End.")


def test_a_note_may_refer_to_another_note() -> None:
    html = (
        f"<p>So{reference(1)}.</p><ol>{note(1, 'See' + reference(2) + ' for more.')}"
        f"{note(2, 'Thus.')}</ol>"
    )
    document = read(html)
    assert to_text(document, 80) == "So[^1].\n\n[^1] See[^2] for more.\n[^2] Thus."
    assert [each.name for each in notes(document)] == ["fn1", "fn2"]
    assert references_to(document, "fn2") == (1,)


def test_notes_may_stand_in_quotes_and_be_referred_to_from_tables_and_headings() -> None:
    html = (
        f"<h2>So{reference(1)}</h2><table><tr><th>A</th><th>B</th></tr><tr><td>1{reference(2)}</td>"
        f"<td>2</td></tr></table><blockquote><ol>{note(1)}{note(2, 'Thus.')}</ol></blockquote>"
    )
    document = read(html)
    text = to_text(document, 80)
    assert "## So[^1]" in text
    assert "1[^2] │ 2" in text
    assert "> [^1] Why.\n> [^2] Thus." in text
    assert document.block_of("fn2") == len(document.blocks) - 1


def test_a_reference_in_a_listing_keeps_its_label() -> None:
    html = f"<pre>x = 1 {reference(1)}\n  y</pre><ol>{note(1)}</ol>"
    assert "x = 1 [^1]\n    y" in shown(html)


def test_a_heading_above_the_notes_stays_unless_it_is_hidden() -> None:
    for style, expected in (("", "\n\n## Footnotes"), (' class="sr-only"', "")):
        html = f"<p>So{reference(1)}.</p><h2{style}>Footnotes</h2><ol>{note(1)}</ol>"
        assert shown(html) == f"So[^1].{expected}\n\n[^1] Why."


@pytest.mark.parametrize(
    "notes_of_page",
    [
        "<h2>Footnotes</h2><ol><li>Why.</li><li>Thus.</li></ol>",
        "<p><strong>Notes:</strong></p><ol><li>Why.</li><li>Thus.</li></ol>",
        "<hr><ol><li>Why.</li><li>Thus.</li></ol>",
        '<div class="footnotes"><ol><li>Why.</li><li>Thus.</li></ol></div>',
        '<ol><li>Why. <a href="#fnref1">↩</a></li><li>Thus. <a href="#fnref2">↩</a></li></ol>',
        "<p>[1] Why.</p><p>[2] Thus.</p>",
        "<p><sup>1</sup> Why.</p><p><sup>2</sup> Thus.</p>",
    ],
)
def test_notes_whose_names_were_taken_away_are_found_by_number(notes_of_page: str) -> None:
    refer = '<sup><a href="#fn{0}">{0}</a></sup>'
    html = f"<p>So{refer.format(1)} and so{refer.format(2)}.</p>{notes_of_page}"
    text = shown(html)
    assert text.startswith("So[^1] and so[^2].")
    assert text.endswith("[^1] Why.\n[^2] Thus.")


def test_a_reference_to_a_note_that_is_gone_stays_as_text() -> None:
    html = '<p>So<sup><a href="#fn1">[1]</a></sup>.</p><ol><li>No note.</li></ol>'
    assert shown(html) == "So[1].\n\n1. No note."


@pytest.mark.parametrize(
    "html",
    [
        (
            'was the margin<label for="s1" class="margin-toggle sidenote-number"></label>'
            '<input type="checkbox" id="s1" class="margin-toggle"/>'
            '<span class="sidenote">Wide.</span>'
        ),
        "was the margin<d-footnote>Wide.</d-footnote>",
        (
            'was the margin<label for="m1" class="margin-toggle">&#8853;</label>'
            '<input type="checkbox" id="m1" class="margin-toggle"/>'
            '<span class="marginnote">Wide.</span>'
        ),
        (
            'was the margin<sup class="modern-footnotes-footnote " data-mfn="1">'
            '<a href="javascript:void(0)" role="button">1</a></sup>'
            '<span class="modern-footnotes-footnote__note" tabindex="0">Wide.</span>'
        ),
        (
            'was the margin<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1'
            '</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup'
            ' class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Wide.</span>'
            "</span></span>"
        ),
    ],
)
def test_a_note_within_a_sentence_is_moved_behind_its_paragraph(html: str) -> None:
    document = read(f"<p>In the beginning {html}, and it was empty.</p><p>Then…</p>")
    assert to_text(document, 80) == (
        "In the beginning was the margin[^1], and it was empty.\n\n[^1] Wide.\n\nThen…"
    )
    (name,) = targets(document)
    assert note_at(document, name) is not None
    assert document.block_of(name) == 1


def test_two_notes_next_to_each_other_are_both_kept() -> None:
    html = '<p>So<span class="sidenote">1</span><span class="sidenote">Thus.</span>.</p>'
    assert shown(html) == "So[^1][^2].\n\n[^1] 1\n[^2] Thus."


def test_a_note_that_a_plugin_writes_twice_is_read_once() -> None:
    html = (
        '<p>So<sup class="footnote_referrer"><a role="button" tabindex="0" onclick="'
        "footnote_moveToReference_7_1('footnote_plugin_reference_7_1_1');\">"
        '<sup id="footnote_plugin_tooltip_7_1_1">[1]</sup></a><span class="footnote_tooltip">Why.'
        '</span></sup> on.</p><table class="footnotes_table"><caption>References</caption><tbody>'
        '<tr><th scope="row"><a id="footnote_plugin_reference_7_1_1" class="footnote_backlink">'
        "<span>&#8593;</span>1</a></th><td>Why.</td></tr></tbody></table>"
    )
    assert shown(html) == "So[^1] on.\n\n[^1] Why."


@pytest.mark.parametrize(
    "html",
    [
        '<p>See <a href="#part">1</a>.</p><h2 id="part">Part</h2>',
        '<ul><li><a href="#a">1</a> A</li></ul><h2 id="a">A</h2><p>Text.</p>',
        '<p>x<sup>2</sup> and <a href="#p">above</a>.</p><p id="p">Text.</p>',
        '<p>See <a href="https://example.net/#n1">[1]</a>.</p><p id="n1">Text.</p>',
        '<p>Back <a href="#top">to the top</a>.</p><p id="top">Text.</p>',
    ],
)
def test_a_link_within_the_article_is_not_yet_a_reference(html: str) -> None:
    document = read(html, POST)
    assert notes(document) == []
    assert "[^" not in to_text(document, 80)


def test_one_element_with_many_notes_is_none_of_them() -> None:
    html = (
        '<p>So<sup><a href="#a">1</a></sup> and so<sup><a href="#b">2</a></sup>.</p>'
        '<div><a name="a"></a>1. Why.<br><a name="b"></a>2. Thus.</div>'
    )
    document = read(html)
    assert notes(document) == []
    assert to_text(document, 80).endswith("1. Why.\n2. Thus.")


def test_a_note_that_begins_with_its_own_number_keeps_it() -> None:
    for words in ("1 of them said so.", "<b>1</b> of them said so."):
        html = f"<p>So{reference(1)}.</p><ol>{note(1, words)}</ol>"
        assert shown(html) == "So[^1].\n\n[^1] 1 of them said so."


def test_two_readings_are_equal() -> None:
    html = '<p>A<label class="margin-toggle"></label><span class="sidenote">B</span></p>'
    assert read(html) == read(html)


PIECES = st.sampled_from(
    [
        *('<sup><a href="#a" id="r">1</a></sup>', '<a class=fn href="#b">*</a>', "<li id=a>"),
        *('<a id=a href="#r">^</a>', '<a href="#fn1">[1]</a>', "<p id=b>", "</p>", "<ol>", "</ol>"),
        *("<table><tr><td id=c>", "</table>", "<dl><dt id=d>1<dd>", "<h2 id=d>1</h2>", "<div>"),
        *("<span class=sidenote>", "</span>", "<label class=margin-toggle>", "[", "]", "1. ", "x"),
        *('<a href="#c">2</a>', '<a href="#d">3</a>', "<hr>", "<pre>", "</pre>", "<blockquote>"),
        "<a role=button onclick=\"f('footnote_plugin_reference_1')\">1</a>",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_notes_are_places_of_the_document(html: str) -> None:
    document = read(f"<p>{html}")
    assert all(0 <= anchor.block < len(document.blocks) for anchor in document.anchors)
    assert all(note_at(document, each.name) is not None for each in notes(document))
    assert read(f"<p>{html}") == document


@pytest.mark.parametrize(
    "part",
    [
        '<sup><a href="#fn{0}" id="r{0}">{0}</a></sup>',
        '<a href="#a">1</a>',
        '<li id="fn{0}"><a href="#r{0}">↩</a></li>',
        "<span class=sidenote>x</span>",
        "<p>[{0}] x</p>",
        '<a href="#fn{0}">{0}</a>',
        '<p id="fn{0}"></p><i></i>',
    ],
)
def test_thousands_of_notes_are_read_to_the_end(part: str) -> None:
    many = "".join(part.format(number) for number in range(5000))
    html = f'<p id="a">The start</p><p>{many}</p><ol>{many}</ol><p>The end</p>'
    text = to_text(read(html), 80)
    assert "The start" in text
    assert "The end" in text
