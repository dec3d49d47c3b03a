import pytest

from feedtui.ui.commands import ANYWHERE, COMMANDS, footer, sequences, shown_keys
from feedtui.ui.dialogs.help import help_rows
from feedtui.ui.keys import Pressed, Sequences
from feedtui.ui.screen import MainScreen

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
def test_every_command_has_an_action_and_a_sentence(command: object) -> None:
    name, help_text = command.name, command.help  # type: ignore[attr-defined]
    assert callable(getattr(MainScreen, f"action_{name}"))
    assert help_text.endswith(".")


@pytest.mark.parametrize("pane", ANYWHERE)
def test_in_a_pane_a_sequence_means_one_thing_and_begins_no_other(pane: str) -> None:
    keys = [keys for command in COMMANDS if pane in command.where for keys in command.keys]
    assert len(keys) == len(set(keys))
    known = sequences(pane)  # type: ignore[arg-type]
    assert not [one for one in known for other in known if other.startswith(f"{one} ")]


def test_the_keys_of_the_issue_are_there() -> None:
    promised = """
        j k h l g,g G n p o m s A r R u a E q slash question_mark tab enter space up down left right
    """
    known = sequences("entries")
    assert [key for key in promised.split() if key.replace(",", " ") not in known] == []


def test_keys_are_shown_as_people_write_them() -> None:
    assert [shown_keys(keys) for keys in ("g g", "slash", "ctrl+f", "shift+tab", "enter", "G")] == [
        "g g",
        "/",
        "Ctrl+F",
        "Shift+Tab",
        "Enter",
        "G",
    ]


def test_help_has_every_command_once_under_its_group() -> None:
    rows = help_rows()
    assert sorted(text for keys, text in rows if keys) == sorted(each.help for each in COMMANDS)
    groups = [text for keys, text in rows if not keys]
    assert groups == ["Moving", "Reading", "Marking", "Finding", "Feeds", "Program"]


def test_the_footer_tells_only_what_works_in_a_pane() -> None:
    assert ("a", "add") in footer("feeds")
    assert ("a", "add") not in footer("article")
