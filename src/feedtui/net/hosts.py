"""Whose feeds these are: feeds that lie on one host share its patience.

Most hosts bear two requests at a time. A few say that they don't, and are in a table; a person can
add others, and has the last word on those that are there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class HostRule:
    """How a host wants to be asked.

    `pause` is in seconds between the starts of two requests, 0 for none; `at_once` how many may be
    under way, None for what the settings say.
    """

    pause: int = 0
    at_once: int | None = None


STRICT: Mapping[str, HostRule] = {
    # Since June 2026 its feeds answer 429 to the second request within a minute from whoever isn't
    # logged in, whatever the path (FreshRSS issue 8928, NetNewsWire issue 5328).
    "reddit.com": HostRule(pause=60, at_once=1),
}
"""Hosts that are known to bear less than others, by their names and those of all below them."""


def host_of(url: str) -> str:
    """The host of an address, by which rules and turns are kept; empty when it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def rule_for(host: str, own: Mapping[str, int]) -> HostRule:
    """How to ask a host. `own` has a person's pauses in seconds, by the names of hosts.

    A name stands for all below it; the longest that fits counts, and the person's before ours.
    """
    for name in _names(host):
        if name in own:
            return HostRule(own[name], 1 if own[name] else None)
        if name in STRICT:
            return STRICT[name]
    return HostRule()


def turn_of(host: str, own: Mapping[str, int]) -> str:
    """The name in whose turn a host is asked: those below one in the table share its patience."""
    return next((name for name in _names(host) if name in own or name in STRICT), host)


def spread(urls: Sequence[str]) -> list[int]:
    """An order of addresses, as indexes, in which those of one host lie evenly over the whole.

    So no host gets all its requests in a row (the advice of Open RSS's guide for readers). Hosts
    with one address each keep the order that they have.
    """
    hosts = [host_of(url) for url in urls]
    feeds = Counter(hosts)
    groups = [host if feeds[host] > 1 else _ALONE for host in hosts]
    size = Counter(groups)
    seen: Counter[str] = Counter()
    places: list[float] = []
    for group in groups:
        places.append((seen[group] + 0.5) / size[group])
        seen[group] += 1
    return sorted(range(len(urls)), key=places.__getitem__)


_ALONE = ""


def _names(host: str) -> Iterator[str]:
    while host:
        yield host
        host = host.partition(".")[2]
