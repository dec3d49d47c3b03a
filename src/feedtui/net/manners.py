"""When a feed may be asked, as pure functions: the time, the history and chance are arguments.

Hosts suffer from readers that ask too often and never listen. The rules, and where they come from:

- A feed is asked about once an hour, or as often as it brings something (`rhythm`): between half
  an hour and a day, unless the person says otherwise. Its next time is kept, so that restarting the
  program asks nobody twice (rachelbythebay.com's and Open RSS's advice to readers).
- A host may ask for a longer pause by how long its answer is fresh (RFC 9111 4.2), a feed by its
  document (RSS 2.0 `ttl`, RSS 1.0 `sy:updatePeriod`), each up to a day. In a feed's `skipHours` and
  `skipDays` (RSS 2.0) it isn't asked, but they don't hold it back beyond a day.
- Retry-After on 429 and 503 is obeyed (RFC 9110 10.2.3), up to seven days. Without it the pause is
  an hour, and doubles; after a 503 without it a person may ask sooner, as after any failure.
- Failures double the pause, up to a day. A failing feed is never switched off.
- 410 means gone for good (RFC 9110 15.5.11): the feed isn't asked again until a person names it.
- Some hosts answer "not modified" to anything. A feed that brought nothing for 30 days is asked
  once without validators (the practice of NetNewsWire), and again after 30 days.
- A kept time that no rule could have set comes from a clock that jumped, and means now.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from feedtui.clean import SafeText
from feedtui.model import EMPTY, FetchHistory, Pace
from feedtui.net.pauses import DAY, HOUR, LONGEST_PAUSE, MINUTE, every, jitter, span

SHORTEST_LEARNED = 30 * MINUTE
LONGEST_LEARNED = DAY
STALE = 30 * DAY
"""Seconds without a new entry after which validators are doubted."""

_LONGEST_KEPT = 400 * DAY
"""No rule sets a time further ahead: a person's interval is at most a year, and a tenth of it."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How often a person wants a feed asked: `interval` in seconds.

    `learns` says whether the feed's own rhythm may move that, down to half an hour (but not below
    half the interval) and up to a day; it may not where the feed has an interval of its own.
    """

    interval: int
    learns: bool = False


def is_due(history: FetchHistory, now: int) -> bool:
    """Whether a feed may be asked at `now` without anybody's saying so."""
    if history.gone:
        return False
    jumped = history.attempted > now + HOUR or history.next > now + _LONGEST_KEPT
    return history.next <= now or jumped


def is_forbidden(history: FetchHistory, now: int) -> bool:
    """Whether its host said, in so many words, not to ask before a time that is still ahead.

    `gone` is such a time, too: never. Only a person who names the feed may have it asked then.
    """
    return history.gone or (history.asked_to_wait and not is_due(history, now))


def asks_whole(history: FetchHistory, now: int) -> bool:
    """Whether to ask without validators now, because nothing new has come for 30 days.

    Whoever does so sets `whole` to the time of it, so that the next 30 days have none.
    """
    since = max(history.news, history.whole)
    return bool(history.etag or history.last_modified) and 0 < since <= now - STALE


def after_answer(
    history: FetchHistory, now: int, policy: Policy, asked: int | None, chance: float
) -> FetchHistory:
    """The history after a feed was asked and answered, with what is new or without.

    `asked` is the seconds that the host asks for between two requests (`freshness.fresh_for`), None
    for none; `chance` lies between 0 and 1. `news` starts to count at the first answer.
    """
    pause, why = max(_wishes(history, policy, asked), key=lambda wish: wish[0])
    due, why = _outside_skipped(history, now, now + pause + jitter(pause, chance), why, chance)
    return replace(
        history,
        attempted=now,
        succeeded=now,
        next=due,
        why=SafeText(why),
        failures=0,
        error=EMPTY,
        gone=False,
        asked_to_wait=False,
        news=_believable(history.news, now) or now,
        whole=_believable(history.whole, now),
        asked=history.asked + 1,
    )


def after_failure(
    history: FetchHistory,
    now: int,
    policy: Policy,
    error: SafeText,
    wait: int | None,
    chance: float,
) -> FetchHistory:
    """The history after a feed was asked in vain. `wait` is what its host asked for, in seconds.

    Validators are kept: what was read before is still what they stand for.
    """
    failures = history.failures + 1
    pause = _backed_off(_usual(history, policy)[0], failures, wait)
    latest = now + max(pause, LONGEST_PAUSE)
    due = min(now + pause + jitter(pause, chance), latest)
    due, why = _outside_skipped(history, now, due, _why_later(failures, pause, wait), chance)
    return replace(
        history,
        attempted=now,
        next=due,
        why=SafeText(why),
        failures=failures,
        error=error,
        asked_to_wait=wait is not None,
        asked=history.asked + 1,
    )


def open_to_a_person(history: FetchHistory) -> FetchHistory:
    """The history after a failure whose pause is ours: the host forbade nothing."""
    return replace(history, asked_to_wait=False)


def after_gone(history: FetchHistory, now: int, error: SafeText) -> FetchHistory:
    """The history after the host said that the feed is gone for good; what was read stays."""
    why = "its host says that it is gone for good; `feedtui refresh NAME` asks it again"
    return replace(
        history,
        attempted=now,
        next=0,
        why=SafeText(why),
        failures=history.failures + 1,
        error=error,
        gone=True,
        asked_to_wait=False,
        asked=history.asked + 1,
    )


def _believable(time: int, now: int) -> int:
    """A kept time; 0 for one that is still ahead, which a clock has written that jumped."""
    return time if time <= now else 0


def _usual(history: FetchHistory, policy: Policy) -> tuple[int, str]:
    """The person's interval, or what the feed's rhythm makes of it: half of a typical gap."""
    interval = policy.interval
    if not policy.learns or history.rhythm is None:
        return interval, every(interval)
    lowest = min(interval, max(SHORTEST_LEARNED, interval // 2))
    learned = min(max(history.rhythm // 2, lowest), max(LONGEST_LEARNED, interval))
    return learned, f"it brings something about {every(history.rhythm)}"


def _backed_off(usual: int, failures: int, wait: int | None) -> int:
    """The usual pause, doubled by every failure after the first; a host's wish is the shortest."""
    wish = min(wait or 0, LONGEST_PAUSE)
    first = max(usual, min(wish, HOUR))
    doubled = first << min(max(failures - 1, 0), 20)
    return max(min(doubled, max(first, DAY)), wish)


def _wishes(history: FetchHistory, policy: Policy, asked: int | None) -> list[tuple[int, str]]:
    """The pauses that count, each with its reason; of equal ones the first is told."""
    wishes = [_usual(history, policy)]
    if asked is not None:
        words = f"its host asks for {_at_most(asked)} between requests (max-age or Expires)"
        wishes.append((min(asked, DAY), words))
    if history.pace.ttl is not None:
        words = f"the feed asks for {_at_most(history.pace.ttl)} (ttl or updatePeriod)"
        wishes.append((min(history.pace.ttl, DAY), words))
    return wishes


def _at_most(seconds: int) -> str:
    return "a day or more" if seconds > DAY else span(seconds)


def _why_later(failures: int, pause: int, wait: int | None) -> str:
    if wait is not None:
        return f"its host asks for a pause ({span(pause)})"
    times = "it failed" if failures == 1 else f"it failed {failures} times in a row"
    return f"{times}, so it is asked again after {span(pause)}"


def _outside_skipped(
    history: FetchHistory, now: int, due: int, why: str, chance: float
) -> tuple[int, str]:
    """A time moved out of the hours and days that a feed names, but not beyond a day from now.

    One that is a day away or more by itself is moved by half a day at most.
    """
    latest = max(now + DAY, due + DAY // 2)
    moved = due
    while moved <= latest and _skipped(history.pace, moved):
        moved = moved - moved % HOUR + HOUR
    if moved == due:
        return due, why
    name = _skipped(history.pace, due)
    if moved > latest:
        return latest, f"it asks to be left alone for longer than that ({name})"
    shifted = min(moved + jitter(HOUR, chance), latest)
    return shifted, f"it asks to be left alone until {_clock(moved)} ({name})"


def _skipped(pace: Pace, moment: int) -> str:
    """By which of a feed's wishes it isn't to be asked at a moment; empty when by none."""
    time = datetime.fromtimestamp(moment, UTC)
    if time.hour in pace.skip_hours:
        return "skipHours"
    return "skipDays" if time.weekday() in pace.skip_days else ""


def _clock(moment: int) -> str:
    return f"{datetime.fromtimestamp(moment, UTC):%H:%M} UTC"
