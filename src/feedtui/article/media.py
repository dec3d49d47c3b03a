"""Pictures, films, sounds and pages within the page: which address, and what to call them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from selectolax.lexbor import LexborNode

from feedtui.article.counters import is_counter
from feedtui.article.document import Kind
from feedtui.article.element import Element, element, text_of
from feedtui.article.entities import undoubled
from feedtui.article.links import absolute, host
from feedtui.article.naming import (
    LONGEST_LABEL,
    file_of,
    names_a_file,
    tells,
    told_file,
    told_title,
)
from feedtui.article.players import page_of
from feedtui.article.sources import copies, is_late, is_placeholder, references
from feedtui.article.tags import names
from feedtui.clean import SafeText, clean_line
from feedtui.model import EMPTY

_SHORT = 2
_SMALL = 32
"""Pixels: what is smaller is a sign in a text if it has a name."""
_LONGEST_SIGN = 12
_FEWEST_BLANKS = 4
"""In a title that says something; most repeat the name of the file."""

_SMALL_STYLE = re.compile(
    r"(?:^|[;\s])(?:width|height)\s*:\s*[12](?:\.\d{1,3})?r?em", re.IGNORECASE
)

_EMOJI = names("emoji wp-smiley smiley emoticon g-emoji twemoji emojione")
_EMOJI_FILE = re.compile(
    r"/(?:emoji|twemoji|emojione)\b[^?#]{0,100}/([0-9a-f]{4,5}(?:-[0-9a-f]{4,5}){0,9})\.(?:png|svg)",
    re.IGNORECASE,
)
_ICON_FILE = re.compile(r"/(?:icons?|favicons?)/|/(?:favicon|icon)[-_.]", re.IGNORECASE)
_PLAYED = re.compile(
    r"\.(?:(?P<sound>mp3|m4a|aac|ogg|oga|opus|wav|flac)|mp4|m4v|webm|ogv|mov|avi|mkv)\Z",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"\.(?:pdf|swf|docx?|pptx?|xlsx?|csv|svg|epub|zip)\Z", re.IGNORECASE)
_TITLES = ("title", "aria-label", "playlabel", "data-title", "videotitle")

KINDS = {
    "img": Kind.IMAGE,
    "amp-img": Kind.IMAGE,
    "amp-anim": Kind.IMAGE,
    "video": Kind.VIDEO,
    "audio": Kind.AUDIO,
    "iframe": Kind.FRAME,
    "embed": Kind.FRAME,
    "object": Kind.FRAME,
    "lite-youtube": Kind.VIDEO,
    "lite-vimeo": Kind.VIDEO,
    "amp-youtube": Kind.VIDEO,
    "amp-vimeo": Kind.VIDEO,
    "amp-dailymotion": Kind.VIDEO,
    "amp-video": Kind.VIDEO,
    "amp-audio": Kind.AUDIO,
    "amp-soundcloud": Kind.AUDIO,
    "amp-iframe": Kind.FRAME,
    "amp-twitter": Kind.FRAME,
    "amp-instagram": Kind.FRAME,
}
"""What the elements stand for."""

_BY_NUMBER = {
    "lite-youtube": ("videoid", "https://www.youtube.com/embed/"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/"),
    "lite-vimeo": ("videoid", "https://player.vimeo.com/video/"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/"),
    "amp-soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/"),
    "amp-twitter": ("data-tweetid", "https://platform.twitter.com/embed/Tweet.html?id="),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/"),
}
"""Elements that name what they play by a number: the attribute, and what goes before it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something to open: what it is, what to call it, and its reference if it has a usable one."""

    kind: Kind
    label: SafeText
    address: SafeText | None
    remark: SafeText = EMPTY
    """What pops up over a picture, where that is more than its name."""


def sign(found: Element) -> str | None:
    """The text that a picture stands for within a line: an emoji, an icon with a name."""
    alt = found.get("alt")
    emoji = _emoji(found)
    if emoji:
        return alt if alt and not alt.isascii() and len(alt) <= _LONGEST_SIGN else emoji
    if not alt:
        return None
    short = len(alt) <= _SHORT and not alt.isascii() and not any(map(str.isalpha, alt))
    named = {name.lower() for name in found.classes}
    return alt if _is_small(found) or short or not _EMOJI.isdisjoint(named) else None


def media(found: Element, base: str) -> Found | None:
    """What the element shows, or None when it shows nothing that has a name or an address."""
    reference, address = _source(found, base)
    if is_counter(found, reference):
        return None
    kind = KINDS.get(found.tag, Kind.FRAME)
    if kind is Kind.IMAGE:
        return _image(found, address)
    if address is None:
        return None
    return _film_or_page(
        kind, told_title(_titles(found)), address, absolute(found.get("data-page"), base)
    )


def _source(found: Element, base: str) -> tuple[str, SafeText | None]:
    """The best reference that leads anywhere, and where it leads."""
    for reference in chain(_by_number(found), references(found)):
        address = absolute(reference, base) if reference else None
        if address is not None:
            return reference, None if is_placeholder(reference) else address
    return found.get("src"), None


def _by_number(found: Element) -> Iterator[str]:
    attribute, before = _BY_NUMBER.get(found.tag, ("", ""))
    if found.get(attribute):
        yield before + found.get(attribute)


def _emoji(found: Element) -> str:
    match = _EMOJI_FILE.search(found.get("src")[:LONGEST_LABEL])
    if match is None:
        return ""
    points = [int(code, 16) for code in match[1].split("-")]
    return "".join(map(chr, points)) if max(points) < 0x110000 else ""


def _is_small(found: Element) -> bool:
    if is_late(found):
        return False
    sizes = [found.number(name) for name in ("width", "height")]
    if any(size is not None and size <= _SMALL for size in sizes):
        return True
    return _SMALL_STYLE.search(found.get("style")) is not None


def _image(found: Element, address: SafeText | None) -> Found | None:
    said = next(filter(tells, _said(found)), "")
    if address is None and not said:
        return None
    is_icon = _ICON_FILE.search(address or "") is not None
    file = SafeText("") if is_icon else told_file(address or "")
    label = clean_line(undoubled(said), LONGEST_LABEL) or file
    if not said and (is_icon or _is_small(found)):
        return None
    return Found(Kind.IMAGE, label or SafeText("image"), address, _remark(found, label))


def _remark(found: Element, label: str) -> SafeText:
    title = clean_line(found.get("title"), LONGEST_LABEL)
    shorter, longer = sorted((title.lower(), label.lower()), key=len)
    is_sentence = title.count(" ") >= _FEWEST_BLANKS and not names_a_file(title)
    return title if is_sentence and shorter not in longer else EMPTY


def _said(found: Element) -> Iterator[str]:
    for each in (found, *copies(found.node)):
        yield from (each.get(name) for name in ("alt", "title", "aria-label"))


def _titles(found: Element) -> Iterator[str]:
    yield from (found.get(name) for name in _TITLES)
    if found.tag == "audio":
        yield from _beside_a_sound(found.node)


def _beside_a_sound(node: LexborNode) -> Iterator[str]:
    """The title that Ghost puts behind a sound."""
    behind = node.next
    if behind is not None and "kg-audio-title" in element(behind).classes:
        yield text_of(behind)


def _film_or_page(
    kind: Kind, title: SafeText, address: SafeText, at_home: SafeText | None
) -> Found:
    page = page_of(address)
    if page is not None:
        return Found(page.kind, _named(page.name, title), at_home or page.address)
    file = file_of(address)
    ending = _PLAYED.search(file)
    if kind is Kind.FRAME and ending is not None:
        kind = Kind.AUDIO if ending["sound"] else Kind.VIDEO
    what = {Kind.VIDEO: "video", Kind.AUDIO: "audio"}.get(kind, "frame")
    is_page = kind is Kind.FRAME and _DOCUMENT.search(file) is None
    named = title or (clean_line(host(address)) if is_page else file)
    return Found(kind, _named(what, named), address)


def _named(what: str, title: SafeText) -> SafeText:
    return SafeText(f"{what}: {title}" if title else what)
