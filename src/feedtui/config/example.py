"""config.example.toml, printed from the rows of `settings`, so that it can't tell anything else."""

import textwrap
from dataclasses import fields

from feedtui.config.bound import (
    DEFAULT_PRESET,
    KEYS,
    KEYS_EXPECTED,
    MACRO_EXPECTED,
    MACROS,
    PRESET,
)
from feedtui.config.durations import MINUTE
from feedtui.config.kinds import write
from feedtui.config.settings import HOSTS, PAUSE, Row, Settings, rows

_WIDTH = 90
_OPENING = (
    "Settings of feedtui, all of them with their defaults. Copy what you want to change into "
    "config.toml, beside feeds.toml; feedtui reads that file and never writes to it."
)


def example() -> str:
    """The text of config.example.toml: every setting, explained, with its default."""
    purposes = {table.name: type(table.default).__doc__ or "" for table in fields(Settings)}
    tables = [_table(name, purposes[name], settings) for name, settings in rows().items()]
    return "\n".join([_comment(_OPENING), *tables, _hosts(), _keys(), _macros()])


def _table(name: str, purpose: str, settings: dict[str, Row]) -> str:
    entries = [_setting(key, row) for key, row in settings.items()]
    return "\n".join([f"{_comment(purpose)}[{name}]\n", *entries])


def _hosts() -> str:
    explained = _comment(HOSTS) + _comment(f"Expected: hosts in quotes, and {PAUSE.expected}.")
    return f'{explained}[hosts]\n# "example.org" = {write(PAUSE, MINUTE)}\n'


def _keys() -> str:
    explained = _comment(KEYS) + _comment(f"Expected: {KEYS_EXPECTED}.")
    preset = f'{PRESET} = "{DEFAULT_PRESET}"'
    return f'{explained}[keys]\n# {preset}\n# next_unread = ["n", "ctrl+n"]\n# mark_all = []\n'


def _macros() -> str:
    explained = _comment(MACROS) + _comment(f"Expected: {MACRO_EXPECTED}.")
    return f'{explained}[macros]\n# b = ["browse", "next_unread"]\n'


def _setting(key: str, row: Row) -> str:
    explained = _comment(row.purpose) + _comment(f"Expected: {row.kind.expected}.")
    return f"{explained}{key} = {write(row.kind, row.default)}\n"


def _comment(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="# ", subsequent_indent="# ") + "\n"
