"""Pictures, films, sounds and pages within the page, as the walk meets them."""

import re
from collections.abc import Iterator, Mapping

from feedtui.article.builder import Builder
from feedtui.article.containers import block, paragraph, quote
from feedtui.article.context import Context, Enter, Inside
from feedtui.article.counters import is_counter
from feedtui.article.document import Caption, Kind, Media, Span
from feedtui.article.element import Element, beginning, element, first_of, has_text, inside, text_of
from feedtui.article.media import KINDS, Found, media, sign
from feedtui.article.players import page_of
from feedtui.article.repair import SVG_TITLE
from feedtui.article.sources import is_twin
from feedtui.clean import SafeText, clean_line

_LONGEST_TITLE = 200
_WORTH_SHOWING = frozenset({"img", "iframe", "video", "audio", "pre"})
_LONGEST_NOTICE = 300
"""Characters of what readers without scripts are told about scripts."""
_ICON = 48
"""Pixels; a smaller drawing is an icon, whatever it is called."""

_POSTS = {
    "twitter-tweet": "tweet",
    "twitter-video": "tweet",
    "instagram-media": "Instagram post",
    "mastodon-embed": "Mastodon post",
    "bluesky-embed": "Bluesky post",
    "tiktok-embed": "TikTok video",
    "text-post-media": "Threads post",
    "reddit-embed-bq": "Reddit post",
    "reddit-card": "Reddit post",
    "fb-post": "Facebook post",
    "fb-video": "Facebook video",
}
"""Classes of quotes that a script of their platform fills."""

_POST_ATTRIBUTES = ("data-instgrm-permalink", "data-embed-url", "cite", "data-href")
_BLUESKY = re.compile(r"at://(did:[\w:.%-]+)/app\.bsky\.feed\.post/(\w+)", re.ASCII)
_PLAYERS = frozenset({"data-src", "data-youtube-id", "data-ytid"})
_YOUTUBE_ID = re.compile(r"[\w-]{6,20}", re.ASCII)


def _picture(found: Element, context: Context, builder: Builder) -> Inside | None:
    """A sign within the text, or a line of its own."""
    text = None if is_counter(found, found.get("src")) else sign(found)
    if text is None:
        return _embed(found, context, builder)
    builder.text(text, context.style, context.link)
    return None


def _embed(found: Element, context: Context, builder: Builder) -> Inside | None:
    """A line that says what there is to open, or what stands there for those who can't."""
    shown = media(found, builder.base)
    if shown is None:
        return Inside(context) if found.tag == "object" else None
    _show(shown, context, builder)
    if shown.remark:
        builder.add(Caption((Span(shown.remark),)))
    return None


def _division(found: Element, context: Context, builder: Builder) -> Inside | None:
    """A block; or a player or a post, where a script makes one of it."""
    if found.classes and _is_unfilled(found):
        _show_post(found, builder)
        return None
    shown = None if _PLAYERS.isdisjoint(found.attributes) else lazy_player(found)
    if shown is None:
        return paragraph(found, context, builder)
    _show(shown, context, builder)
    return None


def _show(shown: Found, context: Context, builder: Builder) -> None:
    link = context.link if isinstance(context.link, int) else None
    if link is None and shown.address is not None:
        link = builder.links.number_of(shown.address)
    builder.add(Media(shown.kind, shown.label, link))


def _without_scripts(found: Element, context: Context, builder: Builder) -> Inside | None:
    """What readers without scripts see: a picture that isn't beside it already, or nothing new.

    One with a long text was never closed, or holds the article.
    """
    if len(beginning(found.node, _LONGEST_NOTICE)) > _LONGEST_NOTICE:
        return block(found, context, builder)
    if first_of(found.node, _WORTH_SHOWING) is None or is_twin(found.node):
        return None
    return block(found, context, builder)


def _drawing(found: Element, context: Context, builder: Builder) -> None:
    """A drawing within the page, if it has a name and is no icon."""
    sizes = (found.number("width"), found.number("height"))
    is_icon = any(size is not None and size <= _ICON for size in sizes)
    if is_icon or found.get("aria-hidden") == "true" or context.link is not None:
        return
    named = (text_of(node) for node in inside(found.node, frozenset()) if node.tag == SVG_TITLE)
    title = clean_line(found.get("aria-label") or next(named, ""), _LONGEST_TITLE)
    if title:
        builder.add(Media(Kind.IMAGE, title))


def _quote(found: Element, context: Context, builder: Builder) -> Inside | None:
    """A quote; one that a script was to fill is a line that leads to what it quotes."""
    if not _is_unfilled(found):
        return quote(found, context, builder)
    _show_post(found, builder)
    return None


def _is_unfilled(found: Element) -> bool:
    return not _POSTS.keys().isdisjoint(found.classes) and not has_text(found.node)


def _show_post(found: Element, builder: Builder) -> None:
    name = _POSTS[min(found.classes & _POSTS.keys())]
    numbers = (builder.links.number(reference) for reference in _posted(found))
    number = next((number for number in numbers if number is not None), None)
    if number is not None:
        builder.add(Media(Kind.FRAME, SafeText(name), number))


def _posted(found: Element) -> Iterator[str]:
    """Where a post that is to be embedded may be read."""
    at = _BLUESKY.match(found.get("data-bluesky-uri"))
    if at is not None:
        yield f"https://bsky.app/profile/{at[1]}/post/{at[2]}"
    for name in _POST_ATTRIBUTES:
        page = page_of(found.get(name))
        yield found.get(name) if page is None else page.address
    for node in inside(found.node, frozenset()):
        if node.tag == "x-a":
            yield element(node).get("href")


def lazy_player(found: Element) -> Found | None:
    """The film of an element without a frame, which a script makes when it is clicked on."""
    source = found.get("data-src")
    page = page_of(source if "://" in source else f"https:{source}") if source else None
    number = found.get("data-youtube-id") or found.get("data-ytid")
    if page is None and _YOUTUBE_ID.fullmatch(number):
        page = page_of(f"https://www.youtube.com/embed/{number}")
    return None if page is None else Found(page.kind, SafeText(page.name), page.address)


EMBEDS: Mapping[str, Enter] = {
    **dict.fromkeys(KINDS, _embed),
    "blockquote": _quote,
    "div": _division,
    "img": _picture,
    "noscript": _without_scripts,
    "svg": _drawing,
}
"""What each of them means."""
