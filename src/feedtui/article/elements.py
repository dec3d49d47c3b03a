"""What each element of HTML means to the document.

An element is entered with the `Context` that it stands in and decides three things: what changes
for what is inside it, what is to be done when it ends, and whether to look inside at all. Each
meaning is a function of a few lines, and `_ENTER` says which element has which.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from selectolax.lexbor import LexborNode

from feedtui.article import maths
from feedtui.article.builder import Builder, Maker
from feedtui.article.document import (
    Block,
    Caption,
    Cell,
    Description,
    Heading,
    Item,
    Media,
    Note,
    Quote,
    Rule,
    Style,
    Term,
)
from feedtui.article.element import TEXT, Element, element, follows_its_like, holds_an_icon
from feedtui.article.language import language
from feedtui.article.links import host
from feedtui.article.media import KINDS, is_counter, media, sign
from feedtui.article.notes import Footnote, place_of
from feedtui.article.numbering import bullets, numbers
from feedtui.article.run import Lead
from feedtui.article.tabular import MOST_COLUMNS
from feedtui.article.tags import BLOCKS, HEADINGS, SKIPPED, STYLES

_MOST_ROWS = 200
"""Over which a cell stretches."""

_SHORT_FORM = 500
"""Characters; a form with more text than that was put around a whole page."""

_SIGNS = {"q": ("“", "”"), "rt": ("(", ")")}
_SELF_LINKS = frozenset({"#", "¶", "§"})


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for all text inside an element."""

    style: Style = Style.PLAIN
    link: Lead = None


@dataclass(frozen=True, slots=True)
class Inside:
    """How to go on inside an element, and what to do after it."""

    context: Context
    leave: Callable[[], None] | None = None


_Enter = Callable[[Element, Context, Builder], Inside | None]


def enter(node: LexborNode, context: Context, builder: Builder) -> Inside | None:
    """Add what the node shows; None when there is nothing to visit inside it."""
    if node.tag == TEXT:
        builder.text(node.text_content or "", context.style, context.link)
        return None
    found = element(node)
    formula = maths.formula(found)
    if formula is not None:
        _formula(formula, found, context, builder)
        return None
    if found.tag in SKIPPED or found.is_hidden or node.mem_id in builder.notes.dropped:
        return None
    footnote = builder.notes.notes.get(node.mem_id)
    if footnote is not None and not builder.is_full:
        entered: Inside | None = _note(footnote, context, builder)
    else:
        entered = _ENTER.get(found.tag, _inline)(found, context, builder)
    for name in (found.get("id"), found.get("name")):
        if name in builder.notes.places:
            builder.place(name)
    return entered


def _note(footnote: Footnote, context: Context, builder: Builder) -> Inside:
    builder.open()
    return Inside(context, partial(builder.close, partial(_made_note, footnote)))


def _made_note(footnote: Footnote, blocks: tuple[Block, ...]) -> Note:
    return Note(footnote.label, blocks, footnote.name)


def _formula(text: str, found: Element, context: Context, builder: Builder) -> None:
    display = maths.is_display(found)
    if display:
        builder.end_paragraph()
    builder.text(text, context.style | Style.FORMULA, context.link)
    if display:
        builder.end_paragraph()


def _inline(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.verbatim and found.tag == "code" and follows_its_like(found.node):
        builder.end_line()
    style = STYLES.get(found.tag)
    if style is None or style in context.style:
        return Inside(context)
    return Inside(replace(context, style=context.style | style))


def _block(found: Element, context: Context, builder: Builder) -> Inside:
    builder.end_paragraph()
    return Inside(_inline(found, context, builder).context, builder.end_paragraph)


def _form(found: Element, context: Context, builder: Builder) -> Inside | None:
    if len(found.node.text()) <= _SHORT_FORM:
        return None
    return _block(found, context, builder)


def _made(maker: Maker, context: Context, builder: Builder) -> Inside:
    builder.end_paragraph()
    before, builder.maker = builder.maker, maker

    def leave() -> None:
        builder.end_paragraph()
        builder.maker = before

    return Inside(context, leave)


def _heading(found: Element, context: Context, builder: Builder) -> Inside:
    return _made(partial(Heading, HEADINGS[found.tag]), context, builder)


def _caption(_: Element, context: Context, builder: Builder) -> Inside:
    return _made(Caption, context, builder)


def _term(_: Element, context: Context, builder: Builder) -> Inside:
    return _made(Term, context, builder)


def _container(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return _block(found, context, builder)
    builder.open()
    make = Description if found.tag == "dd" else Quote
    return Inside(context, partial(builder.close, make))


def _list(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return _block(found, context, builder)
    builder.open()
    depth = len(builder.lists)
    builder.lists.append(numbers(found) if found.tag == "ol" else bullets(depth))

    def leave() -> None:
        builder.lists.pop()
        builder.close_list()

    return Inside(context, leave)


def _item(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return _block(found, context, builder)
    numbering = builder.lists[-1] if builder.lists else bullets(0)
    builder.open()
    return Inside(context, partial(builder.close, partial(Item, numbering.mark(found))))


def _table(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return _block(found, context, builder)
    builder.open_table()
    for_looks = found.get("role") in {"presentation", "none"}
    return Inside(context, partial(builder.close_table, for_looks=for_looks))


def _row(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return _block(found, context, builder)
    builder.open_row()
    return Inside(context)


def _cell(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return _block(found, context, builder)
    builder.open()
    make = partial(
        Cell,
        header=found.tag == "th",
        columns=min(max(found.number("colspan") or 1, 1), MOST_COLUMNS),
        rows=min(max(found.number("rowspan") or 1, 1), _MOST_ROWS),
    )
    return Inside(context, partial(builder.close_cell, make))


def _verbatim(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.verbatim:
        return _block(found, context, builder)
    builder.end_paragraph()
    builder.verbatim = True
    return Inside(context, partial(builder.end_code, language(found)))


def _anchor(found: Element, context: Context, builder: Builder) -> Inside | None:
    reference = found.get("href")
    if reference.startswith("#") and found.node.text().strip() in _SELF_LINKS:
        return None
    place = place_of(reference, builder.base)
    label = builder.notes.references.get(found.node.mem_id)
    if label is not None:
        builder.text(f"[^{label}]", context.style & ~Style.SUPERSCRIPT | Style.LINK, place)
        return None
    if place in builder.notes.places:
        return Inside(Context(context.style | Style.LINK, place))
    link = builder.links.number(reference)
    if link is None:
        return Inside(context)
    inner = Context(context.style | Style.LINK, link)
    name = found.get("title") or found.get("aria-label") or host(builder.links.address(link))

    def leave() -> None:
        if builder.shown == before and holds_an_icon(found.node):
            builder.text(name, inner.style, link)

    before = builder.shown
    return Inside(inner, leave)


def _enclosed(found: Element, context: Context, builder: Builder) -> Inside:
    before, behind = _SIGNS[found.tag]
    builder.text(before, context.style, context.link)
    return Inside(context, partial(builder.text, behind, context.style, context.link))


def _break(_: Element, __: Context, builder: Builder) -> None:
    builder.line_break()


def _rule(_: Element, __: Context, builder: Builder) -> None:
    builder.add(Rule())


def _picture(found: Element, context: Context, builder: Builder) -> Inside | None:
    text = None if is_counter(found) else sign(found)
    if text is None:
        return _media(found, context, builder)
    builder.text(text, context.style, context.link)
    return None


def _media(found: Element, context: Context, builder: Builder) -> Inside | None:
    if is_counter(found):
        return None
    shown = media(found, builder.base)
    if shown is None:
        return Inside(context)
    link = context.link if isinstance(context.link, int) else None
    if link is None and shown.address is not None:
        link = builder.links.number(shown.address)
    builder.add(Media(shown.kind, shown.label, link))
    return None


_ENTER: Mapping[str, _Enter] = {
    **dict.fromkeys(BLOCKS, _block),
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(KINDS, _media),
    **dict.fromkeys(("blockquote", "dd"), _container),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(("figcaption", "caption"), _caption),
    "a": _anchor,
    "br": _break,
    "dt": _term,
    "form": _form,
    "hr": _rule,
    "img": _picture,
    "li": _item,
    "pre": _verbatim,
    "q": _enclosed,
    "rt": _enclosed,
    "table": _table,
    "tr": _row,
}
