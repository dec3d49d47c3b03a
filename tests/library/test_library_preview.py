"""What a feed is like, before it is subscribed to."""

import pytest

from feedtui.clean import clean_line
from feedtui.library.pace import DAY, WEEK
from feedtui.library.preview import facts, name_of, preview_of, weekly
from feedtui.model import Entry, Feed
from feedtui.pages.carried import Carried, carried
from world import NOON

LONG = "<p>" + "word " * 150 + "</p>"


def feed(*ages: int) -> Feed:
    entries = tuple(
        Entry(str(age), clean_line(f"Number {age}"), published=NOON - age) for age in ages
    )
    return Feed(clean_line("Colours"), entries=entries)


def test_a_preview_names_the_newest_entries_first() -> None:
    document = feed(3 * DAY, DAY, 2 * DAY)
    preview = preview_of("https://a.example/", document, "Atom", Carried(), NOON, subscribed=True)
    assert [each.title for each in preview.latest] == [
        "Number 86400",
        "Number 172800",
        "Number 259200",
    ]
    assert preview.subscribed
    assert name_of(preview) == "Colours (Atom)"


def test_a_preview_says_in_a_line_what_there_is() -> None:
    document, texts = feed(0, WEEK), Carried("summaries", 40)
    preview = preview_of("https://a.example/", document, "Atom", texts, NOON, subscribed=False)
    assert facts(preview) == (
        "2 entries, the newest of 2026-09-21 · about 2 a week · summaries only (40 words)"
    )


def test_a_feed_without_anything_is_previewed_as_well() -> None:
    empty = Feed(clean_line(""))
    preview = preview_of("https://a.example/", empty, "", Carried(), NOON, subscribed=False)
    assert facts(preview) == "0 entries · nothing in the last half-year · titles only"
    assert name_of(preview) == "a feed without a title"


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ([], 0.0),
        ([DAY], 1.0),
        ([0, WEEK, 2 * WEEK], 1.5),
        ([-DAY, 200 * DAY], 0.0),
        ([25 * WEEK], 0.04),
    ],
)
def test_how_many_come_a_week_is_counted_over_what_the_document_goes_back_to(
    ages: list[int], expected: float
) -> None:
    assert weekly([NOON - age for age in ages], NOON) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], Carried()),
        (["", ""], Carried()),
        ([LONG, LONG, "<p>short</p>"], Carried("articles", 150)),
        (["<p>short one</p>", "<p>short</p>", LONG], Carried("summaries", 2)),
    ],
)
def test_whole_articles_are_told_from_summaries_and_titles(
    texts: list[str], expected: Carried
) -> None:
    assert carried(texts) == expected
