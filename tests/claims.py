"""The table of all commands against their tests, docs/commands.md: written, read, and held true.

With FEEDTUI_COMMANDS=docs/commands.md in the environment, a run over tests/ui writes it anew: for
each command the tests that give it, those first that give little else.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from feedtui.ui.actions.table import Actions, Opening
from feedtui.ui.commands import COMMANDS, Command

TABLE = Path(__file__).parent.parent / "docs" / "commands.md"

Given = dict[str, set[str]]
"""Commands by the tests that gave them, as `test_ui_keys.py::test_…`."""

ON_A_TERMINAL = {
    "suspend": ("test_ui_suspending.py::test_ctrl_z_stops_and_the_shell_can_go_on",),
    "edit": ("test_ui_suspending.py::test_an_editor_has_the_terminal_as_the_shell_had_it",),
}
"""Commands that need a real terminal, where a test can't watch from within."""

_MOST = 3
_OPENING = """\
# Every command, and the tests that give it

Written by `FEEDTUI_COMMANDS=docs/commands.md pytest tests/ui`. The tests hold that each command of
the table is here, that each named test is there, and that it gives the command. Beside these,
`test_ui_hostile.py` gives every command on a real terminal, over a library that hates its reader.

| command | keys | what it does | tests |
|---|---|---|---|
"""
_ROW = re.compile(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", re.MULTILINE)


class Claims:
    """Watches which commands are given in each test; a plugin of pytest."""

    def __init__(self) -> None:
        self._given: Given = {}

    def pytest_sessionfinish(self) -> None:
        """Write the table, if that is what the run was for."""
        if path := os.environ.get("FEEDTUI_COMMANDS"):
            Path(path).write_text(written(self._given), encoding="utf-8")

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> set[str]:
        """The commands that are given from now on."""
        commands: set[str] = set()
        do = Actions.do

        def told(actions: Actions, line: str, count: int = 0) -> Opening:
            commands.add(line.partition(" ")[0])
            return do(actions, line, count)

        monkeypatch.setattr(Actions, "do", told)
        return commands

    def check(self, test: pytest.Function, commands: set[str]) -> None:
        """After a test: it gave the commands that the table says it gives.

        Of one that is run several times it is enough that one of the runs gives them.
        """
        name = f"{test.path.name}::{test.originalname}"
        self._given.setdefault(name, set()).update(commands)
        if "FEEDTUI_COMMANDS" not in os.environ and test.name == test.originalname:
            claimed = {command for command, tests in claims().items() if name in tests}
            missing = claimed - commands - ON_A_TERMINAL.keys()
            assert not missing, f"docs/commands.md says that {name} gives {missing}"


def written(given: Given) -> str:
    """The table, after a run in which these tests gave these commands."""
    return _OPENING + "".join(_row(command, given) for command in COMMANDS)


def claims() -> Mapping[str, tuple[str, ...]]:
    """The tests of each command, as the table has them."""
    rows = _ROW.findall(TABLE.read_text(encoding="utf-8"))
    return {name: tuple(re.findall(r"`([^`]+)`", tests)) for name, tests in rows}


def _row(command: Command, given: Given) -> str:
    tests = [name for name, commands in given.items() if command.name in commands]
    tests.sort(key=lambda name: (len(given[name]), name))
    named = [*ON_A_TERMINAL.get(command.name, ()), *tests][:_MOST]
    keys = ", ".join(f"`{keys}`" for keys in command.keys).replace("|", "\\|")
    shown = ", ".join(f"`{name}`" for name in named)
    return f"| `{command.name}` | {keys} | {command.help} | {shown} |\n"
