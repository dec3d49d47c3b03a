"""The feeds of the small library that the screen is tried on."""

from collections.abc import Callable, Sequence

NEWS = "https://news.example/feed"
POEMS = "https://poems.example/feed"

Keep = Callable[[str, str, Sequence[str]], None]
