"""What hosts asked for themselves, whichever feed they were asked about: hosts.json.

A feed's own history says when that feed is due. A host may have many feeds, and when it asks for a
pause it means all of them; and some hosts want a minute between two requests. Both have to be known
to the next run, and to another one at the same time, so each change is made on the file as it is
then. It is a small file, and is only written for hosts that ask for something.

Where it can't be used, a refresh goes on without it, for news that nobody fetches may be lost: what
a host asks for is then known to that run only, and to the history of the feed that was answered so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from feedtui.errors import StoreError
from feedtui.store import atomic
from feedtui.store.documents import read_document

VERSION = 1
LONGEST = 7 * 24 * 3600
"""Seconds. A pause beyond that was written by a clock that had jumped, and means nothing."""


@dataclass(frozen=True, slots=True)
class HostRecord:
    """When a host was last asked, and until when it wants to be left alone; 0 means not known."""

    asked: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True)
class _HostsFile:
    version: int
    hosts: dict[str, HostRecord]


_DECODER = msgspec.json.Decoder(_HostsFile)


class HostLog:
    """The file hosts.json. `lock` serialises changes.

    `warn` is told when it had to be moved aside, and once when it can't be read or written.
    """

    def __init__(self, path: Path, lock: Path, warn: Callable[[str], None]) -> None:
        self._path = path
        self._lock = lock
        self._warn = warn
        self._told = ""

    def read(self, now: int) -> Mapping[str, HostRecord]:
        """What is known of hosts at `now`, and believable then."""
        try:
            return self._known(now)
        except StoreError as error:
            self._do_without(error)
            return {}

    def note(self, host: str, told: HostRecord, now: int) -> None:
        """Add what a host told to what is known of it; the later times count."""
        try:
            self._add(host, told, now)
        except StoreError as error:
            self._do_without(error)

    def _known(self, now: int) -> Mapping[str, HostRecord]:
        found = read_document(self._path, _DECODER, VERSION, self._lost)
        hosts = {} if found is None else found.hosts
        believed = {host: _believed(record, now) for host, record in hosts.items()}
        return {host: record for host, record in believed.items() if record != HostRecord()}

    def _add(self, host: str, told: HostRecord, now: int) -> None:
        with atomic.locked(self._lock):
            hosts = dict(self._known(now))
            hosts[host] = _later(hosts.get(host, HostRecord()), told)
            atomic.write(self._path, msgspec.json.encode(_HostsFile(VERSION, hosts)))

    def _do_without(self, error: StoreError) -> None:
        if not self._told:
            self._told = f"{error}; which hosts ask for a pause is known to this run only"
            self._warn(self._told)

    def _lost(self, what: str) -> None:
        self._warn(f"{what}; which hosts asked for a pause is forgotten")


def _believed(record: HostRecord, now: int) -> HostRecord:
    """A record without the times that are over or can't be."""
    asked = record.asked if now - LONGEST < record.asked <= now else 0
    until = record.until if now < record.until <= now + LONGEST else 0
    return replace(record, asked=asked, until=until)


def _later(one: HostRecord, other: HostRecord) -> HostRecord:
    return HostRecord(max(one.asked, other.asked), max(one.until, other.until))
