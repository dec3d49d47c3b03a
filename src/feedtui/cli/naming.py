"""What a person names: in arguments, or on standard input, where nobody else can read it.

Every user of a machine sees the arguments of its programs, and addresses may carry passwords.
"""

import re
from collections.abc import Sequence

from feedtui.address import is_local_address, shown_address
from feedtui.cli.context import Context
from feedtui.errors import UsageError

ON_INPUT = "-"
"""Stands for the lines of standard input."""

_BARE_WORD = re.compile(r"[^./:]*")


def named(words: Sequence[str], context: Context) -> list[str]:
    """The words, and for each `-` among them the lines of standard input.

    Raises UsageError when there are none although there should be some.
    """
    found = [each for word in words for each in _lines(word, context)]
    if words and not found:
        raise UsageError("standard input names nothing; expected a name or address on each line")
    return found


def address(typed: str) -> str:
    """The address that a person means, who may leave out the scheme, or say `feed:` for it.

    Nothing is guessed beyond that: who types the name of a site is told what is missing. Raises
    UsageError.
    """
    typed = _without_feed_scheme(typed.strip())
    if "://" in typed or is_local_address(typed):
        return typed
    if _BARE_WORD.fullmatch(typed) and typed != "localhost":
        told = f"“{shown_address(typed)}” is no address"
        raise UsageError(f"{told}; please type that of a feed or a page, such as example.org/news")
    return f"https://{typed}"


def _without_feed_scheme(typed: str) -> str:
    """Browsers once had `feed:` for feeds: `feed://host/`, and `feed:https://host/`."""
    return typed[5:].removeprefix("//") if typed[:5].lower() == "feed:" else typed


def _lines(word: str, context: Context) -> list[str]:
    if word != ON_INPUT:
        return [word]
    lines = context.input.read().decode(errors="replace").splitlines()
    return [line.strip() for line in lines if line.strip()]
