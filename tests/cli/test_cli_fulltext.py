import json
import sys
from pathlib import Path

import pytest

from feedtui.library.home import Home
from feedtui.library.subscribing import resubscribe
from feedtui.model import Subscription
from loopback import Loopback, Page
from stock import Feedtui

PROSE = "<p>It rained on the day of the fair, as it had rained the year before.</p>"


@pytest.fixture
def summaries(feedtui: Feedtui, loopback: Loopback) -> Loopback:
    """A feed of two summaries that is subscribed to, one of which has a page."""
    items = "".join(
        f"<item><title>{name}</title><guid>{name}</guid><link>/{name.lower()}</link>"
        f"<description>About {name}.</description></item>"
        for name in ("Fair", "Gone")
    )
    loopback.pages["/feed.xml"] = (
        f"<rss version='2.0'><channel><title>Town</title>{items}</channel></rss>"
    )
    html = f"<html><body><article><h1>Fair</h1>{PROSE * 5}</article></body></html>"
    loopback.pages["/fair"] = Page(html, {"Content-Type": "text/html"})
    assert feedtui("add", loopback.url("/feed.xml"))[0] == 0
    return loopback


def ident(feedtui: Feedtui, title: str) -> str:
    found: str = json.loads(feedtui("entries", title, "--json")[1])["id"]
    return found


def test_a_full_text_is_fetched_shown_and_said_to_be_one(
    feedtui: Feedtui, summaries: Loopback
) -> None:
    entry = ident(feedtui, "fair")
    code, out, _ = feedtui("fulltext", entry[:8])
    assert (code, out) == (0, f"fetched\t{entry}\t75 words (readability)\n")
    lines = feedtui("show", entry, "--width", "80")[1].splitlines()
    assert lines[0] == "Fair"
    assert lines[3:6] == [
        "full text from 127.0.0.1 (readability)",
        "",
        "It rained on the day of the fair, as it had rained the year before.",
    ]


def test_either_text_can_be_asked_for(feedtui: Feedtui, summaries: Loopback) -> None:
    entry = ident(feedtui, "fair")
    feedtui("fulltext", entry)
    lines = feedtui("show", entry, "--text", "feed")[1].splitlines()
    assert lines[3:] == ["the feed's own text", "", "About Fair."]
    own = json.loads(feedtui("show", entry, "--text", "feed", "--json")[1])
    full = json.loads(feedtui("show", entry, "--text", "full", "--json")[1])
    assert (own["text_of"], own["text"]) == ("feed", "About Fair.")
    assert full["text_of"] == "full"
    assert "It rained" in full["text"]


def test_a_full_text_that_is_not_kept_is_not_shown(feedtui: Feedtui, summaries: Loopback) -> None:
    entry = ident(feedtui, "fair")
    assert json.loads(feedtui("show", entry, "--json")[1])["text_of"] == "feed"
    code, out, err = feedtui("show", entry, "--text", "full")
    assert (code, out) == (2, "")
    assert f"`feedtui fulltext {entry}` fetches it" in err


def test_a_page_that_cannot_be_had_is_told_and_makes_the_exit_code_1(
    feedtui: Feedtui, summaries: Loopback
) -> None:
    gone, fair = ident(feedtui, "gone"), ident(feedtui, "fair")
    code, out, _ = feedtui("fulltext", gone, fair)
    assert code == 1
    assert f"failed\t{gone}\tits host says that it is gone for good (HTTP 410)\n" in out
    assert f"fetched\t{fair}\t" in out
    assert "no full text: its host says that it is gone for good" in feedtui("show", gone)[1]


def test_results_are_told_as_objects(feedtui: Feedtui, summaries: Loopback) -> None:
    gone, fair = ident(feedtui, "gone"), ident(feedtui, "fair")
    url = summaries.url("/feed.xml")
    assert json.loads(feedtui("fulltext", fair, "--json")[1]) == {
        "feed": url,
        "id": fair,
        "outcome": "fetched",
        "words": 75,
        "own_words": 2,
        "by": "readability",
        "error": None,
    }
    assert json.loads(feedtui("fulltext", gone, "--json")[1]) == {
        "feed": url,
        "id": gone,
        "outcome": "failed",
        "words": None,
        "own_words": 2,
        "by": None,
        "error": "its host says that it is gone for good (HTTP 410)",
    }


def test_a_full_text_that_is_shorter_says_so_and_stays_behind(
    feedtui: Feedtui, summaries: Loopback
) -> None:
    text = "Rain. " * 90
    item = f"<item><title>Fair</title><guid>Fair</guid><link>/fair</link><description>{text}"
    summaries.pages["/feed.xml"] = (
        "<rss version='2.0'><channel><title>Town</title>"
        f"{item}</description></item></channel></rss>"
    )
    feedtui("refresh", "town")
    entry = ident(feedtui, "fair")
    assert feedtui("fulltext", entry)[1].endswith("shorter than the feed's own 90\n")
    assert "the feed's own text · the full text is shorter" in feedtui("show", entry)[1]
    shown = feedtui("show", entry, "--text", "full")[1]
    assert "full text from 127.0.0.1 (readability) · shorter than the feed's own" in shown


def test_refreshing_tells_how_many_full_texts_came(
    feedtui: Feedtui, summaries: Loopback, home: Home
) -> None:
    url = summaries.url("/feed.xml")
    resubscribe(home.places, Subscription(url, full_text="always"))
    code, out, _ = feedtui("refresh", "--force")
    assert code == 0
    assert out == f"unchanged\t{url}\t1 full text\n0 new entries, 1 full text; feeds: 1 unchanged\n"
    assert json.loads(feedtui("refresh", "--force", "--json")[1])["texts"] == 0


def test_without_the_extra_it_is_said_how_to_install_it(
    feedtui: Feedtui,
    summaries: Loopback,
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    entry = ident(feedtui, "fair")
    resubscribe(home.places, Subscription(summaries.url("/feed.xml"), full_text="always"))
    monkeypatch.setitem(sys.modules, "readability", None)
    code, out, err = feedtui("fulltext", entry)
    assert (code, out) == (2, "")
    assert "pip install 'feedtui[fulltext]'" in err
    code, out, err = feedtui("refresh", "--force")
    assert code == 0
    assert err.count("pip install 'feedtui[fulltext]'") == 1
    assert "/fair" not in summaries.paths()


def test_an_entry_that_is_not_there_is_wrong_usage(feedtui: Feedtui, summaries: Loopback) -> None:
    assert feedtui("fulltext", "ffffffff")[0] == 2
