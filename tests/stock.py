"""The feeds of the small library that the screen is tried on."""

from collections.abc import Callable, Sequence

NEWS = "https://news.example/feed"
POEMS = "https://poems.example/feed"

Feedtui = Callable[..., tuple[int, str, str]]
"""Runs a command; its exit code, what it printed and what it complained of."""

Keep = Callable[[str, str, Sequence[str]], None]
