"""The app on a screen of memory, and how tests press its keys and read what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from feedtui.clean import clean_line
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Enclosure, Entry, Feed, Subscription
from feedtui.ui.app import FeedtuiApp
from feedtui.ui.panes.article import ArticlePane
from feedtui.ui.start import make_app
from stock import NEWS
from world import NOON

Screen = Pilot[bytes]


@asynccontextmanager
async def screen(home: Home, width: int = 120, height: int = 40) -> AsyncIterator[Screen]:
    app = make_app(home, home.settings())
    async with app.run_test(size=(width, height)) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Screen) -> None:
    """Until nothing is left to do, the preview of an article included."""
    await pilot.pause()
    main = app_of(pilot)._main
    if main._showing._preview is not None:
        main._showing.preview()
    await at_rest(pilot)


async def at_rest(pilot: Screen) -> None:
    """Until no work is left that is done aside."""
    while working := [worker for worker in pilot.app.workers if not worker.is_finished]:
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete(working)
    await pilot.pause()


def app_of(pilot: Screen) -> FeedtuiApp:
    assert isinstance(pilot.app, FeedtuiApp)
    return pilot.app


async def press(pilot: Screen, *keys: str) -> list[str]:
    await pilot.press(*keys)
    await settled(pilot)
    return lines(pilot)


def lines(pilot: Screen) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(strip.text for strip in line).rstrip() for line in strips]


def text(pilot: Screen) -> str:
    return "\n".join(lines(pilot))


def status(pilot: Screen) -> str:
    return lines(pilot)[-2].strip()


def article(pilot: Screen) -> ArticlePane:
    return app_of(pilot)._main._stage.article


def publish(home: Home, *bodies: str, enclosures: tuple[Enclosure, ...] = ()) -> Home:
    """A home with one feed, whose entries have these texts and are called First, Second, Third."""
    entries = tuple(
        Entry(
            title,
            clean_line(title),
            clean_line(f"https://news.example/{title}"),
            clean_line("the author"),
            published=NOON - number * 3600,
            body=body,
            enclosures=enclosures,
        )
        for number, (title, body) in enumerate(
            zip(("First", "Second", "Third"), bodies, strict=False)
        )
    )
    subscribe(home.places, Subscription(NEWS))
    cache = home.cache()
    merged = merge(cache.feed(NEWS), Feed(clean_line("News"), entries=entries), NOON)
    cache.write(merged.feed, merged.bodies)
    return home


@asynccontextmanager
async def reading(
    home: Home, body: str, width: int = 80, height: int = 24
) -> AsyncIterator[Screen]:
    """The screen with an article of this text open."""
    async with screen(publish(home, body, "<p>Another text.</p>"), width, height) as pilot:
        await press(pilot, "enter")
        yield pilot


def shown(pilot: Screen) -> list[str]:
    """The lines of the article pane, without blanks around them; the pane is alone on the left."""
    return [line.strip(" │▁▂▃▄▅▆▇█") for line in lines(pilot)[:-2]]


def row_of(pilot: Screen, words: str) -> int:
    """The line of the screen in which these words stand."""
    return next(number for number, line in enumerate(shown(pilot)) if words in line)


def configure(home: Home, text: str) -> Home:
    """The home with this config.toml."""
    home.places.config.mkdir(parents=True, exist_ok=True)
    home.places.settings.write_text(text)
    return home
