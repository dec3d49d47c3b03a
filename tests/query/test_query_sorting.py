from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean_line
from feedtui.model import Head, Item, Source
from feedtui.query.grouping import GROUPINGS, Grouping, Part, arranged, day_name, parts
from feedtui.query.sorting import ORDERS, Order, ordered
from feedtui.query.views import newest_first

NEWS = Source("https://news.example/", clean_line("News"))
ALPHA = Source("https://alpha.example/", clean_line("alpha"))
MONDAY = int(datetime(2026, 9, 21, 12).astimezone().timestamp())
DAY = 86400


def item(title: str, source: Source, date: int) -> Item:
    return Item(Head(f"{title}{date}", clean_line(title)), source, date, f"{title}{date}")


RIVER = [
    item("cherry", NEWS, MONDAY),
    item("Apple", ALPHA, MONDAY - 100),
    item("banana", NEWS, MONDAY - DAY),
    item("Date", ALPHA, MONDAY - 3 * DAY),
]


def titles(items: list[Item]) -> list[str]:
    return [str(each.head.title) for each in items]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["cherry", "Apple", "banana", "Date"]),
        ("oldest", ["Date", "banana", "Apple", "cherry"]),
        ("feed", ["Apple", "Date", "cherry", "banana"]),
        ("title", ["Apple", "banana", "cherry", "Date"]),
        ("unread", ["Apple", "Date", "cherry", "banana"]),
    ],
)
def test_each_order_is_what_it_says(order: Order, expected: list[str]) -> None:
    read = frozenset({RIVER[0].id, RIVER[2].id})
    assert titles(ordered(RIVER, order, read)) == expected


def test_days_are_parts_in_the_order_of_time() -> None:
    rows = arranged(RIVER, "newest", "day", frozenset())
    assert rows == RIVER
    monday = date(2026, 9, 21)
    assert parts(rows, "day") == (
        Part(0, 2, day=monday),
        Part(2, 1, day=date(2026, 9, 20)),
        Part(3, 1, day=date(2026, 9, 18)),
    )
    upwards = arranged(RIVER, "oldest", "day", frozenset())
    assert [part.day for part in parts(upwards, "day")][-1] == monday


def test_entries_of_a_day_can_be_sorted_by_title() -> None:
    rows = arranged(RIVER, "title", "day", frozenset())
    assert titles(rows) == ["Apple", "cherry", "banana", "Date"]
    assert [part.length for part in parts(rows, "day")] == [2, 1, 1]


def test_feeds_are_parts_in_the_order_of_their_names() -> None:
    rows = arranged(RIVER, "oldest", "feed", frozenset())
    assert titles(rows) == ["Date", "Apple", "banana", "cherry"]
    assert parts(rows, "feed") == (Part(0, 2, "alpha"), Part(2, 2, "News"))


def test_without_entries_there_are_no_parts() -> None:
    assert [parts([], grouping) for grouping in GROUPINGS] == [(), (), ()]


def test_days_have_names() -> None:
    today = date(2026, 9, 21)
    assert day_name(today, today) == "Today"
    assert day_name(date(2026, 9, 20), today) == "Yesterday"
    assert day_name(date(2026, 9, 18), today) == "Friday 18 September"
    assert day_name(date(2025, 1, 2), today) == "Thursday 2 January 2025"


def rivers() -> Iterator[st.SearchStrategy[list[Item]]]:
    entry = st.builds(
        item, st.sampled_from("aBcD"), st.sampled_from((NEWS, ALPHA)), st.integers(0, 2**31)
    )
    yield st.lists(entry, max_size=20, unique_by=lambda each: each.id).map(newest_first)


@given(
    next(rivers()), st.sampled_from(ORDERS), st.sampled_from(("day", "feed")), st.integers(0, 20)
)
def test_arranging_loses_nothing_and_parts_are_of_one_kind(
    river: list[Item], order: Order, grouping: Grouping, read: int
) -> None:
    rows = arranged(river, order, grouping, frozenset(each.id for each in river[:read]))
    assert sorted(rows, key=id) == sorted(river, key=id)
    found = parts(rows, grouping)
    assert sum(part.length for part in found) == len(rows)
    for part in found:
        kinds = {kind(each, grouping) for each in rows[part.start : part.start + part.length]}
        assert len(kinds) == 1
    for one, other in pairwise(found):
        assert kind(rows[one.start], grouping) != kind(rows[other.start], grouping)


def kind(item: Item, grouping: Grouping) -> object:
    if grouping == "feed":
        return item.source
    return datetime.fromtimestamp(item.date).astimezone().date()
