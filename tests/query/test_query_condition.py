from dataclasses import replace
from datetime import datetime

from feedtui.clean import clean_line
from feedtui.model import WELCOME, Source
from feedtui.query.condition import complaint, condition

NOW = int(datetime(2026, 9, 21, 12).astimezone().timestamp())
DAY = 86400
A = "https://a.example/"


def source(url: str = A, error: str = "", succeeded: int = 0, latest: int = 0) -> Source:
    known = Source(url, clean_line("A"), error=clean_line(error))
    return replace(known, succeeded=succeeded, latest=latest)


def test_a_feed_with_news_is_well_and_nothing_is_said_of_it() -> None:
    well = source(succeeded=NOW, latest=NOW - 100 * DAY)
    assert (condition(well, NOW), complaint(well, NOW)) == ("well", "")
    assert condition(source(), NOW) == "well"


def test_a_feed_that_fails_says_why() -> None:
    failing = source(error="410 gone", succeeded=NOW - DAY)
    assert (condition(failing, NOW), complaint(failing, NOW)) == ("failing", "fails: 410 gone")
    assert condition(source(error="no such host"), NOW) == "failing"


def test_a_feed_that_has_failed_for_a_month_says_since_when() -> None:
    lost = source(error="timed out", succeeded=NOW - 40 * DAY, latest=NOW)
    assert condition(lost, NOW) == "lost"
    assert complaint(lost, NOW) == "no answer since 12 August 2026: timed out"


def test_a_feed_without_news_for_half_a_year_is_silent_but_the_built_in_one_may_be() -> None:
    silent = source(succeeded=NOW, latest=NOW - 200 * DAY)
    assert condition(silent, NOW) == "silent"
    assert complaint(silent, NOW) == "nothing new since 5 March 2026"
    assert condition(source(WELCOME, latest=NOW - 200 * DAY), NOW) == "well"
