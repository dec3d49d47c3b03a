"""Changing what feeds.toml says of a feed, as one step that can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.errors import UsageError
from feedtui.library.changing import change_feed, interval_of, tags_of
from feedtui.library.home import Home
from feedtui.library.subscribing import line_of_feed
from feedtui.model import FetchHistory
from world import NOON

TEXT = """\
# mine
[[feed]]
url = "https://a.example/feed"  # the first
folder = "News"

[[feed]]
url = "https://b.example/feed"
"""


@pytest.fixture
def file(write_feeds: Callable[[str], Path]) -> Path:
    return write_feeds(TEXT)


@pytest.mark.parametrize(
    ("values", "done"),
    [
        ({"title": "Mine"}, "renamed A to Mine"),
        ({"folder": "Arts"}, "moved A to Arts"),
        ({"folder": ""}, "moved A out of folders"),
        ({"url": "https://c.example/"}, "moved A to https://c.example/"),
        ({"tags": ("x",), "hidden": True}, "changed A: tags, whether it is hidden"),
        ({}, "nothing is changed about A"),
    ],
)
def test_what_was_done_is_said(
    home: Home, file: Path, values: dict[str, object], done: str
) -> None:
    feed = home.subscriptions()[0]
    assert change_feed(home, feed, replace(feed, **values), "A") == done  # type: ignore[arg-type]


def test_everything_is_changed_in_one_step_and_comments_stay(home: Home, file: Path) -> None:
    feed = home.subscriptions()[0]
    wanted = replace(feed, url="https://c.example/", title="C", interval=7200)
    change_feed(home, feed, wanted, "A")
    assert file.read_text().startswith(
        '# mine\n[[feed]]\nurl = "https://c.example/"  # the first\nfolder = "News"\n'
    )
    (changed, _) = home.subscriptions()
    assert changed == replace(wanted, formerly="https://a.example/feed")
    assert len(home.past().steps()) == 1
    home.library().undo()
    assert file.read_text() == TEXT


def test_a_new_address_is_asked_at_once_and_keeps_the_history(home: Home, file: Path) -> None:
    feed = home.subscriptions()[0]
    kept = FetchHistory(attempted=NOON, succeeded=NOON, failures=2, error=clean_line("no"), asked=7)
    home.cache().write_history(feed.key, kept)
    change_feed(home, feed, replace(feed, url="https://c.example/"), "A")
    history = home.cache().history(feed.key)
    assert (history.asked, history.failures) == (7, 0)
    assert history.next <= NOON


@pytest.mark.parametrize("url", ["https://b.example/feed", "nonsense"])
def test_an_address_that_is_taken_or_none_changes_nothing(home: Home, file: Path, url: str) -> None:
    feed = home.subscriptions()[0]
    with pytest.raises(UsageError):
        change_feed(home, feed, replace(feed, url=url), "A")
    assert file.read_text() == TEXT


def test_the_line_of_a_feed_is_found_for_the_editor(home: Home, file: Path) -> None:
    assert line_of_feed(home.places, "https://a.example/feed") == 2
    assert line_of_feed(home.places, "https://b.example/feed") == 6


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim -n", ["vim", "-n", "+6"]),
        ("/usr/bin/nano", ["/usr/bin/nano", "+6"]),
        ("code --wait", ["code", "--wait"]),
    ],
)
def test_an_editor_that_takes_a_line_gets_it(home: Home, editor: str, command: list[str]) -> None:
    with_editor = replace(home, environment={**home.environment, "EDITOR": editor})
    assert with_editor.editor(6)[:-1] == command


def test_what_is_typed_for_tags_and_intervals_is_understood() -> None:
    assert tags_of(" long, weekly,,long ") == ("long", "weekly")
    assert (interval_of(" 2h "), interval_of("  ")) == (7200, None)
    with pytest.raises(UsageError, match=r'expected a duration .* got "3"'):
        interval_of("3")
