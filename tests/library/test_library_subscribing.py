from collections.abc import Callable
from pathlib import Path

import pytest

from feedtui.errors import ConfigError, UsageError
from feedtui.library.first_run import importable, prepare
from feedtui.library.home import Home
from feedtui.library.subscribing import (
    choose,
    move,
    resubscribe,
    subscribe,
    subscribe_all,
    unsubscribe,
)
from feedtui.model import WELCOME, Subscription
from feedtui.query.views import ALL

BY_HAND = """\
# My feeds, sorted by mood.

[[feed]]   # the first one
url = "https://a.example/feed"
title = "A"      # shorter

# Not read any more:
# [[feed]]
# url = "https://old.example/feed"
"""


def test_adding_keeps_every_line_that_a_person_wrote(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    subscribe(home.places, Subscription("https://b.example/feed", folder="Tech/Python"))
    assert path.read_text().startswith(BY_HAND)
    assert [feed.url for feed in home.subscriptions()] == [
        "https://a.example/feed",
        "https://b.example/feed",
    ]


def test_adding_and_removing_comes_back_to_the_same_text(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    subscribe(home.places, Subscription("https://b.example/feed"))
    unsubscribe(home.places, "https://b.example/feed")
    assert path.read_text() == BY_HAND


def test_changing_touches_the_changed_line_only(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    resubscribe(home.places, Subscription("https://a.example/feed", title="B"))
    assert path.read_text() == BY_HAND.replace('"A"', '"B"')


def test_a_feed_is_subscribed_to_once(home: Home, write_feeds: Callable[[str], Path]) -> None:
    path = write_feeds(BY_HAND)
    with pytest.raises(UsageError, match=r"https://a\.example/feed"):
        subscribe(home.places, Subscription("https://a.example/feed"))
    assert path.read_text() == BY_HAND


def test_a_file_with_a_mistake_is_reported_and_left_alone(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    broken = BY_HAND + '\n[[feed]]\nurl = "https://b.example/feed"\nfoldr = "x"\n'
    path = write_feeds(broken)
    with pytest.raises(ConfigError, match=r"feeds\.toml:13: .*foldr.*folder"):
        subscribe(home.places, Subscription("https://c.example/feed"))
    assert path.read_text() == broken


def test_many_are_added_in_one_edit_and_known_ones_stay(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    write_feeds(BY_HAND)
    wanted = [
        Subscription("https://a.example/feed", title="other"),
        Subscription("https://b.example/"),
    ]
    assert subscribe_all(home.places, wanted) == 1
    assert [(feed.url, feed.title) for feed in home.subscriptions()] == [
        ("https://a.example/feed", "A"),
        ("https://b.example/", ""),
    ]


def test_a_feed_gets_another_address_and_keeps_its_name_in_the_store(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    [feed] = home.subscriptions()
    moved = move(home.places, feed, "https://new.example/feed")
    assert path.read_text() == BY_HAND.replace(
        'url = "https://a.example/feed"\ntitle = "A"      # shorter\n',
        'url = "https://new.example/feed"\ntitle = "A"      # shorter\n'
        'formerly = "https://a.example/feed"\n',
    )
    assert home.subscriptions() == (moved,)
    assert moved.key == feed.key == "https://a.example/feed"


def test_a_feed_that_moves_on_and_back_is_as_it_was(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    [feed] = home.subscriptions()
    second = move(home.places, feed, "https://b.example/feed")
    third = move(home.places, second, "https://c.example/feed")
    assert (third.url, third.key) == ("https://c.example/feed", feed.url)
    assert move(home.places, third, feed.url) == feed
    assert path.read_text() == BY_HAND


def test_a_feed_takes_its_password_along_on_its_own_host_only(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    write_feeds('[[feed]]\nurl = "https://me:secret@a.example/feed"\n')
    [feed] = home.subscriptions()
    elsewhere = move(home.places, feed, "https://b.example/feed")
    assert elsewhere.url == "https://b.example/feed"
    back = move(home.places, elsewhere, feed.url)
    assert move(home.places, back, "https://a.example/new").url == "https://me:secret@a.example/new"


def test_a_feed_does_not_move_to_where_another_is(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    text = BY_HAND + '\n[[feed]]\nurl = "https://b.example/feed"\n'
    path = write_feeds(text)
    feed, _ = home.subscriptions()
    with pytest.raises(UsageError, match=r"^https://b\.example/feed is subscribed to already$"):
        move(home.places, feed, "https://b.example/feed")
    with pytest.raises(UsageError, match=r"feed\.url: expected a web address"):
        move(home.places, feed, "gopher://b.example/feed")
    assert path.read_text() == text


def test_two_feeds_may_change_places(home: Home, write_feeds: Callable[[str], Path]) -> None:
    write_feeds('[[feed]]\nurl = "https://a.example/"\n[[feed]]\nurl = "https://b.example/"\n')
    a, b = home.subscriptions()
    away = move(home.places, a, "https://c.example/")
    moved = move(home.places, b, "https://a.example/")
    move(home.places, away, "https://b.example/")
    assert [(feed.url, feed.key) for feed in home.subscriptions()] == [
        (b.url, a.key),
        (moved.url, b.key),
    ]


def test_a_feed_that_has_moved_is_not_added_again_under_its_first_address(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    write_feeds(BY_HAND)
    [feed] = home.subscriptions()
    move(home.places, feed, "https://new.example/feed")
    assert subscribe_all(home.places, [feed]) == 0
    with pytest.raises(UsageError, match="is subscribed to already"):
        subscribe(home.places, Subscription(feed.url))


def test_nothing_that_is_said_of_a_choice_has_a_password_in_it() -> None:
    known = (Subscription("https://me:secret@a.example/1"), Subscription("https://a.example/2"))
    titles = {feed.url: "Same" for feed in known}
    for name in ("same", "https://me:secret@b.example/"):
        with pytest.raises(UsageError) as caught:
            choose(known, name, titles.__getitem__)
        assert "secret" not in str(caught.value)


KNOWN = (Subscription("https://a.example/feed"), Subscription("https://b.example/feed"))
TITLES = {"https://a.example/feed": "Daily news", "https://b.example/feed": "Daily poems"}


@pytest.mark.parametrize("name", ["https://a.example/feed", "Daily news", "NEWS", "a.example"])
def test_a_feed_is_chosen_by_address_title_or_a_part(name: str) -> None:
    assert choose(KNOWN, name, TITLES.__getitem__) == KNOWN[0]


@pytest.mark.parametrize(
    ("name", "words"), [("daily", "could be 2 feeds"), ("zzz", "no subscribed")]
)
def test_a_choice_that_is_none_is_said(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        choose(KNOWN, name, TITLES.__getitem__)


def test_the_first_start_has_something_to_read_and_a_commented_file(home: Home) -> None:
    prepare(home)
    assert [feed.url for feed in home.subscriptions()] == [WELCOME]
    assert home.places.subscriptions.read_text().startswith("#")
    library = home.library()
    items = library.items(ALL)
    assert [str(item.head.title) for item in items] == [
        "Welcome: how to read",
        "How to subscribe",
        "Reading, starring, finding",
        "Your files",
        "From the shell",
    ]
    assert all(library.body(item) is not None for item in items)


def test_a_later_start_brings_nothing_back(home: Home) -> None:
    prepare(home)
    unsubscribe(home.places, WELCOME)
    prepare(home)
    assert home.subscriptions() == ()


def test_the_welcome_says_how_to_import_what_other_readers_left(home: Home) -> None:
    urls = next(iter(importable(home.environment)))
    urls.parent.mkdir(parents=True)
    urls.write_text("https://a.example/feed\n")
    prepare(home)
    library = home.library()
    body = library.body(library.items(ALL)[1])
    assert body is not None
    assert f"feedtui import {urls}" in body.html


def test_nothing_is_said_of_files_that_are_not_there(home: Home) -> None:
    prepare(home)
    library = home.library()
    bodies = [library.body(item) for item in library.items(ALL)]
    assert not any("another reader" in body.html for body in bodies if body)
