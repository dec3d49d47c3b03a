"""How often a feed wants to be asked, as its document says, within bounds.

RSS 2.0 has `ttl`, `skipHours` and `skipDays` (https://www.rssboard.org/rss-specification), and its
modules `sy:updatePeriod` and `sy:updateFrequency`
(https://web.resource.org/rss/1.0/modules/syndication/). Programs write anything there; what makes
no sense was not said. A feed that would skip every hour, or every day, skips none.
"""

import re
from collections.abc import Iterable

from feedtui.feeds.fields import Fields, number, row, text, written
from feedtui.model import Pace

_SECONDS = {
    "hourly": 3600,
    "daily": 86_400,
    "weekly": 604_800,
    "monthly": 2_592_000,
    "yearly": 31_536_000,
}
_LONGEST_TTL = 366 * 86_400
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = 24

_SKIPPED = re.compile(
    rb"<skip(?P<what>hours|days)\b[^<>]{0,200}>(?P<list>.{0,4000}?)</skip(?P=what)\s*>",
    re.DOTALL | re.IGNORECASE,
)
_VALUE = re.compile(rb"<(?:hour|day)\b[^<>]{0,200}>\s*(\w{1,20})\s*</", re.IGNORECASE)


def pace_of(facts: Fields, xml: bytes) -> Pace:
    """The pace of a feed, by what was read of it and by its document.

    feedparser keeps the last hour of a list only, so the lists are looked for in the document.
    """
    lists: dict[str, list[str]] = {"hours": [], "days": []}
    for found in _SKIPPED.finditer(_around_entries(xml)) if b"<skip" in xml else ():
        values = (value.decode("ascii", "ignore") for value in _VALUE.findall(found["list"]))
        lists[found["what"].decode().lower()] += values
    return Pace(_ttl(facts), _hours(lists["hours"]), _days(lists["days"]))


def pace_of_channel(channel: Fields) -> Pace:
    """The pace of RSS written as JSON."""
    hours, days = row(channel, "skipHours"), row(channel, "skipDays")
    return Pace(_ttl(channel), _hours(_values(hours, "hour")), _days(_values(days, "day")))


def _around_entries(xml: bytes) -> bytes:
    """What a document says outside of its entries, whose texts may quote anything."""
    before, _, rest = xml.partition(b"<item")
    return before + rest.rpartition(b"</item")[2]


def _ttl(facts: Fields) -> int | None:
    """Seconds between two requests: `ttl` is in minutes."""
    minutes = number(facts, "ttl")
    if minutes:
        return min(minutes * 60, _LONGEST_TTL)
    period = _SECONDS.get(text(facts, "sy_updateperiod").lower(), 0)
    return period // (number(facts, "sy_updatefrequency") or 1) or None


def _hours(said: Iterable[str]) -> tuple[int, ...]:
    """Hours of the day, where 24 is midnight as well."""
    numbers = {int(hour) for hour in said if hour.isascii() and hour.isdigit() and len(hour) < 3}
    hours = {hour % _HOURS for hour in numbers if hour <= _HOURS}
    return tuple(sorted(hours)) if len(hours) < _HOURS else ()


def _days(said: Iterable[str]) -> tuple[int, ...]:
    """Days of the week, Monday being 0."""
    days = {_DAYS.index(day.lower()) for day in said if day.lower() in _DAYS}
    return tuple(sorted(days)) if len(days) < len(_DAYS) else ()


def _values(holder: Fields, name: str) -> list[str]:
    value = dict.get(holder, name)
    each = value if isinstance(value, list) else [value]
    return [written({name: one}, name) for one in each[: 2 * _HOURS]]
