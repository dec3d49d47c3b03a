from feedtui.clean import clean_line
from feedtui.model import Head, Item, Source
from feedtui.query.views import (
    ALL,
    STARRED,
    UNREAD,
    View,
    among,
    ids_of,
    newest_first,
    shows_source,
    without,
)


def source(name: str, folder: str = "", *, hidden: bool = False) -> Source:
    return Source(f"https://{name}.example/", clean_line(name), clean_line(folder), hidden=hidden)


SOURCES = (
    source("lwn", "Tech/Linux"),
    source("news"),
    source("python", "Tech"),
    source("secret", "Tech", hidden=True),
    source("poems", "Arts"),
    source("kernel", "Tech/Linux"),
    source("technique", "Technique"),
)


def shown(view: View) -> list[str]:
    return [str(each.title) for each in SOURCES if shows_source(view, each)]


def test_a_folder_shows_the_feeds_in_it_and_below_it() -> None:
    assert shown(View("folder", "Tech")) == ["lwn", "python", "kernel"]
    assert shown(View("folder", "Tech/Linux")) == ["lwn", "kernel"]


def test_a_hidden_feed_shows_itself_and_its_stars_only() -> None:
    assert "secret" not in shown(ALL)
    assert "secret" not in shown(UNREAD)
    assert "secret" in shown(STARRED)
    assert shown(View("feed", "https://secret.example/")) == ["secret"]


def test_the_river_is_newest_first_and_keeps_the_order_of_equals() -> None:
    dates = [3, 9, 3, 9, 1]
    items = [
        Item(Head(str(index), clean_line("t")), SOURCES[0], date, str(index))
        for index, date in enumerate(dates)
    ]
    assert [item.head.id for item in newest_first(items)] == ["1", "3", "0", "2", "4"]


def test_entries_are_told_by_their_ids_in_their_order() -> None:
    river = [Item(Head(name, clean_line("t")), SOURCES[0], 0, name) for name in "abcd"]
    assert [item.id for item in among(river, {"d", "b", "x"})] == ["b", "d"]
    assert [item.id for item in without(river, {"d", "b", "x"})] == ["a", "c"]
    assert ids_of(river) == {"a", "b", "c", "d"}
