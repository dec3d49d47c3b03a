"""What the commands write, and that they write no more than that."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from feedtui.cli.main import run
from feedtui.library.home import Home
from feedtui.store.paths import Places
from loopback import Loopback, rss

Said = tuple[int, str]
Feedtui = Callable[..., Said]
Files = dict[Path, bytes]


@pytest.fixture
def feedtui(capsys: pytest.CaptureFixture[str]) -> Feedtui:
    """Runs a command; its exit code and what it printed."""

    def call(*words: str) -> Said:
        code = run(words)
        return code, capsys.readouterr().out

    return call


def files(places: Places) -> Files:
    """All files with something in them, the search index aside, which is SQLite's."""
    folders = dict.fromkeys((places.config, places.data, places.state))
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in paths if path.stat().st_size}


def changed(before: Files, after: Files) -> list[Path]:
    return sorted(path for path in before | after if before.get(path) != after.get(path))


def added_lines(before: Files, after: Files, path: Path) -> list[bytes]:
    """The lines by which a file is longer; all else in it has to be as it was."""
    assert after[path].startswith(before[path])
    return after[path][len(before[path]) :].splitlines()


def journal(places: Places) -> Path:
    (path,) = places.marks.glob("*.jsonl")
    return path


def test_a_mark_is_one_line_that_is_added_and_a_line_for_taking_it_back(
    feedtui: Feedtui, stocked: Home
) -> None:
    places = stocked.places
    lines = feedtui("entries", "--json")[1].splitlines()
    alpha, beta, *_ = (json.loads(line)["id"] for line in lines)
    feedtui("mark", alpha, "--read")
    before, inode = files(places), journal(places).stat().st_ino
    feedtui("mark", beta, "--star")
    after = files(places)
    assert changed(before, after) == sorted([journal(places), places.steps])
    assert [len(added_lines(before, after, path)) for path in changed(before, after)] == [1, 1]
    assert journal(places).stat().st_ino == inode


def test_many_marks_are_a_line_each_and_one_for_taking_them_back(
    feedtui: Feedtui, stocked: Home
) -> None:
    places = stocked.places
    feedtui("mark", "Alpha", "--read")
    before = files(places)
    feedtui("mark", "is:unread", "--read")
    after = files(places)
    assert changed(before, after) == sorted([journal(places), places.steps])
    assert len(added_lines(before, after, journal(places))) == 4
    assert len(added_lines(before, after, places.steps)) == 1


def test_a_refresh_of_one_feed_writes_files_of_that_feed_only(
    feedtui: Feedtui, loopback: Loopback, places: Places
) -> None:
    for name in ("one", "other"):
        loopback.pages[f"/{name}"] = rss("Red", "Green", title=name)
        assert feedtui("add", loopback.url(f"/{name}"))[0] == 0
    feedtui("entries")
    before = files(places)
    for name in ("one", "other"):
        loopback.pages[f"/{name}"] = rss("Red", "Green", "Blue", title=name)
    code, out = feedtui("refresh", loopback.url("/one"))
    assert (code, "1 new entry" in out) == (0, True)
    own = folder_of(places, loopback.url("/one"))
    written = changed(before, files(places))
    assert {path.parent for path in written} == {own}
    assert {path.name for path in written} == {
        "bodies.json",
        "heads.json",
        "history.json",
        "items.json",
    }


def test_a_refresh_without_news_writes_the_history_only(
    feedtui: Feedtui, loopback: Loopback, places: Places
) -> None:
    loopback.pages["/feed"] = rss("Red", "Green", title="Colours")
    feedtui("add", loopback.url("/feed"))
    feedtui("entries")
    before = files(places)
    assert feedtui("refresh", loopback.url("/feed"))[0] == 0
    own = folder_of(places, loopback.url("/feed"))
    assert changed(before, files(places)) == [own / "history.json"]


def folder_of(places: Places, url: str) -> Path:
    """The folder of a feed, by what its heads say of whose they are."""
    found = [
        path.parent
        for path in places.feeds.glob("*/heads.json")
        if json.loads(path.read_bytes())["feed"]["url"] == url
    ]
    (folder,) = found
    return folder
