import pytest

from feedtui.pages.walls import COOKIES, LOGIN, PERSON, SCRIPT, wall, wall_at
from feedtui.pages.words import SHORT, count_words, is_short, plain


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", 0),
        ("<p>one <b>t</b>wo</p><p>three</p>", 3),
        ("<p>one</p><p>two</p>", 2),
        ("plain words without a tag", 5),
        ("one<br>two", 2),
        ("<script>var a = 1 + 2;</script>one<style>b { c: d }</style>", 1),
        ("<!-- not a word -->one<!-- nor here", 1),
        ("fish &amp; chips", 3),
        ("&lt;b&gt;", 1),
        ("a < b", 3),
        ("日本語の文章を書く。", 5),
        ("mixed 日本語 text", 3),
    ],
)
def test_words_are_counted_as_a_reader_would(html: str, words: int) -> None:
    assert count_words(html) == words


def test_a_text_of_few_words_is_short() -> None:
    assert is_short("<p>" + "word " * (SHORT - 1) + "</p>")
    assert not is_short("<p>" + "word " * SHORT + "</p>")


@pytest.mark.parametrize(
    "ending",
    [
        "and then…",
        "and then [...]",
        "and then [&#8230;]",
        '<a href="/x">Read more</a>',
        "<a>Continue reading →</a>",
        '<a href="/x">Read the rest of “The harbour”</a>',
        "weiterlesen",
        "Lire la suite »",
        "続きを読む",
    ],
)
def test_a_long_text_that_was_cut_off_is_short(ending: str) -> None:
    assert is_short(f"<p>{'word ' * 300}{ending}</p>")


def test_a_long_text_that_mentions_reading_more_is_not_short() -> None:
    assert not is_short(f"<p>{'word ' * 300}. People should read more books than that.</p>")


def test_a_book_is_no_summary_however_it_ends() -> None:
    assert not is_short("<p>word</p>" * 10_000 + "…")


@pytest.mark.parametrize("piece", ["<", "<script", "<!--", "<a ", "&", "</x-", "<m", "read more "])
def test_no_markup_makes_counting_slow(piece: str) -> None:
    assert count_words(piece * 100_000) >= 0


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("You need to enable JavaScript to run this app.", SCRIPT),
        ("This site requires JavaScript. Please turn it on.", SCRIPT),
        ("JavaScript is disabled in your browser", SCRIPT),
        ("Bitte aktivieren Sie JavaScript in Ihrem Browser.", SCRIPT),
        ("We use cookies and similar things. Accept all. Manage choices.", COOKIES),
        ("By continuing you agree that we store cookies", COOKIES),
        ("Nous utilisons des cookies. Tout accepter", COOKIES),
        ("Subscribe to continue reading", LOGIN),
        ("Please log in to read this article.", LOGIN),
        ("This article is for subscribers only. Already a subscriber?", LOGIN),
        ("Cet article est réservé aux abonnés", LOGIN),
        ("Checking your browser before you go on", PERSON),
        ("Please verify that you are human", PERSON),
        ("Just a moment...", PERSON),
    ],
)
def test_a_wall_is_told_by_what_it_says(said: str, kind: str) -> None:
    assert wall(said) == kind


@pytest.mark.parametrize(
    "said",
    [
        "The swifts are back over the roofs.",
        "My recipe for cookies needs butter, sugar and patience.",
        "She wrote JavaScript for ten years, and then she stopped.",
        "I subscribed to three magazines and read none of them.",
        "",
    ],
)
def test_a_short_text_about_something_else_is_no_wall(said: str) -> None:
    assert wall(said) == ""


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://consent.news.example/collect?back=%2Fharbour", COOKIES),
        ("https://news.example/login?next=/harbour", LOGIN),
        ("https://news.example/users/sign_in", LOGIN),
        ("https://news.example/consent-of-the-governed", ""),
        ("https://news.example/how-to-login", ""),
        ("https://news.example/", ""),
    ],
)
def test_a_wall_is_told_by_where_it_stands(address: str, kind: str) -> None:
    assert wall_at(address) == kind


def test_a_long_text_is_no_wall_whatever_it_mentions() -> None:
    assert wall("word " * 200 + "You need to enable JavaScript. Accept all cookies.") == ""


def test_a_number_beyond_all_characters_is_no_word_and_no_error() -> None:
    assert plain(f"one &#{'1' * 5000}; two &#x{'f' * 5000} three").split() == [
        *("one", "\ufffd", "two", "\ufffd", "three")
    ]
