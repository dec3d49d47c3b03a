"""What hosts see over several runs: how often they are asked, one by one, and not at all."""

import asyncio
from dataclasses import replace

import pytest

from feedtui.library.home import Home
from feedtui.model import Failed, Skipped, Unchanged, Updated
from loopback import Loopback, Page, rss
from running import SETTINGS, Engine, addresses
from world import Clock, Complaints

HOUR, DAY = 3600, 86400


@pytest.fixture
def engine(home: Home, clock: Clock) -> Engine:
    return Engine(home, clock)


@pytest.fixture
def strict(home: Home, clock: Clock) -> Engine:
    """An engine for a host that wants a minute between two requests."""
    return Engine(home, clock, replace(SETTINGS, hosts={"127.0.0.1": 60}))


def feeds(loopback: Loopback, number: int) -> list[str]:
    for each in range(number):
        loopback.pages[f"/{each}.xml"] = rss(f"Entry of {each}")
    return [loopback.url(f"/{each}.xml") for each in range(number)]


def busy(loopback: Loopback, path: str, seconds: int) -> str:
    loopback.pages[path] = Page(status=429, headers={"Retry-After": str(seconds)})
    return loopback.url(path)


async def test_a_strict_host_is_asked_one_by_one_with_its_pause_between(
    strict: Engine, loopback: Loopback
) -> None:
    urls = feeds(loopback, 4)
    outcomes = await strict.run(urls)
    assert sorted(addresses(outcomes, Updated)) == urls
    assert strict.pauses == [60, 60, 60]
    assert loopback.paths() == ["/0.xml", "/1.xml", "/2.xml", "/3.xml"]


async def test_a_strict_host_is_known_to_the_next_run(strict: Engine, loopback: Loopback) -> None:
    first, second = feeds(loopback, 2)
    await strict.one(first)
    strict.clock.advance(20)
    await strict.one(second)
    assert strict.pauses == [40]


async def test_what_a_strict_host_has_no_time_for_is_put_off_and_comes_first_next_time(
    strict: Engine, loopback: Loopback
) -> None:
    urls = feeds(loopback, 14)
    began = strict.clock.seconds()
    outcomes = await strict.run(urls)
    assert sorted(addresses(outcomes, Updated)) == sorted(urls[:11])
    assert [outcomes[url] for url in urls[11:]] == [
        Skipped(url, "127.0.0.1 is asked once in 60 seconds, and other feeds come first", slot)
        for url, slot in zip(urls[11:], (began + 660, began + 720, began + 780), strict=True)
    ]
    strict.clock.advance(HOUR)
    loopback.log.clear()
    await strict.run(urls)
    assert loopback.paths()[:3] == ["/11.xml", "/12.xml", "/13.xml"]


async def test_other_hosts_do_not_wait_for_a_strict_one(strict: Engine, loopback: Loopback) -> None:
    urls = feeds(loopback, 3)
    elsewhere = urls[2].replace("127.0.0.1", "localhost")
    strict.settings = replace(strict.settings, fetch=replace(strict.settings.fetch, at_once=1))
    await strict.run([*urls[:2], elsewhere])
    assert loopback.paths() == ["/0.xml", "/2.xml", "/1.xml"]


async def test_a_host_that_asks_for_a_pause_is_left_alone_with_all_its_feeds(
    engine: Engine, loopback: Loopback
) -> None:
    urls = [*feeds(loopback, 6), busy(loopback, "/full.xml", 7200)]
    full = urls[-1]
    engine.settings = replace(SETTINGS, fetch=replace(SETTINGS.fetch, per_host=1))
    await engine.run([full])
    until = engine.clock.seconds() + 7200
    outcomes = await engine.run(urls)
    assert all(
        outcome == Skipped(url, "its host asked for a pause", until)
        for url, outcome in outcomes.items()
    )
    assert isinstance((await engine.run(urls, "all"))[urls[0]], Skipped)
    assert isinstance((await engine.run(urls, "named"))[urls[0]], Skipped)
    assert loopback.paths() == ["/full.xml"]
    engine.clock.advance(7200)
    loopback.pages["/full.xml"] = rss("At last")
    assert sorted(addresses(await engine.run(urls), Updated)) == sorted(urls)


async def test_a_pause_in_the_middle_of_a_run_counts_at_once(
    engine: Engine, loopback: Loopback
) -> None:
    engine.settings = replace(SETTINGS, fetch=replace(SETTINGS.fetch, per_host=1))
    urls = [busy(loopback, "/full.xml", 600), *feeds(loopback, 5)]
    outcomes = await engine.run(urls)
    assert addresses(outcomes, Failed) == urls[:1]
    assert sorted(addresses(outcomes, Skipped)) == sorted(urls[1:])
    assert loopback.paths() == ["/full.xml"]


async def test_a_feed_that_is_overloaded_leaves_the_others_of_its_host_alone(
    engine: Engine, loopback: Loopback
) -> None:
    urls = feeds(loopback, 2)
    overloaded = loopback.url("/overloaded")
    outcomes = await engine.run([overloaded, *urls])
    assert isinstance(outcomes[overloaded], Failed)
    assert sorted(addresses(outcomes, Updated)) == sorted(urls)


async def test_a_pause_from_a_clock_that_jumped_means_nothing(
    engine: Engine, loopback: Loopback
) -> None:
    engine.clock.advance(400 * DAY)
    await engine.run([busy(loopback, "/full.xml", 7200)])
    engine.clock.advance(-400 * DAY)
    (url,) = feeds(loopback, 1)
    assert isinstance(await engine.one(url), Updated)


async def test_a_damaged_file_of_hosts_is_moved_aside_and_the_feeds_are_asked(
    engine: Engine, loopback: Loopback, complaints: Complaints
) -> None:
    engine.home.places.hosts.parent.mkdir(parents=True, exist_ok=True)
    engine.home.places.hosts.write_text("{")
    (url,) = feeds(loopback, 1)
    assert isinstance(await engine.one(url), Updated)
    (said,) = complaints.said
    assert "hosts.json was damaged" in said


async def test_a_file_of_hosts_that_a_newer_feedtui_wrote_keeps_no_feed_from_being_asked(
    engine: Engine, loopback: Loopback
) -> None:
    engine.home.places.hosts.parent.mkdir(parents=True, exist_ok=True)
    engine.home.places.hosts.write_text('{"version": 99}')
    (url,) = feeds(loopback, 1)
    full = busy(loopback, "/full.xml", 7200)
    failed = await engine.one(full)
    assert isinstance(failed, Failed)
    assert "asks for a pause (HTTP 429)" in failed.error
    assert isinstance(await engine.one(url), Updated)
    assert isinstance(await engine.one(full, "all"), Skipped)


def led_to(loopback: Loopback, target: str, number: int) -> list[str]:
    """Feeds at 127.0.0.1 that are redirected to the host `localhost`."""
    for each in range(number):
        location = loopback.url(target).replace("127.0.0.1", "localhost")
        loopback.pages[f"/from/{each}"] = Page(status=302, headers={"Location": location})
    return [loopback.url(f"/from/{each}") for each in range(number)]


async def test_a_host_that_many_feeds_are_redirected_to_gets_no_more_at_once_than_others(
    engine: Engine, loopback: Loopback
) -> None:
    engine.settings = replace(SETTINGS, fetch=replace(SETTINGS.fetch, per_host=4))
    urls = led_to(loopback, "/never", 4)
    direct = [loopback.url(f"/never?{each}").replace("127.0.0.1", "localhost") for each in "ab"]
    async with asyncio.timeout(20):
        running = asyncio.create_task(engine.run([*urls, *direct]))
        await asyncio.to_thread(loopback.wait_for, 8)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    assert sum(path.startswith("/never") for path in loopback.paths()) == 4


async def test_who_waits_for_a_host_that_it_is_redirected_to_holds_nobody_else(
    engine: Engine, loopback: Loopback
) -> None:
    engine.settings = replace(
        SETTINGS, fetch=replace(SETTINGS.fetch, at_once=3, per_host=2, timeout=2)
    )
    stalled = led_to(loopback, "/never", 6)
    fast = [url.replace("127.0.0.1", "localhost") for url in feeds(loopback, 2)]
    outcomes = await engine.run([*stalled, *fast])
    assert sorted(addresses(outcomes, Updated)) == fast
    assert sorted(addresses(outcomes, Failed)) == stalled


async def test_a_strict_host_is_strict_to_those_who_are_redirected_to_it_too(
    engine: Engine, loopback: Loopback
) -> None:
    engine.settings = replace(SETTINGS, hosts={"localhost": 60})
    feeds(loopback, 1)
    first, second = led_to(loopback, "/0.xml", 2)
    assert isinstance(await engine.one(first), Updated)
    failed = await engine.one(second)
    assert isinstance(failed, Failed)
    assert "the host that it redirects to wants a pause" in failed.error
    assert isinstance(await engine.one(second, "all"), Skipped)
    engine.clock.advance(HOUR)
    assert isinstance(await engine.one(second), Updated)
    assert loopback.paths().count("/0.xml") == 2


async def test_a_host_that_wants_a_pause_from_who_is_redirected_to_it_gets_it_from_all(
    engine: Engine, loopback: Loopback
) -> None:
    busy(loopback, "/full.xml", 7200)
    (led,) = led_to(loopback, "/full.xml", 1)
    assert isinstance(await engine.one(led), Failed)
    (url,) = feeds(loopback, 1)
    elsewhere = url.replace("127.0.0.1", "localhost")
    outcomes = await engine.run([url, elsewhere])
    assert addresses(outcomes, Updated) == [url]
    assert addresses(outcomes, Skipped) == [elsewhere]


async def test_the_feeds_of_a_host_are_spread_over_the_run(
    engine: Engine, loopback: Loopback
) -> None:
    engine.settings = replace(SETTINGS, fetch=replace(SETTINGS.fetch, at_once=1))
    urls = feeds(loopback, 4)
    elsewhere = [url.replace("127.0.0.1", "localhost") for url in urls]
    await engine.run([*urls, *elsewhere])
    hosts = [each.headers["Host"].partition(":")[0] for each in loopback.log]
    assert max(hosts.index(each) for each in ("127.0.0.1", "localhost")) < 2


async def test_a_feed_whose_host_never_answers_holds_nothing_but_itself(
    engine: Engine, loopback: Loopback
) -> None:
    engine.settings = replace(SETTINGS, fetch=replace(SETTINGS.fetch, at_once=3, timeout=2))
    stalled = [loopback.url(f"/never?{number}") for number in range(3)]
    fast = [url.replace("127.0.0.1", "localhost") for url in feeds(loopback, 6)]
    outcomes = await engine.run([*stalled, *fast])
    assert sorted(list(outcomes)[:6]) == fast
    assert sorted(addresses(outcomes, Updated)) == fast
    assert sorted(addresses(outcomes, Failed)) == stalled


async def test_unchanged_feeds_stay_unchanged_run_after_run(
    engine: Engine, loopback: Loopback
) -> None:
    urls = feeds(loopback, 3)
    await engine.run(urls)
    for _ in range(3):
        engine.clock.advance(2 * DAY)
        assert sorted(addresses(await engine.run(urls), Unchanged)) == sorted(urls)
    assert len(loopback.log) == 12
