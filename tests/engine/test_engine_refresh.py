import asyncio

import pytest

from feedtui.library.home import Home
from feedtui.model import Failed, Skipped, Unchanged, Updated
from loopback import Loopback, Page, rss
from running import Engine
from world import Clock

HOUR = 3600


@pytest.fixture
def engine(home: Home, clock: Clock) -> Engine:
    return Engine(home, clock)


async def test_a_new_feed_brings_its_entries_with_their_texts(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("Two", "One", title="My feed")
    url = loopback.url("/feed.xml")
    assert await engine.one(url) == Updated(url, 2, 0, engine.clock.seconds() + HOUR)
    kept = engine.cache.feed(url)
    assert kept.title == "My feed"
    assert [head.title for head in kept.heads] == ["Two", "One"]
    body = engine.cache.body(url, kept.heads[0].id)
    assert body is not None
    assert body.html == "About Two."


async def test_a_feed_is_not_asked_before_it_is_due(engine: Engine, loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    url = loopback.url("/feed.xml")
    await engine.one(url)
    due = engine.clock.seconds() + HOUR
    assert await engine.one(url) == Skipped(url, "it is not due yet", due)
    assert len(loopback.log) == 1
    engine.clock.advance(HOUR)
    assert isinstance(await engine.one(url), Unchanged)
    assert len(loopback.log) == 2


async def test_force_asks_a_feed_that_is_not_due(engine: Engine, loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    url = loopback.url("/feed.xml")
    await engine.one(url)
    assert isinstance(await engine.one(url, "all"), Unchanged)


async def test_force_does_not_ask_a_host_that_asked_for_a_pause(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/busy")
    until = engine.clock.seconds() + 7200
    busy = "its host asks for a pause (HTTP 429)"
    assert await engine.one(url) == Failed(url, busy, until)  # type: ignore[arg-type]
    assert await engine.one(url, "all") == Skipped(url, "its host asked for a pause", until)
    assert len(loopback.log) == 1


async def test_force_asks_a_feed_whose_host_was_overloaded_and_named_no_time(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/overloaded")
    failed = await engine.one(url)
    assert isinstance(failed, Failed)
    assert failed.next == engine.clock.seconds() + 3600
    assert isinstance(await engine.one(url, "all"), Failed)
    loopback.pages["/named"] = Page(status=503, headers={"Retry-After": "60"})
    assert isinstance(await engine.one(loopback.url("/named")), Failed)
    assert isinstance(await engine.one(loopback.url("/named"), "all"), Skipped)


async def test_validators_are_sent_back_and_304_is_believed(
    engine: Engine, loopback: Loopback
) -> None:
    headers = {"ETag": 'W/"1"', "Last-Modified": "Sat, 21 Nov 2026 09:00:00 GMT"}
    loopback.pages["/feed.xml"] = Page(rss("One"), headers=headers)
    url = loopback.url("/feed.xml")
    await engine.one(url)
    loopback.pages["/feed.xml"] = Page(status=304)
    assert isinstance(await engine.one(url, "all"), Unchanged)
    await engine.one(url, "all")
    for asked in loopback.log[1:]:
        assert asked.headers["If-None-Match"] == 'W/"1"'
        assert asked.headers["If-Modified-Since"] == "Sat, 21 Nov 2026 09:00:00 GMT"
    assert len(engine.cache.feed(url).heads) == 1


async def test_validators_are_taken_anew_even_when_the_body_is_the_same(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    for etag in ('"1"', '"2"', None):
        headers = {"ETag": etag} if etag else {}
        loopback.pages["/feed.xml"] = Page(rss("One"), headers=headers)
        await engine.one(url, "all")
    await engine.one(url, "all")
    sent = [asked.headers.get("If-None-Match") for asked in loopback.log]
    assert sent == [None, '"1"', '"2"', None]


async def test_new_entries_join_the_old_which_stay_when_the_feed_drops_them(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = rss("A", "B")
    await engine.one(url)
    loopback.pages["/feed.xml"] = rss("A changed", "B", "C")
    engine.clock.advance(HOUR)
    outcome = await engine.one(url)
    assert isinstance(outcome, Updated)
    assert (outcome.new, outcome.changed) == (1, 1)
    loopback.pages["/feed.xml"] = rss()
    await engine.one(url, "all")
    titles = {head.title for head in engine.cache.feed(url).heads}
    assert titles == {"A changed", "B", "C"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/stalls", "silent"),
        ("/endless", "larger than 1 MiB"),
        ("/bomb", "larger than 1 MiB"),
        ("/loop", "redirects more than"),
        ("/broken", "HTTP 500"),
        ("/page", "web page"),
        ("/empty", "empty"),
        ("/garbage", ""),
    ],
)
async def test_a_feed_that_fails_fails_alone_and_loses_nothing(
    engine: Engine, loopback: Loopback, path: str, words: str
) -> None:
    loopback.pages["/page"] = "<!doctype html><html><title>Log in</title><body>…</body></html>"
    loopback.pages["/empty"] = b""
    loopback.pages["/garbage"] = bytes(range(256)) * 20
    loopback.pages["/good.xml"] = rss("Good")
    good, bad = loopback.url("/good.xml"), loopback.url(path)
    outcomes = await engine.run([bad, good])
    assert isinstance(outcomes[good], Updated)
    failed = outcomes[bad]
    assert isinstance(failed, Failed)
    assert words in failed.error
    assert engine.cache.feed(bad).history.error == failed.error


async def test_entries_and_validators_outlive_a_page_in_place_of_the_feed(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = Page(rss("One"), headers={"ETag": '"1"'})
    await engine.one(url)
    loopback.pages["/feed.xml"] = Page(
        "<!doctype html><title>Wi-Fi</title>", headers={"ETag": '"portal"'}
    )
    assert isinstance(await engine.one(url, "all"), Failed)
    kept = engine.cache.feed(url)
    assert [head.title for head in kept.heads] == ["One"]
    assert kept.history.etag == '"1"'


async def test_a_success_clears_the_error(engine: Engine, loopback: Loopback) -> None:
    url = loopback.url("/feed.xml")
    await engine.one(url)
    assert engine.cache.feed(url).history.failures == 1
    loopback.pages["/feed.xml"] = rss("One")
    await engine.one(url, "all")
    history = engine.cache.feed(url).history
    assert (history.failures, history.error) == (0, "")


async def test_deleted_texts_are_fetched_again_without_validators(
    engine: Engine, loopback: Loopback
) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = Page(rss("One"), headers={"ETag": '"1"'})
    await engine.one(url)
    entry = engine.cache.feed(url).heads[0].id
    for file in engine.cache.folder.glob("*/bodies.json"):
        file.unlink()
    await engine.one(url)
    assert engine.cache.body(url, entry) is not None
    assert "If-None-Match" not in loopback.log[1].headers


async def test_a_feed_of_titles_without_texts_is_not_asked_before_it_is_due(
    engine: Engine, loopback: Loopback
) -> None:
    item = "<item><title>Only a title</title><guid>1</guid></item>"
    loopback.pages["/feed.xml"] = f"<rss version='2.0'><channel>{item}</channel></rss>"
    url = loopback.url("/feed.xml")
    await engine.one(url)
    assert isinstance(await engine.one(url), Skipped)
    assert len(loopback.log) == 1


async def test_at_most_two_requests_are_at_one_host_at_once(
    engine: Engine, loopback: Loopback
) -> None:
    urls = [loopback.url(f"/never?{number}") for number in range(6)]
    async with asyncio.timeout(20):
        running = asyncio.create_task(engine.run(urls))
        await asyncio.to_thread(loopback.wait_for, 2)
        assert len(loopback.log) == 2
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_many_feeds_of_every_kind_are_refreshed_in_one_go(
    engine: Engine, loopback: Loopback
) -> None:
    urls = []
    for number in range(40):
        path = f"/{number}.xml"
        loopback.pages[path] = rss(*(f"{number}-{entry}" for entry in range(5)))
        urls.append(loopback.url(path))
    outcomes = await engine.run(urls)
    assert sum(each.new for each in outcomes.values() if isinstance(each, Updated)) == 200


async def test_the_welcome_is_never_asked_for(engine: Engine) -> None:
    outcome = await engine.one("feedtui:welcome", "all")
    assert outcome == Skipped("feedtui:welcome", "it is built in", 0)


async def test_an_entry_that_was_edited_keeps_its_earlier_text(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("Two", "One")
    url = loopback.url("/feed.xml")
    await engine.one(url)
    loopback.pages["/feed.xml"] = rss("Two!", "One")
    outcome = await engine.one(url, "all")
    assert (isinstance(outcome, Updated) and (outcome.new, outcome.changed)) == (0, 1)
    edited, other = engine.cache.feed(url).heads
    assert [(each.title, each.body.html) for each in engine.cache.earlier(url, edited.id)] == [
        ("Two", "About Two.")
    ]
    assert engine.cache.earlier(url, other.id) == ()


async def test_texts_that_were_lost_come_back_with_the_next_document(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("One", title="Before")
    url = loopback.url("/feed.xml")
    await engine.one(url)
    (head,) = engine.cache.feed(url).heads
    (texts,) = engine.cache.folder.rglob("bodies.json")
    texts.write_text("{")
    loopback.pages["/feed.xml"] = rss("One", title="After")
    await engine.one(url, "all")
    body = engine.cache.body(url, head.id)
    assert body is not None
    assert body.html == "About One."
