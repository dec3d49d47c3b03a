"""What a run of the engine is given: where it keeps things, and what it takes from the world."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from feedtui.store.cache import FeedCache
from feedtui.store.hosts import HostLog


@dataclass(frozen=True, slots=True)
class Stores:
    """What feeds said, and what their hosts asked for."""

    feeds: FeedCache
    hosts: HostLog


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The time in seconds since 1970, chance between 0 and 1, and how to wait for some seconds.

    `environment` is for the programs that feeds.toml names as feeds.
    """

    clock: Callable[[], int]
    chance: Callable[[], float]
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    environment: Mapping[str, str] = field(default_factory=dict)
