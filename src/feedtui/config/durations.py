"""Lengths of time as people write them: a number and a unit, `90s`, `30m`, `2h`, `1d`."""

import re

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_UNITS = {"d": DAY, "h": HOUR, "m": MINUTE, "s": 1}
_DURATION = re.compile(r"\s*([0-9]{1,9})\s*([smhd])\s*")


def read_duration(text: str) -> int | None:
    """The seconds that `text` means; None when it is no duration."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    return int(match[1]) * _UNITS[match[2]]


def write_duration(seconds: int) -> str:
    """A duration in the largest unit that divides it: 7200 is `2h`, 5400 is `90m`, 0 is `0s`."""
    for unit, length in _UNITS.items():
        if seconds >= length and seconds % length == 0:
            return f"{seconds // length}{unit}"
    return f"{seconds}s"
