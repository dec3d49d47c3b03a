"""The files that an entry carries: enclosures, Media RSS, attachments.

Podcasts name one in an `enclosure`, again in `media:content`, and say how long it plays in a third
place. A file is known by its address, and everything said about it is put together.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from feedtui.clean import clean_line
from feedtui.feeds.fields import Fields, number, row, rows, text
from feedtui.feeds.links import web_address
from feedtui.feeds.relations import related
from feedtui.model import Enclosure

_MOST = 100
"""Files of one entry that are taken."""

_LONGEST_NAME = 200

_DURATION = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,6})(?:\.\d*)?", re.ASCII)
_PLAYED = ("audio", "video")


def file_of(fields: tuple[str, str, str], length: int | None, base: str) -> Enclosure:
    """A file, from its address, media type and title; without a web address, empty."""
    address, media_type, title = fields
    return Enclosure(
        url=web_address(address, base),
        type=clean_line(media_type, most=_LONGEST_NAME),
        length=length or None,
        title=clean_line(title, most=_LONGEST_NAME),
    )


def files_of(item: Fields, base: str) -> tuple[Enclosure, ...]:
    """The files of an entry that feedparser read."""
    files = (*_enclosures(item, base), *_media(item, base))
    return playing(put_together(files), seconds_of(text(item, "itunes_duration")))


def put_together(files: Iterable[Enclosure]) -> tuple[Enclosure, ...]:
    """The files that have an address, each once, with what is first said of it."""
    known: dict[str, Enclosure] = {}
    for file in files:
        if file.url in known:
            known[file.url] = _with(known[file.url], file)
        elif file.url and len(known) < _MOST:
            known[file.url] = file
    return tuple(known.values())


def playing(files: tuple[Enclosure, ...], seconds: int | None) -> tuple[Enclosure, ...]:
    """The files, of which the first that can be played plays so long, unless it says itself."""
    for place, file in enumerate(files):
        if file.type.startswith(_PLAYED):
            longer = replace(file, duration=file.duration or seconds)
            return (*files[:place], longer, *files[place + 1 :])
    return files


def seconds_of(duration: str) -> int | None:
    """Seconds that a duration means: `3723`, `62:03` or `1:02:03`."""
    match = _DURATION.fullmatch(duration.strip())
    if not match:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds or None


def _with(file: Enclosure, other: Enclosure) -> Enclosure:
    return replace(
        file,
        type=file.type or other.type,
        length=file.length or other.length,
        title=file.title or other.title,
        duration=file.duration or other.duration,
    )


def _enclosures(item: Fields, base: str) -> Iterator[Enclosure]:
    for link in related(item, "enclosure"):
        described = (text(link, "href"), text(link, "type"), text(link, "title"))
        yield file_of(described, number(link, "length"), base)


def _media(item: Fields, base: str) -> Iterator[Enclosure]:
    for media in rows(item, "media_content"):
        described = (text(media, "url"), text(media, "type") or text(media, "medium"), "")
        file = file_of(described, number(media, "filesize"), base)
        yield replace(file, duration=seconds_of(text(media, "duration")))
    player = text(row(item, "media_player"), "url")
    yield file_of((player, "text/html", "player"), None, base)
