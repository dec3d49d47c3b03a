import pytest

from feedtui.clean import clean_line
from feedtui.library.home import Home
from feedtui.library.texts import Text, Which, choose_text
from feedtui.model import Body, FullText, FullTextWish, Head, Item, NoFullText, Source
from stock import NEWS
from world import NOON

OWN = Body("<p>" + "own " * 50 + "</p>", "https://news.example/feed")
FAILURE = NoFullText(clean_line("the page asks for a login or a subscription"), NOON, 1, None)


def item(wish: FullTextWish = "never", link: str = "https://news.example/1") -> Item:
    source = Source("https://news.example/feed", clean_line("News"), full_text=wish)
    return Item(Head("0", clean_line("Title"), clean_line(link)), source, NOON, "0")


def page(words: int, *, asked: bool = False) -> FullText:
    return FullText("<p>all</p>", "https://www.news.example/1", "readability", words, NOON, asked)


@pytest.mark.parametrize(
    ("wish", "full", "asked", "shown"),
    [
        ("never", None, None, "feed"),
        ("never", None, "full", "feed"),
        ("always", None, None, "feed"),
        ("always", FAILURE, None, "feed"),
        ("always", page(80), None, "full"),
        ("short", page(80), None, "full"),
        ("short", page(50), None, "full"),
        ("short", page(49), None, "feed"),
        ("short", page(49), "full", "full"),
        ("short", page(80), "feed", "feed"),
        ("never", page(80), None, "feed"),
        ("never", page(80), "full", "full"),
        ("never", page(80, asked=True), None, "full"),
        ("never", page(49, asked=True), None, "feed"),
    ],
)
def test_the_text_is_the_pages_where_it_is_wanted_and_not_shorter(
    wish: FullTextWish, full: FullText | NoFullText | None, asked: Which | None, shown: Which
) -> None:
    chosen = choose_text(item(wish), OWN, full, asked)
    assert chosen.which == shown
    page_text = Body("<p>all</p>", "https://www.news.example/1")
    assert chosen.body == (page_text if shown == "full" else OWN)


def test_an_entry_whose_feed_sent_no_text_shows_its_pages() -> None:
    assert choose_text(item(), None, page(10), None).which == "full"
    assert choose_text(item(), None, None, None) == Text(None, summary=True, page=True)


@pytest.mark.parametrize(
    ("full", "asked", "remark"),
    [
        (None, None, ""),
        (page(80), None, "full text from www.news.example (readability)"),
        (page(80), "feed", "the feed's own text"),
        (page(49), None, "the feed's own text · the full text is shorter"),
        (
            page(49),
            "full",
            "full text from www.news.example (readability) · shorter than the feed's own",
        ),
        (
            FAILURE,
            None,
            "the feed's own text · no full text: the page asks for a login or a subscription",
        ),
    ],
)
def test_an_article_says_which_text_it_shows(
    full: FullText | NoFullText | None, asked: Which | None, remark: str
) -> None:
    assert choose_text(item("always"), OWN, full, asked).remark == remark


def test_the_other_text_is_offered_where_there_is_one() -> None:
    assert choose_text(item("always"), OWN, page(80), None).other == "feed"
    assert choose_text(item("always"), OWN, page(80), "feed").other == "full"
    assert choose_text(item("always"), OWN, FAILURE, None).other is None
    assert choose_text(item("always"), OWN, None, None).other is None


def test_what_a_kept_file_says_is_cleaned_before_it_is_shown() -> None:
    odd = FullText("x", "https://exa\u202emple.org/", "read\x1b[31mability", 1, NOON)
    assert choose_text(item("always"), None, odd, None).remark == (
        "full text from example.org (readability)"
    )
    odd = FullText("x", "http://[", "readability", 1, NOON)
    assert choose_text(item("always"), None, odd, None).remark == "full text (readability)"


def test_a_summary_is_known_as_one_and_where_more_of_it_may_be() -> None:
    assert choose_text(item(), OWN, None, None).summary
    assert not choose_text(item(), Body("word " * 200), None, None).summary
    assert choose_text(item(), OWN, None, None).page
    assert not choose_text(item(link=""), OWN, None, None).page
    assert not choose_text(item(link="magnet:?xt=1"), OWN, None, None).page


def test_the_library_hands_out_the_text_to_show_and_leaves_the_feeds_own(stocked: Home) -> None:
    library = stocked.library()
    (first, *_) = (each for each in library.every_item() if each.source.url == NEWS)
    own = library.body(first)
    assert library.text(first).body == own
    longer = FullText("<p>all of it</p>", "https://news.example/0", "readability", 500, NOON, True)
    stocked.cache().full_texts(NEWS).keep(first.head.id, longer)
    assert library.text(first).body == Body("<p>all of it</p>", "https://news.example/0")
    assert library.text(first, "feed").body == own
    assert library.body(first) == own
