import json
import time

import pytest

from feedtui.feeds.bounds import BOUNDS, Bounds
from feedtui.feeds.parse import parse
from feedtui.model import Feed

ADDRESS = "https://example.org/feed.xml"


def rss(items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>".encode()


def read(body: bytes, bounds: Bounds = BOUNDS) -> Feed:
    feed = parse(body, ADDRESS, bounds=bounds)
    assert isinstance(feed, Feed)
    return feed


def archive(days: range) -> bytes:
    dates = (time.strftime("%Y-%m-%dT00:00:00Z", time.gmtime(day * 86400)) for day in days)
    return rss(
        "".join(f"<item><guid>{date}</guid><pubDate>{date}</pubDate></item>" for date in dates)
    )


def test_of_fifty_thousand_entries_the_first_are_read_and_the_rest_is_told() -> None:
    feed = read(rss("".join(f"<item><guid>{number}</guid></item>" for number in range(50_000))))
    assert [feed.entries[0].identity, feed.entries[-1].identity] == ["0", "1999"]
    assert len(feed.entries) == 2000
    assert feed.notice == ("It has more than is read: of 50,000 entries 2,000 are (max_entries).")


def test_of_an_archive_that_begins_with_its_oldest_entry_the_newest_are_read() -> None:
    feed = read(archive(range(5000, 7001)))
    assert len(feed.entries) == 2000
    assert feed.entries[0].published == 5001 * 86400
    assert feed.entries[-1].published == 7000 * 86400


def test_a_person_may_have_all_entries_of_an_archive() -> None:
    feed = read(archive(range(9000, 5000, -1)), Bounds(entries=4000))
    assert len(feed.entries) == 4000
    assert feed.notice == ""


def test_long_titles_and_texts_are_cut_as_a_person_says_and_counted() -> None:
    items = (
        "<item><guid>1</guid><title>A long title</title><description>Text</description></item>"
        "<item><guid>2</guid><title>Long, too</title><description>T</description></item>"
        f"<item><guid>3</guid><title>Short</title><description>{'x' * 2000}</description></item>"
    )
    feed = read(rss(items), Bounds(title=6, content=1024))
    assert [entry.title for entry in feed.entries] == ["A lon…", "Long,…", "Short"]
    assert feed.entries[2].body.startswith("x" * 1024 + "<p>[The text was cut here")
    assert feed.notice == (
        "It has more than is read: 2 titles are cut to 6 characters (max_title); "
        "1 text is cut to 1 KiB (max_content_kib)."
    )


def test_an_entry_without_a_guid_has_one_name_however_much_of_its_title_is_kept() -> None:
    items = f"<item><title>{'word ' * 300}</title></item>"
    names = {read(rss(items), Bounds(title=most)).entries[0].identity for most in (10, 1000, 5000)}
    assert len(names) == 1


def test_bounds_hold_for_feeds_in_json_too() -> None:
    items = [{"id": str(number), "title": "A long title"} for number in range(5)]
    for document in ({"items": items}, {"rss": {"channel": {"item": items}}}):
        feed = read(json.dumps(document).encode(), Bounds(entries=2, title=6))
        assert [entry.title for entry in feed.entries] == ["A lon…", "A lon…"]
        assert "of 5 entries 2 are" in feed.notice


def test_a_text_of_three_million_characters_is_cut_and_says_so() -> None:
    (entry,) = read(rss(f"<item><description>{'word ' * 600_000}</description></item>")).entries
    assert len(entry.body) < 1_024_100
    assert entry.body.endswith("<p>[The text was cut here: it has 2,999,999 characters.]</p>")


def test_a_title_of_a_million_characters_is_a_line() -> None:
    (entry,) = read(rss(f"<item><title>{'word ' * 200_000}</title></item>")).entries
    assert len(entry.title) <= 1000


def test_of_very_many_categories_and_very_long_names_the_beginning_is_read() -> None:
    categories = "".join(f"<category>{number}</category>" for number in range(50_000))
    item = f"<item>{categories}<author>{'a' * 500_000}</author><title>After</title></item>"
    (entry,) = read(rss(item + "<item><title>Next</title></item>")).entries[:1]
    assert entry.title == "After"
    assert entry.categories[:2] == ("0", "1")
    assert len(entry.categories) == 100
    assert entry.author.startswith("aaa")


@pytest.mark.parametrize(
    "body",
    [
        "<b>" * 100_000,
        "<![CDATA[" + "<div>" * 200_000 + "]]>",
        "<a b='" * 100_000,
        "<x:y>" * 50_000,
        "&#65;" * 300_000,
        "&lt;!--" * 100_000,
        "<br/>" * 100_000,
        f"<itunes:keywords>{'k,' * 300_000}</itunes:keywords>",
        f"<enclosure url='{'x' * 5_000_000}'/>",
        f"<pubDate>{'1 ' * 500_000}</pubDate>",
        f"<link>{'x/' * 500_000}</link>",
    ],
    ids=lambda body: body[:24],
)
def test_much_of_one_thing_is_read_in_bounded_time(body: str) -> None:
    item = f"<item><title>First</title><description>{body}</description></item>"
    assert read(rss(item)).entries[0].title == "First"


def test_an_entity_bomb_is_no_text() -> None:
    bombs = "".join(f"<!ENTITY b{number} '{f'&b{number - 1};' * 10}'>" for number in range(1, 10))
    body = f"<!DOCTYPE rss [<!ENTITY b0 'boom'>{bombs}]>".encode() + rss(
        "<item><title>&b0; &b9;</title></item>"
    )
    assert read(body).entries[0].title == "boom &b9;"


def test_an_entity_that_would_fill_the_memory_is_left_as_it_is_written() -> None:
    doctype = f"<!DOCTYPE rss [<!ENTITY much '{'x' * 900}'>]>"
    items = f"<item><title>A</title><description>{'&much;' * 100_000}</description></item>"
    (entry,) = read(doctype.encode() + rss(items)).entries
    assert entry.body.startswith("&much;&much;")


def test_of_very_many_elements_and_prefixes_the_first_are_read() -> None:
    prefixes = "".join(f"<n{each}:a xmlns:n{each}='urn:{each}'/>" for each in range(20_000))
    (entry,) = read(rss(f"<item><title>A</title>{prefixes}</item>")).entries
    assert entry.title == "A"
    (entry,) = read(rss(f"<item><title>A</title>{'<enclosure/>' * 300_000}</item>")).entries
    assert (entry.title, entry.enclosures) == ("A", ())
