from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean_line
from feedtui.errors import StoreError, UsageError
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.marks import POSITION, READ, STARRED, TAG
from feedtui.library.removing import remove_feed
from feedtui.library.retention import (
    GRACE,
    Purged,
    Surplus,
    binned,
    purge,
    purge_if_automatic,
    surpluses,
)
from feedtui.library.subscribing import resubscribe, subscribe, unsubscribe
from feedtui.model import Body, Entry, Feed, FullText, Head, StoredFeed, Subscription, Version
from feedtui.query.retention import Bounds, surplus
from feedtui.query.views import ALL
from feedtui.store.bin import FILE, Bin
from stock import NEWS, POEMS, Keep
from world import NOON, Clock, Complaints

DAY = 24 * 3600


def heads(*days_ago: int) -> list[Head]:
    return [
        Head(f"{place}", clean_line("t"), seen=NOON - days * DAY)
        for place, days in enumerate(days_ago)
    ]


def beyond(bounds: Bounds, *days_ago: int, exempt: str = "") -> str:
    found = surplus(heads(*days_ago), bounds, NOON, lambda head: head.id in exempt)
    return "".join(head.id for head in found)


def test_without_bounds_nothing_goes() -> None:
    assert beyond(Bounds(), 0, 1000, 100_000) == ""


def test_beyond_a_number_the_later_ones_of_the_list_go_and_exempt_ones_stay_but_count() -> None:
    assert beyond(Bounds(entries=2), 0, 0, 0, 0) == "23"
    assert beyond(Bounds(entries=2), 0, 0, 0, 0, exempt="02") == "3"


def test_beyond_an_age_those_go_that_came_earlier() -> None:
    assert beyond(Bounds(seconds=10 * DAY), 0, 10, 11, 5) == "2"


@given(
    st.lists(st.integers(0, 50), max_size=20),
    st.integers(0, 20),
    st.integers(0, 40),
    st.sets(st.integers(0, 20)),
)
def test_no_exempt_entry_goes_and_none_that_is_within_both_bounds(
    ages: list[int], entries: int, days: int, exempt: set[int]
) -> None:
    all_heads = heads(*ages)
    names = {str(number) for number in exempt}
    bounds = Bounds(entries, days * DAY)
    gone = surplus(all_heads, bounds, NOON, lambda head: head.id in names)
    assert names.isdisjoint(head.id for head in gone)
    for place, head in enumerate(all_heads):
        within = (not entries or place < entries) and (not days or ages[place] <= days)
        assert (head in gone) is not (within or head.id in names)


@pytest.fixture
def write_settings(home: Home) -> Callable[[str], None]:
    def write(text: str) -> None:
        home.places.config.mkdir(parents=True, exist_ok=True)
        home.places.settings.write_text(text)

    return write


Write = Callable[[str], None]


def titles(home: Home) -> list[str]:
    return [str(item.head.title) for item in home.library().items(ALL)]


def found(home: Home) -> dict[str, list[str]]:
    return {
        each.feed: [str(head.title) for head in each.heads]
        for each in surpluses(home, home.library())
    }


def purged(home: Home) -> Purged:
    return purge(home, surpluses(home, home.library()))


def read_all(home: Home) -> None:
    library = home.library()
    library.mark(library.every_item(), READ, "read all", value=True)


def test_nothing_goes_without_a_setting(stocked: Home, clock: Clock) -> None:
    read_all(stocked)
    clock.advance(10_000 * DAY)
    assert found(stocked) == {}
    assert purged(stocked) == Purged(0, 0)
    assert len(titles(stocked)) == 5


def test_unread_entries_stay_unless_a_setting_says_otherwise(
    stocked: Home, write_settings: Write
) -> None:
    write_settings("[keep]\nentries = 1\n")
    assert found(stocked) == {}
    write_settings('[keep]\nentries = 1\nunread = "drop"\n')
    assert found(stocked) == {NEWS: ["Beta", "Gamma"], POEMS: ["Sonnet"]}


@pytest.mark.parametrize(
    ("field", "value"), [(STARRED, True), (f"{TAG}later", True), (POSITION, "12:3 50")]
)
def test_what_is_starred_tagged_or_half_read_stays_always(
    stocked: Home, write_settings: Write, field: str, value: bool | str
) -> None:
    write_settings('[keep]\nentries = 1\nunread = "drop"\nage = "1d"\n')
    library = stocked.library()
    beta = next(item for item in library.every_item() if item.head.title == "Beta")
    library.mark([beta], field, "dear", value=value)
    assert found(stocked)[NEWS] == ["Gamma"]


@pytest.mark.parametrize("position", ["0:0 0", "40:0 100", "damaged"])
def test_what_was_read_to_its_end_or_hardly_begun_may_go(
    stocked: Home, write_settings: Write, position: str
) -> None:
    write_settings('[keep]\nentries = 1\nunread = "drop"\n')
    library = stocked.library()
    library.mark(library.every_item(), POSITION, "position", value=position)
    assert found(stocked)[NEWS] == ["Beta", "Gamma"]


def test_a_feed_has_bounds_of_its_own(stocked: Home, write_settings: Write, clock: Clock) -> None:
    write_settings('[keep]\nage = "10d"\nunread = "drop"\n')
    resubscribe(stocked.places, Subscription(NEWS, keep=2, keep_for=100 * DAY))
    clock.advance(11 * DAY)
    assert found(stocked) == {NEWS: ["Gamma"], POEMS: ["Ode", "Sonnet"]}


def test_what_would_go_is_said_with_its_size_and_its_dates(
    stocked: Home, write_settings: Write
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    news, _ = surpluses(stocked, stocked.library())
    size = len("<p>The text of Beta.</p>" + "<p>More.</p>" * 60)
    size += len("<p>The text of Gamma.</p>" + "<p>More.</p>" * 60)
    assert isinstance(news, Surplus)
    assert (news.title, news.size) == ("News", size)
    assert (news.oldest, news.newest) == (NOON - 7200, NOON - 3600)
    assert len(titles(stocked)) == 5


def test_a_purge_is_one_step_and_is_taken_back_whole(stocked: Home, write_settings: Write) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    cache = stocked.cache()
    beta, gamma = (head.id for head in cache.feed(NEWS).heads[1:])
    version = Version(clean_line("Bete"), Body("old"), 1, 2)
    text = FullText("<p>all</p>", "https://news.example/1", "readability", 1)
    cache.keep_earlier(NEWS, {beta: version})
    cache.full_texts(NEWS).keep(gamma, text)
    before, bodies = cache.feed(NEWS), cache.bodies(NEWS, [beta, gamma])
    assert purged(stocked) == Purged(3, 0)
    assert titles(stocked) == ["Alpha", "Ode"]
    assert cache.bodies(NEWS, [beta, gamma]) == {}
    assert cache.earlier(NEWS, beta) == ()
    assert cache.full_texts(NEWS).of(gamma) is None
    library = stocked.library()
    assert library.undo() == "purged 3 entries of 2 feeds"
    assert len(library.items(ALL)) == 5
    assert cache.feed(NEWS) == before
    assert cache.bodies(NEWS, [beta, gamma]) == bodies
    assert cache.earlier(NEWS, beta) == (version,)
    assert cache.full_texts(NEWS).of(gamma) == text
    assert not (cache.path(NEWS) / FILE).exists()
    assert library.redo() == "purged 3 entries of 2 feeds"
    assert [str(item.head.title) for item in library.items(ALL)] == ["Alpha", "Ode"]
    assert stocked.library().undo() == "purged 3 entries of 2 feeds"
    assert cache.feed(NEWS) == before


def entry(number: int, title: str) -> Entry:
    return Entry(
        str(number),
        clean_line(title),
        clean_line(f"{NEWS}/{number}"),
        published=NOON - number * 3600,
    )


def test_what_was_purged_does_not_come_again_while_its_feed_lists_it(
    stocked: Home, write_settings: Write, keep: Keep
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    purged(stocked)
    keep(NEWS, "News", ["Alpha", "Beta", "Gamma", "Delta"])
    assert titles(stocked) == ["Alpha", "Ode", "Delta"]
    feed = stocked.cache().feed(NEWS)
    assert [str(head.title) for head in feed.purged] == ["Beta", "Gamma"]
    stocked.library().undo()
    assert titles(stocked) == ["Alpha", "Ode", "Beta", "Sonnet", "Gamma", "Delta"]
    assert stocked.cache().feed(NEWS).purged == ()


def test_merging_sets_purged_entries_aside_whatever_becomes_of_them() -> None:
    first = merge(StoredFeed(NEWS), Feed(clean_line("News"), entries=(entry(0, "a"),)), NOON).feed
    old = replace(first, heads=(), purged=first.heads)
    changed = merge(old, Feed(clean_line("News"), entries=(entry(0, "b"), entry(1, "c"))), NOON)
    assert [str(head.title) for head in changed.feed.heads] == ["c"]
    assert [str(head.title) for head in changed.feed.purged] == ["b"]
    assert (len(changed.new), changed.changed, changed.before) == (1, (), ())
    gone = merge(changed.feed, Feed(clean_line("News"), entries=(entry(1, "c"),)), NOON)
    assert gone.feed.purged == ()
    known = {0: first.heads[0].id}
    rest = Feed(clean_line("News"), entries=(entry(1, "c"),))
    assert [str(head.title) for head in merge(old, rest, NOON, known).feed.heads] == ["c"]


def test_one_guid_for_all_does_not_hide_a_new_entry_behind_a_purged_one() -> None:
    one = Entry("same", clean_line("One"), clean_line(f"{NEWS}/1"), published=NOON - 7200)
    two = Entry("same", clean_line("Two"), clean_line(f"{NEWS}/2"), published=NOON - 3600)
    first = merge(StoredFeed(NEWS), Feed(clean_line("News"), entries=(one,)), NOON).feed
    old = replace(first, heads=(), purged=first.heads)
    after = merge(old, Feed(clean_line("News"), entries=(two,)), NOON)
    assert [str(head.title) for head in after.feed.heads] == ["Two"]


def test_the_bin_is_emptied_by_a_purge_thirty_days_later(
    stocked: Home, write_settings: Write, clock: Clock
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    purged(stocked)
    clock.advance(GRACE)
    assert purged(stocked) == Purged(0, 0)
    assert len(stocked.library().steps()) == 2
    clock.advance(DAY)
    assert purged(stocked) == Purged(0, 0)
    clock.advance(DAY)
    assert purged(stocked) == Purged(0, 3)
    assert stocked.library().steps() == ()
    assert not list(stocked.places.feeds.glob(f"*/{FILE}"))


def test_a_clock_that_was_years_ahead_for_some_hours_deletes_nothing_for_good(
    stocked: Home, write_settings: Write, clock: Clock
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    purged(stocked)
    for jump in (3650 * DAY, 3600, 3600, -3650 * DAY, DAY):
        clock.advance(jump)
        assert purged(stocked) == Purged(0, 0)
    assert binned(stocked) == 3
    assert stocked.library().undo() == "purged 3 entries of 2 feeds"
    assert len(stocked.library().every_item()) == 5


def test_a_damaged_note_of_the_last_look_keeps_the_bins(
    stocked: Home, write_settings: Write, clock: Clock, complaints: Complaints
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    purged(stocked)
    clock.advance(40 * DAY)
    stocked.places.emptying.write_text("nonsense")
    assert purged(stocked) == Purged(0, 0)
    assert any("emptying.json was damaged" in said for said in complaints.said)


def test_when_the_bin_is_gone_that_is_said(stocked: Home, write_settings: Write) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    purged(stocked)
    for path in stocked.places.feeds.glob(f"*/{FILE}"):
        path.unlink()
    with pytest.raises(UsageError, match="can't be taken back: nothing of it is in the bin"):
        stocked.library().undo()
    assert stocked.library().undo() == "read all"


def test_a_damaged_bin_is_moved_aside_and_the_next_purge_works(
    stocked: Home, write_settings: Write, complaints: Complaints
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    path = stocked.cache().path(NEWS) / FILE
    path.write_text("{")
    assert purged(stocked) == Purged(3, 0)
    assert path.with_name(f"{FILE}.damaged-1").exists()
    assert any("what was purged from its feed can't be brought back" in x for x in complaints.said)
    stocked.library().undo()
    assert len(titles(stocked)) == 5


class KilledError(Exception):
    """The program ended here."""


def test_a_kill_between_any_two_writes_loses_nothing_and_doubles_nothing(
    stocked: Home, write_settings: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    before = stocked.cache().feed(NEWS)
    bodies = stocked.cache().bodies(NEWS, [head.id for head in before.heads])
    original = Path.replace
    for allowed in range(20):
        left = allowed

        def replace_or_die(path: Path, target: Path) -> Path:
            nonlocal left
            if not left:
                raise KilledError
            left -= 1
            return original(path, target)

        monkeypatch.setattr(Path, "replace", replace_or_die)
        for act in (lambda: purged(stocked), lambda: stocked.library().undo()):
            with suppress(KilledError, UsageError):
                act()
        monkeypatch.setattr(Path, "replace", original)
        while (step := stocked.library().steps()[0]).name.startswith("purged"):
            with suppress(UsageError):
                assert stocked.library().undo() == step.name
        after = stocked.cache().feed(NEWS)
        assert after.heads == before.heads
        assert stocked.cache().bodies(NEWS, [head.id for head in before.heads]) == bodies


def test_a_feed_that_cannot_be_written_is_told_of_and_the_others_are_purged(
    stocked: Home, write_settings: Write, complaints: Complaints
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    (stocked.cache().path(NEWS) / "items.json").write_text('{"version":99}')
    purged(stocked)
    assert titles(stocked) == ["Alpha", "Ode", "Beta", "Gamma"]
    assert len(complaints.said) == 1
    assert "newer feedtui" in complaints.said[0]


def test_where_the_step_cannot_be_written_nothing_is_purged(
    stocked: Home, write_settings: Write
) -> None:
    write_settings("[keep]\nentries = 1\n")
    read_all(stocked)
    stocked.places.steps.unlink()
    stocked.places.steps.mkdir()
    with pytest.raises(StoreError):
        purged(stocked)
    assert len(titles(stocked)) == 5


def test_a_removed_feed_is_kept_for_thirty_days_and_then_goes_with_a_purge_only(
    stocked: Home, clock: Clock
) -> None:
    feed = next(feed for feed in stocked.subscriptions() if feed.url == NEWS)
    library = stocked.library()
    gamma = next(item for item in library.every_item() if item.head.title == "Gamma")
    library.mark([gamma], STARRED, "starred", value=True)
    remove_feed(stocked, feed, "News")
    clock.advance(GRACE - 1)
    assert found(stocked) == {}
    clock.advance(1)
    assert found(stocked) == {NEWS: ["Alpha", "Beta"]}
    assert purged(stocked) == Purged(2, 0)
    assert [str(head.title) for head in stocked.cache().feed(NEWS).heads] == ["Gamma"]
    assert stocked.library().undo() == "purged 2 entries of 1 feed"
    assert len(stocked.cache().feed(NEWS).heads) == 3


def test_who_subscribes_again_to_a_feed_that_was_removed_and_purged_gets_what_it_lists(
    stocked: Home, clock: Clock, keep: Keep
) -> None:
    unsubscribe(stocked.places, NEWS)
    purged(stocked)
    clock.advance(GRACE)
    assert purged(stocked) == Purged(3, 0)
    subscribe(stocked.places, Subscription(NEWS))
    assert titles(stocked) == ["Ode", "Sonnet"]
    keep(NEWS, "News", ["Alpha", "Beta"])
    assert titles(stocked) == ["Ode", "Alpha", "Sonnet", "Beta"]


def test_a_feed_that_came_and_went_by_hand_is_kept_from_the_last_time_on(
    stocked: Home, clock: Clock
) -> None:
    unsubscribe(stocked.places, NEWS)
    purged(stocked)
    clock.advance(20 * DAY)
    subscribe(stocked.places, Subscription(NEWS))
    purged(stocked)
    unsubscribe(stocked.places, NEWS)
    clock.advance(20 * DAY)
    assert purged(stocked) == Purged(0, 0)


def test_where_the_whole_list_of_feeds_is_missing_no_feed_counts_as_removed(
    stocked: Home, clock: Clock
) -> None:
    stocked.places.subscriptions.unlink()
    purged(stocked)
    clock.advance(100 * DAY)
    assert purged(stocked) == Purged(0, 0)


def test_of_a_feed_that_was_deleted_by_hand_the_first_purge_takes_nothing(
    stocked: Home, clock: Clock
) -> None:
    unsubscribe(stocked.places, NEWS)
    clock.advance(100 * DAY)
    assert purged(stocked) == Purged(0, 0)
    clock.advance(GRACE - 1)
    assert purged(stocked) == Purged(0, 0)
    clock.advance(1)
    assert purged(stocked) == Purged(3, 0)


def test_a_feed_that_was_asked_since_it_was_removed_begins_its_thirty_days_anew(
    stocked: Home, clock: Clock
) -> None:
    feed = next(feed for feed in stocked.subscriptions() if feed.url == NEWS)
    remove_feed(stocked, feed, "News")
    clock.advance(20 * DAY)
    cache = stocked.cache()
    cache.write_history(NEWS, replace(cache.history(NEWS), attempted=clock.seconds()))
    clock.advance(20 * DAY)
    assert found(stocked) == {}
    clock.advance(GRACE)
    assert found(stocked) == {NEWS: ["Alpha", "Beta", "Gamma"]}


def test_a_refresh_purges_only_where_the_person_set_it_so(
    stocked: Home, write_settings: Write
) -> None:
    read_all(stocked)
    write_settings("[keep]\nentries = 1\n")
    assert purge_if_automatic(stocked) == Purged(0, 0)
    write_settings("[keep]\nentries = 1\nautomatic = true\n")
    assert purge_if_automatic(stocked) == Purged(3, 0)


def test_two_batches_of_one_feed_come_back_each_by_its_own_step(stocked: Home) -> None:
    cache = stocked.cache()
    alpha, beta, _ = (head.id for head in cache.feed(NEWS).heads)
    bin_of_news = Bin(cache, NEWS, stocked.warn)
    bin_of_news.put({alpha}, 1)
    bin_of_news.put({beta}, 2)
    assert bin_of_news.restore(1)
    assert [str(head.title) for head in cache.feed(NEWS).heads] == ["Alpha", "Gamma"]
    assert not bin_of_news.restore(1)
    assert bin_of_news.restore(2)
    assert [str(head.title) for head in cache.feed(NEWS).heads] == ["Alpha", "Beta", "Gamma"]
