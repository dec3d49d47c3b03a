"""Print the commands of the screen with their keys, as your config.toml has them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, print_table
from feedtui.ui.commands import COMMANDS, Command
from feedtui.ui.keymap import MACROS, Keymap
from feedtui.ui.keynames import shown_keys
from feedtui.ui.owned import owned_keymap


def arguments(parser: ArgumentParser) -> None:
    """`feedtui keys`."""
    parser.add_argument("--json", action="store_true", help="print one object per command")


def run(said: Namespace, context: Context) -> int:
    """Print a line for each command, and for each macro. Raises ConfigError."""
    home = context.home
    keymap = owned_keymap(home.settings().keys, str(home.places.settings))
    if said.json:
        for command in COMMANDS:
            context.say(as_json(key_record(command, keymap)))
    else:
        print_table(context.out, columns([*_table(keymap), *_macros(keymap)]))
    return 0


def key_record(command: Command, keymap: Keymap) -> dict[str, object]:
    """A command under the field names of the JSON output."""
    return {
        "command": command.name,
        "keys": keymap.shown(command.name),
        "where": command.where,
        "help": command.help,
    }


def _table(keymap: Keymap) -> Iterator[tuple[str, str, str, str]]:
    yield "KEYS", "COMMAND", "WHERE", f"preset: {keymap.preset}"
    for command in COMMANDS:
        keys = ", ".join(keymap.shown(command.name)) or "none"
        yield keys, command.name, ", ".join(command.where), command.help


def _macros(keymap: Keymap) -> Iterator[tuple[str, str, str, str]]:
    for key, macro in keymap.macros.items():
        keys = ", ".join(shown_keys(f"{prefix} {key}") for prefix in keymap.of(MACROS))
        yield keys, f"{MACROS} {shown_keys(key)}", "your macro", macro.label
