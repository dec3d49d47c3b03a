"""What a host asks for in the headers of an answer: how long it is fresh, when to come again.

Headers are a stranger's words. Every value is bounded here, and one that can't be understood means
that nothing was said; none is an error.
"""

import re
from datetime import UTC
from email.utils import parsedate_to_datetime

from feedtui.net.pauses import HOUR, LONGEST_PAUSE

LONGEST_VALIDATOR = 4096
"""Characters of an ETag or a Last-Modified that is kept."""

_LONGEST_HEADER = 2000
_DIRECTIVE = re.compile(r'([\w-]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s,"]+))?', re.ASCII)


def fresh_for(cache_control: str, age: str, expires: str, date: str, now: int) -> int | None:
    """How many seconds an answer is fresh, which is how long asking again brings nothing.

    max-age, else Expires minus Date, and minus Age (RFC 9111 4.2.1, 4.2.3). Of several directives
    the first counts; `no-store`, `no-cache` and what is stale already ask for nothing (None). A
    value in quotes counts (5.2), an invalid Expires is in the past (5.3). A week is the most.
    """
    directives = _directives(cache_control)
    if "no-store" in directives or "no-cache" in directives:
        return None
    if "max-age" in directives:
        lifetime = _seconds(directives["max-age"]) or 0
    else:
        lifetime = _between(date, expires, now)
    left = lifetime - (_seconds(age) or 0)
    return min(left, LONGEST_PAUSE) if left > 0 else None


def retry_after(status: int, value: str, now: int) -> int | None:
    """The pause in seconds that an answer asks for; None when it doesn't.

    Both forms of RFC 9110 10.2.3, seconds and a date, a week at most. 429 (RFC 6585) and 503
    without one mean an hour.
    """
    if status not in {429, 503}:
        return None
    seconds = _seconds(value)
    if seconds is not None:
        return min(seconds, LONGEST_PAUSE)
    moment = _moment(value)
    return HOUR if moment is None else min(max(moment - now, 0), LONGEST_PAUSE)


def forbids(status: int, value: str) -> bool:
    """Whether an answer says in so many words not to ask before its pause is over.

    A 503 that names no time is a failure like others (RFC 9110 15.6.4); 429 is about asking.
    """
    named = _seconds(value) is not None or _moment(value) is not None
    return status == 429 or (status == 503 and named)


def validator(value: str) -> str:
    """An ETag or Last-Modified as it may be kept and sent back: byte for byte, or not at all.

    They are opaque (RFC 9110 8.8). What is not ASCII, has control characters or is huge is dropped:
    sending it back could break the request, and has ended other readers' runs.
    """
    usable = value.isascii() and value.isprintable() and len(value) <= LONGEST_VALIDATOR
    return value if usable else ""


def _directives(cache_control: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _DIRECTIVE.findall(cache_control[:_LONGEST_HEADER]):
        found.setdefault(name.lower(), value.strip('"'))
    return found


def _seconds(value: str) -> int | None:
    """Whole seconds; RFC 9111 1.2.2 has what is larger than can be stood for the largest."""
    digits = value.strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    digits = digits.lstrip("0")
    return int(digits or "0") if len(digits) < 10 else 10**9


def _between(date: str, expires: str, now: int) -> int:
    end = _moment(expires)
    start = _moment(date)
    return 0 if end is None else end - (now if start is None else start)


def _moment(date: str) -> int | None:
    """Seconds since 1970 of a date as RFC 9110 5.6.7 has them, if it is one."""
    try:
        moment = parsedate_to_datetime(date[:_LONGEST_HEADER])
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return int(aware.timestamp())
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
