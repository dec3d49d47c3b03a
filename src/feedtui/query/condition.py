"""Whether a feed is well, as a list shows it in a sign, and why not, in words."""

from datetime import datetime
from typing import Literal

from feedtui.clean import SafeText
from feedtui.model import WELCOME, Source

Condition = Literal["well", "failing", "lost", "silent"]

_DAY = 86400
LOST_AFTER = 30 * _DAY
"""Seconds without an answer after which a feed that fails may not come back by itself."""

SILENT_AFTER = 182 * _DAY
"""Seconds without a new entry after which a feed may have ended."""


def condition(source: Source, now: int) -> Condition:
    """How a feed is: failing, failing for a month, or without news for half a year, if not well."""
    if source.error:
        return "lost" if 0 < source.succeeded < now - LOST_AFTER else "failing"
    silent = 0 < source.latest < now - SILENT_AFTER and source.url != WELCOME
    return "silent" if silent else "well"


def complaint(source: Source, now: int) -> SafeText:
    """What is wrong with a feed, in words; nothing when it is well."""
    match condition(source, now):
        case "failing":
            return SafeText(f"fails: {source.error}")
        case "lost":
            return SafeText(f"no answer since {_day(source.succeeded)}: {source.error}")
        case "silent":
            return SafeText(f"nothing new since {_day(source.latest)}")
        case "well":
            return SafeText("")


def _day(time: int) -> str:
    day = datetime.fromtimestamp(time).astimezone()
    return f"{day.day} {day:%B %Y}"
