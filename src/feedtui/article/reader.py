"""HTML becomes a `Document`: the parser's tree is walked once, without recursion.

The walk keeps a stack of what is still to do: nodes to visit, and ends of elements to act upon.
What a node means is decided in `elements`.
"""

from collections.abc import Callable
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from feedtui.article.builder import Builder
from feedtui.article.context import Context
from feedtui.article.document import Document, Style
from feedtui.article.elements import enter
from feedtui.article.maths.formulas import Formulas
from feedtui.article.notes import Notes, find_notes
from feedtui.article.plain import read_plain
from feedtui.article.repair import repair
from feedtui.article.trackers import TRACKERS, Trackers
from feedtui.article.wrapping import LONGEST, is_html, unwrap

_MOST_STEPS = 2_000_000
"""Nodes of one article that are visited, and ends of elements."""

_TOO_LONG = "[The rest of this article is too long to be shown.]"

_Step = tuple[LexborNode, Context] | Callable[[], None]


def read(html: str, base: str = "", trackers: Trackers = TRACKERS) -> Document:
    """The article in a body of HTML or plain text, whose relative links start from `base`.

    Every string is a body: what can't be understood as HTML is text, and what a browser would not
    show is left out. Of a body only `LONGEST` characters are read, and the last line says so
    when there were more. `trackers` are what is taken off its links; see `NO_TRACKERS`.
    """
    body = unwrap(html)
    parsed = _parsed(repair(body)) if is_html(body) else None
    notes = Notes() if parsed is None else find_notes(parsed, base)
    formulas = Formulas()
    builder = Builder(base, notes, formulas, trackers)
    if parsed is not None:
        formulas.look(parsed, body)
        _walk(parsed.first_child, builder)
    else:
        read_plain(unescape(body), builder)
    if len(html) > LONGEST:
        builder.end_paragraph()
        builder.text(_TOO_LONG, Style.DIM, None)
    return builder.document()


def _parsed(html: str) -> LexborNode | None:
    return LexborHTMLParser(f"<body>{html}").body


def _walk(first: LexborNode | None, builder: Builder) -> None:
    pending: list[_Step] = [] if first is None else [(first, Context())]
    for _ in range(_MOST_STEPS):
        if not pending:
            return
        step = pending.pop()
        if isinstance(step, tuple):
            _visit(*step, pending, builder)
        else:
            step()
    for leave in reversed(pending):
        if not isinstance(leave, tuple):
            leave()


def _visit(node: LexborNode, context: Context, pending: list[_Step], builder: Builder) -> None:
    following = node.next
    if following is not None:
        pending.append((following, context))
    inside = enter(node, context, builder)
    if inside is None:
        return
    if inside.leave is not None:
        pending.append(inside.leave)
    first = node.first_child
    if first is not None:
        pending.append((first, inside.context))
