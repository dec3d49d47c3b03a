"""From a class in the style sheet, or from what a span is, to how it looks."""

from rich.style import Style as Look
from textual.widget import Widget

from feedtui.article.document import Style

_NAMES = {style: f"article--{style.name}".lower().replace("_", "-") for style in Style}

ARTICLE_CLASSES = set(_NAMES.values())
"""One class of the style sheet for every kind of span."""


def look_of(widget: Widget, name: str) -> Look:
    """What a class of the style sheet sets, with colours that shine through already mixed."""
    own = widget.get_component_rich_style(name, partial=True)
    mixed = widget.get_component_rich_style(name)
    color = mixed.color if own.color else None
    return own + Look(color=color, bgcolor=mixed.bgcolor if own.bgcolor else None)


def look_of_span(widget: Widget, style: Style) -> Look:
    """The look of a span that is all of these kinds."""
    return Look.combine([widget.rich_style, *(look_of(widget, _NAMES[kind]) for kind in style)])
