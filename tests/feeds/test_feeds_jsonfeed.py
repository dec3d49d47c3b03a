import json

import pytest

from feedtui.clean import SafeText
from feedtui.feeds.json_documents import read_json
from feedtui.model import Enclosure, Entry, Feed, NotAFeed

ADDRESS = "https://example.org/feed.json"


def entries(items: str) -> tuple[Entry, ...]:
    feed = read_json(f'{{"items": [{items}]}}', ADDRESS)
    assert isinstance(feed, Feed)
    return feed.entries


@pytest.mark.parametrize(
    "value", ["null", "true", "7", "1e999", '"x"', "[]", "[[]]", "{}", '[{"a": 1}]']
)
def test_no_value_of_the_wrong_kind_breaks_an_item(value: str) -> None:
    names = (
        "url external_url title content_html content_text summary date_published date_modified"
        " author authors tags attachments"
    )
    wrong = ", ".join(f'"{name}": {value}' for name in names.split())
    (entry,) = entries(f'{{"id": "1", {wrong}}}')
    assert entry.identity == "1"


@pytest.mark.parametrize("value", ["null", "true", "[]", "{}"])
def test_an_item_without_a_usable_id_is_known_by_its_address(value: str) -> None:
    (entry,) = entries(f'{{"id": {value}, "url": "https://example.org/1"}}')
    assert entry.identity == "https://example.org/1"


def test_a_number_as_id_is_its_digits_however_many() -> None:
    one, two = entries(f'{{"id": 7, "title": "a"}}, {{"id": {"9" * 500}, "title": "b"}}')
    assert (one.identity, two.identity) == ("7", "9" * 500)


def test_a_number_too_long_for_python_does_not_cost_the_feed() -> None:
    (entry,) = entries(f'{{"title": "a", "id": "1", "x": {"9" * 5000}}}')
    assert entry.title == "a"


def test_half_a_character_is_replaced() -> None:
    (entry,) = entries(r'{"id": "\ud83d", "title": "\udc80", "content_html": "<p>\ud83d"}')
    assert (entry.identity, entry.title, entry.body) == ("\ufffd", "\ufffd", "<p>\ufffd")


def test_nesting_without_end_is_refused() -> None:
    answer = read_json('{"items": ' + "[" * 1_000_000, ADDRESS)
    assert answer == NotAFeed(SafeText("This is JSON nested too deep to be read, not a feed."))


def test_a_byte_order_mark_is_no_part_of_the_json() -> None:
    feed = read_json("\ufeff" + json.dumps({"title": "T", "items": []}), ADDRESS)
    assert isinstance(feed, Feed)
    assert feed.title == "T"


def test_names_without_a_list_around_them_are_taken() -> None:
    (entry,) = entries(
        '{"id": "1", "authors": ["First", {"name": "Second"}], "author": "Third", "tags": "one",'
        ' "attachments": {"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": "7",'
        ' "duration_in_seconds": 61.5}}'
    )
    assert entry.author == "Second, First, Third"
    assert entry.categories == ("one",)
    file = Enclosure(SafeText("https://example.org/a.mp3"), SafeText("audio/mpeg"), 7, duration=61)
    assert entry.enclosures == (file,)


def test_numbers_for_titles_and_dates_are_read() -> None:
    (entry,) = entries('{"id": 1.5, "title": 1984, "date_published": 1578666780}')
    assert (entry.identity, entry.title, entry.published) == ("1.5", "1984", 1_578_666_780)


def test_line_breaks_inside_strings_do_not_cost_the_feed() -> None:
    (entry,) = entries('{"id": "1", "title": "two\n lines"}')
    assert entry.title == "two lines"


def test_of_very_many_items_the_first_are_read_and_the_rest_is_told() -> None:
    items = ",".join(f'{{"id": "{number}"}}' for number in range(2001))
    feed = read_json(f'{{"items": [{items}]}}', ADDRESS)
    assert isinstance(feed, Feed)
    assert len(feed.entries) == 2000
    assert feed.notice == "It has more than is read: of 2,001 entries 2,000 are (max_entries)."
