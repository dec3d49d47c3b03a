"""`feedtui keys` and what `feedtui doctor` says of keys."""

import json

import pytest

from feedtui.cli.main import run
from feedtui.library.home import Home
from feedtui.ui.commands import COMMANDS
from feedtui.ui.keymap import preset_keymap
from screens import configure


def test_keys_are_printed_with_what_they_do_and_where(
    stocked: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(stocked, '[keys]\nundo = []\n[macros]\nb = ["browse", "toggle_read"]\n')
    assert run(["keys"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["q", "quit", "feeds,", "entries,", "article", "Leave", "feedtui."] in rows
    assert [row[:2] for row in rows if "undo" in row] == [["none", "undo"]]
    assert [",", "b", "macros", "b", "your", "macro", "browse,", "toggle_read"] in rows


def test_keys_are_printed_for_programs(stocked: Home, capsys: pytest.CaptureFixture[str]) -> None:
    configure(stocked, '[keys]\npreset = "newsboat"\n')
    assert run(["keys", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["command"] for record in records] == [command.name for command in COMMANDS]
    keymap = preset_keymap("newsboat")
    assert all(record["keys"] == list(keymap.shown(record["command"])) for record in records)
    assert records[0]["where"] == ["feeds", "entries", "article"]


@pytest.mark.parametrize("command", ["keys", "doctor"])
def test_mistakes_in_keys_are_told_with_their_line(
    command: str, stocked: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(stocked, '[keys]\nundo = "ctrl+i"\nno_such = "x"\n')
    assert run([command]) != 0
    said = "".join(capsys.readouterr())
    settings = stocked.places.settings
    assert f"{settings}:2: keys.undo: “ctrl+i” can't be sent by a terminal" in said
    assert f"{settings}:3: keys.no_such: there is no such command" in said


def test_other_commands_ask_for_no_keys(stocked: Home) -> None:
    configure(stocked, '[keys]\nno_such = "x"\n')
    assert run(["entries"]) == 0
