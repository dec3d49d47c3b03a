from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from feedtui.clean import clean_line
from feedtui.config.settings import Lists
from feedtui.library.library import Counts
from feedtui.model import Head, Item, Source, Status
from feedtui.query.grouping import Part
from feedtui.query.places import Place
from feedtui.query.views import View
from feedtui.ui import browser
from feedtui.ui.arrangement import neighbour, round_trip, shown_panes
from feedtui.ui.bars import fitting
from feedtui.ui.painting import (
    Piece,
    age_of,
    column_widths,
    day_of,
    entry_row,
    fit,
    fold_cells,
    part_row,
    place_row,
)

NOW = 1_790_000_000
SOURCE = Source("https://a.example/feed", clean_line("A feed"))


def item(title: str, age: int = 0) -> Item:
    return Item(Head("0" * 16, clean_line(title)), SOURCE, NOW - age, "0" * 16)


def text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


UNREAD, DEFAULTS = Status(), Lists()


def row(title: str, width: int, status: Status = UNREAD, lists: Lists = DEFAULTS) -> str:
    widths = column_widths(lists, width, with_feed=True)
    return text(entry_row(item(title, 7200), width, NOW, status, widths))


def test_an_entry_says_its_state_title_feed_and_age() -> None:
    assert row("A title", 60) == " ● A title                            A feed             2h "
    assert row("A title", 30) == " ● A title                 2h "
    assert row("A title", 30, Status(True, True)) == "★  A title                 2h "


@given(st.text(max_size=60), st.integers(0, 120), st.booleans(), st.booleans())
def test_an_entry_is_never_wider_than_its_row(
    title: str, width: int, read: bool, starred: bool
) -> None:
    line = row(title, width, Status(read, starred))
    assert cell_len(line) <= max(width, 8)


def test_an_entry_without_a_title_is_called_something() -> None:
    bare = Item(Head("0" * 16, clean_line("")), SOURCE, NOW, "0" * 16)
    widths = column_widths(Lists(), 30, with_feed=False)
    shown = text(entry_row(bare, 30, NOW, Status(), widths))
    assert shown == " ● untitled               now "


ALL_COLUMNS = Lists(columns=("state", "date", "title", "author", "tags", "feed"))
TAGGED = Status(tags=("python", "ai"))


def test_columns_are_those_that_were_chosen_in_their_order() -> None:
    columns = (" ● ", "  2h ", "A title".ljust(24), " " * 16, " python, ai   ", " A feed".ljust(18))
    assert row("A title", 80, TAGGED, ALL_COLUMNS) == "".join(columns)
    assert row("A title", 12, lists=Lists(columns=("title",))) == "A title     "
    assert row("A title", 12, lists=Lists(columns=("state", "date"))) == " ●   2h     "


def test_authors_give_way_to_titles_first_then_tags_then_feeds() -> None:
    rooms = {width: tuple(column_widths(ALL_COLUMNS, width, with_feed=True)) for width in WIDTHS}
    assert rooms == {
        100: ("state", "date", "title", "author", "tags", "feed"),
        60: ("state", "date", "title", "tags", "feed"),
        50: ("state", "date", "title", "feed"),
        40: ("state", "date", "title"),
    }


WIDTHS = (100, 60, 50, 40)


def test_dates_can_be_days_where_there_is_room() -> None:
    absolute = Lists(dates="absolute")
    noon = int(datetime(2026, 9, 21, 12).astimezone().timestamp())
    assert day_of(noon - 3600, noon) == "11:00"
    assert day_of(noon - 3 * 86400, noon) == "2026-09-18"
    assert len(row("A title", 60, lists=absolute).split()[-1]) in {len("11:00"), len("2026-09-18")}
    assert row("A title", 24, lists=absolute).endswith(" 2h ")


def test_what_is_selected_has_a_sign() -> None:
    widths = column_widths(Lists(), 30, with_feed=False)
    shown = text(entry_row(item("A title"), 30, NOW, Status(), widths, picked=True))
    assert shown.startswith(" ●✓A title")


def test_a_part_of_a_list_has_a_heading_with_its_length() -> None:
    today = datetime.fromtimestamp(NOW).astimezone().date()
    assert text(part_row(Part(0, 1200, day=today), 24, today)) == "— Today         (1,200) "
    assert text(part_row(Part(0, 2, "A feed"), 16, today)) == "— A feed    (2) "


def test_wide_characters_are_cut_whole() -> None:
    assert fit("日本語", 6) == "日本語"
    assert fit("日本語", 5) == "日本…"
    assert fit("日本語", 4) == "日 …"
    assert fit("abc", 0) == ""


def place(title: str, counts: Counts, width: int = 20, **known: object) -> str:
    where = Place(View("feed", SOURCE.url), title, **known)  # type: ignore[arg-type]
    return text(place_row(where, counts, width, NOW, Lists()))


def test_a_feed_says_how_much_is_unread_and_whether_it_fails() -> None:
    assert place("A feed", Counts(9, 3), depth=1, source=SOURCE) == "   A feed         3 "
    failing = replace(SOURCE, error=clean_line("it is gone"))
    assert place("A feed", Counts(9, 0), source=failing) == " ! A feed           "
    lost = replace(failing, succeeded=NOW - 40 * 86400)
    assert place("A feed", Counts(9, 0), source=lost) == " ? A feed           "
    silent = replace(SOURCE, latest=NOW - 200 * 86400)
    assert place("A feed", Counts(9, 0), source=silent) == " ~ A feed           "


def test_a_folder_shows_whether_it_is_folded_and_where_to_click_for_it() -> None:
    shut = Place(View("folder", "A/B"), "B", 1, fold="shut")
    opened = replace(shut, fold="open")
    assert text(place_row(shut, Counts(9, 3), 14, NOW, Lists())) == "   ▸ B      3 "
    assert text(place_row(opened, Counts(9, 3), 14, NOW, Lists())) == "   ▾ B      3 "
    assert (fold_cells(shut), fold_cells(replace(shut, fold="none"))) == (range(3, 5), range(0))


def test_numbers_beside_feeds_are_those_that_were_chosen() -> None:
    feed = Place(View("feed", SOURCE.url), "A feed")
    rows = {
        each: text(place_row(feed, Counts(9, 3), 16, NOW, Lists(counts=each)))
        for each in ("unread", "both", "none")
    }
    assert rows == {
        "unread": " A feed       3 ",
        "both": " A feed     3/9 ",
        "none": " A feed         ",
    }


@pytest.mark.parametrize(
    ("age", "shown"),
    [
        (0, "now"),
        (-5, "now"),
        (60, "1m"),
        (3599, "59m"),
        (3600, "1h"),
        (86400, "1d"),
        (13 * 86400, "13d"),
        (14 * 86400, "2w"),
        (99 * 7 * 86400, "99w"),
        (3 * 365 * 86400, "3y"),
    ],
)
def test_an_age_takes_three_cells_at_most(age: int, shown: str) -> None:
    assert age_of(NOW - age, NOW) == shown


def test_panes_are_shown_as_far_as_there_is_room() -> None:
    assert shown_panes(120, "article") == ("feeds", "entries", "article")
    assert shown_panes(80, "entries") == ("feeds", "entries")
    assert shown_panes(80, "feeds") == ("feeds", "entries")
    assert shown_panes(80, "article") == ("article",)
    assert shown_panes(40, "entries") == ("entries",)


def test_the_footer_shows_whole_hints_and_always_the_last_two() -> None:
    hints = (("Enter", "open"), ("n", "next unread"), ("?", "help"), ("q", "quit"))
    assert fitting(hints, 100) == hints
    assert fitting(hints, 36) == (hints[0], *hints[2:])
    assert fitting(hints, 5) == hints[2:]


def test_the_way_from_pane_to_pane() -> None:
    assert [neighbour("feeds", -1), neighbour("feeds", 1), neighbour("article", 1)] == [
        "feeds",
        "entries",
        "article",
    ]
    assert [round_trip("article", 1), round_trip("feeds", -1)] == ["feeds", "article"]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "-version",
        "http:",
        "http:///x",
        "ms-settings:x",
        "vbscript:x",
        "\\\\host\\share",
    ],
)
def test_what_is_no_web_address_is_not_opened(url: str) -> None:
    assert isinstance(browser.opener(url, ("firefox",), {}), str)


def test_a_browser_gets_the_address_as_one_argument() -> None:
    url = "https://example.org/?a=1&b=$(reboot);'\""
    assert browser.opener(url, ("firefox", "--new-tab"), {"BROWSER": "x"}) == [
        "firefox",
        "--new-tab",
        url,
    ]
    assert browser.opener(url, (), {"BROWSER": "w3m -o x:lynx"}) == ["w3m", "-o", "x", url]
    assert browser.opener(url, (), {"BROWSER": "open '%s' now"}) == ["open", url, "now"]
    assert browser.opener("mailto:a@example.org", ("mutt",), {}) == ["mutt", "mailto:a@example.org"]


def test_a_browser_that_is_not_there_is_said() -> None:
    assert browser.start(["/nowhere/browser", "https://example.org"]) == (
        "/nowhere/browser can't be started: No such file or directory"
    )
