"""Themes, terminals without colours or signs, borders that are dragged: on a screen of memory."""

import re

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import Monochrome, NoColor
from wcwidth import wcwidth

from feedtui.clean import clean_line
from feedtui.config.themes import contrast
from feedtui.errors import ConfigError, UsageError
from feedtui.library.home import Home
from feedtui.store.frame import has_colours
from feedtui.store.leaving import read_left
from feedtui.ui.edge import ASCII, Ascii, Looks, Uncoloured, knows_signs, wants_colours
from feedtui.ui.panes.border import Border
from feedtui.ui.panes.path import fitting_path
from feedtui.ui.themes import COLOURLESS, CONTRASTS, KNOWN, find_theme, with_ours
from screens import app_of, configure, lines, press, screen, status, text
from terminals import LEFT, terminal
from world import Complaints

BLACK = Color(0, 0, 0)
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3\d|4\d|9\d|10\d)(?:;[0-9;]*)?m")


def own(home: Home, name: str, content: str) -> None:
    home.places.themes.mkdir(parents=True, exist_ok=True)
    (home.places.themes / f"{name}.toml").write_text(content)


DUSK = 'primary = "#1e90ff"\nforeground = "#eeeeee"\nbackground = "#101010"\n'


async def test_every_theme_shows_the_screen(stocked: Home) -> None:
    async with screen(configure(stocked, '[screen]\ntheme = "contrast-dark"\n')) as pilot:
        assert app_of(pilot).current_theme.name == "contrast-dark"
        for name, theme in KNOWN.items():
            app_of(pilot).wear(theme)
            await pilot.pause()
            assert app_of(pilot).current_theme.name == name
            assert "Sonnet" in text(pilot)


def test_in_the_high_contrasts_everything_that_is_read_has_the_best_grade() -> None:
    for theme in CONTRASTS:
        variables = with_ours(theme.to_color_system().generate() | theme.variables, theme)
        ground = variables["background"].lower()
        for name, value in variables.items():
            if name.startswith(("text-", "article-")) and value.lower() != ground:
                assert contrast(value.lower(), ground) >= 7, (theme.name, name, value)
        cursor = contrast(variables["cursor-foreground"], variables["cursor-background"])
        assert cursor >= 7


def test_a_persons_own_theme_is_found_by_its_name(home: Home, complaints: Complaints) -> None:
    own(home, "dusk", DUSK + '[article]\nheading = "#ffd700"\nhit = "#00ff7f"\n')
    theme = find_theme(home, "dusk", complaints)
    assert (theme.name, theme.primary, theme.dark) == ("dusk", "#1e90ff", True)
    assert theme.variables["article-heading"] == "#ffd700"
    assert theme.variables["hit-foreground"] == "#00ff7f"
    assert complaints.said == []


def test_an_own_theme_that_is_hard_to_see_is_used_and_warned_of(
    home: Home, complaints: Complaints
) -> None:
    own(home, "fog", DUSK.replace("#eeeeee", "#333333"))
    assert find_theme(home, "fog", complaints).foreground == "#333333"
    [warning] = complaints.said
    assert warning.startswith(f"{home.places.themes / 'fog.toml'}:2: foreground: hard to see")


def test_an_own_theme_with_mistakes_is_refused_with_all_of_them(
    home: Home, complaints: Complaints
) -> None:
    own(home, "torn", DUSK + 'acent = "#fff"\n')
    with pytest.raises(ConfigError, match=r"torn.toml:4: acent: .* did you mean accent"):
        find_theme(home, "torn", complaints)


def test_an_unknown_theme_is_refused_with_those_that_there_are(
    home: Home, complaints: Complaints
) -> None:
    own(home, "dusk", DUSK)
    with pytest.raises(UsageError, match=r"there is no theme “dawn”; .*nord.*, dusk$"):
        find_theme(home, "dawn", complaints)
    with pytest.raises(UsageError):
        find_theme(home, "../config", complaints)


async def test_the_picker_shows_a_theme_at_once_and_says_how_to_keep_it(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "ctrl+t")
        await press(pilot, "g")
        assert app_of(pilot).current_theme.name == "ansi-dark"
        await press(pilot, "j", "j")
        assert app_of(pilot).current_theme.name == sorted(KNOWN)[2]
        await press(pilot, "enter")
        assert f'theme = "{sorted(KNOWN)[2]}" under [screen]' in status(pilot)
        assert not stocked.places.settings.exists()


async def test_escape_puts_the_old_theme_on_again(stocked: Home) -> None:
    own(stocked, "torn", "primary = 3\n")
    async with screen(stocked, 160) as pilot:
        await press(pilot, "ctrl+t")
        assert "torn.toml" not in text(pilot)
        await press(pilot, "G")
        assert "torn: torn.toml" in text(pilot)
        await press(pilot, "k")
        assert app_of(pilot).current_theme.name == max(KNOWN)
        await press(pilot, "escape")
        assert app_of(pilot).current_theme.name == "textual-dark"


def test_without_colours_what_had_a_ground_of_its_own_is_reversed() -> None:
    segments = [
        Segment("plain", Style.parse("red on default")),
        Segment("marked", Style.parse("bold white on blue")),
        Segment("bare", None),
    ]
    assert Uncoloured().apply(segments, BLACK) == [
        Segment("plain", Style()),
        Segment("marked", Style(bold=True, reverse=True)),
        Segment("bare", None),
    ]


def test_our_filters_take_the_place_of_the_toolkits_way_without_colours() -> None:
    kept = Looks(COLOURLESS, coloured=False, signs=False).filters([NoColor(), Monochrome()])
    assert [type(each) for each in kept] == [Uncoloured, Ascii]


def test_every_sign_is_one_cell_and_so_is_its_stand_in() -> None:
    assert [sign for sign in ASCII if wcwidth(sign) != 1] == []
    assert [one for one in ASCII.values() if len(one) != 1 or not " " <= one < "\x7f"] == []


@pytest.mark.parametrize(
    ("environment", "colours", "signs"),
    [
        ({}, True, True),
        ({"LANG": "de_DE.UTF-8", "NO_COLOR": ""}, True, True),
        ({"LANG": "de_DE.utf8", "NO_COLOR": "1"}, False, True),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, True, False),
        ({"LC_CTYPE": "de_DE.ISO-8859-1"}, True, False),
        ({"TERM": "vt220", "LANG": "de_DE.UTF-8"}, False, False),
    ],
)
def test_the_environment_says_what_a_terminal_can_show(
    environment: dict[str, str],
    colours: bool,
    signs: bool,
) -> None:
    assert (wants_colours(environment), knows_signs(environment)) == (colours, signs)


async def test_in_ascii_the_screen_draws_nothing_else(stocked: Home) -> None:
    async with screen(configure(stocked, "[screen]\nascii = true\n")) as pilot:
        assert text(pilot).isascii()
        for keys in (("?", "q"), ("ctrl+t", "escape"), ("enter",), ("/", "t", "enter")):
            assert "\n".join(await press(pilot, *keys)).isascii()


def test_with_no_color_no_colour_is_sent(stocked: Home) -> None:
    with terminal(variables={"NO_COLOR": "1"}) as program:
        program.wait_for(b"Sonnet")
        before = program.type(b"j\rh?q/o\r\x14q")
        program.wait_for(LEFT, before)
    assert COLOUR.search(program.sent) is None
    assert b"\x1b[1;7m" in program.sent


def test_the_last_frame_is_told_from_one_without_colours() -> None:
    assert has_colours(["\x1b[1mplain\x1b[0m", "\x1b[38;2;1;2;3mred"])
    assert has_colours(["\x1b[1;31mred"])
    assert has_colours(["\x1b[1;107mwhite"])
    assert not has_colours(["\x1b[1;7mreversed\x1b[0m", "\x1b[4m31m"])


def test_a_terminal_of_sixteen_colours_shows_its_own(stocked: Home) -> None:
    with terminal(variables={"TERM": "xterm", "COLORTERM": ""}) as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        program.end()
    assert b"38;2;" not in program.sent
    assert b"38;5;" not in program.sent


def test_a_terminal_of_256_colours_is_sent_no_others(stocked: Home) -> None:
    with terminal(variables={"COLORTERM": ""}) as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        program.end()
    assert b"38;2;" not in program.sent
    assert b"38;5;" in program.sent


async def test_keys_make_panes_wider_and_the_widths_are_remembered(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        before = lines(pilot)[1].index("┃")
        assert (await press(pilot, "tab", "tab", ">"))[1].index("┃") == before + 2
        await press(pilot, "5", "greater_than_sign")
        assert lines(pilot)[1].index("┃") == before + 12
        await press(pilot, "q")
    assert read_left(stocked.places.left).panes.feeds == before + 12
    async with screen(stocked) as pilot:
        assert lines(pilot)[1].index("┃") == before + 12


async def test_a_border_is_dragged_with_the_mouse(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        border = pilot.app.screen.query(Border).first()
        start = border.region.x
        await pilot.mouse_down(border, offset=(0, 5))
        await pilot.hover(offset=(start + 9, 5))
        await pilot.mouse_up(offset=(start + 9, 5))
        await pilot.pause()
        assert border.region.x == start + 9


async def test_the_pane_that_has_the_keyboard_is_seen_without_colours(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        assert [sign for sign in lines(pilot)[0] if sign in "▸◂"] == ["▸", "◂"]
        assert [sign for sign in (await press(pilot, "h"))[0] if sign in "▸◂"] == ["◂"]
        assert [sign for sign in (await press(pilot, "l", "l"))[0] if sign in "▸◂"] == ["▸"]


@pytest.mark.parametrize("size", [(40, 10), (40, 16), (59, 14), (80, 24), (120, 40), (200, 50)])
async def test_at_every_size_lists_and_articles_are_there(
    stocked: Home, size: tuple[int, int]
) -> None:
    async with screen(stocked, *size) as pilot:
        assert "Sonnet" in text(pilot)
        assert "The text of" in "\n".join(await press(pilot, "j", "enter"))
        assert all(len(line) <= size[0] for line in lines(pilot))


async def test_a_narrow_screen_says_the_way_to_what_it_shows(stocked: Home) -> None:
    async with screen(stocked, 50, 20) as pilot:
        assert lines(pilot)[0].strip() == "Unread"
        assert (await press(pilot, "enter"))[0].strip() == "Unread › News › Alpha"
        assert (await press(pilot, "h", "h"))[0].strip() == "Feeds"


def test_a_title_in_the_path_is_no_markup() -> None:
    assert fitting_path((clean_line("[bold]x[/bold]"),), 40).plain == "[bold]x[/bold]"


@pytest.mark.parametrize(("setting", "listens"), [("true", True), ("false", False)])
def test_the_mouse_can_be_left_alone(stocked: Home, setting: str, listens: bool) -> None:
    configure(stocked, f"[screen]\nmouse = {setting}\n")
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        program.end()
    assert (b"\x1b[?1000h" in program.sent) is listens


async def test_a_long_message_makes_room_at_the_next_command(stocked: Home) -> None:
    async with screen(stocked, 60, 20) as pilot:
        app_of(pilot)._main._stage.say("Something happened. " * 4)
        await pilot.pause()
        assert len(pilot.app._notifications) == 1
        assert "happened" not in "\n".join(await press(pilot, "j"))
        assert len(pilot.app._notifications) == 0
