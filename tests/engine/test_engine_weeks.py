"""Five weeks of an hourly refresh, as the hosts' log has them: each request, and when it came.

The feeds say nothing new, so that only the rules of asking decide. What is expected is worked out
here, from the rules as they are written down, and not from what the engine has noted for itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest

from feedtui.config.settings import Fetch, Settings
from feedtui.library.home import Home
from feedtui.model import Subscription, Unchanged, Updated
from loopback import Logged, Loopback, Page, rss
from running import Engine
from world import NOON, Clock

HOUR, DAY = 3600, 86400
INTERVAL = 6 * HOUR
WEEKS = 5 * 7 * DAY
SKIPPED = range(6)
"""Hours of GMT in which the feed of many wishes is not to be asked."""

DOCUMENT = rss("One")
WISHES = "".join(f"<hour>{hour}</hour>" for hour in SKIPPED)
WISHFUL = DOCUMENT.replace("<item>", f"<ttl>600</ttl><skipHours>{WISHES}</skipHours><item>", 1)


@dataclass
class Log:
    """Requests by path: the hours after the beginning, and the requests themselves."""

    hours: dict[str, list[int]] = field(default_factory=dict)
    requests: dict[str, list[Logged]] = field(default_factory=dict)

    def add(self, request: Logged, hour: int) -> None:
        self.hours.setdefault(request.path, []).append(hour)
        self.requests.setdefault(request.path, []).append(request)

    def sent(self, path: str, header: str) -> list[str | None]:
        return [each.headers.get(header) for each in self.requests[path]]


Answer = Callable[[int], Page]
"""What a path answers when it is asked for the n-th time, counted from 0."""


def always(page: Page) -> Answer:
    return lambda _: page


def conditional(count: int) -> Page:
    """A feed with an ETag, which then is not modified, but for the one who asks for the whole."""
    whole = count in {0, 30 * DAY // INTERVAL}
    return Page(DOCUMENT, headers={"ETag": '"1"'}) if whole else Page(status=304)


def crowded(count: int) -> Page:
    pauses: tuple[dict[str, str], ...] = ({"Retry-After": str(2 * DAY)}, {}, {})
    return Page(status=429, headers=pauses[count]) if count < len(pauses) else Page(DOCUMENT)


ANSWERS: Mapping[str, Answer] = {
    "/etag": conditional,
    "/plain": always(Page(DOCUMENT)),
    "/crowded": crowded,
    "/beside": always(Page(DOCUMENT)),
    "/leaving": lambda count: Page(DOCUMENT) if count == 0 else Page(status=410),
    "/old": always(Page(status=301, headers={"Location": "/new"})),
    "/new": always(Page(DOCUMENT, headers={"ETag": '"n"'})),
    "/failing": always(Page(status=500)),
    "/wishful": always(Page(WISHFUL, headers={"Cache-Control": "max-age=43200", "Age": "3600"})),
}


@pytest.fixture
def engine(home: Home, clock: Clock) -> Engine:
    return Engine(home, clock, Settings(fetch=Fetch(interval=INTERVAL, per_host=1)))


@pytest.fixture
async def log(engine: Engine, loopback: Loopback) -> Log:
    """Five weeks in which a refresh is started every hour."""
    elsewhere = loopback.address.replace("127.0.0.1", "localhost")
    feeds = [
        Subscription((elsewhere if path in {"/crowded", "/beside"} else loopback.address) + path)
        for path in ANSWERS
        if path != "/new"
    ]
    log = Log()
    for hour in range(WEEKS // HOUR):
        for path, answer in ANSWERS.items():
            loopback.pages[path] = answer(len(log.hours.get(path, ())))
        feeds = await refreshed(engine, feeds)
        for request in loopback.log:
            log.add(request, hour)
        loopback.log.clear()
        engine.clock.advance(HOUR)
    return log


async def refreshed(engine: Engine, feeds: list[Subscription]) -> list[Subscription]:
    """The feeds after a refresh, those that have moved for good at their new addresses."""
    outcomes = await engine.run(feeds)
    moved = {
        outcome.feed: outcome.moved
        for outcome in outcomes.values()
        if isinstance(outcome, Updated | Unchanged) and outcome.moved
    }
    return [
        replace(feed, url=moved[feed.url], formerly=feed.url) if feed.url in moved else feed
        for feed in feeds
    ]


def every(pause: int, since: int = 0, until: int = WEEKS) -> list[int]:
    return list(range(since // HOUR, until // HOUR, pause // HOUR))


def wished() -> list[int]:
    """Eleven hours apart (max-age minus Age; ttl wants less), but never in the skipped hours."""
    hours, due = [], 0
    while due < WEEKS:
        hour = -(-due // HOUR)
        hours.append(hour)
        due = hour * HOUR + 11 * HOUR
        while (NOON + due) // HOUR % 24 in SKIPPED:
            due += HOUR - (NOON + due) % HOUR
    return [hour for hour in hours if hour < WEEKS // HOUR]


async def test_five_weeks_of_requests_are_those_that_the_rules_allow_and_no_others(
    log: Log,
) -> None:
    week, six, usual = 7 * DAY, 6, INTERVAL
    assert log.hours == {
        "/etag": every(usual),
        "/plain": every(usual),
        # Two days of Retry-After; then the second and third failure in a row, 12 and 24 hours.
        "/crowded": [0, 48, 60, *every(usual, 84 * HOUR)],
        # Not before its host's two days are over, and an hour after the 429 of hour 60.
        "/beside": [48, 54, *every(usual, 61 * HOUR)],
        "/leaving": [0, six],
        "/old": every(usual, 0, week + HOUR),
        "/new": every(usual),
        "/failing": [0, six, *every(DAY, 18 * HOUR)],
        "/wishful": wished(),
    }
    assert {(NOON + hour * HOUR) // HOUR % 24 for hour in log.hours["/wishful"]}.isdisjoint(SKIPPED)
    # Conditional but for the first time, and once after thirty days without news.
    etags = log.sent("/etag", "If-None-Match")
    assert etags == [None, *['"1"'] * 119, None, *['"1"'] * 19]
    assert set(log.sent("/plain", "If-None-Match")) == {None}
    assert set(log.sent("/old", "If-None-Match")) == {None}
    news = log.sent("/new", "If-None-Match")
    assert news == [None, *['"n"'] * 119, None, *['"n"'] * 19]
    for path in log.requests:
        assert set(log.sent(path, "Cookie")) == set(log.sent(path, "Referer")) == {None}
