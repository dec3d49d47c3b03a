"""From an address to a feed: whose word leads where, and with whose credentials."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from feedtui.config.settings import Fetch, Settings
from feedtui.engine.finding import Askers, Found, NotFound
from feedtui.engine.refresh import find_feed
from feedtui.engine.surroundings import Stores, Surroundings
from feedtui.engine.turns import Room, Turns
from feedtui.engine.watch import Watch
from feedtui.engine.workers import open_workers
from feedtui.library.home import Home
from feedtui.net.client import Limits, open_client, open_page_client
from loopback import Loopback, Page, rss
from world import NOON, Clock

SETTINGS = Settings(fetch=Fetch(timeout=20))
WORLD = Surroundings(lambda: NOON, lambda: 0.0)


def page(*links: str) -> Page:
    named = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links
    )
    html = f"<!doctype html><html><head><title>Blog</title>{named}</head><body>Hi</body></html>"
    return Page(html, {"Content-Type": "text/html"})


Find = Callable[[str], Awaitable[Found]]


@pytest.fixture
def stores(home: Home) -> Stores:
    return Stores(home.cache(), home.hosts())


@pytest.fixture
def found(stores: Stores) -> Find:
    async def find(url: str) -> Found:
        result = await find_feed(url, stores, SETTINGS, WORLD)
        assert isinstance(result, Found)
        return result

    return find


async def test_a_document_is_read_in_a_process_of_its_own(loopback: Loopback, found: Find) -> None:
    loopback.pages["/feed.xml"] = rss("One", "Two", title="Blog")
    result = await found(loopback.url("/feed.xml"))
    assert (result.feed.title, len(result.feed.entries), result.kind) == ("Blog", 2, "RSS")
    assert loopback.paths() == ["/feed.xml"]


async def test_a_page_leads_to_the_first_of_its_feeds_that_has_entries(
    loopback: Loopback, found: Find
) -> None:
    loopback.pages |= {"/": page("/empty.xml", "/full.xml")}
    loopback.pages |= {"/empty.xml": rss(), "/full.xml": rss("One")}
    result = await found(loopback.url("/"))
    assert result.url == loopback.url("/full.xml")
    assert result.others == (loopback.url("/empty.xml"),)


async def test_a_page_of_the_own_network_may_name_its_neighbours(
    loopback: Loopback, found: Find
) -> None:
    neighbour = loopback.url("/feed.xml").replace("127.0.0.1", "localhost")
    loopback.pages |= {"/": page(neighbour), "/feed.xml": rss("One")}
    assert (await found(loopback.url("/"))).url == neighbour


async def test_what_a_page_of_the_web_names_is_not_asked_in_the_own_network(
    loopback: Loopback, stores: Stores
) -> None:
    loopback.pages["/feed.xml"] = rss("One")
    async with (
        open_client(Limits(), "feedtui/test", 4) as trusting,
        open_page_client(Limits(), "feedtui/test", 4) as public,
        open_workers(1) as workers,
    ):
        turns = Turns(Room(4, 2, {}, workers.ready), stores.hosts, WORLD, Watch())
        askers = Askers(trusting, public, workers.look, turns, lambda: NOON)
        for named in (loopback.url("/feed.xml"), "http://localhost/", "http://169.254.169.254/"):
            answer = await askers.ask(named, "https://blog.example/")
            assert "private" in getattr(answer, "reason", "")
    assert loopback.log == []


async def test_credentials_go_to_the_origin_that_they_were_given_for_and_no_further(
    loopback: Loopback, found: Find
) -> None:
    elsewhere = loopback.url("/other.xml").replace("127.0.0.1", "localhost")
    loopback.pages |= {"/": page(elsewhere, "/feed.xml")}
    loopback.pages |= {"/feed.xml": rss("One"), "/other.xml": rss()}
    result = await found(loopback.url("/").replace("://", "://me:secret@"))
    assert result.url == loopback.url("/feed.xml").replace("://", "://me:secret@")
    sent = {each.path: "Authorization" in each.headers for each in loopback.log}
    assert sent == {"/": True, "/other.xml": False, "/feed.xml": True}


@pytest.mark.parametrize("path", ["/gone", "/broken", "/nothing"])
async def test_why_there_is_no_feed_is_said(loopback: Loopback, stores: Stores, path: str) -> None:
    result = await find_feed(loopback.url(path), stores, SETTINGS, WORLD)
    assert isinstance(result, NotFound)
    assert "HTTP" in result.reason


async def test_a_host_that_asks_for_a_pause_is_searched_no_further(
    loopback: Loopback, stores: Stores
) -> None:
    loopback.pages["/"] = page("/busy", "/feed.xml")
    loopback.pages["/feed.xml"] = rss("One")
    for _ in range(2):
        assert isinstance(await find_feed(loopback.url("/"), stores, SETTINGS, WORLD), NotFound)
    assert loopback.paths() == ["/", "/busy"]


async def test_a_strict_host_is_searched_with_its_pauses(
    loopback: Loopback, stores: Stores
) -> None:
    clock = Clock()
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        clock.advance(int(seconds))

    loopback.pages |= {"/": page("/feed.xml"), "/feed.xml": rss("One")}
    strict = replace(SETTINGS, hosts={"127.0.0.1": 60})
    world = Surroundings(clock.seconds, lambda: 0.0, pause)
    assert isinstance(await find_feed(loopback.url("/"), stores, strict, world), Found)
    assert pauses == [60]
    assert stores.hosts.read(clock.seconds())["127.0.0.1"].asked == NOON + 60
