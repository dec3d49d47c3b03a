from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.config.subscriptions import add, change, read_subscriptions, remove
from feedtui.errors import ConfigError
from feedtui.model import Subscription

FILE = """\
[defaults]                      # for all
interval = "6h"
tags = ["mine"]
full_text = "short"

[folder."Ideas"]
interval = "2h"  # they write a lot
hidden = true

[folder."Ideas/Rationality"]
tags = ["ai"]
keep = 500

# the feeds

[[feed]]
url = "https://example.org/plain"

[[feed]]
url = "https://example.org/idea"
folder = "Ideas"
hidden = false     # this one I want to see

[[feed]]
url = "https://example.org/deep"
folder = "Ideas/Rationality/Old"
tags = ["long", "ai"]
interval = "1d"
"""
PLAIN, IDEA, DEEP = (f"https://example.org/{name}" for name in ("plain", "idea", "deep"))


def read(text: str) -> dict[str, Subscription]:
    return {feed.url: feed for feed in read_subscriptions(text, "feeds.toml")}


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read_subscriptions(text, "feeds.toml")
    return [str(problem) for problem in caught.value.problems]


def test_a_feed_has_the_nearest_word_and_all_tags() -> None:
    assert read(FILE) == {
        PLAIN: Subscription(PLAIN, tags=("mine",), interval=6 * 3600, full_text="short"),
        IDEA: Subscription(
            IDEA, folder="Ideas", tags=("mine",), interval=2 * 3600, full_text="short"
        ),
        DEEP: Subscription(
            DEEP,
            folder="Ideas/Rationality/Old",
            tags=("mine", "ai", "long"),
            hidden=True,
            interval=24 * 3600,
            full_text="short",
            keep=500,
        ),
    }


def test_a_folder_whose_name_only_begins_the_same_is_another() -> None:
    text = '[folder.Idea]\nhidden = true\n[[feed]]\nurl = "https://example.org/a"\n'
    assert not read(text + 'folder = "Ideas"\n')["https://example.org/a"].hidden
    assert read(text + 'folder = "Idea"\n')["https://example.org/a"].hidden


def test_every_mistake_is_named_with_its_line() -> None:
    text = """\
[defaults]
title = "all the same"
interval = "1s"

[folder."News"]
url = "https://example.org/"
keep = 0

[folder.News.Local]
hidden = true

[folder." News "]
[folder."/"]
[folder]
tags = ["x"]
"""
    known = "known here: full_text, hidden, interval, keep, keep_for, notify, tags"
    assert problems(text) == [
        f"feeds.toml:2: defaults.title: there is no such setting; {known}",
        (
            "feeds.toml:3: defaults.interval: expected a duration from 5m to 365d, "
            'such as "30m" or "2h"; got "1s"'
        ),
        f"feeds.toml:6: folder.News.url: there is no such setting; {known}",
        "feeds.toml:7: folder.News.keep: expected a whole number from 1 to 1000000; got 0",
        (
            "feeds.toml:9: folder.News.Local: "
            'a folder in a folder is written as [folder."News/Local"]'
        ),
        'feeds.toml:12: folder." News ": News is there already',
        ('feeds.toml:13: folder."/": expected names with "/" between them, such as "News/Local"'),
        "feeds.toml:15: folder.tags: expected a table, got a list",
    ]


def test_tables_that_are_none_are_named() -> None:
    assert problems("defaults = 3\nfolder = 4\n") == [
        "feeds.toml:1: defaults: expected a table, got 3",
        'feeds.toml:2: folder: expected tables such as [folder."News"]; got 4',
    ]


def test_an_edit_of_one_key_leaves_every_other_byte() -> None:
    idea = read(FILE)[IDEA]
    titled = change(FILE, IDEA, replace(idea, title="I"))
    assert titled == FILE.replace("to see\n", 'to see\ntitle = "I"\n')
    assert change(FILE, IDEA, idea) == FILE
    assert read(titled)[IDEA] == replace(idea, title="I")


def test_what_is_inherited_is_written_only_where_it_is_to_differ() -> None:
    plain = read(FILE)[PLAIN]
    line = f'url = "{PLAIN}"\n'
    never = change(FILE, PLAIN, replace(plain, full_text="never"))
    assert never == FILE.replace(line, line + 'full_text = "never"\n')
    assert change(never, PLAIN, plain) == FILE
    tagged = change(FILE, PLAIN, replace(plain, tags=("mine", "new")))
    assert tagged == FILE.replace(line, line + 'tags = ["new"]\n')


def test_a_feed_in_another_folder_has_what_that_says() -> None:
    moved = change(FILE, IDEA, replace(read(FILE)[IDEA], folder=""))
    assert moved == FILE.replace('folder = "Ideas"\n', "")
    assert read(moved)[IDEA].interval == 6 * 3600


def test_a_feed_is_added_without_what_it_inherits() -> None:
    new = Subscription("https://example.org/new", folder="Ideas", tags=("mine", "x"), interval=7200)
    added = add(FILE, new)
    assert added == FILE + (
        '\n[[feed]]\nurl = "https://example.org/new"\nfolder = "Ideas"\ntags = ["x"]\n'
    )
    assert read(added)[new.url] == replace(new, hidden=True, full_text="short")
    assert remove(added, new.url) == FILE


def test_tables_behind_the_feeds_stay_where_they_are() -> None:
    tables = '\n[defaults] # at last\nhidden = true\n\n[folder."A/B"]\nkeep = 9\n'
    text = f'[[feed]]\nurl = "{PLAIN}"\n'
    assert remove(text + tables, PLAIN) == tables.removeprefix("\n")
    assert add(text + tables, Subscription(IDEA)).startswith(text + tables)
    assert change(text + tables, PLAIN, replace(read(text + tables)[PLAIN], title="T")) == (
        f'{text}title = "T"\n{tables}'
    )


values = st.fixed_dictionaries(
    {},
    optional={
        "interval": st.sampled_from(['"2h"', '"1d"']),
        "hidden": st.sampled_from(["true", "false"]),
        "full_text": st.sampled_from(['"always"', '"never"']),
        "tags": st.sampled_from(['["a"]', '["a", "b"]', "[]"]),
        "keep": st.just("9"),
    },
)


def table(header: str, held: dict[str, str]) -> str:
    return f"{header}  # kept\n" + "".join(f"{key} = {value}\n" for key, value in held.items())


def changed_somehow(feed: Subscription, data: st.DataObject) -> Subscription:
    return replace(
        feed,
        title=data.draw(st.sampled_from(["", "T"])),
        interval=data.draw(st.sampled_from([feed.interval, 7200, 300])),
        hidden=data.draw(st.booleans()),
        full_text=data.draw(st.sampled_from([feed.full_text, "always", "short", "never"])),
        keep=data.draw(st.sampled_from([feed.keep, 9, 10])),
    )


@given(values, values, values, st.data())
def test_changing_a_feed_writes_what_is_wanted_and_touches_nothing_else(
    defaults: dict[str, str],
    folder: dict[str, str],
    own: dict[str, str],
    data: st.DataObject,
) -> None:
    feed = table("[[feed]]", {"url": f'"{DEEP}"', "folder": '"A/B"', **own})
    tables = [table("[defaults]", defaults), table('[folder."A"]', folder), feed]
    order = data.draw(st.permutations(tables))
    place = order.index(feed)
    text = "".join(order)
    new = changed_somehow(read(text)[DEEP], data)
    changed = change(text, DEEP, new)
    assert read(changed)[DEEP] == new
    assert changed.startswith("".join(order[:place]))
    assert changed.endswith("".join(order[place + 1 :]))
    assert change(changed, DEEP, new) == changed
