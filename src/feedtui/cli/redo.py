"""Do again what `feedtui undo` took back last, as long as nothing else was done since."""

from argparse import ArgumentParser, Namespace

from feedtui.cli.context import Context
from feedtui.errors import UsageError


def arguments(parser: ArgumentParser) -> None:
    """`feedtui redo` needs no more words."""


def run(said: Namespace, context: Context) -> int:  # noqa: ARG001 - every command takes both
    """Do one step again."""
    library = context.home.library()
    done = library.redo()
    if done is None:
        raise UsageError("there is nothing to do again")
    library.settle()
    context.say(f"did again: {done}")
    return 0
