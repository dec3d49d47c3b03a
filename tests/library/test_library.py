from collections.abc import Sequence

import pytest

from feedtui.clean import clean_line
from feedtui.errors import StoreError, UsageError
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.library import Counts, Library
from feedtui.library.marks import READ, STARRED, TAG
from feedtui.model import Body, Entry, Feed, Status, StoredFeed, Subscription
from feedtui.query.views import ALL, UNREAD, View
from feedtui.query.views import STARRED as STARRED_VIEW
from world import NOON, Clock, Complaints

NEWS = Subscription("https://news.example/feed", folder="Daily")
POEMS = Subscription("https://poems.example/feed", title="Verse", folder="Arts/Poems")
SECRET = Subscription("https://secret.example/feed", hidden=True)
BOTH = (NEWS, POEMS)


def keep(home: Home, subscription: Subscription, titles: Sequence[str]) -> None:
    """Keep a feed as a fetch would, with an entry an hour older than the one before."""
    entries = tuple(
        Entry(f"{number}", clean_line(title), published=NOON - number * 3600, body=f"<p>{title}")
        for number, title in enumerate(titles)
    )
    cache = home.cache()
    feed = Feed(clean_line(f"Feed {subscription.url[8:12]}"), entries=entries)
    merged = merge(cache.feed(subscription.url), feed, NOON)
    cache.write(merged.feed, merged.bodies)


@pytest.fixture
def library(home: Home) -> Library:
    keep(home, NEWS, ["a", "b", "c"])
    keep(home, POEMS, ["x", "y"])
    return opened(home)


def opened(home: Home, subscriptions: Sequence[Subscription] = BOTH) -> Library:
    library = home.empty_library()
    library.load(subscriptions)
    return library


def titles(library: Library, view: View = ALL) -> list[str]:
    return [str(item.head.title) for item in library.items(view)]


def test_the_river_has_the_entries_of_all_feeds_newest_first(library: Library) -> None:
    assert titles(library) == ["a", "x", "b", "y", "c"]


def test_a_feed_and_a_folder_have_theirs(library: Library) -> None:
    assert titles(library, View("feed", POEMS.url)) == ["x", "y"]
    assert titles(library, View("folder", "Arts")) == ["x", "y"]
    assert titles(library, View("folder", "Daily")) == ["a", "b", "c"]


def test_sources_keep_the_order_of_the_file_and_the_persons_title_counts(library: Library) -> None:
    assert [source.title for source in library.sources] == ["Feed news", "Verse"]


def test_a_hidden_feed_is_in_no_river(home: Home) -> None:
    keep(home, NEWS, ["a"])
    keep(home, SECRET, ["s"])
    library = opened(home, (NEWS, SECRET))
    assert titles(library) == ["a"]
    assert titles(library, View("feed", SECRET.url)) == ["s"]
    assert library.counts(UNREAD) == Counts(total=1, unread=1)


def test_marking_changes_lists_counts_and_status(library: Library) -> None:
    first, second, *_ = library.items(ALL)
    library.mark([first], READ, "read", value=True)
    library.mark([second], STARRED, "star", value=True)
    library.mark([second], f"{TAG}later", "tag", value=True)
    assert titles(library, UNREAD) == ["x", "b", "y", "c"]
    assert titles(library, STARRED_VIEW) == ["x"]
    assert library.counts(ALL) == Counts(total=5, unread=4, starred=1)
    assert library.counts(View("feed", NEWS.url)) == Counts(total=3, unread=2)
    assert library.status(second) == Status(starred=True, tags=("later",))


def test_marks_are_there_after_a_restart(library: Library, home: Home) -> None:
    library.mark(library.items(ALL)[:2], READ, "read", value=True)
    assert titles(opened(home), UNREAD) == ["b", "y", "c"]


def test_marks_survive_a_refresh_and_a_changed_title(library: Library, home: Home) -> None:
    library.mark(library.items(ALL), READ, "read", value=True)
    keep(home, NEWS, ["A, corrected", "b", "c", "d"])
    library.reread(NEWS)
    assert titles(library, UNREAD) == ["d"]
    assert "A, corrected" in titles(library)


def test_marks_survive_feed_files_that_were_deleted_and_fetched_again(
    library: Library, home: Home
) -> None:
    library.mark(library.items(ALL)[:1], READ, "read", value=True)
    for file in home.places.feeds.glob("*/*.json"):
        file.unlink()
    keep(home, NEWS, ["a", "b", "c"])
    assert titles(opened(home), UNREAD) == ["b", "c"]


def test_marks_survive_unsubscribing_and_subscribing_again(library: Library, home: Home) -> None:
    library.mark(library.items(ALL), READ, "read", value=True)
    assert titles(opened(home, (POEMS,))) == ["x", "y"]
    assert opened(home).counts(ALL) == Counts(total=5)


def test_undo_takes_back_the_latest_step_whole(library: Library) -> None:
    items = library.items(ALL)
    library.mark(items[:1], READ, "read one", value=True)
    library.mark(items, READ, "read all", value=True)
    assert library.undo() == "read all"
    assert titles(library, UNREAD) == ["x", "b", "y", "c"]
    assert library.undo() == "read one"
    assert library.counts(UNREAD).unread == 5
    assert library.undo() is None


def test_undo_is_there_after_a_restart_too(library: Library, home: Home) -> None:
    library.mark(library.items(ALL), READ, "read all", value=True)
    library.undo()
    assert opened(home).counts(UNREAD).unread == 5


def test_what_changes_nothing_is_no_step(library: Library) -> None:
    items = library.items(ALL)
    assert library.mark(items, READ, "first", value=True) == 5
    assert library.mark(items, READ, "again", value=True) == 0
    assert library.undo() == "first"


def test_one_mark_is_one_line(library: Library, home: Home) -> None:
    library.mark(library.items(ALL)[:1], READ, "read", value=True)
    (journal,) = home.places.marks.glob("*.jsonl")
    assert len(journal.read_text().splitlines()) == 2


def test_marks_of_another_process_are_caught_up_with(library: Library, home: Home) -> None:
    other = opened(home)
    other.mark(other.items(ALL)[:2], READ, "read", value=True)
    assert library.catch_up()
    assert library.counts(UNREAD).unread == 3
    assert not library.catch_up()


def test_the_latest_mark_counts_even_when_the_clock_runs_backwards(
    library: Library, home: Home, clock: Clock
) -> None:
    item = library.items(ALL)[0]
    library.mark([item], READ, "read", value=True)
    clock.advance(-1_000_000)
    library.mark([item], READ, "unread", value=False)
    assert not opened(home).is_read(item)


def test_a_mark_that_cannot_be_written_is_not_shown_as_done(library: Library, home: Home) -> None:
    home.places.marks.rmdir() if home.places.marks.exists() else None
    home.places.marks.write_text("a file in its place")
    with pytest.raises(StoreError, match="can't be written"):
        library.mark(library.items(ALL), READ, "read", value=True)
    assert library.counts(UNREAD).unread == 5
    assert library.undo() is None


def test_a_feed_that_a_newer_version_wrote_is_told_of_and_the_others_are_read(
    library: Library, home: Home, complaints: Complaints
) -> None:
    news = next(home.places.feeds.glob("news*/heads.json"))
    news.write_text('{"version":99}')
    assert titles(opened(home)) == ["x", "y"]
    assert len(complaints.said) == 1
    assert "newer feedtui" in complaints.said[0]


def test_an_entry_is_found_by_the_beginning_of_its_id(library: Library) -> None:
    item = library.items(ALL)[2]
    assert library.find(item.head.id) == item
    assert library.find(item.head.id[:8]) == item


def test_no_entry_or_several_are_told_apart(library: Library) -> None:
    with pytest.raises(UsageError, match="no entry has an id that begins with “zz”"):
        library.find("zz")
    with pytest.raises(UsageError, match="5 entries have an id"):
        library.find("")


def test_a_text_is_read_when_it_is_asked_for(library: Library) -> None:
    assert library.body(library.items(ALL)[0]) == Body("<p>a")


def test_a_feed_that_was_never_fetched_has_its_address_for_a_title(home: Home) -> None:
    library = opened(home, (NEWS,))
    assert library.sources[0].title == NEWS.url
    assert titles(library) == []


def test_a_store_of_before_stays_as_it_is_when_it_is_only_read(
    library: Library, home: Home
) -> None:
    before = {path: path.read_bytes() for path in home.places.data.rglob("*.json")}
    titles(opened(home))
    assert {path: path.read_bytes() for path in home.places.data.rglob("*.json")} == before
    assert StoredFeed(NEWS.url) != home.cache().feed(NEWS.url)


def test_feeds_that_another_process_wrote_are_named_once(home: Home, library: Library) -> None:
    assert library.rewritten() == []
    keep(home, POEMS, ["x", "y", "z"])
    assert library.rewritten() == [POEMS.url]
    assert library.rewritten() == []


def test_a_feed_that_was_just_read_again_is_not_named(home: Home, library: Library) -> None:
    keep(home, NEWS, ["a", "b", "c", "d"])
    library.reread(NEWS)
    assert library.rewritten() == []
    assert "d" in titles(library)


def test_a_feed_that_comes_or_goes_is_named(home: Home) -> None:
    library = opened(home)
    assert library.rewritten() == []
    keep(home, NEWS, ["a"])
    assert library.rewritten() == [NEWS.url]
    library.reread(NEWS)
    home.cache().heads_file(NEWS.key).unlink()
    assert library.rewritten() == [NEWS.url]


def test_counts_of_a_river_are_those_of_now(library: Library) -> None:
    assert library.counts(ALL) == Counts(5, 5, 0)
    library.mark(library.items(ALL)[:2], READ, "read two", value=True)
    assert library.counts(ALL) == Counts(5, 3, 0)
    assert library.counts(View("folder", "Arts")) == Counts(2, 1, 0)
    library.undo()
    assert library.counts(ALL) == Counts(5, 5, 0)
