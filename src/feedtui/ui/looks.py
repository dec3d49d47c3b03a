"""From what a span is to the class in the style sheet that says how it looks."""

from collections.abc import Callable

from rich.style import Style as Look

from feedtui.article import Style

_NAMES = {style: f"article--{style.name}".lower().replace("_", "-") for style in Style}

COMPONENTS = set(_NAMES.values())
"""One class for every kind of span."""


def look(style: Style, named: Callable[[str], Look]) -> Look:
    """The look of a span that is all of these kinds. `named` gives that of a class."""
    return Look.combine([Look.null(), *(named(_NAMES[kind]) for kind in style)])
