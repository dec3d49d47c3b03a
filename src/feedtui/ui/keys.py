"""From keys to commands: single keys, sequences such as `g g`, and counts such as `5 j`.

All before the toolkit sees them. No key waits for time to pass: a sequence is complete or it isn't.
So a digit that is a command's key of its own acts at once, and a count that would begin with it
begins with 0 instead: `010G`. Within a count, every digit is one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from feedtui.ui.keynames import shown_keys

MOST_DIGITS = 6
"""A count has no more; what is typed beyond them is left out."""

_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a key led to: a command line, or more keys awaited, or neither (it means nothing).

    `count` is the number typed before a command, 0 where there was none.
    """

    command: str = ""
    count: int = 0
    pending: str = ""
    digits: str = ""

    @property
    def awaits(self) -> bool:
        """Whether what was typed goes on."""
        return bool(self.pending or self.digits)

    @property
    def shown(self) -> str:
        """What was typed of it so far, as people write it."""
        return " ".join(filter(None, (self.digits, shown_keys(self.pending))))


NOTHING = Pressed()


class Sequences:
    """Follows the keys as they come, wherever they are pressed."""

    def __init__(self) -> None:
        self.begun = NOTHING

    def press(self, key: str, commands: Mapping[str, str]) -> Pressed:
        """Take a key; `commands` maps sequences (keys joined by blanks) to what they mean here.

        A key that doesn't continue a sequence begins anew. Escape gives up what has begun.
        """
        begun, self.begun = self.begun, NOTHING
        if key == "escape" and begun.awaits:
            return NOTHING
        pressed = _press(key, begun, commands)
        if begun.pending and pressed == NOTHING:
            pressed = _press(key, NOTHING, commands)
        if pressed.awaits:
            self.begun = pressed
        return pressed


def _press(key: str, begun: Pressed, commands: Mapping[str, str]) -> Pressed:
    if key in _DIGITS and not begun.pending and (begun.digits or key not in commands):
        return Pressed(digits=(begun.digits + key)[:MOST_DIGITS])
    sequence = f"{begun.pending} {key}".strip()
    if sequence in commands:
        return Pressed(commands[sequence], int(begun.digits or 0))
    if any(each.startswith(f"{sequence} ") for each in commands):
        return Pressed(pending=sequence, digits=begun.digits)
    return NOTHING
