"""What every command is given: the person's feedtui, and the streams."""

from dataclasses import dataclass
from typing import BinaryIO, TextIO

from feedtui.library.home import Home


@dataclass(frozen=True, slots=True)
class Context:
    """The world of one command."""

    home: Home
    input: BinaryIO
    out: TextIO

    def say(self, line: str) -> None:
        """Print a line."""
        self.out.write(f"{line}\n")
