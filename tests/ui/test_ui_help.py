"""The help screen: all commands, those for this place first, and looking for one."""

import pytest
from textual.events import MouseScrollDown

from feedtui.library.home import Home
from feedtui.ui.commands import COMMANDS, Where
from feedtui.ui.dialogs.help import HelpRow, found, help_rows
from feedtui.ui.keymap import Keymap, Macro, default_keymap, preset_keymap
from screens import Screen, configure, lines, press, screen, text

KEYMAP = default_keymap()


@pytest.mark.parametrize("where", [("feeds",), ("entries",), ("article",), ("article", "hits")])
def test_help_has_every_command_once(where: tuple[Where, ...]) -> None:
    names = [row.name for row in help_rows(KEYMAP, where) if row.name]
    assert sorted(names) == sorted(command.name for command in COMMANDS)


def test_what_is_for_this_place_comes_first() -> None:
    rows = help_rows(KEYMAP, ("article", "hits"))
    assert rows[0] == HelpRow("Here, in the article")
    first = [row.name for row in rows[1 : rows.index(HelpRow("Moving"))]]
    assert {"follow", "next_hit"} <= set(first)
    assert not {"down", "enter", "take"} & set(first)
    assert help_rows(KEYMAP, ("feeds",))[0] == HelpRow("Here, in the list of feeds")


def test_help_tells_the_keys_that_someone_has() -> None:
    rows = {row.name: row.keys for row in help_rows(preset_keymap("newsboat"), ("entries",))}
    assert rows["toggle_read"] == "N, m"
    without = Keymap("default", {**KEYMAP.keys, "undo": ()})
    rows = {row.name: row.keys for row in help_rows(without, ("entries",))}
    assert rows["undo"] == ":undo"


def test_help_tells_of_someones_macros() -> None:
    own = Keymap("default", KEYMAP.keys, {"b": Macro(lines=("browse", "toggle_read"))})
    assert help_rows(own, ("entries",))[-2:] == (
        HelpRow("Your macros"),
        HelpRow(keys=", b", text="browse, toggle_read"),
    )


def test_looking_for_words_leaves_the_commands_that_have_all_of_them() -> None:
    rows = help_rows(KEYMAP, ("entries",))
    assert [row.name for row in found(rows, "COPY the title") if row.name] == ["copy_title"]
    assert found(rows, "ctrl+r")[1].name == "redo"
    assert found(rows, "nothing says this") == ()
    assert len(found(rows, "")) == len(rows)


async def searched(pilot: Screen, words: str) -> list[str]:
    return await press(pilot, "?", "slash", *("space" if c == " " else c for c in words))


async def test_help_is_searched_and_left_by_keys(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        assert "Copy the entry's title." in "\n".join(await searched(pilot, "copy title"))
        assert "Leave feedtui." not in text(pilot)
        await press(pilot, "escape")
        assert "Move down" in text(pilot)
        await press(pilot, "escape")
        assert "Move down" not in text(pilot)


async def test_letters_scroll_help_again_when_the_search_is_kept(stocked: Home) -> None:
    async with screen(stocked, 80, 12) as pilot:
        before = await searched(pilot, "the")
        after = await press(pilot, "enter", "j")
        assert before != after
        await press(pilot, "q")
        assert "looks for words" not in text(pilot)


async def test_help_scrolls_by_the_wheel_and_ends_with_its_own_key(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        before = await press(pilot, "?")
        await pilot._post_mouse_events([MouseScrollDown], offset=(40, 12))
        await pilot.pause()
        assert lines(pilot) != before
        await press(pilot, "?")
        assert "Here, in" not in text(pilot)


@pytest.mark.parametrize(("width", "height"), [(40, 12), (80, 24), (200, 50)])
async def test_help_fits_every_size(stocked: Home, width: int, height: int) -> None:
    async with screen(stocked, width, height) as pilot:
        await press(pilot, "?")
        assert "Here, in the list of entries" in text(pilot)
        before = text(pilot)
        await press(pilot, "G")
        assert text(pilot) != before
        assert all(len(line) <= width for line in lines(pilot))


async def test_help_names_the_preset(stocked: Home) -> None:
    configure(stocked, '[keys]\npreset = "vim"\n')
    async with screen(stocked) as pilot:
        await press(pilot, "?")
        assert "keys of vim" in text(pilot)
