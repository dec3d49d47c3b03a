"""Following links, jumps and footnotes of an article."""

import asyncio
from pathlib import Path

import pytest

from feedtui.library.home import Home
from feedtui.query.views import UNREAD
from screens import (
    app_of,
    article,
    configure,
    press,
    reading,
    row_of,
    settled,
    shown,
    status,
    text,
)

LINKS = (
    '<p>See <a href="https://example.org/one">the first</a> and '
    '<a href="https://xn--bcher-kva.example/two">the second</a> link.</p>'
)
FILLER = "<p>Some words to fill the page with.</p>" * 40
JUMPS = f'<p>To <a href="#end">the end</a>.</p>{FILLER}<p id="end">The very end.</p>{FILLER}'
NOTES = (
    '<p>A claim<sup><a href="#n1" id="r1">1</a></sup> and another'
    f'<sup><a href="#n2" id="r2">2</a></sup>.</p>{FILLER}'
    '<ol><li id="n1"><p>Why it is claimed. <a href="#r1">↩</a></p></li>'
    f'<li id="n2">{"<p>One of many reasons.</p>" * 20}<p><a href="#r2">↩</a></p></li></ol>'
)


@pytest.fixture
def opened(home: Home, tmp_path: Path) -> Path:
    """Where a browser that opens nothing writes what it was to open."""
    script, record = tmp_path / "browser", tmp_path / "opened"
    script.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {record}.new && mv {record}.new {record}\n')
    script.chmod(0o700)
    configure(home, f'[programs]\nbrowser = ["{script}"]\n')
    return record


FORGOTTEN = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""A browser that was started is left to itself."""


@pytest.fixture
def graphical(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser has a window of its own."""
    monkeypatch.setenv("DISPLAY", ":0")


async def written(record: Path) -> str:
    """What a browser wrote, as soon as it did."""
    async with asyncio.timeout(20):
        while not await asyncio.to_thread(record.exists):
            pass
    return await asyncio.to_thread(record.read_text)


@FORGOTTEN
@pytest.mark.usefixtures("graphical")
async def test_a_link_is_shown_before_it_is_opened(home: Home, opened: Path) -> None:
    async with reading(home, LINKS) as pilot:
        await press(pilot, "f")
        assert "See ahe first [1] and she second [2] link." in shown(pilot)
        await press(pilot, "s")
        assert "[2] https://xn--bcher-kva.example/two (bücher.example)" in text(pilot)
        assert "See the first [1] and the second [2] link." in shown(pilot)
        assert not await asyncio.to_thread(opened.exists)
        await press(pilot, "enter")
        assert await written(opened) == "https://xn--bcher-kva.example/two"
        assert "opened https://xn--bcher-kva.example/two" in status(pilot)


async def test_escape_leaves_a_link_unopened(home: Home, opened: Path) -> None:
    async with reading(home, LINKS) as pilot:
        await press(pilot, "f", "a", "escape")
        assert "example.org" not in text(pilot)
        await press(pilot, "f", "escape", "enter")
        assert "See the first [1] and the second [2] link." in shown(pilot)
        assert pilot.app.focused is article(pilot)
    assert not await asyncio.to_thread(opened.exists)


async def test_what_no_browser_is_given_is_shown_and_not_opened(home: Home, opened: Path) -> None:
    async with reading(home, '<p><a href="magnet:?xt=urn:x">get it</a></p>') as pilot:
        assert "This is no address that a browser is given." in "\n".join(
            await press(pilot, "f", "a")
        )
        await press(pilot, "enter")
        assert "not one that a browser should be given" in status(pilot)
    assert not await asyncio.to_thread(opened.exists)


async def test_a_link_can_be_taken_by_its_number_also_out_of_sight(home: Home) -> None:
    async with reading(home, LINKS + FILLER) as pilot:
        await press(pilot, "G", "f", "2", "enter")
        assert "[2] https://xn--bcher-kva.example/two" in text(pilot)


async def test_where_there_is_nothing_to_follow_that_is_said(home: Home) -> None:
    async with reading(home, FILLER) as pilot:
        await press(pilot, "f")
        assert "there is nothing to follow here" in status(pilot)
        await press(pilot, "j")
        assert article(pilot).top == 1


async def test_letters_of_hints_are_no_commands(home: Home) -> None:
    async with reading(home, LINKS) as pilot:
        await press(pilot, "f", "q", "A", "n", "slash", "T")
        assert "ahe first" in text(pilot)
        assert pilot.app.focused is article(pilot)
    assert home.library().counts(UNREAD).unread == 1


async def test_a_jump_goes_there_and_backspace_comes_back(home: Home) -> None:
    async with reading(home, JUMPS) as pilot:
        await press(pilot, "j", "j", "f", "a")
        assert shown(pilot)[0] == "The very end."
        await press(pilot, "backspace")
        assert article(pilot).top == 2
        await press(pilot, "backspace")
        assert "this is where you began" in status(pilot)


async def test_a_footnote_is_peeked_at_without_leaving_the_place(home: Home) -> None:
    async with reading(home, NOTES) as pilot:
        await press(pilot, "j", "f", "a")
        assert shown(pilot)[-1] == "[^1] Why it is claimed."
        assert article(pilot).top == 1
        await press(pilot, "j")
        assert article(pilot).top == 2
        await press(pilot, "escape")
        assert "Why it is claimed." not in text(pilot)
        assert pilot.app.focused is article(pilot)


async def test_enter_goes_to_the_footnote_and_backspace_back(home: Home) -> None:
    async with reading(home, NOTES) as pilot:
        await press(pilot, "f", "a", "enter")
        assert "Why it is claimed." in text(pilot)
        assert article(pilot).top > 50
        await press(pilot, "backspace")
        assert article(pilot).top == 0


async def test_one_footnote_after_the_other_can_be_peeked_at(home: Home) -> None:
    async with reading(home, NOTES) as pilot:
        for _ in range(2):
            await press(pilot, "f", "a")
            assert shown(pilot)[-1] == "[^1] Why it is claimed."
            await press(pilot, "escape", "f", "s")
            assert "[^2] One of many reasons." in shown(pilot)


async def test_an_article_is_whole_when_its_pane_was_hidden_before(home: Home) -> None:
    async with reading(home, LINKS, 80) as pilot:
        await press(pilot, "h", "j", "enter")
        assert "Another text." in shown(pilot)
        await press(pilot, "h", "k", "enter")
        assert "See the first [1] and the second [2] link." in shown(pilot)


async def test_a_long_footnote_is_scrolled_in_its_place(home: Home) -> None:
    async with reading(home, NOTES) as pilot:
        await press(pilot, "f", "s")
        assert sum("One of many reasons." in line for line in shown(pilot)) == 5
        foot = app_of(pilot)._main._stage.foot
        await press(pilot, "j", "j", "pagedown")
        assert (foot.top, article(pilot).top) == (11, 0)


async def test_another_article_begins_without_what_was_shown_below_the_last(home: Home) -> None:
    async with reading(home, NOTES) as pilot:
        await press(pilot, "f", "a", "n")
        assert shown(pilot)[0] == "Second"
        assert "Why it is claimed." not in text(pilot)
        await press(pilot, "backspace")
        assert shown(pilot)[0] == "First"
        await press(pilot, "backspace")
        assert "this is where you began" in status(pilot)


@FORGOTTEN
@pytest.mark.usefixtures("graphical")
async def test_a_click_on_a_link_shows_it_and_a_second_click_opens_it(
    home: Home, opened: Path
) -> None:
    async with reading(home, LINKS) as pilot:
        link = 6, row_of(pilot, "the first")
        await pilot.click("#article", offset=link)
        await settled(pilot)
        assert "[1] https://example.org/one" in text(pilot)
        assert not await asyncio.to_thread(opened.exists)
        await pilot.click("#article", offset=link)
        assert await written(opened) == "https://example.org/one"


async def test_a_click_beside_a_link_shows_nothing(home: Home) -> None:
    async with reading(home, LINKS) as pilot:
        row = row_of(pilot, "the first")
        for offset in ((2, row), (0, row), (60, row), (6, row + 8)):
            await pilot.click("#article", offset=offset)
            await settled(pilot)
            assert "example.org" not in text(pilot)


TRACKED = '<p><a href="https://example.org/a?id=7&amp;utm_source=feed">A story</a></p>'


async def test_a_link_loses_what_tracks_its_readers(home: Home) -> None:
    async with reading(home, TRACKED) as pilot:
        shown_lines = await press(pilot, "f", "a")
        assert any(
            line.endswith("[1] https://example.org/a?id=7") for line in map(str.rstrip, shown_lines)
        )


async def test_a_link_is_left_as_it_is_for_those_who_want_that(home: Home) -> None:
    configure(home, "[reading]\nremove_trackers = false\n")
    async with reading(home, TRACKED) as pilot:
        assert "a?id=7&utm_source=feed" in "\n".join(await press(pilot, "f", "a"))
