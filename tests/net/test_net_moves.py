from feedtui.clean import SafeText
from feedtui.model import FetchHistory, Move
from feedtui.net.moves import is_settled, moved, moved_by_person, taken_back
from feedtui.net.pauses import DAY

NOW = 1_790_000_000
NEW = "https://new.example/feed"


def seen(*days: int, target: str = NEW) -> FetchHistory:
    history = FetchHistory()
    for day in days:
        history = moved(history, target, NOW + day * DAY)
    return history


def settled(history: FetchHistory, day: int) -> bool:
    return history.moved is not None and is_settled(history.moved, NOW + day * DAY)


def test_a_move_is_believed_when_it_was_seen_three_times_over_seven_days() -> None:
    assert seen(0, 3, 7).moved == Move(NEW, NOW, NOW + 7 * DAY, 3)
    assert settled(seen(0, 3, 7), 7)


def test_a_move_that_was_seen_too_seldom_or_too_shortly_is_not_believed() -> None:
    assert not settled(seen(0, 8), 8)
    assert not settled(seen(0, 1, 2, 3, 4, 5, 6), 6)
    assert not settled(seen(0, 1, 2), 30)


def test_a_move_that_is_not_there_any_more_is_forgotten() -> None:
    assert moved(seen(0, 3), "", NOW).moved is None


def test_another_target_begins_anew() -> None:
    changed = moved(seen(0, 3), "https://other.example/", NOW + 7 * DAY)
    assert changed.moved == Move("https://other.example/", NOW + 7 * DAY, NOW + 7 * DAY)


def test_a_clock_that_jumped_settles_nothing() -> None:
    assert moved(seen(100, 104, 108), NEW, NOW).moved == Move(NEW, NOW, NOW)
    assert not settled(seen(0, 3, 7), 6)


def test_a_move_that_a_person_took_back_is_not_made_again() -> None:
    history = taken_back(seen(0, 3, 7), NEW, NOW + 8 * DAY)
    for day in (9, 12, 20, 40):
        history = moved(history, NEW, NOW + day * DAY)
    assert history.moved is not None
    assert history.moved.times == 5
    assert not settled(history, 40)
    other = "https://other.example/"
    for day in (41, 45, 49):
        history = moved(history, other, NOW + day * DAY)
    assert settled(history, 49)


def test_a_feed_that_a_person_has_moved_is_asked_at_once_and_as_one_that_is_new_there() -> None:
    history = FetchHistory(
        address="https://old.example/feed",
        etag='"1"',
        last_modified="yesterday",
        body_hash="b",
        next=NOW + DAY,
        failures=3,
        error=SafeText("it is gone"),
        gone=True,
        moved=Move(NEW, NOW, NOW),
        asked=9,
    )
    there = moved_by_person(history, NEW, NOW)
    assert there == FetchHistory(
        address=history.address,
        body_hash="b",
        next=NOW,
        why=SafeText("it has a new address"),
        asked=9,
    )


def test_a_feed_keeps_the_validators_of_where_it_moves_and_the_pause_of_its_host() -> None:
    history = FetchHistory(address=NEW, etag='"1"', next=NOW + DAY, asked_to_wait=True)
    there = moved_by_person(history, NEW, NOW)
    assert (there.etag, there.next, there.asked_to_wait) == ('"1"', NOW + DAY, True)
