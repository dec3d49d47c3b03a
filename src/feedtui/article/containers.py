"""Elements that hold blocks: lists and their points, quotes, tables, headings, captions.

Where no further container may open, their text still comes, a level further out.
"""

from collections.abc import Callable, Mapping
from functools import partial

from feedtui.article.builder import Blocks, Builder, Maker
from feedtui.article.context import Context, Enter, Inside
from feedtui.article.document import (
    Block,
    Caption,
    Cell,
    Description,
    Heading,
    Item,
    Quote,
    Span,
    Style,
    Term,
)
from feedtui.article.element import Element, around
from feedtui.article.inline import inline
from feedtui.article.listings import line
from feedtui.article.numbering import brings_its_own, bullets, numbers, typed
from feedtui.article.slots import MOST_COLUMNS
from feedtui.article.tabular import align_of, group_of, is_for_looks
from feedtui.article.tags import BLOCKS, HEADINGS, names
from feedtui.article.word import word_mark
from feedtui.clean import SafeText

_MOST_ROWS = 200
"""Over which a cell stretches."""


def block(found: Element, context: Context, builder: Builder) -> Inside:
    """An element with a line of its own."""
    if builder.verbatim:
        return line(found, context, builder)
    builder.end_paragraph()
    return Inside(inline(found, context, builder).context, builder.end_paragraph)


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


def quote(found: Element, context: Context, builder: Builder) -> Inside:
    """Somebody else's words."""
    return _container(Quote, found, context, builder)


def _source(found: Element, context: Context, builder: Builder) -> Inside:
    """Who is cited: on a line of its own where a quote begins with it."""
    above = [node.tag for node in around(found.node, 2)]
    begins = found.node.prev is None or found.node.prev.tag == "br"
    if begins and above[:1] in _QUOTES and "blockquote" in above and not builder.verbatim:
        return block(found, context, builder)
    return inline(found, context, builder)


def paragraph(found: Element, context: Context, builder: Builder) -> Inside | None:
    """A block that a program may have called something better."""
    if found.classes and not builder.verbatim:
        if not _CAPTIONS.isdisjoint(found.classes):
            return _caption(found, context, builder)
        mark = word_mark(found)
        if mark and not builder.is_full:
            builder.open()
            return Inside(context, partial(builder.close, partial(Item, mark)))
    return block(found, context, builder)


def _dialog(found: Element, context: Context, builder: Builder) -> Inside | None:
    """A window within the page; a browser shows those that are open."""
    return block(found, context, builder) if "open" in found.attributes else None


def _summary(found: Element, context: Context, builder: Builder) -> Inside:
    """What stands before something folded away, which is shown below it."""
    if builder.verbatim:
        return line(found, context, builder)
    builder.end_paragraph()
    builder.lead = Span(SafeText("▸ "), Style.MARKER)

    def leave() -> None:
        builder.end_paragraph()
        builder.lead = None

    return Inside(inline(found, context, builder).context, leave)


def _description(found: Element, context: Context, builder: Builder) -> Inside:
    return _container(Description, found, context, builder)


def _container(
    make: Callable[[Blocks], Block], found: Element, context: Context, builder: Builder
) -> Inside:
    if builder.is_full:
        return block(found, context, builder)
    builder.open()
    return Inside(context, partial(builder.close, make))


def _list(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return block(found, context, builder)
    builder.open()
    depth = len(builder.lists)
    builder.lists.append(numbers(found) if found.tag == "ol" else bullets(depth))

    def leave() -> None:
        builder.lists.pop()
        builder.close_list()

    return Inside(context, leave)


def _item(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return block(found, context, builder)
    marker = _marker(found, builder)
    builder.open()
    return Inside(context, partial(builder.close, partial(Item, marker)))


def _marker(found: Element, builder: Builder) -> SafeText:
    """The point's mark; its list counts on, whatever the point brings along."""
    numbering = builder.lists[-1] if builder.lists else bullets(0)
    mark = numbering.mark(found)
    own = typed(found, numbering)
    if own is not None:
        builder.taken.add(own.node.mem_id)
        return SafeText(f"{mark} {own.mark}".strip()) if own.mark[0] == "[" else own.mark
    return SafeText("") if brings_its_own(found) else mark


def _table(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return block(found, context, builder)
    builder.open_table()
    return Inside(context, partial(builder.close_table, for_looks=is_for_looks(found)))


def _row(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return block(found, context, builder)
    builder.open_row(group_of(found))
    return Inside(context)


def _cell(found: Element, context: Context, builder: Builder) -> Inside:
    if builder.is_full:
        return block(found, context, builder)
    builder.open()
    make = partial(
        Cell,
        header=found.tag == "th",
        columns=min(max(found.number("colspan") or 1, 1), MOST_COLUMNS),
        rows=min(max(found.number("rowspan") or 1, 1), _MOST_ROWS),
        align=align_of(found),
    )
    said = None if _CAPTIONS.isdisjoint(found.classes) else _caption(found, context, builder)

    def leave() -> None:
        if said is not None and said.leave is not None:
            said.leave()
        builder.close_cell(make)

    return Inside(context, leave)


_QUOTES = (["blockquote"], ["div"])
_CAPTIONS = names(
    "wp-caption-text wp-element-caption gallery-caption image-caption img-caption photo-caption"
    " media-caption caption-text tr-caption figure-caption image__caption photo-credit"
)
"""Classes of what is said of a picture, where no `figcaption` says it."""

CONTAINERS: Mapping[str, Enter] = {
    **dict.fromkeys(BLOCKS, block),
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(("figcaption", "caption"), _caption),
    "cite": _source,
    "dd": _description,
    "dialog": _dialog,
    "dt": _term,
    "li": _item,
    "p": paragraph,
    "summary": _summary,
    "table": _table,
    "tr": _row,
}
"""What each of them means."""
