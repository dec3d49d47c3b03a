"""Markup that was broken on its way is read as it was meant, and nothing is lost."""

import pytest

from feedtui.article.reader import read
from feedtui.article.writing import to_text


def text(html: str) -> str:
    return to_text(read(html, "https://example.org/"), 70).split("\n\n[1] ")[0]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("a<!-- x <p>b</p>", "a\n\nb"),
        ("<p>a</p><!--[if gte mso 9]><p>b</p>", "a\n\nb"),
        ("<p>a</p><!-- x", "a"),
        ("a<!-- x -->b<!-- y <i>c</i>", "abc"),
        ("<p>a<textarea>x<p>b", "ax\n\nb"),
        ("<p>a<title/>b", "ab"),
        ("<p>a<title>x<p>b", "ax\n\nb"),
        ('a<iframe src="https://a.example/"><p>b', "a\n\n◳ frame: a.example [1]\n\nb"),
        ("<p>a<noembed>x</noembed>b<noframes>y</noframes>c", "abc"),
        ("<p>a</p><xmp><b>x</b></xmp>b", "a\n\n  <b>x</b>\n\nb"),
        ("<p>a</p><plaintext>b", "a\n\n  b"),
        ("<noscript><img src='/a.jpg' alt='A'></noscript>b", "▣ A [1]\n\nb"),
    ],
)
def test_what_nothing_ends_does_not_swallow_the_rest(html: str, shown: str) -> None:
    assert text(html) == shown


def test_comments_without_end_are_left_out_in_good_time() -> None:
    assert text("<p>a</p>" + "<!-- x " * 200_000) == "a"
    assert text("<p>a</p>" + "<iframe>" * 50_000 + "<title>" * 50_000) == "a"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;<br>&lt;p&gt;Three&lt;/p&gt;</p>",
         "One two\n\nThree"),
        ("&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;", "One"),
        ("<p>&lt;p&gt; begins a paragraph.</p>", "<p> begins a paragraph."),
        ("<p>Write &lt;p&gt;a&lt;/p&gt; here.</p>", "Write <p>a</p> here."),
        ("<p><b>&lt;p&gt;a&lt;/p&gt;</b></p>", "<p>a</p>"),
        ("<p>a</p>]]><p>b</p>", "a\n\nb"),
        ("<p>a</p>]]>", "a"),
        ("<pre>x[y[0]]>1</pre>", "  x[y[0]]>1"),
    ],
)  # fmt: skip
def test_wrappings_are_told_from_what_a_writer_shows(html: str, shown: str) -> None:
    assert text(html) == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("It&amp;#8217;s", "It’s"),
        ("AT&amp;amp;T", "AT&T"),
        ("Rope &amp;amp; Sons", "Rope & Sons"),
        ("caf&amp;eacute;", "café"),
        ("&amp;ldquo;so&amp;rdquo;", "“so”"),
        ("one,&amp;nbsp;two", "one, two"),
        ("write &amp;nbsp; here", "write &nbsp; here"),
        ("the entity &amp;amp; itself", "the entity &amp; itself"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("<code>a&amp;amp;b</code>", "`a&amp;b`"),
        ("&#147;old&#148; quotes&#133;", "“old” quotes…"),
    ],
)
def test_references_that_were_escaped_once_too_often_are_decoded_in_words(
    html: str, shown: str
) -> None:
    assert text(f"<p>{html}</p>").replace("\xa0", " ") == shown


def test_text_that_lies_too_deep_is_still_parted() -> None:
    html = "<div>" * 3000 + "One.<p>Two.</p>Three." + "</div>" * 3000 + "Four."
    assert text(html) == "One.\n\nTwo.\n\nThree.\n\nFour."


def test_elements_of_pages_for_telephones_are_html() -> None:
    assert text('<amp-img src="/a.jpg" alt="A boat"></amp-img>') == "▣ A boat [1]"
