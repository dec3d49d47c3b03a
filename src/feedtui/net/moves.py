"""When a redirect is believed to be for good.

A hotel's network redirects everything to its login page, permanently; a host in the middle of its
own move may say so by mistake. So a permanent redirect (301, 308; RFC 9110 15.4.2 and 15.4.9) has
to be seen three times over seven days, each time with a feed at its end, before the address in
feeds.toml changes. 302, 303 and 307 never change it. A person who takes a feed back has the last
word: the same redirect changes nothing any more.
"""

from dataclasses import replace

from feedtui.clean import SafeText
from feedtui.model import EMPTY, FetchHistory, Move
from feedtui.net.pauses import WEEK

TIMES = 3
"""How often a move has to be seen."""

OVER = WEEK
"""Seconds that lie between the first and the last time, at least."""


def moved(history: FetchHistory, target: str, now: int) -> FetchHistory:
    """The history after a good answer at the end of permanent redirects to `target`.

    Empty means that there were none: then an earlier one was a mistake, and is forgotten.
    """
    return replace(history, moved=_seen(history.moved, target, now) if target else None)


def is_settled(move: Move, now: int) -> bool:
    """Whether a move was seen often enough, over long enough, to be believed."""
    often = move.times >= TIMES and move.first + OVER <= move.last <= now
    return often and not move.declined


def moved_by_person(history: FetchHistory, target: str, now: int) -> FetchHistory:
    """The history of a feed that a person has given another address.

    It is asked there as soon as its host allows, even if it was gone before; without validators,
    unless they are from there.
    """
    own = history.address == target
    return replace(
        history,
        etag=history.etag if own else "",
        last_modified=history.last_modified if own else "",
        next=history.next if history.asked_to_wait else now,
        why=SafeText("it has a new address"),
        gone=False,
        failures=0,
        error=EMPTY,
        moved=None,
    )


def taken_back(history: FetchHistory, target: str, now: int) -> FetchHistory:
    """The history of a feed that a person took back from `target`, where its host sends it."""
    return replace(history, moved=Move(target, now, now, declined=True))


def _seen(before: Move | None, target: str, now: int) -> Move:
    if before is None or before.target != target or before.last > now:
        return Move(target, now, now)
    return replace(before, last=now, times=before.times + 1)
