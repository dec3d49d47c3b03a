"""The README says what the program does."""

import re
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.cli.add import preview_record
from feedtui.cli.feeds import _objects
from feedtui.cli.fulltext import text_record
from feedtui.cli.health import health_record
from feedtui.cli.keys import key_record
from feedtui.cli.main import COMMANDS
from feedtui.cli.outcomes import outcome_record
from feedtui.cli.plan import plan_record
from feedtui.cli.printing import entry_record
from feedtui.cli.purge import surplus_record
from feedtui.cli.reporting import progress_record
from feedtui.cli.search import search_record
from feedtui.cli.undo import step_record
from feedtui.engine.pages import Taken, Wanted
from feedtui.engine.plan import Planned
from feedtui.engine.watch import Watch
from feedtui.library.health import Health
from feedtui.library.library import Counts
from feedtui.library.preview import Preview
from feedtui.library.retention import Surplus
from feedtui.model import EMPTY, Head, Item, Source, Status, Updated
from feedtui.query.excerpts import Excerpt
from feedtui.store.steps import Step
from feedtui.ui.commands import COMMANDS as KEYS
from feedtui.ui.commands import Command
from feedtui.ui.keymap import default_keymap
from world import NOON

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def key_table() -> str:
    """The table of keys as the README has it: one row per command."""
    rows = ["| keys | |", "|---|---|"]
    return "\n".join([*rows, *map(row, KEYS)])


def row(command: Command) -> str:
    shown = (keys.replace("|", r"\|") for keys in default_keymap().shown(command.name))
    return f"| {', '.join(f'`{keys}`' for keys in shown)} | {command.help} |"


def test_the_readme_has_the_table_of_keys() -> None:
    written = re.search("<!-- keys -->\n(.*)\n<!-- /keys -->", README, re.DOTALL)
    assert written is not None
    assert written[1] == key_table()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_has_every_command(command: str) -> None:
    assert re.search(rf"(feedtui|/) {command}\b", README)


def test_the_readme_has_every_field_of_the_json_output() -> None:
    source = Source("https://a.example/", clean_line("A"))
    records = [
        entry_record(Item(Head("0", clean_line("T")), source, NOON, "0"), Status()),
        search_record(Item(Head("0", EMPTY), source, NOON, "0"), Status(), Excerpt(EMPTY)),
        outcome_record(Updated(source.url, 1, 0, NOON)),
        progress_record(Watch()),
        plan_record(Planned(source.url, NOON, EMPTY, EMPTY, NOON, 0)),
        preview_record(Preview(source.url)),
        health_record(Health(source.url, "A")),
        text_record(Wanted(source.url, Head("0", clean_line("T"))), Taken(1, "readability")),
        step_record(1, Step("0", "marked", NOON)),
        key_record(KEYS[0], default_keymap()),
        surplus_record(Surplus(source.url, clean_line("A"), (Head("0", clean_line("T")),), 1)),
    ]
    names = {name for record in records for name in record}
    names |= set(re.findall(r'"(\w+)":', _objects([(source, Counts())])[0]))
    assert [name for name in sorted(names) if f"`{name}`" not in README] == []


def test_the_changelog_speaks_of_this_version() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
