"""A feed's health in words, for the command line and the screen."""

from datetime import datetime

from feedtui.address import shown_address
from feedtui.clean import clean_line
from feedtui.library.health import Health
from feedtui.library.pace import how_often
from feedtui.library.wording import counted
from feedtui.net.pauses import MINUTE, span

_KIB = 1024


def signs(health: Health) -> str:
    """What is wrong, in a word or two; empty when all is well."""
    said = {
        "gone": health.gone,
        "failing": health.failing and not health.gone,
        "moved": bool(health.moved),
        "silent": health.silent,
        "never read": health.never_read,
    }
    return ", ".join(word for word, holds in said.items() if holds)


def sentences(health: Health, now: int) -> tuple[str, ...]:
    """All that there is to say, a line each; what doesn't concern this feed is left out."""
    said = (
        _answered(health, now),
        _error(health),
        _next(health, now),
        _moved(health),
        f"{how_often(health.weekly)}; {_newest(health, now)}",
        f"{_read(health)}; {_requests(health)}",
        health.notice,
        shown_address(health.feed),
    )
    return tuple(clean_line(each) for each in said if each)


def time_until(time: datetime | None, now: int) -> str:
    """When something is to be: `never`, `now`, `in 3 hours`."""
    if time is None:
        return "never"
    left = round(time.timestamp() - now)
    return "now" if left <= 0 else f"in {_length(left)}"


def time_since(time: datetime | None, now: int) -> str:
    """How long something is over: `never`, `3 hours ago`."""
    if time is None:
        return "never"
    return f"{_length(max(round(now - time.timestamp()), 0))} ago"


def size_of(size: int) -> str:
    """Bytes as people say them; empty where nothing is known."""
    if not size:
        return ""
    return f"{size} B" if size < _KIB else f"{size / _KIB:,.0f} KiB"


def _length(seconds: int) -> str:
    return span(seconds) if seconds >= MINUTE else counted(seconds, "second")


def _answered(health: Health, now: int) -> str:
    if health.succeeded is None:
        asked = "but was asked" if health.checked else "and was not asked yet"
        when = f" {time_since(health.checked, now)}" if health.checked else ""
        return f"it has never answered, {asked}{when}"
    return f"it last answered {time_since(health.succeeded, now)}"


def _error(health: Health) -> str:
    if not health.error:
        return ""
    often = f" ({counted(health.failures, 'time')} in a row)" if health.failures > 1 else ""
    return f"last error: {health.error}{often}"


def _next(health: Health, now: int) -> str:
    why = f": {health.why}" if health.why else ""
    return f"asked next: {time_until(health.next, now)}{why}"


def _moved(health: Health) -> str:
    if not health.moved:
        return ""
    there = ", which is subscribed to as well" if health.taken else ""
    return f"its host says it has moved to {shown_address(health.moved)}{there}"


def _newest(health: Health, now: int) -> str:
    if health.newest is None:
        return "no entries yet"
    return f"the newest came {time_since(health.newest, now)}"


def _read(health: Health) -> str:
    entries = counted(health.entries, "entry", "entries")
    return f"{entries}, {health.unread:,} unread, {health.starred:,} starred"


def _requests(health: Health) -> str:
    share = health.share_not_modified
    if share is None:
        return "no requests yet"
    asked = counted(health.requests, "request")
    rest = (f"{share} % without news", size_of(health.size), f"{health.took:,} ms")
    return ", ".join((asked, *filter(None, rest)))
