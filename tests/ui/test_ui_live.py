"""config.toml, written while the screen is open."""

import os

import pytest

from feedtui.config.settings import read_settings
from feedtui.library.home import Home
from feedtui.ui.live import differing
from screens import Screen, app_of, configure, press, screen, settled, status, text


async def written(pilot: Screen, home: Home, content: str) -> None:
    """A person saves config.toml in an editor, and the screen looks around."""
    path = home.places.settings
    before = path.stat().st_mtime_ns if path.exists() else 0
    configure(home, content)
    os.utime(path, ns=(before + 1, before + 1))
    app_of(pilot)._main._look_around()
    await settled(pilot)


async def test_what_can_change_at_once_does(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await written(
            pilot,
            stocked,
            '[reading]\nhide_read = true\nmark_read = "manual"\nwidth = 60\n'
            '[lists]\norder = "title"\n[screen]\ntheme = "nord"\n[refresh]\nevery = "30m"\n',
        )
        assert pilot.app.theme == "nord"
        assert app_of(pilot)._main._feeds._timer is not None
        await press(pilot, "enter")
        assert stocked.library().counts(app_of(pilot)._main._desk.view).unread == 5
        assert app_of(pilot)._main._desk.layout.order == "title"
        await written(pilot, stocked, "")
        assert app_of(pilot)._main._feeds._timer is None


async def test_keys_follow_the_file(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await written(pilot, stocked, '[keys]\nquit = "Z"\nundo = "q"\n')
        await press(pilot, "q")
        assert pilot.app.is_running
        assert "there is nothing to take back" in status(pilot)


async def test_it_is_said_what_is_taken_over_and_what_comes_with_the_next_start(
    stocked: Home,
) -> None:
    async with screen(stocked, 200, 30) as pilot:
        await written(pilot, stocked, "[reading]\nwidth = 60\n[screen]\nmouse = false\n")
        assert "taken over from config.toml: reading.width" in status(pilot)
        assert "from the next start on: screen.mouse" in status(pilot)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[reading]\nwidht = 60\n", "config.toml:2: reading.widht"),
        ('[keys]\nfly = "x"\n', "config.toml:2: keys.fly"),
        ('[screen]\ntheme = "no such"\n', "there is no theme “no such”"),
        ('[screen]\ntheme = "nord"\n[keys]\nfly = "x"\n', "config.toml:4: keys.fly"),
    ],
)
async def test_a_mistake_is_shown_with_its_line_and_changes_nothing(
    stocked: Home, content: str, said: str
) -> None:
    async with screen(stocked, 200, 30) as pilot:
        theme = pilot.app.theme
        await written(pilot, stocked, content)
        assert said in text(pilot)
        assert pilot.app.theme == theme
        await written(pilot, stocked, "[reading]\nwidth = 61\n")
        assert "taken over from config.toml: reading.width" in status(pilot)


def test_keys_that_moved_to_another_line_are_the_same() -> None:
    before = read_settings('[keys]\nquit = "Q"\n', "config.toml")
    after = read_settings('# mine\n\n[keys]\nquit = "Q"\n', "config.toml")
    assert differing(before, after) == ()
    assert differing(before, read_settings("", "config.toml")) == ("keys",)


def test_differences_are_named_by_table_and_setting() -> None:
    before = read_settings("", "config.toml")
    after = read_settings(
        '[fetch]\nat_once = 3\n[hosts]\n"a.example" = "2m"\n[lists]\norder = "feed"\n',
        "config.toml",
    )
    assert differing(before, after) == ("fetch.at_once", "lists.order", "hosts")
