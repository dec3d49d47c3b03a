"""When a host may be asked, as pure functions: the time, the history and chance are arguments.

Hosts suffer from readers that ask too often and never listen. The rules, and where they come from:

- A feed is asked no more often than its interval, an hour unless the person says otherwise, and its
  next time is kept, so that restarting the program asks nobody twice.
- A feed may ask for a longer pause (RSS 2.0 `ttl`, RSS 1.0 `sy:updatePeriod`), up to a day.
- Retry-After on 429 and 503 is obeyed (RFC 9110 10.2.3), up to seven days. Without it the pause is
  an hour.
- Failures double the pause, up to a day. A failing feed is never switched off.
- An entry's page that was asked in vain is asked again after an hour, after a day, and not again.
- A kept time that lies further ahead than any rule could put it comes from a clock that jumped.
"""

from dataclasses import replace
from datetime import UTC
from email.utils import parsedate_to_datetime

from feedtui.clean import SafeText
from feedtui.model import EMPTY, FetchHistory, NoFullText

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
LONGEST_PAUSE = 7 * DAY
LONGEST_VALIDATOR = 4096
_JITTER = 0.1
_PAGE_PAUSES = {1: HOUR, 2: DAY}
"""How long a page is left alone after so many attempts."""


def is_due(history: FetchHistory, now: int) -> bool:
    """Whether a feed may be asked at `now`."""
    return history.next <= now or history.next > now + LONGEST_PAUSE


def is_forbidden(history: FetchHistory, now: int) -> bool:
    """Whether its host said, in so many words, not to ask before a time that is still ahead."""
    return history.asked_to_wait and not is_due(history, now)


def after_answer(history: FetchHistory, now: int, interval: int, chance: float) -> FetchHistory:
    """The history after the feed was asked and answered. `chance` lies between 0 and 1.

    The next time is put off by up to a tenth, so that not everything falls due at once.
    """
    pause = max(interval, min(history.pace.ttl or 0, DAY))
    due = now + round(pause * (1 + _JITTER * chance))
    return replace(
        history,
        attempted=now,
        succeeded=now,
        next=due,
        failures=0,
        error=EMPTY,
        asked_to_wait=False,
    )


def after_failure(
    history: FetchHistory, now: int, interval: int, error: SafeText, wait: int | None
) -> FetchHistory:
    """The history after the feed was asked in vain. `wait` is what its host asked for, in seconds.

    Validators are kept: what was read before is still what they stand for.
    """
    failures = history.failures + 1
    pause = min(interval * 2 ** min(failures - 1, 20), max(interval, DAY))
    due = now + (pause if wait is None else min(max(wait, interval), LONGEST_PAUSE))
    return replace(
        history,
        attempted=now,
        next=due,
        failures=failures,
        error=error,
        asked_to_wait=wait is not None,
    )


def retry_after(status: int, value: str, now: int) -> int | None:
    """The pause in seconds that an answer asks for; None when it doesn't.

    Both forms of RFC 9110 10.2.3, seconds and a date. 429 and 503 without one mean an hour.
    """
    if status not in {429, 503}:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), LONGEST_PAUSE)
    return _until(value, now) if value else HOUR


def page_is_due(failure: NoFullText | None, now: int) -> bool:
    """Whether an entry's page may be asked at `now`, by a refresh that nobody watches."""
    if failure is None:
        return True
    return failure.next is not None and not now < failure.next <= now + LONGEST_PAUSE


def page_is_forbidden(failure: NoFullText, now: int) -> bool:
    """Whether its host said, in so many words, not to ask before a time that is still ahead."""
    return failure.asked_to_wait and not page_is_due(failure, now)


def after_page_failure(
    before: NoFullText | None, now: int, reason: SafeText, wait: int | None
) -> NoFullText:
    """What to remember of a page that was asked in vain. `wait` is what its host asked for."""
    attempts = (before.attempts if before else 0) + 1
    pause = _PAGE_PAUSES.get(attempts)
    due = None if pause is None else now + min(max(pause, wait or 0), LONGEST_PAUSE)
    return NoFullText(reason, now, attempts, due, asked_to_wait=wait is not None)


def page_put_off(before: NoFullText | None, now: int, until: int) -> NoFullText:
    """What to remember of a page that wasn't asked, because its host wants a pause."""
    attempts = before.attempts if before else 0
    reason = SafeText("its host asked for a pause")
    return NoFullText(reason, now, attempts, min(until, now + LONGEST_PAUSE), asked_to_wait=True)


def validator(value: str) -> str:
    """An ETag or Last-Modified as it may be kept and sent back: byte for byte, or not at all."""
    usable = value.isascii() and value.isprintable() and len(value) <= LONGEST_VALIDATOR
    return value if usable else ""


def _until(date: str, now: int) -> int:
    try:
        moment = parsedate_to_datetime(date)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return min(max(int(aware.timestamp()) - now, 0), LONGEST_PAUSE)
    except (ValueError, OverflowError):
        return HOUR
