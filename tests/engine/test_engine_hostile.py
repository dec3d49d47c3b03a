"""No header and no body of one feed ends a refresh: each is an outcome, and the others go on."""

import json
from collections.abc import Iterator

import pytest

from feedtui.cli.outcomes import outcome_line, outcome_record
from feedtui.cli.printing import as_json
from feedtui.engine.due import Candidate
from feedtui.engine.plan import Hosts, plan
from feedtui.library.home import Home
from feedtui.model import Failed, Outcome, Subscription, Unchanged, Updated
from hostile import Behaviour, Hostile, http, resets, serve_hostile
from loopback import rss
from running import Engine
from world import Clock

FEED = rss("One").encode()
NINES = "9" * 40


def named(title: str) -> bytes:
    return (
        f'{{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{title}]}}'.encode()
    )


GOOD: dict[str, bytes | Behaviour] = {
    "an ETag that is no ASCII": http("200 OK", 'ETag: "é\x80"', body=FEED),
    "an ETag of 100 KB": http("200 OK", f'ETag: "{"a" * 7000}"', body=FEED),
    "an absurd max-age": http("200 OK", f"Cache-Control: max-age={NINES}", body=FEED),
    "a negative max-age": http("200 OK", "Cache-Control: max-age=-1", body=FEED),
    "an absurd Age": http("200 OK", f"Age: {NINES}", "Cache-Control: max-age=60", body=FEED),
    "an Expires of the year 99999": http(
        "200 OK", "Expires: Fri, 31 Dec 99999 23:59:59 GMT", body=FEED
    ),
    "a media type that is no ASCII": http("200 OK", b"Content-Type: te\xffxt/\x9bxml", body=FEED),
    "a charset that is none": http("200 OK", "Content-Type: text/xml; charset=\x1b[2J", body=FEED),
    "a lone surrogate in a title": http(
        "200 OK", body=named('{"id":"1","title":"\\ud800 end","content_text":"\\udfff"}')
    ),
    "escape sequences in a title": http("200 OK", body=rss("\x9b2J&#27;]0;pwned&#7;").encode()),
    "an absurd ttl": http(
        "200 OK", body=FEED.replace(b"<item>", f"<ttl>{NINES}</ttl><item>".encode())
    ),
    "an absurd date": http(
        "200 OK",
        body=FEED.replace(b"<guid>", b"<pubDate>Mon, 99 Foo 99999 99:99:99 +9999</pubDate><guid>"),
    ),
}
BAD: dict[str, bytes | Behaviour] = {
    "an absurd Retry-After": http("429 Slow down", f"Retry-After: {NINES}"),
    "a Retry-After of the year 99999": http(
        "503 Busy", "Retry-After: Fri, 31 Dec 99999 23:59:59 GMT"
    ),
    "a reason with escape sequences": http("500 \x1b]0;pwned\x07\x9b31m oh"),
    "a redirect to bytes that are no text": http(
        "301 Moved", b"Location: http://\xff\xfe\x80/\xff"
    ),
    "a redirect into a bracket": http("302 Found", "Location: http://[::1/"),
    "a redirect to a port that is none": http("302 Found", "Location: http://127.0.0.1:99999/"),
    "a body that is no feed": http("200 OK", body=bytes(range(256))),
    "a JSON number that is too long": http("200 OK", body=f'{{"version":{"9" * 5000}}}'.encode()),
    "JSON a hundred thousand deep": http("200 OK", body=b"[" * 100_000),
    "XML a hundred thousand deep": http("200 OK", body=b"<a>" * 100_000),
    "a broken connection": resets,
}


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    answers = {f"/{each}": answer for each, answer in enumerate([*GOOD.values(), *BAD.values()])}
    with serve_hostile(answers) as host:
        yield host


@pytest.fixture
async def outcomes(home: Home, clock: Clock, hostile: Hostile) -> dict[str, Outcome]:
    """What came of each, by its words; asked at once, like any other feeds."""
    names = [*GOOD, *BAD]
    # The one that closes its host goes last.
    names.sort(key=lambda name: name == "an absurd Retry-After")
    engine = Engine(home, clock)
    came: dict[str, Outcome] = {}
    for name in names:
        url = hostile.url(f"/{[*GOOD, *BAD].index(name)}")
        came[name] = await engine.one(url)
    return came


async def test_every_hostile_answer_is_an_outcome_that_can_be_told(
    outcomes: dict[str, Outcome],
) -> None:
    expected = dict.fromkeys(GOOD, "Updated") | dict.fromkeys(BAD, "Failed")
    assert {name: type(outcome).__name__ for name, outcome in outcomes.items()} == expected
    for outcome in outcomes.values():
        told = as_json(outcome_record(outcome)) + outcome_line(outcome)
        assert told.replace("\t", "").isprintable()
        assert json.loads(as_json(outcome_record(outcome)))["feed"] == outcome.feed
        told.encode()


async def test_every_hostile_feed_can_be_planned_and_asked_again(
    outcomes: dict[str, Outcome], home: Home, clock: Clock, hostile: Hostile
) -> None:
    engine = Engine(home, clock)
    urls = [outcome.feed for outcome in outcomes.values()]
    feeds = [Candidate(Subscription(url), engine.history(url)) for url in urls]
    week = 7 * 86400
    for planned in plan(feeds, Hosts({}, {}), clock.seconds()):
        assert planned.next is not None
        assert planned.next <= clock.seconds() + week * 1.1
    clock.advance(8 * 86400)
    again = await engine.run(urls)
    assert {type(again[outcomes[name].feed]) for name in GOOD} <= {Unchanged, Updated}


async def test_hostile_feeds_beside_each_other_cost_each_only_itself(
    home: Home, clock: Clock, hostile: Hostile
) -> None:
    urls = [hostile.url(f"/{each}") for each in range(len(GOOD) + len(BAD))]
    del urls[[*GOOD, *BAD].index("an absurd Retry-After")]
    outcomes = await Engine(home, clock).run(urls)
    assert sum(isinstance(each, Updated) for each in outcomes.values()) == len(GOOD)
    assert sum(isinstance(each, Failed) for each in outcomes.values()) == len(BAD) - 1
