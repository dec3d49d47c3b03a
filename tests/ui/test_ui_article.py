"""Reading an article on the screen: what is shown of it, its headings, its places."""

import pytest

from feedtui.clean import clean_line
from feedtui.library.home import Home
from feedtui.model import Enclosure
from screens import (
    article,
    configure,
    press,
    publish,
    reading,
    row_of,
    screen,
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
HEADINGS = "".join(f"<h2>Part {name}</h2>{FILLER}" for name in ("one", "two", "three"))


async def test_above_the_text_stand_title_source_author_date_and_reading_time(home: Home) -> None:
    async with reading(home, "<p>" + "word " * 500 + "</p>") as pilot:
        top = shown(pilot)
    assert top[0] == "First"
    assert top[2].startswith("News · the author · 21 September 2026, ")
    assert top[2].endswith(" · 3 min")
    assert top[4].startswith("word word")


async def test_an_entry_without_a_text_says_so_and_takes_no_time_to_read(home: Home) -> None:
    async with reading(home, "") as pilot:
        assert "min" not in shown(pilot)[2]


async def test_enclosures_are_named_and_can_be_opened(home: Home) -> None:
    file = Enclosure(
        clean_line("https://files.example/talk.mp3"), clean_line("audio/mpeg"), 12_300_000
    )
    publish(home, LINKS, enclosures=(file,))
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter")
        assert "♪ files.example · audio/mpeg · 12.3 MB [3]" in shown(pilot)
        assert "the first [1] and" in text(pilot)
        await press(pilot, "f", "3", "enter")
        assert "[3] https://files.example/talk.mp3" in text(pilot)


async def test_a_title_is_text_whatever_it_looks_like(stocked: Home, keep: object) -> None:
    keep("https://news.example/feed", "N", ["<img src=x> [bold] & <b> **x**"])  # type: ignore[operator]
    async with screen(stocked, 140, 30) as pilot:
        assert "◂ <img src=x> [bold] & <b> **x**" in text(pilot)


async def test_a_text_without_any_tag_keeps_its_lines(home: Home) -> None:
    async with reading(home, "A verse\nof two lines") as pilot:
        row = row_of(pilot, "A verse")
        assert shown(pilot)[row : row + 2] == ["A verse", "of two lines"]


async def test_links_have_their_numbers_behind_them(home: Home) -> None:
    async with reading(home, LINKS) as pilot:
        assert "See the first [1] and the second [2] link." in shown(pilot)


async def test_links_have_no_numbers_if_they_are_not_wanted(home: Home) -> None:
    configure(home, "[reading]\nlink_numbers = false\n")
    async with reading(home, LINKS) as pilot:
        assert "See the first and the second link." in shown(pilot)


async def test_the_status_tells_how_far_one_has_read(home: Home) -> None:
    async with reading(home, FILLER) as pilot:
        assert status(pilot).endswith("1 unread · 26 % · 1 of 2 min")
        await press(pilot, "G")
        assert status(pilot).endswith("100 % · 2 of 2 min")
        await press(pilot, "h")
        assert "%" not in status(pilot)


async def test_a_heading_is_chosen_from_the_outline(home: Home) -> None:
    async with reading(home, HEADINGS) as pilot:
        outline = [line[2:78].strip() for line in await press(pilot, "T")]
        assert outline.count("Part two") == outline.count("Part three") == 1
        await press(pilot, "j", "j", "enter")
        assert shown(pilot)[0] == "Part two"
        await press(pilot, "T", "enter")
        assert shown(pilot)[0] == "Part two"
        await press(pilot, "backspace", "backspace")
        assert article(pilot).top == 0
        await press(pilot, "T", "G", "escape")
        assert article(pilot).top == 0


async def test_keys_go_from_heading_to_heading(home: Home) -> None:
    async with reading(home, HEADINGS) as pilot:
        tops = []
        for key in ("}", "}", "}", "}", "{", "j", "{", "{", "{", "{"):
            await press(
                pilot, {"}": "right_curly_bracket", "{": "left_curly_bracket"}.get(key, key)
            )
            tops.append(shown(pilot)[0])
    assert tops[:5] == ["Part one", "Part two", "Part three", "Part three", "Part two"]
    assert tops[-2:] == ["First", "First"]


async def test_a_place_survives_other_widths_to_the_line(home: Home) -> None:
    words = " ".join(f"word{number}" for number in range(2000))
    async with reading(home, f"<p>{words}</p>") as pilot:
        await press(pilot, "pagedown", "pagedown", "j")
        pane = article(pilot)
        before = pane.lines[pane.top].text
        for width in (40, 70, 200, 61, 80):
            await pilot.resize_terminal(width, 24)
            await settled(pilot)
            assert before.split()[0] in pane.lines[pane.top].text.split()
        assert pane.lines[pane.top].text == before


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_hostile_text_is_shown_literally_and_does_nothing(home: Home, width: int) -> None:
    hostile = (
        '<p><a href="https://example.org/[/nope][@click=app.quit]x[/]?\x1b]0;owned\x07">'
        "[red]A[/red] [@click=app.quit]日本e\u0301\u0301[/] \x1b[2J\x9b31m\u202e</a></p>"
        '<h2>[/nope] \x1b]52;c;x\x07</h2><p>B<sup><a href="#n">1</a></sup></p><p id="n">[/nope]'
        ' <a href="#r">↩</a></p>'
    )
    async with reading(home, hostile, width, 30) as pilot:
        for keys in (["f"], ["a"], ["escape"], ["T"], ["escape"], ["slash", "[", "slash"]):
            await press(pilot, *keys)
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text(pilot))
        await press(pilot, "enter", "escape", "y", "t", "y", "p", "f", "s")
        assert pilot.app.is_running
