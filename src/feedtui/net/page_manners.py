"""When an entry's page may be asked, as pure functions, like `manners` for feeds.

A page is owed to nobody: one that was asked in vain is asked again after an hour, after a day, and
then not again unless a person says so.
"""

from feedtui.clean import SafeText
from feedtui.model import NoFullText
from feedtui.net.pauses import DAY, HOUR, LONGEST_PAUSE

_PAUSES = {1: HOUR, 2: DAY}
"""How long a page is left alone after so many attempts."""


def is_due(failure: NoFullText | None, now: int) -> bool:
    """Whether a page may be asked at `now`, by a refresh that nobody watches."""
    if failure is None:
        return True
    return failure.next is not None and not now < failure.next <= now + LONGEST_PAUSE


def is_forbidden(failure: NoFullText, now: int) -> bool:
    """Whether its host said, in so many words, not to ask before a time that is still ahead."""
    return failure.asked_to_wait and not is_due(failure, now)


def after_failure(
    before: NoFullText | None, now: int, reason: SafeText, wait: int | None
) -> NoFullText:
    """What to remember of a page that was asked in vain. `wait` is what its host asked for."""
    attempts = (before.attempts if before else 0) + 1
    pause = _PAUSES.get(attempts)
    due = None if pause is None else now + min(max(pause, wait or 0), LONGEST_PAUSE)
    return NoFullText(reason, now, attempts, due, asked_to_wait=wait is not None)


def put_off(before: NoFullText | None, now: int, until: int) -> NoFullText:
    """What to remember of a page that wasn't asked, because its host wants a pause."""
    attempts = before.attempts if before else 0
    reason = SafeText("its host asked for a pause")
    return NoFullText(reason, now, attempts, min(until, now + LONGEST_PAUSE), asked_to_wait=True)
