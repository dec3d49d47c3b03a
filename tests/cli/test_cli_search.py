"""`feedtui search`: what it prints, and that a refresh fills the index."""

import json
import os
import pty
import re
import subprocess
import sys
from functools import partial

import pytest

from feedtui.cli.main import run
from feedtui.library.home import Home
from feedtui.store.paths import Places
from loopback import Loopback, rss
from stock import NEWS, Feedtui


def test_a_hit_is_printed_with_its_feed_and_the_place_in_its_text(
    feedtui: Feedtui, stocked: Home
) -> None:
    assert feedtui("search", "--update") == (0, "5 entries taken into the index\n", "")
    code, out, err = feedtui("search", "text", "beta")
    assert (code, err) == (0, "")
    heading, snippet = out.splitlines()
    assert re.fullmatch(r"[0-9a-f]{16}  \d{4}-\d\d-\d\d  News  Beta", heading)
    assert snippet.startswith("    The text of Beta. More. More.")


def test_as_json_a_hit_says_where_the_words_are(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("search", "--update")
    code, out, _ = feedtui("search", "--json", "text", "beta")
    (found,) = map(json.loads, out.splitlines())
    assert (code, found["feed"], found["title"]) == (0, NEWS, "Beta")
    assert found["snippet"].startswith("The text of Beta. More.")
    assert found["marks"] == [[4, 8], [12, 16]]


def test_at_most_so_many_are_printed(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("search", "--update")
    assert len(feedtui("search", "--json", "--limit", "2", "text")[1].splitlines()) == 2


def test_without_the_index_it_is_said_that_this_was_slower(feedtui: Feedtui, stocked: Home) -> None:
    code, out, err = feedtui("search", "--json", "sonnet")
    assert (code, len(out.splitlines())) == (0, 1)
    assert err == (
        "feedtui: searched without the index, slower: there is no search index yet; "
        "`feedtui search --update` makes it\n"
    )


def test_nothing_found_is_said(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("search", "--update")
    assert feedtui("search", "whales") == (1, "", "feedtui: nothing is found\n")


def test_a_search_for_nothing_is_wrong_usage(feedtui: Feedtui, stocked: Home) -> None:
    code, out, err = feedtui("search", " ")
    assert (code, out) == (2, "")
    assert "say what to look for" in err


def test_an_unknown_state_is_wrong_usage(feedtui: Feedtui, stocked: Home) -> None:
    assert feedtui("search", "is:new")[0] == 2


def test_the_index_can_be_made_anew(feedtui: Feedtui, stocked: Home, places: Places) -> None:
    feedtui("search", "--update")
    assert feedtui("search", "--update") == (0, "0 entries taken into the index\n", "")
    places.search.write_bytes(b"nonsense")
    assert feedtui("search", "--rebuild") == (0, "5 entries taken into the index\n", "")
    assert feedtui("search", "--rebuild", "--json", "sonnet")[0] == 0


def test_a_refresh_fills_the_index(feedtui: Feedtui, loopback: Loopback, places: Places) -> None:
    loopback.pages["/feed.xml"] = rss("Red", "Green", title="Colours")
    feedtui("add", loopback.url("/feed.xml"))
    loopback.pages["/feed.xml"] = rss("Red", "Green", "Blue", title="Colours")
    assert feedtui("refresh", "--force")[0] == 0
    code, out, err = feedtui("search", "--json", "blue")
    assert (code, json.loads(out)["title"], err) == (0, "Blue", "")


def test_a_refresh_goes_well_when_the_index_cannot_be_written(
    feedtui: Feedtui, loopback: Loopback, places: Places
) -> None:
    loopback.pages["/feed.xml"] = rss("Red", title="Colours")
    feedtui("add", loopback.url("/feed.xml"))
    places.search.mkdir(parents=True)
    code, out, err = feedtui("refresh", "--force")
    assert (code, out.splitlines()[-1]) == (0, "0 new entries; feeds: 1 unchanged")
    assert err.count("Searching works without the index, slower") == 1


def test_on_a_terminal_the_hits_are_bold(stocked: Home) -> None:
    run(["search", "--update"])
    said = in_terminal("search", "beta", "title:beta")
    assert said.splitlines()[0].endswith("  News  \x1b[1mBeta\x1b[22m")
    assert "The text of \x1b[1mBeta\x1b[22m. More." in said


def test_where_colours_are_unwanted_nothing_is_bold(
    stocked: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["search", "--update"])
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in in_terminal("search", "beta")


def in_terminal(*words: str) -> str:
    """What a command prints on a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-P", "-m", "feedtui", *words]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        said = b"".join(iter(partial(_read, ours), b""))
    os.close(ours)
    return said.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""  # how Linux says that the other end is closed
