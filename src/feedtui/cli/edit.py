"""Open feeds.toml in your editor (VISUAL, EDITOR, else vi), and check it afterwards."""

import subprocess
from argparse import ArgumentParser, Namespace

from feedtui.cli.context import Context
from feedtui.errors import UsageError
from feedtui.library.subscribing import write_first_file
from feedtui.library.wording import counted


def arguments(parser: ArgumentParser) -> None:
    """`feedtui edit` needs no more words."""


def run(said: Namespace, context: Context) -> int:  # noqa: ARG001 - every command takes both
    """Edit, then say how many feeds there are. Raises ConfigError with every mistake."""
    write_first_file(context.home.places)
    command = context.home.editor()
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise UsageError(f"{command[0]} can't be run: {error.strerror}; set EDITOR") from error
    if code:
        context.home.warn(f"{command[0]} ended with {code}")
    feeds = counted(len(context.home.subscriptions()), "feed")
    context.say(f"{feeds} in {context.home.places.subscriptions}")
    return 1 if code else 0
