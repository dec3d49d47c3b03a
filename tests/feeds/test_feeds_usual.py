"""Feeds that are read in one pass say what feedparser would say of them."""

import json
import os
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from feedparser.api import StrictFeedParser
from hypothesis import given, settings
from hypothesis import strategies as some

from feedtui.feeds.bases import with_bases
from feedtui.feeds.fields import Fields
from feedtui.feeds.parse import legible
from feedtui.feeds.unusual import read_unusual
from feedtui.feeds.usual import read_usual
from feedtui.feeds.usual_names import KNOWN, UNUSUAL
from feedtui.feeds.wellformed import is_well_formed
from feedtui.feeds.xmlfeed import feed_of, is_feed

ADDRESS = "https://feed.example/x/feed.xml"
CORPUS = Path(os.environ.get("FEEDTUI_CORPUS", "/nonexistent"))

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "georss": "http://www.georss.org/georss",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "other": "https://namespace.example/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "source": "http://source.scripting.com/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "xlink": "http://www.w3.org/1999/xlink",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
FRAMES = {
    "rss": ("<rss version='2.0' {}><channel>", "</channel></rss>", "item"),
    "atom": ("<feed xmlns='http://www.w3.org/2005/Atom' {}>", "</feed>", "entry"),
    "rdf": ("<rdf:RDF xmlns='http://purl.org/rss/1.0/' {}>", "</rdf:RDF>", "item"),
}
SPELLED = {"pubdate": "pubDate", "textinput": "textInput", "managingeditor": "managingEditor"}
PLAIN = ("other:thing", "other", "docs", "rdf:Seq", "thr:in-reply-to", "atom:link", "atom:id")
WORDS = (
    *("", "  ", "word", "two words", "a & b", "<p>Hello</p>", "&amp;", "é", "Ã©", "\u0093hi\u0094"),
    *("bob@example.org", "bob@example.org (Bob)", "Bob <bob@example.org>", "Bob (bob@example.org)"),
    *("https://example.org/1?a=1&b=2", "http:///example.org", "/relative", "tag:example.org,1"),
    *("2024-05-06T07:08:09Z", "Mon, 06 May 2024 07:08:09 GMT", "12", "01:02:03", "one, two,,three"),
    *(
        "true",
        "false",
        "text",
        "html",
        "xhtml",
        "text/html",
        "audio/mpeg",
        "enclosure",
        "alternate",
    ),
    *("self", "replies", "#kind", "hourly"),
)
ATTRIBUTES = (
    *("type", "rel", "href", "url", "uri", "title", "length", "term", "scheme", "domain", "label"),
    *("isPermaLink", "rdf:about", "rdf:resource", "text", "lang", "thr:count", "xlink:href"),
    *("duration", "fileSize", "medium"),
)

words = some.sampled_from(WORDS)


def spelled(key: str) -> str:
    prefix, bar, local = key.partition("_")
    if bar and prefix in NAMESPACES:
        return f"{prefix}:{local}"
    return SPELLED.get(key, key)


GEOMETRY = ("georss_", "gml_", "where")
"""feedparser stumbles over places without coordinates, and the entry with them is lost."""

USUAL = tuple(
    sorted(key for key in KNOWN - UNUSUAL - {"item", "entry"} if not key.startswith(GEOMETRY))
)
names = some.one_of(
    some.sampled_from(("title", "link", "description", "guid", "id", "summary", "content")),
    some.sampled_from(tuple(spelled(key) for key in USUAL)),
    some.sampled_from(PLAIN),
)
some_attributes = some.dictionaries(some.sampled_from(ATTRIBUTES), words, max_size=3)
none: some.SearchStrategy[dict[str, str]] = some.builds(dict)
attributes = some.one_of(none, none, none, some_attributes)


def element(name: str, said: dict[str, str], inside: str) -> str:
    pairs = "".join(f" {key}={quoteattr(value)}" for key, value in said.items())
    return f"<{name}{pairs}>{inside}</{name}>"


leaves = some.builds(element, names, attributes, words.map(escape))
holding = some.builds(
    element,
    some.sampled_from(("author", "media:group", "media:content", "image", "contributor", "source")),
    attributes,
    some.lists(leaves, max_size=3).map("".join),
)
parts = some.lists(some.one_of(leaves, leaves, leaves, holding), max_size=5).map("".join)


@some.composite
def documents(draw: some.DrawFn) -> bytes:
    kind = draw(some.sampled_from(tuple(FRAMES)))
    begin, end, entry = FRAMES[kind]
    head, tail = (draw(some.one_of(some.just(""), parts)) for _ in range(2))
    entries = "".join(element(entry, {}, draw(parts)) for _ in range(draw(some.integers(0, 2))))
    if kind == "rdf":
        head = f"<channel>{head}</channel>"
    return f"{begin.format(DECLARED)}{head}{entries}{tail}{end}".encode()


def assert_same(usual: Fields, xml: bytes) -> None:
    other = read_unusual(with_bases(xml, ADDRESS))
    assert is_feed(usual) == is_feed(other)
    assert feed_of(usual, ADDRESS) == feed_of(other, ADDRESS)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_what_is_read_in_one_pass_says_what_feedparser_says(xml: bytes) -> None:
    if is_well_formed(xml.decode()):
        usual = read_usual(xml)
        if usual is not None:
            assert_same(usual, xml)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="FEEDTUI_CORPUS is not set")
def test_real_feeds_are_read_alike_and_most_of_them_in_one_pass() -> None:
    rows = map(json.loads, (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines())
    feeds = (
        legible((CORPUS / row["path"]).read_bytes(), "") for row in rows if row["kind"] == "feed"
    )
    documents = [feed.text for feed in feeds if feed.text and not feed.is_json]
    read = [(usual, xml) for xml in documents if (usual := read_usual(xml)) is not None]
    assert len(read) > 0.75 * len(documents)
    for usual, xml in read:
        assert_same(usual, xml)


def test_every_element_that_feedparser_knows_is_known() -> None:
    prefixes = ("_start_", "_end_")
    handled = {
        name.removeprefix(prefix)
        for name in dir(StrictFeedParser)
        for prefix in prefixes
        if name.startswith(prefix)
    }
    assert handled <= KNOWN


ITEM = (
    "<title>One</title><link>https://example.org/1</link><guid>1</guid>"
    "<pubDate>Mon, 06 May 2024 07:08:09 GMT</pubDate><dc:creator>Bob</dc:creator>"
    "<category>Things</category><description>Short</description>"
    "<content:encoded>The long one</content:encoded>"
    "<enclosure url='https://example.org/1.mp3' type='audio/mpeg' length='5'/>"
)
ENTRY = (
    "<title>One</title><link href='https://example.org/1'/><id>1</id>"
    "<updated>2024-05-06T07:08:09Z</updated><author><name>Bob</name></author>"
    "<category term='things'/><content type='html'>The long one</content>"
)


@pytest.mark.parametrize(("kind", "entry"), [("rss", ITEM), ("atom", ENTRY), ("rdf", ITEM)])
def test_a_usual_feed_is_read_in_one_pass(kind: str, entry: str) -> None:
    begin, end, name = FRAMES[kind]
    xml = f"{begin.format(DECLARED)}<{name}>{entry}</{name}>{end}".encode()
    usual = read_usual(xml)
    assert usual is not None
    assert_same(usual, xml)
    (read,) = feed_of(usual, ADDRESS).entries
    assert (read.title, read.link, read.author, read.body) == (
        *("One", "https://example.org/1", "Bob"),
        "The long one",
    )


@pytest.mark.parametrize(
    "odd",
    [
        "<content type='xhtml'><div>Long</div></content>",
        "<title>One</title><title>Two <b>words</b></title>",
        "<link xml:base='https://example.org/'>1</link>",
        "<item><title>In an item</title></item>",
        "<author>Bob at bob@example.org</author>",
        "<description>One<b>Two</b></description>",
    ],
)
def test_what_is_not_usual_is_left_to_feedparser(odd: str) -> None:
    xml = f"<rss version='2.0'><channel><item>{odd}</item></channel></rss>".encode()
    assert read_usual(xml) is None
