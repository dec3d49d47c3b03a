"""What a person names: in arguments, or on standard input, where nobody else can read it.

Every user of a machine sees the arguments of its programs, and addresses may carry passwords.
"""

from collections.abc import Sequence

from feedtui.address import is_local_address
from feedtui.cli.context import Context
from feedtui.errors import UsageError

ON_INPUT = "-"
"""Stands for the lines of standard input."""


def named(words: Sequence[str], context: Context) -> list[str]:
    """The words, and for each `-` among them the lines of standard input.

    Raises UsageError when there are none although there should be some.
    """
    found = [each for word in words for each in _lines(word, context)]
    if words and not found:
        raise UsageError("standard input names nothing; expected a name or address on each line")
    return found


def address(typed: str) -> str:
    """The address that a person means, who may leave out the scheme."""
    typed = typed.strip()
    return typed if "://" in typed or is_local_address(typed) else f"https://{typed}"


def _lines(word: str, context: Context) -> list[str]:
    if word != ON_INPUT:
        return [word]
    lines = context.input.read().decode(errors="replace").splitlines()
    return [line.strip() for line in lines if line.strip()]
