import pytest

from feedtui.library.home import Home
from feedtui.ui.commands import COMMANDS, Where, footer, sequences, shown_keys
from feedtui.ui.dialogs.help import help_rows
from feedtui.ui.keys import Pressed, Sequences
from feedtui.ui.start import make_app

WHERE: tuple[tuple[Where, ...], ...] = (
    ("feeds",),
    ("entries",),
    ("article",),
    ("article", "hits"),
    ("article", "foot"),
    ("article", "hits", "foot"),
)
"""Everything that can decide on the meaning of a key."""

KEYS = {"j": "down", "g g": "top", "g e": "end", "G": "bottom"}


def pressed(*keys: str) -> list[Pressed]:
    sequences = Sequences(KEYS)
    return [sequences.press(key) for key in keys]


def test_a_key_is_a_command() -> None:
    assert pressed("j", "G") == [Pressed("down"), Pressed("bottom")]


def test_a_sequence_is_awaited_and_then_a_command() -> None:
    assert pressed("g", "g") == [Pressed(pending="g"), Pressed("top")]
    assert pressed("g", "e", "j") == [Pressed(pending="g"), Pressed("end"), Pressed("down")]


def test_a_key_that_does_not_continue_a_sequence_begins_anew() -> None:
    assert pressed("g", "j") == [Pressed(pending="g"), Pressed("down")]
    assert pressed("g", "x", "g", "g")[1:] == [Pressed(), Pressed(pending="g"), Pressed("top")]


def test_a_key_without_a_meaning_has_none() -> None:
    assert pressed("x") == [Pressed()]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_a_sentence(command: object) -> None:
    help_text = command.help  # type: ignore[attr-defined]
    assert help_text.endswith(".")


def test_every_command_does_something(stocked: Home) -> None:
    done = make_app(stocked, stocked.settings())._main._actions
    assert set(done) == {command.name for command in COMMANDS}
    assert len(set(done.values())) == len(COMMANDS)


@pytest.mark.parametrize("state", ["feeds", "entries", "article", "hits", "foot"])
def test_in_a_pane_or_a_state_of_it_a_sequence_means_one_thing(state: Where) -> None:
    keys = [keys for command in COMMANDS if state in command.where for keys in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("where", WHERE)
def test_no_sequence_begins_another(where: tuple[Where, ...]) -> None:
    known = sequences(where)
    assert not [one for one in known for other in known if other.startswith(f"{one} ")]


def test_a_state_of_the_article_gives_keys_another_meaning() -> None:
    assert sequences(("article",))["n"] == "next_unread"
    assert sequences(("article", "hits"))["n"] == "next_hit"
    assert "enter" not in sequences(("article",))
    assert sequences(("article", "hits", "foot"))["enter"] == "take"


def test_the_keys_of_the_issue_are_there() -> None:
    promised = """
        j k h l g,g G n p o m s A r R u a E q slash question_mark tab enter space up down left right
    """
    known = sequences(("entries",))
    assert [key for key in promised.split() if key.replace(",", " ") not in known] == []


def test_keys_are_shown_as_people_write_them() -> None:
    keys = ("g g", "slash", "ctrl+f", "shift+tab", "enter", "G", "left_curly_bracket")
    assert [shown_keys(each) for each in keys] == [
        "g g",
        "/",
        "Ctrl+F",
        "Shift+Tab",
        "Enter",
        "G",
        "{",
    ]


def test_help_has_every_command_once_under_its_group() -> None:
    rows = help_rows()
    assert sorted(text for keys, text in rows if keys) == sorted(each.help for each in COMMANDS)
    groups = [text for keys, text in rows if not keys]
    assert groups == [
        "Moving",
        "Reading",
        "In the article",
        "Marking",
        "Finding",
        "Copying",
        "Feeds",
        "Program",
    ]


def test_the_footer_tells_only_what_works_here() -> None:
    assert ("a", "add") in footer(("feeds",))
    assert ("a", "add") not in footer(("article",))
    assert ("n", "next unread") in footer(("article",))
    searching = footer(("article", "hits"))
    assert searching[:2] == (("n", "next hit"), ("N", "previous hit"))
    assert ("n", "next unread") not in searching
