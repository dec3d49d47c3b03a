"""What is said outside the screen: the window's title, and new entries."""

import os
from pathlib import Path

from feedtui.library.home import Home
from feedtui.model import Subscription
from feedtui.ui import wire
from feedtui.ui.notices import Title, filled_in, named, title_of, told_of
from loopback import Loopback, rss
from screens import configure
from terminals import terminal

HOSTILE = "x\x1b]0;owned\x07\x9b31m\ny"


def test_the_title_says_how_much_is_unread() -> None:
    assert (title_of(0), title_of(1234)) == ("feedtui", "feedtui (1,234)")


def test_the_title_is_sent_when_it_changes_and_given_back_in_the_end() -> None:
    title = Title(ours=True)
    assert title.about(2) == "\x1b[22;2t\x1b]2;feedtui (2)\x1b\\"
    assert title.about(2) == ""
    assert title.about(0) == "\x1b]2;feedtui\x1b\\"
    assert title.given_back() == "\x1b]2;\x1b\\\x1b[23;2t"
    assert title.given_back() == ""


def test_a_title_that_is_not_ours_is_left_alone() -> None:
    title = Title(ours=False)
    assert title.about(2) + title.given_back() == ""


def test_a_console_has_no_title() -> None:
    assert not wire.knows_titles({"TERM": "linux"})
    assert wire.knows_titles({"TERM": "xterm"})


def test_no_sequence_is_made_of_hostile_words() -> None:
    assert wire.title(HOSTILE) == "\x1b]2;x›31m y\x1b\\"
    assert wire.notification(HOSTILE + ";z", {}) == "\x1b]9;x›31m y,z\x1b\\"


def test_a_notification_goes_the_way_that_the_terminal_knows() -> None:
    assert wire.notification("2 new", {"VTE_VERSION": "1"}) == "\x1b]777;notify;feedtui;2 new\x1b\\"
    assert wire.notification("2 new", {"TERM": "foot"}) == "\x1b]777;notify;feedtui;2 new\x1b\\"
    assert wire.notification("2 new", {"TMUX": "x"}) == "\x1bPtmux;\x1b\x1b]9;2 new\x1b\x1b\\\x1b\\"


FEEDS = (Subscription("a"), Subscription("b", notify=True), Subscription("c", notify=False))


def test_feeds_say_for_themselves_whether_they_are_told_of() -> None:
    new = {"a": 1, "b": 2, "c": 3, "gone": 4}
    assert told_of(new, FEEDS, otherwise=False) == {"b": 2}
    assert told_of(new, FEEDS, otherwise=True) == {"a": 1, "b": 2}
    assert told_of({"b": 0}, FEEDS, otherwise=True) == {}


def test_a_command_gets_count_and_names_each_in_its_place() -> None:
    command = ("notify-send", "feedtui", "{count}: {feeds}")
    assert filled_in(command, 1, ["LWN"]) == ("notify-send", "feedtui", "1 new entry: LWN")


def test_a_feeds_name_is_neither_a_placeholder_nor_an_option_nor_a_program() -> None:
    assert filled_in(("say", "{feeds}"), 2, ["{count}"]) == ("say", "{count}")
    assert filled_in(("say", "{feeds}"), 2, ["--help"]) == ("say", " --help")
    assert filled_in(("{feeds}",), 2, ["rm"]) == ("{feeds}",)
    assert filled_in(("say", "{feeds}"), 2, [HOSTILE]) == ("say", "x›31m y")


def test_a_few_feeds_are_named_and_the_others_counted() -> None:
    assert named(["a", "b", "c"]) == "a, b, c"
    assert named(["a", "b", "c", "d"]) == "a, b, c and 1 more"
    assert len(named(["x" * 99])) == 40


def test_the_window_has_a_title_only_if_it_is_wanted(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        program.end()
        assert b"\x1b]2;" not in program.sent


def test_the_windows_title_follows_what_is_read_and_is_given_back(stocked: Home) -> None:
    configure(stocked, "[screen]\ntitle = true\n")
    with terminal() as program:
        program.wait_for(b"\x1b[22;2t\x1b]2;feedtui (5)\x1b\\")
        program.type(b"m")
        program.wait_for(b"\x1b]2;feedtui (4)\x1b\\")
        program.type(b"q")
        assert program.end() == 0
        assert program.sent.index(b"\x1b[23;2t") > program.sent.index(b"feedtui (4)")


def test_settings_and_feeds_can_ask_for_notices(home: Home) -> None:
    configure(home, '[screen]\nnotify = true\n[programs]\nnotify = ["say", "{count}"]\n')
    settings = home.settings()
    assert settings.screen.notify
    assert settings.programs.notify == ("say", "{count}")


def test_a_feeds_key_is_read_and_inherited(home: Home) -> None:
    home.places.subscriptions.parent.mkdir(parents=True)
    home.places.subscriptions.write_text(
        '[folder."News"]\nnotify = true\n'
        '[[feed]]\nurl = "https://a.example/"\nfolder = "News"\n'
        '[[feed]]\nurl = "https://b.example/"\nfolder = "News"\nnotify = false\n'
        '[[feed]]\nurl = "https://c.example/"\n'
    )
    assert [each.notify for each in home.subscriptions()] == [True, False, None]


def news(home: Home, loopback: Loopback, keys: str = "") -> None:
    """A feed that brings two entries when it is asked."""
    loopback.pages["/feed.xml"] = rss("One", "Two", title="Daily")
    home.places.subscriptions.parent.mkdir(parents=True, exist_ok=True)
    home.places.subscriptions.write_text(f'[[feed]]\nurl = "{loopback.url("/feed.xml")}"\n{keys}')


def test_a_program_is_told_of_new_entries(home: Home, loopback: Loopback, tmp_path: Path) -> None:
    program = tmp_path / "tell"
    told = tmp_path / "told"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {told}\n')
    program.chmod(0o755)
    os.mkfifo(told)
    news(home, loopback)
    configure(
        home,
        f'[screen]\nnotify = true\n[programs]\nnotify = ["{program}", "{{count}}", "{{feeds}}"]\n',
    )
    with terminal() as screen:
        screen.wait_for(b"unread")
        screen.type(b"R")
        assert told.read_text() == "2 new entries|Daily|"


def test_the_terminal_is_told_of_new_entries_of_a_feed_that_wants_it(
    home: Home, loopback: Loopback
) -> None:
    news(home, loopback, "notify = true\n")
    with terminal() as screen:
        screen.wait_for(b"unread")
        screen.type(b"R")
        screen.wait_for(b"\x1b]9;2 new entries: Daily\x1b\\")


def test_nobody_is_told_of_new_entries_unasked(home: Home, loopback: Loopback) -> None:
    news(home, loopback)
    with terminal() as screen:
        screen.wait_for(b"unread")
        screen.type(b"R")
        screen.wait_for(b"2 new entries")
        assert b"\x1b]9;" not in screen.sent
