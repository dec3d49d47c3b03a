import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import clean_line
from feedtui.config.subscriptions import (
    add,
    add_all,
    change,
    first_file,
    read_subscriptions,
    remove,
)
from feedtui.errors import ConfigError, UsageError
from feedtui.model import Subscription

NEW = Subscription("https://example.org/new")

FILE = """\
# My feeds.

# --- news ---

# LWN: paid until 2027
[[feed]]  # weekly
url = "https://example.org/lwn"  # the address
# interval = "3h"
title = "LWN"
tags = [
    "linux", # of course
]

# about the blog
[[feed]]
  url = 'https://example.org/blog'
  interval = "120m"   # slow server

# --- the end ---
"""


def read(text: str) -> tuple[Subscription, ...]:
    return read_subscriptions(text, "feeds.toml")


def test_a_feed_is_added_at_the_end() -> None:
    feed = Subscription(
        "https://example.org/new",
        title='The "new"',
        folder="A/B",
        tags=("x", "y z"),
        hidden=True,
        interval=7200,
    )
    assert add(FILE, feed) == FILE + (
        "\n"
        "[[feed]]\n"
        'url = "https://example.org/new"\n'
        'title = "The \\"new\\""\n'
        'folder = "A/B"\n'
        'tags = ["x", "y z"]\n'
        "hidden = true\n"
        'interval = "2h"\n'
    )


def test_a_feed_is_added_to_an_empty_file() -> None:
    assert add("", NEW) == '[[feed]]\nurl = "https://example.org/new"\n'


def test_a_feed_is_added_to_the_first_file() -> None:
    assert read(add(first_file(), NEW)) == (NEW,)


def test_many_feeds_are_added_as_one_after_the_other_would_be() -> None:
    wanted = [Subscription(f"https://example.org/{number}", "T") for number in range(3)]
    assert add_all(FILE, wanted) == add(add(add(FILE, wanted[0]), wanted[1]), wanted[2])
    assert add_all(FILE, []) == FILE
    with pytest.raises(UsageError, match="new is subscribed to already"):
        add_all(FILE, [NEW, NEW])


def test_a_file_keeps_the_way_its_last_line_ends() -> None:
    text = '[[feed]]\nurl = "https://example.org/a"'
    assert add(text, NEW) == text + '\n\n[[feed]]\nurl = "https://example.org/new"'
    assert remove(add(text, NEW), NEW.url) == text


def test_line_ends_of_windows_stay() -> None:
    text = '# x\r\n[[feed]]\r\nurl = "https://example.org/a"\r\n'
    added = add(text, NEW)
    assert added == text + '\r\n[[feed]]\r\nurl = "https://example.org/new"\r\n'
    titled = change(added, NEW.url, replace(NEW, title="T"))
    assert titled == added + 'title = "T"\r\n'


def test_a_feed_is_removed_and_every_comment_stays() -> None:
    assert (
        remove(FILE, "https://example.org/lwn")
        == """\
# My feeds.

# --- news ---

# LWN: paid until 2027
# weekly
# the address
# interval = "3h"
# of course

# about the blog
[[feed]]
  url = 'https://example.org/blog'
  interval = "120m"   # slow server

# --- the end ---
"""
    )


def test_where_a_feed_was_removed_no_gap_stays() -> None:
    one, two = (
        '[[feed]]\nurl = "https://example.org/1"\n',
        '[[feed]]\nurl = "https://example.org/2"\n',
    )
    text = f"{one}\n{two}"
    assert remove(text, "https://example.org/1") == two
    assert remove(text, "https://example.org/2") == one
    assert remove(one, "https://example.org/1") == ""


def test_only_the_keys_that_differ_are_written() -> None:
    changed = change(
        FILE,
        "https://example.org/blog",
        Subscription("https://example.org/blog", title="Blog", interval=7200, hidden=True),
    )
    assert changed == FILE.replace(
        "# slow server\n", '# slow server\n  title = "Blog"\n  hidden = true\n'
    )


def test_a_key_that_gets_its_default_goes_and_its_comments_stay() -> None:
    changed = change(FILE, "https://example.org/blog", Subscription("https://example.org/blog"))
    assert changed == FILE.replace('  interval = "120m"   # slow server', "  # slow server")


def test_a_value_is_replaced_in_its_place() -> None:
    changed = change(
        FILE,
        "https://example.org/lwn",
        Subscription("https://example.org/new", title="LWN", tags=("linux", "paid")),
    )
    assert changed == FILE.replace("example.org/lwn", "example.org/new").replace(
        'tags = [\n    "linux", # of course\n]', '# of course\ntags = ["linux", "paid"]'
    )


def test_changing_nothing_changes_nothing() -> None:
    [lwn, blog] = read(FILE)
    assert change(change(FILE, lwn.url, lwn), blog.url, blog) == FILE


def test_quoted_keys_and_headers_are_found() -> None:
    text = '[[ "feed" ]]\n"url" = "https://example.org/a"\n\'title\' = """\nA"""\n'
    changed = change(text, "https://example.org/a", Subscription("https://example.org/a", "B"))
    assert changed == text.replace('"""\nA"""', '"B"')


def test_what_only_looks_like_a_feed_is_left_alone() -> None:
    text = (
        '[[feed]]\nurl = "https://example.org/a"\ntitle = """\n'
        '[[feed]]\nurl = "https://example.org/b"\n"""\n'
    )
    assert remove(text, "https://example.org/a") == ""
    with pytest.raises(UsageError, match=r"b is not in feeds\.toml"):
        remove(text, "https://example.org/b")


@pytest.mark.parametrize("text", ["[[feed]\n", '[[feed]]\nurl = "https://example.org/a"\nx = 1\n'])
def test_a_file_with_mistakes_is_not_edited(text: str) -> None:
    with pytest.raises(ConfigError):
        add(text, NEW)
    with pytest.raises(ConfigError):
        remove(text, "https://example.org/a")
    with pytest.raises(ConfigError):
        change(text, "https://example.org/a", NEW)


def test_a_feed_is_not_added_twice() -> None:
    with pytest.raises(UsageError, match="lwn is subscribed to already"):
        add(FILE, Subscription("https://example.org/lwn"))


def test_a_feed_does_not_take_the_address_of_another() -> None:
    with pytest.raises(UsageError, match="is on line"):
        change(FILE, "https://example.org/lwn", Subscription("https://example.org/blog"))


def test_a_feed_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match=r"new is not in feeds\.toml"):
        remove(FILE, NEW.url)
    with pytest.raises(UsageError, match=r"new is not in feeds\.toml"):
        change(FILE, NEW.url, NEW)


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (Subscription("example.org"), "expected a web address"),
        (Subscription("https://example.org/x", folder="a//b"), "feed.folder"),
        (Subscription("https://example.org/x", tags=("",)), "feed.tags"),
        (Subscription("https://example.org/x", interval=0), "feed.interval"),
    ],
)
def test_what_could_not_be_read_again_is_not_written(feed: Subscription, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        add(FILE, feed)
    with pytest.raises(UsageError, match=reason):
        change(FILE, "https://example.org/lwn", feed)


def test_feeds_in_one_inline_list_are_refused_with_advice() -> None:
    text = '\nfeed = [{ url = "https://example.org/a" }]\n'
    advice = r"feeds\.toml:2: .* as \[\[feed\]\] tables"
    with pytest.raises(UsageError, match=advice):
        add(text, NEW)
    with pytest.raises(UsageError, match=advice):
        remove(text, "https://example.org/a")


def test_an_edit_among_two_thousand_feeds_takes_no_second() -> None:
    feed = '[[feed]]\nurl = "https://example.org/{}"\ntitle = "Feed {}"\ntags = ["a", "b"]\n\n'
    text = "".join(feed.format(number, number) for number in range(2000))
    started = time.process_time()
    assert add(text, NEW).startswith(text)
    assert time.process_time() - started < 2


words = st.text(st.characters(codec="utf-8"), max_size=12).map(clean_line)
names = words.filter(bool)
folders = st.lists(names.map(lambda name: name.replace("/", "∕")), max_size=3).map("/".join)
feeds = st.builds(
    Subscription,
    url=st.integers(0, 10**6).map("https://example.org/{}".format),
    title=words,
    folder=folders,
    tags=st.lists(names, max_size=3).map(tuple),
    hidden=st.booleans(),
    interval=st.none() | st.integers(300, 365 * 86400),
)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, ...]:
    """Blocks of a feeds.toml: a feed with comments wherever they may stand, or comments alone, or
    the table of a folder that no feed is in.
    """
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    made = draw(st.lists(st.none() | feeds, max_size=5, unique_by=lambda feed: feed and feed.url))
    comments = map("# comment {}".format, range(10**6))
    blocks = []
    for feed in made:
        lines = [""] * draw(st.integers(0, 2))
        lines += [next(comments)] * draw(st.integers(0, 1))
        for line in add("", feed).splitlines() if feed else ():
            lines += [next(comments)] * draw(st.integers(0, 1))
            spaced = line.replace("[", "[ ", 1) if line.startswith("tags") else line
            lines.append(spaced + draw(st.sampled_from(["", "  ", f"\t{next(comments)}"])))
        blocks.append("".join(line + line_end for line in lines))
    for number in range(draw(st.integers(0, 2))):
        table = (f'[folder."a longer name {number}"]  {next(comments)}', f"keep = {number + 1}", "")
        blocks.insert(draw(st.integers(0, len(blocks))), line_end.join(table))
    return tuple(blocks)


def feed_blocks(blocks: tuple[str, ...]) -> list[tuple[Subscription, int]]:
    return [(read(block)[0], place) for place, block in enumerate(blocks) if read(block)]


def comments_of(text: str) -> list[str]:
    return re.findall(r"# comment \d+", text)


def lines_with_text(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@given(files(), feeds, st.booleans())
def test_adding_leaves_the_text_and_adds_the_feed(
    blocks: tuple[str, ...], feed: Subscription, closed: bool
) -> None:
    text = "".join(blocks) if closed else "".join(blocks).rstrip("\r\n")
    if feed.url in {each.url for each in read(text)}:
        return
    added = add(text, feed)
    assert added.startswith(text)
    assert read(added) == (*read(text), feed)
    assert lines_with_text(remove(added, feed.url)) == lines_with_text(text)


@given(files(), st.data())
def test_removing_takes_one_feed_and_no_comment(
    blocks: tuple[str, ...], data: st.DataObject
) -> None:
    held = feed_blocks(blocks)
    if not held:
        return
    feed, place = data.draw(st.sampled_from(held))
    text = "".join(blocks)
    removed = remove(text, feed.url)
    assert read(removed) == tuple(each for each in read(text) if each.url != feed.url)
    assert comments_of(removed) == comments_of(text)
    others = [*blocks[:place], *comments_of(blocks[place]), *blocks[place + 1 :]]
    assert [line.strip() for line in lines_with_text(removed)] == [
        line.strip() for block in others for line in lines_with_text(block)
    ]


@given(files(), feeds, st.data())
def test_changing_a_feed_leaves_the_others_byte_for_byte(
    blocks: tuple[str, ...], new: Subscription, data: st.DataObject
) -> None:
    held = feed_blocks(blocks)
    if not held:
        return
    feed, place = data.draw(st.sampled_from(held))
    text = "".join(blocks)
    new = replace(new, url=feed.url)
    changed = change(text, feed.url, new)
    assert read(changed) == tuple(new if each.url == feed.url else each for each in read(text))
    assert changed.startswith("".join(blocks[:place]))
    assert changed.endswith("".join(blocks[place + 1 :]))
    assert sorted(comments_of(changed)) == sorted(comments_of(text))
    assert change(changed, new.url, new) == changed
