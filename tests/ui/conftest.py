"""Which commands a test gives: what `docs/commands.md` claims of it, it has to do.

With FEEDTUI_COMMANDS=docs/commands.md in the environment, a run over tests/ui writes that table
anew: for each command the tests that give it, those first that give little else.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims import TABLE, Given, claims, written
from feedtui.ui.actions.table import Actions, Opening

_GIVEN = pytest.StashKey[Given]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_GIVEN] = {}


def pytest_sessionfinish(session: pytest.Session) -> None:
    if path := os.environ.get("FEEDTUI_COMMANDS"):
        Path(path).write_text(written(session.config.stash[_GIVEN]), encoding="utf-8")


@pytest.fixture(autouse=True)
def given(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Write down the commands that are given in the test; it gives those that it is said to."""
    commands: set[str] = set()
    do = Actions.do

    def told(actions: Actions, line: str, count: int = 0) -> Opening:
        commands.add(line.partition(" ")[0])
        return do(actions, line, count)

    monkeypatch.setattr(Actions, "do", told)
    yield
    name = f"{request.node.path.name}::{request.node.originalname}"
    request.config.stash[_GIVEN].setdefault(name, set()).update(commands)
    if not os.environ.get("FEEDTUI_COMMANDS") and TABLE.exists():
        claimed = {command for command, tests in claims().items() if name in tests}
        assert claimed <= commands or "[" in request.node.name, (
            f"it never gives {claimed - commands}"
        )
