"""How feeds fare, in figures and in words."""

from datetime import UTC, datetime

import pytest

from feedtui.clean import clean_line
from feedtui.library.health import Health, Next, Order, Which, chosen, health_of, ordered
from feedtui.library.library import Counts
from feedtui.library.pace import ASCII_BLOCKS, DAY, WEEK, by_week, chart, halved, how_often
from feedtui.library.state import sentences, signs, size_of, time_since, time_until
from feedtui.model import WELCOME, FetchHistory, Head, Source
from world import NOON

SOURCE = Source("https://a.example/feed", clean_line("A"), link=clean_line("https://a.example/"))


def heads(*ages: int) -> tuple[Head, ...]:
    """Entries that came so many seconds ago."""
    return tuple(
        Head(str(at), clean_line("T"), published=NOON - age) for at, age in enumerate(ages)
    )


ANSWERED = FetchHistory(succeeded=NOON - 60, attempted=NOON - 60)
NO_ENTRIES = Counts()
IN_AN_HOUR = Next(NOON + 3600, "as usual")


def health(
    history: FetchHistory = ANSWERED,
    entries: tuple[Head, ...] = (),
    counts: Counts = NO_ENTRIES,
    source: Source = SOURCE,
    planned: Next = IN_AN_HOUR,
) -> Health:
    return health_of(source, history, entries, counts, planned, NOON)


def test_the_chart_has_a_bar_for_each_week_of_half_a_year() -> None:
    counts = by_week([NOON, NOON - 1, NOON - WEEK, NOON - 26 * WEEK, NOON + 1], NOON)
    assert len(counts) == 26
    assert (counts[-1], counts[-2], sum(counts)) == (2, 1, 3)
    assert chart((0, 1, 4, 8)) == " ▁▄█"
    assert chart((0, 1, 4, 8), ASCII_BLOCKS) == " _-#"
    assert chart((0, 0)) == "  "
    assert halved((1, 2, 3, 4)) == (3, 7)


@pytest.mark.parametrize(
    ("weekly", "said"),
    [
        (0.0, "nothing in the last half-year"),
        (12.4, "about 12 a week"),
        (0.5, "about 2 a month"),
        (0.04, "less than one a month"),
    ],
)
def test_how_often_a_feed_writes_is_said_as_people_say_it(weekly: float, said: str) -> None:
    assert how_often(weekly) == said


def test_a_feed_that_failed_is_failing_and_says_why() -> None:
    history = FetchHistory(
        attempted=NOON - 60, succeeded=NOON - 3 * DAY, error=clean_line("no answer"), failures=3
    )
    fares = health(history)
    assert fares.failing
    assert signs(fares) == "failing"
    said = sentences(fares, NOON)
    assert said[:3] == (
        "it last answered 3 days ago",
        "last error: no answer (3 times in a row)",
        "asked next: in an hour: as usual",
    )


def test_a_feed_that_is_gone_is_never_asked_by_itself() -> None:
    history = FetchHistory(attempted=NOON - 60, error=clean_line("gone"), gone=True)
    fares = health(history, planned=Next(None, "it is gone"))
    assert signs(fares) == "gone"
    assert sentences(fares, NOON)[0] == "it has never answered, but was asked a minute ago"
    assert "asked next: never: it is gone" in sentences(fares, NOON)


@pytest.mark.parametrize(
    ("age", "rhythm", "silent"),
    [(59 * DAY, None, False), (61 * DAY, None, True), (61 * DAY, 30 * DAY, False)],
)
def test_a_feed_is_silent_after_two_months_unless_that_is_its_way(
    age: int, rhythm: int | None, *, silent: bool
) -> None:
    history = FetchHistory(attempted=NOON, succeeded=NOON, rhythm=rhythm)
    assert health(history, heads(age)).silent is silent


def test_neither_a_feed_that_never_answered_nor_the_welcome_is_silent() -> None:
    assert not health(FetchHistory(attempted=NOON)).silent
    assert not health(source=Source(WELCOME, clean_line("Welcome"))).silent


@pytest.mark.parametrize(
    ("counts", "never"),
    [
        (Counts(5, 5), True),
        (Counts(5, 4), False),
        (Counts(5, 5, 1), False),
        (Counts(), False),
    ],
)
def test_a_feed_is_never_read_when_all_of_it_is_unread_and_nothing_starred(
    counts: Counts, *, never: bool
) -> None:
    assert health(counts=counts).never_read is never


def test_the_share_of_requests_without_news_is_said() -> None:
    history = FetchHistory(
        attempted=NOON, succeeded=NOON, asked=40, unchanged=30, size=35_000, took=1234
    )
    fares = health(history, counts=Counts(3, 2, 1))
    assert fares.share_not_modified == 75
    assert sentences(fares, NOON)[3] == (
        "3 entries, 2 unread, 1 starred; 40 requests, 75 % without news, 34 KiB, 1,234 ms"
    )
    assert health(FetchHistory()).share_not_modified is None


def test_a_move_is_told_and_whether_the_target_is_there() -> None:
    planned = Next(NOON, "", "https://me:pw@b.example/feed", taken=True)
    said = sentences(health(planned=planned), NOON)
    assert (
        "its host says it has moved to https://•••@b.example/feed, which is subscribed" in said[2]
    )
    assert signs(health(planned=planned)) == "moved"


def named(title: str, **facts: object) -> Health:
    return Health(f"https://{title}.example/", title, **facts)  # type: ignore[arg-type]


FEEDS = (
    named("quiet", silent=True, posts=(0,) * 26),
    named("Well", posts=(3,) * 26, succeeded=datetime.fromtimestamp(NOON, UTC)),
    named("bad", failing=True, never_read=True),
)


@pytest.mark.parametrize(
    ("which", "titles"),
    [
        ("all", ["quiet", "Well", "bad"]),
        ("failing", ["bad"]),
        ("silent", ["quiet"]),
        ("never read", ["bad"]),
    ],
)
def test_lists_of_feeds_that_need_care(which: Which, titles: list[str]) -> None:
    assert [each.feed_title for each in chosen(FEEDS, which)] == titles


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("need", ["bad", "quiet", "Well"]),
        ("title", ["bad", "quiet", "Well"]),
        ("last answer", ["bad", "quiet", "Well"]),
        ("most posts", ["Well", "bad", "quiet"]),
    ],
)
def test_feeds_are_sorted(order: Order, titles: list[str]) -> None:
    assert [each.feed_title for each in ordered(FEEDS, order)] == titles


def test_times_and_sizes_are_said_in_words() -> None:
    at = datetime.fromtimestamp(NOON, UTC)
    assert time_until(None, NOON) == time_since(None, NOON) == "never"
    assert (time_until(at, NOON - 30), time_until(at, NOON + 1)) == ("in 30 seconds", "now")
    assert (time_since(at, NOON + 7200), time_since(at, NOON - 5)) == (
        "2 hours ago",
        "0 seconds ago",
    )
    assert (size_of(0), size_of(900), size_of(2_000_000)) == ("", "900 B", "1,953 KiB")
