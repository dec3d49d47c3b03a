"""The person's own command for sharing an entry, with names in braces for what is shared.

What stands in for a name comes from a feed, and must be no more than a word for the command: never
an option, never a part of something that a shell or another program reads as a program. So a name
ends the argument that it is in, which has no blanks and is none that a shell is to run; and a value
at the beginning of an argument is kept from looking like an option by a blank before it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from feedtui.config.kinds import Arguments, Value, Wrong

NAMES = ("link", "title", "author", "feed")

_NAME = re.compile(r"\{(\w*)\}")
_ENDS_WITH_NAME = re.compile(r"[^\s{}'\"`$;&|<>()]*\{(?:" + "|".join(NAMES) + r")\}")
_SHELLS = frozenset({"sh", "ash", "bash", "dash", "fish", "ksh", "mksh", "zsh", "csh", "tcsh"})
_RUNS = re.compile(r"-\w*c|--command")
"""An option behind which a shell is given what to run."""


@dataclass(frozen=True, slots=True)
class Template:
    """A program and its arguments, some of which end with a name in braces."""

    expected: str = (
        "a list of arguments, of which some are or end with {link}, {title}, {author} or {feed}, "
        'such as ["mail", "-s", "{title}", "someone@example.org"]; what a shell is to run '
        "can't hold one"
    )

    def read(self, value: object) -> Value | Wrong:
        """The arguments as a tuple."""
        read = Arguments().read(value)
        if not isinstance(read, tuple) or not _is_safe(read):
            return Wrong(self.expected)
        return read


def filled(template: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """The command with the values of the names in it; a name without a value is nothing."""
    return [_filled(word, values) for word in template]


def names_in(template: Sequence[str]) -> frozenset[str]:
    """The names that a command asks for."""
    return frozenset(name for word in template for name in _NAME.findall(word))


def _filled(word: str, values: Mapping[str, str]) -> str:
    begins = word.startswith("{")
    said = _NAME.sub(lambda found: values.get(found[1], ""), word)
    return f" {said}" if begins and said.startswith("-") else said


def _is_safe(words: Sequence[str]) -> bool:
    named = [word for word in words if _NAME.search(word)]
    if words and words[0] in named:
        return False
    return all(map(_ENDS_WITH_NAME.fullmatch, named)) and not _runs_a_name(words)


def _runs_a_name(words: Sequence[str]) -> bool:
    """Whether a shell among the words is given a name as what to run."""
    if not any(PurePath(word).name in _SHELLS for word in words):
        return False
    return any(_RUNS.fullmatch(one) and _NAME.search(other) for one, other in pairwise(words))
