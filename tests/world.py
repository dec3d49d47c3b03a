"""What tests put in the place of the world."""

from dataclasses import dataclass, field

NOON = 1_790_000_000
"""The moment at which tests take place, in seconds since 1970."""


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    milliseconds: int = NOON * 1000

    def __call__(self) -> int:
        return self.milliseconds

    def seconds(self) -> int:
        return self.milliseconds // 1000

    def advance(self, seconds: int) -> None:
        self.milliseconds += seconds * 1000


@dataclass
class Complaints:
    """Collects warnings."""

    said: list[str] = field(default_factory=list)

    def __call__(self, message: str) -> None:
        self.said.append(message)
