"""Reading on: where one stopped, where one has been, what counts as read, the article alone."""

from feedtui.clean import clean_line
from feedtui.feeds.earlier import earlier_of
from feedtui.feeds.merge import merge
from feedtui.library.home import Home
from feedtui.model import Entry, Feed, FullText
from feedtui.query.views import ALL, STARTED
from refusing import Disk
from screens import (
    app_of,
    article,
    configure,
    lines,
    press,
    publish,
    reading,
    screen,
    settled,
    shown,
    status,
    text,
)
from stock import NEWS
from world import NOON

LONG = "".join(f"<p>Paragraph {number} says something of its own.</p>" for number in range(60))
OTHER = "".join(f"<p>Sentence {number} of the other one.</p>" for number in range(60))
SHORT = "<p>Only this.</p>"


def journal(home: Home) -> list[str]:
    """The marks that say where reading stopped."""
    files = home.places.marks.glob("*.jsonl")
    return [line for file in files for line in file.read_text().splitlines() if "position" in line]


async def test_an_article_opens_where_reading_it_stopped(home: Home) -> None:
    async with reading(home, LONG) as pilot:
        await press(pilot, *["space"] * 3)
        first = shown(pilot)[0]
        assert journal(home) == []
        await press(pilot, "q")
    assert len(journal(home)) == 1
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "k", "enter")
        assert shown(pilot)[0] == first
    assert len(journal(home)) == 1


async def test_the_place_is_the_same_at_another_width(home: Home) -> None:
    async with reading(home, LONG) as pilot:
        await press(pilot, *["space"] * 3)
        first = shown(pilot)[0]
        await press(pilot, "h", "j", "enter")
        await pilot.resize_terminal(44, 20)
        await press(pilot, "h", "k", "enter")
        assert first in shown(pilot)[0] or first in shown(pilot)[1]


async def test_short_articles_and_those_read_to_the_end_leave_no_trace(home: Home) -> None:
    publish(home, SHORT, LONG)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "n", "G", "h", "q")
    assert journal(home) == []


async def test_what_was_left_half_way_is_listed_until_it_is_read_to_the_end(home: Home) -> None:
    publish(home, LONG, OTHER)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "space", "n", "space", "h", "g", "c")
        assert [item.head.label for item in app_of(pilot)._main._desk.rows] == ["Second", "First"]
        assert "Continue reading · 1/2" in status(pilot)
        await press(pilot, "enter", "G", "h", "g", "c")
        assert [item.head.label for item in app_of(pilot)._main._desk.rows] == ["First"]
    assert [item.head.label for item in home.library().items(STARTED)] == ["First"]


async def test_without_anything_left_the_list_to_continue_says_so(home: Home) -> None:
    async with screen(publish(home, SHORT), 80, 24) as pilot:
        await press(pilot, "g", "c")
        assert "nothing was left half-way" in status(pilot)


async def test_backspace_goes_back_to_the_entry_and_the_place_before(home: Home) -> None:
    publish(home, LONG, OTHER, SHORT)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "space", "space")
        first = shown(pilot)[0]
        await press(pilot, "n", "space")
        second = shown(pilot)[0]
        await press(pilot, "n")
        assert shown(pilot)[0] == "Third"
        await press(pilot, "backspace")
        assert shown(pilot)[0] == second
        await press(pilot, "backspace")
        assert shown(pilot)[0] == first
        current = app_of(pilot)._main._desk.current
        assert current is not None
        assert current.head.label == "First"
        await press(pilot, "backspace")
        assert "this is where you began" in status(pilot)


async def test_backspace_finds_an_entry_whose_list_was_left(home: Home) -> None:
    publish(home, LONG, OTHER)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "space")
        first = shown(pilot)[0]
        await press(pilot, "h", "slash", *"second", "enter", "enter")
        assert shown(pilot)[0] == "Second"
        await press(pilot, "backspace")
        assert shown(pilot)[0] == first


async def test_an_article_counts_as_read_when_its_end_was_seen_if_so_wanted(home: Home) -> None:
    configure(home, '[reading]\nmark_read = "end"\n')
    publish(home, LONG, SHORT)
    async with screen(home, 80, 24) as pilot:
        library = app_of(pilot)._main._desk.library
        first, second = library.items(ALL)
        await press(pilot, "enter", "space")
        assert not library.is_read(first)
        await press(pilot, "G")
        assert library.is_read(first)
        await press(pilot, "m", "k", "j")
        assert not library.is_read(first)
        await press(pilot, "h", "j", "enter")
        assert library.is_read(second)


async def test_nothing_counts_as_read_unless_marked_if_so_wanted(home: Home) -> None:
    configure(home, '[reading]\nmark_read = "manual"\n')
    publish(home, SHORT, SHORT)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "G")
        library = app_of(pilot)._main._desk.library
        assert not any(map(library.is_read, library.items(ALL)))


async def test_z_leaves_the_article_alone_and_escape_shows_all_again(home: Home) -> None:
    publish(home, LONG, SHORT)
    async with screen(home, 140, 30) as pilot:
        await press(pilot, "enter", "space")
        first = row_text(shown(pilot), "Paragraph")
        alone = await press(pilot, "z")
        assert all("Unread" not in line for line in alone[:-1])
        assert "Space read on" not in "\n".join(alone)
        assert row_text([line.strip() for line in alone], "Paragraph") == first
        assert next(line for line in alone if "Paragraph" in line).startswith(" " * 25)
        assert article(pilot).column == 90
        await press(pilot, "escape")
        assert "Space read on" in text(pilot)
        await press(pilot, "z", "h")
        assert "Space read on" in text(pilot) or "Enter open" in text(pilot)


async def test_the_mouse_selects_text_also_where_the_article_is_alone(home: Home) -> None:
    publish(home, LONG)
    async with screen(home, 140, 30) as pilot:
        await press(pilot, "enter", "z")
        line = next(number for number, line in enumerate(lines(pilot)) if "Paragraph 0" in line)
        start = lines(pilot)[line].index("Paragraph 0")
        await pilot.mouse_down(offset=(start, line))
        await pilot.hover(offset=(start + 8, line))
        await pilot.mouse_up(offset=(start + 8, line))
        assert pilot.app.screen.get_selected_text() == "Paragraph"
        await press(pilot, "ctrl+c")
        assert "copied the selection" in lines(pilot)[-1]


async def test_what_is_painted_is_as_wide_as_its_pane(home: Home) -> None:
    publish(home, LONG)
    async with screen(home, 200, 30) as pilot:
        await press(pilot, "enter", "space")
        before = lines(pilot)
        assert await press(pilot, "z") != before
        assert await press(pilot, "z") == before


def row_text(rows: list[str], word: str) -> str:
    return next(row[row.index(word) :] for row in rows if word in row)


async def test_new_entries_and_marks_do_not_move_what_is_read(home: Home) -> None:
    publish(home, LONG, SHORT)
    async with screen(home, 140, 24) as pilot:
        await press(pilot, "enter", "space")
        top = article(pilot).top
        assert top > 0
        entries = (Entry("Newest", clean_line("Newest"), published=NOON + 60, body=SHORT),)
        cache = home.cache()
        merged = merge(cache.feed(NEWS), Feed(clean_line("News"), entries=entries), NOON + 90)
        cache.write(merged.feed, merged.bodies)
        main = app_of(pilot)._main
        main._errands.look_around()
        await settled(pilot)
        assert len(main._desk.rows) == 3
        assert article(pilot).top == top
        await press(pilot, "m", "s", "h")
        assert article(pilot).top == top


def change(home: Home, *bodies: str) -> None:
    """The first entry of the feed says these things, one after the other."""
    cache = home.cache()
    for number, body in enumerate(bodies, 1):
        entry = Entry(
            "First",
            clean_line("First"),
            clean_line("https://news.example/First"),
            clean_line("the author"),
            published=NOON,
            body=body,
        )
        merged = merge(cache.feed(NEWS), Feed(clean_line("News"), entries=(entry,)), NOON + number)
        texts = cache.bodies(NEWS, merged.bodies)
        cache.keep_earlier(NEWS, earlier_of(merged, texts, NOON + number))
        cache.write(merged.feed, merged.bodies)


async def test_d_shows_what_a_feed_changed_change_by_change(home: Home) -> None:
    publish(home, "<p>A red car drove by.</p>" + LONG)
    change(home, "<p>A blue car drove by.</p>" + LONG, "<p>A blue car came by.</p>" + LONG)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "space")
        first = shown(pilot)[0]
        await press(pilot, "D")
        assert "change 1 of 2, the latest first" in text(pilot)
        assert "A blue car [-drove-] {+came+} by." in text(pilot)
        await press(pilot, "D")
        assert "A [-red-] {+blue+} car drove by." in text(pilot)
        await press(pilot, "D")
        assert shown(pilot)[0] == first
        await press(pilot, "D", "backspace")
        assert shown(pilot)[0] == first


async def test_each_text_of_an_entry_keeps_its_place(home: Home) -> None:
    publish(home, LONG)
    entry = home.cache().feed(NEWS).heads[0].id
    page = FullText(OTHER, "https://news.example/First", "readability", 400, asked=False)
    home.cache().full_texts(NEWS).keep(entry, page)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "space")
        own = shown(pilot)[0]
        await press(pilot, "x", "space", "space")
        full = shown(pilot)[0]
        assert full.startswith("Sentence")
        await press(pilot, "x")
        assert shown(pilot)[0] == own
        await press(pilot, "x")
        assert shown(pilot)[0] == full


async def test_a_place_that_cannot_be_written_is_told_and_reading_goes_on(
    home: Home, disk: Disk
) -> None:
    publish(home, LONG, OTHER)
    async with screen(home, 80, 24) as pilot:
        await press(pilot, "enter", "space")
        disk.become_full()
        await press(pilot, "n")
        assert shown(pilot)[0] == "Second"
        assert any("can't be written" in each.message for each in app_of(pilot)._notifications)
        disk.recover()
        await press(pilot, "space", "h")
    assert [item.head.label for item in home.library().items(STARTED)] == ["Second"]


async def test_an_entry_that_never_changed_says_so(home: Home) -> None:
    async with reading(home, SHORT) as pilot:
        await press(pilot, "D")
        assert "its feed has not changed this entry" in status(pilot)
