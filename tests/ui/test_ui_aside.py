"""Articles that take long: what is seen and done until they are there."""

import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from threading import Event

from textual.app import App, ComposeResult

from feedtui.article.document import Code, Document, Paragraph, Span, Style
from feedtui.article.layout import as_it_is
from feedtui.article.placing import Place
from feedtui.clean import SafeText
from feedtui.ui.aside import Aside, Threads
from feedtui.ui.panes.article import ArticlePane
from screens import Screen, at_rest


class Host(App[bytes]):
    """Nothing but an article's pane."""

    CSS = "ArticlePane { height: 1fr; scrollbar-gutter: stable; }"

    def __init__(self) -> None:
        super().__init__()
        self.threads = Threads()
        self.pane = ArticlePane(0, as_it_is, self.threads, id="article")

    def compose(self) -> ComposeResult:
        yield self.pane


@asynccontextmanager
async def host() -> AsyncIterator[tuple[ArticlePane, Screen]]:
    app = Host()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        yield app.pane, pilot


def document(*texts: str) -> Document:
    return Document(tuple(Paragraph((Span(SafeText(text)),)) for text in texts))


HEADING = document("The title")
LONG = document(*(f"paragraph {number}" for number in range(400)))


def gated(gate: Event, document: Document) -> Callable[[], Document]:
    """Reading that takes until the gate is opened."""

    def read() -> Document:
        gate.wait()
        return document

    return read


def seen(pane: ArticlePane) -> list[str]:
    return [pane.lines[line].text for line in pane.sight if pane.lines[line].text]


async def test_a_short_article_is_there_at_once() -> None:
    async with host() as (pane, _):
        pane.show(lambda: document("A text."), HEADING)
        assert seen(pane) == ["A text."]
        assert pane.complete


async def test_until_a_long_one_is_read_its_heading_is_there() -> None:
    gate = Event()
    async with host() as (pane, pilot):
        pane.show(gated(gate, LONG), HEADING)
        assert seen(pane) == ["The title"]
        assert (pane.at_end, pane.progress) == (False, None)
        gate.set()
        await at_rest(pilot)
        assert seen(pane)[0] == "paragraph 0"
        assert (pane.at_end, pane.progress) == (False, 1)


async def test_keys_that_came_before_the_article_are_done_when_it_is_there() -> None:
    for keys, first in (("j", "paragraph 1"), ("jjj", "paragraph 2"), ("  ", "paragraph 9")):
        gate = Event()
        async with host() as (pane, pilot):
            pane.show(gated(gate, LONG), HEADING)
            for key in keys:
                pane.scroll_lines(1) if key == "j" else pane.scroll_pages(1)
            assert seen(pane) == ["The title"]
            gate.set()
            await at_rest(pilot)
            assert seen(pane)[0] == first


async def test_whoever_goes_to_the_end_gets_there() -> None:
    gate = Event()
    async with host() as (pane, pilot):
        pane.show(gated(gate, LONG), HEADING)
        pane.scroll_to_edge(1)
        gate.set()
        await at_rest(pilot)
        assert seen(pane)[-1] == "paragraph 399"
        assert (pane.at_end, pane.progress) == (True, 100)


async def test_a_jump_to_what_is_not_set_yet_arrives() -> None:
    gate = Event()
    async with host() as (pane, pilot):
        pane.show(gated(gate, LONG), HEADING)
        pane.jump(Place(300))
        gate.set()
        await at_rest(pilot)
        assert seen(pane)[0] == "paragraph 300"
        assert pane.back()
        assert seen(pane)[0] == "paragraph 0"


async def test_of_two_articles_the_later_one_is_shown() -> None:
    slow = Event()
    async with host() as (pane, pilot):
        pane.show(gated(slow, document("The slow one.")), HEADING)
        pane.show(lambda: document("The other one."), HEADING)
        assert seen(pane) == ["The other one."]
        slow.set()
        await at_rest(pilot)
        assert seen(pane) == ["The other one."]


async def test_words_are_found_in_what_comes_later() -> None:
    gate = Event()
    async with host() as (pane, pilot):
        pane.show(gated(gate, LONG), HEADING)
        pane.find("paragraph 37", Place())
        pane.next_hit(1)
        assert pane.search is not None
        assert pane.search.count == "“paragraph 37” …"
        gate.set()
        await at_rest(pilot)
        assert "paragraph 370" in seen(pane)
        assert pane.search.count == "“paragraph 37” 2/11"


async def test_a_listing_gets_its_colours_and_hints_stay_while_it_does() -> None:
    listing = Code((Span(SafeText("def f():\n    return 1")),), SafeText("python"))
    link = Paragraph((Span(SafeText("a link"), Style.LINK, 1),))
    article = Document((link, listing), (SafeText("https://a.example/"),))
    async with host() as (pane, pilot):
        pane.show(lambda: article, HEADING)
        pane.follow(pane.hints())
        await at_rest(pilot)
        assert {span.style for line in pane.lines for span in line.spans} >= {
            Style.CODE | Style.KEYWORD,
            Style.CODE | Style.NUMBER,
        }
        assert pane.labels_in(0)[0].letters == "a"


async def test_the_collector_rests_while_a_step_is_under_way() -> None:
    states: list[bool] = []

    def steps() -> Iterator[int]:
        states.append(gc.isenabled())
        yield 1

    async with host() as (pane, pilot):
        aside = Aside[int](Threads(), pane, "test", states.append)  # type: ignore[arg-type]
        aside.start(steps())
        await at_rest(pilot)
    assert states == [False, 1]
    assert gc.isenabled()
