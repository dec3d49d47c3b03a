import pytest

from feedtui.library.home import Home
from feedtui.ui.bars import fitting
from feedtui.ui.commands import ANYWHERE, COMMANDS, PANE_OF, Where
from feedtui.ui.keymap import Keymap, collide, command_of, default_keymap, preset_keymap
from feedtui.ui.keynames import read_keys
from feedtui.ui.keys import NOTHING, Pressed, Sequences
from feedtui.ui.presets import PRESETS
from feedtui.ui.start import make_app

WHERE: tuple[tuple[Where, ...], ...] = (
    ("feeds",),
    ("entries",),
    ("entries", "selection"),
    ("article",),
    ("article", "hits"),
    ("article", "foot"),
    ("article", "hits", "foot"),
)
"""Everything that can decide on the meaning of a key."""

KEYS = {"j": "down", "g g": "top", "g e": "end", "G": "bottom", "2": "unread"}


def pressed(*keys: str) -> list[Pressed]:
    sequences = Sequences()
    return [sequences.press(key, KEYS) for key in keys]


def sequences(*where: Where) -> dict[str, str]:
    return default_keymap().sequences(where)


def test_a_key_is_a_command() -> None:
    assert pressed("j", "G") == [Pressed("down"), Pressed("bottom")]


def test_a_sequence_is_awaited_and_then_a_command() -> None:
    assert pressed("g", "g") == [Pressed(pending="g"), Pressed("top")]
    assert pressed("g", "e", "j") == [Pressed(pending="g"), Pressed("end"), Pressed("down")]


def test_a_key_that_does_not_continue_a_sequence_begins_anew() -> None:
    assert pressed("g", "j") == [Pressed(pending="g"), Pressed("down")]
    assert pressed("g", "x", "g", "g")[1:] == [NOTHING, Pressed(pending="g"), Pressed("top")]


def test_a_key_without_a_meaning_has_none() -> None:
    assert pressed("x") == [NOTHING]


def test_digits_before_a_command_count() -> None:
    assert pressed("5", "j")[-1] == Pressed("down", 5)
    assert pressed("1", "0", "G")[-1] == Pressed("bottom", 10)
    assert pressed("4", "g", "g")[-1] == Pressed("top", 4)


def test_a_digit_that_is_a_command_acts_at_once_unless_a_count_has_begun() -> None:
    assert pressed("2") == [Pressed("unread")]
    assert pressed("1", "2", "j")[-1] == Pressed("down", 12)
    assert pressed("0", "2", "j")[-1] == Pressed("down", 2)


def test_a_count_is_for_one_command() -> None:
    assert pressed("5", "j", "j")[1:] == [Pressed("down", 5), Pressed("down")]
    assert pressed("5", "x", "j")[1:] == [NOTHING, Pressed("down")]


def test_a_count_of_any_length_stays_a_number_that_can_be_gone_to() -> None:
    assert pressed(*"9" * 4000, "j")[-1] == Pressed("down", 999_999)


def test_escape_gives_up_what_has_begun_and_nothing_else() -> None:
    assert pressed("g", "escape", "g") == [Pressed(pending="g"), NOTHING, Pressed(pending="g")]
    assert pressed("5", "escape", "j")[1:] == [NOTHING, Pressed("down")]


def test_what_was_typed_so_far_can_be_shown() -> None:
    assert [each.shown for each in pressed("1", "0", "g", "g")] == ["1", "10", "10 g", ""]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_a_sentence(command: object) -> None:
    help_text = command.help  # type: ignore[attr-defined]
    assert help_text.endswith(".")


def test_every_command_does_something(stocked: Home) -> None:
    done = make_app(stocked, stocked.settings())._main._orders.actions
    assert set(done.plain) == {command.name for command in COMMANDS}
    assert len(set(done.plain.values())) == len(COMMANDS)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_commands_share_keys_in_a_place_in_any_preset(preset: str) -> None:
    keymap = preset_keymap(preset)
    shared = [
        (one.name, keys, other.name)
        for one in COMMANDS
        for other in COMMANDS
        for keys in keymap.of(one.name)
        if one.name < other.name
        and keys in keymap.of(other.name)
        and set(one.where) & set(other.where)
        and len(one.where) == len(other.where)
    ]
    assert shared == []


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("where", WHERE)
def test_no_sequence_begins_another_in_any_preset(where: tuple[Where, ...], preset: str) -> None:
    known = preset_keymap(preset).sequences(where)
    assert not [one for one in known for other in known if one != other and collide(one, other)]


@pytest.mark.parametrize("preset", PRESETS)
def test_in_every_preset_every_command_has_keys(preset: str) -> None:
    keymap = preset_keymap(preset)
    assert [command.name for command in COMMANDS if not keymap.of(command.name)] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_only_commands_that_there_are(preset: str) -> None:
    assert set(PRESETS[preset]) <= {command.name for command in COMMANDS}


def test_every_place_is_a_pane_or_a_state_of_one() -> None:
    assert {place for command in COMMANDS for place in command.where} <= set(PANE_OF)
    assert set(PANE_OF.values()) == set(ANYWHERE)


def test_a_state_of_the_article_gives_keys_another_meaning() -> None:
    assert sequences("article")["n"] == "next_unread"
    assert sequences("article", "hits")["n"] == "next_hit"
    assert "enter" not in sequences("article")
    assert sequences("article", "hits", "foot")["enter"] == "take"


def test_the_footer_tells_only_what_works_here() -> None:
    footer = default_keymap().footer
    assert ("a", "add") in footer(("feeds",))
    assert ("a", "add") not in footer(("article",))
    assert ("n", "next unread") in footer(("article",))
    searching = footer(("article", "hits"))
    assert searching[:2] == (("n", "next hit"), ("N", "previous hit"))
    assert ("n", "next unread") not in searching


def test_the_footer_tells_the_keys_that_someone_has() -> None:
    assert ("R", "refresh") in preset_keymap("newsboat").footer(("feeds",))
    assert ("+", "add") in preset_keymap("miniflux").footer(("feeds",))


def test_after_the_beginning_of_a_sequence_its_ends_are_told() -> None:
    told = default_keymap().continuations(("article",), "y")
    assert ("l", "copy link") in told
    assert ("p", "copy paragraph") in told
    assert ("a", "copy article") in told


PROMISED: dict[str, tuple[Where, ...]] = {
    "j k h l g,g G n p m s A r R u E q ? tab enter space": ("entries",),
    "up down left right pgdn pgup home end shift+tab": ("entries",),
    "/ a J K [ ] 1 2 3 F o t v C M,a M,b M,o ! , : ctrl+p ctrl+r": ("entries",),
    "J K f y,l y,t y,p y,a e x t z T | S o D backspace / { }": ("article",),
    "n N": ("article", "hits"),
    "enter": ("article", "foot"),
}
"""The default keys that people were promised, and where."""


@pytest.mark.parametrize("keys", PROMISED)
def test_the_promised_keys_are_there(keys: str) -> None:
    known = sequences(*PROMISED[keys])
    written = [each.replace(",", " ") if each != "," else each for each in keys.split()]
    assert [each for each in written if read_keys(each) not in known] == []


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("where", WHERE)
def test_the_footer_fits_every_width(where: tuple[Where, ...], preset: str) -> None:
    hints = preset_keymap(preset).footer(where)
    for width in range(40, 201):
        fits = fitting(hints, width)
        assert sum(len(f" {keys} {label} ") for keys, label in fits) <= width
        assert [label for _, label in fits[-2:]] == ["help", "quit"]


def test_a_command_without_keys_is_told_by_its_name() -> None:
    keys = {**default_keymap().keys, "undo": ()}
    assert Keymap("default", keys).how("undo") == ":undo"
    assert default_keymap().how("undo") == "u"
    assert command_of("undo").label == "undo"
