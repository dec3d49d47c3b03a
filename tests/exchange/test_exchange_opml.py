import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean_line
from feedtui.errors import ExchangeError
from feedtui.exchange import read_opml, write_opml
from feedtui.model import Subscription


def titles(body: bytes) -> list[str]:
    return [feed.title for feed in read_opml(body).subscriptions]


def test_folders_are_nested_and_feeds_keep_their_order() -> None:
    feeds = [
        Subscription("https://example.net/1", title='A & "B"', folder="X/Y", tags=("p", "q")),
        Subscription("https://example.net/2"),
        Subscription("https://example.net/3", folder="Z"),
        Subscription("https://example.net/?a&b", folder="X"),
        Subscription("https://example.net/5", folder="X/Y"),
    ]
    titled = (
        '<outline type="rss" text="A &amp; &quot;B&quot;" title="A &amp; &quot;B&quot;" '
        'xmlUrl="https://example.net/1" category="p,q"/>'
    )
    assert (
        write_opml(feeds, title="Mine & yours")
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Mine &amp; yours</title></head>
  <body>
    <outline type="rss" text="https://example.net/2" xmlUrl="https://example.net/2"/>
    <outline text="X">
      <outline type="rss" text="https://example.net/?a&amp;b" xmlUrl="https://example.net/?a&amp;b"/>
      <outline text="Y">
        TITLED
        <outline type="rss" text="https://example.net/5" xmlUrl="https://example.net/5"/>
      </outline>
    </outline>
    <outline text="Z">
      <outline type="rss" text="https://example.net/3" xmlUrl="https://example.net/3"/>
    </outline>
  </body>
</opml>
""".replace("TITLED", titled)
    )


def test_what_is_not_of_the_web_is_not_written() -> None:
    assert "outline" not in write_opml([Subscription("feedtui:welcome")])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "line 1: this is not OPML: there is no <opml> in it"),
        (b"just words", "line 1: this is not OPML: there is no <opml> in it"),
        (b"<?xml version='1.0'?>\n\n<rss version='2.0'/>", "line 3: .* it begins with <rss>"),
        (b"<!DOCTYPE html>\n<html><body>", "line 2: .* it begins with <html>"),
        (b"<!-- <opml> -->\n<a:feed>", "line 2: .* it begins with <feed>"),
    ],
)
def test_what_is_no_opml_is_refused_with_its_line(body: bytes, reason: str) -> None:
    with pytest.raises(ExchangeError, match=reason):
        read_opml(body)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1", "windows-1252"]
)
def test_titles_survive_every_encoding(encoding: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><opml><body>'
        '<outline text="Zoë" xmlUrl="https://example.org/"/></body></opml>'
    )
    assert titles(text.encode(encoding)) == ["Zoë"]


@pytest.mark.parametrize("encoding", ["utf-16", "nonsense", "punycode", "rot13", "utf-8"])
def test_a_wrong_encoding_is_seen_through(encoding: str) -> None:
    text = (
        f"<?xml version='1.0' encoding='{encoding}'?><opml><body>"
        '<outline text="Zoë" xmlUrl="https://example.org/"/></body></opml>'
    )
    assert titles(text.encode()) == ["Zoë"]
    assert titles(text.encode("cp1252")) == ["Zoë"]


def test_no_entity_is_expanded() -> None:
    body = (
        b'<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b'<opml><body><outline text="&b;" xmlUrl="https://example.org/"/></body></opml>'
    )
    assert titles(body) == ["&b;"]


def test_what_will_be_shown_is_clean() -> None:
    body = (
        b'<opml><body><outline text="f\x1b[2J&#x202e;older"><outline text="t\x07\n\n itle"'
        b' category="a\x00b" xmlUrl="https://example.org/"/></outline>'
        b'<outline type="rss" xmlUrl="\x1b]0;x\x07"/></body></opml>'
    )
    found = read_opml(body)
    assert found.subscriptions == (
        Subscription("https://example.org/", title="t itle", folder="folder", tags=("ab",)),
    )
    assert not any("\x1b" in sentence or "\x07" in sentence for sentence in found.skipped)


def test_folders_in_folders_end_somewhere() -> None:
    opening = "".join(f'<outline text="{depth}">' for depth in range(50_000))
    body = f'<opml><body>{opening}<outline text="x" xmlUrl="https://example.org/"/>'
    [feed] = read_opml(body.encode()).subscriptions
    assert feed.folder == "/".join(str(depth) for depth in range(16))


def test_too_many_ends_end_nothing() -> None:
    body = b'<opml></outline></outline><outline text="a" xmlUrl="https://example.org/"/></outline>'
    assert titles(body) == ["a"]


def test_a_long_title_is_cut() -> None:
    body = f'<opml><outline text="{"x" * 5000}" xmlUrl="https://example.org/"/></opml>'
    [title] = titles(body.encode())
    assert len(title) == 300
    assert title.endswith("…")


@pytest.mark.parametrize(
    "body",
    [
        b"<opml><outline " + b'a="b' * 200_000,
        b'<opml><outline a="' + b'" b' * 200_000,
        b'<opml><outline a="x"' + b" " * 800_000,
        b"<opml>" + b"<!--" * 200_000,
        b"<opml>" + b"<outline>" * 80_000,
        b'<opml><outline text="' + b"&a" * 400_000 + b'"/>',
        b"<opml>" + b"</outline>" * 80_000,
    ],
)
def test_a_hostile_file_takes_time_in_proportion(body: bytes) -> None:
    started = time.process_time()
    read_opml(body)
    assert time.process_time() - started < 3


@given(st.binary(max_size=60) | st.text("<>/\"'=&; \nopmlutineaxUr-!", max_size=80).map(str.encode))
def test_no_file_does_worse_than_being_refused(noise: bytes) -> None:
    body = b'<opml><outline text="' + noise + b'" xmlUrl="https://example.org/"/>' + noise
    assert read_opml(body).subscriptions is not None


words = st.text(st.characters(codec="utf-8"), max_size=12).map(clean_line)
names = words.map(lambda word: word.replace("/", "∕")).filter(bool)
tags = words.map(lambda word: clean_line(word.replace(",", " ").lstrip("/ "))).filter(bool)
feeds = st.builds(
    Subscription,
    url=st.integers(0, 10**6).map("https://example.org/?a=1&b={}".format),
    title=words,
    folder=st.lists(names, max_size=4).map("/".join),
    tags=st.lists(tags, max_size=3, unique=True).map(tuple),
)
lists = st.lists(feeds, max_size=8, unique_by=lambda feed: feed.url)


@given(lists)
def test_what_is_written_is_read_again(subscriptions: list[Subscription]) -> None:
    found = read_opml(write_opml(subscriptions).encode())
    assert found.skipped == ()
    assert sorted(found.subscriptions, key=lambda feed: feed.url) == sorted(
        subscriptions, key=lambda feed: feed.url
    )
    for folder in {feed.folder for feed in subscriptions}:
        assert [feed for feed in found.subscriptions if feed.folder == folder] == [
            feed for feed in subscriptions if feed.folder == folder
        ]


@given(lists)
def test_writing_what_was_read_writes_the_same(subscriptions: list[Subscription]) -> None:
    written = write_opml(subscriptions)
    assert write_opml(read_opml(written.encode()).subscriptions) == written
