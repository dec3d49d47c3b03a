"""Passing entries on to other programs: players, readers of texts, what the person shares with."""

import asyncio
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Enclosure, Entry, Feed, Subscription
from screens import configure, press, publish, reading, screen, status, text
from stock import NEWS
from terminals import terminal
from world import NOON

FORGOTTEN = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""A player that was started is left to itself."""

TALK = Enclosure(
    clean_line("https://files.example/talk.mp3"),
    clean_line("audio/mpeg"),
    12_300_000,
    duration=1800,
)
FILM = Enclosure(clean_line("https://files.example/talk.webm"), clean_line("video/webm"))
HOSTILE = Enclosure(clean_line("--exec=evil"), clean_line("audio/mpeg"))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record"


@pytest.fixture
def program(tmp_path: Path, record: Path) -> Path:
    """A program that plays and sends nothing: it writes down what it is told, a line for each."""
    script = tmp_path / "program"
    script.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {record}.new && mv {record}.new {record}\n'
        "echo it was told\n"
    )
    script.chmod(0o700)
    return script


async def written(record: Path) -> list[str]:
    async with asyncio.timeout(20):
        while not await asyncio.to_thread(record.exists):
            pass
    return (await asyncio.to_thread(record.read_text)).splitlines()


@FORGOTTEN
async def test_e_plays_what_an_entry_carries(
    home: Home, program: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(home.environment, "DISPLAY", ":0")
    configure(home, f'[programs]\nplayer = ["{program}", "--quiet"]\n')
    async with screen(publish(home, "<p>A talk.</p>", enclosures=(TALK,)), 80, 24) as pilot:
        await press(pilot, "enter", "e")
        assert await written(record) == ["--quiet", "https://files.example/talk.mp3"]
        assert "playing https://files.example/talk.mp3" in status(pilot)


@FORGOTTEN
async def test_e_lets_one_choose_among_several(
    home: Home, program: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(home.environment, "DISPLAY", ":0")
    configure(home, f'[programs]\nplayer = ["{program}"]\n')
    async with screen(publish(home, "<p>A talk.</p>", enclosures=(TALK, FILM)), 80, 24) as pilot:
        lines = await press(pilot, "enter", "e")
        assert any("files.example · audio/mpeg · 12.3 MB · 30 min" in line for line in lines[5:])
        await press(pilot, "escape", "e", "j", "enter")
        assert await written(record) == ["https://files.example/talk.webm"]


async def test_what_is_no_address_is_never_given_to_a_player(
    home: Home, program: Path, record: Path
) -> None:
    configure(home, f'[programs]\nplayer = ["{program}"]\n')
    async with screen(publish(home, "<p>A talk.</p>", enclosures=(HOSTILE,)), 80, 24) as pilot:
        await press(pilot, "enter", "e")
        assert "its address is not one that a browser should be given" in status(pilot)
    assert not await asyncio.to_thread(record.exists)


async def test_an_entry_without_a_file_says_so(home: Home) -> None:
    async with reading(home, "<p>Only text.</p>") as pilot:
        await press(pilot, "e")
        assert "this entry carries no file" in status(pilot)


async def test_sharing_says_how_it_is_set_up(home: Home) -> None:
    async with reading(home, "<p>Only text.</p>") as pilot:
        await press(pilot, "S")
        assert "name a command as share under [programs] in config.toml" in status(pilot)


async def test_a_command_that_cannot_be_read_is_told(home: Home) -> None:
    async with reading(home, "<p>Only text.</p>") as pilot:
        await press(pilot, "vertical_line", *"less 'x", "enter")
        assert "this is no command: no closing quotation" in status(pilot)


async def test_commands_that_were_typed_before_come_back(home: Home) -> None:
    async with reading(home, "<p>Only text.</p>") as pilot:
        for _ in range(2):
            await press(pilot, "vertical_line", *"one '", "enter")
        await press(pilot, "vertical_line", *"two '", "enter")
        lines = await press(pilot, "vertical_line", "up", "up")
        assert any("one '" in line for line in lines)
        lines = await press(pilot, "up", "down", "down", "down")
        assert not any("one '" in line or "two '" in line for line in lines)
        await press(pilot, "escape")
        assert "Only text." in text(pilot)


def hostile(home: Home) -> None:
    """An entry whose title would be an option, and would do something to a shell."""
    entry = Entry(
        "1",
        clean_line("--help; touch $(owned) `x`"),
        clean_line("https://news.example/1"),
        published=NOON,
        body="<p>The text of it, see <a href='https://example.org/one'>there</a>.</p>",
    )
    subscribe(home.places, Subscription(NEWS))
    cache = home.cache()
    merged = merge(cache.feed(NEWS), Feed(clean_line("News"), entries=(entry,)), NOON)
    cache.write(merged.feed, merged.bodies)


def test_what_is_shared_is_no_more_than_words_for_the_command(
    home: Home, program: Path, record: Path
) -> None:
    hostile(home)
    configure(
        home, f'[programs]\nshare = ["{program}", "-s", "{{title}}", "{{link}}", "{{feed}}"]\n'
    )
    with terminal(80, 24) as program_:
        program_.wait_for(b"touch")
        before = program_.type(b"S")
        program_.wait_for(b"it was told", before)
        program_.wait_for(b"shared", before)
        program_.type(b"q")
        assert program_.end() == 0
        assert program_.is_usable()
    assert record.read_text().splitlines() == [
        "-s",
        " --help; touch $(owned) `x`",
        "https://news.example/1",
        "News",
    ]


def test_a_command_reads_the_article_and_its_output_stays_until_enter(
    home: Home, tmp_path: Path
) -> None:
    hostile(home)
    with terminal(80, 24) as program:
        program.wait_for(b"touch")
        program.type(b"\r")
        program.wait_for(b"The text of it")
        before = program.type(b"|cat -n\r")
        program.wait_for(b"Enter: back to feedtui", before)
        assert b"\t[1] https://example.org/one" in program.sent[before:]
        before = program.type(b"\r")
        program.wait_for(b"cat has read the article", before)
        program.type(b"q")
        assert program.end() == 0
        assert program.is_usable()
