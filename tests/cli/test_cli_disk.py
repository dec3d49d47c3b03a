"""Where nothing can be written: reading goes on, what isn't kept is said, nothing is damaged."""

import errno
import fcntl
import json
import os
import pwd
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from feedtui.cli.main import run
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe
from feedtui.model import Subscription
from feedtui.store.paths import Places
from loopback import Loopback, rss
from refusing import Disk

NOBODY = "http://127.0.0.1:9/feed.xml"
"""A port of this machine where nobody answers."""

Said = tuple[int, str, str]
Feedtui = Callable[..., Said]


@pytest.fixture
def feedtui(capsys: pytest.CaptureFixture[str], stocked: Home) -> Feedtui:
    """Runs a command over the small library; its code, what it printed and complained of."""

    def call(*words: str) -> Said:
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def ids(feedtui: Feedtui, *query: str) -> list[str]:
    lines = feedtui("entries", "--json", *query)[1].splitlines()
    return [json.loads(line)["id"] for line in lines]


def contents(places: Places) -> dict[Path, bytes]:
    folders = (places.config, places.data, places.state)
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if path.suffix not in {".lock", ".db"}}


def test_reading_needs_no_writing(feedtui: Feedtui, disk: Disk) -> None:
    entry = ids(feedtui)[0]
    feedtui("mark", entry, "--read")
    commands = [
        ("entries",),
        ("entries", "--json"),
        ("feeds",),
        ("show", entry),
        ("export",),
        ("undo", "--list"),
        ("purge", "--dry-run"),
    ]
    before = [feedtui(*words) for words in commands]
    assert [code for code, _, _ in before] == [0] * 7
    disk.become_read_only()
    assert [feedtui(*words) for words in commands] == before


def test_a_device_that_was_never_named_reads_too_and_says_so_once(
    feedtui: Feedtui, places: Places, disk: Disk
) -> None:
    disk.become_read_only()
    code, out, err = feedtui("entries")
    assert (code, out.count("\n")) == (0, 5)
    assert err.count("\n") == 1
    assert str(places.state) in err


@pytest.mark.parametrize(
    "words",
    [
        ("mark", "feed:News", "--read"),
        ("refresh", NOBODY),
        ("remove", "News"),
        ("import", "urls"),
    ],
)
@pytest.mark.parametrize("trouble", [Disk.become_read_only, Disk.become_full])
def test_what_cannot_be_kept_is_said_and_nothing_is_damaged(
    feedtui: Feedtui,
    places: Places,
    disk: Disk,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Callable[[Disk], None],
    words: list[str],
) -> None:
    monkeypatch.chdir(places.data)
    Path("urls").write_text("https://more.example/feed\n")
    subscribe(places, Subscription(NOBODY))
    ids(feedtui)
    before = contents(places)
    trouble(disk)
    code, out, err = feedtui(*words)
    assert code == 1
    assert "can't be written" in out + err
    assert "Traceback" not in err
    disk.recover()
    after = contents(places)
    assert {path: after[path] for path in before} == before


@pytest.mark.parametrize("trouble", [Disk.become_read_only, Disk.become_full])
def test_when_there_is_room_again_marking_works_again(
    feedtui: Feedtui, disk: Disk, trouble: Callable[[Disk], None]
) -> None:
    entries = ids(feedtui)
    trouble(disk)
    code, out, err = feedtui("mark", "feed:News", "--read")
    assert (code, out) == (1, "")
    assert "can't be written" in err
    disk.recover()
    assert feedtui("entries", "is:read")[1] == ""
    assert feedtui("mark", entries[0], entries[1], "--read")[0] == 0
    assert sorted(ids(feedtui, "is:read")) == sorted(entries[:2])


def test_a_cache_that_is_a_file_is_named_and_the_program_goes_on(
    feedtui: Feedtui, places: Places
) -> None:
    ids(feedtui)
    places.feeds.rename(places.feeds.with_name("elsewhere"))
    places.feeds.write_text("a file")
    code, out, err = feedtui("entries")
    assert (code, out) == (0, "")
    assert str(places.feeds) in err
    code, out, _ = feedtui("doctor")
    assert code == 1
    assert str(places.feeds) in out
    assert places.feeds.read_text() == "a file"


def test_a_feed_that_was_added_but_cannot_be_kept_is_said_to_be_both(
    feedtui: Feedtui, home: Home, loopback: Loopback
) -> None:
    loopback.pages["/feed.xml"] = rss("Red")
    url = loopback.url("/feed.xml")
    home.cache().path(url).mkdir(parents=True)
    (home.cache().path(url) / "history.json").write_text('{"version": 99}')
    code, out, err = feedtui("add", url)
    assert (code, out) == (1, "")
    assert f"subscribed to {url}, but: " in err
    assert url in [feed.url for feed in home.subscriptions()]


def test_without_a_home_it_is_said_what_to_set(
    feedtui: Feedtui, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_user: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_DATA_HOME")
    code, out, err = feedtui("entries")
    assert (code, out) == (1, "")
    assert "there is no home folder" in err
    assert "XDG_DATA_HOME" in err


def test_a_home_that_is_not_there_is_made_where_that_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{variable}_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "new" / "home"))
    assert run(["entries"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_newer_store_is_read_no_further_and_stays_as_it_is(
    feedtui: Feedtui, places: Places
) -> None:
    ids(feedtui)
    for path in places.feeds.glob("*/heads.json"):
        path.write_bytes(b'{"version":99}')
    before = contents(places)
    code, out, err = feedtui("entries")
    assert (code, out) == (0, "")
    assert err.count("was written by a newer feedtui") == 1
    assert "and 1 more feed can't be read either" in err
    code, out, _ = feedtui("refresh", "--force")
    assert code == 1
    assert out.count("was written by a newer feedtui") == 2
    after = contents(places)
    assert {path: after[path] for path in before} == before


@pytest.mark.parametrize("time", [10**18, -(10**18), 2**62, 253_402_300_799, -62_135_596_801])
def test_a_date_that_no_calendar_has_is_in_the_way_of_no_entry(
    feedtui: Feedtui, places: Places, time: int
) -> None:
    """As after a digit was damaged: the file is whole, and what it says can't be."""
    first = ids(feedtui)[0]
    for path in places.feeds.glob("*/heads.json"):
        text = path.read_text()
        path.write_text(re.sub(r'"(published|seen)":\d+', rf'"\1":{time}', text))
    for words in (("entries",), ("entries", "--json"), ("show", first), ("feeds", "--json")):
        code, out, err = feedtui(*words)
        assert (code, err) == (0, "")
        assert out


def test_where_there_are_no_locks_whoever_writes_is_told_once(
    feedtui: Feedtui, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    ids(feedtui)
    monkeypatch.setattr(fcntl, "flock", refuse)
    code, _, err = feedtui("mark", "feed:News", "--read")
    assert code == 0
    assert err.count("this file system has no locks") == 1
    assert len(ids(feedtui, "is:read")) == 3
    assert feedtui("entries")[2] == ""
    assert "no locks" not in feedtui("search", "ode")[2]
    assert feedtui("search", "ode", "--update")[2].count("this file system has no locks") == 1
    code, out, _ = feedtui("doctor")
    assert (code, out.count("this file system has no locks")) == (1, 1)
