"""Looking at feeds before they are added, changing them, and how they fare, on the command line."""

import json
from collections.abc import Callable

import pytest

from feedtui.clean import clean_line
from feedtui.cli.main import run
from feedtui.cli.naming import address
from feedtui.errors import UsageError
from feedtui.library.home import Home
from feedtui.model import FetchHistory, Subscription
from loopback import Loopback, rss
from stock import NEWS, POEMS
from world import NOON

Feedtui = Callable[..., tuple[int, str, str]]


@pytest.fixture
def feedtui(capsys: pytest.CaptureFixture[str]) -> Feedtui:
    """Runs a command; its exit code, what it printed and what it complained of."""

    def call(*words: str) -> tuple[int, str, str]:
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.org", "https://example.org"),
        (" example.org/news ", "https://example.org/news"),
        ("http://example.org/", "http://example.org/"),
        ("feed://example.org/rss", "https://example.org/rss"),
        ("feed:https://example.org/rss", "https://example.org/rss"),
        ("FEED:example.org/rss", "https://example.org/rss"),
        ("feed:http://example.org/rss", "http://example.org/rss"),
        ("localhost", "https://localhost"),
        ("nas/feed.xml", "https://nas/feed.xml"),
        ("nas:8080", "https://nas:8080"),
        ("file:///tmp/feed.xml", "file:///tmp/feed.xml"),
        ("exec:make-feed", "exec:make-feed"),
    ],
)
def test_an_address_may_be_typed_in_many_ways(typed: str, meant: str) -> None:
    assert address(typed) == meant


@pytest.mark.parametrize("typed", ["lwn", "my news", "", "-"])
def test_the_name_of_a_site_is_not_guessed_at(typed: str) -> None:
    with pytest.raises(UsageError, match="please type that of a feed or a page"):
        address(typed)


def test_a_bare_word_ends_neither_the_command_nor_the_other_addresses(feedtui: Feedtui) -> None:
    code, _, err = feedtui("add", "lwn")
    assert (code, err.startswith("feedtui: “lwn” is no address")) == (2, True)


def test_a_preview_shows_what_a_feed_is_like_and_adds_nothing(
    feedtui: Feedtui, loopback: Loopback, home: Home
) -> None:
    loopback.pages["/feed.xml"] = rss("Red", "Green", title="Colours")
    url = loopback.url("/feed.xml")
    code, out, _ = feedtui("add", "--preview", url)
    assert code == 0
    assert out.splitlines()[:2] == ["Colours (RSS)", f"  {url}"]
    assert "2 entries · " in out
    assert out.splitlines()[-1] == "  Green"
    assert home.subscriptions() == ()
    feedtui("add", url)
    assert f"{url} (subscribed to already)" in feedtui("add", "--preview", url)[1]
    (line,) = feedtui("add", "--preview", "--json", url)[1].splitlines()
    assert json.loads(line)["subscribed"] is True


def test_a_feed_is_changed_and_changed_back(feedtui: Feedtui, stocked: Home) -> None:
    code, out, _ = feedtui(
        *("change", "News", "--title", "Gazette", "--folder", "Papers", "--tag", "a"),
        *("--tag", "b", "--interval", "2h", "--hidden", "yes", "--full-text", "short"),
    )
    assert code == 0
    assert out == (
        "changed News: title, folder, tags, whether it is hidden, interval, full texts\n"
    )
    assert stocked.subscriptions()[0] == Subscription(
        NEWS, "Gazette", "Papers", ("a", "b"), hidden=True, interval=7200, full_text="short"
    )
    feedtui("change", "Gazette", "--untag", "a", "--interval", "", "--hidden", "no")
    changed = stocked.subscriptions()[0]
    assert (changed.tags, changed.interval, changed.hidden) == (("b",), None, False)
    feedtui("undo")
    feedtui("undo")
    assert stocked.subscriptions()[0] == Subscription(NEWS)


def test_a_change_that_cannot_be_changes_nothing(feedtui: Feedtui, stocked: Home) -> None:
    code, _, err = feedtui("change", "News", "--folder", "a//b")
    assert (code, "feed.folder: expected names" in err) == (2, True)
    code, _, err = feedtui("change", "News", "--interval", "3")
    assert (code, "interval: expected a duration" in err) == (2, True)
    assert stocked.subscriptions()[0] == Subscription(NEWS)


@pytest.fixture
def ailing(stocked: Home) -> Home:
    """News fails."""
    failed = FetchHistory(attempted=NOON, error=clean_line("no [b]answer[/b]"), failures=2, asked=4)
    stocked.cache().write_history(NEWS, failed)
    return stocked


def test_what_needs_care_comes_first(feedtui: Feedtui, ailing: Home) -> None:
    code, out, _ = feedtui("health")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].split()[:4] == ["FEED", "STATE", "LAST", "HALF-YEAR"]
    assert lines[1].startswith("News   failing, never read")
    assert lines[1].endswith("no [b]answer[/b]")
    assert lines[2].startswith("Poems")


@pytest.mark.parametrize(
    ("option", "feeds"),
    [("--failing", [NEWS]), ("--never-read", [NEWS, POEMS]), ("--silent", [])],
)
def test_only_some_feeds_are_listed(
    feedtui: Feedtui, ailing: Home, option: str, feeds: list[str]
) -> None:
    lines = feedtui("health", option, "--json")[1].splitlines()
    assert [json.loads(line)["feed"] for line in lines] == feeds


def test_health_is_an_object_for_each_feed(feedtui: Feedtui, ailing: Home) -> None:
    record = json.loads(feedtui("health", "--json", "--failing")[1])
    expected = {
        "feed": NEWS,
        "feed_title": "News",
        "folder": None,
        "error": "no [b]answer[/b]",
        "failures": 2,
        "requests": 4,
        "not_modified": 0,
        "entries": 3,
        "unread": 3,
        "succeeded": None,
        "gone": False,
        "never_read": True,
    }
    assert {name: record[name] for name in expected} == expected
    assert len(record["posts"]) == 26


def test_a_history_that_cannot_be_read_costs_that_feed_only(feedtui: Feedtui, ailing: Home) -> None:
    (ailing.cache().path(POEMS) / "history.json").write_text('{"version":99}')
    code, out, _ = feedtui("health", "--failing", "--json")
    assert code == 0
    assert len(out.splitlines()) == 2
