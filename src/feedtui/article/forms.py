"""What of a form a reader of its text is told: boxes of a list of tasks, and how full a bar is.

Fields, buttons and their labels are there to be used, not read. But a button may be the text of a
heading that folds its part away, and a label that of a task.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from selectolax.lexbor import LexborNode

from feedtui.article.builder import Builder
from feedtui.article.containers import block
from feedtui.article.context import Context, Enter, Inside
from feedtui.article.element import TEXT, Element, around, beginning, element, first_of, inside
from feedtui.article.inline import inline
from feedtui.article.numbering import box_of, is_box
from feedtui.article.tags import HEADINGS

_SHORT_FORM = 500
"""Characters; a form with more text than that was put around a whole page."""
_LONGEST_LABEL = 100
_HIGHEST_CLIMB = 4
_MOST_NEAR = 6

_FOLDING = HEADINGS.keys() | {"summary", "dt"}
_FIELDS = frozenset({"input", "select", "textarea"})
_CONTROLS = _FIELDS | {"button"}
_MOST_LOOKED_THROUGH = 1000
"""Nodes of a form."""

_DEEPEST_FORM = 20
"""Elements around a form of which one asks whether they hold anything else."""

_LISTED = frozenset({"li", "td"})


def _form(found: Element, context: Context, builder: Builder) -> Inside | None:
    """Something to fill in is left out; a form that was put around what is read is not."""
    text = beginning(found.node, _SHORT_FORM).strip()
    if len(text) <= _SHORT_FORM and _has_controls(found.node) and not _is_all(found.node, text):
        return None
    return block(found, context, builder)


def _has_controls(form: LexborNode) -> bool:
    below = islice(inside(form, frozenset()), _MOST_LOOKED_THROUGH)
    return any(node.tag in _CONTROLS and node.attributes.get("type") != "hidden" for node in below)


def _is_all(form: LexborNode, text: str) -> bool:
    """Whether an article says nothing but what is in a form."""
    outermost = form
    for above in around(form, _DEEPEST_FORM):
        outermost = above
    return bool(text) and beginning(outermost, _SHORT_FORM).strip() == text


def _button(found: Element, context: Context, builder: Builder) -> Inside | None:
    """Something to press, unless it is all that a heading says."""
    here = found.node
    for above in around(found.node, _HIGHEST_CLIMB):
        if any(_says_something(node) for node in _near(here)):
            return None
        if above.tag in _FOLDING:
            return inline(found, context, builder)
        here = above
    return None


def _near(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes before and behind, as far as they matter."""
    before, behind = node.prev, node.next
    for _ in range(_MOST_NEAR):
        if before is not None:
            yield before
            before = before.prev
        if behind is not None:
            yield behind
            behind = behind.next


def _says_something(node: LexborNode) -> bool:
    if node.tag == TEXT:
        return bool((node.text_content or "").strip())
    return node.tag != "button" and bool(beginning(node, _MOST_NEAR).strip())


def _label(found: Element, context: Context, builder: Builder) -> Inside | None:
    """What a field is called; but a box has its text there, and so have cards with names."""
    if any(above.tag in _LISTED for above in around(found.node, _HIGHEST_CLIMB)):
        return inline(found, context, builder)
    text = beginning(found.node, _LONGEST_LABEL)
    if len(text) <= _LONGEST_LABEL and (_is_of_a_field(found.node) or not _has_words(text)):
        return None
    if any(node.tag == "label" for node in _near(found.node)):
        return block(found, context, builder)
    return inline(found, context, builder)


def _is_of_a_field(label: LexborNode) -> bool:
    if first_of(label, _FIELDS) is not None:
        return True
    beside = (node for node in _near(label) if node.tag in _FIELDS)
    return any(element(node).get("type") not in {"radio", "checkbox"} for node in beside)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _input(found: Element, context: Context, builder: Builder) -> None:
    """A box that has not become the mark of its point."""
    listed = any(above.tag in _LISTED for above in around(found.node, _HIGHEST_CLIMB))
    if listed and is_box(found):
        builder.text(f"{box_of(found)} ", context.style, context.link)


def _todo(found: Element, context: Context, builder: Builder) -> None:
    """Evernote's box."""
    sign = "☑" if found.get("checked") == "true" else "☐"
    builder.text(f"{sign} ", context.style, context.link)


def _measure(found: Element, context: Context, builder: Builder) -> Inside | None:
    """How full a bar is, in the writer's words or in percent."""
    if beginning(found.node, 1).strip():
        return inline(found, context, builder)
    value, most = found.decimal("value"), found.decimal("max") or 1.0
    if value is not None and most > 0:
        builder.text(f"{min(max(value / most, 0.0), 1.0):.0%}", context.style, context.link)
    return None


FORMS: Mapping[str, Enter] = {
    "button": _button,
    "en-todo": _todo,
    "form": _form,
    "input": _input,
    "label": _label,
    "meter": _measure,
    "progress": _measure,
}
"""What each of them means."""
