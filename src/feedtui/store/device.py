"""This device's name: readable, and of its own even where a whole home folder was copied."""

from collections.abc import Callable
from pathlib import Path

from feedtui.store import atomic


def device_name(path: Path, host: str, random: Callable[[], str]) -> str:
    """The name kept at `path`; at first use, `host` and a random suffix, which are kept there."""
    kept = atomic.read_text(path, "").strip()
    if kept:
        return kept
    readable = "".join(letter for letter in host.lower() if letter.isascii() and letter.isalnum())
    name = f"{readable[:20] or 'device'}-{random()}"
    atomic.write(path, f"{name}\n".encode())
    return name
