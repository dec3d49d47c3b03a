"""Lengths of time: the bounds that all rules of asking share, and how they are said."""

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY

LONGEST_PAUSE = WEEK
"""The longest pause that a host gets by asking for it."""

_JITTER = 0.1


def jitter(pause: int, chance: float) -> int:
    """Up to a tenth of a pause, to be added to it, so that not everything falls due at once.

    `chance` lies between 0 and 1. Without it, what was asked for together once is asked for
    together for ever (the practice of schedulers from cron on).
    """
    return round(pause * _JITTER * chance)


def span(seconds: int) -> str:
    """A length of time as people say it: "an hour", "90 minutes", "3 days"."""
    for unit, one, name in ((DAY, "a day", "days"), (HOUR, "an hour", "hours")):
        if abs(seconds - unit) < unit // 20:
            return one
        if seconds >= 2 * unit - unit // 20:
            return f"{round(seconds / unit)} {name}"
    minutes = round(seconds / MINUTE)
    return "a minute" if minutes == 1 else f"{minutes} minutes"


def every(seconds: int) -> str:
    """How often, as people say it: "once an hour", "every 90 minutes"."""
    words = span(seconds)
    return f"once {words}" if words.startswith("a") else f"every {words}"
