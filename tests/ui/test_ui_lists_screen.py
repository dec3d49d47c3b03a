"""Lists on the screen: keys pressed and rows clicked, and what is shown then."""

import pytest

from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Subscription
from feedtui.query.views import ALL, UNREAD
from screens import Screen, app_of, configure, lines, press, screen, settled, status, text
from stock import NEWS, POEMS, Keep


def unread(home: Home) -> int:
    return home.library().counts(UNREAD).unread


def pane(pilot: Screen, name: str) -> list[str]:
    """The lines of one pane."""
    region = pilot.app.screen.query_one(f"#{name}").region
    rows = lines(pilot)[region.y : region.bottom]
    return [row[region.x : region.right].rstrip() for row in rows]


def entries(pilot: Screen) -> list[str]:
    return [row for row in pane(pilot, "entries") if row.strip()]


async def test_j_and_k_in_capitals_open_the_next_and_the_previous_entry(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        await press(pilot, "enter", "J")
        assert "The text of Ode." in text(pilot)
        await press(pilot, "K")
        assert "The text of Alpha." in text(pilot)
        assert "this is the first entry" in "\n".join(await press(pilot, "K"))
        assert unread(stocked) == 3
        await press(pilot, "4", "J")
        assert "The text of Gamma." in text(pilot)


async def test_brackets_go_from_feed_to_feed_and_digits_to_the_rivers(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "right_square_bracket")
        assert "News · 1/3" in status(pilot)
        await press(pilot, "enter", "right_square_bracket")
        assert "Poems · 1/2" in status(pilot)
        assert app_of(pilot)._main._stage.at == "entries"
        assert "this is the last feed" in "\n".join(await press(pilot, "right_square_bracket"))
        await press(pilot, "left_square_bracket")
        assert "News · 1/3" in status(pilot)
        for key, title in (("1", "All"), ("2", "Unread"), ("3", "Starred")):
            await press(pilot, key)
            assert status(pilot).startswith(title)


async def test_the_filter_opens_from_the_article_too(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        await press(pilot, "enter", "F", *"ode", "enter")
        assert [row.split()[1] for row in entries(pilot)] == ["Ode"]


async def test_a_range_is_selected_by_moving_and_starred_in_one_step(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "j", "v", "j", "j")
        assert [row[:3] for row in entries(pilot)] == [" ● ", " ●✓", " ●✓", " ●✓", " ● "]
        assert "3 selected" in status(pilot)
        assert "Space pick" in lines(pilot)[-1]
        await press(pilot, "x", "s")
        assert [row[:3] for row in entries(pilot)] == [" ● ", "★● ", "★● ", " ● ", " ● "]
        assert "Space read on" in lines(pilot)[-1]
        await press(pilot, "u")
        assert "took back: starred 2 in the selection" in status(pilot)
        await press(pilot, "j", "v", "A")
        assert "marked 1 read in the selection" in status(pilot)
        await press(pilot, "V", "escape")
        assert "selected" not in status(pilot)
        assert app_of(pilot)._main._stage.at == "entries"


async def test_what_is_selected_stays_selected_when_the_terminal_is_resized(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "v", "j", "v")
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert [row[2] for row in entries(pilot)] == ["✓", "✓", " ", " ", " "]


async def test_everything_is_marked_read_only_after_asking(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        assert "Mark 5 unread entries of all feeds read?" in "\n".join(await press(pilot, "C"))
        await press(pilot, "n")
        assert unread(stocked) == 5
        await press(pilot, "C", "y")
        assert "marked 5 read in all feeds" in status(pilot)
        assert unread(stocked) == 0
        assert "there is nothing unread" in "\n".join(await press(pilot, "C"))


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("M", "a"), 3),
        (("M", "b"), 3),
        (("M", "o"), 4),
        (("M", "d"), 5),
        (("M", "w"), 5),
        (("M", "m"), 5),
    ],
)
async def test_stretches_of_a_list_are_marked_read(
    stocked: Home, keys: tuple[str, ...], left: int
) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "j", "j", *keys)
        assert unread(stocked) == left


async def test_a_tag_is_chosen_by_its_first_letters_or_made_and_taken_away_again(
    stocked: Home,
) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "v", "j", "t", *"to read", "enter")
        assert "tagged 2 #to read in the selection" in status(pilot)
        shown = "\n".join(await press(pilot, "j", "t"))
        assert "Tag for 1 entry" in shown
        assert "[ ] to read" in shown
        await press(pilot, "t", "tab", "enter")
        assert "tagged #to read" in status(pilot)
        assert "[x] to read" in "\n".join(await press(pilot, "t"))
        await press(pilot, "enter")
        assert "untagged #to read" in status(pilot)
        await press(pilot, "t", "escape")
    tagged = [each for each in stocked.library().items(ALL) if status_tags(stocked, each.id)]
    assert len(tagged) == 2


def status_tags(home: Home, entry: str) -> tuple[str, ...]:
    return home.library().status_of(entry).tags


async def test_a_tag_is_a_place_in_the_list_of_feeds(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "t", *"long", "enter", "h", "G", "k", "k", "l")
        assert any("▾ Tags" in row for row in pane(pilot, "feeds"))
        await press(pilot, "j")
        assert "#long · 1/1" in status(pilot)


async def test_a_hidden_entry_is_gone_and_found_again(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "X")
        assert "Alpha" not in "\n".join(entries(pilot))
        await press(pilot, "h", "G")
        assert "Alpha" in "\n".join(entries(pilot))
        assert "Hidden · 1/1" in status(pilot)
        await press(pilot, "l", "X", "2")
        assert "Alpha" in "\n".join(entries(pilot))


async def test_a_whole_folder_is_marked_from_the_list_of_feeds(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "h", "j", "j", "j", "m")
        assert "marked 2 read in Arts" in status(pilot)
        assert unread(stocked) == 3


async def test_lists_are_sorted_and_divided_by_key(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "O", "o")
        assert entries(pilot)[0].split()[1] == "Gamma"
        await press(pilot, "g", "f")
        assert [row.split()[1] for row in entries(pilot)] == [
            "News",
            "Gamma",
            "Beta",
            "Alpha",
            "Poems",
            "Sonnet",
            "Ode",
        ]
        await press(pilot, "g", "g", "j", "j", "j")
        assert "Unread · 4/5" in status(pilot)
        await press(pilot, "enter")
        assert "The text of Sonnet." in text(pilot)


@pytest.mark.parametrize(
    ("keys", "titles"),
    [
        ("On", ["Alpha", "Ode", "Beta", "Sonnet", "Gamma"]),
        ("Oo", ["Gamma", "Sonnet", "Beta", "Ode", "Alpha"]),
        ("Of", ["Alpha", "Beta", "Gamma", "Ode", "Sonnet"]),
        ("Ot", ["Alpha", "Beta", "Gamma", "Ode", "Sonnet"]),
        ("Ou", ["Ode", "Beta", "Sonnet", "Gamma", "Alpha"]),
    ],
)
async def test_each_order_has_a_key(stocked: Home, keys: str, titles: list[str]) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "1", "m", *keys)
        assert [row[3:].split()[0] for row in entries(pilot)] == titles


async def test_a_list_is_divided_by_day_and_whole_again(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "g", "d")
        assert entries(pilot)[0].startswith("— Today")
        await press(pilot, "g", "n")
        assert entries(pilot)[0].startswith(" ● Alpha")


async def test_all_folders_fold_at_once(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "h", "underscore")
        assert "▸ Arts" in "\n".join(pane(pilot, "feeds"))
        await press(pilot, "underscore")
        assert "▾ Arts" in "\n".join(pane(pilot, "feeds"))


async def test_a_click_below_a_heading_opens_the_entry_that_is_there(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "g", "f")
        await pilot.click("#entries", offset=(5, 0))
        await settled(pilot)
        assert unread(stocked) == 5
        await pilot.click("#entries", offset=(5, 5))
        await settled(pilot)
        assert "The text of Ode." in text(pilot)


async def test_the_heading_above_the_first_entry_comes_in_sight_with_it(stocked: Home) -> None:
    async with screen(stocked, 80, 7) as pilot:
        await press(pilot, "g", "f", "G", "g", "g")
        assert entries(pilot)[0].startswith("— News")


async def test_read_entries_are_left_out_by_key(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "1", "m", "H")
        assert "Alpha" not in "\n".join(entries(pilot))
        await press(pilot, "H")
        assert "Alpha" in "\n".join(entries(pilot))


async def test_folders_fold_by_keys_and_by_a_click_on_their_sign(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "h", "j", "j", "j", "minus")
        assert "▸ Arts" in "\n".join(pane(pilot, "feeds"))
        assert "Poems" not in "\n".join(pane(pilot, "feeds"))
        await press(pilot, "l")
        assert "  Poems" in "\n".join(pane(pilot, "feeds"))
        await press(pilot, "j", "h")
        assert "Arts · 1/2" in status(pilot)
        await press(pilot, "h")
        assert "▸ Arts" in "\n".join(pane(pilot, "feeds"))
        row = next(index for index, row in enumerate(pane(pilot, "feeds")) if "▸ Arts" in row)
        await pilot.click("#feeds", offset=(1, row))
        await settled(pilot)
        assert "▾ Arts" in "\n".join(pane(pilot, "feeds"))


async def test_clicks_with_ctrl_and_shift_select(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await pilot.click("#entries", offset=(5, 1), control=True)
        await pilot.click("#entries", offset=(5, 4), control=True)
        await settled(pilot)
        assert [row[2] for row in entries(pilot)] == [" ", "✓", " ", " ", "✓"]
        await press(pilot, "escape")
        await pilot.click("#entries", offset=(5, 2), shift=True)
        await settled(pilot)
        assert [row[2] for row in entries(pilot)] == [" ", " ", "✓", "✓", "✓"]
        assert unread(stocked) == 5


async def test_the_next_start_shows_the_list_the_entry_and_the_filter_that_were_left(
    stocked: Home,
) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "1", "slash", *"text -beta", "enter")
        await press(pilot, "escape", "slash", *"o", "enter", "j", "q")
    async with screen(stocked) as pilot:
        assert "All · 2/" in status(pilot)
        assert "filter: o" in status(pilot)
        await press(pilot, "escape")
        assert "filter" not in status(pilot)
        assert app_of(pilot)._main._stage.at == "entries"


async def test_a_damaged_memory_of_the_last_time_is_none(stocked: Home) -> None:
    stocked.places.state.mkdir(parents=True, exist_ok=True)
    stocked.places.left.write_bytes(b'{"version": 1, "lists": {"view": {"kind": "nonsense"}}}')
    async with screen(stocked) as pilot:
        assert "Unread · 1/5" in status(pilot)


async def test_a_refresh_leaves_the_cursor_where_it_is_on_the_screen(
    home: Home, keep: Keep
) -> None:
    subscribe(home.places, Subscription(NEWS))
    subscribe(home.places, Subscription(POEMS))
    keep(POEMS, "Poems", [f"Poem {number}" for number in range(30)])
    async with screen(home, 80, 12) as pilot:
        await press(pilot, *"jjjjjjjjjjjj")
        before = [row.rstrip("▁▂▃▄▅▆▇█ ") for row in pane(pilot, "entries")]
        keep(NEWS, "News", ["First", "Second", "Third"])
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert [row.rstrip("▁▂▃▄▅▆▇█ ") for row in pane(pilot, "entries")] == before
        assert "Unread · 16/33" in status(pilot)


async def test_the_settings_choose_columns_order_parts_and_numbers(stocked: Home) -> None:
    configure(
        stocked,
        '[lists]\ncolumns = ["title", "author"]\ngroup = "feed"\ncounts = "both"\n',
    )
    async with screen(stocked) as pilot:
        assert [row.split() for row in entries(pilot)[:2]] == [["—", "News", "(3)"], ["Alpha"]]
        assert " News                   3/3" in pane(pilot, "feeds")
        await press(pilot, "v")
        assert entries(pilot)[1].startswith(" ●✓Alpha")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_an_empty_list_takes_every_key_of_lists(home: Home, size: tuple[int, int]) -> None:
    home.places.config.mkdir(parents=True)
    home.places.subscriptions.write_text("# nothing yet\n")
    async with screen(home, *size) as pilot:
        for keys in ("J", "K", "v", "V", "X", "t", "C", "Ma", "Mb", "Mo", "Mw", "123", "Ot", "gd"):
            await press(pilot, *keys)
        await press(pilot, "h", "minus", "underscore", "h", "l", "m", "s", "X", "escape")
        assert pilot.app.is_running
