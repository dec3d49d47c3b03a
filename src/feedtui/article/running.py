"""Text of an element: references decoded, letters raised, line ends kept where a style says so."""

import re

from feedtui.article.builder import Builder
from feedtui.article.context import Context, White
from feedtui.article.document import Style
from feedtui.article.element import Element
from feedtui.article.entities import undoubled

_JOINERS = frozenset({"\u200c", "\u200d", "\u200d\u200d"})
_FIXED_BLANK = "\xa0"
_BLANKS = re.compile(r"^ +|  +|\t+")
_TAB = 4
_WHITE = re.compile(r"white-space\s*:\s*([a-z-]+)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_LETTERS = {
    Style.BOLD: (
        re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE),
        re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE),
    ),
    Style.ITALIC: (
        re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE),
        re.compile(r"font-style\s*:\s*normal", re.IGNORECASE),
    ),
    Style.STRIKE: (
        re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE),
        re.compile(r"text-decoration\s*:\s*none", re.IGNORECASE),
    ),
}
_KINDS = {
    "pre": White.ALL,
    "pre-wrap": White.ALL,
    "break-spaces": White.ALL,
    "pre-line": White.LINES,
}


def by_style(found: Element, context: Context) -> Context:
    """The context with what the element's style says of line ends, and of its letters."""
    said = found.attributes.get("style") if found.attributes else None
    if not said:
        return context
    white = _WHITE.search(said) if "white-space" in said else None
    if white is not None:
        context = context._replace(white=_KINDS.get(white[1].lower(), White.COLLAPSES))
    style = context.style
    for sign, (there, not_there) in _LETTERS.items():
        if there.search(said) is not None:
            style |= sign
        elif not_there.search(said) is not None:
            style &= ~sign
    return context if style is context.style else context._replace(style=style)


def raised(found: Element) -> str:
    """`sup` or `sub` for an element whose style raises or lowers its text, otherwise empty."""
    said = _RAISED.search(found.attributes.get("style") or "")
    return "" if said is None else said[1].lower()[:3]


def running_text(text: str, context: Context, builder: Builder) -> None:
    """Add text as it stands in the source, decoded by the parser."""
    if "&" in text and not builder.verbatim and Style.CODE not in context.style:
        text = undoubled(text)
    if context.signs is not None:
        text = text.translate(context.signs)
    if text in _JOINERS:
        return  # what an editor leaves in an empty paragraph
    if context.white is White.COLLAPSES or builder.verbatim or "\n" not in text:
        builder.text(text, context.style, context.link)
        return
    for number, line in enumerate(text.replace("\r", "").split("\n")):
        if number:
            builder.line_break()
        builder.text(_counted(line, context.white), context.style, context.link)


def _counted(line: str, white: White) -> str:
    if white is White.LINES:
        return line
    return _BLANKS.sub(lambda found: _FIXED_BLANK * len(found[0].expandtabs(_TAB)), line)
