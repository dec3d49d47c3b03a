"""Numbers, times and feeds in sentences."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from feedtui.clean import clean_line

_EARLIEST, _LATEST = -62_104_060_800, 253_370_764_800
"""The years 2 and 9999, which are within the calendar in every zone."""


def counted(number: int, one: str, many: str = "") -> str:
    """`1 feed`, `2 feeds`, `0 entries`. Without `many`, an s is added to `one`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def universal_time(time: int) -> datetime:
    """Seconds since 1970 as a time of the calendar; one that it lacks, as its first or last.

    A file may be damaged and still be one: then the other entries can be read.
    """
    return datetime.fromtimestamp(min(max(time, _EARLIEST), _LATEST), UTC)


def local_time(time: int) -> datetime:
    """Likewise, in the person's own zone."""
    return universal_time(time).astimezone()


def called(title: str, address: str) -> str:
    """What to call a feed: its title, or its host, for an address may carry a password."""
    if title and title != clean_line(address):
        return clean_line(title)
    try:
        return clean_line(urlsplit(address).hostname or "") or "a feed without a title"
    except ValueError:
        return "a feed without a title"
