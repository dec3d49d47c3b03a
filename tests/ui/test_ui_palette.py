"""The palette and the command line: finding a command by letters, and doing it."""

import pytest

from feedtui.library.home import Home
from feedtui.ui.choices import Order, Refused, choices, completions, fitting, order_of
from feedtui.ui.commands import COMMANDS
from feedtui.ui.keymap import Keymap, Macro, default_keymap
from feedtui.ui.typed import MOST, Typed, typed
from screens import (
    Screen,
    app_of,
    article,
    configure,
    lines,
    press,
    reading,
    screen,
    status,
    text,
)

KNOWN = choices(default_keymap(), ("entries",))


def best(letters: str) -> list[str]:
    return [choice.line for choice in fitting(KNOWN, letters)][:3]


def test_all_commands_are_there_and_those_for_this_place_first() -> None:
    assert sorted(choice.line for choice in KNOWN) == sorted(each.name for each in COMMANDS)
    here = [choice.here for choice in KNOWN]
    assert here == sorted(here, reverse=True)
    assert fitting(KNOWN, "") == KNOWN


def test_letters_find_a_command_by_its_beginning_its_words_and_in_their_order() -> None:
    assert best("qui")[0] == "quit"
    assert best("mark all")[0] == "mark_all"
    assert "copy_title" in best("title")
    assert "refresh_feed" in best("rfrfd")
    assert best("browser")[0] == "browse"
    assert best("zzzz") == []


def test_words_of_the_sentence_find_a_command_too() -> None:
    assert "undo" in [choice.line for choice in fitting(KNOWN, "take back what was done last")]


def test_what_can_be_done_here_comes_before_what_fits_better() -> None:
    assert not next(choice for choice in KNOWN if choice.line == "find").here
    found = fitting(KNOWN, "f")
    assert [choice.here for choice in found] == sorted((c.here for c in found), reverse=True)


def test_macros_are_chosen_as_well() -> None:
    own = Keymap("default", default_keymap().keys, {"b": Macro(lines=("browse",))})
    macro = fitting(choices(own, ("entries",)), "macros b")[0]
    assert (macro.line, macro.label, macro.keys) == ("macros b", "browse", ", b")


def test_names_that_begin_as_typed_complete_a_line_first() -> None:
    lines = completions(KNOWN, "re")
    begun = [line for line in lines if line.startswith("re")]
    assert {"redo", "refresh_all", "refresh_feed"} <= set(begun)
    assert list(lines[: len(begun)]) == begun
    assert completions(KNOWN, "zzzz") == ()


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("undo", Order("undo")),
        (" undo ", Order("undo")),
        ("q", Order("quit")),
        ("10", Order("bottom", 10)),
        ("down 5", Order("down", 5)),
        ("filter is:starred ode", Order("filter is:starred ode")),
        ("browser", Order("browse")),
    ],
)
def test_a_line_says_what_to_do(line: str, order: Order) -> None:
    assert order_of(line, ("entries",)) == order


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("undoo", "there is no command “undoo”; did you mean undo?"),
        ("xyzzy", "there is no command “xyzzy”"),
        ("", "there is no command “”"),
        ("copy_", "“copy_” may be copy_link, copy_title, copy_paragraph, copy_article"),
        ("undo it", "undo takes nothing more; got “it”"),
        ("down fast", "down takes a number; got “fast”"),
        ("follow", "follow is for an article"),
    ],
)
def test_a_line_that_says_nothing_is_refused_with_the_reason(line: str, reason: str) -> None:
    assert order_of(line, ("entries",)) == Refused(reason)


def keys(text: str) -> tuple[str, ...]:
    return tuple("space" if each == " " else each for each in text)


async def tell(pilot: Screen, line: str) -> list[str]:
    return await press(pilot, "colon", *keys(line), "enter")


async def test_the_palette_does_what_is_chosen(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        shown = "\n".join(await press(pilot, "ctrl+p", *keys("star")))
        assert "Star the entry" in shown
        await press(pilot, "enter")
        current = app_of(pilot)._main._desk.current
        assert current is not None
        assert app_of(pilot)._main._desk.library.is_starred(current)


async def test_the_palette_is_left_without_doing_anything(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        before = text(pilot)
        await press(pilot, "ctrl+p", *keys("quit"), "escape")
        assert text(pilot) == before


async def test_the_palette_is_gone_through_by_keys_and_chosen_from_by_a_click(
    stocked: Home,
) -> None:
    async with screen(stocked, 80, 24) as pilot:
        await press(pilot, "ctrl+p", *keys("help"))
        row = next(number for number, line in enumerate(lines(pilot)) if "Show this help" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert "Here, in the list of entries" in text(pilot)


async def test_what_cannot_be_done_here_is_said(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await tell(pilot, "follow")
        assert "follow is for an article" in status(pilot)


async def test_the_command_line_does_what_is_told(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await tell(pilot, "filter ode")
        assert "filter: ode" in status(pilot)
        await tell(pilot, "filter is:read")
        assert "filter: is:read" in status(pilot)


LONG = "".join(f"<p>Paragraph {number}.</p>" for number in range(1, 200))


async def test_counts_go_to_lines_and_move_by_lines_in_an_article(home: Home) -> None:
    async with reading(home, LONG) as pilot:
        await press(pilot, "1", "2", "G")
        assert article(pilot).top == 11
        await press(pilot, "2", "0", "j")
        assert article(pilot).top == 31
        await press(pilot, "1", "5", "k")
        assert article(pilot).top == 16
        await press(pilot, "3", "g", "g")
        assert article(pilot).top == 2


async def test_a_count_passes_over_unread_entries_and_leaves_them_unread(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        desk = app_of(pilot)._main._desk
        await press(pilot, "0", "3", "n")
        assert desk.cursor == 2
        assert [desk.library.is_read(item) for item in desk.rows[:3]] == [False, False, True]
        await press(pilot, "2", "p")
        assert desk.cursor == 0


async def test_a_count_without_end_takes_no_longer_than_there_is_to_go(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, *"9999999999", "j")
        assert app_of(pilot)._main._desk.cursor == 4
        await press(pilot, *"9999999999", "n")
        assert app_of(pilot)._main._desk.opened is not None


async def test_half_a_page_is_half_of_what_is_in_sight(home: Home) -> None:
    async with reading(home, LONG, 80, 24) as pilot:
        height = article(pilot).size.height
        await press(pilot, "ctrl+d")
        assert article(pilot).top == height // 2
        await press(pilot, "ctrl+u")
        assert article(pilot).top == 0


async def test_closing_goes_back_pane_by_pane_and_then_leaves(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "enter", "Q")
        assert app_of(pilot)._main._stage.at == "entries"
        await press(pilot, "Q")
        assert app_of(pilot)._main._stage.at == "feeds"
        await press(pilot, "Q")
        assert app_of(pilot).return_value is not None


async def test_a_theme_is_put_on_by_its_name(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await tell(pilot, "themes nord")
        assert pilot.app.theme == "nord"
        await tell(pilot, "themes xyzzy")
        assert pilot.app.theme == "nord"


async def test_a_number_told_goes_to_that_row(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await tell(pilot, "3")
        assert "3/5" in status(pilot)
        await press(pilot, "0", "2", "G")
        assert "2/5" in status(pilot)


async def test_tab_completes_the_line_and_goes_on_to_the_next(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        shown = await press(pilot, "colon", *keys("copy_"), "tab")
        assert shown[-1].startswith(":copy_link")
        shown = await press(pilot, "tab")
        assert shown[-1].startswith(":copy_title")
        shown = await press(pilot, "shift+tab")
        assert shown[-1].startswith(":copy_link")


async def test_words_are_completed_too(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        shown = await press(pilot, "colon", *keys("filter ode is:s"), "tab")
        assert shown[-1].startswith(":filter ode is:starred")


async def test_what_was_told_before_comes_again(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        await tell(pilot, "undo")
        await tell(pilot, "redo")
        shown = await press(pilot, "colon", "up", "up")
        assert shown[-1].startswith(":undo")
        shown = await press(pilot, "down")
        assert shown[-1].startswith(":redo")
        await press(pilot, "escape")


async def test_keys_typed_behind_a_line_are_for_what_it_opens(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "colon", *keys("help"), "enter", "q")
        assert "looks for words" not in text(pilot)


async def test_what_is_typed_is_never_read_as_markup(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        shown = await press(pilot, "colon", "left_square_bracket", "slash", *keys("b"))
        assert shown[-1].startswith(":[/b")
        await press(pilot, "enter")
        assert "there is no command “[/b”" in status(pilot)


async def test_a_macro_does_one_thing_after_the_other(stocked: Home) -> None:
    configure(stocked, '[macros]\nm = "j s"\nf = ["filter ode", "toggle_star"]\nx = "j 7 c j"\n')
    async with screen(stocked) as pilot:
        await press(pilot, "comma", "m")
        desk = app_of(pilot)._main._desk
        assert desk.cursor == 1
        assert desk.current is not None
        assert desk.library.is_starred(desk.current)
        await press(pilot, "comma", "f")
        assert "filter: ode" in status(pilot)


async def test_a_macro_ends_where_a_key_means_nothing(stocked: Home) -> None:
    configure(stocked, '[macros]\nx = "j T j"\n')
    async with screen(stocked) as pilot:
        await press(pilot, "comma", "x")
        assert "T means nothing here; the macro ended" in status(pilot)
        assert app_of(pilot)._main._desk.cursor == 1


async def test_without_macros_the_comma_says_how_to_have_some(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        await press(pilot, "comma")
        assert "[macros] in config.toml" in status(pilot)


async def test_keys_that_go_on_are_shown_with_what_may_follow(stocked: Home) -> None:
    async with screen(stocked) as pilot:
        shown = await press(pilot, "y")
        assert shown[-2].endswith(" y")
        assert "l copy link" in shown[-1]
        shown = await press(pilot, "escape")
        assert "copy link" not in shown[-1]
        shown = await press(pilot, "5")
        assert shown[-2].endswith(" 5")


async def test_a_click_on_a_key_of_the_footer_is_as_good_as_the_key(stocked: Home) -> None:
    async with screen(stocked, 80, 24) as pilot:
        await pilot.click(offset=(lines(pilot)[-1].index("? help"), 23))
        await pilot.pause()
        assert "Here, in the list of entries" in text(pilot)
        await press(pilot, "escape", "y")
        await pilot.click(offset=(lines(pilot)[-1].index("t copy title"), 23))
        await pilot.pause()
        assert "copied the title" in text(pilot)


@pytest.mark.parametrize("key", ["ctrl+q", "tab", "down", "end", "ctrl+c"])
async def test_a_key_that_was_unbound_does_nothing(stocked: Home, key: str) -> None:
    unbound = ("next_pane", "down", "bottom", "copy")
    configure(stocked, "[keys]\n" + "".join(f"{name} = []\n" for name in unbound))
    async with screen(stocked, 80, 24) as pilot:
        before = lines(pilot)
        assert await press(pilot, key) == before
        assert app_of(pilot)._main._stage.entries.has_focus
        assert pilot.app.is_running


async def test_own_keys_work_and_are_told_in_the_footer(stocked: Home) -> None:
    configure(stocked, '[keys]\nrefresh_all = []\nhelp = "f1"\nundo = []\ntoggle_star = "u"\n')
    async with screen(stocked) as pilot:
        await press(pilot, "u")
        desk = app_of(pilot)._main._desk
        assert desk.current is not None
        assert desk.library.is_starred(desk.current)
        assert "F1 help" in lines(pilot)[-1]
        assert "refresh" not in lines(pilot)[-1]


def test_a_line_is_edited_as_in_a_shell() -> None:
    line = typed("one two")
    for key, result in [
        ("ctrl+w", "one "),
        ("ctrl+u", ""),
        ("backspace", "one tw"),
        ("exclamation_mark", "one two!"),
        ("space", "one two "),
    ]:
        pressed = line.press(key)
        assert pressed is not None
        assert pressed.text == result
    assert typed("ab").press("left") == Typed("ab", 1)
    assert Typed("ab", 1).press("x") == Typed("axb", 2)
    assert Typed("ab", 1).press("delete") == Typed("a", 1)
    assert Typed("ab", 1).press("ctrl+k") == Typed("a", 1)
    assert typed("ab").press("home") == Typed("ab", 0)
    assert typed("ab").press("f5") is None


def test_what_is_pasted_is_made_safe_and_bounded() -> None:
    assert Typed().insert("a\x1b[2Jb\nc").text == "ab c"
    assert len(Typed().insert("x" * 10_000).text) == MOST
