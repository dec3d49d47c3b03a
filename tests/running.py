"""The engine at the push of a button, in a world that stands still."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from feedtui.config.settings import Fetch, Settings
from feedtui.engine.due import Urgency, Wish
from feedtui.engine.refresh import refresh
from feedtui.engine.surroundings import Stores, Surroundings
from feedtui.library.home import Home
from feedtui.model import FetchHistory, Outcome, Subscription
from feedtui.store.cache import FeedCache
from world import Clock

SETTINGS = Settings(fetch=Fetch(silence_timeout=1, timeout=20, max_body_mib=1))


@dataclass
class Engine:
    """Refreshes; `pauses` are the seconds that it waited, which the clock goes on by."""

    home: Home
    clock: Clock
    settings: Settings = SETTINGS
    pauses: list[float] = field(default_factory=list)

    @property
    def cache(self) -> FeedCache:
        return self.home.cache()

    @property
    def stores(self) -> Stores:
        return Stores(self.cache, self.home.hosts())

    @property
    def world(self) -> Surroundings:
        return Surroundings(self.clock.seconds, lambda: 0.0, self._pause)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.clock.advance(math.ceil(seconds))

    async def run(
        self,
        feeds: Iterable[str | Subscription],
        urgency: Urgency = "due",
        since: int | None = None,
    ) -> dict[str, Outcome]:
        """The outcomes, by address, in the order in which they came."""
        outcomes: list[Outcome] = []
        wanted = [Subscription(feed) if isinstance(feed, str) else feed for feed in feeds]
        await refresh(
            wanted,
            self.stores,
            self.settings,
            self.world,
            outcomes.append,
            wish=Wish(urgency, since),
        )
        assert len(outcomes) == len(wanted)
        return {outcome.feed: outcome for outcome in outcomes}

    async def one(self, url: str, urgency: Urgency = "due") -> Outcome:
        return (await self.run([url], urgency))[url]

    def history(self, url: str) -> FetchHistory:
        return self.cache.history(url)


def addresses(outcomes: dict[str, Outcome], kind: type[Outcome]) -> Sequence[str]:
    """The feeds that had an outcome of a kind."""
    return [url for url, outcome in outcomes.items() if isinstance(outcome, kind)]
