"""A date as a feed wrote it becomes seconds since 1970, or None.

Feeds are asked for RFC 822 or RFC 3339 and write what their programs print. Three shapes cover
them: year first, a month's name, and numbers with dots or slashes; each is one pattern. A date
without a zone is read as UTC. Dates before 1970 and the zero dates of various programs (year 1,
1970-01-01) mean “no date”, and a guess is worse than none: the entry then sorts by when it came.
"""

import re
from calendar import timegm
from datetime import UTC, datetime
from time import struct_time

_LONGEST = 100
"""Characters of a date that are looked at."""

_TIME = (
    r"(?:[T,\s]\s*(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[AP]\.?M\b)?)?"
)
_ZONE = r"\s*(?P<zone>(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5}\b)?"
_CLOCK = r"(?!\d)" + _TIME + _ZONE
_WEEKDAY = r"(?:[^\d\s]{2,12}\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>\d{1,2})"
_NAME = r"(?P<name>[A-Z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"

_SHAPES = (
    # 2020-01-10T14:33:00Z, 2020/1/10 14:33:00, 20200110
    _YEAR + r"([-/.]?)" + _MONTH + r"\2(?P<day>\d{1,2})" + _CLOCK,
    # Fri, 10 Jan 2020 14:33:00 +0100, 10-Jan-20
    _WEEKDAY + _DAY + r"[\s-]+" + _NAME + r",?[\s-]+(?P<year>\d{4}|\d{2})" + _CLOCK,
    # January 10, 2020 2:33 PM
    _WEEKDAY + _NAME + r"\s+" + _DAY + r",?\s+" + _YEAR + _CLOCK,
    # Fri Jan 10 14:33:00 UTC 2020
    _WEEKDAY + _NAME + r"\s+" + _DAY + _TIME + _ZONE + r"\s*" + _YEAR,
    # 10.1.2020 14:33
    _WEEKDAY + _DAY + r"\.\s?" + _MONTH + r"\.\s?" + _YEAR + _CLOCK,
    # 1/10/2020 2:33 PM: with slashes it is American
    _WEEKDAY + _MONTH + r"/" + _DAY + r"/" + _YEAR + _CLOCK,
)
_PATTERNS = tuple(re.compile(shape, re.IGNORECASE | re.ASCII) for shape in _SHAPES)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ZONES = {
    "ADT": -3, "AST": -4, "EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7,
    "PDT": -7, "PST": -8, "AKDT": -8, "AKST": -9, "HST": -10, "BST": 1, "WEST": 1, "CET": 1,
    "MET": 1, "CEST": 2, "MEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
"""Hours east of Greenwich. RFC 822 names the American ones; the others are what feeds write."""


def read_date(text: str) -> int | None:
    """Seconds since 1970 in UTC that a date means, in any shape that feeds use; else None."""
    text = text.strip()[:_LONGEST]
    for pattern in _PATTERNS:
        if match := pattern.match(text):
            return _seconds(match.groupdict())
    return None


def date_of_parts(value: object) -> int | None:
    """Seconds since 1970 of a parsed date (`struct_time` in UTC), as feedparser gives them."""
    if not isinstance(value, struct_time) or not 1970 <= value.tm_year <= 9999:
        return None
    try:
        return _meant(timegm(value))
    except ValueError:
        return None


def _seconds(parts: dict[str, str | None]) -> int | None:
    clock = _of_day(parts)
    try:
        day = datetime(_year(parts), _month(parts), int(parts["day"] or 1), tzinfo=UTC)
    except ValueError:
        return None
    if clock is None or day.year < 1970:
        return None
    return _meant(int(day.timestamp()) + clock - _offset(parts.get("zone") or ""))


def _meant(seconds: int) -> int | None:
    return seconds if seconds > 0 else None


def _year(parts: dict[str, str | None]) -> int:
    """Two digits count as RFC 2822 (4.3) says: 00 to 49 are 2000 to 2049."""
    digits = parts["year"] or ""
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def _month(parts: dict[str, str | None]) -> int:
    name = (parts.get("name") or "")[:3].lower()
    return _MONTHS.index(name) + 1 if name else int(parts.get("month") or 1)


def _of_day(parts: dict[str, str | None]) -> int | None:
    """Seconds since midnight; a leap second and the hour 24 run over into what follows."""
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 24 or minute > 59 or second > 60:
        return None
    if half := parts["half"]:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return hour * 3600 + minute * 60 + second


def _offset(zone: str) -> int:
    """Seconds east of Greenwich; a name that nobody knows is taken for UTC."""
    sign = max(zone.find("+"), zone.find("-"))
    if sign < 0:
        return _ZONES.get(zone.upper(), 0) * 3600
    digits = zone[sign + 1 :].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    seconds = int(hours) * 3600 + int(minutes) * 60
    return -seconds if zone[sign] == "-" else seconds
