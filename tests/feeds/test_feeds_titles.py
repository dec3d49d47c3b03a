import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds.titles import beginning, description_of, title_of_markup, title_of_text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Plain", "Plain"),
        ("AT&T", "AT&T"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("It&#8217;s", "It’s"),
        ("<em>New</em> <b>things</b>", "New things"),
        ("&lt;em&gt;New&lt;/em&gt;", "New"),
        ('<a href="/x">Linked</a><br/>twice', "Linked twice"),
        ("List<String> in Java", "List<String> in Java"),
        ("How to use <b>", "How to use <b>"),
        ("How to use &lt;b&gt;", "How to use <b>"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("two\n  lines", "two lines"),
        ("soft\u00adhy\u200bphen\u200e \ufeffand marks", "softhyphen and marks"),
        ("CafÃ© â€“ twice encoded", "Café – twice encoded"),
        ("<x-foo>kept</x-foo>", "<x-foo>kept</x-foo>"),
    ],
)
def test_a_title_says_what_its_writer_meant(written: str, meant: str) -> None:
    assert title_of_markup(written) == meant


def test_a_title_that_is_text_keeps_what_looks_like_tags() -> None:
    assert title_of_text("This is <b>text</b> &amp; more") == "This is <b>text</b> & more"


def test_a_title_is_bounded() -> None:
    assert len(title_of_markup("word " * 1_000_000)) == 1000


def test_a_number_beyond_all_characters_is_one_unknown_character() -> None:
    assert title_of_markup("a&#" + "9" * 5000 + ";b") == "a\ufffdb"


def test_a_text_begins_with_words_that_a_reader_sees() -> None:
    html = "<!-- no --><style>p {}</style><p>Once</p><p>up<i>on</i> a time &amp; place</p>"
    assert beginning(html) == "Once upon a time & place"


def test_a_long_beginning_is_cut_with_an_ellipsis() -> None:
    words = beginning("<p>" + "word " * 100)
    assert len(words) <= 80
    assert words.endswith("…")


def test_a_description_is_one_line_without_tags() -> None:
    assert description_of("Found <b>here</b>\nand there") == "Found here and there"


@given(st.text(alphabet="<>/&;#abi p\u202e\x1b", max_size=80))
def test_no_title_breaks_or_grows_a_second_line(written: str) -> None:
    for line in (title_of_markup(written), title_of_text(written), beginning(written)):
        assert not set(line) & set("\n\x1b\u202e")
