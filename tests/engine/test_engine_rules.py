"""One feed over many runs: what it is asked with, what is remembered, and when it is let go."""

from collections.abc import Sequence

import pytest

from feedtui import __version__
from feedtui.config.settings import Fetch, Settings
from feedtui.library.home import Home
from feedtui.model import Failed, Skipped, Subscription, Unchanged, Updated
from loopback import Loopback, Page, rss
from running import Engine
from world import Clock

HOUR, DAY = 3600, 86400


@pytest.fixture
def engine(home: Home, clock: Clock) -> Engine:
    return Engine(home, clock)


def sent(loopback: Loopback, header: str) -> Sequence[str | None]:
    return [each.headers.get(header) for each in loopback.log]


async def test_what_came_of_each_request_is_remembered_in_words(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    said = []
    for answer in (
        Page(rss("One", "Two"), headers={"ETag": '"1"'}),
        Page(status=304),
        rss("One", "Two"),
        rss("One!", "Two", "Three"),
        Page(status=500),
        "<!doctype html><title>Log in</title><body>Please log in",
    ):
        loopback.pages["/feed.xml"] = answer
        await engine.one(url, "all")
        said.append(engine.history(url).result)
    assert said[:4] == [
        "2 new entries",
        "nothing new (304)",
        "the same document again",
        "1 new entry, 1 changed",
    ]
    assert "HTTP 500" in said[4]
    assert "web page" in said[5]
    history = engine.history(url)
    assert (history.asked, history.unchanged, history.failures) == (6, 2, 2)


async def test_a_document_is_known_again_after_a_page_in_its_place(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    for answer in (rss("One"), "<!doctype html><title>Log in</title>", rss("One")):
        loopback.pages["/feed.xml"] = answer
        await engine.one(url, "all")
    assert engine.history(url).result == "the same document again"


async def test_when_news_last_came_is_remembered(engine: Engine, loopback: Loopback) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = rss("One")
    await engine.one(url)
    first = engine.clock.seconds()
    engine.clock.advance(DAY)
    loopback.pages["/feed.xml"] = rss("One, edited")
    await engine.one(url)
    assert engine.history(url).news == first
    engine.clock.advance(DAY)
    loopback.pages["/feed.xml"] = rss("One, edited", "Two")
    await engine.one(url)
    assert engine.history(url).news == first + 2 * DAY


async def test_validators_of_a_document_that_could_not_be_read_are_not_taken(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = Page("no feed at all", headers={"ETag": '"broken"'})
    assert isinstance(await engine.one(url), Failed)
    await engine.one(url, "all")
    assert sent(loopback, "If-None-Match") == [None, None]


async def test_a_feed_that_brings_nothing_for_a_month_is_asked_once_without_validators(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = Page(rss("One"), headers={"ETag": '"1"'})
    await engine.one(url)
    loopback.pages["/feed.xml"] = Page(status=304)
    engine.clock.advance(29 * DAY)
    await engine.one(url)
    loopback.pages["/feed.xml"] = Page(rss("One", "Two"), headers={"ETag": '"1"'})
    engine.clock.advance(2 * DAY)
    assert isinstance(await engine.one(url), Updated)
    engine.clock.advance(2 * DAY)
    await engine.one(url)
    assert sent(loopback, "If-None-Match") == [None, '"1"', None, '"1"']


async def test_a_host_that_says_not_modified_to_anything_is_doubted_once_a_month_only(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = Page(rss("One"), headers={"ETag": '"1"'})
    for _ in range(12):
        await engine.one(url)
        engine.clock.advance(8 * DAY)
    assert sent(loopback, "If-None-Match").count(None) == 3


async def test_a_feed_that_is_gone_is_told_once_and_asked_again_only_by_name(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/gone")
    failed = await engine.one(url)
    assert isinstance(failed, Failed)
    assert "gone for good" in failed.error
    skipped = Skipped(url, "its host says that it is gone for good", 0)
    engine.clock.advance(300 * DAY)
    assert await engine.one(url) == skipped
    assert await engine.one(url, "all") == skipped
    assert len(loopback.log) == 1
    assert isinstance(await engine.one(url, "named"), Failed)
    assert len(loopback.log) == 2


async def test_a_feed_that_comes_back_when_named_is_asked_again_as_ever(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = Page(status=410)
    url = loopback.url("/feed.xml")
    await engine.one(url)
    loopback.pages["/feed.xml"] = rss("One")
    assert isinstance(await engine.one(url, "named"), Updated)
    engine.clock.advance(2 * DAY)
    assert isinstance(await engine.one(url), Unchanged)


async def test_a_move_is_believed_when_it_was_seen_three_times_over_a_week(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    url, target = loopback.url("/moved"), loopback.url("/feed.xml")
    moved = []
    for _ in range(4):
        outcome = await engine.one(url)
        assert isinstance(outcome, Updated | Unchanged)
        moved.append(outcome.moved)
        engine.clock.advance(3 * DAY)
    assert moved == ["", "", "", target]


async def test_a_move_to_something_that_is_no_feed_is_not_believed(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = "<!doctype html><title>Log in</title><body>Please log in"
    for _ in range(6):
        assert isinstance(await engine.one(loopback.url("/moved"), "all"), Failed)
        engine.clock.advance(3 * DAY)
    assert engine.history(loopback.url("/moved")).moved is None


async def test_a_feed_that_has_moved_keeps_its_entries_and_its_history(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = Page(rss("One"), headers={"ETag": '"1"'})
    url, target = loopback.url("/moved"), loopback.url("/feed.xml")
    await engine.one(url)
    engine.clock.advance(DAY)
    loopback.log.clear()
    moved = Subscription(target, formerly=url)
    assert isinstance((await engine.run([moved]))[target], Unchanged)
    assert loopback.paths() == ["/feed.xml"]
    assert sent(loopback, "If-None-Match") == ['"1"']
    assert engine.history(url).asked == 2
    assert [head.title for head in engine.cache.feed(url).heads] == ["One"]


async def test_what_another_refresh_asked_while_this_one_waited_is_not_asked_again(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages |= {"/a.xml": rss("A"), "/b.xml": rss("B")}
    a, b = loopback.url("/a.xml"), loopback.url("/b.xml")
    await engine.run([b])
    engine.clock.advance(60)
    waiting_since = engine.clock.seconds()
    await engine.run([a])
    engine.clock.advance(5)
    outcomes = await engine.run([a, b], "all", waiting_since)
    next_time = engine.history(a).next
    assert outcomes[a] == Skipped(a, "another refresh has just asked it", next_time)
    assert isinstance(outcomes[b], Unchanged)


async def test_a_feed_is_asked_less_often_when_it_seldom_has_news(
    engine: Engine, loopback: Loopback
) -> None:
    dates = ("Sat, 05 Sep 2026", "Sat, 12 Sep 2026", "Sat, 19 Sep 2026")
    items = "".join(
        f"<item><guid>{date}</guid><pubDate>{date} 09:00:00 GMT</pubDate></item>" for date in dates
    )
    loopback.pages["/feed.xml"] = f"<rss version='2.0'><channel>{items}</channel></rss>"
    url = loopback.url("/feed.xml")
    await engine.one(url)
    assert engine.history(url).rhythm == 7 * DAY
    assert engine.history(url).next == engine.clock.seconds() + DAY
    own = Subscription(url, interval=HOUR)
    await engine.run([own], "all")
    assert engine.history(url).next == engine.clock.seconds() + HOUR


async def test_a_feed_that_falls_silent_is_asked_less_and_less(
    engine: Engine, loopback: Loopback
) -> None:
    dates = [f"Mon, 21 Sep 2026 {hour:02}:00:00 GMT" for hour in range(9, 14)]
    items = "".join(f"<item><guid>{each}</guid><pubDate>{each}</pubDate></item>" for each in dates)
    document = f"<rss version='2.0'><channel>{items}</channel></rss>"
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = Page(document, headers={"ETag": '"1"'})
    await engine.one(url)
    assert engine.history(url).next == engine.clock.seconds() + HOUR // 2
    loopback.pages["/feed.xml"] = Page(status=304)
    engine.clock.advance(2 * DAY)
    await engine.one(url)
    assert engine.history(url).next == engine.clock.seconds() + 3 * HOUR
    engine.clock.advance(20 * DAY)
    await engine.one(url)
    assert engine.history(url).next == engine.clock.seconds() + DAY


async def test_a_feed_is_not_asked_sooner_than_its_host_allows(
    engine: Engine, loopback: Loopback
) -> None:
    headers = {"Cache-Control": "max-age=18000", "ETag": '"1"'}
    loopback.pages["/feed.xml"] = Page(rss("One"), headers=headers)
    url = loopback.url("/feed.xml")
    await engine.one(url)
    assert engine.history(url).next == engine.clock.seconds() + 18000
    loopback.pages["/feed.xml"] = Page(status=304, headers=headers)
    await engine.one(url, "all")
    assert engine.history(url).next == engine.clock.seconds() + 18000


async def test_a_file_and_a_program_are_feeds_where_feeds_toml_says_so(
    engine: Engine,
) -> None:
    folder = engine.home.places.data
    folder.mkdir(parents=True)
    path = folder / "feed.xml"
    path.write_text(rss("From a file"))
    of_file, of_program = f"file://{path}", f"exec:cat {path}"
    outcomes = await engine.run([of_file, of_program])
    assert [isinstance(each, Updated) for each in outcomes.values()] == [True, True]
    engine.clock.advance(DAY)
    outcomes = await engine.run([of_file, of_program])
    assert [isinstance(each, Unchanged) for each in outcomes.values()] == [True, True]


async def test_a_document_gets_as_long_to_be_read_as_settings_say(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/slow.xml"] = f"<rss><channel>{'<' * 8_000_000}</channel></rss>"
    engine.settings = Settings(fetch=Fetch(reading_timeout=1))
    failed = await engine.one(loopback.url("/slow.xml"))
    assert isinstance(failed, Failed)
    assert failed.error == "reading it took longer than 1 s"


async def test_hosts_are_told_who_asks_and_where_that_one_can_be_reached(
    home: Home, clock: Clock, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    settings = Settings(fetch=Fetch(contact="https://example.org/~me"))
    for each in (Settings(), settings):
        await Engine(home, clock, each).one(loopback.url("/feed.xml"), "all")
    assert sent(loopback, "User-Agent") == [
        f"feedtui/{__version__} (terminal feed reader)",
        f"feedtui/{__version__} (terminal feed reader; +https://example.org/~me)",
    ]
