import json

import msgspec
import pytest

from feedtui.feeds.parse import parse
from feedtui.model import Feed, Pace

ADDRESS = "https://example.org/feed.xml"
ITEM = "<item><title>One</title></item>"


def pace(body: bytes) -> Pace:
    feed = parse(body, ADDRESS)
    assert isinstance(feed, Feed)
    return feed.pace


def rss(said: str) -> bytes:
    spaces = "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'"
    return f"<rss version='2.0' {spaces}><channel><title>T</title>{said}</channel></rss>".encode()


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("<hour>1</hour><hour> 02 </hour><hour>23</hour>", (1, 2, 23)),
        ("<hour>24</hour>", (0,)),
        ("<hour>0</hour><hour>24</hour><hour>5</hour><hour>5</hour>", (0, 5)),
        ("<hour>25</hour><hour>-1</hour><hour>night</hour><hour>999999999</hour><hour/>", ()),
        ("".join(f"<hour>{hour}</hour>" for hour in range(24)), ()),
        ("", ()),
    ],
)
def test_hours_that_a_feed_skips_are_those_of_a_day(said: str, hours: tuple[int, ...]) -> None:
    assert pace(rss(f"<skipHours>{said}</skipHours>{ITEM}")) == Pace(skip_hours=hours)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("<day>Saturday</day><day>SUNDAY</day>", (5, 6)),
        ("<day> monday </day><day>Monday</day>", (0,)),
        ("<day>Someday</day><day>7</day><day>Mon</day>", ()),
    ],
)
def test_days_that_a_feed_skips_are_those_of_a_week(said: str, days: tuple[int, ...]) -> None:
    assert pace(rss(f"{ITEM}<skipDays>{said}</skipDays>")) == Pace(skip_days=days)


def test_what_an_entry_quotes_is_not_said_of_the_feed() -> None:
    quoted = "<![CDATA[<skipDays><day>Monday</day></skipDays>]]>"
    assert pace(rss(f"<item><description>{quoted}</description></item>")) == Pace()


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("<ttl>60</ttl>", 3600),
        ("<ttl>0</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>999999999999</ttl>", 366 * 86_400),
        (f"<ttl>{'9' * 5000}</ttl>", None),
    ],
)
def test_a_pause_in_minutes_is_sensible_or_none(said: str, seconds: int | None) -> None:
    assert pace(rss(said + ITEM)) == Pace(seconds)


@pytest.mark.parametrize(
    ("period", "frequency", "seconds"),
    [
        ("Daily", "", 86_400),
        ("daily", "4", 21_600),
        ("hourly", "0", 3600),
        ("hourly", "-2", 3600),
        ("hourly", "9999999", None),
        ("never", "1", None),
    ],
)
def test_a_period_is_shared_by_its_updates(
    period: str, frequency: str, seconds: int | None
) -> None:
    said = f"<sy:updatePeriod>{period}</sy:updatePeriod>"
    often = f"<sy:updateFrequency>{frequency}</sy:updateFrequency>"
    assert pace(rss(said + often + ITEM)) == Pace(seconds)


def test_rss_in_json_has_the_same_pace_and_it_can_be_stored() -> None:
    channel = {
        "ttl": 5 * 10**17,
        "skipHours": {"hour": [24, "3", None, {}, 99]},
        "skipDays": {"day": "Friday"},
        "item": [{"title": "One"}],
    }
    found = pace(json.dumps({"rss": {"channel": channel}}).encode())
    assert found == Pace(366 * 86_400, (0, 3), (4,))
    assert msgspec.json.decode(msgspec.json.encode(found), type=Pace) == found
