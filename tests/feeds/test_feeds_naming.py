"""What feeds do to their guids, and what becomes of their entries."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import SafeText
from feedtui.feeds.identity import entry_id
from feedtui.feeds.merge import Merged, merge
from feedtui.feeds.naming import ids_of
from feedtui.feeds.parse import parse
from feedtui.model import Entry, Feed, StoredFeed

URL = "https://example.org/feed"
HOUR = 3600
NOW = 1_700_000_000
NOTHING = StoredFeed(url=URL)

POST = Entry(
    identity="guid",
    title=SafeText("A title"),
    link=SafeText("https://example.org/1"),
    published=NOW,
    body="<p>Text</p>",
)
OTHER = replace(POST, identity="other", title=SafeText("Other"), link=SafeText(f"{POST.link}0"))


def ids(*entries: Entry) -> tuple[str, ...]:
    return ids_of(NOTHING, entries, (), NOW)


def then(*documents: list[Entry]) -> Merged:
    """The last of several documents, merged with those before it."""
    merged = merge(NOTHING, Feed(SafeText("F")), NOW)
    for document in documents:
        merged = merge(merged.feed, Feed(SafeText("F"), entries=tuple(document)), NOW)
    return merged


def test_an_entry_that_shares_its_name_with_none_is_called_by_it() -> None:
    assert ids(POST) == (entry_id(URL, "guid"),)


def test_the_same_entry_twice_is_one() -> None:
    one, two = ids(POST, POST)
    assert one == two


@pytest.mark.parametrize(
    "other",
    [
        replace(POST, link=SafeText("https://example.org/2")),
        replace(POST, published=NOW + 1),
        replace(POST, title=SafeText("Other")),
        replace(POST, body="<p>Other</p>"),
    ],
)
def test_entries_that_share_a_guid_stay_two_and_do_not_depend_on_their_order(other: Entry) -> None:
    one, two = ids(POST, other)
    assert one != two
    assert ids(other, POST) == (two, one)


def test_an_entry_keeps_its_id_when_another_of_its_name_comes_and_when_that_goes() -> None:
    undated = replace(POST, published=None)
    namesake = replace(OTHER, identity="guid", published=None)
    both = then([undated], [undated, namesake])
    assert len(both.new) == 1
    assert both.ids[0] == entry_id(URL, "guid")
    assert then([undated], [undated, namesake], [namesake]).new == ()
    assert then([undated, namesake], [undated], [namesake]).new == ()


@pytest.mark.parametrize(
    "renamed",
    [
        replace(POST, identity="another scheme"),
        replace(POST, identity="another scheme", published=None),
        replace(POST, identity="x", published=NOW + HOUR, body="<p>Edited</p>"),
        replace(POST, identity="x", link=SafeText("http://www.example.org/1/?utm_source=rss")),
        replace(POST, identity="x", link=SafeText("https://example.org/1?ts=5"), body="Edited"),
        replace(POST, identity="x", link=SafeText("https://example.org/1?key=5"), body="Edited"),
        replace(POST, identity="x", link=SafeText("https://moved.example/1")),
        replace(POST, identity="x", published=NOW - 90 * HOUR),
    ],
)
def test_an_entry_under_another_guid_that_looks_the_same_is_not_new(renamed: Entry) -> None:
    merged = then([POST, OTHER], [renamed, OTHER])
    assert (merged.new, len(merged.feed.heads)) == ((), 2)
    assert merged.ids[0] == entry_id(URL, "guid")


def test_a_guid_that_is_new_with_each_fetch_makes_no_new_entry() -> None:
    documents = [
        [replace(each, identity=f"{each.link}?time={n}") for each in (POST, OTHER)]
        for n in range(5)
    ]
    merged = then(*documents)
    assert (merged.new, merged.changed, len(merged.feed.heads)) == ((), (), 2)


@pytest.mark.parametrize(
    "another",
    [
        replace(POST, identity="x", title=SafeText("Another")),
        replace(POST, identity="x", published=NOW + 24 * HOUR, body="<p>Tomorrow</p>"),
        replace(POST, identity="x", link=SafeText("https://example.org/2"), body="<p>Two</p>"),
    ],
)
def test_an_entry_under_another_guid_that_looks_otherwise_is_new(another: Entry) -> None:
    merged = then([POST, OTHER], [another, OTHER])
    assert (len(merged.new), len(merged.feed.heads)) == (1, 3)


def test_an_entry_that_is_still_listed_gives_its_id_to_none() -> None:
    merged = then([POST], [POST, replace(POST, identity="copy")])
    assert len(merged.new) == 1


def test_a_thousand_entries_with_neither_guid_nor_link_stay_a_thousand() -> None:
    items = "".join(f"<item><description>Story {n}</description></item>" for n in range(1046))
    feed = parse(f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), URL)
    assert isinstance(feed, Feed)
    first = merge(NOTHING, feed, NOW)
    again = merge(first.feed, feed, NOW + HOUR)
    assert (len(first.new), len(again.new), len(again.feed.heads)) == (1046, 0, 1046)


def test_ten_thousand_entries_with_one_guid_are_soon_told_apart() -> None:
    entries = [replace(POST, link=SafeText(f"https://example.org/{n}")) for n in range(10_000)]
    first = merge(NOTHING, Feed(SafeText("F"), entries=tuple(entries)), NOW)
    begin = time.process_time()
    churned = [replace(each, identity="new") for each in entries]
    again = merge(first.feed, Feed(SafeText("F"), entries=tuple(churned)), NOW)
    assert time.process_time() - begin < 5
    assert (len(first.new), len(again.new)) == (10_000, 0)


entries = st.lists(
    st.builds(
        Entry,
        identity=st.sampled_from("abc"),
        title=st.sampled_from("xyz").map(SafeText),
        link=st.sampled_from(["", "l", "m"]).map(SafeText),
        published=st.sampled_from([None, 1, 2]),
        body=st.sampled_from(["", "t"]),
    ),
    max_size=12,
)


@given(entries)
def test_no_two_different_entries_of_a_document_share_an_id(written: list[Entry]) -> None:
    assert len(set(ids(*written))) == len(set(written))


@given(entries)
def test_ids_do_not_depend_on_order(written: list[Entry]) -> None:
    assert ids(*written) == ids(*written[::-1])[::-1]
