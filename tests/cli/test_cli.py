import json
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from feedtui import __version__
from feedtui.cli.main import COMMANDS, run
from feedtui.store.paths import Places
from loopback import Loopback, Page, rss
from stock import Feedtui


@pytest.fixture
def feedtui(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command; its exit code, what it printed and what it complained of."""

    def call(*words: str) -> tuple[int, str, str]:
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def subscribed(feedtui: Feedtui, loopback: Loopback) -> Loopback:
    """A feed with three entries, subscribed to."""
    loopback.pages["/feed.xml"] = rss("Red", "Green", "Blue", title="Colours")
    assert feedtui("add", loopback.url("/feed.xml"), "--folder", "Arts/Paint")[0] == 0
    return loopback


def ids(feedtui: Feedtui) -> list[str]:
    return [json.loads(line)["id"] for line in feedtui("entries", "--json")[1].splitlines()]


def test_adding_a_feed_keeps_its_entries_at_once_and_asks_once(
    feedtui: Feedtui, loopback: Loopback, places: Places
) -> None:
    loopback.pages["/feed.xml"] = rss("Red", "Green", title="Colours")
    url = loopback.url("/feed.xml")
    code, out, _ = feedtui("add", url, "--folder", "Tech/Python", "--tag", "a", "--tag", "b")
    assert (code, out) == (0, f"subscribed to Colours ({url}): 2 entries\n")
    assert loopback.paths() == ["/feed.xml"]
    text = places.subscriptions.read_text()
    assert f'url = "{url}"\nfolder = "Tech/Python"\ntags = ["a", "b"]\n' in text
    assert stat.S_IMODE(places.subscriptions.stat().st_mode) == 0o600


def test_a_page_leads_to_the_feed_that_it_names(feedtui: Feedtui, loopback: Loopback) -> None:
    link = '<link rel="alternate" type="application/{}+xml" href="{}" title="x">'
    head = link.format("rss", "/feed.xml") + link.format("atom", "/comments.xml")
    page = f"<!doctype html><html><head><title>Blog</title>{head}</head><body>Hi</body></html>"
    loopback.pages["/"] = Page(page, {"Content-Type": "text/html"})
    loopback.pages["/feed.xml"] = rss("Red", title="Colours")
    code, out, _ = feedtui("add", loopback.url("/"))
    assert code == 0
    assert out.splitlines() == [
        f"subscribed to Colours ({loopback.url('/feed.xml')}): 1 entry",
        f"  the page also names {loopback.url('/comments.xml')}",
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [("/gone", "gone for good"), ("/page", "web page"), ("/broken", "HTTP 500")],
)
def test_what_is_no_feed_is_not_added(
    feedtui: Feedtui, loopback: Loopback, places: Places, path: str, words: str
) -> None:
    loopback.pages["/page"] = "<!doctype html><html><title>Nothing</title></html>"
    code, out, err = feedtui("add", loopback.url(path))
    assert (code, out) == (1, "")
    assert words in err
    assert re.search(r"[^.]\. Nothing was added\n\Z", err)
    assert not places.subscriptions.exists()


def test_a_feed_is_not_added_twice(feedtui: Feedtui, subscribed: Loopback) -> None:
    code, _, err = feedtui("add", subscribed.url("/feed.xml"))
    assert code == 2
    assert "already" in err


def test_feeds_are_listed_with_counts_and_health(feedtui: Feedtui, subscribed: Loopback) -> None:
    url = subscribed.url("/feed.xml")
    code, out, _ = feedtui("feeds")
    assert code == 0
    assert out.splitlines() == [
        f"UNREAD  ENTRIES  FEED     FOLDER      {'ADDRESS'.ljust(len(url))}  HEALTH",
        f"     3        3  Colours  Arts/Paint  {url}",
    ]
    (record,) = map(json.loads, feedtui("feeds", "--json")[1].splitlines())
    assert record | {"checked": None, "next": None} == {
        "feed": subscribed.url("/feed.xml"),
        "feed_title": "Colours",
        "folder": "Arts/Paint",
        "tags": [],
        "hidden": False,
        "entries": 3,
        "unread": 3,
        "starred": 0,
        "checked": None,
        "next": None,
        "error": None,
        "notice": None,
    }


def test_entries_are_listed_found_and_limited(feedtui: Feedtui, subscribed: Loopback) -> None:
    _, out, _ = feedtui("entries")
    assert [line.split()[-1] for line in out.splitlines()] == ["Red", "Green", "Blue"]
    assert feedtui("entries", "green", "is:unread")[1].count("\n") == 1
    assert feedtui("entries", "--limit", "2")[1].count("\n") == 2
    code, _, err = feedtui("entries", "is:unraed")
    assert code == 2
    assert "is:unread" in err


def test_an_entry_as_an_object_has_the_documented_fields(
    feedtui: Feedtui, subscribed: Loopback
) -> None:
    record = json.loads(feedtui("entries", "red", "--json")[1])
    assert record | {"id": ""} == {
        "feed": subscribed.url("/feed.xml"),
        "feed_title": "Colours",
        "id": "",
        "title": "Red",
        "link": "https://example.org/0",
        "author": None,
        "published": None,
        "updated": None,
        "read": False,
        "starred": False,
        "tags": [],
        "hidden": False,
        "enclosures": [],
    }


def test_an_article_is_shown_as_text(feedtui: Feedtui, subscribed: Loopback) -> None:
    code, out, _ = feedtui("show", ids(feedtui)[0][:8], "--width", "40")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "Red"
    assert lines[2] == "https://example.org/0"
    assert lines[4] == "About Red."


def test_an_article_as_an_object_has_its_text(feedtui: Feedtui, subscribed: Loopback) -> None:
    record = json.loads(feedtui("show", ids(feedtui)[0], "--json")[1])
    assert (record["title"], record["text"].strip()) == ("Red", "About Red.")


def test_an_entry_that_is_not_there_is_wrong_usage(feedtui: Feedtui, subscribed: Loopback) -> None:
    assert feedtui("show", "ffffffff")[0] == 2


def test_marking_by_id_and_by_query(feedtui: Feedtui, subscribed: Loopback) -> None:
    first = ids(feedtui)[0]
    assert (
        feedtui("mark", first[:6], "--read", "--tag", "later")[1] == "1 entry found, 2 marks set\n"
    )
    assert feedtui("mark", "is:unread", "blue", "--star")[1] == "1 entry found, 1 mark set\n"
    states = [json.loads(line) for line in feedtui("entries", "--json")[1].splitlines()]
    assert [(each["read"], each["starred"], each["tags"]) for each in states] == [
        (True, False, ["later"]),
        (False, False, []),
        (False, True, []),
    ]
    assert feedtui("mark", "tag:later", "--unread", "--untag", "later")[0] == 0
    assert feedtui("entries", "is:read")[1] == ""


def test_marking_nothing_is_wrong_usage(feedtui: Feedtui, subscribed: Loopback) -> None:
    assert feedtui("mark", "nothing like this", "--read")[0] == 2
    code, _, err = feedtui("mark", ids(feedtui)[0])
    assert code == 2
    assert "--read" in err


def test_a_feed_that_fails_makes_the_exit_code_1(feedtui: Feedtui, subscribed: Loopback) -> None:
    del subscribed.pages["/feed.xml"]
    code, out, _ = feedtui("refresh", "colours")
    assert code == 1
    assert out.startswith(f"failed\t{subscribed.url('/feed.xml')}\tit is not there any more")
    assert "not there any more" in feedtui("feeds")[1]
    assert feedtui("doctor")[0] == 1


def test_removing_keeps_entries_and_marks(feedtui: Feedtui, subscribed: Loopback) -> None:
    feedtui("mark", "red", "--star")
    assert feedtui("remove", "colours")[0] == 0
    assert feedtui("entries")[1] == ""
    feedtui("add", subscribed.url("/feed.xml"))
    assert "Red" in feedtui("entries", "is:starred")[1]


def test_opml_goes_out_and_comes_back_with_its_folders(
    feedtui: Feedtui, subscribed: Loopback, tmp_path: Path, places: Places
) -> None:
    file = tmp_path / "feeds.opml"
    assert feedtui("export", str(file))[0] == 0
    assert feedtui("export")[1] == file.read_text()
    places.subscriptions.unlink()
    code, out, _ = feedtui("import", str(file))
    assert (code, out) == (0, f"{file}: 1 feed added, 0 known already\n")
    (record,) = map(json.loads, feedtui("feeds", "--json")[1].splitlines())
    assert (record["folder"], record["feed_title"], record["unread"]) == (
        "Arts/Paint",
        "Colours",
        3,
    )


def test_newsboats_urls_are_imported(feedtui: Feedtui, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text('https://a.example/feed "~Letters" tag\n# comment\nexec:~/run.sh\n')
    code, out, err = feedtui("import", str(file))
    assert (code, out) == (0, f"{file}: 1 feed added, 0 known already\n")
    assert "exec:~/run.sh" in err


def test_a_file_that_is_no_list_of_feeds_is_named(feedtui: Feedtui, tmp_path: Path) -> None:
    file = tmp_path / "cat.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    code, _, err = feedtui("import", str(file))
    assert code == 1
    assert str(file) in err
    assert feedtui("import", str(tmp_path / "nothing"))[0] == 2


def test_html_of_a_file_is_rendered(feedtui: Feedtui, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<h1>Title</h1><p>Text with <a href='/x'>a link</a>.")
    code, out, _ = feedtui("render", str(file), "--width", "30", "--base", "https://example.org/")
    assert code == 0
    assert out.splitlines() == [
        "# Title",
        "",
        "Text with a link [1].",
        "",
        "[1] https://example.org/x",
    ]


def test_the_editor_gets_the_file_and_mistakes_are_told(
    feedtui: Feedtui, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, places: Places
) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf '[[feed]]\\nurl = 5\\n' >> \"$2\"\n")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"{script} --wait")
    code, _, err = feedtui("edit")
    assert code == 2
    assert f"{places.subscriptions}:" in err
    assert "url" in err


def test_an_editor_that_is_not_there_is_told(
    feedtui: Feedtui, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/ed")
    code, _, err = feedtui("edit")
    assert code == 2
    assert "/nowhere/ed can't be run" in err


def test_the_doctor_names_files_and_what_is_wrong_with_them(
    feedtui: Feedtui, subscribed: Loopback, places: Places
) -> None:
    code, out, _ = feedtui("doctor")
    assert code == 0
    for path in (places.settings, places.subscriptions, places.feeds, places.marks):
        assert str(path) in out
    assert out.endswith("1 feed, 3 entries, 0 starred\nall is well\n")
    places.settings.write_text("[fetch]\nintervall = 5\n")
    (heads,) = places.feeds.glob("*/heads.json")
    heads.write_bytes(b"torn")
    code, out, _ = feedtui("doctor")
    assert code == 1
    assert f"! {places.settings}:2:" in out
    assert "heads.json was damaged" in out


def test_the_doctor_goes_on_where_the_list_of_feeds_is_no_text(
    feedtui: Feedtui, subscribed: Loopback, places: Places
) -> None:
    places.subscriptions.write_bytes(b"\xff\xfe")
    code, out, _ = feedtui("doctor")
    assert code == 1
    assert f"! {places.subscriptions} is not UTF-8 text" in out
    assert out.endswith("1 problem\n")


def test_what_of_a_feed_was_too_much_is_said(feedtui: Feedtui, loopback: Loopback) -> None:
    items = [{"id": str(number), "title": "Post"} for number in range(2001)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Archive", "items": items}
    loopback.pages["/all.json"] = json.dumps(feed)
    feedtui("add", url := loopback.url("/all.json"))
    notice = "It has more than is read: of 2,001 entries 2,000 are (max_entries)."
    code, out, _ = feedtui("doctor")
    assert (code, f"\n{url}: {notice}\n" in out) == (0, True)
    assert json.loads(feedtui("feeds", "--json")[1])["notice"] == notice


def test_a_mistake_in_the_settings_stops_with_its_line(
    feedtui: Feedtui, places: Places, subscribed: Loopback
) -> None:
    places.settings.write_text("[fetch]\nat_once = 'many'\n")
    code, _, err = feedtui("refresh")
    assert code == 2
    assert f"{places.settings}:2:" in err
    assert "at_once" in err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run([command, "--help"])
    assert ended.value.code == 0
    assert f"usage: feedtui {command}" in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["--help"])
    out = capsys.readouterr().out
    assert all(f"  {name} " in out and line in out for name, line in COMMANDS.items())


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["refesh"])
    assert ended.value.code == 2


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"feedtui {__version__}\n"


def test_without_a_terminal_the_screen_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "feedtui"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(feedtui: Feedtui, subscribed: Loopback) -> None:
    script = f"{sys.executable} -m feedtui entries | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", script], capture_output=True, check=False)
    assert done.stdout.strip() == b"0"
    assert done.stderr == b""


def test_what_an_entry_said_before_it_was_edited_can_be_listed_and_shown(
    feedtui: Feedtui, subscribed: Loopback
) -> None:
    subscribed.pages["/feed.xml"] = rss("Crimson", "Green", "Blue", title="Colours")
    assert feedtui("refresh", "--force")[0] == 0
    (entry,) = [name for name in ids(feedtui) if "Crimson" in feedtui("show", name)[1]]
    code, out, _ = feedtui("show", entry, "--versions")
    assert (code, [line.split("  ")[::3] for line in out.splitlines()]) == (0, [["1", "Red"]])
    (line,) = feedtui("show", entry, "--versions", "--json")[1].splitlines()
    assert (json.loads(line)["version"], json.loads(line)["title"]) == (1, "Red")
    assert "About Red." in feedtui("show", entry, "--version", "1")[1]
    assert json.loads(feedtui("show", entry, "--version", "1", "--json")[1])["title"] == "Red"
    change = feedtui("show", entry, "--change", "1")[1]
    assert "# [-Red-]\n\n# {+Crimson+}\n\nAbout [-Red-] {+Crimson+}." in change
    assert "text_of" in json.loads(feedtui("show", entry, "--change", "1", "--json")[1])
    assert feedtui("show", entry, "--change", "2")[0] == 2
    code, _, err = feedtui("show", entry, "--version", "2")
    assert (code, "there is no earlier version 2; 1 is kept" in err) == (2, True)


def test_a_page_of_a_known_shape_leads_to_its_feed_without_being_asked(
    feedtui: Feedtui, loopback: Loopback
) -> None:
    loopback.pages["/@someone.rss"] = rss("Red", title="Someone")
    code, out, _ = feedtui("add", loopback.url("/@someone"))
    assert (code, out) == (
        0,
        f"subscribed to Someone ({loopback.url('/@someone.rss')}): 1 entry\n",
    )
    assert loopback.paths() == ["/@someone.rss"]


def test_a_page_that_names_no_feed_has_one_in_a_usual_place(
    feedtui: Feedtui, loopback: Loopback
) -> None:
    loopback.pages["/blog/"] = "<!doctype html><html><title>Blog</title></html>"
    loopback.pages["/rss.xml"] = rss("Red", title="Colours")
    assert feedtui("add", loopback.url("/blog/"))[0] == 0
    assert loopback.paths()[-1] == "/rss.xml"
    assert len(loopback.paths()) < 10


def test_all_feeds_of_a_page_are_listed_without_adding_one(
    feedtui: Feedtui, loopback: Loopback, places: Places
) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="/{name}">' for name in "abc"
    )
    loopback.pages["/"] = f"<!doctype html><html><title>Blog</title>{links}</html>"
    loopback.pages["/a"] = rss("Red", "Green", title="Colours")
    dated = "<entry><id>1</id><title>x</title><updated>2024-05-06T07:08:09Z</updated></entry>"
    loopback.pages["/b"] = (
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Dates</title>{dated}</feed>"
    )
    code, out, _ = feedtui("add", "--list", loopback.url("/"))
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["TITLE", "KIND", "ENTRIES", "NEWEST", "ADDRESS"],
        ["Colours", "RSS", "2", loopback.url("/a")],
        ["Dates", "Atom", "1", "2024-05-06", loopback.url("/b")],
    ]
    lines = feedtui("add", "--list", "--json", loopback.url("/"))[1].splitlines()
    assert json.loads(lines[1]) == {
        "feed": loopback.url("/b"),
        "feed_title": "Dates",
        "kind": "Atom",
        "entries": 1,
        "weekly": 0.0,
        "carries": "titles",
        "words": 0,
        "subscribed": False,
        "latest": [{"title": "x", "published": "2024-05-06T07:08:09Z"}],
        "newest": "2024-05-06T07:08:09Z",
    }
    assert not places.subscriptions.exists()
