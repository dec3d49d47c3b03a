import json
import re

from feedtui.cli.undo import when
from feedtui.library.home import Home
from feedtui.query.views import ALL
from feedtui.store.paths import Places
from loopback import Loopback, rss
from stock import NEWS, Feedtui
from world import NOON

DAY = 24 * 3600


def unread(home: Home) -> int:
    return home.library().counts(ALL).unread


def test_marking_is_taken_back_and_done_again(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("mark", "feed:news", "--read", "--star")
    assert feedtui("undo") == (0, "took back: marked read, starred: 3 entries\n", "")
    assert unread(stocked) == 5
    assert feedtui("redo") == (0, "did again: marked read, starred: 3 entries\n", "")
    assert unread(stocked) == 2


def test_one_marked_entry_is_called_by_its_title(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("mark", stocked.library().items(ALL)[0].head.id, "--tag", "later", "--unread")
    assert feedtui("undo")[1] == "took back: tagged later, marked unread: “Alpha”\n"


def test_without_anything_done_that_is_said(feedtui: Feedtui) -> None:
    assert feedtui("undo") == (2, "", "feedtui: there is nothing to take back\n")
    assert feedtui("redo") == (2, "", "feedtui: there is nothing to do again\n")
    assert feedtui("undo", "--list") == (0, "", "")


def test_the_list_names_the_steps_the_latest_first(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("mark", "feed:news", "--read")
    feedtui("mark", "feed:poems", "--star")
    lines = feedtui("undo", "--list")[1].splitlines()
    assert [re.sub("[0-9]{2}:[0-9]{2}", "TIME", line) for line in lines] == [
        "1  TIME  starred: 2 entries",
        "2  TIME  marked read: 3 entries",
    ]
    assert unread(stocked) == 2


def test_the_list_as_objects(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("mark", "feed:news", "--read")
    (line,) = feedtui("undo", "--list", "--json")[1].splitlines()
    step = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", step.pop("time"))
    assert step == {"number": 1, "name": "marked read: 3 entries"}


def test_one_of_the_list_is_taken_back_by_its_number(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("mark", "feed:news", "--read")
    feedtui("mark", "feed:poems", "--star")
    assert feedtui("undo", "2")[1] == "took back: marked read: 3 entries\n"
    assert unread(stocked) == 5
    code, _, err = feedtui("undo", "2")
    assert (code, err) == (
        2,
        "feedtui: there is no step 2; `feedtui undo --list` names them\n",
    )


def test_a_time_of_today_is_shown_by_the_minute_and_an_older_one_with_its_day() -> None:
    assert re.fullmatch(r"\d\d:\d\d", when(NOON, NOON))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", when(NOON - 2 * DAY, NOON))


def test_subscribing_and_unsubscribing_are_taken_back(
    feedtui: Feedtui, loopback: Loopback, places: Places
) -> None:
    loopback.pages["/feed.xml"] = rss("Red", "Green", title="Colours")
    assert feedtui("add", loopback.url("/feed.xml"), "--folder", "Arts")[0] == 0
    subscribed = places.subscriptions.read_text()
    assert feedtui("undo")[1] == "took back: subscribed to Colours\n"
    assert "[[feed]]\nurl" not in places.subscriptions.read_text()
    feedtui("redo")
    assert places.subscriptions.read_text() == subscribed
    feedtui("remove", "colours")
    assert feedtui("undo")[1] == "took back: unsubscribed from Colours\n"
    assert places.subscriptions.read_text() == subscribed
    assert len(feedtui("entries")[1].splitlines()) == 2


def test_no_password_of_an_address_is_in_what_is_shown(feedtui: Feedtui, places: Places) -> None:
    places.config.mkdir(parents=True)
    places.subscriptions.write_text('[[feed]]\nurl = "https://me:secret@a.example/feed"\n')
    feedtui("remove", "a.example")
    assert "secret" not in feedtui("undo", "--list")[1]
    assert "secret" not in feedtui("undo")[1]


def test_an_import_is_one_step(feedtui: Feedtui, stocked: Home) -> None:
    file = stocked.places.config / "urls"
    file.write_text("https://one.example/feed\nhttps://two.example/feed\n")
    feedtui("import", str(file))
    assert len(stocked.subscriptions()) == 4
    assert feedtui("undo")[1] == "took back: imported urls\n"
    assert len(stocked.subscriptions()) == 2
    assert stocked.subscriptions()[0].url == NEWS
