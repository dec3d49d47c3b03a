"""What HTML becomes: the traps that feeds set."""

import pytest

from feedtui.article.document import (
    Code,
    Document,
    Heading,
    Item,
    List,
    Media,
    Paragraph,
    Quote,
    Rule,
    Span,
    Style,
    Table,
)
from feedtui.article.layout import lay_out
from feedtui.article.reader import read
from feedtui.article.writing import to_text
from feedtui.clean import SafeText


def text(html: str, width: int = 60, base: str = "https://example.org/") -> str:
    return to_text(read(html, base), width)


def kinds(html: str) -> list[str]:
    return [type(block).__name__ for block in read(html).blocks]


def test_an_empty_body_is_an_empty_document() -> None:
    assert read("") == Document()


def test_a_heading_does_not_stick_to_the_text_behind_it() -> None:
    assert text("<h2>How It Started</h2>It was") == "## How It Started\n\nIt was"


def test_a_point_with_a_paragraph_stands_behind_its_bullet() -> None:
    assert text("<ul><li>\n<p>one</p></li></ul>") == "• one"


def test_a_list_directly_in_a_list_belongs_to_the_point_before() -> None:
    (block,) = read("<ul><li>one</li><ul><li>inner</li></ul></ul>").blocks
    assert isinstance(block, List)
    assert [type(inner) for inner in block.items[0].blocks] == [Paragraph, List]


def test_a_stray_point_is_shown_as_one() -> None:
    assert kinds("<li>a</li><li>b</li>") == ["Item", "Item"]


def test_blanks_collapse_across_the_borders_of_spans() -> None:
    (block,) = read("<p> a <b> bold </b> <i>\nword </i> </p>").blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.style) for span in block.spans] == [
        ("a ", Style.PLAIN),
        ("bold", Style.BOLD),
        (" ", Style.PLAIN),
        ("word", Style.ITALIC),
    ]


def test_a_link_does_not_begin_or_end_with_a_blank() -> None:
    assert text('see <a href="/x"> here </a>now').splitlines()[0] == "see here [1] now"


def test_links_with_one_address_have_one_number() -> None:
    document = read(
        '<a href="/x">a</a> <a href="/y">b</a> <a href="/x">c</a>', "https://example.org"
    )
    assert document.links == ("https://example.org/x", "https://example.org/y")


@pytest.mark.parametrize(
    "reference",
    [
        "javascript:alert(1)",
        "java\nscript:x",
        " data:text/html,x",
        "file:///etc/passwd",
        "#note",
        "vbscript:x",
        "http://",
        "https://[",
        "//",
        "feed:x",
        "",
    ],
)
def test_what_is_not_to_be_opened_is_plain_text(reference: str) -> None:
    document = read(f'<a href="{reference}">words</a>')
    assert document == Document((Paragraph((Span(SafeText("words")),)),))


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/",
        "mailto:a@example.org",
        "ftp://example.org/f",
        "gemini://example.org/",
        "gopher://example.org/1",
        "magnet:?xt=urn:x",
        "tel:+4912345",
        "xmpp:a@example.org",
        "irc:x",
    ],
)
def test_harmless_schemes_are_links(address: str) -> None:
    assert read(f'<a href="{address}">words</a>').links == (address,)


def test_a_relative_address_without_a_base_is_plain_text() -> None:
    assert read('<a href="/x">words</a>').links == ()


def test_a_bare_address_ends_before_the_punctuation_of_its_sentence() -> None:
    links = read("<p>(See https://example.org/a_(b), or www.example.net.)</p>").links
    assert links == ("https://example.org/a_(b)", "http://www.example.net")


def test_an_address_in_code_is_no_link() -> None:
    assert read("<pre><code>curl https://example.org</code></pre>").links == ()


def test_a_link_that_is_an_icon_is_named_by_its_host() -> None:
    assert text('<a href="https://example.net/"><i class="icon"></i></a>').startswith("example.net")


def test_hidden_ends_do_not_end_up_in_the_text() -> None:
    assert text('<p>a<span hidden>b</span><span style="display : NONE">c</span></p>') == "a"


def test_a_form_around_a_page_is_read_and_a_small_one_is_not() -> None:
    assert text("<p>Read.</p><form>Your name <input></form>") == "Read."
    assert text(f"<form><p>{'word ' * 200}</p></form>", 2000).startswith("word word")


def test_emphasis_that_was_never_closed_ends_with_its_paragraph() -> None:
    first, second = read("<p><b>bold</p><p>plain</p>").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.spans[0].style, second.spans[0].style) == (Style.BOLD, Style.PLAIN)


def test_a_link_that_ends_within_a_paragraph_it_was_put_around_ends_there() -> None:
    first, second, third = read('<a href="https://example.org"><p>a</a> b</p><p>c</p>').blocks
    spans = [
        span
        for block in (first, second, third)
        if isinstance(block, Paragraph)
        for span in block.spans
    ]
    assert [(span.text, span.link) for span in spans] == [("a", 1), ("b", None), ("c", None)]


def test_a_thousand_elements_that_were_never_closed_do_not_hide_a_heading() -> None:
    html = "<div><span>x</div>" * 1200 + "<h2>Then</h2>"
    assert isinstance(read(html).blocks[-1], Heading)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('a<iframe src="https://example.net/"/>b', "a\n\n◳ frame: example.net [1]\n\nb"),
        ("a<script/>b", "ab"),
        ("a<a name=x/>b", "ab"),
        ("a<div/>b", "a\n\nb"),
        ("<p>a<textarea/>b", "ab"),
        ('<p class="x"/>a', "a"),
    ],
)
def test_what_closes_itself_does_not_swallow_the_rest(html: str, expected: str) -> None:
    assert text(html).split("\n\n[1]")[0] == expected


def test_an_address_without_quotes_may_end_with_a_slash() -> None:
    assert read("<a href=https://example.org/>words</a>").links == ("https://example.org/",)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<![CDATA[<p>a</p>]]>", "a"),
        ("&lt;p&gt;a &amp;lt; b&lt;/p&gt;", "a < b"),
        ("&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;", "a"),
        ("<?xml version='1.0'?><p>a</p>", "a"),
        ("<p>Write &lt;b&gt;a&lt;/b&gt;</p>", "Write <b>a</b>"),
        ("the &lt;video&gt; element", "the <video> element"),
        ("<p>I </3 you, 3<4, <https://example.org/>", "I </3 you, 3<4, <https://example.org/ [1]>"),
        ("<p>a<!-- <p>no</p> -->b", "ab"),
    ],
)
def test_wrappings_are_taken_off_as_often_as_they_were_put_on(html: str, expected: str) -> None:
    assert text(html).split("\n\n[1]")[0] == expected


def test_text_without_tags_keeps_its_lines_and_its_angle_brackets() -> None:
    body = "\n    one\n    two\n      three\n\n    vector<int> &amp; more\n"
    assert text(body) == "one\ntwo\n  three\n\nvector<int> & more"


def test_code_keeps_its_indentation_and_empty_lines() -> None:
    (block,) = read("<pre>\n\n  a\n\n\tb\n\n</pre>").blocks
    assert isinstance(block, Code)
    assert "".join(span.text for span in block.spans) == "  a\n\n\tb"


def test_the_declared_language_of_code_is_kept() -> None:
    (block,) = read('<pre><code class="hljs language-c++">x</code></pre>').blocks
    assert isinstance(block, Code)
    assert block.language == "c++"


def test_lines_of_code_in_elements_of_their_own_stay_lines() -> None:
    assert text("<pre><code>a</code><code>b</code></pre>") == "  a\n  b"
    assert text("<pre><div>a</div><div>b</div></pre>") == "  a\n  b"


def test_line_numbers_in_a_gutter_are_dropped() -> None:
    gutter = (
        '<table><tr><td class="gutter"><pre>1\n2</pre></td><td><pre>a\nb</pre></td></tr></table>'
    )
    assert text(gutter) == "  a\n  b"


def test_blocks_are_what_they_are() -> None:
    html = "<h3>h</h3><p>p</p><blockquote>q</blockquote><hr><img src=/a.png><ul><li>i</ul>"
    found = [type(block) for block in read(html, "https://example.org").blocks]
    assert found == [Heading, Paragraph, Quote, Rule, Media, List]


def test_numbers_of_a_list_follow_its_attributes() -> None:
    (block,) = read("<ol start=3 type=I><li>a<li value=9>b<li>c</ol>").blocks
    assert isinstance(block, List)
    assert [item.marker for item in block.items] == ["III.", "IX.", "X."]


def test_a_reversed_list_counts_down_to_one() -> None:
    (block,) = read("<ol reversed><li>a<li>b<li>c</ol>").blocks
    assert isinstance(block, List)
    assert [item.marker for item in block.items] == ["3.", "2.", "1."]


@pytest.mark.parametrize(
    "layout",
    [
        '<table role="presentation"><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>',
        "<table><tr><td>a</tr><tr><td>b</tr></table>",
        "<table><tr><td>a<td>b</tr></table>",
        "<table><tr><td>a<td><table><tr><th>x<th>y<tr><td>1<td>2</table></tr><tr><td>c<td>d</table>",
    ],
)
def test_a_table_that_only_arranges_a_page_becomes_its_contents(layout: str) -> None:
    first = read(layout).blocks[0]
    assert isinstance(first, Paragraph)


def test_a_table_of_data_stays_one() -> None:
    (block,) = read("<table><tr><th>a<th>b<tr><td>1<td>2</table>").blocks
    assert isinstance(block, Table)
    assert [row.header for row in block.rows] == [True, False]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img data-src="/a.png" src="data:image/gif;base64,R" alt="x">', "▣ x"),
        ('<img srcset="/s.png 100w, /l.png 900w" alt="">', "▣ image"),
        ('<img src="/a.gif" width="1" height="1">', ""),
        ('<img src="data:image/png;base64,R">', ""),
        ('<p>a <img class="emoji" alt="🙂" src="/e.png"> b', "a 🙂 b"),
    ],
)
def test_pictures_are_named_by_what_they_show(html: str, expected: str) -> None:
    assert text(html).split(" [1]")[0] == expected


def test_a_caption_that_repeats_the_picture_is_shown_once() -> None:
    figure = '<figure><img src="/a.png" alt="A cat"><figcaption>A cat</figcaption></figure>'
    assert text(figure).split("\n\n")[0] == "▣ A cat [1]"


def test_a_linked_picture_leads_where_the_link_does() -> None:
    (block,) = read('<a href="https://example.org/x"><img src="/a.png" alt="b"></a>').blocks
    assert isinstance(block, Media)
    assert block.link == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<math alttext="x^2"></math>', "x²"),
        ("<math><mi>x</mi><mo>+</mo><annotation>no</annotation></math>", "x+"),
        ('<span class="mjpage"><style>no</style><span aria-label="x_1">x1</span></span>', "x₁"),
        ('<img class="latex" src="/l.png" alt="\\alpha">', "α"),
        ('<script type="math/tex">a<b</script>', "a < b"),
        ('<mjx-container jax="SVG"><svg><text>no</text></svg></mjx-container>', "[formula]"),
        ('<span class="MathJax">x</span><script type="math/tex">x</script>', "x"),
    ],
)
def test_a_formula_is_shown_once(html: str, expected: str) -> None:
    assert text(f"<p>{html}</p>") == expected


def test_a_body_without_end_is_cut_and_says_so() -> None:
    assert text("<p>" + "word " * 500_000, 80).endswith("too long to be shown.]")


def test_what_a_reader_sees_is_marked_as_what_it_is() -> None:
    spans = lay_out(read("<p><a href='https://example.org'><b>x</b></a><code>y</code></p>"), 20)[
        0
    ].spans
    assert spans == (
        Span(SafeText("x"), Style.BOLD | Style.LINK, 1),
        Span(SafeText("y"), Style.CODE),
    )


def test_an_item_without_content_is_left_out() -> None:
    (block,) = read("<ul><li></li><li>a</li></ul>").blocks
    assert block == List((Item(SafeText("•"), (Paragraph((Span(SafeText("a")),)),)),))
