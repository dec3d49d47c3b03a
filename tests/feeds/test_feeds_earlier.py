from dataclasses import replace

from feedtui.clean import SafeText
from feedtui.feeds.earlier import earlier_of
from feedtui.feeds.identity import entry_id
from feedtui.feeds.merge import merge
from feedtui.model import Body, Entry, Feed, StoredFeed, Version

URL = "https://example.org/feed"
NAME = entry_id(URL, "guid")
POST = Entry("guid", SafeText("A title"), SafeText("https://example.org/1"), body="<p>Text</p>")


def changed_to(entry: Entry) -> dict[str, Version]:
    first = merge(StoredFeed(URL), Feed(SafeText("F"), entries=(POST,)), 100)
    then = merge(first.feed, Feed(SafeText("F"), entries=(entry,)), 200)
    return earlier_of(then, first.bodies, 200)


def test_an_edited_text_leaves_the_earlier_one() -> None:
    earlier = Version(POST.title, Body("<p>Text</p>"), since=100, until=200)
    assert changed_to(replace(POST, body="<p>Edited</p>")) == {NAME: earlier}


def test_an_edited_title_does_so_too() -> None:
    assert list(changed_to(replace(POST, title=SafeText("Edited")))) == [NAME]


def test_what_only_churns_leaves_nothing() -> None:
    assert changed_to(replace(POST, body="<p id='2'>Text </p>")) == {}


def test_a_text_that_was_emptied_is_kept_as_it_is_and_is_no_earlier_one() -> None:
    assert changed_to(replace(POST, body="")) == {}


def test_another_link_is_a_change_but_no_other_text() -> None:
    assert changed_to(replace(POST, link=SafeText("https://example.org/2"))) == {}
