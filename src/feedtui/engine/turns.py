"""Whose turn it is: only so many requests at once, fewer at one host, and pauses where one asks.

A request first waits for its host's turn, and only then for one of the places that all hosts share,
so that a slow host holds none of them against the others. Hosts that want a pause between two
requests are asked one by one; what a run can't fit into `LONGEST` is put off to a later one, and is
told so at once. A host that asks for a pause in the middle of a run is left alone from then on.

Redirects lead to hosts whose turn it isn't. So each request, led there or not, also has one of the
few places at the host that it is just at.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from feedtui.clean import SafeText, clean_line
from feedtui.engine.surroundings import Surroundings
from feedtui.engine.watch import Watch
from feedtui.net.answers import Answer, Refused
from feedtui.net.hosts import HostRule, host_of, rule_for, turn_of
from feedtui.net.places import Places
from feedtui.store.hosts import HostLog, HostRecord

LONGEST = 600
"""Seconds that one run may spend on the pauses between the requests to one host."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """Not now: why, and when it may be asked, in seconds since 1970."""

    reason: SafeText
    until: int


@dataclass(frozen=True, slots=True)
class Room:
    """How many requests there may be at once, in all and at one host.

    `pauses` are a person's, in seconds by host; `ready` waits until there is memory for another
    body.
    """

    at_once: int
    per_host: int
    pauses: Mapping[str, int]
    ready: Callable[[], Awaitable[None]]


@dataclass(slots=True)
class _Host:
    name: str
    rule: HostRule
    gate: asyncio.Semaphore
    places: asyncio.Semaphore
    asked: int
    until: int
    free: int = 0
    waiting: int = 0


class Turns:
    """The turns of one run, feeds and pages together."""

    def __init__(self, room: Room, log: HostLog, world: Surroundings, watch: Watch) -> None:
        self._room = room
        self._log = log
        self._world = world
        self._watch = watch
        self._all = asyncio.Semaphore(room.at_once)
        self._end = world.clock() + LONGEST
        self._known = log.read(world.clock())
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def at(self, url: str) -> AsyncIterator[PutOff | None]:
        """Wait until the host of an address may be asked, and ask within the block if it may."""
        host = self._host(url)
        slot = self._reserve(host)
        if put_off := self.forbidden(url) or self._too_late(host, slot):
            yield put_off
            return
        async with self._turn(host, slot):
            put_off = self.forbidden(url)
            if put_off is None:
                await self._begin(host)
            with self._watch.waiting(host.name):
                yield put_off

    def forbidden(self, url: str) -> PutOff | None:
        """The pause that the host of an address has asked for, if it isn't over."""
        host = self._host(url)
        if host.until <= self._world.clock():
            return None
        return PutOff(clean_line("its host asked for a pause"), host.until)

    def on_the_way(self, url: str) -> Places:
        """The places for a request whose turn it is at the host of `url`, wherever it is led."""
        return _OnTheWay(self, self._host(url).name)

    @asynccontextmanager
    async def place(self, url: str, own: str) -> AsyncIterator[int]:
        """A place at the host of an address, which isn't the request's `own`, if it was led there.

        One is held at a time, so that two hosts that lead to each other don't wait for ever.
        """
        host = self._host(url)
        await self._wait_for_place(host)
        try:
            wait = 0 if host.name == own else self._left_alone(host)
            if host.name != own and not wait:
                await self._begin(host)
            yield wait
        finally:
            host.places.release()

    async def _wait_for_place(self, host: _Host) -> None:
        """Whoever has to wait gives back the place that it has among all, and takes one again."""
        if not host.places.locked():
            await host.places.acquire()
            return
        self._all.release()
        try:
            await host.places.acquire()
        finally:
            await self._all.acquire()

    def _left_alone(self, host: _Host) -> int:
        """For how many seconds a host wants no more requests from those who are led there."""
        free = host.asked + host.rule.pause if host.rule.pause else 0
        return max(host.until, free, self._world.clock()) - self._world.clock()

    def others_wait(self, url: str) -> bool:
        """Whether the host of an address will soon be asked for something else."""
        return self._host(url).waiting > 0

    async def close(self, url: str, wait: int) -> None:
        """Leave a host alone for so many seconds, in this run and in later ones."""
        host, now = self._host(url), self._world.clock()
        host.until = max(host.until, now + wait)
        await asyncio.to_thread(self._log.note, host.name, HostRecord(until=host.until), now)

    async def heed(self, answer: Answer) -> None:
        """Leave a host alone if it has just asked for that, for all that is on it."""
        if isinstance(answer, Refused) and answer.closed and answer.wait is not None:
            await self.close(answer.closed, answer.wait)

    def _host(self, url: str) -> _Host:
        name = turn_of(host_of(url), self._room.pauses)
        if name not in self._hosts:
            rule = rule_for(name, self._room.pauses)
            known = self._known.get(name, HostRecord())
            most = rule.at_once or self._room.per_host
            gate, places = asyncio.Semaphore(most), asyncio.Semaphore(most)
            free = known.asked + rule.pause
            self._hosts[name] = _Host(name, rule, gate, places, known.asked, known.until, free)
        return self._hosts[name]

    def _reserve(self, host: _Host) -> int:
        """When the request may be made at the earliest, as things look now."""
        now = self._world.clock()
        if not host.rule.pause:
            return now
        slot = max(now, host.free)
        host.free = slot + host.rule.pause
        return slot

    def _too_late(self, host: _Host, slot: int) -> PutOff | None:
        return PutOff(_one_by_one(host), slot) if slot > self._end else None

    @asynccontextmanager
    async def _turn(self, host: _Host, slot: int) -> AsyncIterator[None]:
        """The host's turn first, and only then a place among all."""
        host.waiting += 1
        async with host.gate:
            await self._wait(host, slot)
            async with self._all:
                host.waiting -= 1
                await self._room.ready()
                yield

    async def _wait(self, host: _Host, slot: int) -> None:
        now = self._world.clock()
        seconds = max(slot, host.asked + host.rule.pause) - now
        if host.rule.pause and seconds > 0 and host.until <= now:
            with self._watch.waiting(host.name):
                await self._world.pause(seconds)

    async def _begin(self, host: _Host) -> None:
        if host.rule.pause:
            host.asked = self._world.clock()
            told = HostRecord(asked=host.asked)
            await asyncio.to_thread(self._log.note, host.name, told, host.asked)


@dataclass(frozen=True, slots=True)
class _OnTheWay:
    turns: Turns
    own: str

    def at(self, url: str, /) -> AbstractAsyncContextManager[int]:
        """As `Turns.place`."""
        return self.turns.place(url, self.own)


def _one_by_one(host: _Host) -> SafeText:
    words = f"{host.name} is asked once in {host.rule.pause} seconds, and other feeds come first"
    return clean_line(words)
