"""From a command line to what it does: the method of the command's name, with what it is given."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from feedtui.ui.commands import COMMANDS, Takes

Opening = Awaitable[object] | None
"""What has to be waited for before the next key: a dialog that opens, the steps of a macro."""


@dataclass(frozen=True, slots=True)
class Actions:
    """What commands do, by their names; some can be given a count, others words.

    `offers` has the words that a command suggests, by the method of its name with `_words`.
    """

    plain: Mapping[str, Callable[[], Opening]]
    counted: Mapping[str, Callable[[int], Opening]]
    worded: Mapping[str, Callable[[str], Opening]]
    offers: Mapping[str, Callable[[], Sequence[str]]]

    def do(self, line: str, count: int = 0) -> Opening:
        """Do what a line says: the name of a command and, where it takes them, words.

        `count` is 0 where there was none. What a command doesn't take is left aside.
        """
        name, _, words = line.partition(" ")
        if count and name in self.counted:
            return self.counted[name](count)
        if words and name in self.worded:
            return self.worded[name](words)
        return self.plain[name]()


def actions(*parts: object) -> Actions:
    """The method of each command's name, in whichever of the parts has it."""
    return Actions(
        plain={name: getattr(part, name) for name, part in _found(parts)},
        counted={name: getattr(part, name) for name, part in _found(parts, "count")},
        worded={name: getattr(part, name) for name, part in _found(parts, "words")},
        offers={
            name: getattr(part, f"{name}_words")
            for name, part in _found(parts, "words")
            if hasattr(part, f"{name}_words")
        },
    )


def _found(parts: tuple[object, ...], takes: Takes | None = None) -> list[tuple[str, object]]:
    return [
        (command.name, part)
        for command in COMMANDS
        for part in parts
        if hasattr(part, command.name) and takes in {None, command.takes}
    ]
