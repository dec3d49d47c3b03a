"""A date as a feed wrote it becomes seconds since 1970, or None.

Feeds are asked for RFC 822 or RFC 3339 and write what their programs print: in the order and the
language of their country, without a zone, as seconds since 1970. The day has a few shapes, each of
which is one pattern; what follows it is the time of day.

A date without a zone is read as UTC. Dates before 1970 and the zero dates of various programs
(year 1, 1970-01-01) mean “no date”, and a guess is worse than none: the entry then sorts by when
it came.
"""

import re
from datetime import UTC, datetime

from feedtui.feeds.months import month_named
from feedtui.feeds.zones import seconds_east

_LONGEST = 100
"""Characters of a date that are looked at."""

_WEEKDAY = r"(?:[^\d\s,]{1,20}(?:,\s?|\s))?"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_NAME = r"(?:de\s)?(?P<name>[^\s\d.,:;/()+-]{2,12})\.?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_SHORT_YEAR = r"(?P<year>\d{4}|\d{2})(?!\d)"

_DAYS = tuple(
    re.compile(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        # 2020-01-10, 2020/1/10, 2020. 1. 10.
        rf"{_YEAR}(?P<mark>[-/.])\s?{_MONTH}(?P=mark)\s?{_DAY}(?!\d)",
        # 20200110, also with the time behind it
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=\d{4}(?:\d\d)?(?!\d)|(?!\d))",
        # 2020年1月10日
        rf"{_YEAR}\s?[年년]\s?{_MONTH}\s?[月월]\s?{_DAY}\s?[日일]",
        # 2020. január 10., 2020-Jan-10
        rf"{_YEAR}[.\s-]+{_NAME}[\s-]{_DAY}(?!\d)\.?",
        # Fri, 10 Jan 2020, 10-Jan-20, 10. Januar 2020, 10 de enero de 2020
        rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th|er|\.)?[\s-]{_NAME}(?:\sde\b)?,?[\s-]{_SHORT_YEAR}",
        # January 10, 2020
        rf"{_WEEKDAY}{_NAME}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}",
        # Fri Jan 10 14:33:00 UTC 2020: the year comes last
        rf"{_WEEKDAY}{_NAME}\s{_DAY}(?=\s\d[\d:.]*\s.*\b{_YEAR}$)",
        # 10.1.2020, 10-01-2020, 10.01.20
        rf"{_WEEKDAY}{_DAY}(?P<mark>[-.])\s?{_MONTH}(?P=mark)\s?{_SHORT_YEAR}",
        # 1/10/2020: with slashes it is American, unless it can't be
        rf"{_WEEKDAY}{_MONTH}/{_DAY}/{_YEAR}",
    )
)

_HALF = r"[ap]\.?m\b\.?|[上下]午|午[前後]|오[전후]"
_CLOCK = re.compile(
    r"[T,\s日일]*(?:\([^)]*\)\s?)?(?:at\s|à\s|um\s|klo\s|kl\.?\s|-\s)?"
    rf"(?:(?P<before>{_HALF})\s?)?"
    r"(?P<hour>\d{1,2})(?:[:.h時时시]\s?)?(?P<minute>\d{2})"
    r"(?:[:.分분]?\s?(?P<second>\d{2})(?:[.,:]\d+)?)?[秒초]?"
    rf"\s?(?P<after>{_HALF})?",
    re.IGNORECASE | re.ASCII,
)
_AFTER_NOON = re.compile(r"p|下|.後|.후", re.IGNORECASE)
_ZONE = re.compile(
    r"(?:Uhr)?\s?(?P<zone>(?:GMT|UTC|UT|Z)?\s?[+−-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5}\b)?",
    re.IGNORECASE | re.ASCII,
)

_UNIX = re.compile(r"(?:/Date\()?(\d{9,10}|\d{13}|\d{16})(?:[.,)+-]|$)", re.ASCII)
_PARTS = {9: 1, 10: 1, 13: 1000, 16: 1_000_000}
"""How many parts of a second one is, by the digits of a Unix time of our days."""


def read_date(text: str) -> int | None:
    """Seconds since 1970 in UTC that a date means, in any shape that feeds use; else None."""
    text = " ".join(text[:_LONGEST].split())
    if unix := _UNIX.match(text):
        return _meant(int(unix[1]) // _PARTS[len(unix[1])])
    for pattern in _DAYS:
        if match := pattern.match(text):
            return _seconds(match.groupdict(), text[match.end() :])
    return None


def _seconds(parts: dict[str, str | None], rest: str) -> int | None:
    month, day = _month_and_day(parts)
    try:
        midnight = datetime(_year(parts["year"] or ""), month, day, tzinfo=UTC)
    except ValueError:
        return None
    clock = _of_day(rest)
    if clock is None or midnight.year < 1970:
        return None
    return _meant(int(midnight.timestamp()) + clock)


def _meant(seconds: int) -> int | None:
    return seconds if seconds > 0 else None


def _year(digits: str) -> int:
    """Two digits count as RFC 2822 (4.3) says: 00 to 49 are 2000 to 2049."""
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    day = int(parts["day"] or 0)
    if name := parts.get("name"):
        return month_named(name), day
    month = int(parts["month"] or 0)
    return (day, month) if month > 12 >= day else (month, day)


def _of_day(rest: str) -> int | None:
    """Seconds since midnight UTC; a leap second and the hour 24 run over into what follows."""
    clock = _CLOCK.match(rest)
    if not clock:
        return 0
    hour, minute, second = (int(clock[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 24 or minute > 59 or second > 60:
        return None
    if half := clock["before"] or clock["after"]:
        hour = hour % 12 + (12 if _AFTER_NOON.match(half) else 0)
    zone = _ZONE.match(rest, clock.end())
    return hour * 3600 + minute * 60 + second - seconds_east((zone and zone["zone"]) or "")
