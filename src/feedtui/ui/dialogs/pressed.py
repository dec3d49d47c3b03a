"""Dialogs that take keys themselves, before the toolkit does.

At once, that is: keys that were typed behind one that ends a dialog may be meant for the main
screen, and are not to wait in the dialog's queue.
"""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Pressed(Protocol):
    """A screen over the main one whose keys are its own."""

    def press(self, key: str) -> bool:
        """Take a key; whether it means anything here."""
        ...


@runtime_checkable
class Taking(Protocol):
    """Likewise, but what a key opens is waited for, so that it gets the keys that come next."""

    async def take(self, key: str) -> bool:
        """Take a key; whether it means anything here."""
        ...
