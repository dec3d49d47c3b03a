import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedtui.feeds.characters import allowed
from feedtui.feeds.repair import repaired
from feedtui.feeds.wellformed import is_well_formed, well_formed

HEAD, END = "<rss><channel>", "</channel></rss>"


def inside(items: str) -> str:
    """What becomes of the items of a channel."""
    text = well_formed(f"{HEAD}{items}{END}").text
    assert is_well_formed(text)
    return text.partition("<channel>")[2].removesuffix(END)


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("<item>A & B</item>", "<item>A &amp; B</item>"),
        ("<item>?a=1&b=2&copy=3</item>", "<item>?a=1&amp;b=2&amp;copy=3</item>"),
        ("<item>&nbsp;&eacute;&amp;&foo;</item>", "<item>\xa0é&amp;&amp;foo;</item>"),
        ("<item>a\x00b\x1b\ufffec</item>", "<item>abc</item>"),
        ("<item>&#x1b;&#65;&#99999999999;</item>", "<item>\ufffd&#65;\ufffd</item>"),
        ("<item>5 < 6</item>", "<item>5 &lt; 6</item>"),
        ("<item><a>x</item>", "<item><a>x</a></item>"),
        ("<item>x</b></item>", "<item>x</item>"),
        ("<item><title>x<link>y</item>", "<item><title>x</title><link>y</link></item>"),
        ("<item>1<item>2</item>", "<item>1</item><item>2</item>"),
        ("<item><a>1</item></a><item>2</item>", "<item><a>1</a></item><item>2</item>"),
        ("<item>1</channel></rss><item>2", "<item>1</item><item>2</item>"),
        ("<item>a<br>b<img src=x></item>", '<item>a<br/>b<img src="x"/></item>'),
        ("<item><a b=1 b=2 c>x</a></item>", '<item><a b="1" c="">x</a></item>'),
        ("<item><Title>x</title></item>", "<item><Title>x</Title></item>"),
        ("<item>a]]>b<!-- c</item>", "<item>ab c</item>"),
        ("<item><![CDATA[a <b>]]></item></x>", "<item><![CDATA[a <b>]]></item>"),
        ("<item><a><![CDATA[x</a></item>", "<item><a><![CDATA[x]]></a></item>"),
        (
            "<item><a><![CDATA[1</a></item><item><a><![CDATA[2]]></a></item>",
            "<item><a><![CDATA[1]]></a></item><item><a><![CDATA[2]]></a></item>",
        ),
        ("<item><a><![CDATA[x<![CDATA[y]]></a>", "<item><a><![CDATA[xy]]></a></item>"),
    ],
)
def test_what_is_broken_says_what_was_meant(broken: str, mended: str) -> None:
    assert inside(broken) == mended


@pytest.mark.parametrize("end", ["", "<", "<titl", "</item", "<a b='c", "<!-- x", "<![CDATA["])
def test_a_document_ends_where_its_bytes_do(end: str) -> None:
    text = well_formed(f"{HEAD}<item><title>x</title>{end}").text
    assert text.replace("<![CDATA[]]>", "") in {
        f"{HEAD}<item><title>x</title></item>{END}",
        f"{HEAD}<item><title>x</title> x</item>{END}",
    }


def test_a_prefix_that_nobody_declared_means_what_it_always_means() -> None:
    text = well_formed(f"{HEAD}<item><dc:date>x</dc:date><foo:a/></item>{END}").text
    assert 'xmlns:dc="http://purl.org/dc/elements/1.1/"' in text
    assert 'xmlns:foo="urn:prefix:foo"' in text
    assert is_well_formed(text)


def test_a_prefix_that_is_declared_elsewhere_means_the_same_everywhere() -> None:
    item = "<item><a:b xmlns:a='urn:x'>1</a:b><a:b>2</a:b></item>"
    text = well_formed(f"{HEAD}{item}{END}").text
    assert text.startswith('<rss xmlns:a="urn:x"><channel>')
    assert is_well_formed(text)


@pytest.mark.parametrize(
    "before",
    [
        "\n \n",
        "<!-- <rss> is below -->\n",
        "<?xml version='1.0' encoding='koi8-r'?>",
        "<br /><b>Warning</b>: nothing works in <b>feed.php</b><br />",
        "<!DOCTYPE rss PUBLIC '-//Netscape' 'http://my.netscape.example/rss-0.91.dtd'>",
    ],
)
def test_what_stands_before_a_feed_is_no_part_of_it(before: str) -> None:
    assert well_formed(f"{before}<rss><a/></rss>").text == "<rss><a/></rss>"


def test_entities_of_a_document_are_text_and_those_of_bombs_are_nothing() -> None:
    doctype = "<!DOCTYPE rss [<!ENTITY one \"1 &lt; 2\"><!ENTITY two '&one;&one;'>]>"
    text = well_formed(f"{doctype}<rss>&one;|&two;</rss>").text
    assert text == "<rss>1 &lt; 2|&amp;two;</rss>"


def test_rss_is_in_no_namespace_whatever_it_declares() -> None:
    text = well_formed("<rss version='2.0' xmlns='http://search.yahoo.com/mrss/'><a/></rss>").text
    assert text == "<rss version='2.0'><a/></rss>"


def test_entries_without_a_feed_around_them_are_a_feed() -> None:
    assert well_formed("<?xml version='1.0'?><entry/>").text == "<feed><entry/></feed>"
    assert well_formed("<item>1</item><item>2</item>").text == (
        "<feed><item>1</item><item>2</item></feed>"
    )


@pytest.mark.parametrize("text", ["", "text", "<html><p>x</p></html>", "<opml/>", "{}"])
def test_what_has_no_feed_in_it_is_nothing(text: str) -> None:
    assert well_formed(text).text == ""


@pytest.mark.parametrize(
    "piece",
    [
        '<a b="',
        "<a 'x' ",
        "<",
        "<![CDATA[",
        "<!--",
        "<a>",
        "</a>",
        "<item>",
        "</item",
        "<a b ",
        "&",
    ],
)
def test_a_hundred_thousand_times_the_same_mistake_is_soon_mended(piece: str) -> None:
    assert is_well_formed(well_formed(f"{HEAD}<item>{piece * 100_000}").text)


pieces = st.sampled_from(
    [
        *("<rss>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<entry>", "<br>"),
        *("<title>", "</title>", "<a:b>", "</a:b>", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE"),
        *("&", "&amp;", "&nbsp;", "&#0;", "<", ">", '"', "'", "=", "/", " ", "<?x", "?>", "<a x"),
        *("a:b='c'", "xmlns:a='d'", "xmlns=''", "\x00", "\ud800", "text"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces | st.text(max_size=3), max_size=40).map("".join))
def test_whatever_is_repaired_is_well_formed(text: str) -> None:
    mended = repaired(allowed(text, {}))
    assert not mended or is_well_formed(mended)
    fed = well_formed(f"<feed>{text}").text
    assert is_well_formed(fed)
