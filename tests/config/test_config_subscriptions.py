import time
from contextlib import suppress
from dataclasses import fields, replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feedtui.config.feed_kinds import KINDS
from feedtui.config.subscriptions import change, first_file, read_subscriptions
from feedtui.errors import ConfigError
from feedtui.model import Subscription


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read_subscriptions(text, "feeds.toml")
    return [str(problem) for problem in caught.value.problems]


def test_feeds_are_read_in_the_order_of_the_file() -> None:
    text = """
# mine
[[feed]]
url = "https://example.org/feed.xml"
folder = "Ideas / Rationality"     # folders nest
tags = [
    "ai", # and more
    "long",
]

[[feed]]
url = "http://example.net/rss?a=1&b=2"
title = "LWN"
hidden = true
interval = "2h"

[[feed]]
url = "feedtui:welcome"
"""
    assert read_subscriptions(text, "feeds.toml") == (
        Subscription(
            "https://example.org/feed.xml", folder="Ideas/Rationality", tags=("ai", "long")
        ),
        Subscription("http://example.net/rss?a=1&b=2", title="LWN", hidden=True, interval=7200),
        Subscription("feedtui:welcome"),
    )


def test_feeds_may_be_one_inline_list() -> None:
    text = 'feed = [{ url = "https://example.org/a" }, { url = "https://example.org/b" }]'
    urls = [feed.url for feed in read_subscriptions(text, "feeds.toml")]
    assert urls == ["https://example.org/a", "https://example.org/b"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "feed = []"])
def test_a_file_may_hold_no_feed(text: str) -> None:
    assert read_subscriptions(text, "feeds.toml") == ()


def test_every_mistake_is_named_with_its_line() -> None:
    text = """\
[[feed]]
titel = "no address"

[[feed]]
url = ""

[[feed]]
url = "gopher://example.org/"
tags = "one"
folder = "News//Local"

[[feed]]
url = "https://example.org/a"
interval = "1m"

[[feed]]
url = "https://example.org/a"   # again

[feeds]
"""
    address = 'a web address ("https://…"), "file:///path", "exec:program" or "feedtui:welcome"'
    assert problems(text) == [
        f"feeds.toml:1: feed.url: missing; expected {address}",
        "feeds.toml:2: feed.titel: there is no such setting; did you mean title?",
        f'feeds.toml:5: feed.url: expected {address}; got ""',
        f'feeds.toml:8: feed.url: expected {address}; got "gopher://example.org/"',
        'feeds.toml:9: feed.tags: expected a list of texts, such as ["news", "long"]; got "one"',
        (
            'feeds.toml:10: feed.folder: expected names with "/" between them, '
            'such as "News/Local"; got "News//Local"'
        ),
        (
            "feeds.toml:14: feed.interval: expected a duration from 5m to 365d, "
            'such as "30m" or "2h"; got "1m"'
        ),
        "feeds.toml:17: feed.url: https://example.org/a is on line 13 already",
        "feeds.toml:19: feeds: there is no such setting; did you mean feed?",
    ]


def test_single_brackets_are_explained() -> None:
    assert problems('[feed]\nurl = "https://example.org/"') == [
        "feeds.toml:1: feed: expected tables that begin with [[feed]]; got a table"
    ]


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "https://",
        "https://[",
        "https:///feed",
        "ftp://example.org/",
        "file:",
        "file:feed.xml",
        "file://example.org/feed.xml",
        "file:///feed.xml?a",
        "FILE:///feed.xml",
        "exec:",
        "exec: ",
        "exec:make-feed 'unfinished",
        "exec:make-feed  twice",
        "data:text/xml,<rss/>",
        "javascript:alert(1)",
        "https://example.org/a b",
        "https://example.org/a\\nb",
        "https://example.org/\\u202egpj.exe",
        " https://example.org/",
        "feedtui:other",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    [problem] = problems(f'[[feed]]\nurl = "{url}"\n')
    assert problem.startswith("feeds.toml:2: feed.url: expected a web address")


@pytest.mark.parametrize(
    "url",
    [
        "file:///home/me/feed.xml",
        "file:///home/me/my%20feed.xml",
        "exec:~/bin/make-feed --all 'two words'",
        "https://me:secret@example.org/feed",
    ],
)
def test_files_programs_and_credentials_may_be_named_by_the_person(url: str) -> None:
    assert read_subscriptions(f'[[feed]]\nurl = "{url}"\n', "f") == (Subscription(url),)


def test_no_message_repeats_a_password() -> None:
    for url in ("https://me:secret@", "https://me:secret@example.org/a b", "x://me:se/cret@a"):
        [problem] = problems(f'[[feed]]\nurl = "{url}"\n')
        assert "•••@" in problem
        assert "cret" not in problem
    feed = '[[feed]]\nurl = "https://me:secret@example.org/"\n'
    assert problems(feed + feed) == [
        "feeds.toml:4: feed.url: https://•••@example.org/ is on line 2 already"
    ]


def test_two_feeds_cannot_have_their_entries_in_one_place() -> None:
    a, b = "https://example.org/a", "https://example.org/b"
    moved = f'[[feed]]\nurl = "{b}"\nformerly = "{a}"\n'
    told = f"{a} names the entries of the feed on line"
    old = f'[[feed]]\nurl = "{a}"\n'
    assert problems(old + moved) == [f"feeds.toml:5: feed.formerly: {told} 2 already"]
    assert problems(moved + old) == [f"feeds.toml:5: feed.url: {told} 3 already"]
    other = f'[[feed]]\nurl = "https://example.org/c"\nformerly = "{a}"\n'
    assert problems(moved + other) == [f"feeds.toml:6: feed.formerly: {told} 3 already"]


def test_feeds_may_have_changed_places() -> None:
    a, b = "https://example.org/a", "https://example.org/b"
    feed = '[[feed]]\nurl = "{}"\nformerly = "{}"\n'
    feeds = read_subscriptions(feed.format(a, b) + feed.format(b, a), "feeds.toml")
    assert [(each.url, each.key) for each in feeds] == [(a, b), (b, a)]


def test_a_former_address_that_is_the_present_one_says_nothing() -> None:
    a = "https://example.org/a"
    [feed] = read_subscriptions(f'[[feed]]\nurl = "{a}"\nformerly = "{a}"\n', "feeds.toml")
    assert feed.key == a


@pytest.mark.parametrize("digits", ["3f", "z" * 64, "a" * 65, " "])
def test_a_fingerprint_has_64_hexadecimal_digits(digits: str) -> None:
    text = f'[[feed]]\nurl = "https://example.org"\ncertificate = "{digits}"\n'
    [problem] = problems(text)
    assert problem.startswith("feeds.toml:3: feed.certificate: expected a SHA-256 fingerprint")


@pytest.mark.parametrize("folder", ["/", "/a", "a/", "a//b", "a/ /b", " ", "a/\\u200b"])
def test_every_part_of_a_folder_needs_a_name(folder: str) -> None:
    [problem] = problems(f'[[feed]]\nurl = "https://example.org"\nfolder = "{folder}"\n')
    assert problem.startswith("feeds.toml:3: feed.folder: ")


def test_which_entries_full_texts_are_wanted_of_is_one_of_three_words() -> None:
    text = '[[feed]]\nurl = "https://example.org"\nfull_text = "{}"\n'
    for word in ("always", "short", "never"):
        [feed] = read_subscriptions(text.format(word), "feeds.toml")
        assert feed.full_text == word
    assert problems(text.format("sometimes")) == [
        'feeds.toml:3: feed.full_text: expected "always" or "short" or "never"; got "sometimes"'
    ]
    [problem] = problems(text.replace("full_text", "fulltext").format("short"))
    assert problem.startswith("feeds.toml:3: feed.fulltext: ")
    assert problem.endswith("did you mean full_text?")


def test_a_wish_for_full_texts_survives_edits_and_can_be_changed() -> None:
    text = (
        '[[feed]]\nurl = "https://example.org"\n'
        'full_text = "short"  # they send summaries\ntitle = "A"\n'
    )
    [feed] = read_subscriptions(text, "feeds.toml")
    renamed = change(text, feed.url, replace(feed, title="B"))
    assert renamed == text.replace('"A"', '"B"')
    wanted = change(text, feed.url, replace(feed, full_text="always"))
    assert wanted == text.replace('"short"', '"always"')
    assert "full_text" not in change(text, feed.url, replace(feed, full_text="never"))


def test_what_will_be_shown_is_clean() -> None:
    text = (
        '[[feed]]\nurl = "https://example.org"\ntitle = "a\\u001b[31m\\u202eb"\n'
        'folder = "c\\n/d"\ntags = ["e\\u0000"]\n'
    )
    [feed] = read_subscriptions(text, "feeds.toml")
    assert (feed.title, feed.folder, feed.tags) == ("ab", "c/d", ("e",))


def test_every_field_of_a_subscription_can_be_written() -> None:
    assert list(KINDS) == [field.name for field in fields(Subscription)]


def test_the_first_file_holds_no_feed() -> None:
    assert read_subscriptions(first_file(), "feeds.toml") == ()


def test_the_example_in_the_first_file_works_when_its_marks_are_taken_away() -> None:
    _, _, commented = first_file().partition("# [[feed]]\n")
    feed, _, tables = commented.partition("#\n# What holds")
    _, _, tables = tables.partition("#\n")
    lines = ("[[feed]]\n" + feed + tables).splitlines(True)
    live = "".join(line.removeprefix("# ").removeprefix("#") for line in lines)
    assert read_subscriptions(live, "feeds.toml") == (
        Subscription(
            "https://example.org/feed.xml",
            title="An example",
            folder="News/Local",
            tags=("local", "long", "weekly"),
            hidden=False,
            interval=7200,
            full_text="never",
            notify=True,
            formerly="https://example.org/rss",
            keep=500,
            keep_for=365 * 86_400,
        ),
    )
    assert all(f"# {key} = " in first_file() for key in KINDS)


def test_two_thousand_feeds_are_read_at_once() -> None:
    feed = '[[feed]]\nurl = "https://example.org/{}"\ntitle = "Feed {}"\ntags = ["a", "b"]\n\n'
    text = "".join(feed.format(number, number) for number in range(2000))
    started = time.process_time()
    assert len(read_subscriptions(text, "feeds.toml")) == 2000
    assert time.process_time() - started < 1


@given(st.text(st.sampled_from("[]{}=.,#\"'\\\n\r ftue0feed\ufeff\x00"), max_size=40))
@example("[[feed]]\nurl = 1979-05-27\n")
@example("feed = [1]")
@example("feed.url = inf")
@example('"" = 1')
@example("[[feed]]\n[[feed.url]]\n")
def test_no_text_does_worse_than_being_refused(text: str) -> None:
    with suppress(ConfigError):
        read_subscriptions(text, "feeds.toml")
