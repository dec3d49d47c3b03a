"""Hostile input: every string becomes lines that a terminal can be shown, in good time."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.cells import cells
from feedtui.article.layout import Line, lay_out
from feedtui.article.reader import read
from feedtui.article.writing import to_text

FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u206f\ud800-\udfff]"
)

LETTERS = st.characters(codec=None) | st.sampled_from(
    "<>&;\"'/=-! \n\t\x1b[]漢字かな。「é\u0301🙂\u200d❤\ufe0f"
)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a\thref=/x>",
        "</a>",
        "<ul>",
        "<ol\tstart=99>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<td\tcolspan=3>",
        "<td\trowspan=2>",
        "<th>",
        "<pre>",
        "<code>",
        "</pre>",
        "<blockquote>",
        "<h2>",
        "<br>",
        "<hr>",
        "<div/>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<img\tsrc=/a>",
        "<figure>",
        "<figcaption>",
        "<q>",
        "<sup>",
        "<math>",
        "<details>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<noscript>",
        "</noscript>",
        "<img\tdata-src=/a\tclass=emoji>",
        "<picture>",
        "<source\tsrcset='/a,b\t2x'>",
        "<iframe\tsrc=//youtu.be/abcdefgh>",
        "<iframe/>",
        "<textarea>",
        "<title>",
        "<xmp>",
        "<span\tclass=line>",
        "<div\tclass=syntaxhighlighter>",
        "<div\tclass=share>",
        "<p\tclass=MsoListParagraph>",
        "<span\tstyle=mso-list:Ignore>",
        "<p\tstyle=white-space:pre-wrap>",
        "<summary>",
        "<button>",
        "<label>",
        "<input\ttype=checkbox>",
        "<abbr\ttitle='An\tabbreviation'>",
        "<script\tsrc=//gist.github.com/a/b.js>",
        "<!--[if",
        "]]>",
        "&amp;#27;",
        "&amp;nbsp;",
        "&lt;p&gt;",
        "&#27;",
        "&#8238;",
        "&nbsp;",
        "https://example.org/",
    ]
)
HTML = st.lists(TAGS | st.text(LETTERS, max_size=12), max_size=40).map("".join)


def check(lines: tuple[Line, ...], width: int) -> None:
    for line in lines:
        assert not FORBIDDEN.search(line.text)
        assert cells(line.text) <= width


@given(HTML, st.integers(1, 100))
def test_any_html_becomes_clean_lines_within_the_width(html: str, width: int) -> None:
    document = read(html, "https://example.org/")
    check(lay_out(document, width), width)
    assert not FORBIDDEN.search(to_text(document, width).replace("\n", ""))


@given(st.text(LETTERS, max_size=200), st.integers(1, 20))
def test_any_text_becomes_clean_lines_within_the_width(text: str, width: int) -> None:
    check(lay_out(read(text), width), width)


@given(st.text(st.characters(codec="utf-8", categories=["L", "Mn", "N"]), min_size=1))
def test_laying_out_loses_no_letter(text: str) -> None:
    document = read(f"<p>{text}</p>")
    wide, narrow = (
        "".join(line.text for line in lay_out(document, width)).replace(" ", "")
        for width in (1000, 7)
    )
    assert wide == narrow


@pytest.mark.parametrize(
    "html",
    [
        "<p>a&#27;[31mb&#27;]0;title&#7;c</p>",
        "<p>a&#155;31mb</p>",
        "<p>a&#8238;b&#8203;c&#65279;d</p>",
        '<img alt="a&#27;[2Jb" src="/x&#27;y.png">',
        '<a href="https://example.org/&#27;[2J&#8238;">a</a>',
        '<pre class="language-&#27;x">a&#27;[0mb</pre>',
        '<ol type="&#27;"><li value="&#27;1">a</ol>',
    ],
)
def test_entities_bring_no_control_characters_in(html: str) -> None:
    assert not FORBIDDEN.search(to_text(read(html, "https://example.org/"), 40).replace("\n", ""))


@pytest.mark.parametrize(
    "tag", ["div", "blockquote", "b", "span", "ul><li", "table><tr><td", "font"]
)
def test_five_thousand_tags_in_each_other_lose_no_text(tag: str) -> None:
    html = "".join(f"<{tag}>w{number} " for number in range(5000)) + "<p>end"
    words = to_text(read(html), 80).replace("│", " ").replace(">", " ").split()
    assert {word for word in words if word[0] == "w"} == {f"w{number}" for number in range(5000)}
    assert words[-1] == "end"


@pytest.mark.parametrize(
    "html",
    [
        "a" * 1_000_000,
        "<p>" + "漢字、" * 116_000,
        "<p>" + "👩\u200d" * 100_000,
        "<div>" * 200_000,
        "<p " + " ".join(f"a{number}" for number in range(100_000)) + ">",
        "<p>" + "".join(f"<b id=a{number}>" for number in range(3000)) + "<p>x" * 3000,
        "<p>" + '<a "' * 100_000,
        "<div><table><td></div></table>" * 60_000,
        "<!--" * 100_000 + "<style>" * 100_000,
        "<p>https://example.org/" + "." * 500_000,
        "&lt;p " * 100_000,
        "<pre>" + "<i>\n</i>" * 30_000,
        "<sup>" * 900 + "<i>x</i>" * 60_000,
        "<noscript>" * 900 + "<i></i>" * 60_000,
        '<div class="syntaxhighlighter">' * 900 + "<i>x</i>" * 60_000 + "<pre>",
        '<div class="share">' * 900 + "<i></i>" * 60_000,
        "<h2>" + "<button>a</button>" * 30_000,
        "<div>" + '<a href="https://x.com/share">a</a>' * 15_000,
        "<picture>" + '<img src="/a">' * 10_000,
        '<img srcset="' + "a 1x," * 100_000 + '">',
        "<p>a" + "<!-- " * 100_000,
        "<iframe>" * 60_000,
        "<p>" + '<abbr title="Word of many">W</abbr> ' * 20_000,
        "> a\n>> b\n" * 30_000,
        "<p>" + "a&amp;amp;b " * 40_000,
    ],
    ids=[
        "word",
        "chinese",
        "joiners",
        "depth",
        "attributes",
        "copies",
        "quotes",
        "borders",
        "comments",
        "dots",
        "escaped",
        "lines",
        "raised",
        "scripts",
        "listings",
        "widgets",
        "buttons",
        "sharing",
        "pictures",
        "sizes",
        "open comments",
        "open frames",
        "abbreviations",
        "mail",
        "entities",
    ],
)
def test_a_megabyte_of_malice_takes_no_more_than_a_moment(html: str) -> None:
    begin = perf_counter()
    lay_out(read(html), 80)
    assert perf_counter() - begin < 5  # measured: below 0.6; the square of anything takes minutes
