from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.config.subscriptions import add_all, first_file, remove
from feedtui.errors import ConfigError, StoreError, UsageError
from feedtui.library.feeds_edits import applied, difference, inverse
from feedtui.library.home import Home
from feedtui.library.removing import remove_feed
from feedtui.library.subscribing import resubscribe, subscribe, subscribe_all, unsubscribe
from feedtui.model import Subscription
from feedtui.query.views import ALL
from feedtui.store.removed import forget_removed, kept_besides, note_removed, removed_since
from refusing import Disk
from stock import NEWS, POEMS
from world import NOON, Clock

BY_HAND = """\
# My feeds, sorted by mood.

[[feed]]   # the first one
url = "https://a.example/feed"
title = "A"      # shorter
folder = "Tech"

# The poems.
[[feed]]
url = "https://b.example/feed"
tags = ["long"]

[[feed]]
url = "https://c.example/feed"
"""
A, B, C = (f"https://{letter}.example/feed" for letter in "abc")


def feed_of(home: Home, url: str) -> Subscription:
    return next(feed for feed in home.subscriptions() if feed.url == url)


def undone(home: Home) -> str | None:
    return home.library().undo()


def test_unsubscribing_is_taken_back_byte_for_byte(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    remove_feed(home, feed_of(home, A), "A")
    removed = path.read_text()
    assert [feed.url for feed in home.subscriptions()] == [B, C]
    assert undone(home) == "unsubscribed from A"
    assert path.read_text() == BY_HAND
    assert home.library().redo() == "unsubscribed from A"
    assert path.read_text() == removed


def test_a_file_that_was_edited_since_gets_the_feed_back_in_its_place(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    remove_feed(home, feed_of(home, A), "A")
    path.write_text(path.read_text() + '\n[[feed]]\nurl = "https://d.example/feed"\n')
    undone(home)
    assert path.read_text() == (
        "# My feeds, sorted by mood.\n\n# the first one\n# shorter\n\n"
        f'[[feed]]\nurl = "{A}"\ntitle = "A"\nfolder = "Tech"\n\n'
        f'# The poems.\n[[feed]]\nurl = "{B}"\ntags = ["long"]\n\n'
        f'[[feed]]\nurl = "{C}"\n\n[[feed]]\nurl = "https://d.example/feed"\n'
    )


def test_subscribing_is_taken_back(home: Home, write_feeds: Callable[[str], Path]) -> None:
    path = write_feeds(BY_HAND)
    new = Subscription("https://d.example/feed")
    subscribe(home.places, new, home.past().edited("subscribed to D"))
    assert undone(home) == "subscribed to D"
    assert path.read_text() == BY_HAND
    assert home.library().redo() == "subscribed to D"
    assert home.subscriptions()[-1] == new


def test_many_that_were_imported_are_one_step(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    wanted = [Subscription(f"https://{number}.example/") for number in range(9)]
    subscribe_all(home.places, wanted, home.past().edited("imported feeds.opml"))
    assert undone(home) == "imported feeds.opml"
    assert path.read_text() == BY_HAND


def test_a_change_is_taken_back_and_later_changes_of_other_keys_stay(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    changed = Subscription(A, title="Better", folder="Tech")
    resubscribe(home.places, changed, home.past().edited("renamed A"))
    text = path.read_text().replace('folder = "Tech"', 'folder = "Daily"  # mine')
    path.write_text(text)
    assert undone(home) == "renamed A"
    assert path.read_text() == text.replace('"Better"', '"A"')


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (('title = "A"', 'title = "B"'), "the feed was changed in feeds.toml since"),
        ((f'url = "{A}"', 'url = "https://other.example/"'), "not in feeds.toml any more"),
    ],
)
def test_what_a_person_changed_since_is_left_alone_and_said(
    home: Home, write_feeds: Callable[[str], Path], edit: tuple[str, str], reason: str
) -> None:
    path = write_feeds("")
    wanted = Subscription(A, title="A")
    subscribe(home.places, wanted, home.past().edited("subscribed to A"))
    path.write_text(path.read_text().replace(*edit))
    before = path.read_bytes()
    with pytest.raises(UsageError, match=f"“subscribed to A” can't be taken back: .*{reason}"):
        undone(home)
    assert path.read_bytes() == before
    assert undone(home) is None


def test_a_feed_that_is_there_again_is_not_put_back_twice(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    write_feeds(BY_HAND)
    remove_feed(home, feed_of(home, A), "A")
    subscribe(home.places, Subscription(A))
    with pytest.raises(UsageError, match=r"the feed is in feeds.toml again"):
        undone(home)


def test_a_file_with_a_mistake_is_left_alone_and_the_step_can_be_taken_back_later(
    home: Home, write_feeds: Callable[[str], Path]
) -> None:
    path = write_feeds(BY_HAND)
    library = home.library()
    remove_feed(home, feed_of(home, A), "A")
    good = path.read_text()
    path.write_text(good + "\nfoo")
    with pytest.raises(ConfigError, match="not TOML"):
        library.undo()
    assert path.read_text() == good + "\nfoo"
    path.write_text(good)
    assert library.undo() == "unsubscribed from A"
    assert path.read_text() == BY_HAND


def test_entries_and_marks_of_a_removed_feed_are_kept(stocked: Home) -> None:
    remove_feed(stocked, feed_of(stocked, NEWS), "News")
    assert len(stocked.library().items(ALL)) == 2
    undone(stocked)
    assert len(stocked.library().items(ALL)) == 5


def test_it_is_noted_when_a_feed_was_removed_and_forgotten_when_it_is_back(
    stocked: Home, clock: Clock
) -> None:
    remove_feed(stocked, feed_of(stocked, NEWS), "News")
    clock.advance(100)
    cache = stocked.cache()
    assert list(kept_besides(cache, [POEMS])) == [NEWS]
    assert removed_since(cache, NEWS, clock.seconds()) == NOON
    undone(stocked)
    assert not (cache.path(NEWS) / "removed.json").exists()


def test_a_feed_that_was_removed_by_hand_counts_from_when_that_is_noticed(
    stocked: Home, clock: Clock
) -> None:
    unsubscribe(stocked.places, NEWS)
    clock.advance(100)
    cache = stocked.cache()
    assert removed_since(cache, NEWS, clock.seconds()) == NOON + 100
    clock.advance(100)
    assert removed_since(cache, NEWS, clock.seconds()) == NOON + 100


feeds = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)


@given(feeds, feeds, feeds)
def test_an_edit_turned_round_gives_back_the_same_text_and_after_other_edits_the_same_feeds(
    before: list[str], after: list[str], others: list[str]
) -> None:
    old, new = text_of(before), text_of(after)
    edit = difference(old, new)
    if edit is None:
        assert set(before) == set(after)
        return
    assert applied(old, edit) == new
    assert applied(new, inverse(edit)) == old
    edited = text_of([*after, *(letter.upper() for letter in others)])
    back = applied(edited, inverse(edit))
    left = {line for line in back.splitlines() if line.startswith("url")}
    assert left == {
        line
        for line in text_of([*before, *(letter.upper() for letter in others)]).splitlines()
        if line.startswith("url")
    }


def text_of(letters: list[str]) -> str:
    wanted = [Subscription(f"https://{letter}.example/", title=letter) for letter in letters]
    return add_all(first_file(), wanted)


def test_several_feeds_come_back_in_their_order() -> None:
    old = text_of(["a", "b", "c", "d"])
    new = remove(remove(old, "https://b.example/"), "https://c.example/")
    edit = difference(old, new)
    assert edit is not None
    edited = new.replace('title = "d"', 'title = "D"')
    back = applied(edited, inverse(edit))
    assert back == old.replace('title = "d"', 'title = "D"')


def test_where_nothing_can_be_written_a_note_that_is_not_there_is_no_trouble(
    stocked: Home, disk: Disk
) -> None:
    cache = stocked.cache()
    disk.become_read_only()
    forget_removed(cache, NEWS)
    disk.recover()
    note_removed(cache, NEWS, NOON)
    disk.become_read_only()
    with pytest.raises(StoreError, match=r"removed\.json can't be deleted: Read-only"):
        forget_removed(cache, NEWS)
