"""The screen where nothing can be written: it reads on, and says what isn't kept."""

import re
from collections.abc import Callable

import pytest

from feedtui.library.home import Home
from feedtui.query.views import ALL, UNREAD
from feedtui.store import atomic
from feedtui.ui.picture import keep_picture
from feedtui.ui.start import make_app
from refusing import Disk
from screens import Screen, app_of, press, screen, settled, status, text

Trouble = Callable[[Disk], None]
TROUBLES = pytest.mark.parametrize("trouble", [Disk.become_read_only, Disk.become_full])


def said(pilot: Screen) -> str:
    """What was said last, in the line or, where that was too short for it, beside it."""
    app = app_of(pilot)
    notices = [notice.message for notice in app._notifications]
    return f"{status(pilot)} {notices[-1] if notices else ''}"


@TROUBLES
async def test_a_mark_that_cannot_be_kept_is_told_and_not_shown(
    stocked: Home, disk: Disk, trouble: Trouble
) -> None:
    async with screen(stocked) as pilot:
        trouble(disk)
        lines = await press(pilot, "s")
        assert "can't be written" in said(pilot)
        assert not any("★" in line for line in lines)
        await press(pilot, "A")
        assert app_of(pilot)._main._desk.library.counts(UNREAD).unread == 5
        assert "can't be written" in said(pilot)
        disk.recover()
        assert any("★" in line for line in await press(pilot, "s"))
    library = stocked.library()
    assert [library.is_starred(item) for item in library.items(ALL)].count(True) == 1


@TROUBLES
async def test_reading_goes_on_from_entry_to_entry_although_none_can_be_marked(
    stocked: Home, disk: Disk, trouble: Trouble
) -> None:
    async with screen(stocked) as pilot:
        trouble(disk)
        for title in ("Alpha", "Ode", "Beta"):
            await press(pilot, "n")
            opened = app_of(pilot)._main._desk.opened
            assert opened is not None
            assert opened.head.title == title
            assert f"The text of {title}." in text(pilot)


async def test_a_first_start_on_a_read_only_disk_says_so_on_the_screen(
    home: Home, disk: Disk
) -> None:
    warnings: list[str] = []
    disk.become_read_only()
    home = Home(home.places, home.environment, home.clock, warnings.append)
    async with make_app(home, home.settings(), warnings).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "can't be written" in said(pilot)


async def test_a_list_of_feeds_that_vanishes_stays_in_force(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        path = stocked.places.subscriptions
        content = path.read_bytes()
        path.unlink()
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "feeds.toml is not there" in said(pilot)
        assert "● Alpha" in text(pilot)
        path.write_bytes(content)
        app_of(pilot)._main._look_around()
        await settled(pilot)
        assert "● Alpha" in text(pilot)


@TROUBLES
def test_a_last_frame_that_cannot_be_kept_is_no_trouble(
    home: Home, disk: Disk, trouble: Trouble
) -> None:
    keep_picture(home.places.frame, b"old")
    trouble(disk)
    keep_picture(home.places.frame, b"new")
    disk.recover()
    assert atomic.read_text(home.places.frame, "") in ("", "old")


@pytest.mark.parametrize("time", [10**18, -(10**18), -62_135_596_801])
async def test_a_date_that_no_calendar_has_is_in_the_way_of_no_entry(
    stocked: Home, time: int
) -> None:
    for path in stocked.places.feeds.glob("*/heads.json"):
        path.write_text(re.sub(r'"published":\d+', f'"published":{time}', path.read_text()))
    async with screen(stocked) as pilot:
        await press(pilot, "n")
        assert "The text of Alpha." in text(pilot)
