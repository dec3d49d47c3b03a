"""From the name of a command to what it does."""

from collections.abc import Callable, Mapping

from textual.widget import AwaitMount

from feedtui.ui.commands import COMMANDS

Action = Callable[[], AwaitMount | None]
"""What a command does; a dialog that it opens is waited for."""


def actions(*parts: object) -> Mapping[str, Action]:
    """The method of each command's name, in whichever of the parts has it."""
    return {
        command.name: getattr(part, command.name)
        for command in COMMANDS
        for part in parts
        if hasattr(part, command.name)
    }
