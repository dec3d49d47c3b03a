"""From keys to commands: single keys and sequences such as `g g`, before the toolkit sees them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a key led to: a command, or more keys awaited, or neither (the key means nothing)."""

    command: str = ""
    pending: str = ""


class Sequences:
    """Follows the keys as they come. `commands` maps sequences (keys joined by blanks) to names."""

    def __init__(self, commands: Mapping[str, str]) -> None:
        self._commands = commands
        self._prefixes = {
            " ".join(keys[:length])
            for keys in (sequence.split() for sequence in commands)
            for length in range(1, len(keys))
        }
        self._pending = ""

    def press(self, key: str) -> Pressed:
        """Take one key. A key that doesn't continue a sequence begins anew."""
        pressed = self._lookup(f"{self._pending} {key}".strip())
        if self._pending and pressed == Pressed():
            pressed = self._lookup(key)
        self._pending = pressed.pending
        return pressed

    def _lookup(self, sequence: str) -> Pressed:
        if sequence in self._commands:
            return Pressed(command=self._commands[sequence])
        return Pressed(pending=sequence if sequence in self._prefixes else "")
