"""The person's own keys and macros, as config.toml has them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.config.bound import Bound, Line
from feedtui.config.settings import read_settings
from feedtui.errors import ConfigError
from feedtui.library.home import Home
from feedtui.ui.commands import COMMANDS
from feedtui.ui.keymap import Keymap, Macro, default_keymap, preset_keymap
from feedtui.ui.owned import owned_keymap
from feedtui.ui.start import make_app
from screens import configure


def keymap(text: str) -> Keymap:
    return owned_keymap(read_settings(text, "config.toml").keys, "config.toml")


def complaints(text: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        keymap(text)
    return [str(problem) for problem in refused.value.problems]


def test_with_a_mistake_the_screen_does_not_open(stocked: Home) -> None:
    configure(stocked, '[keys]\nundo = "ctrl+i"\n')
    with pytest.raises(ConfigError, match=r"keys\.undo: “ctrl.i” can't be sent by a terminal"):
        make_app(stocked, stocked.settings())


def test_who_sets_nothing_has_the_default_keys() -> None:
    assert keymap("") == default_keymap()


def test_a_preset_is_chosen_by_one_setting() -> None:
    assert keymap('[keys]\npreset = "elfeed"') == preset_keymap("elfeed")


def test_own_keys_replace_those_of_a_command() -> None:
    own = keymap('[keys]\nnext_unread = ["n", "ctrl+n"]\nmark_all = []\nquit = "Z Z"')
    assert own.of("next_unread") == ("n", "ctrl+n")
    assert own.of("mark_all") == ()
    assert own.of("quit") == ("Z Z",)
    assert own.of("undo") == default_keymap().of("undo")
    assert "A" not in own.sequences(("entries",))


def test_own_keys_go_over_a_preset() -> None:
    own = keymap('[keys]\npreset = "vim"\nquit = "f10"')
    assert own.of("quit") == ("f10",)
    assert own.of("browse") == preset_keymap("vim").of("browse")


def test_keys_written_twice_are_there_once() -> None:
    assert keymap('[keys]\nquit = ["f1", "F1"]').of("quit") == ("f1",)


def test_two_commands_can_change_their_keys() -> None:
    own = keymap('[keys]\nnext_unread = "p"\nprevious_unread = "n"')
    assert own.sequences(("entries",))["p"] == "next_unread"
    assert own.sequences(("entries",))["n"] == "previous_unread"


def test_an_unknown_command_is_told_with_its_line_and_the_nearest_one() -> None:
    assert complaints('\n[keys]\nnext_unraed = "n"') == [
        "config.toml:3: keys.next_unraed: there is no such command; did you mean next_unread?"
    ]
    assert complaints('[keys]\nxyz = "n"') == [
        "config.toml:2: keys.xyz: there is no such command; `feedtui keys` prints them all"
    ]


def test_an_unknown_preset_is_told_with_those_that_there_are() -> None:
    assert complaints('[keys]\npreset = "emacs"') == [
        (
            'config.toml:2: keys.preset: expected one of "default", "vim", "newsboat", "miniflux", '
            '"netnewswire", "elfeed"; got “emacs”'
        )
    ]
    assert "expected one of" in complaints('[keys]\npreset = ["vim"]')[0]


def test_a_key_that_no_terminal_sends_is_told_with_its_line() -> None:
    assert complaints('[keys]\nquit = "q"\nnext_unread = ["n", "ctrl+i"]') == [
        (
            "config.toml:3: keys.next_unread: “ctrl+i” can't be sent by a terminal: "
            "it is the same as Tab there"
        )
    ]


def test_two_lines_that_ask_for_the_same_key_are_told() -> None:
    assert complaints('[keys]\nbrowse = "f2"\ntoggle_star = "f2"') == [
        (
            "config.toml:3: keys.toggle_star: “F2” is a key of browse already; "
            "take another, or give browse others (or none: browse = [])"
        )
    ]


def test_a_key_that_another_command_has_already_is_told() -> None:
    assert complaints('[keys]\nnext_unread = ["j"]') == [
        (
            "config.toml:2: keys.next_unread: “j” is a key of down already; "
            "take another, or give down others (or none: down = [])"
        )
    ]
    assert keymap('[keys]\nnext_unread = ["j"]\ndown = "down"').of("down") == ("down",)


def test_keys_that_begin_others_are_told() -> None:
    assert complaints('[keys]\nbrowse = "O"') == [
        (
            "config.toml:2: keys.browse: “O” begins like “O n” of newest_first, "
            "“O o” of oldest_first, “O f” of sort_by_feed and 2 more; "
            "take another, or give newest_first others (or none: newest_first = [])"
        )
    ]


def test_keys_may_mean_different_things_in_different_places() -> None:
    own = keymap('[keys]\nfilter = "f2"\nfind = "f2"')
    assert own.sequences(("entries",))["f2"] == "filter"
    assert own.sequences(("article",))["f2"] == "find"
    assert keymap('[keys]\nfind = ["/", "f3"]').sequences(("article",))["slash"] == "find"


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    keys = '[keys]\npreset = "vim"\nno = "n"\nquit = "ctrl+m"\nundo = "j"\n'
    told = complaints(f'{keys}[macros]\nb = ["no"]\nc = "o ;"')
    assert [line.split(":")[1] for line in told] == ["3", "4", "5", "7", "8"]
    assert len(complaints('[keys]\npreset = "no"\nno = "n"')) == 2


@pytest.mark.parametrize("given", ["5", "true", "[5]", '[""]', "{}"])
def test_what_is_no_text_is_told_with_what_was_expected(given: str) -> None:
    with pytest.raises(ConfigError, match=r"config.toml:2: keys.quit: expected keys such as"):
        read_settings(f"[keys]\nquit = {given}", "config.toml")


def test_a_table_of_keys_that_is_none_is_told() -> None:
    with pytest.raises(ConfigError, match=r"config\.toml:1: keys: expected a table, got 5"):
        read_settings("keys = 5", "config.toml")


def test_a_macro_is_a_list_of_commands_or_of_keys() -> None:
    own = keymap('[macros]\nb = ["browse", "filter is:starred"]\n"." = "o m g g"')
    assert own.macros["b"] == Macro(lines=("browse", "filter is:starred"))
    assert own.macros["full_stop"] == Macro(keys=("o", "m", "g", "g"))
    known = own.sequences(("entries",))
    assert known["comma b"] == "macros b"
    assert known["comma full_stop"] == "macros full_stop"
    assert "comma" not in known


def test_macros_are_told_after_their_prefix() -> None:
    own = keymap('[macros]\nb = ["browse", "toggle_read"]\nx = "o m"')
    told = own.continuations(("entries",), "comma")
    assert told == (("b", "browse, toggle_read"), ("x", "o m"))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('b = ["brows"]', "macros.b: there is no command “brows”; did you mean browse?"),
        ('b = ["browse now"]', "macros.b: browse takes no words; got “now”"),
        ('b = "o ctrl+m"', "macros.b: “ctrl+m” can't be sent by a terminal: "),
        ('b = ""', "macros.b: there is nothing to do"),
        ('b = ["macros c"]', "macros.b: a macro can't begin another"),
        ('b = ", j"', "macros.b: a macro can't begin another"),
        ('b = "o ; m"', "macros.b: “;” is a key of no command"),
        ('"ctrl+i" = "o"', "macros.ctrl+i: “ctrl+i” can't be sent by a terminal: "),
        ('"a b" = "o"', "macros.a b: a macro has one key, typed after macros's"),
    ],
)
def test_what_is_wrong_with_a_macro_is_told_with_its_line(line: str, complaint: str) -> None:
    [told] = complaints(f"[macros]\n{line}")
    assert told.startswith(f"config.toml:2: {complaint}")


WORDS = st.one_of(st.text(max_size=8), st.sampled_from(["j", "g", "g g", "ctrl+i", ",", ";"]))
LINES = st.builds(
    Line, st.lists(WORDS, max_size=3).map(tuple), st.integers(0, 9), listed=st.just(True)
)
NAMES = st.one_of(st.sampled_from([command.name for command in COMMANDS]), WORDS)


@given(st.builds(Bound, LINES, st.dictionaries(NAMES, LINES), st.dictionaries(WORDS, LINES)))
def test_whatever_stands_there_is_taken_or_told(bound: Bound) -> None:
    with suppress(ConfigError):
        own = owned_keymap(bound, "config.toml")
        assert set(own.keys) == {command.name for command in COMMANDS}


def test_a_macro_that_no_key_can_begin_is_told() -> None:
    [told] = complaints('[keys]\nmacros = []\n[macros]\nb = "o"')
    assert told == "config.toml:4: macros.b: macros have no key; give one to keys.macros"
