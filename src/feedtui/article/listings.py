"""Listings: text whose lines and blanks count, whatever a highlighter has made of it.

Most stand in a `pre`; some programs write tables or blocks instead, which are known by their class.
Inside, an element per line ends its line once: where a line break follows it in the source, or is
in it, no other is added.
"""

import re
from functools import partial

from selectolax.lexbor import LexborNode

from feedtui.article.builder import Builder
from feedtui.article.context import Context, Inside
from feedtui.article.element import TEXT, Element, first_of, follows_its_like
from feedtui.article.language import language
from feedtui.article.tags import names

_LISTINGS = names(
    "crayon-pre syntaxhighlighter js-file-line-container CodeMirror-code dp-c dp-highlighter"
    " enlighter view-lines react-code-lines ql-code-block-container"
)
_NAMED = names("code codeblock code-block sourcecode source-code program programlisting snippet")
"""Classes that people give as well; with line breaks and nothing but text inside they are one."""

_PRE = frozenset({"pre"})
_BREAK = frozenset({"br"})
_NOT_CODE = names("pre x-code p table textarea h1 h2 h3 h4 ul ol blockquote img")
_LINES = names(
    "line token-line code-line ec-line view-line CodeMirror-line crayon-line react-code-text"
)
_BREAKERS = names("div p tr li")
_ARRANGED = names("table tbody thead tr td ol ul div")
"""Elements in which a line break of the source is no line of the listing."""

_MONOSPACED = re.compile(r"white-space\s*:\s*pre\b|-en-codeblock\s*:\s*true", re.IGNORECASE)
_FONT = re.compile(r"monospace|courier|consolas|menlo|monaco", re.IGNORECASE)


def is_listing(found: Element) -> bool:
    """Whether the element holds a listing, although it is no `pre` and has none."""
    if not found.attributes:
        return False
    if found.tag == "d-code" and "block" in found.attributes:
        return True
    if not _LISTINGS.isdisjoint(found.classes):
        return first_of(found.node, _PRE) is None
    if found.tag in _BREAKERS and not _NAMED.isdisjoint(found.classes):
        return _is_broken_text(found.node)
    style = found.attributes.get("style")
    if not style or _MONOSPACED.search(style) is None or _FONT.search(style) is None:
        return False
    return found.tag in _BREAKERS and first_of(found.node, _PRE) is None


def _is_broken_text(node: LexborNode) -> bool:
    return first_of(node, _BREAK) is not None and first_of(node, _NOT_CODE) is None


def listing(found: Element, context: Context, builder: Builder) -> Inside:
    """What is inside, with all its lines and blanks."""
    if builder.verbatim:
        return line(found, context, builder)
    builder.end_paragraph()
    builder.verbatim = True
    return Inside(context, partial(builder.end_code, language(found)))


def is_line(found: Element) -> bool:
    """Whether the element, which is in a listing, is one of its lines."""
    if found.tag == "code":
        above = found.node.parent
        return follows_its_like(found.node) and above is not None and above.tag == "pre"
    return not _LINES.isdisjoint(found.classes)


def line(found: Element, context: Context, builder: Builder) -> Inside:
    """An element that stands on a line of its own, and is one even when it is empty."""
    builder.end_line()
    before = builder.length

    def leave() -> None:
        if _is_broken_behind(found):
            return
        if builder.length > before:
            builder.end_line()
        elif _is_one_of_many(found.node):
            builder.line_break()

    return Inside(context, leave)


def listed(text: LexborNode) -> str:
    """The text of a listing, without what only parts its rows in the source."""
    content = text.text_content or ""
    if _is_arrangement(text):
        return ""
    before, above = text.prev, text.parent
    if before is None or before.tag != "br" or above is None or above.tag not in _ARRANGED:
        return content
    return content.removeprefix("\n")


def _is_arrangement(text: LexborNode) -> bool:
    content = text.text_content or ""
    above = text.parent
    if "\n" not in content or not content.isspace() or above is None:
        return False
    return above.tag in _ARRANGED


def _is_broken_behind(found: Element) -> bool:
    behind = found.node.next
    if behind is None:
        return False
    if behind.tag == TEXT:
        return (behind.text_content or "").startswith("\n") and not _is_arrangement(behind)
    return behind.tag == "br" and found.tag not in _BREAKERS


def _is_one_of_many(node: LexborNode) -> bool:
    behind = node.next
    return follows_its_like(node) or (behind is not None and behind.tag == node.tag)
