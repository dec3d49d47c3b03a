"""Pictures, films, sounds and pages within the page: which address, and what to call them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from feedtui.article.document import Kind
from feedtui.article.element import Element, element, inside
from feedtui.article.links import absolute, host
from feedtui.article.tags import names
from feedtui.clean import SafeText, clean_line

_LONGEST_LABEL = 500
_TINY = 2
_ICON = 32
"""Pixels: smaller than the one is a counter of readers, smaller than the other a sign in a text."""

_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
_EMOJI = names("emoji wp-smiley smiley emoticon")
_COUNTERS = re.compile(
    r"//(?:feeds\.feedburner\.com/~r/|pixel\.|[^/]+/(?:pixel|1x1|spacer|blank)\.(?:gif|png)"
    r"|pixel\.wp\.com/|stats\.wordpress\.com/|s?b\.scorecardresearch\.com/)",
    re.IGNORECASE,
)
_YOUTUBE = re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:embed|v)/|youtu\.be/)([\w-]{6,20})")
_VIMEO = re.compile(r"player\.vimeo\.com/video/(\d+)")

KINDS = {
    "img": Kind.IMAGE,
    "amp-img": Kind.IMAGE,
    "video": Kind.VIDEO,
    "amp-youtube": Kind.VIDEO,
    "audio": Kind.AUDIO,
    "iframe": Kind.FRAME,
    "amp-iframe": Kind.FRAME,
    "embed": Kind.FRAME,
    "object": Kind.FRAME,
}
"""What the elements stand for."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something to open: what it is, what to call it, and its reference if it has a usable one."""

    kind: Kind
    label: SafeText
    address: SafeText | None


def is_counter(found: Element) -> bool:
    """Whether the picture or frame is there to count its readers."""
    sizes = (found.number("width"), found.number("height"))
    if any(size is not None and size <= _TINY for size in sizes):
        return True
    return _COUNTERS.search(found.get("src")) is not None


def sign(found: Element) -> str | None:
    """The text that a picture stands for within a line: an emoji, an icon with a name."""
    alt = found.get("alt")
    if not alt:
        return None
    sizes = (found.number("width"), found.number("height"))
    small = any(size is not None and size <= _ICON for size in sizes)
    short = len(alt) <= _TINY and not alt.isascii()
    return alt if small or short or not _EMOJI.isdisjoint(found.classes) else None


def media(found: Element, base: str) -> Found | None:
    """What the element shows, or None when it shows nothing that has a name or an address."""
    kind = KINDS[found.tag]
    addresses = (absolute(source, base) for source in _references(found))
    address = next((address for address in addresses if address is not None), None)
    if kind is Kind.IMAGE:
        return _image(found, address)
    if address is None:
        return None
    return _film_or_page(kind, clean_line(found.get("title"), _LONGEST_LABEL), address)


def _image(found: Element, address: SafeText | None) -> Found | None:
    label = clean_line(found.get("alt") or found.get("title"), _LONGEST_LABEL)
    label = label or _file_name(address or "")
    if not label and address is None:
        return None
    return Found(Kind.IMAGE, label or SafeText("image"), address)


def _film_or_page(kind: Kind, title: SafeText, address: SafeText) -> Found:
    youtube = _YOUTUBE.search(address)
    if youtube is not None:
        watch = SafeText(f"https://www.youtube.com/watch?v={youtube[1]}")
        return Found(Kind.VIDEO, _named("YouTube video", title), watch)
    vimeo = _VIMEO.search(address)
    if vimeo is not None:
        return Found(
            Kind.VIDEO, _named("Vimeo video", title), SafeText(f"https://vimeo.com/{vimeo[1]}")
        )
    what = {Kind.VIDEO: "video", Kind.AUDIO: "audio"}.get(kind, "frame")
    file = SafeText("") if kind is Kind.FRAME else _file_name(address)
    return Found(kind, _named(what, title or file or clean_line(host(address))), address)


def _named(what: str, title: SafeText) -> SafeText:
    return SafeText(f"{what}: {title}" if title else what)


def _references(found: Element) -> Iterator[str]:
    video = found.get("data-videoid")
    if video:
        yield f"https://www.youtube.com/embed/{video}"
    yield from (found.get(name) for name in _SOURCES)
    yield _largest(found.get("srcset") or found.get("data-srcset"))
    yield found.get("data")
    for node in inside(found.node, frozenset()):
        if node.tag in {"source", "embed", "amp-img", "a", "x-a"}:
            below = element(node)
            yield below.get("src") or _largest(below.get("srcset")) or below.get("href")
    yield from _of_picture(found)


def _of_picture(found: Element) -> Iterator[str]:
    above = found.node.parent
    if above is not None and above.tag == "picture":
        for node in inside(above, frozenset({"img"})):
            yield _largest(element(node).get("srcset"))


def _largest(srcset: str) -> str:
    """The reference of the largest picture of a `srcset` ("a.jpg 480w, b.jpg 800w")."""
    candidates = [part.split() for part in re.split(r",\s+", srcset[:20_000]) if part.strip()]
    return max(candidates, key=_size, default=[""])[0].rstrip(",")


def _size(candidate: list[str]) -> float:
    match = re.match(r"(\d{1,6}(?:\.\d{1,3})?)[wx]", candidate[-1], re.ASCII)
    return 1.0 if match is None else float(match[1])


def _file_name(address: str) -> SafeText:
    path = address.partition("?")[0].partition("#")[0]
    return clean_line(unquote(path.rpartition("/")[2]), _LONGEST_LABEL)
