import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds.discover import Link, discover, kind_of, title_of_page

ADDRESS = "https://example.org/blog/"


def addresses(html: str) -> list[str]:
    return [link.address for link in discover(html.encode(), ADDRESS)]


def test_a_page_names_its_feeds_in_its_own_order_with_title_and_kind() -> None:
    page = b"""
      <link rel="alternate" type="application/atom+xml" title="News &amp; more" href="/news.atom">
      <link rel="alternate" type="application/rss+xml; charset=utf-8" href="comments">
      <link rel="alternate" type="application/feed+json" title="" href="//example.net/feed.json">
    """
    assert [(link.address, str(link.title), link.kind) for link in discover(page, ADDRESS)] == [
        ("https://example.org/news.atom", "News & more", "Atom"),
        ("https://example.org/blog/comments", "", "RSS"),
        ("https://example.net/feed.json", "", "JSON Feed"),
    ]


@pytest.mark.parametrize(
    "element",
    [
        "<LINK REL=ALTERNATE TYPE=Application/RSS+XML HREF=/rss>",
        "<link rel='foo alternate' type=' text/xml ' href='/rss'>",
        "<link rel='&#97;lternate' type='application/rss+xml' href='&#47;rss'>",
        "<link rel=feed href=/rss>",
        "<base href='https://example.org/'><link rel=alternate type=text/xml href=rss>",
        "<link title='a > b' rel=alternate type=application/rss+xml href=/rss />",
    ],
)
def test_a_feed_is_found_however_its_link_is_written(element: str) -> None:
    assert addresses(f"<html><head>{element}") == ["https://example.org/rss"]


@pytest.mark.parametrize(
    "element",
    [
        "<link rel=stylesheet type=text/css href=/a.css>",
        "<link rel=alternate type=text/html hreflang=de href=/de/>",
        "<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/2>",
        "<link rel=alternate type=application/rss+xml href=javascript:1>",
        "<link rel=alternate type=application/rss+xml>",
        "<!-- <link rel=alternate type=application/rss+xml href=/rss> -->",
        "<script>'<link rel=alternate type=application/rss+xml href=/rss>'</script>",
        "<a href=/about>About</a>",
        "<a href=/feedback>Feedback</a>",
    ],
)
def test_what_is_no_feed_is_not_named(element: str) -> None:
    assert addresses(element) == []


@pytest.mark.parametrize(
    "path",
    [
        "/feed",
        "/blog/feed/",
        "/rss",
        "/atom.xml",
        "/index.xml",
        "/feed.json",
        "/news.rss",
        "/a_rss.xml",
    ],
)
def test_links_that_look_like_a_feed_come_after_those_that_say_so(path: str) -> None:
    page = f"<a href='{path}'>Subscribe</a><link rel=alternate type=text/xml href=/said>"
    assert addresses(page) == ["https://example.org/said", f"https://example.org{path}"]


def test_a_feed_that_is_named_twice_is_told_once() -> None:
    page = "<link rel=alternate type=text/xml title=One href=/rss><a href=/rss>Two</a>"
    (link,) = discover(page.encode(), ADDRESS)
    assert (link.title, link.kind) == ("One", "XML")


def test_a_page_in_utf_16_is_read() -> None:
    page = "<link rel=alternate type=text/xml href=/rss>".encode("utf-16")
    assert [link.address for link in discover(page, ADDRESS)] == ["https://example.org/rss"]


def test_a_page_is_called_by_its_title() -> None:
    assert title_of_page(b"<title>\n Caf\xe9 &amp; co </title>") == "Café & co"
    assert title_of_page(b"<p>none") == ""


@pytest.mark.parametrize(
    "piece", [b"<div>", b"<a href='/feed'>", b"<!--", b"<a b='", b"<", b"<title>", b"<link x=\"'"]
)
def test_a_page_of_one_thing_a_million_times_is_soon_read(piece: bytes) -> None:
    begin = time.process_time()
    discover(piece * (1_000_000 // len(piece)), ADDRESS)
    assert time.process_time() - begin < 3


@given(st.text(alphabet="<>/\"'=! abhrefliknx-", max_size=120))
def test_no_page_breaks_discovery(html: str) -> None:
    assert all(isinstance(link, Link) for link in discover(html.encode(), ADDRESS))


@pytest.mark.parametrize(
    "element",
    [
        "<link rel=alternate href=/rss.xml>",
        "<link rel=alternate type=application/rss href=/rss.xml>",
        "<link rel=alternate type=application/xml+rss href=/rss.xml>",
    ],
)
def test_a_feed_whose_link_has_no_type_or_an_odd_one_is_found(element: str) -> None:
    assert addresses(element) == ["https://example.org/rss.xml"]


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (b"<?xml version='1.0'?><!-- a --><rss version='2.0'>", "RSS"),
        (b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "Atom"),
        (b"<rdf:RDF>", "RDF"),
        (b'\xef\xbb\xbf {"version": "1"}', "JSON Feed"),
        (b"<html>", ""),
    ],
)
def test_a_feed_is_called_by_its_format(document: bytes, kind: str) -> None:
    assert kind_of(document) == kind
