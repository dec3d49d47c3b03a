"""Elements that stand within a line and change how its text looks or what it says."""

from collections.abc import Mapping
from functools import partial

from feedtui.article.anchors import anchor, mail_address
from feedtui.article.builder import Builder
from feedtui.article.context import Context, Enter, Inside
from feedtui.article.element import Element, beginning
from feedtui.article.listings import is_line, line
from feedtui.article.running import raised
from feedtui.article.scripts import script
from feedtui.article.tags import STYLES, names
from feedtui.clean import clean_line

_SIGNS = {"q": ("“", "”"), "rt": ("(", ")")}

_APART = names("kg-bookmark-author kg-bookmark-publisher embedded-post-cta")
"""Classes of what a style sheet puts apart from what stands beside it."""

_LONGEST_ABBREVIATION = 12
_LONGEST_EXPANSION = 80
_MOST_ABBREVIATIONS = 200
_NEAR = 2000
"""Characters of a paragraph in which the writer may have said it already."""


def inline(found: Element, context: Context, builder: Builder) -> Inside:
    """The text inside, in the style that the element stands for."""
    if builder.verbatim and is_line(found):
        return line(found, context, builder)
    return Inside(_styled(found, context))


def _styled(found: Element, context: Context) -> Context:
    style = STYLES.get(found.tag)
    if style is None or style in context.style:
        return context
    return context._replace(style=context.style | style)


def _script(found: Element, context: Context, builder: Builder) -> Inside:
    written = script(found, builder.last_letters)
    inner = _styled(found, context)._replace(signs=written.signs)
    if not written.before:
        return Inside(inner)
    builder.text(written.before, context.style, context.link)
    return Inside(inner, partial(builder.text, written.behind, context.style, context.link))


def _enclosed(found: Element, context: Context, builder: Builder) -> Inside:
    before, behind = _SIGNS[found.tag]
    builder.text(before, context.style, context.link)
    return Inside(context, partial(builder.text, behind, context.style, context.link))


def _abbreviation(found: Element, context: Context, builder: Builder) -> Inside:
    """What it stands for goes behind it, the first time."""
    meaning = clean_line(found.get("title"))
    short = beginning(found.node, _LONGEST_ABBREVIATION).strip()
    if not _explains(meaning, short) or builder.verbatim or meaning in builder.explained:
        return Inside(context)
    if len(builder.explained) >= _MOST_ABBREVIATIONS:
        return Inside(context)
    above = found.node.parent
    builder.explained.add(meaning)
    if above is not None and meaning.lower() in beginning(above, _NEAR).lower():
        return Inside(context)
    return Inside(context, partial(builder.text, f" ({meaning})", context.style, context.link))


def _explains(meaning: str, short: str) -> bool:
    """Whether a title says in words what the letters stand for; some are dates for machines."""
    if not len(short) < len(meaning) <= _LONGEST_EXPANSION or len(short) > _LONGEST_ABBREVIATION:
        return False
    return meaning[0].lower() == short[:1].lower() and not any(map(str.isdigit, meaning))


def _span(found: Element, context: Context, builder: Builder) -> Inside | None:
    code = found.attributes.get("data-cfemail")
    if not code:
        if not _APART.isdisjoint(found.classes) and not builder.verbatim:
            builder.end_paragraph()
            return Inside(context, builder.end_paragraph)
        position = raised(found)
        if position:
            return _script(found._replace(tag=position), context, builder)
        return inline(found, context, builder)
    builder.text(mail_address(code), context.style, context.link)
    return None


def _alternative(found: Element, context: Context, builder: Builder) -> Inside | None:
    """TeX beside which a journal sends the same formula as MathML."""
    beside = (found.node.next, found.node.prev)
    if any(node is not None and (node.tag or "").endswith("math") for node in beside):
        return None
    return inline(found, context, builder)


INLINE: Mapping[str, Enter] = {
    "a": anchor,
    "abbr": _abbreviation,
    "acronym": _abbreviation,
    "jats:tex-math": _alternative,
    "q": _enclosed,
    "rt": _enclosed,
    "span": _span,
    "sub": _script,
    "sup": _script,
}
"""Those that are more than a style."""
