"""What each element of HTML means to the document.

An element is entered with the `Context` that it stands in and decides three things: what changes
for what is inside it, what is to be done when it ends, and whether to look inside at all. Each
meaning is a function of a few lines, and `_ENTER` says which element has which.
"""

from collections.abc import Mapping
from functools import partial

from selectolax.lexbor import LexborNode

from feedtui.article.builder import Builder
from feedtui.article.containers import CONTAINERS, block
from feedtui.article.context import Context, Enter, Inside
from feedtui.article.document import Block, Note, Rule
from feedtui.article.element import TEXT, Element, element
from feedtui.article.embeds import EMBEDS
from feedtui.article.forms import FORMS
from feedtui.article.inline import INLINE, inline
from feedtui.article.listings import is_listing, listed, listing
from feedtui.article.noise import is_noise
from feedtui.article.notes import Footnote
from feedtui.article.running import by_style, running_text
from feedtui.article.tags import SKIPPED


def enter(node: LexborNode, context: Context, builder: Builder) -> Inside | None:
    """Add what the node shows; None when there is nothing to visit inside it."""
    if node.tag == TEXT:
        _text(node, context, builder)
        return None
    found = element(node)
    formula = builder.formulas.of_element(found)
    if formula is not None:
        builder.piece(formula, context.style, context.link)
        return None
    if found.tag in SKIPPED or is_noise(found) or builder.leaves_out(node.mem_id):
        return None
    context = by_style(found, context)
    entered: Inside | None = _noted(found, context, builder)
    if entered is None and not builder.verbatim and is_listing(found):
        entered = listing(found, context, builder)
    elif entered is None:
        entered = _ENTER.get(found.tag, inline)(found, context, builder)
    if builder.notes.places and found.attributes:
        _note_places(found, builder)
    return entered


def _note_places(found: Element, builder: Builder) -> None:
    for name in (found.get("id"), found.get("name")):
        if name in builder.notes.places:
            builder.place(name)


def _text(node: LexborNode, context: Context, builder: Builder) -> None:
    if builder.verbatim:
        running_text(listed(node), context, builder)
        return
    left = builder.notes.texts.get(node.mem_id)
    if left is not None:
        running_text(left, context, builder)
        return
    for piece in builder.formulas.of_text(node):
        if piece.form is None:
            running_text(piece.text, context, builder)
        else:
            builder.piece(piece, context.style, context.link)


def _noted(found: Element, context: Context, builder: Builder) -> Inside | None:
    """The element as a note or as part of one; None when it is neither."""
    notes, name = builder.notes, found.node.mem_id
    if name in notes.notes and not builder.is_full:
        return _note(notes.notes[name], context, builder)
    if name in notes.sides and not builder.is_full:
        return _side(notes.sides[name], context, builder)
    return block(found, context, builder) if name in notes.plain else None


def _side(footnote: Footnote, context: Context, builder: Builder) -> Inside:
    builder.refer_to(footnote, context.style)
    return Inside(Context(), partial(builder.open_aside(), footnote))


def _note(footnote: Footnote, context: Context, builder: Builder) -> Inside:
    builder.open()
    builder.place(footnote.name)
    around, builder.lists = builder.lists, []  # what notes are listed in is no list to a reader

    def leave() -> None:
        builder.lists = around
        builder.close(partial(_made_note, footnote))

    return Inside(context, leave)


def _made_note(footnote: Footnote, blocks: tuple[Block, ...]) -> Note:
    return Note(footnote.label, blocks, footnote.name)


def _break(found: Element, _: Context, builder: Builder) -> None:
    if not builder.formulas.swallowed(found.node):
        builder.line_break()


def _rule(_: Element, __: Context, builder: Builder) -> None:
    builder.add(Rule())


_ENTER: Mapping[str, Enter] = {
    **CONTAINERS,
    **EMBEDS,
    **FORMS,
    **INLINE,
    "br": _break,
    "hr": _rule,
    "pre": listing,
}
