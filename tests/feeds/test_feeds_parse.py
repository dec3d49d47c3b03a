import gzip
import zlib
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedtui.clean import SafeText
from feedtui.feeds.parse import parse
from feedtui.model import Entry, Feed, NotAFeed

ADDRESS = "https://example.org/feed.xml"
DOCUMENTS = Path(__file__).parent / "documents"


def rss(items: str, channel: str = "<title>T</title>") -> bytes:
    return f"<rss version='2.0'><channel>{channel}{items}</channel></rss>".encode()


def entries(body: bytes, content_type: str = "") -> tuple[Entry, ...]:
    feed = parse(body, ADDRESS, content_type)
    assert isinstance(feed, Feed)
    return feed.entries


def refusal(body: bytes) -> NotAFeed:
    answer = parse(body, ADDRESS)
    assert isinstance(answer, NotAFeed)
    return answer


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "The answer is empty."),
        (b" \n ", "The answer is empty."),
        (b"Not found", "This is text, not a feed: “Not found”"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This is a binary file, not a feed."),
        (b"\x1f\x8bbroken", "This is a binary file, not a feed."),
        (b"{}", "This is JSON, but not a JSON Feed."),
        (b"[1, 2]", "This is JSON, but not a JSON Feed."),
        (b"<?xml version='1.0'?><catalog><x/></catalog>", "This is XML (“catalog”), not a feed."),
        (b"<urlset xmlns='http://www.sitemaps.org/'/>", "This is a sitemap, not a feed."),
        (
            b"<opml version='2.0'><head><title>x</title></head><body/></opml>",
            "This is a list of feeds (OPML), not a feed. It can be imported.",
        ),
        (b"<html><body>Log in</body></html>", "This is a web page, not a feed."),
        (b"Oops <div>down</div>", "This is a web page, not a feed."),
        ("<html>Привет</html>".encode("utf-16"), "This is a web page, not a feed."),
    ],
)
def test_what_came_instead_of_a_feed_is_said(body: bytes, reason: str) -> None:
    assert refusal(body) == NotAFeed(SafeText(reason))


def test_a_page_is_named_with_the_feeds_that_it_names() -> None:
    page = (
        b"<!-- hi --><!DOCTYPE html><html><head><title>My\n site &amp; I</title>"
        b"<link rel=alternate type=application/rss+xml href=/rss></head></html>"
    )
    answer = refusal(page)
    assert answer.reason == "This is a web page (“My site & I”), not a feed."
    assert answer.feeds == ("https://example.org/rss",)


def test_broken_json_says_where() -> None:
    assert refusal(b'{"items": [').reason.startswith("This is broken JSON, not a feed: ")


def test_a_document_that_feedparser_stumbles_over_is_no_crash() -> None:
    body = rss("<item><width></image><width>x</item>", "<image><width></image></width>&#27;")
    assert isinstance(parse(body, ADDRESS, "text/xml; charset=idna"), Feed | NotAFeed)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert parse(rss(""), ADDRESS) == Feed(title=SafeText("T"))


@pytest.mark.parametrize(
    "packed", [gzip.compress, zlib.compress, lambda body: gzip.compress(gzip.compress(body))]
)
def test_what_came_packed_without_a_header_is_unpacked(packed: Callable[[bytes], bytes]) -> None:
    body = packed(rss("<item><title>Packed</title></item>"))
    assert [entry.title for entry in entries(body)] == ["Packed"]


def test_of_a_packed_feed_that_broke_off_the_beginning_is_read() -> None:
    items = "".join(
        f"<item><title>{blake2b(b'%d' % n).hexdigest()}</title></item>" for n in range(99)
    )
    assert 40 < len(entries(gzip.compress(rss(items))[:-2500])) < 99


def test_a_feed_that_a_program_calls_a_page_is_a_feed() -> None:
    body = b"<!DOCTYPE html>\n" + rss("<item><title>Not a page</title></item>")
    assert [entry.title for entry in entries(body)] == ["Not a page"]


def test_an_entry_that_nobody_can_read_does_not_cost_the_others() -> None:
    bad = "<item><title>Bad</title><image><link>x</link></image></item>"
    items = [f"<item><title>{number}</title></item>" for number in range(9)]
    body = rss("".join([*items[:4], bad, *items[4:]]))
    titles = [entry.title for entry in entries(body)]
    assert [title for title in titles if title != "Bad"] == [str(number) for number in range(9)]


def test_rss_that_declares_the_namespace_of_atom_is_still_rss() -> None:
    body = (
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        b" xmlns:atom='http://www.w3.org/2005/Atom' xmlns='http://purl.org/rss/1.0/'"
        b" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title></channel>"
        b"<item><title>&lt;i&gt;One&lt;/i&gt;</title><dc:date>2020-01-10</dc:date></item></rdf:RDF>"
    )
    (entry,) = entries(body)
    assert (entry.title, entry.published) == ("One", 1_578_614_400)


def test_unpacking_is_bounded() -> None:
    bomb = gzip.compress(rss("<item><title>a</title></item>") + b" " * 64 * 1024 * 1024)
    assert [entry.title for entry in entries(bomb)] == ["a"]


@pytest.mark.parametrize(
    ("declared", "header", "encoding"),
    [
        ("", "text/xml; charset=windows-1251", "windows-1251"),
        ("encoding='koi8-r'", "", "koi8-r"),
        ("", "", "utf-8"),
        ("encoding='utf-8'", "text/html", "utf-8"),
    ],
)
def test_the_charset_of_header_or_document_is_honoured(
    declared: str, header: str, encoding: str
) -> None:
    document = (
        f"<?xml version='1.0' {declared}?>" + rss("<item><title>Привет</title></item>").decode()
    )
    assert entries(document.encode(encoding), header)[0].title == "Привет"


def test_mistakes_in_the_document_do_not_cost_the_feed() -> None:
    body = rss("<item><title>Beer &nbsp; &#xD800; &#99999999999;</title><link>/1</link></item>")
    (entry,) = entries(body)
    assert entry.title == "Beer � �"
    assert entry.link == "https://example.org/1"


def test_an_item_that_says_nothing_is_left_out() -> None:
    body = rss("<item/><item><title>One</title></item><item><title> </title></item>")
    assert [entry.title for entry in entries(body)] == ["One"]


@pytest.mark.parametrize(
    "item",
    [
        "<link>javascript:alert(1)</link>",
        "<guid>tag:example.org,2024:1</guid>",
        "<guid>12345</guid>",
        "<guid>https://example.org/old/a.mp3?x=1</guid>",
        "<guid>https://example.org/a.mp3</guid><enclosure url='https://example.org/a.mp3'/>",
    ],
)
def test_what_is_no_page_is_no_link(item: str) -> None:
    (entry,) = entries(rss(f"<item><title>T</title>{item}</item>"))
    assert entry.link == ""


@pytest.mark.parametrize("link", ["", "<link/>", "<link> </link>", "<link>tag:x</link>"])
def test_a_guid_that_is_a_page_is_the_link_where_there_is_none(link: str) -> None:
    (entry,) = entries(rss(f"<item>{link}<guid>https://example.org/1</guid></item>"))
    assert entry.link == ("" if "tag:" in link else "https://example.org/1")


def test_an_identity_does_not_depend_on_where_the_feed_was_fetched() -> None:
    body = rss("<item><guid>12</guid></item><item><link>/a</link></item>")
    one, two = parse(body, "http://example.org/"), parse(body, "https://www.example.org/feed")
    assert isinstance(one, Feed)
    assert isinstance(two, Feed)
    assert [entry.identity for entry in one.entries] == ["12", "/a"]
    assert [entry.identity for entry in two.entries] == ["12", "/a"]


def test_strings_are_clean_and_bodies_can_be_stored() -> None:
    body = rss("<item><title>a&#x9d;&#x202e;b</title><description>&#xDC80;</description></item>")
    (entry,) = entries(body)
    assert entry.title == "ab"
    assert storable(entry.body)


def test_a_title_is_made_of_the_text_where_there_is_none() -> None:
    (entry,) = entries(rss(f"<item><description>{'word ' * 50}</description></item>"))
    assert entry.title.startswith("word word")
    assert entry.title.endswith("…")


@pytest.mark.parametrize(
    ("channel", "ttl"),
    [
        ("<ttl>60</ttl>", 3600),
        ("<ttl>0</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>99999999999999</ttl>", 366 * 86400),
    ],
)
def test_the_time_between_requests_is_what_the_feed_asks_for(channel: str, ttl: int | None) -> None:
    feed = parse(rss("", channel), ADDRESS)
    assert isinstance(feed, Feed)
    assert feed.pace.ttl == ttl


documents = st.sampled_from(
    sorted(path.read_bytes() for path in DOCUMENTS.iterdir() if path.suffix != ".json")
)
wounds = st.lists(
    st.tuples(
        st.integers(0, 3000),
        st.integers(0, 40),
        st.binary(max_size=3)
        | st.sampled_from([b"<item>", b"</item>", b"<![CDATA[", b"&#xD800;", b"<image>", b"{"]),
    ),
    max_size=4,
)


def storable(text: str) -> bool:
    return text == text.encode("utf-8", "replace").decode()


@settings(max_examples=150, deadline=None)
@given(documents, wounds)
def test_no_damage_to_a_document_raises(body: bytes, cuts: list[tuple[int, int, bytes]]) -> None:
    for start, length, piece in cuts:
        body = body[:start] + piece + body[start + length :]
    answer = parse(body, ADDRESS)
    if isinstance(answer, Feed):
        assert all(storable(entry.identity) and storable(entry.body) for entry in answer.entries)
