"""A picture and what is said of it, without saying one thing twice."""

from dataclasses import replace

from feedtui.article.document import Block, Caption, Media, Spans
from feedtui.clean import SafeText

_TELLING = 12
"""Characters of a picture's name that are not in its caption by chance."""


def captioned(before: Media | Caption, caption: Caption) -> tuple[Block, ...]:
    """The two without saying one thing twice: often a picture's name is its caption's beginning."""
    said = _words(caption.spans)
    if isinstance(before, Caption):
        return (caption,) if said.startswith(_words(before.spans)) else (before, caption)
    name = " ".join(before.label.split()).lower()
    if name == said:
        return (before,)
    if len(name) >= _TELLING and said.startswith(name):
        return (replace(before, label=SafeText(before.kind.name.lower())), caption)
    return (before, caption)


def _words(spans: Spans) -> str:
    return " ".join("".join(span.text for span in spans).split()).lower()
