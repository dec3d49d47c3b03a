"""What a person wishes done about feeds, and what they have to choose from."""

from dataclasses import dataclass
from typing import Literal, Protocol

Deed = Literal["retry", "change", "edit", "find", "site", "leave"]
"""What can be done about a feed where its health is shown."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A feed that the person wants: its address, and where to put it."""

    address: str
    folder: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the person has already: folders and tags, to be completed."""

    folders: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Bedside(Protocol):
    """Where something is done about a feed."""

    def say(self, message: str) -> None:
        """Say how it goes."""
        ...

    def read(self) -> object:
        """Look again how the feeds fare."""
        ...
