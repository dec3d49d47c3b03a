from feedtui.clean import clean_line
from feedtui.model import Source
from feedtui.query.places import parent, places, row_of, unfolded
from feedtui.query.views import FOLDED, HIDDEN, STARTED, TAGS, View


def source(name: str, folder: str = "", *, hidden: bool = False) -> Source:
    return Source(f"https://{name}.example/", clean_line(name), clean_line(folder), hidden=hidden)


SOURCES = (
    source("lwn", "Tech/Linux"),
    source("news"),
    source("python", "Tech"),
    source("secret", "Tech", hidden=True),
    source("poems", "Arts"),
    source("kernel", "Tech/Linux"),
    source("technique", "Technique"),
)
TECH, LINUX = View("folder", "Tech"), View("folder", "Tech/Linux")
LWN = View("feed", "https://lwn.example/")


def test_places_are_the_rivers_then_loose_feeds_then_the_folder_tree_then_what_is_hidden() -> None:
    rows = [(place.depth, place.view.kind, place.title) for place in places(SOURCES)]
    assert rows == [
        (0, "all", "All"),
        (0, "unread", "Unread"),
        (0, "starred", "Starred"),
        (0, "feed", "news"),
        (0, "folder", "Tech"),
        (1, "feed", "python"),
        (1, "folder", "Linux"),
        (2, "feed", "lwn"),
        (2, "feed", "kernel"),
        (0, "folder", "Arts"),
        (1, "feed", "poems"),
        (0, "folder", "Technique"),
        (1, "feed", "technique"),
        (0, "started", "Continue reading"),
        (0, "hidden", "Hidden"),
        (1, "feed", "secret"),
    ]


def test_tags_are_places_below_one_of_their_own() -> None:
    rows = [(place.depth, place.view) for place in places([], ("ai", "long"))][3:]
    assert rows == [
        (0, TAGS),
        (1, View("tag", "ai")),
        (1, View("tag", "long")),
        (0, STARTED),
        (0, HIDDEN),
    ]


def test_a_folder_without_feeds_of_its_own_is_there() -> None:
    rows = [(place.depth, place.title) for place in places([source("x", "A/B/C")])][3:-2]
    assert rows == [(0, "A"), (1, "B"), (2, "C"), (3, "x")]


def test_without_feeds_there_are_the_places_that_need_none() -> None:
    assert [place.title for place in places([])] == [
        "All",
        "Unread",
        "Starred",
        "Continue reading",
        "Hidden",
    ]


def titles(folded: frozenset[View]) -> list[str]:
    return [place.title for place in unfolded(places(SOURCES), folded)][3:]


def test_a_folded_place_hides_all_that_lies_in_it() -> None:
    assert titles(frozenset({TECH})) == [
        "news",
        "Tech",
        "Arts",
        "poems",
        "Technique",
        "technique",
        "Continue reading",
        "Hidden",
        "secret",
    ]
    assert titles(frozenset({LINUX, HIDDEN})) == [
        "news",
        "Tech",
        "python",
        "Linux",
        "Arts",
        "poems",
        "Technique",
        "technique",
        "Continue reading",
        "Hidden",
    ]


def test_places_say_whether_they_are_folded_and_empty_ones_that_nothing_is_in_them() -> None:
    shown = {place.title: place.fold for place in unfolded(places(SOURCES), frozenset({LINUX}))}
    assert (shown["Tech"], shown["Linux"], shown["news"]) == ("open", "shut", "none")
    assert unfolded(places([]), FOLDED)[-1].fold == "none"


def test_a_place_that_is_folded_away_is_found_in_the_one_that_is_shown() -> None:
    rows = places(SOURCES)
    shown = unfolded(rows, frozenset({TECH}))
    assert shown[row_of(LWN, rows, shown) or 0].view == TECH
    assert row_of(View("feed", "https://gone.example/"), rows, shown) is None


def test_the_way_up_leads_to_the_folder() -> None:
    rows = places(SOURCES)
    lwn = next(index for index, place in enumerate(rows) if place.view == LWN)
    linux = parent(rows, lwn)
    assert linux is not None
    assert rows[linux].view == LINUX
    assert parent(rows, 0) is None
