"""From a class in the style sheet, or from what a span is, to how it looks."""

from rich.style import Style as Look
from textual.widget import Widget

from feedtui.article.document import Style

_NAMES = {style: f"article--{style.name}".lower().replace("_", "-") for style in Style}

HIT, CURRENT_HIT, HINT = "article--hit", "article--current-hit", "article--hint"
LISTING = "article--listing"

ARTICLE_CLASSES = {*_NAMES.values(), HIT, CURRENT_HIT, HINT, LISTING}
"""One class of the style sheet for every kind of span, and for what is painted over or under."""


def look_of(widget: Widget, name: str) -> Look:
    """What a class of the style sheet sets, with colours that shine through already mixed."""
    own = widget.get_component_rich_style(name, partial=True)
    mixed = widget.get_component_rich_style(name)
    color = mixed.color if own.color else None
    return own + Look(color=color, bgcolor=mixed.bgcolor if own.bgcolor else None)


def look_of_span(widget: Widget, style: Style) -> Look:
    """The look of a span that is all of these kinds; a sign is nothing but a sign."""
    kinds = Style.SIGN if Style.SIGN in style else style
    return Look.combine([widget.rich_style, *(look_of(widget, _NAMES[kind]) for kind in kinds)])
