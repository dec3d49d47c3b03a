"""Every command has a test: docs/commands.md says which, and says the truth."""

import re
from pathlib import Path

import pytest

from claims import ON_A_TERMINAL, claims
from feedtui.library.home import Home
from feedtui.ui.commands import COMMANDS
from screens import Screen, app_of, article, lines, press, screen

CLAIMS = claims()


@pytest.mark.parametrize("command", [each.name for each in COMMANDS])
def test_a_command_has_tests(command: str) -> None:
    assert CLAIMS.get(command), "run FEEDTUI_COMMANDS=docs/commands.md pytest tests/ui"


def test_no_command_is_listed_that_isnt_there() -> None:
    assert CLAIMS.keys() - {each.name for each in COMMANDS} == set()


@pytest.mark.parametrize("name", sorted({each for tests in CLAIMS.values() for each in tests}))
def test_a_test_that_is_listed_is_there(name: str) -> None:
    file, _, function = name.partition("::")
    source = (Path(__file__).parent / file).read_text(encoding="utf-8")
    assert re.search(rf"^(async )?def {function}\(", source, re.MULTILINE)


def test_what_is_tried_on_a_terminal_is_said_so() -> None:
    assert set(ON_A_TERMINAL) <= CLAIMS.keys()


def titles(pilot: Screen) -> list[str]:
    """The titles of the entries that are listed, from the top."""
    return [item.head.label for item in app_of(pilot)._main._desk.rows]


async def test_lists_are_sorted_by_what_is_asked_for(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        newest = titles(pilot)
        await press(pilot, "O", "f")
        assert titles(pilot) == ["Alpha", "Beta", "Gamma", "Ode", "Sonnet"]
        await press(pilot, "O", "n")
        assert titles(pilot) == newest


async def test_unread_entries_come_first_when_it_is_asked_for(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "1", "m", "O", "u")
        assert titles(pilot)[-1] == "Alpha"


async def test_a_list_that_was_divided_is_divided_no_more(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        whole = lines(pilot)[:-2]
        assert (await press(pilot, "g", "f"))[:-2] != whole
        assert (await press(pilot, "g", "n"))[:-2] == whole


async def test_a_page_up_comes_back_from_a_page_down(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "enter")
        await press(pilot, "pagedown")
        further = article(pilot).scroll_y
        await press(pilot, "pageup")
        assert further > article(pilot).scroll_y == 0


async def test_a_pane_is_made_narrower_by_what_it_was_made_wider(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        before = app_of(pilot)._main._stage.entries.size
        await press(pilot, ">")
        await press(pilot, "<")
        assert app_of(pilot)._main._stage.entries.size == before
