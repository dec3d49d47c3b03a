"""Where an `a` leads: to an address, to a place in the article, or nowhere that matters here."""

import re
from collections.abc import Callable
from functools import partial
from itertools import islice

from selectolax.lexbor import LexborNode

from feedtui.article.builder import Builder
from feedtui.article.context import Context, Inside
from feedtui.article.document import Style
from feedtui.article.element import Element, around, beginning, element, holds_an_icon, inside
from feedtui.article.links import absolute, host
from feedtui.article.notes import place_of
from feedtui.article.sharing import is_share_button
from feedtui.article.tags import HEADINGS, names

_SELF = names("# ## ### ¶ § 🔗 ⚓ ♯ ⁋ ❡ ⛓ ↩ ⏎ ⤴ ↵")
_INVISIBLE = re.compile("[\u200b\ufe0e\ufe0f]")
_SELF_NAMED = re.compile(
    r"permalink|permanent link|anchor|(?:direct |copy )?link|copy link to (?:this )?\w+"
    r"|(?:direct )?link to (?:this )?(?:heading|section|header|headline)|#?\s*link\s*#?",
    re.IGNORECASE,
)
_LONGEST_MARK = 40
_HIGHEST_CLIMB = 4
_MAIL_PAGE = "/cdn-cgi/l/email-protection"
_MAIL = re.compile(r"(?:[0-9a-f]{2}){4,200}", re.IGNORECASE)


def anchor(found: Element, context: Context, builder: Builder) -> Inside | None:
    """A link, a reference to a note, or the text that it is."""
    note = builder.notes.references.get(found.node.mem_id)
    if note is not None:
        builder.refer_to(note, context.style)
        return None
    words = builder.notes.worded.get(found.node.mem_id)
    if words is not None:
        return Inside(context, partial(builder.refer_to, words, context.style))
    reference = _without_cover(found)
    place = builder.notes.leads.get(found.node.mem_id) or place_of(reference, builder.base)
    if _leads_to_itself(found.node, reference, place) or is_share_button(found):
        return None
    if reference == "#" and "onclick" in found.attributes:
        return None  # a button
    if place in builder.notes.places:
        return _jump(found.node, place, context)
    known = builder.links.count
    link = builder.links.number(reference)
    if link is None:
        return Inside(context)
    inner = context._replace(style=context.style | Style.LINK, link=link)
    if found.get("data-cfemail"):
        builder.text(reference.removeprefix("mailto:"), inner.style, link)
        return None
    return Inside(inner, _named(found, inner, known, builder))


def _jump(node: LexborNode, place: str, context: Context) -> Inside:
    if any(place == above.attributes.get("id") for above in around(node, _HIGHEST_CLIMB)):
        return Inside(context)
    return Inside(context._replace(style=context.style | Style.LINK, link=place))


def _named(found: Element, inner: Context, known: int, builder: Builder) -> Callable[[], None]:
    """What to do behind a link: name one that is an icon, forget one that showed nothing.

    `known` is how many addresses there were before it.
    """
    before = builder.shown

    def leave() -> None:
        if builder.shown > before:
            return
        if holds_an_icon(found.node) and not _in_heading(found.node):
            builder.text(_name_of(found, builder), inner.style, inner.link)
        else:
            builder.links.keep(known)

    return leave


def _name_of(found: Element, builder: Builder) -> str:
    address = absolute(found.get("href"), builder.base) or ""
    return found.get("title") or found.get("aria-label") or host(address)


def _leads_to_itself(node: LexborNode, reference: str, place: str) -> bool:
    """Whether it is the sign beside a heading by which one copies the heading's address."""
    if not (place or reference.startswith("#") or _in_heading(node)):
        return False
    text = _INVISIBLE.sub("", beginning(node, _LONGEST_MARK)).strip()
    if text in _SELF:
        return True
    return bool(text) and _in_heading(node) and _SELF_NAMED.fullmatch(text) is not None


def _in_heading(node: LexborNode) -> bool:
    return any(above.tag in HEADINGS for above in around(node, _HIGHEST_CLIMB))


def _without_cover(found: Element) -> str:
    """The reference; a mail address that was hidden from programs is written out."""
    reference = found.get("href")
    if _MAIL_PAGE not in reference:
        return reference
    below = (element(node) for node in islice(inside(found.node, frozenset()), _HIGHEST_CLIMB))
    codes = (found.get("data-cfemail"), *(each.get("data-cfemail") for each in below))
    mail = mail_address(next(filter(None, codes), reference.partition("#")[2]))
    return f"mailto:{mail}" if mail else reference


def mail_address(code: str) -> str:
    """The address in Cloudflare's `data-cfemail`: bytes, all xored with the first one."""
    if _MAIL.fullmatch(code) is None:
        return ""
    key, *letters = bytes.fromhex(code)
    return bytes(letter ^ key for letter in letters).decode(errors="replace")
