import pytest

from feedtui.clean import clean_line
from feedtui.errors import UsageError
from feedtui.model import Head, Item, Source, Status
from feedtui.query.parse import Query, parse_query

SOURCE = Source(
    "https://lwn.example.net/rss",
    clean_line("Linux News"),
    folder=clean_line("Tech/Linux"),
    tags=(clean_line("weekly"),),
)
HEAD = Head("00", clean_line("Kernel Weather: Straße im Sturm"), author=clean_line("B. Writer"))
ITEM = Item(HEAD, SOURCE, 0, HEAD.id)


def unread(_item: Item) -> Status:
    return Status()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kernel",
        "WEATHER kernel",
        '"kernel weather"',
        "strasse",
        "writer",
        "linux",
        "is:unread",
        "-is:read",
        "-is:starred",
        "feed:linux",
        "feed:lwn.example",
        "folder:tech",
        "folder:Tech/Linux",
        'feed:"linux news"',
        "tag:weekly",
        "kernel -windows is:unread",
        '"unfinished phrase'.replace("unfinished phrase", "kernel weather"),
    ],
)
def test_a_query_finds_what_it_describes(text: str) -> None:
    assert parse_query(text).select([ITEM], unread) == [ITEM]


@pytest.mark.parametrize(
    "text",
    [
        "windows",
        "-kernel",
        '"weather kernel"',
        "is:read",
        "is:starred",
        "feed:bsd",
        "folder:te",
        "folder:linux",
        "tag:week",
        "kernel windows",
    ],
)
def test_a_query_leaves_out_the_rest(text: str) -> None:
    assert parse_query(text).select([ITEM], unread) == []


def test_tags_of_the_entry_count_as_well() -> None:
    assert parse_query("tag:later").select([ITEM], lambda _: Status(tags=("Later",))) == [ITEM]


def test_a_state_that_entries_do_not_have_is_refused_with_those_they_have() -> None:
    with pytest.raises(UsageError, match="is:unread, is:read, is:starred"):
        parse_query("is:unraed")


def test_an_address_is_words_like_others() -> None:
    assert parse_query("https://x").terms[0].field == "text"


def test_nothing_asks_for_everything() -> None:
    assert parse_query("  ") == Query()
