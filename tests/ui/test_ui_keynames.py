"""Keys as people write them, and as the toolkit names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import _character_to_key

from feedtui.ui.commands import COMMANDS
from feedtui.ui.keynames import NoKey, key_of, read_keys, same_key, shown_keys

SENT = {
    key.value for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) for key in keys
}
"""What the toolkit knows terminals to send, besides characters and Alt with one."""


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("j", "j"),
        ("J", "J"),
        ("ä", "ä"),
        ("g g", "g g"),
        (" g   g ", "g g"),
        ("/", "slash"),
        ("?", "question_mark"),
        (",", "comma"),
        ("-", "minus"),
        ("|", "vertical_line"),
        ("ctrl+r", "ctrl+r"),
        ("Ctrl+R", "ctrl+r"),
        ("control+r", "ctrl+r"),
        ("ctrl+space", "ctrl+space"),
        ("ctrl+_", "ctrl+underscore"),
        ("shift+tab", "shift+tab"),
        ("Space", "space"),
        ("return", "enter"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("F5", "f5"),
        ("ctrl+shift+up", "ctrl+shift+up"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("alt+x", "alt+x"),
        ("slash", "slash"),
        ("ctrl+w h", "ctrl+w h"),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, named: str) -> None:
    assert read_keys(written) == named


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("ctrl+i", "can't be sent by a terminal: it is the same as Tab there"),
        ("ctrl+m", "can't be sent by a terminal: it is the same as Enter there"),
        ("ctrl+h", "can't be sent by a terminal: it is the same as Backspace there"),
        ("ctrl+[", "can't be sent by a terminal: it is the same as Escape there"),
        ("super+x", "can't be sent by a terminal: super stays with the desktop"),
        ("cmd+x", "can't be sent by a terminal: super stays with the desktop"),
        ("shift+a", "is written A"),
    ],
)
def test_a_key_that_no_terminal_sends_is_refused_with_the_reason(written: str, reason: str) -> None:
    assert read_keys(written) == NoKey(reason)


@pytest.mark.parametrize(
    "written",
    [
        "ctrl+1",
        "ctrl+shift+a",
        "ctrl+alt+a",
        "ctrl+enter",
        "shift+enter",
        "shift+space",
        "ctrl+tab",
        "alt+left",
        "alt+A",
        "shift+f5",
        "ctrl+,",
        "ctrl+/",
    ],
)
def test_a_key_that_only_some_terminals_send_is_refused_too(written: str) -> None:
    read = read_keys(written)
    assert isinstance(read, NoKey)
    assert read.reason.startswith("can't be sent by every terminal")


@pytest.mark.parametrize(
    "written", ["", " ", "gg", "notakey", "hold+x", "ctrl+", "+x", "f25", "ctrl+no"]
)
def test_what_names_no_key_is_refused(written: str) -> None:
    read = read_keys(written)
    assert isinstance(read, NoKey)
    assert read.reason.startswith("names no key")


def test_keys_are_shown_as_people_write_them() -> None:
    keys = ("g g", "slash", "ctrl+f", "shift+tab", "enter", "G", "left_curly_bracket", "comma")
    shown = ["g g", "/", "Ctrl+F", "Shift+Tab", "Enter", "G", "{", ","]
    assert [shown_keys(each) for each in keys] == shown
    assert [shown_keys(each) for each in ("pagedown", "f5", "ctrl+underscore")] == [
        "PgDn",
        "F5",
        "Ctrl+_",
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_is_shown_of_a_command_can_be_written_into_the_settings(command: object) -> None:
    for written in command.keys:  # type: ignore[attr-defined]
        keys = read_keys(written)
        assert isinstance(keys, str)
        assert read_keys(shown_keys(keys)) == keys


@given(st.characters())
def test_the_key_of_a_character_is_called_what_the_toolkit_calls_it(character: str) -> None:
    if character.isprintable():
        assert key_of(character) == _character_to_key(character)


@given(st.text())
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    read = read_keys(text)
    assert isinstance(read, NoKey) or shown_keys(read)


@pytest.mark.parametrize("modifiers", ["", "ctrl+", "shift+", "ctrl+shift+"])
def test_only_keys_are_taken_that_the_toolkit_knows_terminals_to_send(modifiers: str) -> None:
    named = (
        "up down left right home end pageup pagedown delete insert tab enter space escape f1 f20"
    )
    keys = [*named.split(), *"abcdefghijklmnopqrstuvwxyz"] if modifiers else named.split()
    taken = [read for key in keys if isinstance(read := read_keys(f"{modifiers}{key}"), str)]
    assert [key for key in taken if key not in SENT and key != "ctrl+space"] == []


def test_the_two_names_of_a_key_are_one() -> None:
    assert same_key("ctrl+@") == "ctrl+space"
    assert same_key("j") == "j"
