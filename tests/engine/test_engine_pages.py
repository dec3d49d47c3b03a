from collections.abc import Mapping
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.config.settings import Fetch, Settings
from feedtui.engine.due import Wish
from feedtui.engine.jobs import PageJob
from feedtui.engine.pages import (
    MOST,
    Taken,
    Wanted,
    wanted_by_person,
    wanted_heads,
)
from feedtui.engine.refresh import refresh, take_full_texts
from feedtui.engine.surroundings import Stores, Surroundings
from feedtui.engine.workers import open_workers
from feedtui.library.home import Home
from feedtui.model import (
    Body,
    Failed,
    FullText,
    FullTextWish,
    Head,
    NoFullText,
    Outcome,
    Skipped,
    Subscription,
    Unchanged,
    Updated,
)
from feedtui.store.fulltexts import Known
from loopback import Loopback, Page
from world import NOON, Clock, Complaints

HOUR, DAY = 3600, 86400
SETTINGS = Settings(fetch=Fetch(silence_timeout=1, timeout=20))
HTML = {"Content-Type": "text/html; charset=utf-8"}
LONG = "Rain. " * 200


def page(name: str) -> Page:
    prose = f"<p>{name}: it rained on the day of the fair, and nobody minded it, as ever.</p>"
    nav = "<nav><a href='/'>Home</a></nav>"
    return Page(f"<html><body>{nav}<article>{prose * 8}</article></body></html>", HTML)


def feed(loopback: Loopback, *names: str, text: str = "A summary.") -> str:
    """A feed of summaries at /feed.xml, with a page for each name; its address."""
    items = "".join(
        f"<item><title>{name}</title><guid>{name}</guid><link>/{name}</link>"
        f"<description>{text}</description></item>"
        for name in names
    )
    for name in names:
        loopback.pages.setdefault(f"/{name}", page(name))
    loopback.pages["/feed.xml"] = (
        f"<rss version='2.0'><channel><title>Fair</title>{items}</channel></rss>"
    )
    return loopback.url("/feed.xml")


class Engine:
    """A refresh of one feed at the push of a button."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self.cache = home.cache()
        self.stores = Stores(self.cache, home.hosts())
        self.clock = clock

    async def run(self, url: str, wish: FullTextWish = "always") -> Outcome:
        outcomes: list[Outcome] = []
        world = Surroundings(self.clock.seconds, lambda: 0.0)
        feeds = [Subscription(url, full_text=wish)]
        await refresh(feeds, self.stores, SETTINGS, world, outcomes.append, wish=Wish("all"))
        (outcome,) = outcomes
        return outcome

    async def take(self, url: str, title: str) -> Taken | NoFullText:
        results: list[Taken | NoFullText] = []
        world = Surroundings(self.clock.seconds, lambda: 0.0)
        wanted = [wanted_by_person(self.cache, url, self.head(url, title))]
        await take_full_texts(
            wanted, self.stores, SETTINGS, world, lambda _, result: results.append(result)
        )
        (result,) = results
        return result

    def head(self, url: str, title: str) -> Head:
        (head,) = (head for head in self.cache.feed(url).heads if head.title == title)
        return head

    def kept(self, url: str) -> Mapping[str, FullText | NoFullText | None]:
        texts = self.cache.full_texts(url)
        return {head.title: texts.of(head.id) for head in self.cache.feed(url).heads}


@pytest.fixture
def engine(home: Home, clock: Clock) -> Engine:
    return Engine(home, clock)


async def test_pages_of_new_entries_are_kept_beside_the_feeds_own_texts(
    engine: Engine, loopback: Loopback
) -> None:
    url = feed(loopback, "one", "two")
    outcome = await engine.run(url)
    assert outcome == Updated(url, 2, 0, NOON + HOUR, texts=2)
    assert sorted(loopback.paths()) == ["/feed.xml", "/one", "/two"]
    kept = engine.kept(url)["one"]
    assert isinstance(kept, FullText)
    assert "one: it rained" in kept.html
    assert "Home" not in kept.html
    assert (kept.base, kept.by, kept.fetched) == (loopback.url("/one"), "readability", NOON)
    assert not kept.asked
    assert engine.cache.body(url, engine.head(url, "one").id) == Body(
        "A summary.", loopback.url("/one")
    )


async def test_what_is_kept_is_not_asked_for_again(engine: Engine, loopback: Loopback) -> None:
    url = feed(loopback, "one")
    await engine.run(url)
    feed(loopback, "one", "two")
    assert await engine.run(url) == Updated(url, 1, 0, NOON + HOUR, texts=1)
    assert loopback.paths().count("/one") == 1


async def test_a_subscription_that_wants_none_asks_for_no_page(
    engine: Engine, loopback: Loopback
) -> None:
    url = feed(loopback, "one")
    assert await engine.run(url, "never") == Updated(url, 1, 0, NOON + HOUR, texts=0)
    assert loopback.paths() == ["/feed.xml"]


async def test_short_asks_only_where_the_feeds_own_text_is_short(
    engine: Engine, loopback: Loopback
) -> None:
    url = feed(loopback, "long", text=LONG)
    assert await engine.run(url, "short") == Updated(url, 1, 0, NOON + HOUR, texts=0)
    feed(loopback, "cut", text=LONG + "[…]")
    assert await engine.run(url, "short") == Updated(url, 1, 0, NOON + HOUR, texts=1)
    assert loopback.paths() == ["/feed.xml", "/feed.xml", "/cut"]


async def test_a_feed_asks_for_no_more_than_so_many_pages_at_once(
    engine: Engine, loopback: Loopback
) -> None:
    url = feed(loopback, *(f"entry{number}" for number in range(MOST + 5)))
    outcome = await engine.run(url)
    assert isinstance(outcome, Updated)
    assert (outcome.new, outcome.texts) == (MOST + 5, MOST)
    assert await engine.run(url) == Unchanged(url, NOON + HOUR, texts=5)
    assert await engine.run(url) == Unchanged(url, NOON + HOUR, texts=0)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("gone", "gone for good"),
        ("never", "went silent"),
        ("large", "larger than 8 MiB"),
        ("to-javascript", "not a web address"),
        ("picture", "it is image/png, not a web page"),
        ("wall", "cookies"),
        ("nothing", "no article was found"),
    ],
)
async def test_a_page_that_fails_fails_alone_and_is_remembered(
    engine: Engine, loopback: Loopback, path: str, words: str
) -> None:
    loopback.pages["/picture"] = Page(b"\x89PNG", {"Content-Type": "image/png"})
    wall = Path(__file__).parent.parent / "pages" / "documents" / "cookie-wall.html"
    loopback.pages["/wall"] = Page(wall.read_bytes(), HTML)
    loopback.pages["/large"] = Page(b"<p>" + b"x" * 9_000_000, HTML)
    loopback.pages["/nothing"] = Page("<html><body></body></html>", HTML)
    url = feed(loopback, path, "good")
    outcome = await engine.run(url)
    assert outcome == Updated(url, 2, 0, NOON + HOUR, texts=1)
    failure = engine.kept(url)[path]
    assert isinstance(failure, NoFullText)
    assert words in failure.reason
    assert (failure.attempts, failure.next) == (1, NOON + HOUR)
    asked = len(loopback.log)
    await engine.run(url)
    assert loopback.paths()[asked:] == ["/feed.xml"]


async def test_a_failing_page_is_asked_three_times_in_all(
    engine: Engine, loopback: Loopback
) -> None:
    url = feed(loopback, "gone")
    for _ in range(10):
        await engine.run(url)
        engine.clock.advance(DAY)
    assert loopback.paths().count("/gone") == 3


async def test_a_page_that_works_again_is_kept(engine: Engine, loopback: Loopback) -> None:
    loopback.pages["/late"] = Page(status=500)
    url = feed(loopback, "late")
    await engine.run(url)
    loopback.pages["/late"] = page("late")
    engine.clock.advance(HOUR)
    outcome = await engine.run(url)
    assert isinstance(outcome, Unchanged)
    assert outcome.texts == 1
    assert isinstance(engine.kept(url)["late"], FullText)


async def test_a_host_that_asks_for_a_pause_gets_it_for_all_its_pages(
    engine: Engine, loopback: Loopback
) -> None:
    for number in range(6):
        busy = Page(status=429, headers={"Retry-After": "7200"})
        loopback.pages[f"/busy{number}"] = busy
    url = feed(loopback, *(f"busy{number}" for number in range(6)))
    await engine.run(url)
    asked = loopback.paths()[1:]
    assert 1 <= len(asked) <= SETTINGS.fetch.per_host
    failures = [each for each in engine.kept(url).values() if isinstance(each, NoFullText)]
    assert [each.next for each in failures] == [NOON + 7200] * 6
    assert sum(each.attempts for each in failures) == len(asked)
    engine.clock.advance(HOUR)
    assert isinstance(await engine.run(url), Skipped)
    assert loopback.paths()[1 + len(asked) :] == []
    engine.clock.advance(HOUR)
    await engine.run(url)
    assert loopback.paths()[1 + len(asked)] == "/feed.xml"


async def test_a_person_may_ask_again_but_not_against_the_hosts_word(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/flaky"] = Page(status=500)
    loopback.pages["/full"] = Page(status=503, headers={"Retry-After": "7200"})
    url = feed(loopback, "flaky", "full")
    await engine.run(url)
    loopback.pages["/flaky"] = page("flaky")
    assert isinstance(await engine.take(url, "flaky"), Taken)
    text = engine.kept(url)["flaky"]
    assert isinstance(text, FullText)
    assert text.asked
    before = len(loopback.log)
    assert isinstance(await engine.take(url, "full"), NoFullText)
    assert len(loopback.log) == before


async def test_a_person_may_ask_where_the_subscription_does_not(
    engine: Engine, loopback: Loopback
) -> None:
    url = feed(loopback, "one")
    await engine.run(url, "never")
    result = await engine.take(url, "one")
    assert isinstance(result, Taken)
    assert result.by == "readability"
    assert result.words > 50


async def test_links_start_from_where_the_page_was_in_the_end(
    engine: Engine, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml/"] = page("elsewhere")
    url = feed(loopback, "moved")
    loopback.pages["/short"] = Page(status=301, headers={"Location": "/deep/er/page"})
    loopback.pages["/deep/er/page"] = page("deeper")
    url = feed(loopback, "short")
    await engine.run(url)
    kept = engine.kept(url)["short"]
    assert isinstance(kept, FullText)
    assert kept.base == loopback.url("/deep/er/page")


async def test_an_entry_without_a_web_page_is_not_asked_for(
    engine: Engine, loopback: Loopback
) -> None:
    item = "<item><title>one</title><guid isPermaLink='false'>1</guid></item>"
    loopback.pages["/feed.xml"] = f"<rss version='2.0'><channel>{item}</channel></rss>"
    url = loopback.url("/feed.xml")
    assert await engine.run(url) == Updated(url, 1, 0, NOON + HOUR, texts=0)
    result = await engine.take(url, clean_line("one"))
    assert isinstance(result, NoFullText)
    assert result.reason == "the entry names no web page"


async def test_a_feed_that_fails_asks_for_no_page(engine: Engine, loopback: Loopback) -> None:
    url = feed(loopback, "one")
    await engine.run(url, "never")
    loopback.pages["/feed.xml"] = Page(status=500)
    assert isinstance(await engine.run(url), Failed)
    assert "/one" not in loopback.paths()


async def test_a_store_that_cannot_keep_full_texts_does_not_fail_the_feed(
    engine: Engine, loopback: Loopback, complaints: Complaints
) -> None:
    url = feed(loopback, "one")
    await engine.run(url, "never")
    (folder,) = engine.cache.folder.iterdir()
    (folder / "fulltext.json").write_text('{"version": 9}')
    assert await engine.run(url) == Unchanged(url, NOON + HOUR, texts=0)
    assert "written by a newer feedtui" in complaints.said[0]


def head(number: int) -> Head:
    return Head(str(number), clean_line("T"), clean_line(f"https://example.org/{number}"))


def test_the_newest_without_a_text_are_wanted() -> None:
    heads = [head(number) for number in range(5)]
    failed = NoFullText(clean_line("x"), NOON, 1, NOON + 1)
    known = Known(frozenset({"1"}), {"2": failed})
    bodies = {"3": Body(LONG)}

    def wanted(wish: FullTextWish, now: int = NOON) -> list[str]:
        return [each.id for each in wanted_heads(heads, bodies, known, wish, now)]

    assert wanted("always") == ["0", "3", "4"]
    assert wanted("always", NOON + 1) == ["0", "2", "3", "4"]
    assert wanted("short") == ["0", "4"]
    assert wanted("never") == []


async def test_a_page_that_makes_its_reader_run_away_costs_itself_only(tmp_path: Path) -> None:
    def job(body: str) -> PageJob:
        return PageJob(
            folder=str(tmp_path),
            feed="https://example.org/feed.xml",
            entry="0",
            title="",
            words=0,
            address="https://example.org/0",
            body=body.encode(),
            content_type="text/html",
            now=NOON,
            asked=False,
        )

    good = page("good").body
    assert isinstance(good, str)
    async with open_workers(1, patience=4) as workers:
        runaway = await workers.extract(job("<div><div>word</div></div>" * 190_000))
        assert runaway.error == "reading it took longer than 4 s"
        assert (await workers.extract(job(good))).by == "readability"


def test_an_entry_that_a_person_names_knows_what_is_known_of_it(home: Home) -> None:
    cache = home.cache()
    assert wanted_by_person(cache, "https://example.org/feed.xml", head(1)) == Wanted(
        "https://example.org/feed.xml", head(1), 0, None, asked=True
    )
