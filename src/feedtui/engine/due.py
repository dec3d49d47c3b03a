"""Which feeds are asked in a run, in what order, and why the others are not. Pure.

what is due     the usual refresh: the feeds whose time has come
all             `--force`: also those whose time hasn't, but what a host has forbidden
what is named   as all, and a feed that its host has declared gone, because a person says so
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from feedtui.clean import SafeText
from feedtui.model import WELCOME, FetchHistory, Skipped, Subscription
from feedtui.net.hosts import spread
from feedtui.net.manners import is_due, is_forbidden

Urgency = Literal["due", "all", "named"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a run is asked to do.

    `since` is the time since which it has waited for another run to end, if it had to: what that
    one has asked since then is not asked again.
    """

    urgency: Urgency = "due"
    since: int | None = None


WHAT_IS_DUE = Wish()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feed that may be asked, and what is known of asking it."""

    subscription: Subscription
    history: FetchHistory


def reason_to_skip(feed: Candidate, wish: Wish, now: int) -> SafeText | None:
    """Why a feed is not asked now, as far as it is the feed itself that decides."""
    history = feed.history
    if feed.subscription.url == WELCOME:
        return SafeText("it is built in")
    if history.gone:
        named = wish.urgency == "named"
        return None if named else SafeText("its host says that it is gone for good")
    if is_forbidden(history, now):
        return SafeText("its host asked for a pause")
    if wish.since is not None and wish.since <= history.attempted <= now:
        return SafeText("another refresh has just asked it")
    if wish.urgency == "due" and not is_due(history, now):
        return SafeText("it is not due yet")
    return None


def skipped(feed: Candidate, wish: Wish, now: int) -> Skipped | None:
    """The outcome of a feed that is not asked; None for one that is."""
    reason = reason_to_skip(feed, wish, now)
    return None if reason is None else Skipped(feed.subscription.url, reason, feed.history.next)


def in_order(feeds: Sequence[Candidate]) -> list[Candidate]:
    """The feeds in the order of asking: hosts spread out, at each the longest not asked first."""
    waiting = sorted(feeds, key=lambda feed: feed.history.attempted)
    return [waiting[place] for place in spread([feed.subscription.url for feed in waiting])]
