"""An entry that comes under a new name is recognised by its looks.

Sites change their scheme of guids, or to https, or to another host; some write the time into every
guid. An entry under a new name that looks like one which the feed has dropped at the same time, is
that one. “Looks like” is a ladder from sure to less sure, and on each rung only what looks like
nothing else counts, on both sides. In doubt two entries stay two: one too many is better than one
lost.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from feedtui.feeds.identity import digest
from feedtui.feeds.sameness import path_of, place_of, plain_address
from feedtui.model import Entry, Head, StoredFeed

_CLOCKS_DIFFER = 24 * 60 * 60
"""Seconds that a date may lie in the future: other people's time zones, and their clocks."""

_EDITED = 12 * 60 * 60
"""Seconds that a date may move when an entry is edited. Tomorrow's forecast at the same address is
another entry."""

_Looks = tuple[str, ...]


def believed(date: int | None, now: int) -> int | None:
    """A date, unless it lies in the future: a careless feed would pin itself to every list."""
    return None if date is None or date > now + _CLOCKS_DIFFER else date


def published(entry: Entry, now: int) -> int | None:
    """When an entry appeared, as far as its feed says it and can be believed."""
    return believed(entry.updated if entry.published is None else entry.published, now)


def taken_over(
    old: StoredFeed, listed: Mapping[str, Entry], kept: Collection[str], now: int
) -> dict[str, str]:
    """The ids of dropped entries that come again under new ids, by these."""
    known = {head.id for head in old.heads}
    new = {name: entry for name, entry in listed.items() if name not in known}
    gone = [head for head in old.heads if head.id not in listed and head.id not in kept]
    if not new or not gone:
        return {}
    arrived = {name: _sight(entry, now) for name, entry in new.items()}
    dropped = dict(_likely(gone, arrived.values()))
    moved: dict[str, str] = {}
    for rung in _LADDER:
        moved |= _matches(rung, _without(arrived, set(moved)), _without(dropped, {*moved.values()}))
    return moved


@dataclass(frozen=True, slots=True)
class _Sight:
    """An entry as a person recognises it."""

    link: str
    title: str
    date: int | None
    digest: str


def _text_and_all(sight: _Sight) -> _Looks:
    return (sight.digest,)


def _page_and_title(sight: _Sight) -> _Looks:
    return (plain_address(sight.link), sight.title) if sight.link and sight.title else ()


def _place_title_and_date(sight: _Sight) -> _Looks:
    """Without the query of the link, which may be new with each fetch."""
    found = (place_of(sight.link), sight.title, str(sight.date or ""))
    return found if all(found) else ()


def _path_and_title(sight: _Sight) -> _Looks:
    """Without the host of the link: the site has moved."""
    found = (path_of(sight.link), sight.title)
    return found if all(found) else ()


_LADDER = (_text_and_all, _page_and_title, _place_title_and_date, _path_and_title)


def _likely(gone: Iterable[Head], arrived: Collection[_Sight]) -> Iterator[tuple[str, _Sight]]:
    """Those with the title or the text of one that came; old feeds have dropped thousands."""
    titles = {sight.title for sight in arrived}
    digests = {sight.digest for sight in arrived}
    for head in gone:
        if head.title in titles or head.digest in digests:
            yield head.id, _Sight(head.link, head.title, head.published, head.digest)


def _sight(entry: Entry, now: int) -> _Sight:
    return _Sight(entry.link, entry.title, published(entry, now), digest(entry))


def _without(sights: Mapping[str, _Sight], names: set[str]) -> dict[str, _Sight]:
    return {name: sight for name, sight in sights.items() if name not in names}


def _matches(
    rung: Callable[[_Sight], _Looks], arrived: Mapping[str, _Sight], dropped: Mapping[str, _Sight]
) -> dict[str, str]:
    before, after = _singles(rung, dropped), _singles(rung, arrived)
    pairs = ((after[looks], before[looks]) for looks in after if looks in before)
    return {name: former for name, former in pairs if _may_be_one(dropped[former], arrived[name])}


def _may_be_one(before: _Sight, after: _Sight) -> bool:
    if before.digest == after.digest or before.date is None or after.date is None:
        return True
    return abs(before.date - after.date) <= _EDITED


def _singles(rung: Callable[[_Sight], _Looks], sights: Mapping[str, _Sight]) -> dict[_Looks, str]:
    """What looks like nothing else, by how it looks."""
    names: dict[_Looks, list[str]] = {}
    for name, sight in sights.items():
        if looks := rung(sight):
            names.setdefault(looks, []).append(name)
    return {looks: alike[0] for looks, alike in names.items() if len(alike) == 1}
