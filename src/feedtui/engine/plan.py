"""When each feed will be asked next, and why then. Pure: it asks nobody and changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from feedtui.clean import SafeText, clean_line
from feedtui.engine.due import Candidate, in_order
from feedtui.model import WELCOME, Move
from feedtui.net.hosts import host_of, rule_for, turn_of
from feedtui.net.manners import is_due
from feedtui.store.hosts import HostRecord


@dataclass(frozen=True, slots=True)
class Hosts:
    """What is known of hosts: what they asked for, and a person's own pauses, in seconds."""

    known: Mapping[str, HostRecord]
    pauses: Mapping[str, int]

    def record(self, url: str) -> HostRecord:
        """What the host of an address asked for."""
        return self.known.get(turn_of(host_of(url), self.pauses), HostRecord())


@dataclass(frozen=True, slots=True)
class Planned:
    """When a feed is asked next, in seconds since 1970; None means never by itself.

    A time that is over means with the next refresh. `feed` is the feed's address, `last` says what
    came of the last request, which was made at `asked`. `moved` is where its host says that it has
    moved to, `taken` that another subscription has that address.
    """

    feed: str
    next: int | None
    why: SafeText
    last: SafeText
    asked: int
    failures: int
    moved: Move | None = None
    taken: bool = False


def plan(feeds: Sequence[Candidate], hosts: Hosts, now: int) -> tuple[Planned, ...]:
    """The plan of all feeds, in the order given."""
    slots = _slots(feeds, hosts, now)
    addresses = {feed.subscription.url for feed in feeds}
    return tuple(
        _in_turn(_planned(feed, hosts, now, addresses), slots.get(feed.subscription.url), now)
        for feed in feeds
    )


def _planned(feed: Candidate, hosts: Hosts, now: int, addresses: set[str]) -> Planned:
    history, url = feed.history, feed.subscription.url
    due, why = _next(feed, now)
    until = hosts.record(url).until
    if due is not None and until > max(due, now):
        due, why = until, clean_line("its host asked for a pause")
    return Planned(
        feed=url,
        next=due,
        why=why,
        last=history.result or history.error,
        asked=history.attempted,
        failures=history.failures,
        moved=history.moved,
        taken=history.moved is not None and history.moved.target in addresses,
    )


def _next(feed: Candidate, now: int) -> tuple[int | None, SafeText]:
    history = feed.history
    if feed.subscription.url == WELCOME:
        return None, clean_line("it is built in")
    if history.gone:
        return None, history.why
    if not history.attempted:
        return now, clean_line("it has not been asked yet")
    if is_due(history, now) and history.next > now:
        return now, clean_line("the time that was kept for it comes from a clock that jumped")
    return history.next, history.why


def _slots(feeds: Sequence[Candidate], hosts: Hosts, now: int) -> dict[str, int]:
    """When feeds that are due have their turn at hosts that want pauses between two requests."""
    free: dict[str, int] = {}
    slots: dict[str, int] = {}
    for feed in in_order([feed for feed in feeds if is_due(feed.history, now)]):
        url = feed.subscription.url
        host, rule = turn_of(host_of(url), hosts.pauses), rule_for(host_of(url), hosts.pauses)
        if rule.pause:
            slot = max(now, free.get(host, hosts.record(url).asked + rule.pause))
            slots[url], free[host] = slot, slot + rule.pause
    return slots


def _in_turn(planned: Planned, slot: int | None, now: int) -> Planned:
    """With the time at which its host's turn comes to it, if that is later."""
    if slot is None or planned.next is None or slot <= max(planned.next, now):
        return planned
    why = clean_line("its host is asked one feed at a time, with pauses between them")
    return replace(planned, next=slot, why=why)
